import { ImprimaturError } from "./base.ts";

/** A string is not a CIDv1 of one raw SHA-256 block. */
export class CidUnsupportedError extends ImprimaturError {
  override readonly name = "CidUnsupportedError";
  constructor(cid: string, cause?: unknown) {
    super(`"${cid}" is not a CIDv1 with the raw codec and SHA-256.`, { cause });
  }
}

/** A store answered bytes that are not those of the digest that was asked for. */
export class ContentMismatchError extends ImprimaturError {
  override readonly name = "ContentMismatchError";
  constructor(expected: string, found: string, place?: string) {
    super(`Asked for ${expected}, got a block that hashes to ${found}.`, {
      details: place === undefined ? [] : [place],
      hint: "Ask another store: this one lies.",
    });
  }
}

/** No store has the block. */
export class ContentMissingError extends ImprimaturError {
  override readonly name = "ContentMissingError";
  constructor(cid: string, cause?: unknown) {
    super(`No block ${cid} in this store.`, { cause });
  }
}

/** A store refused to take or to give a block. */
export class ContentStoreError extends ImprimaturError {
  override readonly name = "ContentStoreError";
}

/** A manifest or a chunk is not what the format asks for. */
export class ManifestInvalidError extends ImprimaturError {
  override readonly name = "ManifestInvalidError";
}

/** A committed lot names a manifest that is not its own. */
export class ManifestForeignError extends ImprimaturError {
  override readonly name = "ManifestForeignError";
  constructor(lotId: bigint, why: string) {
    super(`The manifest that lot ${lotId} names is not its own: ${why}.`, {
      hint: "Its producer named it so. What the lot holds is not known: trust none of its files.",
    });
  }
}

/** A value has no canonical JSON form: lone surrogates, NaN, infinities. */
export class JsonUnsupportedError extends ImprimaturError {
  override readonly name = "JsonUnsupportedError";
}

/** A storage service did not answer, or the line broke. */
export class StorageUnreachableError extends ImprimaturError {
  override readonly name = "StorageUnreachableError";
  constructor(service: string, cause: unknown) {
    super(`${service} did not answer.`, {
      cause,
      hint: "Try again: what has arrived is kept, and what is known to be stored is not sent twice.",
    });
  }
}

/** A storage service answered, and refused. */
export class StorageRefusedError extends ImprimaturError {
  override readonly name = "StorageRefusedError";
  /** The HTTP status. */
  readonly status: number;
  constructor(service: string, what: string, status: number, answer: string) {
    super(`${service} refused to ${what}: HTTP ${status}.`, {
      details: [answer.slice(0, 200)],
      hint:
        status === 401 || status === 403 ? "Check the key and what it may do." : "The answer may say what is wrong.",
    });
    this.status = status;
  }
}

/** A storage service answered something that is no answer. */
export class StorageAnswerError extends ImprimaturError {
  override readonly name = "StorageAnswerError";
  constructor(service: string, what: string, reason: string) {
    super(`${service} was asked to ${what}: ${reason}.`, {
      hint: "Check its address: there may be another service, or something in between.",
    });
  }
}

/** Some files of a lot were not stored; the others are, and the next attempt leaves them alone. */
export class LotUploadError extends ImprimaturError {
  override readonly name = "LotUploadError";
  /** Names of the files that are missing. */
  readonly missing: readonly string[];
  constructor(missing: readonly string[], stored: number, cause: unknown) {
    super(`${missing.length} of ${missing.length + stored} files were not stored.`, {
      cause,
      details: missing.slice(0, 10),
      hint: "Call uploadLot again with the same journal.",
    });
    this.missing = missing;
  }
}

/** An address is not of the kind that this storage gives out. */
export class StorageUriError extends ImprimaturError {
  override readonly name = "StorageUriError";
  constructor(uri: string, scheme: string) {
    super(`"${uri}" is not an address of the form ${scheme}.`, { hint: "Ask the storage that gave the address out." });
  }
}
