import { Address, BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Proposal, ProposalSupport, Vote, VotePoint } from "../../generated/schema";
import { VOTE_CHOICES } from "./enums";
import { bigEndianOf, eventId } from "./ids";
import { loadProposal } from "./proposals";
import { stamp } from "./stamp";
import { loadFramework } from "./studios";
import { loadDelegate } from "./voters";

const AGAINST = 0;
const FOR = 1;
const PLUS_ONE = BigInt.fromI32(1);

/** Counts a vote everywhere; the vote itself is left for the caller to complete and save. */
export function saveVote(
  event: ethereum.Event,
  proposalId: BigInt,
  voter: Address,
  support: i32,
  weight: BigInt,
): Vote {
  const proposal = loadProposal(event, proposalId);
  count(proposal, support, weight);
  countSupport(proposal.id, support, weight);
  addVotePoint(proposal, support, weight);

  const delegate = loadDelegate(proposal.governance, loadFramework(proposal.governance).tokenAddress, voter);
  delegate.numberVotes += 1;
  delegate.save();

  const vote = new Vote(eventId(event));
  stamp(vote, event);
  vote.proposal = proposal.id;
  vote.voter = delegate.id;
  vote.choice = VOTE_CHOICES[support];
  vote.weight = weight;
  return vote;
}

function count(proposal: Proposal, support: i32, weight: BigInt): void {
  if (support == AGAINST) {
    proposal.againstDelegateVotes = proposal.againstDelegateVotes.plus(PLUS_ONE);
    proposal.againstWeightedVotes = proposal.againstWeightedVotes.plus(weight);
  } else if (support == FOR) {
    proposal.forDelegateVotes = proposal.forDelegateVotes.plus(PLUS_ONE);
    proposal.forWeightedVotes = proposal.forWeightedVotes.plus(weight);
  } else {
    proposal.abstainDelegateVotes = proposal.abstainDelegateVotes.plus(PLUS_ONE);
    proposal.abstainWeightedVotes = proposal.abstainWeightedVotes.plus(weight);
  }
  proposal.totalDelegateVotes = proposal.totalDelegateVotes.plus(PLUS_ONE);
  proposal.totalWeightedVotes = proposal.totalWeightedVotes.plus(weight);
  proposal.save();
}

function countSupport(proposal: Bytes, support: i32, weight: BigInt): void {
  const id = proposal.concat(bigEndianOf(support, 1));
  let total = ProposalSupport.load(id);
  if (total == null) {
    total = new ProposalSupport(id);
    total.proposal = proposal;
    total.support = support;
    total.choice = VOTE_CHOICES[support];
    total.weight = BigInt.zero();
    total.voters = 0;
  }
  total.weight = total.weight.plus(weight);
  total.voters += 1;
  total.save();
}

function addVotePoint(proposal: Proposal, support: i32, weight: BigInt): void {
  const point = new VotePoint(0);
  point.proposal = proposal.id;
  point.governance = proposal.governance;
  point.weight = weight;
  point.againstWeightedVotes = support == AGAINST ? weight : BigInt.zero();
  point.forWeightedVotes = support == FOR ? weight : BigInt.zero();
  point.abstainWeightedVotes = support > FOR ? weight : BigInt.zero();
  point.save();
}
