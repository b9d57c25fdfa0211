import type { Address, Hash } from "viem";
import { royaltySplitterSettle, royaltySplitterSettledEvent } from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace settle {
  type Args = {
    /** Ordinals; see `getLineage` for a whole chain. Sent children first, so that money climbs in one call. */
    recipes: readonly number[];
    token: Address;
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

/** Children are registered after their parents, so falling ordinals carry money all the way up. */
const childrenFirst = (recipes: readonly number[]): number[] => [...new Set(recipes)].sort((a, b) => b - a);

/**
 * Divides everything new that recipes have received between their payees and their parents.
 *
 * @example
 * ```ts
 * const recipes = await client.getLineage({ recipe });
 * await client.settleAndWait({ recipes, token: usdc });
 * ```
 */
export const settle: WriteAction<"royaltySplitter", settle.Args, typeof royaltySplitterSettle, settle.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "royaltySplitter",
    item: royaltySplitterSettle,
    event: royaltySplitterSettledEvent,
    toInputs: ({ recipes, token }: settle.Args) => [childrenFirst(recipes), token],
    fromInputs: ([recipes, token]) => ({ recipes, token }),
    fromEvents: (events): settle.Result => ({
      settled: events.map(({ recipe, sales, passed }) => ({ recipe, sales, passed })),
    }),
  });

/** {@link settle}, waiting for the receipt. */
export const settleAndWait: WaitingAction<"royaltySplitter", settle.Args, settle.Result> =
  /* @__PURE__ */ andWait(settle);
