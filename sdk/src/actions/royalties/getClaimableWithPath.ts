import type { Address } from "viem";
import { royaltySplitterClaimableWithPath } from "../../abi/items/royaltySplitter.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getClaimableWithPath {
  type Args = {
    recipe: number;
    token: Address;
    payee: Address;
    /** Recipes to settle first, children before parents; sorted for you. */
    path: readonly number[];
  };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = bigint;
  type ErrorType = ReadErrorType;
}

/**
 * What a payee would have after settling some recipes and claiming, in token units: exactly what both calls then pay.
 *
 * @example
 * ```ts
 * const path = await client.getLineage({ recipe: child });
 * const amount = await client.getClaimableWithPath({ recipe, token: usdc, payee, path });
 * ```
 */
export const getClaimableWithPath: ReadAction<
  "royaltySplitter",
  getClaimableWithPath.Args,
  typeof royaltySplitterClaimableWithPath,
  getClaimableWithPath.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterClaimableWithPath,
  toInputs: ({ recipe, token, payee, path }: getClaimableWithPath.Args) => [
    recipe,
    token,
    payee,
    [...new Set(path)].sort((a, b) => b - a),
  ],
  fromOutput: (amount): getClaimableWithPath.ReturnType => amount,
});
