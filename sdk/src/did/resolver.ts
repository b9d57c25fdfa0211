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
  return new Resolver({ pkh: resolvePkh, key: resolveKey, web: webResolver(web), ...methods });
}

/** The document of a DID; throws {@link DidUnresolvedError} where there is none, or none any more. */
export async function resolveDid(resolver: Pick<Resolver, "resolve">, did: string): Promise<DIDDocument> {
  const { didDocument, didDocumentMetadata, didResolutionMetadata } = await resolver
    .resolve(did)
    .catch((cause: unknown) => {
      throw new DidUnresolvedError(did, "notFound", { cause });
    });
  const { error, message } = didResolutionMetadata as { error?: string; message?: string };
  if (didDocumentMetadata.deactivated === true) throw new DidUnresolvedError(did, "deactivated");
  if (error !== undefined || didDocument === null) {
    throw new DidUnresolvedError(did, error ?? "notFound", message === undefined ? {} : { message });
  }
  if (didDocument.id !== did)
    throw new DidUnresolvedError(did, "notFound", { message: "The document is of another DID." });
  return didDocument;
}
