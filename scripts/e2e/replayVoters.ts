import {
  reputationTokenDelegateVotesChangedEvent,
  reputationTokenIndexChangedEvent,
  reputationTokenTransferEvent,
  studioGovernorOverrideProposedEvent,
  studioGovernorQuorumNumeratorUpdatedEvent,
  studioGovernorVoteCapSetEvent,
  studioGovernorVotingDelaySetEvent,
  studioGovernorVotingPeriodSetEvent,
} from "@imprimatur/sdk/abi";
import { fetchLogs } from "@imprimatur/sdk/logs";
import { type Address, type Client, isAddressEqual, numberToHex, zeroAddress } from "viem";
import { idOf, Sums } from "./replay.ts";

/** What the logs of all governors and reputation tokens say last. */
export interface Voters {
  /** Raw balances, by token and account. */
  balances: Sums;
  /** Raw votes, by token and account. */
  votes: Map<string, bigint>;
  /** Raw supplies, by token. */
  supplies: Sums;
  /** Seconds, by token. */
  halfLives: Map<string, number>;
  /** Settings, by governor. */
  settings: Map<string, Record<string, bigint>>;
  /** Proposals that override a veto, by governor and id. */
  overrides: Set<string>;
}

/** Reads the members of all studios out of the logs; `contracts` says what runs where. */
export async function readVoters(client: Client, contracts: ReadonlyMap<Address, string>): Promise<Voters> {
  const addressesOf = (name: string): Address[] =>
    [...contracts].flatMap(([address, contract]) => (contract === name ? [address] : []));
  const voters: Voters = {
    balances: new Sums(),
    votes: new Map(),
    supplies: new Sums(),
    halfLives: new Map(),
    settings: new Map(),
    overrides: new Set(),
  };
  await readTokens(client, addressesOf("ReputationToken"), voters);
  await readGovernors(client, addressesOf("StudioGovernor"), voters);
  return voters;
}

async function readTokens(client: Client, address: Address[], { balances, votes, supplies, halfLives }: Voters) {
  const events = [
    reputationTokenTransferEvent,
    reputationTokenDelegateVotesChangedEvent,
    reputationTokenIndexChangedEvent,
  ] as const;
  for (const { address: emitter, eventName, args } of await fetchLogs(client, { address, events, fromBlock: 0n })) {
    const token = emitter.toLowerCase();
    if (eventName === "IndexChanged") halfLives.set(token, args.halfLife);
    else if (eventName === "DelegateVotesChanged") votes.set(idOf(emitter, args.delegate), args.newVotes);
    else {
      const { from, to, value } = args;
      if (isAddressEqual(from, zeroAddress)) supplies.add(token, value);
      else balances.add(idOf(emitter, from), -value);
      if (isAddressEqual(to, zeroAddress)) supplies.add(token, -value);
      else balances.add(idOf(emitter, to), value);
    }
  }
}

async function readGovernors(client: Client, address: Address[], { settings, overrides }: Voters) {
  const events = [
    studioGovernorVotingDelaySetEvent,
    studioGovernorVotingPeriodSetEvent,
    studioGovernorQuorumNumeratorUpdatedEvent,
    studioGovernorVoteCapSetEvent,
    studioGovernorOverrideProposedEvent,
  ] as const;
  for (const { address: emitter, eventName, args } of await fetchLogs(client, { address, events, fromBlock: 0n })) {
    const governor = emitter.toLowerCase();
    const set = (setting: Record<string, bigint>): void =>
      void settings.set(governor, { ...settings.get(governor), ...setting });
    if (eventName === "VotingDelaySet") set({ votingDelay: args.newVotingDelay });
    else if (eventName === "VotingPeriodSet") set({ votingPeriod: args.newVotingPeriod });
    else if (eventName === "QuorumNumeratorUpdated") set({ quorumNumerator: args.newQuorumNumerator });
    else if (eventName === "VoteCapSet") set({ voteCap: args.newVoteCap });
    else overrides.add(idOf(emitter, numberToHex(args.proposalId, { size: 32 })));
  }
}
