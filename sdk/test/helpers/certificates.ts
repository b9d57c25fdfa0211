import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadX509 } from "../../src/c2pa/x509.ts";

const YEAR = 365 * 24 * 3_600_000;
/** Kinds of keys that people sign with. */
export const ALGORITHMS = {
  es256: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
  ed25519: { name: "Ed25519" },
  es384: { name: "ECDSA", namedCurve: "P-384", hash: "SHA-384" },
} as const;

/** Somebody's key and certificate, as files: `<name>.key` and `<name>.crt`. */
export async function issueCertificate(folder: string, name: keyof typeof ALGORITHMS): Promise<void> {
  const x509 = await loadX509();
  const signingAlgorithm = ALGORITHMS[name];
  const keys = (await crypto.subtle.generateKey(signingAlgorithm, true, ["sign", "verify"])) as CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: "01",
    name: `CN=Press of ${name}, O=Lighthouse`,
    notBefore: new Date(Date.now() - 3_600_000),
    notAfter: new Date(Date.now() + YEAR),
    signingAlgorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension(["1.3.6.1.5.5.7.3.4"], true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
  await writeFile(join(folder, `${name}.crt`), certificate.toString("pem"));
  await writeFile(join(folder, `${name}.key`), `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`);
}
