import type { Address, Hash, Hex } from "viem";
import { licenseMarketFinalizeLicense, licenseMarketLicenseFinalizedEvent } from "../../abi/items/licenseMarket.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace finalizeLicense {
  type Args = {
    licenseId: Hex;
    /** Whether to credit the recipe's parents in the same transaction; not by default. */
    settle?: boolean;
  };
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = {
    licenseId: Hex;
    offerId: Hex;
    referrer: Address;
    recipe: number;
    token: Address;
    /** Token units that the recipe earned. */
    net: bigint;
    /** Token units credited to the referrer. */
    referral: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Books a sale whose refund window is over, or whose license was used or transferred. Anybody may.
 *
 * @example
 * ```ts
 * const { net } = await client.finalizeLicenseAndWait({ licenseId });
 * ```
 */
export const finalizeLicense: WriteAction<
  "licenseMarket",
  finalizeLicense.Args,
  typeof licenseMarketFinalizeLicense,
  finalizeLicense.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketFinalizeLicense,
  event: licenseMarketLicenseFinalizedEvent,
  toInputs: ({ licenseId, settle = false }: finalizeLicense.Args) => [licenseId, settle],
  fromInputs: ([licenseId, settle]) => ({ licenseId, settle }),
});

/** {@link finalizeLicense}, waiting for the receipt. */
export const finalizeLicenseAndWait: WaitingAction<"licenseMarket", finalizeLicense.Args, finalizeLicense.Result> =
  /* @__PURE__ */ andWait(finalizeLicense);
