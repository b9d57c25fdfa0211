import type { Address, Hash, Hex } from "viem";
import {
  licenseMarketLicensePurchasedEvent,
  licenseMarketPurchaseLicenseWithAuthorization,
} from "../../abi/items/licenseMarket.ts";
import { fromPurchaseInput, type Purchase, toPurchaseInput } from "../../licensing/purchase.ts";
import { type LicenseSale, toLicenseSale } from "../../licensing/sale.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace purchaseLicenseWithAuthorization {
  type Args = {
    /** Exactly the purchase that was signed for. */
    purchase: Purchase;
    /** Signer whose tokens pay. */
    payer: Address;
    /** From `signPurchaseAuthorization`. */
    signature: Hex;
    /** Whether to credit the recipe's parents in the same transaction: the relayer's choice; not by default. */
    settle?: boolean;
  };
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = LicenseSale;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Relays a purchase that its payer signed (EIP-3009): the sender pays the gas, the signer the price.
 *
 * @example
 * ```ts
 * const signature = await buyer.signPurchaseAuthorization({ purchase });
 * await relayer.purchaseLicenseWithAuthorizationAndWait({ purchase, payer: buyer.account.address, signature });
 * ```
 */
export const purchaseLicenseWithAuthorization: WriteAction<
  "licenseMarket",
  purchaseLicenseWithAuthorization.Args,
  typeof licenseMarketPurchaseLicenseWithAuthorization,
  purchaseLicenseWithAuthorization.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketPurchaseLicenseWithAuthorization,
  event: licenseMarketLicensePurchasedEvent,
  toInputs: ({ purchase, payer, settle = false, signature }: purchaseLicenseWithAuthorization.Args) => [
    toPurchaseInput(purchase),
    payer,
    settle,
    signature,
  ],
  fromInputs: ([purchase, payer, settle, signature]) => ({
    purchase: fromPurchaseInput(purchase),
    payer,
    settle,
    signature,
  }),
  fromEvents: (events) => only(events, toLicenseSale),
});

/** {@link purchaseLicenseWithAuthorization}, waiting for the receipt. */
export const purchaseLicenseWithAuthorizationAndWait: WaitingAction<
  "licenseMarket",
  purchaseLicenseWithAuthorization.Args,
  purchaseLicenseWithAuthorization.Result
> = /* @__PURE__ */ andWait(purchaseLicenseWithAuthorization);
