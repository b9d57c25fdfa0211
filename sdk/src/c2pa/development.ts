import type { ClaimAlgorithm } from "./cose.ts";
import { type ClaimSigner, webCryptoSigner } from "./signer.ts";
import { loadX509 } from "./x509.ts";

/** What {@link createDevelopmentSigner} can be asked for. */
export type DevelopmentSignerOptions = {
  /** `es256` by default. */
  algorithm?: ClaimAlgorithm;
  /** Who signs, as the certificate says. */
  commonName?: string;
  organization?: string;
  /** First and last moment of the signer's certificate; a year from an hour ago by default. */
  notBefore?: Date;
  notAfter?: Date;
};

/** A signer with the authority above it. */
export type DevelopmentSigner = {
  signer: ClaimSigner;
  /** The authority's certificate as PEM: what `verifyFile` takes as `trustAnchors`. */
  trustAnchors: string;
  /** The list of what the authority revoked, with the signer's certificate on it, as DER; good for a year by default. */
  revoke(nextUpdate?: Date): Promise<Uint8Array>;
  /** Such a list with somebody else's certificate on it. */
  revokeOthers(): Promise<Uint8Array>;
};

const ALGORITHMS = {
  es256: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
  ed25519: { name: "Ed25519" },
} as const;
const EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

/**
 * Makes an authority of its own and a certificate under it, in the form that C2PA asks for.
 *
 * For local use: nobody else trusts the authority, and its key is gone with the process.
 *
 * @example
 * ```ts
 * const { signer, trustAnchors } = await createDevelopmentSigner({ organization: "Lighthouse Studio" });
 * ```
 */
export async function createDevelopmentSigner(options: DevelopmentSignerOptions = {}): Promise<DevelopmentSigner> {
  const { algorithm = "es256", commonName = "Development signer", organization = "Imprimatur" } = options;
  const notBefore = options.notBefore ?? new Date(Date.now() - HOUR);
  const notAfter = options.notAfter ?? new Date(notBefore.getTime() + YEAR);
  const x509 = await loadX509();
  const signingAlgorithm = ALGORITHMS[algorithm];
  const generate = (): Promise<CryptoKeyPair> =>
    crypto.subtle.generateKey(signingAlgorithm, false, ["sign", "verify"]) as Promise<CryptoKeyPair>;
  const [rootKeys, keys] = [await generate(), await generate()];
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: `CN=Development authority, O=${organization}`,
    notBefore: new Date(Math.min(notBefore.getTime(), Date.now() - HOUR)),
    notAfter: new Date(Math.max(notAfter.getTime(), Date.now() + YEAR)),
    signingAlgorithm,
    keys: rootKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: `CN=${commonName}, O=${organization}`,
    issuer: root.subject,
    notBefore,
    notAfter,
    signingAlgorithm,
    publicKey: keys.publicKey,
    signingKey: rootKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([EMAIL_PROTECTION], true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  const listOf = async (revoked: string, nextUpdate = new Date(Date.now() + YEAR)): Promise<Uint8Array> => {
    const list = await x509.X509CrlGenerator.create({
      issuer: root.subject,
      thisUpdate: new Date(),
      nextUpdate,
      signingAlgorithm,
      signingKey: rootKeys.privateKey,
      entries: [{ serialNumber: revoked, revocationDate: new Date() }],
    });
    return new Uint8Array(list.rawData);
  };
  const certificates = [certificate, root].map(({ rawData }) => new Uint8Array(rawData));
  return {
    signer: webCryptoSigner({ key: keys.privateKey, certificates }),
    trustAnchors: root.toString("pem"),
    revoke: (nextUpdate) => listOf(certificate.serialNumber, nextUpdate),
    revokeOthers: () => listOf(serialNumber()),
  };
}

/** Positive and short enough, whatever the first byte. */
function serialNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] as number) & 0x7f) | 1;
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
