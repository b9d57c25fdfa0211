import { BY_VOTE, type Remedy } from "./remedy.ts";
import type { ErrorName } from "./revert.ts";

/** Errors of studios, their votes, reputation and boards. */
export type GovernanceErrorName = Extract<
  ErrorName,
  | `${"EthicsBoard" | "ImpactEmission" | "ReputationToken" | "StudioAllowance" | "StudioEmpty"}${string}`
  | `${"StudioFactory" | "StudioForeign" | "StudioGovernor" | "StudioTimelock"}${string}`
  | `${"StudioUnauthorized" | "StudioWrong"}${string}`
>;

/** By error name. */
export const GOVERNANCE_REMEDIES: Readonly<Record<GovernanceErrorName, Remedy>> = {
  ReputationTokenInvalidFounder: ["input", "Name each founder once, and no zero address."],
  ReputationTokenInvalidHalfLife: ["limit", "Choose a half-life within the bounds."],
  ReputationTokenNonTransferable: ["state", "Reputation is earned: delegate it, or grant some by proposal."],
  ReputationTokenOverGrantLimit: ["limit", "Grant at most `available` now, the rest later."],
  ReputationTokenUnauthorized: ["unauthorized", BY_VOTE],
  ReputationTokenZeroAmount: ["input", "Name an amount."],
  StudioEmptyCharter: ["input", "Give the SHA-256 digest of the charter file."],
  StudioFactoryForeignClone: ["state", "A studio with this salt exists: choose another salt."],
  StudioFactoryInvalidFounders: ["limit", "Choose as many founders as the preset asks for."],
  StudioFactoryInvalidName: ["limit", "The name has 1 to 31 bytes."],
  StudioFactoryInvalidSecondsPerTick: ["limit", "1 for timestamps, 1 to 60 for block numbers: see clockOf."],
  StudioFactoryInvalidSymbol: ["limit", "The symbol has 1 to 31 bytes."],
  StudioFactoryMissingContract: ["state", "Deploy the whole protocol first."],
  StudioFactoryUnsupportedTerm: ["unsupported", "Use the preset solo or collective."],
  StudioGovernorCallToBareTarget: ["input", "The target has no code: it can be paid but not called."],
  StudioGovernorGuardianFixed: ["state", "The guardian is the studio's board; it is not set here."],
  StudioGovernorInvalidProposalThreshold: ["limit", "Choose a threshold within the bounds."],
  StudioGovernorInvalidQuorum: ["limit", "Choose a quorum within the bounds."],
  StudioGovernorInvalidVoteCap: ["limit", "Choose a cap of at most 1,000,000 ppm."],
  StudioGovernorInvalidVotingDelay: ["limit", "Choose a delay within the bounds."],
  StudioGovernorInvalidVotingPeriod: [
    "limit",
    "Choose a period within the bounds, not shorter than the late extension.",
  ],
  StudioGovernorTargetChanged: ["state", "The target has code now that nobody voted on: propose again."],
  StudioGovernorTimelockFixed: ["state", "The timelock is the studio's identity and never changes."],
  StudioGovernorTooManyActions: ["limit", "Split the proposal."],
  StudioGovernorUnreachableQuorum: [
    "limit",
    "Lower the quorum or raise the cap: too few capped votes could never reach it.",
  ],
  StudioGovernorVetoImmune: ["state", "The proposal is the override of a veto: only votes against stop it."],
  StudioUnauthorized: ["unauthorized", BY_VOTE],
};
