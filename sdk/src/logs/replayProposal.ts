import type { Address, Client } from "viem";
import {
  studioGovernorProposalCanceledEvent,
  studioGovernorProposalCreatedEvent,
  studioGovernorProposalExecutedEvent,
  studioGovernorProposalExtendedEvent,
  studioGovernorProposalQueuedEvent,
  studioGovernorVoteCastEvent,
  studioGovernorVoteCastWithParamsEvent,
} from "../abi/items/index.ts";
import type { ProposalRecord } from "../data/studioData.ts";
import { nameOf } from "../types/codec.ts";
import { SUPPORTS } from "../types/enums.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";

const EVENTS = [
  studioGovernorProposalCreatedEvent,
  studioGovernorVoteCastEvent,
  studioGovernorVoteCastWithParamsEvent,
  studioGovernorProposalExtendedEvent,
  studioGovernorProposalQueuedEvent,
  studioGovernorProposalExecutedEvent,
  studioGovernorProposalCanceledEvent,
] as const;

/** A proposal as the governor's logs tell it; undefined where no such proposal was made. */
export async function replayProposal(
  client: Client,
  { proposalId, ...rest }: BlockRange & { governor: Address; proposalId: bigint },
): Promise<ProposalRecord | undefined> {
  return (await replayProposals(client, rest)).get(proposalId);
}

/** Every proposal that a governor's logs tell of, by its id. */
export async function replayProposals(
  client: Client,
  { governor, ...range }: BlockRange & { governor: Address },
): Promise<Map<bigint, ProposalRecord>> {
  const known = new Map<bigint, ProposalRecord>();
  for (const log of await fetchLogs(client, { ...range, address: governor, events: EVENTS })) {
    if (log.eventName === "ProposalCreated") known.set(log.args.proposalId, created(log.args));
    const proposal = known.get(log.args.proposalId);
    if (proposal === undefined) continue;
    if (log.eventName === "VoteCast" || log.eventName === "VoteCastWithParams") {
      proposal.votes[nameOf(SUPPORTS, log.args.support)] += log.args.weight;
    }
    if (log.eventName === "ProposalExtended") proposal.voteEnd = log.args.extendedDeadline;
    if (log.eventName === "ProposalQueued") proposal.queued = true;
    if (log.eventName === "ProposalExecuted") proposal.executed = true;
    if (log.eventName === "ProposalCanceled") proposal.canceled = true;
  }
  return known;
}

type Creation = Pick<ProposalRecord, "proposalId" | "proposer" | "description" | "voteStart" | "voteEnd">;

function created({ proposalId, proposer, description, voteStart, voteEnd }: Creation): ProposalRecord {
  return {
    ...{ proposalId, proposer, description, voteStart, voteEnd },
    votes: { against: 0n, for: 0n, abstain: 0n },
    queued: false,
    executed: false,
    canceled: false,
  };
}
