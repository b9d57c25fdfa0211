/** Every contract that Deployer deploys, in the spelling of `contracts/types/Names.sol`. */
export const PROTOCOL_NAMES = [
  "AssetRegistry",
  "RoyaltySplitter",
  "LicenseMarket",
  "Licenses",
  "StudioFactory",
  "Studio",
  "StudioTimelock",
  "StudioGovernor",
  "ReputationToken",
  "Curation",
  "CurationBallots",
  "CurationRolls",
  "CurationScores",
  "CurationDisputes",
  "CurationObjections",
  "CurationSlates",
  "EthicsBoard",
  "EthicsClaims",
  "ImpactEmission",
  "AgentMandates",
  "Commissions",
  "StandardsLens",
  "Attestations",
  "Provenance",
] as const;

export type ProtocolName = (typeof PROTOCOL_NAMES)[number];

/** Test tokens: deployed on local networks only. */
export const MOCK_NAMES = ["TestUSDC", "TestUSDCKeyed"] as const;

export type MockName = (typeof MOCK_NAMES)[number];
