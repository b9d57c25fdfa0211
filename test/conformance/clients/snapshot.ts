/**
 * Snapshot in its mode for governors of OpenZeppelin's: indexer, client library, relayer and web application.
 *
 * Behaves as snapshot-labs/sx-monorepo at 3496f956b23df5b6122b270a9e7c3336814200dc (2026-08-22):
 * apps/api/src/evm/protocols/openzeppelin/{config,writers,utils}.ts, apps/api/src/evm/utils.ts,
 * packages/sx.js/src/clients/openzeppelin/{ethereum-tx,ethereum-sig}/index.ts,
 * packages/sx.js/src/strategies/evm/ozVotes.ts, apps/mana/src/eth/rpc.ts, apps/ui/src/networks/evm/actions.ts,
 * apps/ui/src/networks/common/graphqlApi/index.ts, apps/ui/src/helpers/quorum.ts, apps/ui/src/queries/propositionPower.ts.
 *
 * It expects clocks that count blocks. The ABIs below are its own, not those of the contracts.
 */
import {
  type Abi,
  type Address,
  decodeEventLog,
  encodeAbiParameters,
  getAddress,
  type Hash,
  type Hex,
  keccak256,
  type Log,
  numberToHex,
  parseAbi,
  parseAbiParameters,
  stringToHex,
  toEventSelector,
  zeroHash,
} from "viem";
import type { Wallet } from "../../helpers/protocol.ts";
import type { Wire } from "./wire.ts";

const GOVERNOR_EVENTS = parseAbi([
  "event ProposalCreated(uint256 proposalId, address proposer, address[] targets, uint256[] values, string[] signatures, bytes[] calldatas, uint256 voteStart, uint256 voteEnd, string description)",
  "event VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)",
  "event ProposalCanceled(uint256 proposalId)",
  "event ProposalQueued(uint256 proposalId, uint256 etaSeconds)",
  "event ProposalExecuted(uint256 proposalId)",
  "event ProposalThresholdSet(uint256 oldProposalThreshold, uint256 newProposalThreshold)",
  "event VotingDelaySet(uint256 oldVotingDelay, uint256 newVotingDelay)",
  "event VotingPeriodSet(uint256 oldVotingPeriod, uint256 newVotingPeriod)",
  "event TimelockChange(address oldTimelock, address newTimelock)",
  "event ProposalExtended(uint256 indexed proposalId, uint64 extendedDeadline)",
]);
const TIMELOCK_EVENTS = parseAbi([
  "event MinDelayChange(uint256 oldDuration, uint256 newDuration)",
  "event CallExecuted(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data)",
]);
const GOVERNOR = parseAbi([
  "function quorum(uint256 timepoint) view returns (uint256)",
  "function timelock() view returns (address)",
  "function token() view returns (address)",
  "function proposalThreshold() view returns (uint256)",
  "function votingDelay() view returns (uint256)",
  "function votingPeriod() view returns (uint256)",
  "function name() view returns (string)",
  "function version() view returns (string)",
  "function nonces(address owner) view returns (uint256)",
  "function castVote(uint256 proposalId, uint8 support) returns (uint256)",
  "function castVoteWithReason(uint256 proposalId, uint8 support, string reason) returns (uint256)",
  "function castVoteBySig(uint256 proposalId, uint8 support, address voter, bytes signature) returns (uint256)",
  "function castVoteWithReasonAndParamsBySig(uint256 proposalId, uint8 support, address voter, string reason, bytes params, bytes signature) returns (uint256)",
  "function propose(address[] targets, uint256[] values, bytes[] calldatas, string description) returns (uint256)",
  "function queue(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) returns (uint256)",
  "function execute(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) payable returns (uint256)",
]);
const TOKEN = parseAbi([
  "function decimals() view returns (uint8)",
  "function symbol() view returns (string)",
  "function getVotes(address account) view returns (uint256)",
  "function getPastVotes(address account, uint256 blockNumber) view returns (uint256)",
  "function delegate(address delegatee)",
]);
const TIMELOCK = parseAbi(["function getMinDelay() view returns (uint256)"]);

const BALLOT = {
  Ballot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;
const EXTENDED_BALLOT = {
  ExtendedBallot: [...BALLOT.Ballot, { name: "reason", type: "string" }, { name: "params", type: "bytes" }],
} as const;

const MAX_TITLE = 200;

export type SnapshotState = "pending" | "active" | "passed" | "rejected" | "queued" | "executed" | "cancelled";

interface Execution {
  to: Address;
  value: string;
  data: Hex;
}

export interface SnapshotSpace {
  timelock: Address;
  token: Address;
  quorum: bigint;
  proposalThreshold: bigint;
  votingDelay: bigint;
  votingPeriod: bigint;
  decimals: number;
  symbol: string;
  timelockDelay: bigint;
}

export interface SnapshotProposal {
  id: string;
  author: Address;
  title: string | null;
  body: string;
  execution: Execution[];
  executionHash: Hash;
  snapshot: bigint;
  maxEnd: bigint;
  quorum: bigint;
  quorumFinalized: boolean;
  /** For, against, abstain. */
  scores: [bigint, bigint, bigint];
  voteCount: number;
  cancelled: boolean;
  executed: boolean;
  executionTime?: bigint;
  executionSettled: boolean;
}

type Placed = Log<bigint, number, false>;

/** The indexer of one governor that is on Snapshot's list. */
export class SnapshotIndexer {
  space: SnapshotSpace | undefined;
  readonly proposals = new Map<string, SnapshotProposal>();
  readonly votes: { voter: Address; proposal: string; choice: number; vp: bigint; reason: string }[] = [];
  private readonly operations = new Map<Hash, string>();

  constructor(
    private readonly wire: Wire,
    readonly governor: Address,
    private next: bigint,
  ) {}

  /** Reads what happened since; the timelock's events only once the timelock is known. */
  async sync({ governor = true } = {}): Promise<void> {
    const to = await this.wire.client.getBlockNumber({ cacheTime: 0 });
    const logs = governor ? await this.logsOf(this.governor, GOVERNOR_EVENTS, to) : [];
    for (const log of logs) await this.handleGovernor(log);
    if (this.space !== undefined) {
      for (const log of await this.logsOf(this.space.timelock, TIMELOCK_EVENTS, to)) this.handleTimelock(log);
    }
    this.next = to + 1n;
  }

  /** The proposal that an operation of the timelock belongs to. */
  proposalOf(operation: Hash): string | undefined {
    return this.operations.get(operation);
  }

  /** The state that the web application shows at a block. */
  stateOf(id: string, current: bigint): SnapshotState {
    const proposal = this.proposals.get(id)!;
    const [for_, against, abstain] = proposal.scores;
    if (proposal.cancelled) return "cancelled";
    if (proposal.executed) return proposal.executionSettled ? "executed" : "queued";
    if (proposal.maxEnd <= current) {
      if (Number(for_) + Number(abstain) < proposal.quorum) return "rejected";
      return for_ > against ? "passed" : "rejected";
    }
    return proposal.snapshot > current ? "pending" : "active";
  }

  private async logsOf(address: Address, events: typeof GOVERNOR_EVENTS | typeof TIMELOCK_EVENTS, to: bigint) {
    const topics = events.map((event) => toEventSelector(event));
    const logs = await this.wire.client.getLogs({ address, fromBlock: this.next, toBlock: to });
    return logs.filter((log) => topics.includes(log.topics[0]!));
  }

  private async handleGovernor(log: Placed): Promise<void> {
    const event = decodeEventLog({ abi: GOVERNOR_EVENTS, topics: log.topics, data: log.data, strict: true });
    switch (event.eventName) {
      case "ProposalCreated":
        return this.handleCreated(event.args, log.blockNumber);
      case "VoteCast":
        return this.handleVote(event.args);
      case "ProposalThresholdSet":
        (await this.spaceAt(log.blockNumber)).proposalThreshold = event.args.newProposalThreshold;
        return;
      case "VotingDelaySet":
        (await this.spaceAt(log.blockNumber)).votingDelay = event.args.newVotingDelay;
        return;
      case "VotingPeriodSet":
        (await this.spaceAt(log.blockNumber)).votingPeriod = event.args.newVotingPeriod;
        return;
      case "TimelockChange":
        await this.spaceAt(log.blockNumber);
        return;
      case "ProposalCanceled":
      case "ProposalQueued":
      case "ProposalExecuted":
      case "ProposalExtended":
        this.handleStep(event.eventName, event.args);
    }
  }

  private handleStep(name: string, args: { proposalId: bigint; etaSeconds?: bigint; extendedDeadline?: bigint }): void {
    const proposal = this.proposals.get(args.proposalId.toString());
    if (proposal === undefined) return;
    if (name === "ProposalCanceled") proposal.cancelled = true;
    if (name === "ProposalExecuted") proposal.executionSettled = true;
    if (args.extendedDeadline !== undefined) proposal.maxEnd = args.extendedDeadline;
    if (args.etaSeconds !== undefined) Object.assign(proposal, { executed: true, executionTime: args.etaSeconds });
  }

  private handleTimelock(log: Placed): void {
    const event = decodeEventLog({ abi: TIMELOCK_EVENTS, topics: log.topics, data: log.data, strict: true });
    if (event.eventName === "MinDelayChange") this.space!.timelockDelay = event.args.newDuration;
    else {
      const proposal = this.proposals.get(this.operations.get(event.args.id) ?? "");
      if (proposal !== undefined) proposal.executionSettled = true;
    }
  }

  /** The space as it was read at the block of the governor's first event. */
  private async spaceAt(blockNumber: bigint): Promise<SnapshotSpace> {
    if (this.space !== undefined) return this.space;
    const { client } = this.wire;
    const governor = { address: this.governor, abi: GOVERNOR, blockNumber };
    const [quorum, timelock, token, proposalThreshold, votingDelay, votingPeriod] = await Promise.all([
      this.quorumAt(blockNumber),
      client.readContract({ ...governor, functionName: "timelock" }),
      client.readContract({ ...governor, functionName: "token" }),
      client.readContract({ ...governor, functionName: "proposalThreshold" }),
      client.readContract({ ...governor, functionName: "votingDelay" }),
      client.readContract({ ...governor, functionName: "votingPeriod" }),
    ]);
    const [decimals, symbol] = await Promise.all([
      client.readContract({ address: token, abi: TOKEN, blockNumber, functionName: "decimals" }),
      client.readContract({ address: token, abi: TOKEN, blockNumber, functionName: "symbol" }),
    ]);
    const delay = { address: timelock, abi: TIMELOCK, blockNumber, functionName: "getMinDelay" } as const;
    const timelockDelay = await client.readContract(delay);
    const settings = { quorum, proposalThreshold, votingDelay, votingPeriod };
    this.space = { timelock, token, ...settings, decimals, symbol, timelockDelay };
    return this.space;
  }

  private async quorumAt(blockNumber: bigint): Promise<bigint> {
    const call = { address: this.governor, abi: GOVERNOR, functionName: "quorum", blockNumber } as const;
    return this.wire.client.readContract({ ...call, args: [blockNumber - 1n] });
  }

  private async handleCreated(
    args: {
      proposalId: bigint;
      proposer: Address;
      targets: readonly Address[];
      values: readonly bigint[];
      calldatas: readonly Hex[];
      voteStart: bigint;
      voteEnd: bigint;
      description: string;
    },
    blockNumber: bigint,
  ): Promise<void> {
    const space = await this.spaceAt(blockNumber);
    space.quorum = await this.quorumAt(blockNumber);
    const id = args.proposalId.toString();
    const executionHash = keccak256(stringToHex(args.description));
    this.proposals.set(id, {
      id,
      author: getAddress(args.proposer),
      title: snapshotTitle(args.description),
      body: snapshotBody(args.description),
      execution: args.targets.map((to, i) => ({ to, value: String(args.values[i]), data: args.calldatas[i]! })),
      executionHash,
      snapshot: args.voteStart,
      maxEnd: args.voteEnd,
      quorum: space.quorum,
      quorumFinalized: false,
      scores: [0n, 0n, 0n],
      voteCount: 0,
      cancelled: false,
      executed: false,
      executionSettled: false,
    });
    for (const salt of [executionHash, saltOf(this.governor, executionHash)]) {
      this.operations.set(operationId(args.targets, args.values, args.calldatas, salt), id);
    }
  }

  /** The first vote fixes the quorum: only then is the snapshot in the past. */
  private async handleVote(args: {
    voter: Address;
    proposalId: bigint;
    support: number;
    weight: bigint;
    reason: string;
  }): Promise<void> {
    const proposal = this.proposals.get(args.proposalId.toString());
    if (proposal === undefined) return;
    if (!proposal.quorumFinalized) {
      const call = { address: this.governor, abi: GOVERNOR, functionName: "quorum" } as const;
      const quorum = await this.wire.client.readContract({ ...call, args: [proposal.snapshot] }).catch(() => undefined);
      if (quorum !== undefined) Object.assign(proposal, { quorum, quorumFinalized: true });
    }
    proposal.voteCount += 1;
    const choice = [2, 1, 3][args.support];
    if (choice === undefined) return;
    proposal.scores[(choice - 1) as 0 | 1 | 2] += args.weight;
    const vote = { voter: getAddress(args.voter), proposal: proposal.id, choice, vp: args.weight };
    this.votes.push({ ...vote, reason: args.reason });
  }
}

/** What a voter signed, as it travels to the relayer. */
export interface SnapshotEnvelope {
  proposalId: string;
  choice: number;
  reason: string;
  voter: Address;
  signature: Hex;
}

/** The web application with its client library, and the relayer. */
export class Snapshot {
  constructor(
    private readonly wire: Wire,
    private readonly indexer: SnapshotIndexer,
  ) {}

  /** Power at a block, or now. */
  async votingPower(voter: Address, block: bigint | null): Promise<bigint> {
    const call = { address: this.indexer.space!.token, abi: TOKEN } as const;
    if (block === null) return this.wire.client.readContract({ ...call, functionName: "getVotes", args: [voter] });
    return this.wire.client.readContract({ ...call, functionName: "getPastVotes", args: [voter, block] });
  }

  /** Whether the button to propose is offered. */
  async canPropose(voter: Address): Promise<boolean> {
    return (await this.votingPower(voter, null)) >= this.indexer.space!.proposalThreshold;
  }

  async propose(wallet: Wallet, title: string, body: string, execution: Execution[]): Promise<Hash> {
    const [targets, values, calldatas] = this.arrays(execution);
    return this.write(wallet, "propose", [targets, values, calldatas, `${title}\n\n${body}`]);
  }

  async vote(wallet: Wallet, id: string, support: 0 | 1 | 2, reason?: string): Promise<Hash> {
    return reason
      ? this.write(wallet, "castVoteWithReason", [BigInt(id), support, reason])
      : this.write(wallet, "castVote", [BigInt(id), support]);
  }

  /** Signs a ballot as OpenZeppelin 5 wants it, with the voter's plain nonce. */
  async signVote(wallet: Wallet, id: string, choice: 0 | 1 | 2, reason = ""): Promise<SnapshotEnvelope> {
    const { client } = this.wire;
    const governor = { address: this.indexer.governor, abi: GOVERNOR } as const;
    const voter = wallet.account.address;
    const nonce = await client.readContract({ ...governor, functionName: "nonces", args: [voter] });
    const [name, version] = await Promise.all([
      client.readContract({ ...governor, functionName: "name" }),
      client.readContract({ ...governor, functionName: "version" }),
    ]);
    const domain = { name, version, chainId: await client.getChainId(), verifyingContract: governor.address };
    const message = { voter, proposalId: BigInt(id), support: choice, nonce };
    const signature = reason
      ? await wallet.signTypedData({
          domain,
          types: EXTENDED_BALLOT,
          primaryType: "ExtendedBallot",
          message: { ...message, reason, params: "0x" },
        })
      : await wallet.signTypedData({ domain, types: BALLOT, primaryType: "Ballot", message });
    return { proposalId: id, choice, reason, voter, signature };
  }

  /** What the relayer sends for a voter. */
  async relay(relayer: Wallet, { proposalId, choice, reason, voter, signature }: SnapshotEnvelope): Promise<Hash> {
    return reason
      ? this.write(relayer, "castVoteWithReasonAndParamsBySig", [
          BigInt(proposalId),
          choice,
          voter,
          reason,
          "0x",
          signature,
        ])
      : this.write(relayer, "castVoteBySig", [BigInt(proposalId), choice, voter, signature]);
  }

  async queue(wallet: Wallet, id: string): Promise<Hash> {
    return this.write(wallet, "queue", this.callArgs(id));
  }

  async execute(wallet: Wallet, id: string): Promise<Hash> {
    return this.write(wallet, "execute", this.callArgs(id));
  }

  async delegate(wallet: Wallet, delegatee: Address): Promise<Hash> {
    const address = this.indexer.space!.token;
    return wallet.writeContract({ address, abi: TOKEN, functionName: "delegate", args: [delegatee] });
  }

  private callArgs(id: string): unknown[] {
    const { execution, executionHash } = this.indexer.proposals.get(id)!;
    return [...this.arrays(execution), executionHash];
  }

  private arrays(execution: Execution[]): [Address[], bigint[], Hex[]] {
    return [
      execution.map(({ to }) => to),
      execution.map(({ value }) => BigInt(value)),
      execution.map(({ data }) => data),
    ];
  }

  private async write(wallet: Wallet, functionName: string, args: unknown[]): Promise<Hash> {
    const abi: Abi = GOVERNOR;
    return wallet.writeContract({ address: this.indexer.governor, abi, functionName, args });
  }
}

/** The first line without its heading marks, cut. */
export function snapshotTitle(description: string): string | null {
  if (description === '""') return null;
  return description.split("\n", 1)[0]!.replace(/^#+ +/, "").slice(0, MAX_TITLE);
}

/** What follows the first line. */
export function snapshotBody(description: string): string {
  if (description === '""') return description;
  return description.slice(description.split("\n", 1)[0]!.length).trim();
}

/** OpenZeppelin's salt of an operation since version 5. */
function saltOf(governor: Address, descriptionHash: Hash): Hash {
  return numberToHex((BigInt(governor) << 96n) ^ BigInt(descriptionHash), { size: 32 });
}

function operationId(
  targets: readonly Address[],
  values: readonly bigint[],
  calldatas: readonly Hex[],
  salt: Hash,
): Hash {
  const types = parseAbiParameters("address[], uint256[], bytes[], bytes32, bytes32");
  return keccak256(encodeAbiParameters(types, [targets, values, calldatas, zeroHash, salt]));
}
