import { type Address, encodeFunctionData, type Hash, parseEther, parseEventLogs, zeroHash } from "viem";
import {
  type Action,
  callArgs,
  describeProposal,
  founderWallets,
  governorAs,
  passProposal,
  passTimepoint,
  type Proposal,
  proposalOf,
  proposeArgs,
} from "../helpers/governance.ts";
import {
  createStudio,
  deployProtocol,
  type Protocol,
  type StudioClones,
  type StudioConfig,
  type Wallet,
} from "../helpers/protocol.ts";

/** A studio with its contracts, its founders and a stranger. */
export interface Governance {
  protocol: Protocol;
  clones: StudioClones;
  governor: Awaited<ReturnType<typeof governorAs>>;
  timelock: Awaited<ReturnType<typeof timelockOf>>;
  token: Awaited<ReturnType<typeof tokenOf>>;
  founders: Wallet[];
  stranger: Wallet;
  rewind: () => Promise<void>;
}

const timelockOf = ({ connection }: Protocol, { timelock }: StudioClones) =>
  connection.viem.getContractAt("StudioTimelock", timelock);
const tokenOf = ({ connection }: Protocol, { reputation }: StudioClones) =>
  connection.viem.getContractAt("ReputationToken", reputation);

/** A studio on its own chain, one tick old. */
export async function setUpGovernance(
  config: Partial<StudioConfig> | ((protocol: Protocol) => Partial<StudioConfig>) = {},
): Promise<Governance> {
  const protocol = await deployProtocol();
  const clones = await createStudio(protocol, typeof config === "function" ? config(protocol) : config);
  const founders = founderWallets(protocol, clones);
  await protocol.connection.networkHelpers.mine(2);
  const governor = await governorAs(protocol, clones, founders[0] as Wallet);
  const [timelock, token] = [await timelockOf(protocol, clones), await tokenOf(protocol, clones)];
  const stranger = protocol.wallets[18] as Wallet;
  const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
  return { protocol, clones, governor, timelock, token, founders, stranger, rewind: () => snapshot.restore() };
}

/** A call of the governor on itself. */
export function settingOf({ governor }: Governance, functionName: SettingName, args: readonly unknown[]): Action {
  const data = encodeFunctionData({ abi: governor.abi, functionName, args: args as never });
  return { target: governor.address, data };
}

type SettingName =
  | "relay"
  | "setLateQuorumVoteExtension"
  | "setProposalGuardian"
  | "setProposalThreshold"
  | "setVoteCap"
  | "setVotingDelay"
  | "setVotingPeriod"
  | "updateQuorumNumerator"
  | "updateTimelock";

let titles = 0;

/** A proposal with a text of its own, made by the first founder. */
export async function makeProposal(
  { governor, founders }: Governance,
  actions: Action[],
  proposer: Wallet = founders[0] as Wallet,
): Promise<Proposal> {
  const proposal = proposalOf(actions, describeProposal(`Proposal ${++titles}`, proposer.account.address));
  await governor.write.propose(proposeArgs(proposal), { account: proposer.account });
  return proposal;
}

/** Votes for, waits, queues; the proposal is ready to be executed afterwards. */
export async function makeReady(governance: Governance, proposal: Proposal): Promise<void> {
  const { protocol, clones, governor, founders } = governance;
  await passTimepoint(protocol, clones, await governor.read.proposalSnapshot([proposal.id]));
  for (const { account } of founders) await governor.write.castVote([proposal.id, 1], { account });
  await passTimepoint(protocol, clones, await governor.read.proposalDeadline([proposal.id]));
  await governor.write.queue(callArgs(proposal));
  await protocol.connection.networkHelpers.time.increaseTo(await governor.read.proposalEta([proposal.id]));
}

/** Passes a proposal with a text of its own. */
export async function passActions({ protocol, clones }: Governance, actions: Action[]): Promise<Hash> {
  return (await passProposal(protocol, clones, actions, { title: `Passed ${++titles}` })).hash;
}

/** Reputation by decree of the impersonated timelock, for tests of votes. */
export async function grantReputation(
  { protocol, clones, token }: Governance,
  account: Address,
  amount: bigint,
): Promise<void> {
  const { networkHelpers } = protocol.connection;
  await networkHelpers.setBalance(clones.timelock, parseEther("10"));
  await networkHelpers.impersonateAccount(clones.timelock);
  const evidence = `0x${"e1".repeat(32)}` as const;
  await token.write.mint([account, amount, zeroHash, evidence], { account: clones.timelock });
  await networkHelpers.stopImpersonatingAccount(clones.timelock);
}

/** Decoded events of the governor in one transaction. */
export async function governorEvents({ protocol, governor }: Governance, hash: Hash) {
  const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
  const own = logs.filter((log) => log.address.toLowerCase() === governor.address.toLowerCase());
  return parseEventLogs({ abi: governor.abi, logs: own }).map(({ eventName, args }) => ({ eventName, args }));
}
