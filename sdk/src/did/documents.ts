import type { DIDDocument, DIDResolutionResult, VerificationMethod } from "did-resolver";

/** A document whose one key or account speaks for the DID. */
export function documentOf(did: string, method: VerificationMethod): DIDDocument {
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/suites/secp256k1recovery-2020/v2"],
    id: did,
    verificationMethod: [method],
    authentication: [method.id],
    assertionMethod: [method.id],
  };
}

/** What a resolver answers where there is a document. */
export function resolved(didDocument: DIDDocument): DIDResolutionResult {
  return {
    didResolutionMetadata: { contentType: "application/did+ld+json" },
    didDocument,
    didDocumentMetadata: {},
  };
}

/** What a resolver answers where there is none. */
export function unresolved(error: "invalidDid" | "notFound", message: string): DIDResolutionResult {
  return { didResolutionMetadata: { error, message }, didDocument: null, didDocumentMetadata: {} };
}
