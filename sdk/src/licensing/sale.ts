import type { Address, Hex } from "viem";
import type { licenseMarketLicensePurchasedEvent } from "../abi/items/licenseMarket.ts";
import type { EventArgs } from "../actions/internal/types.ts";

/** A license that was sold. */
export type LicenseSale = {
  /** Of a record, also its license id. */
  purchaseId: Hex;
  offerId: Hex;
  assetId: bigint;
  licensee: Address;
  payer: Address;
  referrer: Address;
  recipe: number;
  token: Address;
  /** Token units paid. */
  gross: bigint;
  /** Token units of `gross` that went to the referrer. */
  referral: bigint;
  /** The plain license after the sale, as expiries in unix seconds; undefined for a record. */
  license: PlainLicense | undefined;
};

/** Expiries of a plain license, unix seconds: 0 = never bought, 2^40−1 = perpetual. */
export type PlainLicense = { personal: bigint; commercial: bigint; advertising: bigint };

const EXPIRY_BITS = 40;

/** The expiries in a plain license's slot. */
export function fromLicenseSlot(slot: bigint): PlainLicense {
  const expiryOf = (usage: number): bigint => BigInt.asUintN(EXPIRY_BITS, slot >> BigInt(EXPIRY_BITS * usage));
  return { personal: expiryOf(0), commercial: expiryOf(1), advertising: expiryOf(2) };
}

/** A sale out of its event. */
export function toLicenseSale({ license, ...sale }: EventArgs<typeof licenseMarketLicensePurchasedEvent>): LicenseSale {
  return { ...sale, license: license === 0n ? undefined : fromLicenseSlot(license) };
}
