export type { ReplayedChamber, ReplayedChamberVeto } from "./boardChamber.ts";
export type { ReplayedClaim } from "./boardClaims.ts";
export { auditFromLogs, type AuditFromLogsParameters, type AuditReport, type LotAudit } from "./auditFromLogs.ts";
export type { Difference } from "./difference.ts";
export { type BlockRange, fetchEventLogs, fetchLogs } from "./fetchLogs.ts";
export { GATE_EVENTS, type GateArgs, type GateEvent } from "./gateEvents.ts";
export {
  GateLot,
  type ReplayedAudit,
  type ReplayedChallenge,
  type ReplayedClose,
  type ReplayedVeto,
} from "./gateLot.ts";
export { GateReplay, type GateReplayParameters } from "./gateReplay.ts";
export { logReader, type LogReaderParameters } from "./logReader.ts";
export { PurseReplay } from "./purseReplay.ts";
export { replayGate, type ReplayGateParameters } from "./replayGate.ts";
export { replayCommissions, type ReplayedCommissions } from "./replayCommissions.ts";
export { replayLicense, replayLicenses } from "./replayLicense.ts";
export { replayLot, replayLots } from "./replayLot.ts";
export { replayMandateActs, replayMandates } from "./replayMandates.ts";
export { replayProposal, replayProposals } from "./replayProposal.ts";
export {
  replayAttestations,
  replayContent,
  replayContests,
  replayPublishedLeaves,
  replaySupersessions,
} from "./replayProvenance.ts";
export { replayPurchases } from "./replayPurchases.ts";
export { replayRoyalties } from "./replayRoyalties.ts";
export { type ReplayedCurator, RollReplay } from "./rollReplay.ts";
export { type ReplayedEdge, type ReplayedNode, RoyaltyReplay } from "./royaltyReplay.ts";
export { type ReplayedPoints, ScoreReplay } from "./scoreReplay.ts";
export {
  type BoardHistory,
  readBoardHistory,
  type ReplayedReview,
  type ReplayedReviewVote,
} from "./readBoardHistory.ts";
export { readReputationHistory, type ReputationChange } from "./readReputationHistory.ts";
