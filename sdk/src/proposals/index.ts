export { buildProposal, type BuiltProposal } from "../governance/buildProposal.ts";
export type { DescribingContext, KnownStream, KnownToken } from "./context.ts";
export { describeCall, type DescribedCall } from "./describeCall.ts";
export { type DescribedProposal, describeProposal, type DescribeProposalParameters } from "./describeProposal.ts";
export { CREATE2_FACTORY, stream, type StreamTerms, toStreamWallet } from "./stream.ts";
export { simulateProposal, type SimulatedProposal } from "./simulateProposal.ts";
export {
  allowance,
  graduation,
  type ModuleReplacement,
  payment,
  type Payment,
  replaceElectorateBy,
  replaceModule,
} from "./treasury.ts";
