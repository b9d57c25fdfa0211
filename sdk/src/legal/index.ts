export {
  type CertificateAddresses,
  type CertificateVerification,
  issueCertificate,
  type IssueCertificateParameters,
  type IssuedCertificate,
  type LicenseCertificate,
  verifyCertificate,
} from "./certificate.ts";
export {
  DISCLAIMER,
  hashText,
  LEGAL_TEXT_VERSION,
  type LegalDetails,
  type LicenseText,
  type OfferWithText,
  offerWithText,
  type OfferWithTextParameters,
  renderLicenseText,
  toLegalTerms,
  verifyLicenseText,
} from "./licenseText.ts";
export { escapeMarkdown } from "./markdown.ts";
export { LEGAL_PRESETS, type LegalPreset, legalPresetOf, type LegalTerms } from "./presets.ts";
export type { LegalSection } from "./sections.ts";
