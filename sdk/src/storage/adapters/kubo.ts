import { StorageAnswerError, StorageRefusedError, StorageUriError } from "../../errors/storage.ts";
import { cidOf } from "../cid.ts";
import type { StorageAdapter } from "./adapter.ts";
import { ask, baseOf, bodyOf, fieldOf, type PatienceOptions, type RequestOptions } from "./request.ts";

/** Options of {@link kuboStorage}. */
export type KuboStorageOptions = PatienceOptions & {
  /** Base URL of kubo's RPC, `http://127.0.0.1:5001`. */
  url: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
};

/** Most bytes in a leaf: what IPFS nodes pass on as one block. */
const CHUNK = 1 << 20;
const ADD = `add?cid-version=1&raw-leaves=true&chunker=size-${CHUNK}&pin=true&progress=false`;
const [SERVICE, SCHEME] = ["The IPFS node", "ipfs://"];

/** The CID of an `ipfs://` address. */
export function cidIn(uri: string): string {
  const [, cid] = /^ipfs:\/\/(\w+)$/.exec(uri) ?? [];
  if (cid === undefined) throw new StorageUriError(uri, `${SCHEME}CID`);
  return cid;
}

/**
 * An IPFS node (kubo) over its RPC: `add`, pinned, and `cat`.
 *
 * Up to a mebibyte a file is one raw block, and its address is the CID that leaves stand for; larger ones are UnixFS trees
 * with an address of their own. A block that the node already has is not sent again.
 */
export function kuboStorage({ url, headers = {}, ...patience }: KuboStorageOptions): StorageAdapter {
  const call = (path: string, what: string, options: RequestOptions, body?: FormData): Promise<Response> =>
    ask(
      SERVICE,
      what,
      (init) =>
        fetch(`${baseOf(url)}/api/v0/${path}`, {
          ...init,
          method: "POST",
          headers,
          ...(body === undefined ? {} : { body }),
        }),
      options,
    );
  const isPinned = async (cid: string, options: RequestOptions): Promise<boolean> => {
    try {
      const response = await call(`pin/ls?arg=${cid}&type=recursive`, "list a pin", options);
      await response.body?.cancel();
      return true;
    } catch (error) {
      // Nodes answer 500 for what is not pinned.
      if (error instanceof StorageRefusedError && error.status === 500) return false;
      throw error;
    }
  };
  return {
    name: SERVICE,
    put: async (file, digest, { signal, replace = false } = {}) => {
      const options = { ...patience, signal };
      const expected = file.size <= CHUNK ? cidOf(digest) : undefined;
      if (!replace && expected !== undefined && (await isPinned(expected, options))) return `${SCHEME}${expected}`;
      const body = new FormData();
      body.append("file", file);
      const what = "add a file";
      const cid = await fieldOf(SERVICE, what, await call(ADD, what, options, body), { ...options, name: "Hash" });
      if (cid !== (expected ?? cid)) throw new StorageAnswerError(SERVICE, what, `it calls ${expected} ${cid}`);
      return `${SCHEME}${cid}`;
    },
    get: async (uri, { signal } = {}) => {
      const options = { ...patience, signal };
      return bodyOf(SERVICE, await call(`cat?arg=${cidIn(uri)}`, "give a file", options), options);
    },
  };
}
