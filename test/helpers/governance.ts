import { type Address, encodeAbiParameters, type Hash, type Hex, keccak256, stringToHex } from "viem";
import type { Protocol, StudioClones, Wallet } from "./protocol.ts";

/** One call that the timelock shall make. */
export interface Action {
  target: Address;
  value?: bigint;
  data?: Hex;
}

/** A proposal in the form that every function of a governor takes. */
export interface Proposal {
  targets: Address[];
  values: bigint[];
  calldatas: Hex[];
  description: string;
  descriptionHash: Hash;
  id: bigint;
}

export const SUPPORT = { against: 0, for: 1, abstain: 2 } as const;
export const STATE = {
  pending: 0,
  active: 1,
  canceled: 2,
  defeated: 3,
  succeeded: 4,
  queued: 5,
  expired: 6,
  executed: 7,
} as const;

/** Title, body and the line that reserves the proposal for its proposer. */
export function describeProposal(title: string, proposer: Address, body = "Because members want it."): string {
  return `# ${title}\n\n${body}\n\n#proposer=${proposer}`;
}

/** Arrays and id of a proposal; the id is computed here, not asked of the governor. */
export function proposalOf(actions: Action[], description: string): Proposal {
  const targets = actions.map(({ target }) => target);
  const values = actions.map(({ value }) => value ?? 0n);
  const calldatas = actions.map(({ data }) => data ?? "0x");
  const descriptionHash = keccak256(stringToHex(description));
  const encoded = encodeAbiParameters(
    [{ type: "address[]" }, { type: "uint256[]" }, { type: "bytes[]" }, { type: "bytes32" }],
    [targets, values, calldatas, descriptionHash],
  );
  return { targets, values, calldatas, description, descriptionHash, id: BigInt(keccak256(encoded)) };
}

/** Arguments of `propose`. */
export const proposeArgs = ({ targets, values, calldatas, description }: Proposal) =>
  [targets, values, calldatas, description] as const;

/** Arguments of `queue`, `execute` and `cancel`. */
export const callArgs = ({ targets, values, calldatas, descriptionHash }: Proposal) =>
  [targets, values, calldatas, descriptionHash] as const;

/** The studio's governor as seen by `wallet`. */
export async function governorAs(protocol: Protocol, clones: StudioClones, wallet: Wallet) {
  return protocol.connection.viem.getContractAt("StudioGovernor", clones.governor, { client: { wallet } });
}

/** Lets the governor's clock, whatever it counts, pass `timepoint`: the next transaction sees a later one. */
export async function passTimepoint(protocol: Protocol, clones: StudioClones, timepoint: bigint): Promise<void> {
  const { networkHelpers } = protocol.connection;
  if (clones.config.clockMode === 1) return networkHelpers.mineUpTo(timepoint);
  if (BigInt(await networkHelpers.time.latest()) < timepoint) await networkHelpers.time.increaseTo(timepoint);
}

/** Votes of `voters`, once voting has begun. */
export async function voteFor(
  protocol: Protocol,
  clones: StudioClones,
  proposal: Proposal,
  voters: Wallet[],
  support: number = SUPPORT.for,
): Promise<Hash[]> {
  const governor = await governorAs(protocol, clones, voters[0] as Wallet);
  await passTimepoint(protocol, clones, await governor.read.proposalSnapshot([proposal.id]));
  const hashes: Hash[] = [];
  for (const voter of voters) {
    hashes.push(await governor.write.castVote([proposal.id, support], { account: voter.account }));
  }
  return hashes;
}

/** Lets voting end and queues the proposal. */
export async function queueProposal(protocol: Protocol, clones: StudioClones, proposal: Proposal): Promise<Hash> {
  const governor = await governorAs(protocol, clones, protocol.wallets[0] as Wallet);
  await passTimepoint(protocol, clones, await governor.read.proposalDeadline([proposal.id]));
  return governor.write.queue(callArgs(proposal));
}

/** Lets the timelock's delay pass and executes the proposal. */
export async function executeProposal(protocol: Protocol, clones: StudioClones, proposal: Proposal): Promise<Hash> {
  const governor = await governorAs(protocol, clones, protocol.wallets[0] as Wallet);
  await protocol.connection.networkHelpers.time.increaseTo(await governor.read.proposalEta([proposal.id]));
  return governor.write.execute(callArgs(proposal));
}

/** Proposes, votes with all `voters` (the first one proposes), queues and executes; returns the execution. */
export async function passProposal(
  protocol: Protocol,
  clones: StudioClones,
  actions: Action[],
  { title = "Do it", voters = founderWallets(protocol, clones) }: { title?: string; voters?: Wallet[] } = {},
): Promise<{ proposal: Proposal; hash: Hash }> {
  const proposer = voters[0] as Wallet;
  const governor = await governorAs(protocol, clones, proposer);
  const proposal = proposalOf(actions, describeProposal(title, proposer.account.address));
  await governor.write.propose(proposeArgs(proposal));
  await voteFor(protocol, clones, proposal, voters);
  await queueProposal(protocol, clones, proposal);
  return { proposal, hash: await executeProposal(protocol, clones, proposal) };
}

/** The accounts among the test wallets that founded the studio. */
export function founderWallets(protocol: Protocol, clones: StudioClones): Wallet[] {
  const founders = new Set(clones.config.founders.map((founder) => founder.toLowerCase()));
  return protocol.wallets.filter((wallet) => founders.has(wallet.account.address.toLowerCase()));
}
