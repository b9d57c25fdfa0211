import type { Address, Hash, Hex } from "viem";
import { assetRegistryAcceptControl, assetRegistryControlTransferredEvent } from "../../abi/items/assetRegistry.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace acceptControl {
  type Args = { recipeId: Hex };
  type Parameters = On<"assetRegistry"> & Args & SendOptions;
  type Result = {
    recipe: number;
    from: Address;
    to: Address;
    /** Offers, agencies and grants of earlier epochs have lapsed. */
    controlEpoch: number;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Takes over a recipe whose control was offered to the sender; offers, agencies and grants of before lapse.
 *
 * @example
 * ```ts
 * await client.acceptControlAndWait({ recipeId });
 * ```
 */
export const acceptControl: WriteAction<
  "assetRegistry",
  acceptControl.Args,
  typeof assetRegistryAcceptControl,
  acceptControl.Result
> = /* @__PURE__ */ defineWrite({
  contract: "assetRegistry",
  item: assetRegistryAcceptControl,
  event: assetRegistryControlTransferredEvent,
  toInputs: ({ recipeId }: acceptControl.Args) => [recipeId],
  fromInputs: ([recipeId]) => ({ recipeId }),
});

/** {@link acceptControl}, waiting for the receipt. */
export const acceptControlAndWait: WaitingAction<"assetRegistry", acceptControl.Args, acceptControl.Result> =
  /* @__PURE__ */ andWait(acceptControl);
