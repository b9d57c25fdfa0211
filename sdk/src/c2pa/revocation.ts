import { SigningCertificateError } from "../errors/c2pa.ts";
import { loadX509 } from "./x509.ts";

/** What lists say of a signer's certificates. */
export type Revocation = {
  /** Serial number of one that is revoked. */
  revoked: string | undefined;
  /** Authorities of the certificates of which no list was given: what they revoked is not known. */
  unlisted: readonly string[];
};

/**
 * Looks a signer's certificates up in the lists of what their authorities revoked.
 *
 * A list counts only when one of the certificates, or an anchor, signed it; any other is refused. The list of somebody
 * else's authority is no answer: the certificate's own stays unlisted.
 */
export async function findRevoked(parameters: {
  certificates: readonly Uint8Array[];
  /** PEM. */
  trustAnchors: string;
  /** DER or PEM. */
  revocationLists: readonly (Uint8Array | string)[];
}): Promise<Revocation> {
  const { revocationLists, trustAnchors } = parameters;
  const x509 = await loadX509();
  const read = <Read>(make: () => Read): Read => {
    try {
      return make();
    } catch (error) {
      throw new SigningCertificateError("it is no X.509", error);
    }
  };
  const certificates = parameters.certificates.map((raw) => read(() => new x509.X509Certificate(Uint8Array.from(raw))));
  const anchors = read(() => x509.PemConverter.decode(trustAnchors).map((raw) => new x509.X509Certificate(raw)));
  const listed = new Set<string>();
  for (const raw of revocationLists) {
    const list = read(() => new x509.X509Crl(typeof raw === "string" ? raw : Uint8Array.from(raw)));
    // A list that does not say when the next one comes is not read to its end by the library, nor allowed by RFC 5280.
    if (list.nextUpdate === undefined || list.nextUpdate.getTime() < Date.now()) {
      throw new SigningCertificateError(`the revocation list of ${list.issuer} is out of date`);
    }
    const issuers = [...certificates, ...anchors].filter(({ subject }) => subject === list.issuer);
    const checks = issuers.map(({ publicKey }) => list.verify({ publicKey }).catch(() => false));
    if (!(await Promise.all(checks)).includes(true)) {
      throw new SigningCertificateError(`the revocation list of ${list.issuer} is not by its authority`);
    }
    const revoked = certificates.find((one) => one.issuer === list.issuer && list.findRevoked(one) !== null);
    if (revoked !== undefined) return { revoked: revoked.serialNumber, unlisted: [] };
    listed.add(list.issuer);
  }
  // Nobody revokes an authority but whoever stopped trusting it.
  const issuers = certificates.filter(({ subject, issuer }) => subject !== issuer).map(({ issuer }) => issuer);
  return { revoked: undefined, unlisted: [...new Set(issuers)].filter((issuer) => !listed.has(issuer)) };
}
