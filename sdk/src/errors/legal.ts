import type { Address } from "viem";
import { ImprimaturError } from "./base.ts";

/** An offer's terms are not what its standard text says. */
export class LegalPresetMismatchError extends ImprimaturError {
  override readonly name = "LegalPresetMismatchError";
  constructor(preset: string, reason: string) {
    super(`The terms do not fit the text "${preset}": ${reason}.`, {
      hint: "Change the terms, or choose the preset that fits them.",
    });
  }
}

/** A license text or its terms do not hash to what the offer names. */
export class LegalTextMismatchError extends ImprimaturError {
  override readonly name = "LegalTextMismatchError";
  constructor(found: string, expected: string) {
    super(`The text hashes to ${found}, the offer names ${expected}.`, {
      hint: "This is not the text that was sold: ask the licensor for the file with the offer's digest.",
    });
  }
}

/** A certificate is not in a form that this SDK reads. */
export class CertificateInvalidError extends ImprimaturError {
  override readonly name = "CertificateInvalidError";
}

/** There is no license to certify. */
export class LicenseMissingError extends ImprimaturError {
  override readonly name = "LicenseMissingError";
  constructor(account: Address, assetId: bigint, usage: string, blockNumber: bigint) {
    super(`At block ${blockNumber}, ${account} has no license for ${usage} use of asset ${assetId}.`, {
      hint: "Plain licenses name a single account; records also count for accounts with a seat.",
    });
  }
}
