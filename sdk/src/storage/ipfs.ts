import type { Hex } from "viem";
import { ContentMissingError, ContentStoreError } from "../errors/storage.ts";
import { cidOf, digestOf } from "./cid.ts";
import type { ContentStore } from "./store.ts";

/** Options of {@link ipfsStore}. */
export type IpfsStoreOptions = {
  /** Base URL of an IPFS RPC endpoint (kubo's `:5001`, or the local stack's). */
  url: string;
  /** Sent with every request, for pinning services that want a token. */
  headers?: Record<string, string>;
};

/**
 * A store behind the IPFS RPC calls `block/put` and `block/get`, as kubo and the local stack speak them.
 *
 * @example
 * ```ts
 * const store = ipfsStore({ url: "http://127.0.0.1:5001" });
 * ```
 */
export function ipfsStore({ url, headers = {} }: IpfsStoreOptions): ContentStore {
  const call = (path: string, body?: FormData): Promise<Response> =>
    fetch(`${url.replace(/\/+$/, "")}/api/v0/${path}`, {
      method: "POST",
      headers,
      ...(body === undefined ? {} : { body }),
    });
  return {
    put: async (digest, bytes) => {
      const body = new FormData();
      body.append("data", new Blob([Uint8Array.from(bytes)]));
      const response = await call("block/put?cid-codec=raw&mhtype=sha2-256&pin=true", body);
      if (!response.ok) throw await refusal("put", digest, response);
      const { Key: cid } = (await response.json()) as { Key: string };
      if (digestOf(cid) !== digest) throw new ContentStoreError(`Put ${cidOf(digest)}, the store calls it ${cid}.`);
    },
    get: async (digest) => {
      const response = await call(`block/get?arg=${cidOf(digest)}`);
      if (!response.ok) throw new ContentMissingError(cidOf(digest), await refusal("get", digest, response));
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

async function refusal(what: string, digest: Hex, response: Response): Promise<ContentStoreError> {
  const details = [`HTTP ${response.status}: ${(await response.text()).slice(0, 200)}`];
  return new ContentStoreError(`The store refused to ${what} ${cidOf(digest)}.`, { details });
}
