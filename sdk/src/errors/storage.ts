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
  constructor(expected: string, found: string) {
    super(`Asked for ${expected}, got a block that hashes to ${found}.`, { hint: "Ask another store: this one lies." });
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

/** A value has no canonical JSON form: lone surrogates, NaN, infinities. */
export class JsonUnsupportedError extends ImprimaturError {
  override readonly name = "JsonUnsupportedError";
}
