import type { Address, Hex } from "viem";
import { royaltySplitterPotOf } from "../../abi/items/royaltySplitter.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getPot {
  type Args = { opener: Address; id: Hex; token: Address };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = bigint;
  type ErrorType = ReadErrorType;
}

/**
 * What a pot holds, in token units: money that waits for what its opener decides.
 *
 * @example
 * ```ts
 * const amount = await client.getPot({ opener: licenseMarket, id: licenseId, token: usdc });
 * ```
 */
export const getPot: ReadAction<"royaltySplitter", getPot.Args, typeof royaltySplitterPotOf, getPot.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "royaltySplitter",
    item: royaltySplitterPotOf,
    toInputs: ({ opener, id, token }: getPot.Args) => [opener, id, token],
    fromOutput: (amount): getPot.ReturnType => amount,
  });
