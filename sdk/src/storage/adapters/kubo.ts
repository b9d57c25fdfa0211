import { StorageUriError } from "../../errors/storage.ts";
import { cidOf } from "../cid.ts";
import type { StorageAdapter } from "./adapter.ts";
import { ask, baseOf, bodyOf, reach } from "./request.ts";

/** Options of {@link kuboStorage}. */
export type KuboStorageOptions = {
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
export function kuboStorage({ url, headers = {} }: KuboStorageOptions): StorageAdapter {
  const call = (path: string, what: string, body?: FormData): Promise<Response> =>
    ask(SERVICE, what, () =>
      fetch(`${baseOf(url)}/api/v0/${path}`, {
        method: "POST",
        headers,
        ...(body === undefined ? {} : { body }),
      }),
    );
  const isPinned = (cid: string): Promise<boolean> =>
    call(`pin/ls?arg=${cid}&type=recursive`, "list a pin").then(
      () => true,
      () => false,
    );
  return {
    name: SERVICE,
    put: async (file, digest) => {
      const expected = cidOf(digest);
      if (file.size <= CHUNK && (await isPinned(expected))) return `${SCHEME}${expected}`;
      const body = new FormData();
      body.append("file", file);
      const response = await call(ADD, "add a file", body);
      const { Hash: cid } = await reach(SERVICE, async () => (await response.json()) as { Hash: string });
      return `${SCHEME}${cid}`;
    },
    get: async (uri) => bodyOf(SERVICE, await call(`cat?arg=${cidIn(uri)}`, "give a file")),
  };
}
