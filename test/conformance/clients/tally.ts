/**
 * An indexer and an application such as Tally's.
 *
 * Behaves as documented in withtally/docs at a9b450b8663ceb7f565c9ccb704eadaf74b3054a (2026-01-28), below
 * set-up-and-technical-documentation: deploying-daos/smart-contract-compatibility/{openzeppelin-governor,
 * tokens-erc20-and-nfts,supported-use-cases-faq}.md, governor-proposals/
 * whats-the-standard-for-governor-proposal-descriptions.md; and how-to-use-tally/voting-on-proposals/relay.
 * Tally's own code is not public: what the documents leave open is read as OpenZeppelin's interfaces define it.
 *
 * The ABIs are those of the documents, and events are read by position. Relayed ballots have the form of
 * OpenZeppelin 5; the documents still print that of version 4.
 */
import {
  type Abi,
  type Address,
  decodeEventLog,
  getAddress,
  type Hash,
  type Hex,
  keccak256,
  type Log,
  parseAbi,
  parseSignature,
  stringToHex,
} from "viem";
import type { Wallet } from "../../helpers/protocol.ts";
import type { Wire } from "./wire.ts";

const GOVERNOR_EVENTS = parseAbi([
  "event ProposalCreated(uint256 proposalId, address proposer, address[] targets, uint256[] values, string[] signatures, bytes[] calldatas, uint256 startBlock, uint256 endBlock, string description)",
  "event ProposalQueued(uint256 proposalId, uint256 etaSeconds)",
  "event ProposalCanceled(uint256 proposalId)",
  "event ProposalExecuted(uint256 proposalId)",
  "event VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)",
  "event VotingDelaySet(uint256 oldVotingDelay, uint256 newVotingDelay)",
  "event VotingPeriodSet(uint256 oldVotingPeriod, uint256 newVotingPeriod)",
  "event ProposalThresholdSet(uint256 oldProposalThreshold, uint256 newProposalThreshold)",
  "event QuorumNumeratorUpdated(uint256 oldQuorumNumerator, uint256 newQuorumNumerator)",
  "event TimelockChange(address oldTimelock, address newTimelock)",
  "event ProposalExtended(uint256 indexed proposalId, uint64 extendedDeadline)",
]);
const TOKEN_EVENTS = parseAbi([
  "event DelegateVotesChanged(address indexed delegate, uint256 previousBalance, uint256 newBalance)",
  "event DelegateChanged(address indexed delegator, address indexed fromDelegate, address indexed toDelegate)",
  "event Transfer(address indexed from, address indexed to, uint256 amount)",
]);
const GOVERNOR = parseAbi([
  "function CLOCK_MODE() view returns (string)",
  "function token() view returns (address)",
  "function name() view returns (string)",
  "function version() view returns (string)",
  "function nonces(address owner) view returns (uint256)",
  "function votingDelay() view returns (uint256)",
  "function votingPeriod() view returns (uint256)",
  "function quorum(uint256 timepoint) view returns (uint256)",
  "function quorumNumerator() view returns (uint256)",
  "function quorumDenominator() view returns (uint256)",
  "function proposalThreshold() view returns (uint256)",
  "function state(uint256 proposalId) view returns (uint8)",
  "function getVotes(address account, uint256 timepoint) view returns (uint256)",
  "function propose(address[] targets, uint256[] values, bytes[] calldatas, string description) returns (uint256)",
  "function queue(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) returns (uint256)",
  "function execute(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) payable returns (uint256)",
  "function cancel(address[] targets, uint256[] values, bytes[] calldatas, bytes32 descriptionHash) returns (uint256)",
  "function castVote(uint256 proposalId, uint8 support) returns (uint256)",
  "function castVoteWithReason(uint256 proposalId, uint8 support, string reason) returns (uint256)",
  "function castVoteBySig(uint256 proposalId, uint8 support, address voter, bytes signature) returns (uint256)",
]);
const TOKEN = parseAbi([
  "function CLOCK_MODE() view returns (string)",
  "function name() view returns (string)",
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
  "function nonces(address owner) view returns (uint256)",
  "function getVotes(address account) view returns (uint256)",
  "function delegate(address delegatee)",
  "function delegateBySig(address delegatee, uint256 nonce, uint256 expiry, uint8 v, bytes32 r, bytes32 s)",
]);

const STATES = ["pending", "active", "canceled", "defeated", "succeeded", "queued", "expired", "executed"] as const;
export type TallyState = (typeof STATES)[number];

/** What the page of an organization says. */
export interface TallyOrganization {
  token: { address: Address; name: string; symbol: string; decimals: number };
  clock: "timestamp" | "blocknumber";
  name: string;
  votingDelay: bigint;
  votingPeriod: bigint;
  proposalThreshold: bigint;
  /** As a share of the supply; absent where the quorum is fixed. */
  quorum: { numerator: bigint; denominator: bigint } | undefined;
}

export interface TallyProposal {
  id: bigint;
  proposer: Address;
  targets: readonly Address[];
  values: readonly bigint[];
  calldatas: readonly Hex[];
  description: string;
  start: bigint;
  end: bigint;
  step?: "canceled" | "queued" | "executed";
  eta?: bigint;
  /** Against, for, abstain. */
  votes: [bigint, bigint, bigint];
}

type Placed = Log<bigint, number, false>;

const DELEGATION = {
  Delegation: [
    { name: "delegatee", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "expiry", type: "uint256" },
  ],
} as const;
const BALLOT = {
  Ballot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;

/** The indexer: settings once, then events alone. */
export class TallyIndexer {
  organization: TallyOrganization | undefined;
  readonly proposals = new Map<bigint, TallyProposal>();
  readonly power = new Map<Address, bigint>();
  readonly balances = new Map<Address, bigint>();
  readonly delegateOf = new Map<Address, Address>();
  readonly reasons: { voter: Address; reason: string }[] = [];

  constructor(
    readonly wire: Wire,
    readonly governor: Address,
    private next: bigint,
  ) {}

  /** Reads what happened since; the first time also what the contracts are. */
  async sync(): Promise<void> {
    this.organization ??= await this.readOrganization();
    const to = await this.wire.client.getBlockNumber({ cacheTime: 0 });
    const range = { fromBlock: this.next, toBlock: to };
    for (const event of TOKEN_EVENTS) {
      const address = this.organization.token.address;
      for (const log of await this.wire.client.getLogs({ ...range, address, event })) this.handleToken(log);
    }
    const logs = await this.wire.client.getLogs({ ...range, address: this.governor, events: GOVERNOR_EVENTS });
    for (const log of logs) this.handleGovernor(log);
    this.next = to + 1n;
  }

  /** Proposal states as they follow from events, the clock and the quorum. */
  async stateOf(id: bigint): Promise<TallyState> {
    const { step, start, end, votes } = this.proposals.get(id)!;
    if (step !== undefined) return step;
    const { number, timestamp } = await this.wire.client.getBlock();
    const now = this.organization!.clock === "timestamp" ? timestamp : number;
    if (now <= start) return "pending";
    if (now <= end) return "active";
    const call = { address: this.governor, abi: GOVERNOR, functionName: "quorum" } as const;
    const quorum = await this.wire.client.readContract({ ...call, args: [start] });
    const [against, for_, abstain] = votes;
    return for_ + abstain >= quorum && for_ > against ? "succeeded" : "defeated";
  }

  private async readOrganization(): Promise<TallyOrganization> {
    const { client } = this.wire;
    const governor = { address: this.governor, abi: GOVERNOR } as const;
    const mode = await client.readContract({ ...governor, functionName: "CLOCK_MODE" });
    const address = await client.readContract({ ...governor, functionName: "token" });
    const token = { address, abi: TOKEN } as const;
    const tokenMode = await client.readContract({ ...token, functionName: "CLOCK_MODE" });
    if (tokenMode !== mode) throw new Error(`The token counts ${tokenMode}, the governor ${mode}`);
    if (mode !== "mode=timestamp" && mode !== "mode=blocknumber&from=default") throw new Error(`Unknown clock ${mode}`);
    return {
      clock: mode === "mode=timestamp" ? "timestamp" : "blocknumber",
      token: {
        address,
        name: await client.readContract({ ...token, functionName: "name" }),
        symbol: await client.readContract({ ...token, functionName: "symbol" }),
        decimals: await client.readContract({ ...token, functionName: "decimals" }),
      },
      name: await client.readContract({ ...governor, functionName: "name" }),
      votingDelay: await client.readContract({ ...governor, functionName: "votingDelay" }),
      votingPeriod: await client.readContract({ ...governor, functionName: "votingPeriod" }),
      proposalThreshold: await client.readContract({ ...governor, functionName: "proposalThreshold" }),
      quorum: {
        numerator: await client.readContract({ ...governor, functionName: "quorumNumerator" }),
        denominator: await client.readContract({ ...governor, functionName: "quorumDenominator" }),
      },
    };
  }

  private handleToken(log: Placed): void {
    const event = decodeEventLog({ abi: TOKEN_EVENTS, topics: log.topics, data: log.data, strict: true });
    if (event.eventName === "DelegateVotesChanged") this.power.set(event.args.delegate, event.args.newBalance);
    else if (event.eventName === "DelegateChanged") this.delegateOf.set(event.args.delegator, event.args.toDelegate);
    else {
      const { from, to, amount } = event.args;
      this.balances.set(from, (this.balances.get(from) ?? 0n) - amount);
      this.balances.set(to, (this.balances.get(to) ?? 0n) + amount);
    }
  }

  private handleGovernor(log: Placed): void {
    const event = decodeEventLog({ abi: GOVERNOR_EVENTS, topics: log.topics, data: log.data, strict: true });
    switch (event.eventName) {
      case "ProposalCreated": {
        const { proposalId: id, proposer, targets, values, calldatas, description, startBlock, endBlock } = event.args;
        const times = { start: startBlock, end: endBlock };
        const votes: [bigint, bigint, bigint] = [0n, 0n, 0n];
        const actions = { targets, values, calldatas };
        this.proposals.set(id, { id, proposer: getAddress(proposer), ...actions, description, ...times, votes });
        return;
      }
      case "VoteCast": {
        const { voter, proposalId, support, weight, reason } = event.args;
        this.proposals.get(proposalId)!.votes[support as 0 | 1 | 2] += weight;
        this.reasons.push({ voter, reason });
        return;
      }
      case "ProposalQueued":
        Object.assign(this.proposals.get(event.args.proposalId)!, { step: "queued", eta: event.args.etaSeconds });
        return;
      case "ProposalCanceled":
        this.proposals.get(event.args.proposalId)!.step = "canceled";
        return;
      case "ProposalExecuted":
        this.proposals.get(event.args.proposalId)!.step = "executed";
        return;
      case "ProposalExtended":
        this.proposals.get(event.args.proposalId)!.end = event.args.extendedDeadline;
        return;
      case "VotingDelaySet":
        this.organization!.votingDelay = event.args.newVotingDelay;
        return;
      case "VotingPeriodSet":
        this.organization!.votingPeriod = event.args.newVotingPeriod;
        return;
      case "ProposalThresholdSet":
        this.organization!.proposalThreshold = event.args.newProposalThreshold;
        return;
      case "QuorumNumeratorUpdated":
        if (this.organization!.quorum) this.organization!.quorum.numerator = event.args.newQuorumNumerator;
        return;
      case "TimelockChange":
    }
  }
}

/** The web application. */
export class Tally {
  constructor(private readonly indexer: TallyIndexer) {}

  /** The state that the contract itself says. */
  async stateOf(id: bigint): Promise<TallyState> {
    const { wire, governor: address } = this.indexer;
    return STATES[await wire.client.readContract({ address, abi: GOVERNOR, functionName: "state", args: [id] })]!;
  }

  /** Votes that an account would have in a proposal. */
  async votesOf(account: Address, timepoint: bigint): Promise<bigint> {
    const { wire, governor: address } = this.indexer;
    const call = { address, abi: GOVERNOR, functionName: "getVotes" } as const;
    return wire.client.readContract({ ...call, args: [account, timepoint] });
  }

  async propose(
    wallet: Wallet,
    title: string,
    body: string,
    actions: { target: Address; value: bigint; calldata: Hex }[],
  ): Promise<Hash> {
    const targets = actions.map(({ target }) => target);
    const values = actions.map(({ value }) => value);
    const calldatas = actions.map(({ calldata }) => calldata);
    return this.write(wallet, "propose", [targets, values, calldatas, `# ${title}\n${body}`]);
  }

  async vote(wallet: Wallet, id: bigint, support: number, reason = ""): Promise<Hash> {
    return reason === ""
      ? this.write(wallet, "castVote", [id, support])
      : this.write(wallet, "castVoteWithReason", [id, support, reason]);
  }

  async voteRelayed(voter: Wallet, relayer: Wallet, id: bigint, support: number): Promise<Hash> {
    const { wire, governor: address } = this.indexer;
    const owner = voter.account.address;
    const read = { address, abi: GOVERNOR } as const;
    const [name, version, nonce] = await Promise.all([
      wire.client.readContract({ ...read, functionName: "name" }),
      wire.client.readContract({ ...read, functionName: "version" }),
      wire.client.readContract({ ...read, functionName: "nonces", args: [owner] }),
    ]);
    const signature = await voter.signTypedData({
      domain: { name, version, chainId: await wire.client.getChainId(), verifyingContract: address },
      types: BALLOT,
      primaryType: "Ballot",
      message: { proposalId: id, support, voter: owner, nonce },
    });
    return this.write(relayer, "castVoteBySig", [id, support, owner, signature]);
  }

  async queue(wallet: Wallet, id: bigint): Promise<Hash> {
    return this.write(wallet, "queue", this.callArgs(id));
  }

  async execute(wallet: Wallet, id: bigint): Promise<Hash> {
    return this.write(wallet, "execute", this.callArgs(id));
  }

  async cancel(wallet: Wallet, id: bigint): Promise<Hash> {
    return this.write(wallet, "cancel", this.callArgs(id));
  }

  async delegate(wallet: Wallet, delegatee: Address): Promise<Hash> {
    const { address } = this.indexer.organization!.token;
    return wallet.writeContract({ address, abi: TOKEN, functionName: "delegate", args: [delegatee] });
  }

  /** Delegation that a relayer pays for. */
  async delegateRelayed(wallet: Wallet, relayer: Wallet, delegatee: Address): Promise<Hash> {
    const { client } = this.indexer.wire;
    const { address, name } = this.indexer.organization!.token;
    const token = { address, abi: TOKEN } as const;
    const nonce = await client.readContract({ ...token, functionName: "nonces", args: [wallet.account.address] });
    const expiry = (await client.getBlock()).timestamp + 3600n;
    const signature = await wallet.signTypedData({
      domain: { name, version: "1", chainId: await client.getChainId(), verifyingContract: address },
      types: DELEGATION,
      primaryType: "Delegation",
      message: { delegatee, nonce, expiry },
    });
    const { r, s, v } = parseSignature(signature);
    const args = [delegatee, nonce, expiry, Number(v), r, s] as const;
    return relayer.writeContract({ ...token, functionName: "delegateBySig", args });
  }

  private callArgs(id: bigint): unknown[] {
    const { targets, values, calldatas, description } = this.indexer.proposals.get(id)!;
    return [targets, values, calldatas, keccak256(stringToHex(description))];
  }

  private async write(wallet: Wallet, functionName: string, args: unknown[]): Promise<Hash> {
    const abi: Abi = GOVERNOR;
    return wallet.writeContract({ address: this.indexer.governor, abi, functionName, args });
  }
}

/** The first line is the title; the marks of its heading are not shown. */
export function tallyTitle(description: string): string {
  return description
    .split("\n", 1)[0]!
    .replace(/^#+\s*/, "")
    .trim();
}

/** Everything after the first line. */
export function tallyBody(description: string): string {
  return description.slice(description.split("\n", 1)[0]!.length + 1);
}
