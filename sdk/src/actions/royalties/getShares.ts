import type { Address } from "viem";
import { royaltySplitterBalanceOf } from "../../abi/items/royaltySplitter.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getShares {
  type Args = { recipe: number; holder: Address };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = bigint;
  type ErrorType = ReadErrorType;
}

/**
 * Royalty shares of a tradable recipe that an account holds, of 1,000,000.
 *
 * @example
 * ```ts
 * const shares = await client.getShares({ recipe, holder });
 * ```
 */
export const getShares: ReadAction<
  "royaltySplitter",
  getShares.Args,
  typeof royaltySplitterBalanceOf,
  getShares.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterBalanceOf,
  toInputs: ({ recipe, holder }: getShares.Args) => [holder, BigInt(recipe)],
  fromOutput: (shares): getShares.ReturnType => shares,
});
