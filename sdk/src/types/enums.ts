/** What a recipe makes, in the order of the contract's enum. */
export const KINDS = ["work", "model", "dataset", "style", "trainingInput"] as const;
export type Kind = (typeof KINDS)[number];

/** What a payee of a recipe contributed: bits of its roles, in this order from bit 0. Contracts give them no meaning. */
export const CONTRIBUTOR_ROLES = [
  "promptEngineer",
  "modelTrainer",
  "dataContributor",
  "artist",
  "curator",
  "editor",
  "treasury",
  "other",
] as const;
export type ContributorRole = (typeof CONTRIBUTOR_ROLES)[number];

/** How a recipe's own income is divided, in the order of the contract's enum. */
export const SPLIT_KINDS = ["fixed", "merkle", "tradable"] as const;
export type SplitKind = (typeof SPLIT_KINDS)[number];

/** Verdict on a lot. *Expired* is a view of time, never a stored state. */
export const LOT_STATUSES = ["none", "pending", "accepted", "rejected", "suspended"] as const;
export type LotStatus = (typeof LOT_STATUSES)[number];

/** How a verdict came about. */
export const VERDICT_CLASSES = ["none", "selfPublished", "selfCertified", "panel"] as const;
export type VerdictClass = (typeof VERDICT_CLASSES)[number];

/** How strictly a producer's lots are inspected, in the contract's order. */
export const PRODUCER_LEVELS = ["normal", "tightened", "reduced", "stopped"] as const;
export type ProducerLevel = (typeof PRODUCER_LEVELS)[number];

/** What a license allows: bits of a usage set, in this order from bit 0. */
export const USAGES = ["personal", "commercial", "advertising", "training", "derivative", "sublicense"] as const;
export type Usage = (typeof USAGES)[number];

/** Which assets of the licensor an offer covers: a filter, never an authority. */
export const SCOPES = ["recipe", "lot", "asset", "licensor"] as const;
export type Scope = (typeof SCOPES)[number];

/** What kind of studio was asked for at creation. */
export const PRESETS = ["solo", "collective", "house", "open"] as const;
export type Preset = (typeof PRESETS)[number];

/** What a governor's clock counts. */
export const CLOCK_MODES = ["timestamp", "blockNumber"] as const;
export type ClockMode = (typeof CLOCK_MODES)[number];

/** The modules of a studio. */
export const MODULES = [
  "timelock",
  "governor",
  "reputation",
  "curation",
  "board",
  "mandates",
  "commissions",
  "impact",
] as const;
export type Module = (typeof MODULES)[number];

/** How a delegate votes on a proposal, in the order of the governor's counting. */
export const SUPPORTS = ["against", "for", "abstain"] as const;
export type Support = (typeof SUPPORTS)[number];

/** State of a proposal, in the governor's order. */
export const PROPOSAL_STATES = [
  "pending",
  "active",
  "canceled",
  "defeated",
  "succeeded",
  "queued",
  "expired",
  "executed",
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** How a purchase is paid. */
export const PAYMENT_METHODS = ["allowance", "permit", "authorization", "permit2"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** What became of a license record. */
export const LICENSE_STATUSES = ["none", "granted", "refunded", "revoked"] as const;
export type LicenseStatus = (typeof LICENSE_STATUSES)[number];

/** What a review or a claim of an ethics board is about. */
export const SUBJECT_KINDS = ["proposal", "asset", "recipe", "mandate"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a review of an ethics board is to do. */
export const POWERS = ["answer", "veto", "quarantine", "maskVeto", "pause", "certify", "lift", "confirm"] as const;
export type Power = (typeof POWERS)[number];

/** What an ethics board thinks of a claim. */
export const FINDINGS = ["none", "upheld", "mistaken", "abusive"] as const;
export type Finding = (typeof FINDINGS)[number];
