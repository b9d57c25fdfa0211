import type { Address } from "viem";
import { assetRegistryRoyaltyInfo } from "../../abi/items/assetRegistry.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getRoyaltyInfo {
  type Args = { assetId: bigint; /** Token units. */ salePrice: bigint };
  type Parameters = On<"assetRegistry"> & Args & ReadOptions;
  type ReturnType = { receiver: Address; /** Token units. */ amount: bigint };
  type ErrorType = ReadErrorType;
}

/**
 * What a marketplace owes on a resale of a minted asset, and to whom (ERC-2981).
 *
 * @example
 * ```ts
 * const { receiver, amount } = await client.getRoyaltyInfo({ assetId, salePrice });
 * ```
 */
export const getRoyaltyInfo: ReadAction<
  "assetRegistry",
  getRoyaltyInfo.Args,
  typeof assetRegistryRoyaltyInfo,
  getRoyaltyInfo.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "assetRegistry",
  item: assetRegistryRoyaltyInfo,
  toInputs: ({ assetId, salePrice }: getRoyaltyInfo.Args) => [assetId, salePrice],
  fromOutput: ([receiver, amount]): getRoyaltyInfo.ReturnType => ({ receiver, amount }),
});
