import {
  studioGovernorIsOverride,
  studioGovernorProposalVoteCap,
  studioGovernorQuorum,
  studioGovernorToken,
  studioGovernorVoteCapUint256,
} from "../../abi/items/studioGovernor.ts";
import { reputationTokenGetPastTotalSupply } from "../../abi/items/reputationToken.ts";
import { explainState } from "../../governance/explainState.ts";
import { formatShare } from "../../governance/shares.ts";
import { defined } from "../../types/defined.ts";
import type { Support } from "../../types/enums.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import { getProposalState } from "./getProposalState.ts";

export declare namespace getProposal {
  type Args = { proposalId: bigint };
  type Parameters = On<"governor"> & Args & ReadOptions;
  type ReturnType = getProposalState.ReturnType & {
    /** Why it is in this state, or what it waits for, in a sentence. */
    reason: string;
    /** All votes at the snapshot, raw units; before it, those of the newest block. */
    supply: bigint;
    /** Votes for or abstaining that it needs, raw units. */
    quorum: bigint;
    /** Most that one delegate can cast, raw units. */
    cap: bigint;
    /** It repeats what the ethics board vetoed: twice the quorum, two for each against, and no veto. */
    override: boolean;
    /** Of all votes, such as "4.2 %". */
    shares: Readonly<Record<Support | "quorum" | "cap" | "turnout", string>>;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads where a proposal stands and why, with the shares of all votes; in two round trips, because one needs the
 * snapshot.
 *
 * @example
 * ```ts
 * const { state, reason, shares } = await client.getProposal({ proposalId });
 * console.log(`${state}: ${reason} For: ${shares.for} of votes.`);
 * ```
 */
export async function getProposal(
  client: ActionClient,
  parameters: getProposal.Parameters,
): Promise<getProposal.ReturnType> {
  const address = addressIn("governor", parameters);
  const { proposalId, blockNumber } = parameters;
  const at = defined({ blockNumber });
  const [state, [token]] = await Promise.all([
    getProposalState(client, parameters),
    readMany(client, [{ address, abi: [studioGovernorToken], functionName: "token" }], at),
  ]);
  // Votes of a snapshot are known from the tick after it.
  const timepoint = state.snapshot < state.clock ? state.snapshot : state.clock - 1n;
  const [supply, quorumNow, capOf, capNow, override] = await readMany(
    client,
    [
      {
        address: token,
        abi: [reputationTokenGetPastTotalSupply],
        functionName: "getPastTotalSupply",
        args: [timepoint],
      },
      { address, abi: [studioGovernorQuorum], functionName: "quorum", args: [quorumKey(state, proposalId, timepoint)] },
      { address, abi: [studioGovernorProposalVoteCap], functionName: "proposalVoteCap", args: [proposalId] },
      { address, abi: [studioGovernorVoteCapUint256], functionName: "voteCap", args: [timepoint] },
      { address, abi: [studioGovernorIsOverride], functionName: "isOverride", args: [proposalId] },
    ],
    at,
  );
  const pending = state.snapshot >= state.clock;
  const quorum = pending && override ? 2n * quorumNow : quorumNow;
  const cap = capOf === 0n ? (supply * capNow) / 1_000_000n : capOf;
  return { ...state, ...measures({ ...state, supply, quorum, cap, override }) };
}

/** Before the snapshot the governor does not know a proposal's own quorum. */
const quorumKey = (state: getProposalState.ReturnType, proposalId: bigint, timepoint: bigint): bigint =>
  state.snapshot < state.clock ? proposalId : timepoint;

type Measured = Omit<getProposal.ReturnType, "reason" | "shares">;

function measures(proposal: Measured): Omit<getProposal.ReturnType, keyof getProposalState.ReturnType> {
  const { votes, supply, quorum, cap, override } = proposal;
  const share = (part: bigint): string => formatShare(part, supply);
  const shares = {
    ...{ against: share(votes.against), for: share(votes.for), abstain: share(votes.abstain) },
    ...{ turnout: share(votes.against + votes.for + votes.abstain), quorum: share(quorum), cap: share(cap) },
  };
  return { supply, quorum, cap, override, shares, reason: explainState(proposal, shares) };
}
