import type { DIDResolver } from "did-resolver";
import { base58btc } from "multiformats/bases/base58";
import { varint } from "multiformats";
import { documentOf, resolved, unresolved } from "./documents.ts";

/** Multicodec's numbers of public keys, with their bytes. */
const KEYS: Readonly<Record<number, { type: string; bytes: number }>> = {
  0xe7: { type: "EcdsaSecp256k1VerificationKey2019", bytes: 33 },
  0xed: { type: "Ed25519VerificationKey2020", bytes: 32 },
  0x1200: { type: "P256VerificationKey2020", bytes: 33 },
};

/** No known key is written longer; what is, takes time that grows with its square. */
const MOST_CHARACTERS = 128;

/** A key in multibase and multicodec, or undefined for what is none. */
export function decodeKey(text: string): { code: number; type: string; key: Uint8Array } | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    const bytes = base58btc.decode(text);
    const [code, length] = varint.decode(bytes);
    const known = KEYS[code];
    const key = bytes.subarray(length);
    return known?.bytes === key.length ? { code, type: known.type, key } : undefined;
  } catch {
    return undefined;
  }
}

/** `did:key:z…`: the DID of a key, whose document is itself; keys of secp256k1, Ed25519 and P-256. */
export const resolveKey: DIDResolver = (did, { id }) => {
  const found = decodeKey(id);
  if (found === undefined) return Promise.resolve(unresolved("invalidDid", "It is no key of a known kind."));
  const method = { id: `${did}#${id}`, type: found.type, controller: did, publicKeyMultibase: id };
  return Promise.resolve(resolved(documentOf(did, method)));
};
