export type { AgentAct, CallRule, OfferFacts } from "./act.ts";
export { type Acting, checkAct, nextLotNonce } from "./checkAct.ts";
export {
  type BrandStyle,
  type Brief,
  type GeneratedFile,
  type GenerationRequest,
  type Generator,
  seedOf,
} from "./generator.ts";
export { guardAccount, type GuardAccountParameters, type GuardedAccount } from "./guardAccount.ts";
export type { MandateRecord, MandateState, QuotaRecord } from "./mandateState.ts";
export { type AgentPolicy, assertPolicyRuns, hashPolicy, policyBytes, type RunningPolicy } from "./policy.ts";
export {
  drawLandscape,
  type EncodePicture,
  proceduralGenerator,
  type ProceduralGeneratorOptions,
} from "./proceduralGenerator.ts";
export { type ActContracts, readMandateState, type ReadMandateStateParameters } from "./readMandateState.ts";
export { imageService, type ImageServiceOptions } from "./services/imageService.ts";
export type { ServiceOptions } from "./services/service.ts";
export { textService, type TextServiceOptions } from "./services/textService.ts";
export { createFence, type Fence } from "./untrusted.ts";
export {
  type ChainEvent,
  type ChainLink,
  type ChainReport,
  runChain,
  type RunChainParameters,
} from "./worker/runChain.ts";
export type { WorkEvent, WorkReport } from "./worker/events.ts";
export {
  type JournalLine,
  type KeptDrift,
  type KeptFile,
  type KeptFinding,
  memoryWorkJournal,
  type OpenedRun,
  type RunIdentity,
  type Sending,
  type WorkEntry,
  type WorkJournal,
} from "./worker/journal.ts";
export type {
  KeptDraft,
  RunWorkerParameters,
  WorkBrand,
  WorkMilestone,
  WorkRecipe,
  WorkScreening,
  WorkSigning,
} from "./worker/parameters.ts";
export type { RefinedRecipe } from "./worker/refine.ts";
export { listRefinements, type Refinement } from "./worker/refinements.ts";
export { type AgentEvent, runAgent, type RunAgentParameters } from "./worker/runAgent.ts";
export { runWorker } from "./worker/runWorker.ts";
export {
  listMandates,
  type LoggedAct,
  type MandateDecision,
  type MandateLog,
  readMandateLog,
  type ReadMandateLogParameters,
} from "./mandateLog.ts";
export { type Scorecard, scorecardOf, type ScorecardParameters } from "./scorecard.ts";
