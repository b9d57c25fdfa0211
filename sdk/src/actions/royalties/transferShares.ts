import type { Address, Hash } from "viem";
import { royaltySplitterTransfer, royaltySplitterTransferEvent } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace transferShares {
  type Args = {
    recipe: number;
    to: Address;
    /** Of 1,000,000. */
    shares: bigint;
  };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = { from: Address; to: Address; recipe: number; shares: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Moves royalty shares of a tradable recipe (ERC-6909). What was earned until now stays with the sender.
 *
 * @example
 * ```ts
 * await client.transferSharesAndWait({ recipe, to: investor, shares: 250_000n });
 * ```
 */
export const transferShares: WriteAction<
  "royaltySplitter",
  transferShares.Args,
  typeof royaltySplitterTransfer,
  transferShares.Result
> = /* @__PURE__ */ defineWrite({
  contract: "royaltySplitter",
  item: royaltySplitterTransfer,
  event: royaltySplitterTransferEvent,
  toInputs: ({ recipe, to, shares }: transferShares.Args) => [to, BigInt(recipe), shares],
  fromInputs: ([to, recipe, shares]) => ({ recipe: Number(recipe), to, shares }),
  fromEvents: (events) =>
    only(events, ({ sender: from, receiver: to, id, amount: shares }): transferShares.Result => {
      return { from, to, recipe: Number(id), shares };
    }),
});

/** {@link transferShares}, waiting for the receipt. */
export const transferSharesAndWait: WaitingAction<"royaltySplitter", transferShares.Args, transferShares.Result> =
  /* @__PURE__ */ andWait(transferShares);
