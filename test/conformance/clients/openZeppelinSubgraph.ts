/**
 * OpenZeppelin's subgraph for governors, votes, timelocks and access control.
 *
 * Behaves as OpenZeppelin/openzeppelin-subgraphs at 4edcda3b1c4423377181e570213fe3ea549bfe59 (2025-02-25):
 * src/datasources/{governor,voting,timelock,accesscontrol}.{yaml,ts}, src/fetch/{governor,voting,timelock,
 * accesscontrol}.ts and the entities of their .gql.json. Like there, accounts and ids are lower-case.
 */
import {
  type Address,
  decodeEventLog,
  formatEther,
  type Hash,
  type Hex,
  type Log,
  numberToHex,
  parseAbi,
  zeroHash,
} from "viem";
import type { Wire } from "./wire.ts";

const GOVERNOR = parseAbi([
  "function COUNTING_MODE() view returns (string)",
  "event ProposalCanceled(uint256 proposalId)",
  "event ProposalCreated(uint256 proposalId, address proposer, address[] targets, uint256[] values, string[] signatures, bytes[] calldatas, uint256 voteStart, uint256 voteEnd, string description)",
  "event ProposalExecuted(uint256 proposalId)",
  "event ProposalQueued(uint256 proposalId, uint256 etaSeconds)",
  "event VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)",
  "event VoteCastWithParams(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason, bytes params)",
]);
const VOTING = parseAbi([
  "event DelegateChanged(address indexed delegator, address indexed fromDelegate, address indexed toDelegate)",
  "event DelegateVotesChanged(address indexed delegate, uint256 previousVotes, uint256 newVotes)",
]);
const TIMELOCK = parseAbi([
  "event CallScheduled(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data, bytes32 predecessor, uint256 delay)",
  "event CallExecuted(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data)",
  "event Cancelled(bytes32 indexed id)",
  "event MinDelayChange(uint256 oldDuration, uint256 newDuration)",
]);
const ACCESS_CONTROL = parseAbi([
  "event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)",
  "event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)",
  "event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)",
]);

export interface Proposal {
  proposalId: bigint;
  proposer: string;
  voteStart: bigint;
  voteEnd: bigint;
  description: string;
  eta?: bigint;
  canceled: boolean;
  queued: boolean;
  executed: boolean;
}

interface ProposalCall {
  target: string;
  value: string;
  signature: string;
  calldata: Hex;
}

interface VoteReceipt {
  support: string;
  weight: bigint;
  reason: string;
  params: Hex | null;
}

interface TimelockOperation {
  status: "SCHEDULED" | "EXECUTED" | "CANCELED";
  delay: bigint;
  timestamp: bigint;
  predecessor: Hash;
}

type Placed = Log<bigint, number, false>;

export class OpenZeppelinSubgraph {
  /** Ways of counting by governor. */
  readonly governors = new Map<string, string | null>();
  readonly proposals = new Map<string, Proposal>();
  readonly calls = new Map<string, ProposalCall>();
  readonly supports = new Map<string, bigint>();
  readonly receipts = new Map<string, VoteReceipt>();
  readonly delegations = new Map<string, string>();
  readonly weights = new Map<string, bigint>();
  readonly operations = new Map<string, TimelockOperation>();
  readonly timelockCalls = new Map<string, { target: string; value: string; data: Hex }>();
  readonly minDelays = new Map<string, bigint>();
  /** Members by role, and the role that administers a role. */
  readonly members = new Set<string>();
  readonly admins = new Map<string, Hash>();

  constructor(
    private readonly wire: Wire,
    private readonly sources: { governor: Address; token: Address; timelock: Address },
    private next: bigint,
  ) {}

  /** Handles the events of all data sources, block by block. */
  async sync(): Promise<void> {
    const toBlock = await this.wire.client.getBlockNumber({ cacheTime: 0 });
    const range = { fromBlock: this.next, toBlock };
    const { governor, token, timelock } = this.sources;
    for (const log of await this.wire.client.getLogs({ ...range, address: governor })) await this.handleGovernor(log);
    for (const log of await this.wire.client.getLogs({ ...range, address: token, events: VOTING })) {
      this.handleVoting(log);
    }
    for (const log of await this.wire.client.getLogs({ ...range, address: timelock, events: TIMELOCK })) {
      await this.handleTimelock(log);
    }
    for (const log of await this.wire.client.getLogs({ ...range, address: timelock, events: ACCESS_CONTROL })) {
      this.handleRole(log);
    }
    this.next = toBlock + 1n;
  }

  /** Id of a proposal: the governor and the proposal's number in hexadecimal, not padded. */
  idOf(proposalId: bigint): string {
    return `${this.sources.governor.toLowerCase()}/${numberToHex(proposalId)}`;
  }

  hasRole(role: Hash, account: Address): boolean {
    return this.members.has(`${this.sources.timelock.toLowerCase()}/${role}/${account.toLowerCase()}`);
  }

  /** Default administrators administer every role whose administration was never changed. */
  adminOf(role: Hash): Hash {
    return this.admins.get(role) ?? zeroHash;
  }

  private async handleGovernor(log: Placed): Promise<void> {
    const event = tryDecode(GOVERNOR, log);
    if (event === undefined) return;
    const address = log.address.toLowerCase();
    if (!this.governors.has(address)) this.governors.set(address, await this.countingMode(log.address));
    if (event.eventName === "VoteCast" || event.eventName === "VoteCastWithParams") {
      this.handleVote(event.args);
      return;
    }
    const proposal = this.fetchProposal(event.args.proposalId);
    if (event.eventName === "ProposalCreated") {
      const { proposalId, proposer, targets, values, signatures, calldatas, voteStart, voteEnd, description } =
        event.args;
      Object.assign(proposal, { proposer: proposer.toLowerCase(), voteStart, voteEnd, description });
      for (const [i, target] of targets.entries()) {
        const value = formatEther(values[i] ?? 0n);
        const [signature, calldata] = [signatures[i] ?? "", calldatas[i] ?? "0x"];
        const call = { target: target.toLowerCase(), value, signature, calldata };
        this.calls.set(`${this.idOf(proposalId)}/${i}`, call);
      }
    } else if (event.eventName === "ProposalQueued") {
      Object.assign(proposal, { queued: true, eta: event.args.etaSeconds });
    } else if (event.eventName === "ProposalExecuted") proposal.executed = true;
    else proposal.canceled = true;
  }

  private async countingMode(address: Address): Promise<string | null> {
    const call = { address, abi: GOVERNOR, functionName: "COUNTING_MODE" } as const;
    return this.wire.client.readContract(call).catch(() => null);
  }

  private fetchProposal(proposalId: bigint): Proposal {
    const id = this.idOf(proposalId);
    const states = { canceled: false, queued: false, executed: false };
    const empty = { proposalId, proposer: "0x", voteStart: 0n, voteEnd: 0n, description: "", ...states };
    const proposal = this.proposals.get(id) ?? empty;
    this.proposals.set(id, proposal);
    return proposal;
  }

  private handleVote(args: {
    voter: Address;
    proposalId: bigint;
    support: number;
    weight: bigint;
    reason: string;
    params?: Hex;
  }): void {
    const id = this.idOf(args.proposalId);
    const support = `${id}/${args.support}`;
    this.supports.set(support, (this.supports.get(support) ?? 0n) + args.weight);
    const receipt = { support, weight: args.weight, reason: args.reason, params: args.params ?? null };
    this.receipts.set(`${id}/${args.voter.toLowerCase()}`, receipt);
  }

  private handleVoting(log: Placed): void {
    const event = decodeEventLog({ abi: VOTING, topics: log.topics, data: log.data, strict: true });
    const contract = log.address.toLowerCase();
    if (event.eventName === "DelegateChanged") {
      const { delegator, toDelegate } = event.args;
      this.delegations.set(`${contract}/${delegator.toLowerCase()}`, toDelegate.toLowerCase());
      return;
    }
    const { delegate, previousVotes, newVotes } = event.args;
    const total = `${contract}/total`;
    this.weights.set(total, (this.weights.get(total) ?? 0n) - previousVotes + newVotes);
    this.weights.set(`${contract}/${delegate.toLowerCase()}`, newVotes);
  }

  private async handleTimelock(log: Placed): Promise<void> {
    const event = decodeEventLog({ abi: TIMELOCK, topics: log.topics, data: log.data, strict: true });
    const contract = log.address.toLowerCase();
    if (event.eventName === "MinDelayChange") {
      this.minDelays.set(contract, event.args.newDuration);
      return;
    }
    const id = `${contract}/${event.args.id}`;
    if (event.eventName === "CallScheduled") {
      const { index, target, value, data, predecessor, delay } = event.args;
      const { timestamp } = await this.wire.client.getBlock({ blockNumber: log.blockNumber });
      this.operations.set(id, { status: "SCHEDULED", delay, timestamp: timestamp + delay, predecessor });
      const call = { target: target.toLowerCase(), value: formatEther(value), data };
      this.timelockCalls.set(`${id}/${index}`, call);
      return;
    }
    const status = event.eventName === "CallExecuted" ? "EXECUTED" : "CANCELED";
    this.operations.set(id, { ...this.operations.get(id)!, status });
  }

  private handleRole(log: Placed): void {
    const event = decodeEventLog({ abi: ACCESS_CONTROL, topics: log.topics, data: log.data, strict: true });
    if (event.eventName === "RoleAdminChanged") {
      this.admins.set(event.args.role, event.args.newAdminRole);
      return;
    }
    const member = `${log.address.toLowerCase()}/${event.args.role}/${event.args.account.toLowerCase()}`;
    if (event.eventName === "RoleGranted") this.members.add(member);
    else this.members.delete(member);
  }
}

/** An event of the data source, or nothing where it has no handler; indexed otherwise than declared, it throws. */
function tryDecode(abi: typeof GOVERNOR, { topics, data }: Placed) {
  try {
    return decodeEventLog({ abi, topics, data, strict: true });
  } catch (error) {
    if (error instanceof Error && error.name === "AbiEventSignatureNotFoundError") return undefined;
    throw error;
  }
}
