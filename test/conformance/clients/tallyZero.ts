/**
 * Tally Zero, which knows a governor without any indexer.
 *
 * Behaves as withtally/tally-zero at 4f9ec8d076e0bdd58b08c8910655c93bfff06e95 (2025-12-11):
 * hooks/use-{search,parse,formatted}-proposals.tsx, hooks/use-governor-contract.ts, components/form/VoteForm.tsx,
 * components/table/ColumnsProposals.tsx, data/table/data.tsx, lib/{dao,utils}.ts.
 */
import { type Address, getAddress, type Hash, type Hex, parseAbi } from "viem";
import type { Wallet } from "../../helpers/protocol.ts";
import type { Wire } from "./wire.ts";

const GOVERNOR = parseAbi([
  "event ProposalCreated(uint256 proposalId, address proposer, address[] targets, uint256[] values, string[] signatures, bytes[] calldatas, uint256 startBlock, uint256 endBlock, string description)",
  "function state(uint256 proposalId) view returns (uint8)",
  "function castVote(uint256 proposalId, uint8 support) returns (uint256)",
]);
const STATES = ["Pending", "Active", "Canceled", "Defeated", "Succeeded", "Queued", "Expired", "Executed"] as const;

/** Ranges of blocks that it looks back from the block in which a governor was made. */
const CLUSTER_SIZE = 20n;

export interface TallyZeroProposal {
  id: string;
  proposer: Address;
  targets: readonly Address[];
  values: string[];
  signatures: readonly string[];
  calldatas: readonly Hex[];
  startBlock: string;
  endBlock: string;
  description: string;
  state: Lowercase<(typeof STATES)[number]>;
}

export class TallyZero {
  constructor(
    private readonly wire: Wire,
    private readonly governor: Address,
    private readonly deploymentBlock: bigint,
    private readonly blockRange: bigint,
  ) {}

  /** The table of proposals: active ones first, then the latest. Blocks of an unfinished range are not searched. */
  async proposals(): Promise<TallyZeroProposal[]> {
    const { client } = this.wire;
    const current = await client.getBlockNumber({ cacheTime: 0 });
    const lookBack = this.deploymentBlock - this.blockRange * CLUSTER_SIZE;
    const found: TallyZeroProposal[] = [];
    for (let from = lookBack > 0n ? lookBack : 0n; from <= current - this.blockRange; from += this.blockRange) {
      const logs = await client.getContractEvents({
        address: this.governor,
        abi: GOVERNOR,
        eventName: "ProposalCreated",
        fromBlock: from,
        toBlock: from + this.blockRange - 1n,
        strict: true,
      });
      for (const { args } of logs) found.push(await this.parse(args));
    }
    return found.sort((a, b) => {
      if ((a.state === "active") !== (b.state === "active")) return a.state === "active" ? -1 : 1;
      if (a.startBlock !== b.startBlock) return parseInt(b.startBlock, 10) - parseInt(a.startBlock, 10);
      return parseInt(b.id, 10) - parseInt(a.id, 10);
    });
  }

  /** Only while a proposal is active is the button to vote there. */
  async vote(wallet: Wallet, { id, state }: TallyZeroProposal, support: 0 | 1 | 2): Promise<Hash> {
    if (state !== "active") throw new Error("Cannot vote");
    const call = { address: this.governor, abi: GOVERNOR, functionName: "castVote" } as const;
    return wallet.writeContract({ ...call, args: [BigInt(id), support] });
  }

  private async parse(args: {
    proposalId: bigint;
    proposer: Address;
    targets: readonly Address[];
    values: readonly bigint[];
    signatures: readonly string[];
    calldatas: readonly Hex[];
    startBlock: bigint;
    endBlock: bigint;
    description: string;
  }): Promise<TallyZeroProposal> {
    const { proposalId, proposer, values, startBlock, endBlock, ...rest } = args;
    const call = { address: this.governor, abi: GOVERNOR, functionName: "state" } as const;
    const state = await this.wire.client.readContract({ ...call, args: [proposalId] });
    return {
      ...rest,
      id: proposalId.toString(),
      proposer: getAddress(proposer),
      values: values.map(String),
      startBlock: startBlock.toString(),
      endBlock: endBlock.toString(),
      state: STATES[state]!.toLowerCase() as TallyZeroProposal["state"],
    };
  }
}
