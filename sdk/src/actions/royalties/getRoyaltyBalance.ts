import type { Address } from "viem";
import { royaltySplitterCreditOf } from "../../abi/items/royaltySplitter.ts";
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
  typeof royaltySplitterCreditOf,
  bigint
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterCreditOf,
  toInputs: ({ token, payee }: getRoyaltyBalance.Args) => [payee, token],
  fromOutput: (amount) => amount,
});
