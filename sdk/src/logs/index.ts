export { auditFromLogs, type AuditFromLogsParameters, type AuditReport, type LotAudit } from "./auditFromLogs.ts";
export type { Difference } from "./difference.ts";
export { type BlockRange, fetchLogs } from "./fetchLogs.ts";
export { GATE_EVENTS, type GateArgs, type GateEvent } from "./gateEvents.ts";
export {
  GateLot,
  type ReplayedAudit,
  type ReplayedChallenge,
  type ReplayedClose,
  type ReplayedVeto,
} from "./gateLot.ts";
export { GateReplay, type ReplayedPoints } from "./gateReplay.ts";
export { logReader, type LogReaderParameters } from "./logReader.ts";
export { replayGate, type ReplayGateParameters } from "./replayGate.ts";
export { replayLot } from "./replayLot.ts";
export { replayProposal } from "./replayProposal.ts";
export { replayRoyalties } from "./replayRoyalties.ts";
export { type ReplayedEdge, type ReplayedNode, RoyaltyReplay } from "./royaltyReplay.ts";
