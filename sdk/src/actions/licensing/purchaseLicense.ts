import type { Hash } from "viem";
import { licenseMarketLicensePurchasedEvent, licenseMarketPurchaseLicense } from "../../abi/items/licenseMarket.ts";
import { fromPurchaseInput, type Purchase, toPurchaseInput } from "../../licensing/purchase.ts";
import { type LicenseSale, toLicenseSale } from "../../licensing/sale.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace purchaseLicense {
  type Args = {
    /** From `toPurchase`. */
    purchase: Purchase;
    /** Whether to credit the recipe's parents in the same transaction; not by default. */
    settle?: boolean;
  };
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = LicenseSale;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Buys a license; the sender pays out of its allowance to RoyaltySplitter (see `quotePurchase`).
 *
 * @example
 * ```ts
 * const purchase = await client.toPurchase({ offerId, assetId, licensee: buyer, maxTotal: price });
 * const { requirements } = await client.quotePurchase({ purchase, payer: buyer });
 * for (const call of requirements) await client.sendTransaction(call);
 * const { purchaseId } = await client.purchaseLicenseAndWait({ purchase });
 * ```
 */
export const purchaseLicense: WriteAction<
  "licenseMarket",
  purchaseLicense.Args,
  typeof licenseMarketPurchaseLicense,
  purchaseLicense.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketPurchaseLicense,
  event: licenseMarketLicensePurchasedEvent,
  toInputs: ({ purchase, settle = false }: purchaseLicense.Args) => [toPurchaseInput(purchase), settle],
  fromInputs: ([purchase, settle]) => ({ purchase: fromPurchaseInput(purchase), settle }),
  fromEvents: (events) => only(events, toLicenseSale),
});

/** {@link purchaseLicense}, waiting for the receipt. */
export const purchaseLicenseAndWait: WaitingAction<"licenseMarket", purchaseLicense.Args, purchaseLicense.Result> =
  /* @__PURE__ */ andWait(purchaseLicense);
