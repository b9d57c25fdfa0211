import { type DIDDocument, type DIDResolver, Resolver } from "did-resolver";
import { DidUnresolvedError } from "../errors/did.ts";
import { resolveKey } from "./key.ts";
import { resolvePkh } from "./pkh.ts";
import { type WebDidOptions, webResolver } from "./web.ts";

/** Options of {@link createDidResolver}. */
export type DidResolverOptions = WebDidOptions & {
  /** Further methods, as packages for `did-resolver` give them: `getResolver({ networks })` of `ethr-did-resolver`. */
  methods?: Record<string, DIDResolver>;
};

/**
 * A resolver for `did:pkh`, `did:key` and `did:web`, and for the methods that it is given.
 *
 * @example
 * ```ts
 * import { getResolver } from "ethr-did-resolver";
 *
 * const resolver = createDidResolver({ methods: getResolver({ networks: [{ chainId: 1, rpcUrl: "https://rpc.example" }] }) });
 * ```
 */
export function createDidResolver({ methods = {}, ...web }: DidResolverOptions = {}): Resolver {
  // Without a prototype: a DID's method is a stranger's word, and "constructor" is none of ours.
  const registry = Object.create(null) as Record<string, DIDResolver>;
  return new Resolver(Object.assign(registry, { pkh: resolvePkh, key: resolveKey, web: webResolver(web), ...methods }));
}

/**
 * The document of a DID; throws {@link DidUnresolvedError} where there is none, or none any more, and for whatever a
 * resolver answers that is no answer. The signal is handed on to the resolver.
 */
export async function resolveDid(
  resolver: Pick<Resolver, "resolve">,
  did: string,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<DIDDocument> {
  const answer = fieldsOf(await answerOf(resolver, did, signal));
  const { error, message } = fieldsOf(answer["didResolutionMetadata"]);
  const [reason, told] = [textIn(error), textIn(message)];
  if (fieldsOf(answer["didDocumentMetadata"])["deactivated"] === true) throw new DidUnresolvedError(did, "deactivated");
  const document = fieldsOf(answer["didDocument"]);
  if (error !== undefined || document["id"] === undefined) {
    throw new DidUnresolvedError(did, reason ?? "notFound", told === undefined ? {} : { message: told });
  }
  if (document["id"] !== did) {
    throw new DidUnresolvedError(did, "notFound", { message: "The document is of another DID." });
  }
  return document as DIDDocument;
}

async function answerOf(
  resolver: Pick<Resolver, "resolve">,
  did: string,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  try {
    return await resolver.resolve(did, signal === undefined ? {} : { signal });
  } catch (cause) {
    throw new DidUnresolvedError(did, "notFound", { cause });
  }
}

/** What a method's own package answers may be anything, whatever its type promises. */
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

const textIn = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
