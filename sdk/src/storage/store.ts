import { type Hex, sha256 } from "viem";
import { ContentMismatchError, ContentMissingError } from "../errors/storage.ts";
import { cidOf } from "./cid.ts";

/** Where blocks are kept, by SHA-256 digest. An adapter for IPFS, Arweave or a folder is these two functions. */
export type ContentStore = {
  /** Keeps the block; `digest` is the SHA-256 of `bytes`. */
  put(digest: Hex, bytes: Uint8Array): Promise<void>;
  /** The block; throws {@link ContentMissingError} where there is none. Not trusted: see {@link getBlock}. */
  get(digest: Hex): Promise<Uint8Array>;
};

/** Stores a block and returns its digest. */
export async function putBlock(store: Pick<ContentStore, "put">, bytes: Uint8Array): Promise<Hex> {
  const digest = sha256(bytes);
  await store.put(digest, bytes);
  return digest;
}

/** Fetches a block and checks that it is the one asked for. */
export async function getBlock(store: ContentStore, digest: Hex): Promise<Uint8Array> {
  const bytes = await store.get(digest);
  const found = sha256(bytes);
  if (found !== digest.toLowerCase()) throw new ContentMismatchError(digest, found);
  return bytes;
}

/** A store that forgets everything with the process. */
export function memoryStore(): ContentStore & { readonly digests: () => Hex[] } {
  const blocks = new Map<Hex, Uint8Array>();
  return {
    put: (digest, bytes) => Promise.resolve(void blocks.set(digest, bytes)),
    get: (digest) => {
      const bytes = blocks.get(digest);
      return bytes === undefined ? Promise.reject(new ContentMissingError(cidOf(digest))) : Promise.resolve(bytes);
    },
    digests: () => [...blocks.keys()],
  };
}
