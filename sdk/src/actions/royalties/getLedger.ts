import type { Address } from "viem";
import { royaltySplitterLedgerOf } from "../../abi/items/royaltySplitter.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getLedger {
  type Args = { recipe: number; token: Address };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  /** Cumulative totals in token units. */
  type ReturnType = {
    /** What children have handed over for the recipe's own parents. */
    passed: bigint;
    /** What the recipe's payees have earned, claimed or not. */
    own: bigint;
    /** What the recipe's own assets were sold for, less referrals. */
    sales: bigint;
    settledSales: bigint;
    settledPassed: bigint;
    paid: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads the account of a recipe in one token.
 *
 * @example
 * ```ts
 * const { sales, settledSales } = await client.getLedger({ recipe, token: usdc });
 * ```
 */
export const getLedger: ReadAction<
  "royaltySplitter",
  getLedger.Args,
  typeof royaltySplitterLedgerOf,
  getLedger.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterLedgerOf,
  toInputs: ({ recipe, token }: getLedger.Args) => [recipe, token],
  fromOutput: (ledger): getLedger.ReturnType => ledger,
});
