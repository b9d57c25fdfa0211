import type { Address, Hex } from "viem";
import { licenseMarketEscrowOf } from "../../abi/items/licenseMarket.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getEscrow {
  type Args = { licenseId: Hex };
  type Parameters = On<"licenseMarket"> & Args & ReadOptions;
  type ReturnType = {
    /** Who gets the refund; the zero address where nothing is held. */
    payer: Address;
    referrer: Address;
    /** First second in which the window is over, unix time. */
    refundableUntil: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads the sale of a license that may still be returned.
 *
 * @example
 * ```ts
 * const { refundableUntil } = await client.getEscrow({ licenseId });
 * ```
 */
export const getEscrow: ReadAction<
  "licenseMarket",
  getEscrow.Args,
  typeof licenseMarketEscrowOf,
  getEscrow.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "licenseMarket",
  item: licenseMarketEscrowOf,
  toInputs: ({ licenseId }: getEscrow.Args) => [licenseId],
  fromOutput: ({ refundableUntil, ...escrow }): getEscrow.ReturnType => ({
    ...escrow,
    refundableUntil: BigInt(refundableUntil),
  }),
});
