import type { Address } from "viem";
import { royaltySplitterReceiverOf } from "../../abi/items/royaltySplitter.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getRoyaltyReceiver {
  type Args = { recipe: number };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = Address;
  type ErrorType = ReadErrorType;
}

/**
 * Where marketplaces pay a recipe's secondary royalty (ERC-2981); `sweep` books what arrives there.
 *
 * @example
 * ```ts
 * const receiver = await client.getRoyaltyReceiver({ recipe });
 * ```
 */
export const getRoyaltyReceiver: ReadAction<
  "royaltySplitter",
  getRoyaltyReceiver.Args,
  typeof royaltySplitterReceiverOf,
  getRoyaltyReceiver.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterReceiverOf,
  toInputs: ({ recipe }: getRoyaltyReceiver.Args) => [recipe],
  fromOutput: (receiver): getRoyaltyReceiver.ReturnType => receiver,
});
