import type { Address, Hash } from "viem";
import { assetRegistrySupersedeLot, assetRegistryLotSupersededEvent } from "../../abi/items/assetRegistry.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace supersedeLot {
  type Args = { lotId: bigint; successor: bigint };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = { lotId: bigint; successor: bigint; licensor: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Puts a corrected lot in the place of another one, for good: nothing of that is sold or minted any more. Only the
 * recipe's licensor may.
 *
 * @example
 * ```ts
 * await licensor.supersedeLotAndWait({ lotId, successor });
 * ```
 */
export const supersedeLot: WriteAction<
  "assetRegistry",
  supersedeLot.Args,
  typeof assetRegistrySupersedeLot,
  supersedeLot.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistrySupersedeLot,
  event: assetRegistryLotSupersededEvent,
  toInputs: ({ lotId, successor }: supersedeLot.Args) => [lotId, successor],
  fromInputs: ([lotId, successor]) => ({ lotId, successor }),
});

/** {@link supersedeLot}, waiting for the receipt. */
export const supersedeLotAndWait: WaitingAction<"assetRegistry", supersedeLot.Args, supersedeLot.Result> =
  /* @__PURE__ */ andWait(supersedeLot);
