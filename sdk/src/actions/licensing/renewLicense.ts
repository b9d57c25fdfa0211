import type { Hash, Hex } from "viem";
import { licenseMarketLicensePurchasedEvent, licenseMarketRenewLicense } from "../../abi/items/licenseMarket.ts";
import { type LicenseSale, toLicenseSale } from "../../licensing/sale.ts";
import { toSeconds } from "../../types/time.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace renewLicense {
  type Args = {
    /** The record to extend. */
    licenseId: Hex;
    /** Most token units that the sender gives. */
    maxTotal: bigint;
    /** Last second in which the renewal is valid, unix time. */
    deadline: bigint;
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
 * Extends a license record by its offer's duration, for the offer's price. Anybody may pay; a renewal cannot be
 * returned.
 *
 * @example
 * ```ts
 * await client.renewLicenseAndWait({ licenseId, maxTotal: price, deadline });
 * ```
 */
export const renewLicense: WriteAction<
  "licenseMarket",
  renewLicense.Args,
  typeof licenseMarketRenewLicense,
  renewLicense.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketRenewLicense,
  event: licenseMarketLicensePurchasedEvent,
  toInputs: ({ licenseId, maxTotal, deadline, settle = false }: renewLicense.Args) => [
    licenseId,
    maxTotal,
    toSeconds(deadline),
    settle,
  ],
  fromInputs: ([licenseId, maxTotal, deadline, settle]) => ({
    licenseId,
    maxTotal,
    deadline: BigInt(deadline),
    settle,
  }),
  fromEvents: (events) => only(events, toLicenseSale),
});

/** {@link renewLicense}, waiting for the receipt. */
export const renewLicenseAndWait: WaitingAction<"licenseMarket", renewLicense.Args, renewLicense.Result> =
  /* @__PURE__ */ andWait(renewLicense);
