/**
 * Agora: its indexer and its web application, with a governor of OpenZeppelin's.
 *
 * Behaves as voteagora/dao-node at 19299f6f186674c8504621e5d76d065b4dddc57b (2026-03-27): app/server.py,
 * app/signatures.py, app/clients_httpjson.py, app/data_products.py, app/utils.py; and as voteagora/agora-next at
 * fa3f297339c08951ae9f46071bc6d58b5dfb5d77 (2026-06-12): src/hooks/{useGetVotes,useProposalThreshold,useNonce,
 * useTokenName,useStandardVoting,useSponsoredVoting,useSponsoredDelegation}, src/lib/proposalUtils.ts,
 * src/lib/proposalUtils/proposalStatus.ts, src/app/api/common/quorum/getQuorum.ts,
 * src/app/api/v1/relay/{vote/castVote,delegate/delegate}.ts, src/app/info/components/GovernorSettingsParams.tsx and
 * src/app/proposals/{draft/utils/getInputData.ts,components/AgoraGov{Queue,Execute,Cancel}.tsx}.
 *
 * The indexer and the application read the contracts by their published ABIs, so names of parameters matter here.
 */
import {
  type Abi,
  type AbiEvent,
  type Address,
  decodeEventLog,
  getAddress,
  type Hash,
  type Hex,
  keccak256,
  parseAbi,
  parseSignature,
  stringToHex,
  toEventSelector,
  toEventSignature,
  zeroAddress,
} from "viem";
import type { Wallet } from "../../helpers/protocol.ts";
import type { Wire } from "./wire.ts";

/** Where a tenant's contracts are, and how they are described. */
export interface AgoraTenant {
  governor: { address: Address; abi: Abi };
  token: { address: Address; abi: Abi };
  timelock: { address: Address; abi: Abi };
  fromBlock: bigint;
  /** The toggle `use-timestamp-for-proposals`. */
  timestamps: boolean;
}

export type AgoraStatus =
  "PENDING" | "ACTIVE" | "CANCELLED" | "DEFEATED" | "SUCCEEDED" | "FAILED" | "QUEUED" | "EXECUTED";

export interface AgoraProposal {
  id: string;
  proposer: Address;
  targets: Address[];
  values: bigint[];
  calldatas: Hex[];
  description: string;
  createdBlock: bigint;
  start: bigint;
  end: bigint;
  cancelledBlock?: bigint;
  queuedBlock?: bigint;
  executedBlock?: bigint;
}

type Fields = Record<string, unknown> & { block_number: bigint };

const TOKEN_EVENTS = [
  "Transfer(address,address,uint256)",
  "DelegateVotesChanged(address,uint256,uint256)",
  "DelegateChanged(address,address,address)",
];

/** Of the type ENSGovernor, which is a vanilla one: no second ProposalCreated, no votes with params. */
const GOVERNOR_EVENTS = [
  "ProposalCreated(uint256,address,address[],uint256[],string[],bytes[],uint256,uint256,string)",
  "ProposalCanceled(uint256)",
  "ProposalQueued(uint256,uint256)",
  "ProposalExecuted(uint256)",
  "VoteCast(address,uint256,uint8,uint256,string)",
];

const TOPICS_PER_REQUEST = 4;

/** `proposalId` and `voteStart` are `proposal_id` and `vote_start` there. */
const toSnakeCase = (name: string): string =>
  name.replace(/([a-z])(?=[A-Z])|([A-Z])(?=[A-Z][a-z])/g, "$&_").toLowerCase();

/** The indexer: everything it knows comes from logs. */
export class DaoNode {
  readonly balances = new Map<string, bigint>();
  readonly delegateOf = new Map<string, string>();
  readonly power = new Map<string, bigint>();
  readonly proposals = new Map<string, AgoraProposal>();
  readonly ballots = new Map<string, { voter: string; support: number; weight: bigint; reason?: string }[]>();
  votableSupply = 0n;
  private readonly history = new Map<string, [block: bigint, votes: bigint][]>();
  private next: bigint;

  constructor(
    private readonly wire: Wire,
    private readonly tenant: AgoraTenant,
  ) {
    this.next = tenant.fromBlock;
  }

  /** Reads what happened since. */
  async sync(): Promise<void> {
    const { token, governor } = this.tenant;
    const to = await this.wire.client.getBlockNumber({ cacheTime: 0 });
    const found = [
      ...(await this.fetch(token, TOKEN_EVENTS, to)),
      ...(await this.fetch(governor, GOVERNOR_EVENTS, to)),
    ].sort((a, b) => Number(a.block_number - b.block_number) || Number(a["log_index"]) - Number(b["log_index"]));
    for (const fields of found) this.handle(fields);
    this.next = to + 1n;
  }

  /** Power that an account has at the beginning of a block. */
  powerAt(account: Address, block: bigint): bigint {
    const before = (this.history.get(account.toLowerCase()) ?? []).filter(([at]) => at < block);
    return before.at(-1)?.[1] ?? 0n;
  }

  /** Votes against, for and abstaining, in the order in which the application expects them. */
  tallyOf(id: string): [against: bigint, for_: bigint, abstain: bigint] {
    const tally: [bigint, bigint, bigint] = [0n, 0n, 0n];
    for (const { support, weight } of this.ballots.get(id) ?? []) tally[support as 0 | 1 | 2] += weight;
    return tally;
  }

  private async fetch(contract: { address: Address; abi: Abi }, signatures: string[], to: bigint): Promise<Fields[]> {
    const events = signatures.map((signature) => publishedEvent(contract.abi, signature));
    const found: Fields[] = [];
    for (let i = 0; i < events.length; i += TOPICS_PER_REQUEST) {
      const chunk = events.slice(i, i + TOPICS_PER_REQUEST);
      const logs = await this.wire.client.getLogs({
        address: contract.address,
        events: chunk,
        fromBlock: this.next,
        toBlock: to,
      });
      for (const { topics, data, blockNumber, logIndex } of logs) {
        const event = chunk.find((candidate) => toEventSelector(candidate) === topics[0])!;
        const { args } = decodeEventLog({ abi: [event], topics, data, strict: true });
        const named = Object.entries(args as Record<string, unknown>).map(([key, value]) => [toSnakeCase(key), value]);
        const place = { signature: toEventSignature(event), block_number: blockNumber, log_index: logIndex };
        found.push({ ...(Object.fromEntries(named) as Record<string, unknown>), ...place });
      }
    }
    return found;
  }

  private handle(fields: Fields): void {
    const signature = String(fields["signature"]);
    if (signature.startsWith("Transfer(")) this.handleTransfer(fields);
    else if (signature.startsWith("DelegateVotesChanged(")) this.handlePower(fields);
    else if (signature.startsWith("DelegateChanged(")) {
      this.delegateOf.set(addressIn(fields, "delegator"), addressIn(fields, "to_delegate"));
    } else if (signature.startsWith("VoteCast(")) this.handleVote(fields);
    else this.handleProposal(signature, fields);
  }

  private handleTransfer(fields: Fields): void {
    const value = numberIn(fields, "value");
    for (const [side, sign] of [["from", -1n] as const, ["to", 1n] as const]) {
      const account = addressIn(fields, side);
      this.balances.set(account, (this.balances.get(account) ?? 0n) + sign * value);
    }
  }

  private handlePower(fields: Fields): void {
    const account = addressIn(fields, "delegate");
    const votes = numberIn(fields, "new_votes", "new_balance");
    this.votableSupply += votes - numberIn(fields, "previous_votes", "previous_balance");
    this.power.set(account, votes);
    this.history.set(account, [...(this.history.get(account) ?? []), [fields.block_number, votes]]);
  }

  private handleVote(fields: Fields): void {
    const id = String(numberIn(fields, "proposal_id"));
    const [support, weight] = [Number(fields["support"]), numberIn(fields, "weight")];
    const reason = String(fields["reason"]);
    const ballot = { voter: addressIn(fields, "voter"), support, weight, ...(reason === "" ? {} : { reason }) };
    this.ballots.set(id, [...(this.ballots.get(id) ?? []), ballot]);
  }

  private handleProposal(signature: string, fields: Fields): void {
    const id = String(numberIn(fields, "proposal_id"));
    if (signature.startsWith("ProposalCreated(")) {
      this.proposals.set(id, {
        id,
        proposer: getAddress(addressIn(fields, "proposer")),
        targets: fields["targets"] as Address[],
        values: fields["values"] as bigint[],
        calldatas: fields["calldatas"] as Hex[],
        description: fields["description"] as string,
        createdBlock: fields.block_number,
        start: numberIn(fields, "start_block", "vote_start"),
        end: numberIn(fields, "end_block", "vote_end"),
      });
      return;
    }
    const proposal = this.proposals.get(id);
    if (proposal === undefined) throw new Error(`${signature} of an unknown proposal`);
    if (signature.startsWith("ProposalCanceled(")) proposal.cancelledBlock = fields.block_number;
    if (signature.startsWith("ProposalQueued(")) proposal.queuedBlock = fields.block_number;
    if (signature.startsWith("ProposalExecuted(")) proposal.executedBlock = fields.block_number;
  }
}

const DELEGATION = {
  Delegation: [
    { name: "delegatee", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "expiry", type: "uint256" },
  ],
} as const;

const SPONSORED_BALLOT = {
  Ballot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
  ],
} as const;

const SPONSORED_VOTE = parseAbi(["function castVoteBySig(uint256, uint8, uint8, bytes32, bytes32) returns (uint256)"]);

/** The web application. */
export class Agora {
  constructor(
    private readonly wire: Wire,
    private readonly tenant: AgoraTenant,
    private readonly node: DaoNode,
  ) {}

  /** Votes on draft and sponsor screens: of the block before, whatever the clock counts. */
  async votesOf(account: Address): Promise<bigint> {
    const block = await this.wire.client.getBlockNumber({ cacheTime: 0 });
    return this.readGovernor("getVotes", [account, block - 1n]);
  }

  async proposalThreshold(): Promise<bigint> {
    return this.readGovernor("proposalThreshold");
  }

  /** The table of settings on the page about the DAO. */
  async settings(): Promise<{ votingDelay: bigint; votingPeriod: bigint; timelockDelay: bigint }> {
    return {
      votingDelay: await this.readGovernor("votingDelay"),
      votingPeriod: await this.readGovernor("votingPeriod"),
      timelockDelay: await this.timelockDelay(),
    };
  }

  /** The quorum by id; what cannot be read yet is the votable supply. Passes through a floating-point number. */
  async quorumOf(id: string): Promise<bigint> {
    const quorum = await this.readGovernor("quorum", [BigInt(id)]).catch(() => this.node.votableSupply);
    return BigInt(Number(quorum));
  }

  /** The quorum as the tenant ENS asks for it: by the block in which the proposal was made. */
  async quorumOfEns({ createdBlock }: AgoraProposal): Promise<bigint> {
    return this.readGovernor("quorum", [createdBlock]);
  }

  async statusOf(id: string): Promise<AgoraStatus> {
    const proposal = this.node.proposals.get(id)!;
    const block = await this.wire.client.getBlock();
    if (proposal.cancelledBlock !== undefined) return "CANCELLED";
    if (proposal.executedBlock !== undefined) return "EXECUTED";
    if (proposal.queuedBlock !== undefined) return "QUEUED";
    const now = this.tenant.timestamps ? block.timestamp : block.number;
    if (proposal.start > now) return "PENDING";
    if (proposal.end > now) return "ACTIVE";
    const [against, for_, abstain] = this.node.tallyOf(id);
    const quorum = await this.quorumOf(id);
    if ((quorum > 0n && for_ + abstain < quorum) || for_ < against) return "DEFEATED";
    return for_ > against ? "SUCCEEDED" : "FAILED";
  }

  titleOf(id: string): string {
    return agoraTitle(this.node.proposals.get(id)!.description);
  }

  /** Publishes a draft: simulates, then sends. Without transactions it is a signal to the zero address. */
  async propose(
    wallet: Wallet,
    draft: { title: string; abstract: string; transactions: { target: Address; value: string; calldata: Hex }[] },
  ): Promise<Hash> {
    const { transactions } = draft;
    const signal = transactions.length === 0;
    const targets = signal ? [zeroAddress] : transactions.map(({ target }) => getAddress(target));
    const values = signal ? [0] : transactions.map(({ value }) => parseInt(value, 10) || 0);
    const calldatas = signal ? ["0x"] : transactions.map(({ calldata }) => calldata);
    return this.write(wallet, "propose", [targets, values, calldatas, `# ${draft.title}\n\n${draft.abstract}`]);
  }

  async vote(wallet: Wallet, id: string, support: number, reason?: string): Promise<Hash> {
    return reason
      ? this.write(wallet, "castVoteWithReason", [BigInt(id), support, reason])
      : this.write(wallet, "castVote", [BigInt(id), support]);
  }

  async queue(wallet: Wallet, id: string): Promise<Hash> {
    return this.write(wallet, "queue", this.callArgs(id));
  }

  async execute(wallet: Wallet, id: string): Promise<Hash> {
    return this.write(wallet, "execute", this.callArgs(id));
  }

  async cancel(wallet: Wallet, id: string): Promise<Hash> {
    return this.write(wallet, "cancel", this.callArgs(id));
  }

  /** When the button to execute wakes up: the block of queueing and the delay of today. */
  async executableAt(id: string): Promise<bigint> {
    const blockNumber = this.node.proposals.get(id)!.queuedBlock!;
    const { timestamp } = await this.wire.client.getBlock({ blockNumber });
    return timestamp + (await this.timelockDelay());
  }

  async delegate(wallet: Wallet, delegatee: Address): Promise<Hash> {
    const { address, abi } = this.tenant.token;
    return wallet.writeContract({ address, abi, functionName: "delegate", args: [delegatee] });
  }

  /** Delegation that a sponsor pays for; version 1 is the tenant's setting. */
  async delegateSponsored(wallet: Wallet, sponsor: Wallet, delegatee: Address): Promise<Hash> {
    const { client } = this.wire;
    const { address, abi } = this.tenant.token;
    const owner = wallet.account.address;
    const nonce = (await client.readContract({ address, abi, functionName: "nonces", args: [owner] })) as bigint;
    const name = (await client.readContract({ address, abi, functionName: "name" })) as string;
    const expiry = (await client.getBlock()).timestamp + 1000n;
    const signature = await wallet.signTypedData({
      domain: { version: "1", name, chainId: await client.getChainId(), verifyingContract: address },
      types: DELEGATION,
      primaryType: "Delegation",
      message: { delegatee, nonce, expiry },
    });
    const { r, s, v } = parseSignature(signature);
    const args = [delegatee, nonce, expiry, v, r, s];
    const call = { address, abi, functionName: "delegateBySig", args, account: sponsor.account };
    await client.simulateContract(call);
    return sponsor.writeContract(call);
  }

  /** A vote that a sponsor pays for, in the form of OpenZeppelin 4 that this application alone knows. */
  async voteSponsored(wallet: Wallet, sponsor: Wallet, id: string, support: number): Promise<Hash> {
    const { client } = this.wire;
    const { address } = this.tenant.governor;
    const name = (await client.readContract({ ...this.tenant.governor, functionName: "name" })) as string;
    const signature = await wallet.signTypedData({
      domain: { version: "1", name, chainId: await client.getChainId(), verifyingContract: address },
      types: SPONSORED_BALLOT,
      primaryType: "Ballot",
      message: { proposalId: BigInt(id), support },
    });
    const { r, s, v } = parseSignature(signature);
    const call = { address, abi: SPONSORED_VOTE, functionName: "castVoteBySig" } as const;
    return sponsor.writeContract({ ...call, args: [BigInt(id), support, Number(v), r, s] });
  }

  private async timelockDelay(): Promise<bigint> {
    const call = { ...this.tenant.timelock, functionName: "getMinDelay" };
    return (await this.wire.client.readContract(call)) as bigint;
  }

  private callArgs(id: string): [Address[], bigint[], Hex[], Hash] {
    const { targets, values, calldatas, description } = this.node.proposals.get(id)!;
    return [targets, values, calldatas, keccak256(stringToHex(description))];
  }

  private async readGovernor(functionName: string, args: unknown[] = []): Promise<bigint> {
    return (await this.wire.client.readContract({ ...this.tenant.governor, functionName, args })) as bigint;
  }

  private async write(wallet: Wallet, functionName: string, args: unknown[]): Promise<Hash> {
    const call = { ...this.tenant.governor, functionName, args, account: wallet.account };
    if (functionName === "propose") await this.wire.client.simulateContract(call);
    return wallet.writeContract(call);
  }
}

/** The title in a description: a heading, an underlined line, or the first line. */
export function agoraTitle(description: string): string {
  const text = description.replace(/\\n/g, "\n").replace(/(^['"]|['"]$)/g, "");
  const found =
    /^\s*#{1,6}\s+([^\n]+)/.exec(text) ?? /^\s*([^\n]+)\n(={3,25}|-{3,25})/.exec(text) ?? /^\s*([^\n]+)\s*/.exec(text);
  return found?.[1]?.replace(/\*\*/g, "").replace(/__/g, "").trim() ?? "Untitled";
}

function publishedEvent(abi: Abi, signature: string): AbiEvent {
  const found = abi.filter((item) => item.type === "event").filter((item) => toEventSignature(item) === signature);
  if (found.length !== 1) throw new Error(`${signature} is ${found.length} times in the published ABI`);
  return found[0]!;
}

function numberIn(fields: Fields, ...names: string[]): bigint {
  const value = names.map((name) => fields[name]).find((candidate) => candidate !== undefined);
  if (value === undefined) throw new Error(`No field ${names.join(" or ")}`);
  return value as bigint;
}

function addressIn(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== "string") throw new Error(`No field ${name}`);
  return value.toLowerCase();
}
