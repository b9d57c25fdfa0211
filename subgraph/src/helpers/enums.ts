/** Members in Solidity's order, spelled as in the schema. */
export const PRESETS: string[] = ["Solo", "Collective", "House", "Open"];
export const MODULES: string[] = [
  "Timelock",
  "Governor",
  "Reputation",
  "Curation",
  "Board",
  "Mandates",
  "Commissions",
  "Impact",
];
export const CLOCK_MODES: string[] = ["Timestamp", "BlockNumber"];
export const KINDS: string[] = ["Work", "Model", "Dataset", "Style", "TrainingInput"];
export const LOT_STATUSES: string[] = ["None", "Pending", "Accepted", "Rejected", "Suspended"];
export const VERDICT_CLASSES: string[] = ["None", "SelfPublished", "SelfCertified", "Panel"];
export const PRODUCER_LEVELS: string[] = ["Normal", "Tightened", "Reduced", "Stopped"];
export const SCOPES: string[] = ["Recipe", "Lot", "Asset", "Licensor"];
export const USAGES: string[] = ["Personal", "Commercial", "Advertising", "Training", "Derivative", "Sublicense"];
export const LICENSE_STATUSES: string[] = ["None", "Granted", "Refunded", "Revoked"];
export const SPLIT_KINDS: string[] = ["Fixed", "Merkle", "Tradable"];
export const EARNING_REASONS: string[] = [
  "Royalty",
  "MerkleRoyalty",
  "Referral",
  "OwnerSale",
  "Refund",
  "Compensation",
  "Release",
];
export const ATTESTATION_KINDS: string[] = [
  "Actor",
  "HumanOversight",
  "CopyrightCheck",
  "BiasAudit",
  "C2paVerification",
  "PerformanceReport",
  "LicenseRating",
];
export const ATTESTATION_SUBJECTS: string[] = ["Account", "Recipe", "Lot", "Asset", "Offer"];
export const ATTESTATION_OUTCOMES: string[] = ["None", "Positive", "Negative", "Inconclusive"];
export const SUBJECT_KINDS: string[] = ["Proposal", "Asset", "Recipe", "Mandate"];
export const POWERS: string[] = ["Answer", "Veto", "Quarantine", "MaskVeto", "Pause", "Certify", "Lift", "Confirm"];
export const FINDINGS: string[] = ["None", "Upheld", "Mistaken", "Abusive"];
export const VOTE_CHOICES: string[] = ["AGAINST", "FOR", "ABSTAIN"];

/** The usages whose bit is set. */
export function usagesOf(mask: i32): string[] {
  const usages: string[] = [];
  for (let i = 0; i < USAGES.length; i++) if ((mask >> i) & 1) usages.push(USAGES[i]);
  return usages;
}
