export {
  AUDIT_BALLOT_TYPES,
  assertWords,
  type AuditBallotMessage,
  auditBallotTypedData,
  BALLOT_KINDS,
  type BallotKind,
  type BallotSubject,
  compactSignature,
  hashAuditBallot,
  type SignedBallot,
  type WeighedBallot,
} from "./ballot.ts";
export { relay } from "../actions/curation/relay.ts";
export { simulateAdjudication } from "../actions/curation/simulateAdjudication.ts";
export { simulateClose } from "../actions/curation/simulateClose.ts";
export { simulateSlate } from "../actions/curation/simulateSlate.ts";
export { closeVerdict, type CloseVerdict, type CloseVerdictParameters } from "./close.ts";
export { CURATOR_KEY_TYPES, curatorKeyTypedData } from "./curatorKey.ts";
export {
  type CuratorStandings,
  type Electorate,
  EPOCH,
  epochAt,
  isAgent,
  isStruckOff,
  STANDING_LIFE,
  STANDINGS_PER_UNIT,
  standingAt,
  unfoldEpoch,
} from "./electorate.ts";
export { encodeHeader, type RpcHeader } from "./header.ts";
export {
  badAssets,
  hashOutcome,
  judgmentsOf,
  NO_OUTCOME,
  type Outcome,
  outcomeOf,
  packWeights,
  unpackWeights,
} from "./outcome.ts";
export { MAX_BALLOTS, packBallot, packBallots, parseBallots } from "./pack.ts";
export { type ElectorCurator, isChallengerBarred, Panel, type PanelParameters, weighSigned } from "./panel.ts";
export {
  type AcceptancePlan,
  acceptanceProbability,
  limitsOf,
  planFor,
  type PlanForParameters,
  type PlanName,
  planOf,
  PLANS,
} from "./plan.ts";
export { type AdjudicatorPay, type CuratorScore, parsePays, parseScores } from "./records.ts";
export { adjudicationVerdict, type Adjudication, type AdjudicationParameters } from "./adjudication.ts";
export { buildCanaries, type CanaryLot, type CanaryOpening, type CanaryTree, hashTruth } from "./canaries.ts";
export {
  slatePanel,
  slateProof,
  slateRoot,
  slateVerdict,
  type SlateVerdict,
  type SlateVerdictParameters,
  topK,
} from "./slate.ts";
export { ballotHasher, recoverBallotKeys, type RecoverKey } from "./recover.ts";
export {
  deriveSeed,
  type DeriveSeedParameters,
  lanePosition,
  type Sample,
  sampleOf,
  type SampleParameters,
} from "./sample.ts";
export {
  drawnWeight,
  type DrawnWeightParameters,
  expectedWeight,
  type ExpectedWeightParameters,
  factorOf,
  panelOf,
  tierOf,
  wideningAt,
} from "./sortition.ts";
export { LaneSums, type Tally, tally, type WeighedLanes } from "./tally.ts";
export {
  accuracyOf,
  addTallies,
  compare,
  epochShare,
  scoreBallots,
  type ScoringParameters,
  type Tallies,
} from "./scoring.ts";
export { countVerdict, FIRST_INSPECTION, type Inspection } from "./switching.ts";
export { type AuditTerms, DEFAULT_TERMS, fromRawTerms, type RawAuditTerms, toRawTerms } from "./terms.ts";
export {
  type BlockedWord,
  fromBlockedWords,
  fromMasks,
  fromWords,
  type Judgment,
  LANES,
  lowBits,
  type MaskRange,
  setBits,
  toApprovals,
  toBlockedWords,
  toMasks,
  toWords,
} from "./words.ts";
export { judge, type JudgeParameters, MIN_BALLOTS, type Verdict } from "./verdict.ts";
