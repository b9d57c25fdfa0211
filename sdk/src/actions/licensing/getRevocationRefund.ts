import type { Address, Hex } from "viem";
import { licenseMarketRevocationRefundOf } from "../../abi/items/licenseMarket.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getRevocationRefund {
  type Args = { licenseId: Hex };
  type Parameters = On<"licenseMarket"> & Args & ReadOptions;
  type ReturnType = { token: Address; /** Token units. */ amount: bigint };
  type ErrorType = ReadErrorType;
}

/**
 * What revoking a license would cost its ruler now; 0 while the price is still held back.
 *
 * @example
 * ```ts
 * const { amount } = await client.getRevocationRefund({ licenseId });
 * ```
 */
export const getRevocationRefund: ReadAction<
  "licenseMarket",
  getRevocationRefund.Args,
  typeof licenseMarketRevocationRefundOf,
  getRevocationRefund.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "licenseMarket",
  item: licenseMarketRevocationRefundOf,
  toInputs: ({ licenseId }: getRevocationRefund.Args) => [licenseId],
  fromOutput: ([token, amount]): getRevocationRefund.ReturnType => ({ token, amount }),
});
