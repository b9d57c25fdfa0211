import type { Address } from "viem";
import {
  studioGovernorClock,
  studioGovernorProposalDeadline,
  studioGovernorProposalEta,
  studioGovernorProposalProposer,
  studioGovernorProposalSnapshot,
  studioGovernorProposalVotes,
  studioGovernorState,
} from "../../abi/items/studioGovernor.ts";
import { nameOf } from "../../types/codec.ts";
import { PROPOSAL_STATES, type ProposalState } from "../../types/enums.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getProposalState {
  type Args = { proposalId: bigint };
  type Parameters = On<"governor"> & Args & ReadOptions;
  type ReturnType = {
    state: ProposalState;
    proposer: Address;
    /** On the governor's clock: voting power is that of the snapshot; voting is open after it, up to the deadline. */
    clock: bigint;
    snapshot: bigint;
    deadline: bigint;
    /** Unix seconds from which a queued proposal can be executed; 0 before. */
    eta: bigint;
    /** Raw units of reputation. */
    votes: { against: bigint; for: bigint; abstain: bigint };
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads where a proposal stands, in one round trip.
 *
 * @example
 * ```ts
 * const { state, votes } = await client.getProposalState({ proposalId });
 * ```
 */
export async function getProposalState(
  client: ActionClient,
  parameters: getProposalState.Parameters,
): Promise<getProposalState.ReturnType> {
  const address = addressIn("governor", parameters);
  const args = [parameters.proposalId] as const;
  const [state, proposer, clock, snapshot, deadline, eta, votes] = await readMany(
    client,
    [
      { address, abi: [studioGovernorState], functionName: "state", args },
      { address, abi: [studioGovernorProposalProposer], functionName: "proposalProposer", args },
      { address, abi: [studioGovernorClock], functionName: "clock" },
      { address, abi: [studioGovernorProposalSnapshot], functionName: "proposalSnapshot", args },
      { address, abi: [studioGovernorProposalDeadline], functionName: "proposalDeadline", args },
      { address, abi: [studioGovernorProposalEta], functionName: "proposalEta", args },
      { address, abi: [studioGovernorProposalVotes], functionName: "proposalVotes", args },
    ],
    parameters,
  );
  return {
    state: nameOf(PROPOSAL_STATES, state),
    proposer,
    clock: BigInt(clock),
    snapshot,
    deadline,
    eta,
    votes: { against: votes[0], for: votes[1], abstain: votes[2] },
  };
}
