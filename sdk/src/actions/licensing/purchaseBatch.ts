import { type Hash, type Hex, type Log, parseEventLogs } from "viem";
import {
  licenseMarketLicensePurchasedEvent,
  licenseMarketPurchaseBatch,
  licenseMarketPurchaseSkippedEvent,
} from "../../abi/items/licenseMarket.ts";
import { fromOrderInput, type Order, toOrderInput } from "../../licensing/order.ts";
import { type LicenseSale, toLicenseSale } from "../../licensing/sale.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace purchaseBatch {
  type Args = {
    orders: readonly Order[];
    /** Whether an order that cannot be filled is left out instead of undoing all; not by default. */
    skipFailures?: boolean;
  };
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = {
    /** What was bought, in order. */
    sales: readonly LicenseSale[];
    /** What was left out; `reason` is the revert data, which `errorOfRevert` explains. */
    skipped: readonly { position: number; offerId: Hex; assetId: bigint; reason: Hex }[];
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

type Action = WriteAction<"licenseMarket", purchaseBatch.Args, typeof licenseMarketPurchaseBatch, purchaseBatch.Result>;

function define(): Action {
  const write: Action = defineWrite({
    contract: "licenseMarket",
    item: licenseMarketPurchaseBatch,
    event: licenseMarketLicensePurchasedEvent,
    toInputs: ({ orders, skipFailures = false }: purchaseBatch.Args) => [orders.map(toOrderInput), skipFailures],
    fromInputs: ([orders, skipFailures]): purchaseBatch.Args => ({ orders: orders.map(fromOrderInput), skipFailures }),
    fromEvents: (events): purchaseBatch.Result => ({ sales: events.map(toLicenseSale), skipped: [] }),
  });
  const extractEvent = write.extractEvent.bind(write);
  return Object.assign(write, {
    extractEvent: (logs: readonly Log[], address?: Hex): purchaseBatch.Result => {
      const abi = [licenseMarketPurchaseSkippedEvent];
      const skipped = parseEventLogs({ abi, logs: [...logs] }).map(({ args: { position, ...order } }) => {
        return { ...order, position: Number(position) };
      });
      return { ...extractEvent(logs, address), skipped };
    },
  });
}

/**
 * Buys several licenses in one transaction: all of them, or with `skipFailures` those that can be had.
 *
 * @example
 * ```ts
 * const { sales, skipped } = await client.purchaseBatchAndWait({ orders, skipFailures: true });
 * ```
 */
export const purchaseBatch: Action = /* @__PURE__ */ define();

/** {@link purchaseBatch}, waiting for the receipt. */
export const purchaseBatchAndWait: WaitingAction<"licenseMarket", purchaseBatch.Args, purchaseBatch.Result> =
  /* @__PURE__ */ andWait(purchaseBatch);
