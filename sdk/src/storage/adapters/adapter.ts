import type { Hex } from "viem";
import { ContentMismatchError } from "../../errors/storage.ts";
import { cidOf } from "../cid.ts";
import { digestStream } from "./digest.ts";

/** A file in storage: where, and what it is. */
export type StoredFile = {
  /** Address by which the same adapter gives it back. */
  uri: string;
  /** SHA-256 of the bytes, as leaves hold it. */
  digest: Hex;
  bytes: number;
};

/**
 * A place for files of any size.
 *
 * Files are Blobs, which stream: of a file on disk (`openAsBlob` of Node, an `<input>` of a page) never more than a part is
 * in memory. `put` may be called again after any failure; it goes on with what has arrived.
 */
export type StorageAdapter = {
  /** Shown in errors. */
  readonly name: string;
  /** Stores the file. Not trusted: see {@link uploadFile}. */
  put(file: Blob, digest: Hex, options?: PutOptions): Promise<string>;
  /** The bytes at an address that `put` gave out. */
  get(uri: string, options?: { signal?: AbortSignal | undefined }): Promise<ReadableStream<Uint8Array>>;
};

/** How a file is stored. */
export type PutOptions = {
  signal?: AbortSignal | undefined;
  /** Sends the file whatever seems to be there: what was there, was another one. */
  replace?: boolean;
};

/** How a file is uploaded. */
export type UploadFileOptions = {
  /** SHA-256 of the file where it is known already. */
  digest?: Hex;
  /** Ends the upload; what has arrived is kept. */
  signal?: AbortSignal | undefined;
};

/**
 * Stores a file and reads it back: what a service answers is no proof that it has the bytes. Where something else is in
 * the file's place, it is sent once more.
 *
 * @example
 * ```ts
 * const { uri } = await uploadFile(kuboStorage({ url: "http://127.0.0.1:5001" }), file);
 * ```
 */
export async function uploadFile(
  storage: StorageAdapter,
  file: Blob,
  options: UploadFileOptions = {},
): Promise<StoredFile> {
  const { signal } = options;
  const digest = options.digest ?? (await digestStream(file.stream())).digest;
  const stored = { uri: await storage.put(file, digest, { signal }), digest, bytes: file.size };
  try {
    await verifyStored(storage, stored, { signal });
    return stored;
  } catch (error) {
    if (!(error instanceof ContentMismatchError)) throw error;
  }
  const replaced = { ...stored, uri: await storage.put(file, digest, { signal, replace: true }) };
  await verifyStored(storage, replaced, { signal });
  return replaced;
}

/** Reads a stored file back and throws {@link ContentMismatchError} unless it is the one that was stored. */
export async function verifyStored(
  storage: StorageAdapter,
  stored: StoredFile,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const { digest } = await digestStream(await storage.get(stored.uri, options), stored.bytes);
  if (digest === stored.digest) return;
  throw new ContentMismatchError(cidOf(stored.digest), cidOf(digest), `${storage.name} has it at ${stored.uri}.`);
}
