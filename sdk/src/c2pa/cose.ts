import { encode } from "cborg";
import { concatBytes } from "viem";
import { ManifestBoxError, SigningCertificateError } from "../errors/c2pa.ts";
import { decodeCbor } from "./cbor.ts";

/** How claims are signed: ECDSA on P-256 with SHA-256, or Ed25519. */
export type ClaimAlgorithm = "es256" | "ed25519";

/** COSE's numbers of the algorithms. */
const ALGORITHMS: Readonly<Record<ClaimAlgorithm, number>> = { es256: -7, ed25519: -8 };
const [ALGORITHM, CERTIFICATES] = [1, 33];
const SIGN1_TAG = 0xd2;
/** Both algorithms' signatures have this length. */
const SIGNATURE_BYTES = 64;
/** Between 256 and 65,535 a byte string's own header does not change its length, so every size can be met. */
const SPARE = 512;
const NOTHING = new Uint8Array();

/** What the unprotected header may hold: padding, time stamps, answers about revocation. */
const UNPROTECTED = ["pad", "pad2", "sigTst", "sigTst2", "rVals"];

/** The header that is signed along: algorithm and certificates, the signer's first. */
function protectedHeader(algorithm: ClaimAlgorithm, certificates: readonly Uint8Array[]): Uint8Array {
  const chain = certificates.length === 1 ? certificates[0] : certificates;
  return encode(
    new Map<number, unknown>([
      [ALGORITHM, ALGORITHMS[algorithm]],
      [CERTIFICATES, chain],
    ]),
  );
}

/** Bytes that the manifest keeps free for the signature with everything around it. */
export function reservedBytes(algorithm: ClaimAlgorithm, certificates: readonly Uint8Array[]): number {
  return protectedHeader(algorithm, certificates).length + SIGNATURE_BYTES + SPARE;
}

/** Signs a claim: the COSE structure, padded to the bytes that were kept free for it. */
export async function signClaim(
  claim: Uint8Array,
  signer: {
    algorithm: ClaimAlgorithm;
    certificates: readonly Uint8Array[];
    sign(message: Uint8Array): Promise<Uint8Array>;
  },
): Promise<Uint8Array<ArrayBuffer>> {
  const { algorithm, certificates } = signer;
  const header = protectedHeader(algorithm, certificates);
  const signature = await signer.sign(encode(["Signature1", header, NOTHING, claim]));
  if (signature.length !== SIGNATURE_BYTES) {
    throw new SigningCertificateError(`its key signs with ${signature.length} bytes, not ${SIGNATURE_BYTES}`);
  }
  const padded = (length: number): Uint8Array => {
    const pad = new Map([["pad", new Uint8Array(length)]]);
    return concatBytes([Uint8Array.of(SIGN1_TAG), encode([header, pad, null, signature])]);
  };
  const total = reservedBytes(algorithm, certificates);
  return Uint8Array.from(padded(SPARE - (padded(SPARE).length - total)));
}

/**
 * The certificates that a signature names, the signer's first.
 *
 * Refuses what neither the signature nor the engine covers: unknown headers, padding that is not zero.
 */
export function certificatesIn(signature: Uint8Array, depth: number): readonly Uint8Array[] {
  const structure = signature[0] === SIGN1_TAG ? decodeCbor(signature.subarray(1), depth) : undefined;
  const [header, unprotected, payload] = Array.isArray(structure) ? (structure as unknown[]) : [];
  if (!(header instanceof Uint8Array) || !(unprotected instanceof Map) || payload !== null) {
    throw new ManifestBoxError("its signature is no COSE structure");
  }
  for (const [key, value] of unprotected as Map<unknown, unknown>) {
    if (typeof key !== "string" || !UNPROTECTED.includes(key)) {
      throw new ManifestBoxError("its signature has a header that nobody signed");
    }
    const padding = key.startsWith("pad");
    if (padding && !(value instanceof Uint8Array && value.every((byte) => byte === 0))) {
      throw new ManifestBoxError("its padding is not zero");
    }
  }
  const fields = decodeCbor(header, depth);
  const chain: unknown = fields instanceof Map ? fields.get(CERTIFICATES) : undefined;
  const certificates: unknown[] = Array.isArray(chain) ? chain : [chain];
  if (!certificates.every((certificate) => certificate instanceof Uint8Array)) {
    throw new ManifestBoxError("its signature names no certificate");
  }
  return certificates;
}
