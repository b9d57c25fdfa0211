import type { DIDDocument, DIDResolver } from "did-resolver";
import { orAborted } from "./orAborted.ts";
import { resolved, unresolved } from "./documents.ts";
import { assertPublic, systemLookup } from "./publicHosts.ts";

/** How documents are fetched. */
export type WebDidOptions = {
  /** In place of the platform's, for proxies and for rules where requests may go. */
  fetch?: typeof fetch;
  /**
   * The addresses of a host, which all have to be public. In Node the system is asked, where the platform's `fetch` is used;
   * in pages nobody.
   */
  lookup?: (host: string) => Promise<readonly string[]>;
  /**
   * Whether documents are fetched from anywhere: numbers for hosts, `localhost`, names and addresses of networks of one's
   * own. A DID is somebody else's word for where to send a request: allow it only where nothing else can be reached.
   */
  allowPrivate?: boolean;
  /** Milliseconds until an answer must be there, finding the host included; 10,000 by default. */
  timeout?: number;
};

/** A document has a few keys; what is larger is not read. */
const MOST_BYTES = 64 * 1024;
const LABEL = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;

/** Where the document of `did:web:<id>` is; undefined for an id that names no host. */
export function webAddressOf(id: string): string | undefined {
  const [host = "", ...path] = id.split(":").map(unescape);
  const [name = "", port, ...rest] = host.split(":");
  const named = name.split(".").every((label) => LABEL.test(label)) && rest.length === 0;
  const plain = path.every((part) => part !== "" && !/[/?#\\%]|^\.{1,2}$/.test(part));
  if (!named || !plain || (port !== undefined && !/^\d{1,5}$/.test(port))) return undefined;
  const folder = path.length === 0 ? ".well-known" : path.map(encodeURIComponent).join("/");
  return `https://${host}/${folder}/did.json`;
}

function unescape(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "%";
  }
}

/** `did:web:<host>[:<path>]`: the document that the host serves, over TLS, at the place itself and nowhere else. */
export function webResolver(options: WebDidOptions = {}): DIDResolver {
  const { fetch: ask = fetch, timeout = 10_000, allowPrivate = false } = options;
  const { lookup = options.fetch === undefined ? systemLookup() : undefined } = options;
  return async (did, { id }, _resolver, asked) => {
    const { signal: given } = asked as { signal?: AbortSignal };
    const address = webAddressOf(id);
    if (address === undefined) return unresolved("invalidDid", "It names no host.");
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(timeout), ...(given === undefined ? [] : [given])]);
      if (!allowPrivate) await orAborted(assertPublic(new URL(address).hostname, lookup), signal);
      const response = await ask(address, { redirect: "error", signal, headers: { accept: "application/json" } });
      if (!response.ok) return unresolved("notFound", `${address} answers HTTP ${response.status}.`);
      const document = JSON.parse(await read(response)) as DIDDocument | null;
      if (document?.id !== did) return unresolved("notFound", `The document at ${address} is of another DID.`);
      return resolved(document);
    } catch (error) {
      return unresolved("notFound", `${address}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

async function read(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [text, bytes] = ["", 0];
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
    bytes += piece.value.length;
    if (bytes > MOST_BYTES) {
      await reader?.cancel();
      throw new RangeError(`The document has more than ${MOST_BYTES} bytes.`);
    }
    text += decoder.decode(piece.value, { stream: true });
  }
  return text + decoder.decode();
}
