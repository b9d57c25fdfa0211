import type { Address, Hash } from "viem";
import { royaltySplitterSweep, royaltySplitterSweptEvent } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace sweep {
  type Args = { recipe: number; token: Address };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = {
    /** Token units that were booked as a sale; 0 if the receiver was empty. */
    amount: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Books what marketplaces paid to a recipe's ERC-2981 receiver as a sale of the recipe. Anybody may.
 *
 * @example
 * ```ts
 * await client.sweepAndWait({ recipe, token: weth });
 * ```
 */
export const sweep: WriteAction<"royaltySplitter", sweep.Args, typeof royaltySplitterSweep, sweep.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "royaltySplitter",
    item: royaltySplitterSweep,
    event: royaltySplitterSweptEvent,
    fromEvents: ([swept]): sweep.Result => ({ amount: swept?.amount ?? 0n }),
  });

/** {@link sweep}, waiting for the receipt. */
export const sweepAndWait: WaitingAction<"royaltySplitter", sweep.Args, sweep.Result> = /* @__PURE__ */ andWait(sweep);
