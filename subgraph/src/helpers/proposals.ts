import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Governance, Proposal, ProposalCall, VetoedActions } from "../../generated/schema";
import { bigEndian, bigEndianOf, WORD256_WIDTH, WORD_WIDTH } from "./ids";

/** Id of a proposal. Two studios may well have proposals of one id: the governor is part of the key. */
export function proposalKey(governor: Bytes, proposalId: BigInt): Bytes {
  return governor.concat(bigEndian(proposalId, WORD256_WIDTH));
}

/** The proposal that the governor's event speaks of: it was created before. */
export function loadProposal(event: ethereum.Event, proposalId: BigInt): Proposal {
  return Proposal.load(proposalKey(event.address, proposalId))!;
}

/** A proposal without votes; what its own event says is left to the caller. */
export function newProposal(event: ethereum.Event, proposalId: BigInt, governance: Governance): Proposal {
  const proposal = new Proposal(proposalKey(event.address, proposalId));
  proposal.proposalId = proposalId;
  proposal.governance = governance.id;
  proposal.governanceFramework = governance.framework;
  proposal.tokenHoldersAtStart = governance.currentTokenHolders;
  proposal.delegatesAtStart = governance.currentDelegates;
  proposal.againstDelegateVotes = BigInt.zero();
  proposal.forDelegateVotes = BigInt.zero();
  proposal.abstainDelegateVotes = BigInt.zero();
  proposal.totalDelegateVotes = BigInt.zero();
  proposal.againstWeightedVotes = BigInt.zero();
  proposal.forWeightedVotes = BigInt.zero();
  proposal.abstainWeightedVotes = BigInt.zero();
  proposal.totalWeightedVotes = BigInt.zero();
  proposal.creationBlock = event.block.number;
  proposal.creationTime = event.block.timestamp;
  proposal.txnHash = event.transaction.hash;
  proposal.queued = false;
  proposal.executed = false;
  proposal.canceled = false;
  proposal.isOverride = false;
  proposal.quorumFactor = 1;
  return proposal;
}

/** Id of a set of actions that the governor remembers as vetoed. */
export function actionsKey(event: ethereum.Event, actionsHash: Bytes): Bytes {
  return event.address.concat(actionsHash);
}

/** Remembers that these actions were vetoed now; returns their id. */
export function vetoActions(event: ethereum.Event, actionsHash: Bytes, governance: Bytes): Bytes {
  const actions = new VetoedActions(actionsKey(event, actionsHash));
  actions.governance = governance;
  actions.actionsHash = actionsHash;
  actions.vetoedAt = event.block.timestamp;
  actions.save();
  return actions.id;
}

/** One entity per action. */
export function saveCalls(proposal: Proposal): void {
  for (let i = 0; i < proposal.targets.length; i++) {
    const call = new ProposalCall(proposal.id.concat(bigEndianOf(i, WORD_WIDTH)));
    call.proposal = proposal.id;
    call.index = i;
    call.target = proposal.targets[i];
    call.value = proposal.values[i];
    call.signature = proposal.signatures[i];
    call.calldata = proposal.calldatas[i];
    call.save();
  }
}
