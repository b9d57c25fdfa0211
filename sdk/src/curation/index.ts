export {
  AUDIT_BALLOT_TYPES,
  assertWords,
  type AuditSubject,
  auditBallotTypedData,
  BALLOT_KINDS,
  type BallotKind,
  compactSignature,
  hashAuditBallot,
  recoverBallotKey,
  type SignedBallot,
} from "./ballot.ts";
export { simulateClose } from "../actions/curation/simulateClose.ts";
export { closeVerdict, type CloseVerdict, type CloseVerdictParameters, type ElectorCurator } from "./close.ts";
export { CURATOR_KEY_TYPES, curatorKeyTypedData } from "./curatorKey.ts";
export { encodeHeader, type RpcHeader } from "./header.ts";
export { MAX_BALLOTS, packBallots, parseBallots } from "./pack.ts";
export { type AcceptancePlan, planOf } from "./plan.ts";
export {
  deriveSeed,
  type DeriveSeedParameters,
  lanePosition,
  type Sample,
  sampleOf,
  type SampleParameters,
} from "./sample.ts";
export { type Tally, tally, weightOf } from "./tally.ts";
export {
  type BlockedWord,
  fromBlockedWords,
  fromWords,
  type Judgment,
  LANES,
  lowBits,
  setBits,
  toBlockedWords,
  toWords,
} from "./words.ts";
export { type CountedBallot, judge, type JudgeParameters, MIN_BALLOTS, type Verdict } from "./verdict.ts";
