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
