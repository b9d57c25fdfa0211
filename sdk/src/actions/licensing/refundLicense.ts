import type { Address, Hash, Hex } from "viem";
import { licenseMarketLicenseRefundedEvent, licenseMarketRefundLicense } from "../../abi/items/licenseMarket.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace refundLicense {
  type Args = { licenseId: Hex };
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = {
    licenseId: Hex;
    offerId: Hex;
    payer: Address;
    token: Address;
    /** Token units credited to the payer. */
    refund: bigint;
    /** Token units that stay with the recipe. */
    penalty: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Returns an unused license within its window; the price less the penalty is credited to who paid. Payer and holder
 * may.
 *
 * @example
 * ```ts
 * const { refund } = await client.refundLicenseAndWait({ licenseId });
 * await client.withdrawAndWait({ token, payee: buyer });
 * ```
 */
export const refundLicense: WriteAction<
  "licenseMarket",
  refundLicense.Args,
  typeof licenseMarketRefundLicense,
  refundLicense.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketRefundLicense,
  event: licenseMarketLicenseRefundedEvent,
  toInputs: ({ licenseId }: refundLicense.Args) => [licenseId],
  fromInputs: ([licenseId]) => ({ licenseId }),
});

/** {@link refundLicense}, waiting for the receipt. */
export const refundLicenseAndWait: WaitingAction<"licenseMarket", refundLicense.Args, refundLicense.Result> =
  /* @__PURE__ */ andWait(refundLicense);
