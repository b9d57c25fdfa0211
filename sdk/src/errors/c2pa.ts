import { ImprimaturError } from "./base.ts";

/** The C2PA engine could not be started. */
export class C2paEngineError extends ImprimaturError {
  override readonly name = "C2paEngineError";
  constructor(cause?: unknown) {
    super("The C2PA engine could not be started.", {
      cause,
      hint: 'Outside Node, give loadC2pa the address or the bytes of "@contentauth/c2pa-wasm/c2pa.wasm".',
    });
  }
}

/** A file is larger than what is read. */
export class MediaTooLargeError extends ImprimaturError {
  override readonly name = "MediaTooLargeError";
  constructor(bytes: number, limit: number) {
    super(`The file has ${bytes} bytes; at most ${limit} are read.`, {
      hint: "Raise limits.fileBytes if you trust where the file comes from.",
    });
  }
}

/** A file is of no format that carries a manifest here. */
export class MediaFormatError extends ImprimaturError {
  override readonly name = "MediaFormatError";
  constructor(start: string, supported: readonly string[]) {
    super(`A file that starts with ${start} is none of: ${supported.join(", ")}.`, {
      hint: "Convert the file before it is signed; a signed file must not be converted.",
    });
  }
}

/** A file is cut off or otherwise not what its format asks for. */
export class MediaCorruptError extends ImprimaturError {
  override readonly name = "MediaCorruptError";
  constructor(mediaType: string, reason: string) {
    super(`The file is no readable ${mediaType}: ${reason}.`, { hint: "Fetch the file again and compare its hash." });
  }
}

/** The boxes of a manifest store do not follow their format, or are more or larger than what is read. */
export class ManifestBoxError extends ImprimaturError {
  override readonly name = "ManifestBoxError";
  constructor(reason: string, cause?: unknown) {
    super(`The manifest store is not well-formed: ${reason}.`, {
      cause,
      hint: "The file was changed after it was signed, or made to harm readers: ask for the original.",
    });
  }
}

/** A manifest is among its own ingredients. */
export class ManifestCycleError extends ImprimaturError {
  override readonly name = "ManifestCycleError";
  constructor(label: string) {
    super(`The manifest ${label} is among its own ingredients.`, {
      hint: "No honest signer makes such a file: each manifest is signed after its ingredients.",
    });
  }
}

/** What a file is to claim, or claims, is not what the birth assertion asks for. */
export class BirthClaimError extends ImprimaturError {
  override readonly name = "BirthClaimError";
  constructor(field: string, reason: string) {
    super(`The birth claim's ${field} ${reason}.`, {
      hint: "Ids are known before the commit: toLotId and assetAt of /merkle compute them.",
    });
  }
}

/** A certificate cannot be signed with, or is not what a check needs. */
export class SigningCertificateError extends ImprimaturError {
  override readonly name = "SigningCertificateError";
  constructor(reason: string, cause?: unknown) {
    super(`The signing certificate cannot be used: ${reason}.`, {
      cause,
      hint: "Give the chain as DER, the signer's certificate first, and the key that belongs to it.",
    });
  }
}

/** A file could not be signed. */
export class ClaimSigningError extends ImprimaturError {
  override readonly name = "ClaimSigningError";
  constructor(cause: unknown) {
    super("The file was not signed.", {
      cause,
      details: [String(cause instanceof Error ? cause.message : cause)],
      hint: "The reason is the cause: the signer's own error, or what the C2PA engine could not write.",
    });
  }
}

/** A file has a manifest that does not hold. */
export class ManifestUnreadableError extends ImprimaturError {
  override readonly name = "ManifestUnreadableError";
  constructor(reason: string) {
    super(`The file's manifest does not hold: ${reason}.`, {
      hint: "verifyFile tells every check. What such a manifest says counts for nothing.",
    });
  }
}

/** Neither the chain nor the lot's producer shows a record of the asset. */
export class RecordMissingError extends ImprimaturError {
  override readonly name = "RecordMissingError";
  constructor(assetId: bigint) {
    super(`There is no record of asset ${assetId} to compare with.`, {
      hint: "Ask a store that has the lot's manifest, or the producer for leaf and proof.",
    });
  }
}
