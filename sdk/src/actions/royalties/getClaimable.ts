import type { Address } from "viem";
import { royaltySplitterClaimable } from "../../abi/items/royaltySplitter.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getClaimable {
  type Args = { recipe: number; token: Address; payee: Address };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = bigint;
  type ErrorType = ReadErrorType;
}

/**
 * What `claim` would credit now, in token units; sales that are not yet settled are not part of it.
 *
 * @example
 * ```ts
 * const amount = await client.getClaimable({ recipe, token: usdc, payee });
 * ```
 */
export const getClaimable: ReadAction<"royaltySplitter", getClaimable.Args, typeof royaltySplitterClaimable, bigint> =
  /* @__PURE__ */ defineRead({
    contract: "royaltySplitter",
    item: royaltySplitterClaimable,
    toInputs: ({ recipe, token, payee }: getClaimable.Args) => [recipe, token, payee],
    fromOutput: (amount) => amount,
  });
