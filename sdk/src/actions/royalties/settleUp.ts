import type { Address, Hash } from "viem";
import { royaltySplitterSettledEvent, royaltySplitterSettleUp } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace settleUp {
  type Args = {
    recipe: number;
    token: Address;
    /** Most recipes that are settled, at most 64; 64 by default. */
    maxNodes?: bigint;
  };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = {
    /** Recipes that had something new, with their totals so far in token units. */
    settled: readonly { recipe: number; sales: bigint; passed: bigint }[];
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Settles a recipe and its ancestors, children before parents, without naming them.
 *
 * @example
 * ```ts
 * await client.settleUpAndWait({ recipe, token: usdc });
 * ```
 */
export const settleUp: WriteAction<"royaltySplitter", settleUp.Args, typeof royaltySplitterSettleUp, settleUp.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "royaltySplitter",
    item: royaltySplitterSettleUp,
    event: royaltySplitterSettledEvent,
    toInputs: ({ recipe, token, maxNodes = 64n }: settleUp.Args) => [recipe, token, maxNodes],
    fromInputs: ([recipe, token, maxNodes]) => ({ recipe, token, maxNodes }),
    fromEvents: (events): settleUp.Result => ({
      settled: events.map(({ recipe, sales, passed }) => ({ recipe, sales, passed })),
    }),
  });

/** {@link settleUp}, waiting for the receipt. */
export const settleUpAndWait: WaitingAction<"royaltySplitter", settleUp.Args, settleUp.Result> =
  /* @__PURE__ */ andWait(settleUp);
