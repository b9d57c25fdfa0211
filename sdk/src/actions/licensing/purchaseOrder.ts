import type { Hash } from "viem";
import { licenseMarketLicensePurchasedEvent, licenseMarketPurchaseOrder } from "../../abi/items/licenseMarket.ts";
import { fromOrderInput, type Order, toOrderInput } from "../../licensing/order.ts";
import { type LicenseSale, toLicenseSale } from "../../licensing/sale.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace purchaseOrder {
  type Args = Order;
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = LicenseSale;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Buys with everything a purchase may need: proofs of the asset and of the referrer, and any way to pay.
 * `purchaseLicense` is the cheaper form of the everyday case.
 *
 * @example
 * ```ts
 * const payment = await client.signPermit2Purchase({ purchase });
 * await relayer.purchaseOrderAndWait({ purchase, payment, evidence: { leaf, proof } });
 * ```
 */
export const purchaseOrder: WriteAction<
  "licenseMarket",
  purchaseOrder.Args,
  typeof licenseMarketPurchaseOrder,
  purchaseOrder.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketPurchaseOrder,
  event: licenseMarketLicensePurchasedEvent,
  toInputs: (order: purchaseOrder.Args) => [toOrderInput(order)],
  fromInputs: ([order]) => fromOrderInput(order),
  fromEvents: (events) => only(events, toLicenseSale),
});

/** {@link purchaseOrder}, waiting for the receipt. */
export const purchaseOrderAndWait: WaitingAction<"licenseMarket", purchaseOrder.Args, purchaseOrder.Result> =
  /* @__PURE__ */ andWait(purchaseOrder);
