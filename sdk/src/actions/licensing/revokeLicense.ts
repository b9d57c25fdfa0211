import type { Address, Hash, Hex } from "viem";
import { licenseMarketLicenseRevokedEvent, licenseMarketRevokeLicense } from "../../abi/items/licenseMarket.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace revokeLicense {
  type Args = {
    licenseId: Hex;
    /** Most token units that the sender pays back out of its allowance to RoyaltySplitter. */
    maxRefund: bigint;
  };
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = {
    licenseId: Hex;
    ruler: Address;
    holder: Address;
    token: Address;
    /** Token units credited: to the payer while the refund window is open, else to the holder. */
    refund: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Ends a revocable license by ruling and pays back its remaining time in the same call. Only the timelock of the
 * studio that committed the asset may: by a proposal.
 *
 * @example
 * ```ts
 * const { amount } = await client.getRevocationRefund({ licenseId });
 * const call = revokeLicense.encode({ licenseMarket, licenseId, maxRefund: amount });
 * ```
 */
export const revokeLicense: WriteAction<
  "licenseMarket",
  revokeLicense.Args,
  typeof licenseMarketRevokeLicense,
  revokeLicense.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketRevokeLicense,
  event: licenseMarketLicenseRevokedEvent,
  toInputs: ({ licenseId, maxRefund }: revokeLicense.Args) => [licenseId, maxRefund],
  fromInputs: ([licenseId, maxRefund]) => ({ licenseId, maxRefund }),
});

/** {@link revokeLicense}, waiting for the receipt. */
export const revokeLicenseAndWait: WaitingAction<"licenseMarket", revokeLicense.Args, revokeLicense.Result> =
  /* @__PURE__ */ andWait(revokeLicense);
