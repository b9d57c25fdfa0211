import type { Hex } from "viem";
import { ContentMissingError, ContentStoreError } from "../errors/storage.ts";
import { baseOf, bytesOf, MAX_ANSWER, type PatienceOptions, reach } from "./adapters/request.ts";
import { cidOf, digestOf } from "./cid.ts";
import type { ContentStore } from "./store.ts";

/** Options of {@link ipfsStore}. */
export type IpfsStoreOptions = PatienceOptions & {
  /** Base URL of an IPFS RPC endpoint (kubo's `:5001`, or the local stack's). */
  url: string;
  /** Sent with every request, for pinning services that want a token. */
  headers?: Record<string, string>;
  /** Largest block that is read, 256 MiB by default: a store may send without end. */
  maxBytes?: number;
};

const SERVICE = "The content store";
const MAX_BYTES = 256 << 20;

/**
 * A store behind the IPFS RPC calls `block/put` and `block/get`, as kubo and the local stack speak them.
 *
 * @example
 * ```ts
 * const store = ipfsStore({ url: "http://127.0.0.1:5001" });
 * ```
 */
export function ipfsStore({ url, headers = {}, maxBytes = MAX_BYTES, ...patience }: IpfsStoreOptions): ContentStore {
  const call = (path: string, body?: FormData): Promise<Response> => {
    const sent = { method: "POST", headers, redirect: "manual", ...(body === undefined ? {} : { body }) } as const;
    return reach(SERVICE, (signal) => fetch(`${baseOf(url)}/api/v0/${path}`, { ...sent, signal }), patience);
  };
  const read = (what: string, response: Response, limit: number): Promise<Uint8Array> =>
    bytesOf(SERVICE, what, response, { ...patience, limit });
  const refusal = async (what: string, digest: Hex, response: Response): Promise<ContentStoreError> => {
    const answer = new TextDecoder().decode(await read("say why", response, MAX_ANSWER));
    const details = [`HTTP ${response.status}: ${answer.slice(0, 200)}`];
    return new ContentStoreError(`The store refused to ${what} ${cidOf(digest)}.`, { details });
  };
  return {
    put: async (digest, bytes) => {
      const body = new FormData();
      body.append("data", new Blob([Uint8Array.from(bytes)]));
      const response = await call("block/put?cid-codec=raw&mhtype=sha2-256&pin=true", body);
      if (!response.ok) throw await refusal("put", digest, response);
      const answer = new TextDecoder().decode(await read("put a block", response, MAX_ANSWER));
      const cid = keyIn(answer);
      if (cid === undefined || digestOf(cid) !== digest)
        throw new ContentStoreError(`Put ${cidOf(digest)}, the store calls it ${cid ?? "nothing"}.`);
    },
    get: async (digest) => {
      const response = await call(`block/get?arg=${cidOf(digest)}`);
      if (!response.ok) throw new ContentMissingError(cidOf(digest), await refusal("get", digest, response));
      return read("give a block", response, maxBytes);
    },
  };
}

function keyIn(answer: string): string | undefined {
  try {
    const { Key: cid } = JSON.parse(answer) as { Key?: unknown };
    return typeof cid === "string" ? cid : undefined;
  } catch {
    return undefined;
  }
}
