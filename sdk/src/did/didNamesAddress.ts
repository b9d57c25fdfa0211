import type { DIDDocument, Resolver, VerificationMethod } from "did-resolver";
import { type Address, isAddressEqual } from "viem";
import { DidUnresolvedError } from "../errors/did.ts";
import { addressOf } from "./address.ts";
import { createDidResolver, resolveDid } from "./resolver.ts";

/** What {@link didNamesAddress} is given beside DID and address. */
export type DidNamesAddressParameters = {
  /** The chain that the address acts on: a contract's address may be somebody else's on another one. */
  chainId: number;
  /** For methods beyond pkh, key and web. */
  resolver?: Pick<Resolver, "resolve">;
  /** Ends the asking; the DID is unresolved then. */
  signal?: AbortSignal | undefined;
};

/** Whether a DID may stand for an address. */
export type DidNaming = {
  /** `unresolved` is no judgement: the document could not be had. */
  outcome: "named" | "not named" | "unresolved";
  reason: string;
  /** Id of the method that names the address. */
  method?: string;
  error?: DidUnresolvedError;
};

/**
 * Whether the DID names the address back: only then it counts as the actor's. Anybody can write anybody's DID into an
 * attestation; the document is under the DID's own control.
 *
 * Only methods count by which the DID signs (authentication or assertion), which it controls itself, and which are the
 * address: an account on this chain, or the key whose address it is.
 *
 * @example
 * ```ts
 * const { outcome } = await didNamesAddress(`did:pkh:eip155:1:${address}`, address, { chainId: 1 }); // named
 * ```
 */
export async function didNamesAddress(
  did: string,
  address: Address,
  { chainId, signal, resolver = createDidResolver() }: DidNamesAddressParameters,
): Promise<DidNaming> {
  try {
    const document = await resolveDid(resolver, did, { signal });
    const method = signingMethodsOf(document).find((one) => {
      const named = addressOf(one, chainId);
      return named !== undefined && isAddressEqual(named, address);
    });
    if (method === undefined)
      return { outcome: "not named", reason: `nothing in it is ${address} on chain ${chainId}` };
    return { outcome: "named", reason: `by ${method.id}`, method: method.id };
  } catch (error) {
    if (!(error instanceof DidUnresolvedError)) throw error;
    return { outcome: "unresolved", reason: error.shortMessage, error };
  }
}

type Lists = { id: string } & {
  [list in "verificationMethod" | "publicKey" | "authentication" | "assertionMethod"]?: unknown;
};

/** The methods by which the DID itself signs; the document may be anything, even where types promise lists. */
function signingMethodsOf(document: DIDDocument): VerificationMethod[] {
  const { id, verificationMethod, publicKey, authentication, assertionMethod } = document as Lists;
  const declared = [...listOf(verificationMethod), ...listOf(publicKey)].filter(isMethod);
  const used = [...listOf(authentication), ...listOf(assertionMethod)];
  const methods = used.map((one) =>
    typeof one === "string" ? declared.find((method) => absolute(method.id, id) === absolute(one, id)) : one,
  );
  return methods.filter((method) => isMethod(method) && method.controller === id) as VerificationMethod[];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const absolute = (reference: string, did: string): string => (reference.startsWith("#") ? did + reference : reference);

function isMethod(value: unknown): value is VerificationMethod {
  return typeof value === "object" && value !== null && typeof (value as VerificationMethod).id === "string";
}
