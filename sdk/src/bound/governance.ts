import { cancel, type cancelAndWait } from "../actions/governance/cancel.ts";
import { delegate, type delegateAndWait } from "../actions/governance/delegate.ts";
import { execute, type executeAndWait } from "../actions/governance/execute.ts";
import { getProposal } from "../actions/governance/getProposal.ts";
import { getProposalState } from "../actions/governance/getProposalState.ts";
import { getReputation } from "../actions/governance/getReputation.ts";
import { propose, type proposeAndWait } from "../actions/governance/propose.ts";
import { queue, type queueAndWait } from "../actions/governance/queue.ts";
import { signVote } from "../actions/governance/signVote.ts";
import { vote, type voteAndWait } from "../actions/governance/vote.ts";
import { voteBySig, type voteBySigAndWait } from "../actions/governance/voteBySig.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Proposals, votes and reputation, as methods of a client. */
export type GovernanceActions = {
  /** Cancels a proposal; its proposer may while it is pending. See {@link cancel}. */
  cancel: Bound<typeof cancel>;
  /** {@link cancel}, waiting for the receipt. */
  cancelAndWait: Bound<typeof cancelAndWait>;
  /** Delegates the sender's voting power, which stays the sender's reputation. See {@link delegate}. */
  delegate: Bound<typeof delegate>;
  /** {@link delegate}, waiting for the receipt. */
  delegateAndWait: Bound<typeof delegateAndWait>;
  /** Executes a queued proposal whose delay is over; anybody may. See {@link execute}. */
  execute: Bound<typeof execute>;
  /** {@link execute}, waiting for the receipt. */
  executeAndWait: Bound<typeof executeAndWait>;
  /** Reads where a proposal stands and why, with the shares of all votes. See {@link getProposal}. */
  getProposal: Bound<typeof getProposal>;
  /** Reads where a proposal stands, in one round trip. See {@link getProposalState}. */
  getProposalState: Bound<typeof getProposalState>;
  /** Reads a member's reputation in one round trip. See {@link getReputation}. */
  getReputation: Bound<typeof getReputation>;
  /**
   * Proposes calls of the studio's timelock. The text ends with a line that lets nobody else submit the same
   * proposal. See {@link propose}.
   */
  propose: Bound<typeof propose>;
  /** {@link propose}, waiting for the receipt. */
  proposeAndWait: Bound<typeof proposeAndWait>;
  /** Puts a succeeded proposal into the timelock. See {@link queue}. */
  queue: Bound<typeof queue>;
  /** {@link queue}, waiting for the receipt. */
  queueAndWait: Bound<typeof queueAndWait>;
  /** Signs a vote that somebody else submits with `voteBySig`. See {@link signVote}. */
  signVote: Bound<typeof signVote>;
  /** Votes on a proposal with the reputation delegated to the sender. See {@link vote}. */
  vote: Bound<typeof vote>;
  /** {@link vote}, waiting for the receipt. */
  voteAndWait: Bound<typeof voteAndWait>;
  /** Submits a vote that somebody else signed. See {@link voteBySig}. */
  voteBySig: Bound<typeof voteBySig>;
  /** {@link voteBySig}, waiting for the receipt. */
  voteBySigAndWait: Bound<typeof voteBySigAndWait>;
};

/** The actions behind {@link GovernanceActions}. */
export const GOVERNANCE_ACTIONS = {
  cancel,
  delegate,
  execute,
  getProposal,
  getProposalState,
  getReputation,
  propose,
  queue,
  signVote,
  vote,
  voteBySig,
} as const satisfies Record<Unwaiting<keyof GovernanceActions>, unknown>;
