"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";
import type { getImpact } from "../../actions/governance/getImpact.ts";
import type { getImpactOf } from "../../actions/governance/getImpactOf.ts";
import type { getMembership } from "../../actions/governance/getMembership.ts";
import type { getProposal } from "../../actions/governance/getProposal.ts";
import type { getProposalState } from "../../actions/governance/getProposalState.ts";
import type { getReputation } from "../../actions/governance/getReputation.ts";
import { cancel, cancelAndWait } from "../../actions/governance/cancel.ts";
import {
  cancelAccountMigration,
  cancelAccountMigrationAndWait,
} from "../../actions/governance/cancelAccountMigration.ts";
import { claimImpact, claimImpactAndWait } from "../../actions/governance/claimImpact.ts";
import { claimInheritance, claimInheritanceAndWait } from "../../actions/governance/claimInheritance.ts";
import { closeImpactEpoch, closeImpactEpochAndWait } from "../../actions/governance/closeImpactEpoch.ts";
import { delegate, delegateAndWait } from "../../actions/governance/delegate.ts";
import { delegateBySig, delegateBySigAndWait } from "../../actions/governance/delegateBySig.ts";
import { execute, executeAndWait } from "../../actions/governance/execute.ts";
import {
  finishAccountMigration,
  finishAccountMigrationAndWait,
} from "../../actions/governance/finishAccountMigration.ts";
import { grantReputation, grantReputationAndWait } from "../../actions/governance/grantReputation.ts";
import { measureImpact, measureImpactAndWait } from "../../actions/governance/measureImpact.ts";
import { noteDormancy, noteDormancyAndWait } from "../../actions/governance/noteDormancy.ts";
import { propose, proposeAndWait } from "../../actions/governance/propose.ts";
import { prune, pruneAndWait } from "../../actions/governance/prune.ts";
import { queue, queueAndWait } from "../../actions/governance/queue.ts";
import { setGrantCapacity, setGrantCapacityAndWait } from "../../actions/governance/setGrantCapacity.ts";
import { setHalfLife, setHalfLifeAndWait } from "../../actions/governance/setHalfLife.ts";
import { setImpactTerms, setImpactTermsAndWait } from "../../actions/governance/setImpactTerms.ts";
import {
  setLateQuorumExtension,
  setLateQuorumExtensionAndWait,
} from "../../actions/governance/setLateQuorumExtension.ts";
import { setProposalThreshold, setProposalThresholdAndWait } from "../../actions/governance/setProposalThreshold.ts";
import { setQuorum, setQuorumAndWait } from "../../actions/governance/setQuorum.ts";
import { setTimelockDelay, setTimelockDelayAndWait } from "../../actions/governance/setTimelockDelay.ts";
import { setVoteCap, setVoteCapAndWait } from "../../actions/governance/setVoteCap.ts";
import { setVotingDelay, setVotingDelayAndWait } from "../../actions/governance/setVotingDelay.ts";
import { setVotingPeriod, setVotingPeriodAndWait } from "../../actions/governance/setVotingPeriod.ts";
import { signAccountMigration } from "../../actions/governance/signAccountMigration.ts";
import { signDelegation } from "../../actions/governance/signDelegation.ts";
import { signVote } from "../../actions/governance/signVote.ts";
import { slash, slashAndWait } from "../../actions/governance/slash.ts";
import { startAccountMigration, startAccountMigrationAndWait } from "../../actions/governance/startAccountMigration.ts";
import { vote, voteAndWait } from "../../actions/governance/vote.ts";
import { voteBySig, voteBySigAndWait } from "../../actions/governance/voteBySig.ts";
import {
  getImpactQueryOptions,
  getImpactOfQueryOptions,
  getMembershipQueryOptions,
  getProposalQueryOptions,
  getProposalStateQueryOptions,
  getReputationQueryOptions,
} from "../../query/generated/governance.ts";
import { type ReadHook, type SuspenseReadHook, defineReadHook, defineSuspenseReadHook } from "../readHook.ts";
import { type WriteHook, defineWriteHook } from "../writeHook.ts";

/** Cancels a proposal; its proposer may while it is pending. {@link cancel} as a mutation. */
export const useCancel: WriteHook<typeof cancel, cancel.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "cancel",
  cancel,
);

/**
 * Stops a migration that is not finished; the account itself or the timelock may. {@link cancelAccountMigration} as a
 * mutation.
 */
export const useCancelAccountMigration: WriteHook<typeof cancelAccountMigration, cancelAccountMigration.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "cancelAccountMigration", cancelAccountMigration);

/** {@link useCancelAccountMigration}, waiting for the receipt; what it changes is asked anew. */
export const useCancelAccountMigrationAndWait: WriteHook<typeof cancelAccountMigrationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "cancelAccountMigrationAndWait", cancelAccountMigrationAndWait);

/** {@link useCancel}, waiting for the receipt; what it changes is asked anew. */
export const useCancelAndWait: WriteHook<typeof cancelAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "cancelAndWait",
  cancelAndWait,
);

/**
 * Mints a payee of a recipe its part of an epoch that was closed in the last seven days; anybody may. {@link
 * claimImpact} as a mutation.
 */
export const useClaimImpact: WriteHook<typeof claimImpact, claimImpact.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "claimImpact",
  claimImpact,
);

/** {@link useClaimImpact}, waiting for the receipt; what it changes is asked anew. */
export const useClaimImpactAndWait: WriteHook<typeof claimImpactAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "claimImpactAndWait", claimImpactAndWait);

/**
 * Gives a member the balance of the studio's former reputation; anybody may, once for each account. {@link
 * claimInheritance} as a mutation.
 */
export const useClaimInheritance: WriteHook<typeof claimInheritance, claimInheritance.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "claimInheritance", claimInheritance);

/** {@link useClaimInheritance}, waiting for the receipt; what it changes is asked anew. */
export const useClaimInheritanceAndWait: WriteHook<typeof claimInheritanceAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "claimInheritanceAndWait", claimInheritanceAndWait);

/**
 * Fixes what an epoch of impact pays; anybody may, after its end and a week after another one was closed. {@link
 * closeImpactEpoch} as a mutation.
 */
export const useCloseImpactEpoch: WriteHook<typeof closeImpactEpoch, closeImpactEpoch.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "closeImpactEpoch", closeImpactEpoch);

/** {@link useCloseImpactEpoch}, waiting for the receipt; what it changes is asked anew. */
export const useCloseImpactEpochAndWait: WriteHook<typeof closeImpactEpochAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "closeImpactEpochAndWait", closeImpactEpochAndWait);

/** Delegates the sender's voting power, which stays the sender's reputation. {@link delegate} as a mutation. */
export const useDelegate: WriteHook<typeof delegate, delegate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "delegate",
  delegate,
);

/** {@link useDelegate}, waiting for the receipt; what it changes is asked anew. */
export const useDelegateAndWait: WriteHook<typeof delegateAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "delegateAndWait",
  delegateAndWait,
);

/** Submits a delegation that somebody else signed. {@link delegateBySig} as a mutation. */
export const useDelegateBySig: WriteHook<typeof delegateBySig, delegateBySig.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "delegateBySig", delegateBySig);

/** {@link useDelegateBySig}, waiting for the receipt; what it changes is asked anew. */
export const useDelegateBySigAndWait: WriteHook<typeof delegateBySigAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "delegateBySigAndWait", delegateBySigAndWait);

/** Executes a queued proposal whose delay is over; anybody may. {@link execute} as a mutation. */
export const useExecute: WriteHook<typeof execute, execute.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "execute",
  execute,
);

/** {@link useExecute}, waiting for the receipt; what it changes is asked anew. */
export const useExecuteAndWait: WriteHook<typeof executeAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "executeAndWait",
  executeAndWait,
);

/**
 * Moves the reputation of an account whose migration is seven days old; anybody may. {@link finishAccountMigration}
 * as a mutation.
 */
export const useFinishAccountMigration: WriteHook<typeof finishAccountMigration, finishAccountMigration.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "finishAccountMigration", finishAccountMigration);

/** {@link useFinishAccountMigration}, waiting for the receipt; what it changes is asked anew. */
export const useFinishAccountMigrationAndWait: WriteHook<typeof finishAccountMigrationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "finishAccountMigrationAndWait", finishAccountMigrationAndWait);

/** Reads what a studio pays for income now and in the next week. {@link getImpact} as a query. */
export const useGetImpact: ReadHook<typeof getImpact, getImpact.ErrorType> =
  /* @__PURE__ */ defineReadHook(getImpactQueryOptions);

/** {@link useGetImpact}, for which the component waits. */
export const useSuspenseGetImpact: SuspenseReadHook<typeof getImpact, getImpact.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getImpactQueryOptions);

/**
 * Reads what a recipe scored in an epoch of impact, and what of it an account can claim, in one round trip. {@link
 * getImpactOf} as a query.
 */
export const useGetImpactOf: ReadHook<typeof getImpactOf, getImpactOf.ErrorType> =
  /* @__PURE__ */ defineReadHook(getImpactOfQueryOptions);

/** {@link useGetImpactOf}, for which the component waits. */
export const useSuspenseGetImpactOf: SuspenseReadHook<typeof getImpactOf, getImpactOf.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getImpactOfQueryOptions);

/**
 * Reads what became of a member's account: moves, dormancy and inheritance, in one round trip. {@link getMembership}
 * as a query.
 */
export const useGetMembership: ReadHook<typeof getMembership, getMembership.ErrorType> =
  /* @__PURE__ */ defineReadHook(getMembershipQueryOptions);

/** {@link useGetMembership}, for which the component waits. */
export const useSuspenseGetMembership: SuspenseReadHook<typeof getMembership, getMembership.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getMembershipQueryOptions);

/**
 * Reads where a proposal stands and why, with the shares of all votes; in two round trips, because one needs the
 * snapshot. {@link getProposal} as a query.
 */
export const useGetProposal: ReadHook<typeof getProposal, getProposal.ErrorType> =
  /* @__PURE__ */ defineReadHook(getProposalQueryOptions);

/** {@link useGetProposal}, for which the component waits. */
export const useSuspenseGetProposal: SuspenseReadHook<typeof getProposal, getProposal.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getProposalQueryOptions);

/** Reads where a proposal stands, in one round trip. {@link getProposalState} as a query. */
export const useGetProposalState: ReadHook<typeof getProposalState, getProposalState.ErrorType> =
  /* @__PURE__ */ defineReadHook(getProposalStateQueryOptions);

/** {@link useGetProposalState}, for which the component waits. */
export const useSuspenseGetProposalState: SuspenseReadHook<typeof getProposalState, getProposalState.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getProposalStateQueryOptions);

/** Reads a member's reputation in one round trip. {@link getReputation} as a query. */
export const useGetReputation: ReadHook<typeof getReputation, getReputation.ErrorType> =
  /* @__PURE__ */ defineReadHook(getReputationQueryOptions);

/** {@link useGetReputation}, for which the component waits. */
export const useSuspenseGetReputation: SuspenseReadHook<typeof getReputation, getReputation.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getReputationQueryOptions);

/**
 * Grants reputation by vote; only the timelock may, within the share of the supply that votes may grant in 90 days.
 * {@link grantReputation} as a mutation.
 */
export const useGrantReputation: WriteHook<typeof grantReputation, grantReputation.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "grantReputation", grantReputation);

/** {@link useGrantReputation}, waiting for the receipt; what it changes is asked anew. */
export const useGrantReputationAndWait: WriteHook<typeof grantReputationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "grantReputationAndWait", grantReputationAndWait);

/**
 * Counts what a recipe brought to the treasury since it was last measured; anybody may. {@link measureImpact} as a
 * mutation.
 */
export const useMeasureImpact: WriteHook<typeof measureImpact, measureImpact.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "measureImpact", measureImpact);

/** {@link useMeasureImpact}, waiting for the receipt; what it changes is asked anew. */
export const useMeasureImpactAndWait: WriteHook<typeof measureImpactAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "measureImpactAndWait", measureImpactAndWait);

/**
 * Notes that an account is dormant; anybody may. After four half-lives without a change its dust can be pruned.
 * {@link noteDormancy} as a mutation.
 */
export const useNoteDormancy: WriteHook<typeof noteDormancy, noteDormancy.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "noteDormancy",
  noteDormancy,
);

/** {@link useNoteDormancy}, waiting for the receipt; what it changes is asked anew. */
export const useNoteDormancyAndWait: WriteHook<typeof noteDormancyAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "noteDormancyAndWait", noteDormancyAndWait);

/**
 * Proposes calls of the studio's timelock. The text ends with a line that lets nobody else submit the same proposal.
 * {@link propose} as a mutation.
 */
export const usePropose: WriteHook<typeof propose, propose.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "propose",
  propose,
);

/** {@link usePropose}, waiting for the receipt; what it changes is asked anew. */
export const useProposeAndWait: WriteHook<typeof proposeAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "proposeAndWait",
  proposeAndWait,
);

/**
 * Burns the dust of an account that was noted as dormant four half-lives ago; anybody may. {@link prune} as a
 * mutation.
 */
export const usePrune: WriteHook<typeof prune, prune.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "prune",
  prune,
);

/** {@link usePrune}, waiting for the receipt; what it changes is asked anew. */
export const usePruneAndWait: WriteHook<typeof pruneAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "pruneAndWait",
  pruneAndWait,
);

/** Puts a succeeded proposal into the timelock. {@link queue} as a mutation. */
export const useQueue: WriteHook<typeof queue, queue.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "queue",
  queue,
);

/** {@link useQueue}, waiting for the receipt; what it changes is asked anew. */
export const useQueueAndWait: WriteHook<typeof queueAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "queueAndWait",
  queueAndWait,
);

/**
 * Sets how much reputation votes may grant; only the timelock may. A rise counts seven days later. {@link
 * setGrantCapacity} as a mutation.
 */
export const useSetGrantCapacity: WriteHook<typeof setGrantCapacity, setGrantCapacity.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setGrantCapacity", setGrantCapacity);

/** {@link useSetGrantCapacity}, waiting for the receipt; what it changes is asked anew. */
export const useSetGrantCapacityAndWait: WriteHook<typeof setGrantCapacityAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setGrantCapacityAndWait", setGrantCapacityAndWait);

/**
 * Changes how fast reputation decays from now on; only the timelock may. Nothing that was earned changes now. {@link
 * setHalfLife} as a mutation.
 */
export const useSetHalfLife: WriteHook<typeof setHalfLife, setHalfLife.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "setHalfLife",
  setHalfLife,
);

/** {@link useSetHalfLife}, waiting for the receipt; what it changes is asked anew. */
export const useSetHalfLifeAndWait: WriteHook<typeof setHalfLifeAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setHalfLifeAndWait", setHalfLifeAndWait);

/**
 * Sets what reputation for income costs from the next epoch on; only the timelock may. {@link setImpactTerms} as a
 * mutation.
 */
export const useSetImpactTerms: WriteHook<typeof setImpactTerms, setImpactTerms.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setImpactTerms", setImpactTerms);

/** {@link useSetImpactTerms}, waiting for the receipt; what it changes is asked anew. */
export const useSetImpactTermsAndWait: WriteHook<typeof setImpactTermsAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setImpactTermsAndWait", setImpactTermsAndWait);

/**
 * Sets how long a vote goes on after its quorum was reached late; only the timelock may. {@link
 * setLateQuorumExtension} as a mutation.
 */
export const useSetLateQuorumExtension: WriteHook<typeof setLateQuorumExtension, setLateQuorumExtension.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setLateQuorumExtension", setLateQuorumExtension);

/** {@link useSetLateQuorumExtension}, waiting for the receipt; what it changes is asked anew. */
export const useSetLateQuorumExtensionAndWait: WriteHook<typeof setLateQuorumExtensionAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setLateQuorumExtensionAndWait", setLateQuorumExtensionAndWait);

/**
 * Sets which share of all votes it takes to propose; only the timelock may. {@link setProposalThreshold} as a
 * mutation.
 */
export const useSetProposalThreshold: WriteHook<typeof setProposalThreshold, setProposalThreshold.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setProposalThreshold", setProposalThreshold);

/** {@link useSetProposalThreshold}, waiting for the receipt; what it changes is asked anew. */
export const useSetProposalThresholdAndWait: WriteHook<typeof setProposalThresholdAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setProposalThresholdAndWait", setProposalThresholdAndWait);

/** Sets how many votes, for or abstaining, a proposal needs; only the timelock may. {@link setQuorum} as a mutation. */
export const useSetQuorum: WriteHook<typeof setQuorum, setQuorum.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "setQuorum",
  setQuorum,
);

/** {@link useSetQuorum}, waiting for the receipt; what it changes is asked anew. */
export const useSetQuorumAndWait: WriteHook<typeof setQuorumAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "setQuorumAndWait",
  setQuorumAndWait,
);

/**
 * Sets how long a queued proposal waits before it can be executed; only the timelock itself may. {@link
 * setTimelockDelay} as a mutation.
 */
export const useSetTimelockDelay: WriteHook<typeof setTimelockDelay, setTimelockDelay.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setTimelockDelay", setTimelockDelay);

/** {@link useSetTimelockDelay}, waiting for the receipt; what it changes is asked anew. */
export const useSetTimelockDelayAndWait: WriteHook<typeof setTimelockDelayAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setTimelockDelayAndWait", setTimelockDelayAndWait);

/** Sets how many votes one delegate can cast at most; only the timelock may. {@link setVoteCap} as a mutation. */
export const useSetVoteCap: WriteHook<typeof setVoteCap, setVoteCap.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "setVoteCap",
  setVoteCap,
);

/** {@link useSetVoteCap}, waiting for the receipt; what it changes is asked anew. */
export const useSetVoteCapAndWait: WriteHook<typeof setVoteCapAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "setVoteCapAndWait",
  setVoteCapAndWait,
);

/** Sets how long after a proposal the vote begins; only the timelock may. {@link setVotingDelay} as a mutation. */
export const useSetVotingDelay: WriteHook<typeof setVotingDelay, setVotingDelay.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setVotingDelay", setVotingDelay);

/** {@link useSetVotingDelay}, waiting for the receipt; what it changes is asked anew. */
export const useSetVotingDelayAndWait: WriteHook<typeof setVotingDelayAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setVotingDelayAndWait", setVotingDelayAndWait);

/** Sets how long a vote lasts; only the timelock may. {@link setVotingPeriod} as a mutation. */
export const useSetVotingPeriod: WriteHook<typeof setVotingPeriod, setVotingPeriod.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setVotingPeriod", setVotingPeriod);

/** {@link useSetVotingPeriod}, waiting for the receipt; what it changes is asked anew. */
export const useSetVotingPeriodAndWait: WriteHook<typeof setVotingPeriodAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "setVotingPeriodAndWait", setVotingPeriodAndWait);

/** Signs that reputation moves from one account to another; both must. {@link signAccountMigration} as a mutation. */
export const useSignAccountMigration: WriteHook<typeof signAccountMigration, signAccountMigration.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "signAccountMigration", signAccountMigration);

/** Signs a delegation that somebody else submits with `delegateBySig`. {@link signDelegation} as a mutation. */
export const useSignDelegation: WriteHook<typeof signDelegation, signDelegation.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "signDelegation", signDelegation);

/** Signs a vote that somebody else submits with `voteBySig`. {@link signVote} as a mutation. */
export const useSignVote: WriteHook<typeof signVote, signVote.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "signVote",
  signVote,
);

/** Takes reputation away by vote; only the timelock may. {@link slash} as a mutation. */
export const useSlash: WriteHook<typeof slash, slash.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "slash",
  slash,
);

/** {@link useSlash}, waiting for the receipt; what it changes is asked anew. */
export const useSlashAndWait: WriteHook<typeof slashAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "slashAndWait",
  slashAndWait,
);

/**
 * Starts moving all reputation of an account to a fresh one of the same owner; anybody may bring the two signatures.
 * {@link startAccountMigration} as a mutation.
 */
export const useStartAccountMigration: WriteHook<typeof startAccountMigration, startAccountMigration.ErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "startAccountMigration", startAccountMigration);

/** {@link useStartAccountMigration}, waiting for the receipt; what it changes is asked anew. */
export const useStartAccountMigrationAndWait: WriteHook<typeof startAccountMigrationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("governance", "startAccountMigrationAndWait", startAccountMigrationAndWait);

/** Votes on a proposal with the reputation delegated to the sender. {@link vote} as a mutation. */
export const useVote: WriteHook<typeof vote, vote.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "vote",
  vote,
);

/** {@link useVote}, waiting for the receipt; what it changes is asked anew. */
export const useVoteAndWait: WriteHook<typeof voteAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "voteAndWait",
  voteAndWait,
);

/** Submits a vote that somebody else signed. {@link voteBySig} as a mutation. */
export const useVoteBySig: WriteHook<typeof voteBySig, voteBySig.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "voteBySig",
  voteBySig,
);

/** {@link useVoteBySig}, waiting for the receipt; what it changes is asked anew. */
export const useVoteBySigAndWait: WriteHook<typeof voteBySigAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "governance",
  "voteBySigAndWait",
  voteBySigAndWait,
);
