import type { Address, Hash, Hex } from "viem";
import { licensesSafeTransferFromAddressAddressUint256, licensesTransferEvent } from "../../abi/items/licenses.ts";
import { hexToBigInt, numberToHex } from "viem";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace transferLicense {
  type Args = { licenseId: Hex; from: Address; to: Address };
  type Parameters = On<"licenses"> & Args & SendOptions;
  type Result = { licenseId: Hex; from: Address; to: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Moves a transferable license and with it what it allows; its seats are cleared and it can no longer be returned.
 *
 * @example
 * ```ts
 * await client.transferLicenseAndWait({ licenseId, from: seller, to: buyer });
 * ```
 */
export const transferLicense: WriteAction<
  "licenses",
  transferLicense.Args,
  typeof licensesSafeTransferFromAddressAddressUint256,
  transferLicense.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenses",
  item: licensesSafeTransferFromAddressAddressUint256,
  event: licensesTransferEvent,
  toInputs: ({ licenseId, from, to }: transferLicense.Args) => [from, to, hexToBigInt(licenseId)],
  fromInputs: ([from, to, tokenId]) => ({ licenseId: numberToHex(tokenId, { size: 32 }), from, to }),
  fromEvents: (events) =>
    only(events, ({ tokenId, ...moved }): transferLicense.Result => {
      return { ...moved, licenseId: numberToHex(tokenId, { size: 32 }) };
    }),
});

/** {@link transferLicense}, waiting for the receipt. */
export const transferLicenseAndWait: WaitingAction<"licenses", transferLicense.Args, transferLicense.Result> =
  /* @__PURE__ */ andWait(transferLicense);
