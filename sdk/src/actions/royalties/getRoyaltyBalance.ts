import type { Address } from "viem";
import { royaltySplitterBalanceOf } from "../../abi/generated/royaltySplitter.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getRoyaltyBalance {
  type Args = { token: Address; payee: Address };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = bigint;
  type ErrorType = ReadErrorType;
}

/**
 * What `withdraw` would send now, in token units.
 *
 * @example
 * ```ts
 * const amount = await client.getRoyaltyBalance({ token: usdc, payee });
 * ```
 */
export const getRoyaltyBalance: ReadAction<
  "royaltySplitter",
  getRoyaltyBalance.Args,
  typeof royaltySplitterBalanceOf,
  bigint
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterBalanceOf,
  toInputs: ({ token, payee }: getRoyaltyBalance.Args) => [payee, token],
  fromOutput: (amount) => amount,
});
