import { SigningCertificateError } from "../errors/c2pa.ts";
import type { ClaimAlgorithm } from "./cose.ts";

/** Who signs claims: certificates, and a callback that may ask a key store, a card or a service. */
export type ClaimSigner = {
  algorithm: ClaimAlgorithm;
  /** DER, the signer's certificate first, then those above it; the root may be left out. */
  certificates: readonly Uint8Array[];
  /** Signs the message; 64 bytes, for es256 r and s one after the other, as WebCrypto gives them. */
  sign(message: Uint8Array): Promise<Uint8Array>;
};

const WEB_CRYPTO = {
  es256: { name: "ECDSA", hash: "SHA-256" },
  ed25519: { name: "Ed25519" },
} as const;

/**
 * A signer whose key WebCrypto holds, extractable or not.
 *
 * @example
 * ```ts
 * const signer = webCryptoSigner({ key: keys.privateKey, certificates: [certificate, intermediate] });
 * ```
 */
export function webCryptoSigner(parameters: { key: CryptoKey; certificates: readonly Uint8Array[] }): ClaimSigner {
  const { key, certificates } = parameters;
  if (certificates.length === 0) throw new SigningCertificateError("there is none");
  const algorithm = algorithmOf(key);
  return {
    algorithm,
    certificates,
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign(WEB_CRYPTO[algorithm], key, Uint8Array.from(message))),
  };
}

function algorithmOf({ algorithm }: CryptoKey): ClaimAlgorithm {
  if (algorithm.name === "Ed25519") return "ed25519";
  const { namedCurve } = algorithm as EcKeyAlgorithm;
  if (algorithm.name === "ECDSA" && namedCurve === "P-256") return "es256";
  throw new SigningCertificateError(`its key is for ${algorithm.name} ${namedCurve}, not for P-256 or Ed25519`);
}
