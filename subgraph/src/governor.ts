import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  ActionsVeto,
  Governance,
  GovernorTimelockChange,
  OverrideProposal,
  Proposal,
  ProposalCancellation,
  ProposalCreation,
  ProposalExecution,
  ProposalExtension,
  ProposalQueue,
} from "../generated/schema";
import {
  ActionsVetoed,
  Initialized,
  LateQuorumVoteExtensionSet,
  OverrideProposed,
  ProposalCanceled,
  ProposalCreated,
  ProposalExecuted,
  ProposalExtended,
  ProposalQueued,
  ProposalThresholdSet,
  QuorumNumeratorUpdated,
  TimelockChange,
  VoteCapSet,
  VoteCast,
  VoteCastWithParams,
  VotingDelaySet,
  VotingPeriodSet,
} from "../generated/templates/StudioGovernor/StudioGovernor";
import { eventId } from "./helpers/ids";
import { saveInitialization } from "./helpers/initialization";
import { saveParameterChange } from "./helpers/parameters";
import { actionsKey, loadProposal, newProposal, saveCalls, vetoActions } from "./helpers/proposals";
import { stamp } from "./helpers/stamp";
import { currentGovernance, loadFramework, loadGovernance } from "./helpers/studios";
import { loadDelegate } from "./helpers/voters";
import { saveVote } from "./helpers/votes";

const PLUS_ONE = BigInt.fromI32(1);

/** How many times the quorum the override of a veto needs. */
const OVERRIDE_QUORUM = 2;

export function handleStudioGovernorInitialized(event: Initialized): void {
  saveInitialization(event, event.params.version);
}

export function handleProposalCreated(event: ProposalCreated): void {
  const electorate = currentGovernance();
  const proposer = loadDelegate(electorate, loadFramework(electorate).tokenAddress, event.params.proposer);
  proposer.save();

  const governance = loadGovernance(electorate);
  governance.proposals = governance.proposals.plus(PLUS_ONE);
  governance.save();

  const proposal = newProposal(event, event.params.proposalId, governance);
  proposal.proposer = proposer.id;
  proposal.description = event.params.description;
  proposal.voteStart = event.params.voteStart;
  proposal.voteEnd = event.params.voteEnd;
  proposal.targets = event.params.targets.map<Bytes>((target: Address) => target);
  proposal.values = event.params.values;
  proposal.signatures = event.params.signatures;
  proposal.calldatas = event.params.calldatas;
  proposal.save();
  saveCalls(proposal);

  const creation = new ProposalCreation(eventId(event));
  stamp(creation, event);
  creation.proposal = proposal.id;
  creation.save();
}

export function handleProposalQueued(event: ProposalQueued): void {
  const proposal = loadProposal(event, event.params.proposalId);
  proposal.queued = true;
  proposal.queueBlock = event.block.number;
  proposal.queueTime = event.block.timestamp;
  proposal.queueTxnHash = event.transaction.hash;
  proposal.executionETA = event.params.etaSeconds;
  proposal.save();

  const governance = loadGovernance(proposal.governance);
  governance.proposalsQueued = governance.proposalsQueued.plus(PLUS_ONE);
  governance.save();

  const queue = new ProposalQueue(eventId(event));
  stamp(queue, event);
  queue.proposal = proposal.id;
  queue.executionETA = event.params.etaSeconds;
  queue.save();
}

export function handleProposalExecuted(event: ProposalExecuted): void {
  const proposal = loadProposal(event, event.params.proposalId);
  proposal.executed = true;
  proposal.executionBlock = event.block.number;
  proposal.executionTime = event.block.timestamp;
  proposal.executionTxnHash = event.transaction.hash;
  proposal.save();

  const governance = loadGovernance(proposal.governance);
  leaveQueue(governance, proposal);
  governance.proposalsExecuted = governance.proposalsExecuted.plus(PLUS_ONE);
  governance.save();

  const execution = new ProposalExecution(eventId(event));
  stamp(execution, event);
  execution.proposal = proposal.id;
  execution.save();
}

export function handleProposalCanceled(event: ProposalCanceled): void {
  const proposal = loadProposal(event, event.params.proposalId);
  proposal.canceled = true;
  proposal.cancellationBlock = event.block.number;
  proposal.cancellationTime = event.block.timestamp;
  proposal.cancellationTxnHash = event.transaction.hash;
  proposal.save();

  const governance = loadGovernance(proposal.governance);
  leaveQueue(governance, proposal);
  governance.proposalsCanceled = governance.proposalsCanceled.plus(PLUS_ONE);
  governance.save();

  const cancellation = new ProposalCancellation(eventId(event));
  stamp(cancellation, event);
  cancellation.proposal = proposal.id;
  cancellation.save();
}

function leaveQueue(governance: Governance, proposal: Proposal): void {
  if (proposal.queued) governance.proposalsQueued = governance.proposalsQueued.minus(PLUS_ONE);
}

export function handleProposalExtended(event: ProposalExtended): void {
  const proposal = loadProposal(event, event.params.proposalId);
  proposal.voteEnd = event.params.extendedDeadline;
  proposal.save();

  const extension = new ProposalExtension(eventId(event));
  stamp(extension, event);
  extension.proposal = proposal.id;
  extension.extendedDeadline = event.params.extendedDeadline;
  extension.save();
}

export function handleActionsVetoed(event: ActionsVetoed): void {
  const proposal = loadProposal(event, event.params.proposalId);
  const actions = vetoActions(event, event.params.actionsHash, proposal.governance);
  proposal.vetoedActions = actions;
  proposal.save();

  const veto = new ActionsVeto(eventId(event));
  stamp(veto, event);
  veto.actions = actions;
  veto.proposal = proposal.id;
  veto.save();
}

export function handleOverrideProposed(event: OverrideProposed): void {
  const proposal = loadProposal(event, event.params.proposalId);
  proposal.isOverride = true;
  proposal.quorumFactor = OVERRIDE_QUORUM;
  proposal.vetoedActions = actionsKey(event, event.params.actionsHash);
  proposal.save();

  const override = new OverrideProposal(eventId(event));
  stamp(override, event);
  override.actions = actionsKey(event, event.params.actionsHash);
  override.proposal = proposal.id;
  override.save();
}

export function handleVoteCast(event: VoteCast): void {
  const vote = saveVote(event, event.params.proposalId, event.params.voter, event.params.support, event.params.weight);
  vote.reason = event.params.reason;
  vote.save();
}

export function handleVoteCastWithParams(event: VoteCastWithParams): void {
  const vote = saveVote(event, event.params.proposalId, event.params.voter, event.params.support, event.params.weight);
  vote.reason = event.params.reason;
  vote.params = event.params.params;
  vote.save();
}

export function handleVotingDelaySet(event: VotingDelaySet): void {
  const framework = loadFramework(currentGovernance());
  framework.votingDelay = event.params.newVotingDelay;
  framework.save();
  saveParameterChange(event, framework.id, "VotingDelay", event.params.oldVotingDelay, event.params.newVotingDelay);
}

export function handleVotingPeriodSet(event: VotingPeriodSet): void {
  const framework = loadFramework(currentGovernance());
  framework.votingPeriod = event.params.newVotingPeriod;
  framework.save();
  saveParameterChange(event, framework.id, "VotingPeriod", event.params.oldVotingPeriod, event.params.newVotingPeriod);
}

export function handleProposalThresholdSet(event: ProposalThresholdSet): void {
  const framework = loadFramework(currentGovernance());
  framework.proposalThreshold = event.params.newProposalThreshold;
  framework.save();
  const old = event.params.oldProposalThreshold;
  saveParameterChange(event, framework.id, "ProposalThreshold", old, event.params.newProposalThreshold);
}

export function handleQuorumNumeratorUpdated(event: QuorumNumeratorUpdated): void {
  const framework = loadFramework(currentGovernance());
  framework.quorumNumerator = event.params.newQuorumNumerator;
  framework.save();
  saveParameterChange(
    event,
    framework.id,
    "QuorumNumerator",
    event.params.oldQuorumNumerator,
    event.params.newQuorumNumerator,
  );
}

export function handleLateQuorumVoteExtensionSet(event: LateQuorumVoteExtensionSet): void {
  const framework = loadFramework(currentGovernance());
  framework.lateQuorumVoteExtension = event.params.newVoteExtension;
  framework.save();
  const old = event.params.oldVoteExtension;
  saveParameterChange(event, framework.id, "LateQuorumVoteExtension", old, event.params.newVoteExtension);
}

export function handleVoteCapSet(event: VoteCapSet): void {
  const framework = loadFramework(currentGovernance());
  framework.voteCap = event.params.newVoteCap;
  framework.save();
  saveParameterChange(event, framework.id, "VoteCap", event.params.oldVoteCap, event.params.newVoteCap);
}

export function handleTimelockChange(event: TimelockChange): void {
  const framework = loadFramework(currentGovernance());
  framework.timelockAddress = event.params.newTimelock;
  framework.save();

  const change = new GovernorTimelockChange(eventId(event));
  stamp(change, event);
  change.governance = framework.id;
  change.oldTimelock = event.params.oldTimelock;
  change.newTimelock = event.params.newTimelock;
  change.save();
}
