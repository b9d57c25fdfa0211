export { auditFromLogs, type AuditFromLogsParameters, type AuditReport } from "./auditFromLogs.ts";
export { auditLot, type LotAudit } from "./auditLot.ts";
export {
  type RecomputedVerdict,
  recomputeVerdict,
  type RelayedClose,
  type ReplayedAudit,
  type ReplayedCurator,
} from "./auditReplay.ts";
export type { Difference } from "./difference.ts";
export { type BlockRange, fetchLogs } from "./fetchLogs.ts";
export { logReader, type LogReaderParameters } from "./logReader.ts";
export { replayLot } from "./replayLot.ts";
export { replayProposal } from "./replayProposal.ts";
export { replayRoyalties } from "./replayRoyalties.ts";
export { type ReplayedEdge, type ReplayedNode, RoyaltyReplay } from "./royaltyReplay.ts";
