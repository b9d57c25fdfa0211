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
