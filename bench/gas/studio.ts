import { type Address, encodeFunctionData, parseAbi, stringToHex, type Hash } from "viem";
import {
  callArgs,
  governorAs,
  passTimepoint,
  proposalOf,
  proposeArgs,
  voteFor,
} from "../../test/helpers/governance.ts";
import { createStudio, PRESET, type Wallet } from "../../test/helpers/protocol.ts";
import { type BenchContext, difference, type Measurement } from "../context.ts";

const transferAbi = parseAbi(["function transfer(address to, uint256 amount) returns (bool)"]);

const accounts = ({ wallets }: BenchContext, count: number): Wallet[] => wallets.slice(1, 1 + count);
const addresses = (wallets: Wallet[]): Address[] => wallets.map((wallet) => wallet.account.address);

/** `create`: one founder, with all modules that exist; `perFounder`: a fourth founder beside three. */
export async function studioCreation(context: BenchContext): Promise<Record<string, Measurement>> {
  const solo = await createStudio(context, { preset: PRESET.solo });
  const three = await createStudio(context, { founders: addresses(accounts(context, 3)) });
  const four = await createStudio(context, { founders: addresses(accounts(context, 4)) });
  const [one, atThree, atFour] = [
    await context.measure(solo.hash),
    await context.measure(three.hash),
    await context.measure(four.hash),
  ];
  return {
    "gas.studio.create": one,
    "gas.studio.create3Founders": atThree,
    "gas.studio.perFounder": difference(atFour, atThree),
  };
}

/** Title, one line of body and the `#proposer=` line, 85 bytes in all. */
function describeShortly(proposer: Address): string {
  const description = `# Pay the printer\nFirst poster..\n#proposer=${proposer}`;
  if (description.length !== 85) throw new Error(`The description has ${description.length} bytes, not 85`);
  return description;
}

/** Proposes one action in a studio of `count` founders and votes with all of them, quorum at 30 %, cap at 20 %. */
async function voteInCollective(context: BenchContext, count: number) {
  const founders = accounts(context, count);
  const proposer = founders[0] as Wallet;
  const clones = await createStudio(context, { founders: addresses(founders) });
  const governor = await governorAs(context, clones, proposer);
  await context.connection.networkHelpers.mine(2);
  const data = encodeFunctionData({ abi: transferAbi, functionName: "transfer", args: [clones.studio, 1_000_000n] });
  const action = { target: context.addressOf("TestUSDC"), data };
  const proposal = proposalOf([action], describeShortly(proposer.account.address));
  const proposed = await governor.write.propose(proposeArgs(proposal));
  const hashes = await voteFor(context, clones, proposal, founders);
  const votes = await Promise.all(hashes.map((hash) => context.measure(hash)));
  return { clones, governor, proposal, proposed, votes };
}

const dearest = (measurements: (Measurement | undefined)[]): Measurement =>
  measurements.reduce((a, b) => ((a?.gas ?? 0) >= (b?.gas ?? 0) ? a : b)) as Measurement;

/** A collective of five: the second vote reaches quorum, the third and later ones are the next. */
export async function governor(context: BenchContext): Promise<Record<string, Measurement>> {
  const { clones, governor, proposal, proposed, votes } = await voteInCollective(context, 5);
  const [first, reaching, ...next] = votes;
  await passTimepoint(context, clones, await governor.read.proposalDeadline([proposal.id]));
  const queued = await governor.write.queue(callArgs(proposal));
  return {
    "gas.governor.propose": await context.measure(proposed),
    "gas.governor.castVoteFirst": first as Measurement,
    "gas.governor.castVoteReachingQuorum": reaching as Measurement,
    "gas.governor.castVoteNext": dearest(next),
    "gas.governor.queue": await context.measure(queued),
  };
}

/** A collective of fifteen: the second to fourth votes come before quorum. */
export async function governorBeforeQuorum(context: BenchContext): Promise<Record<string, Measurement>> {
  const { votes } = await voteInCollective(context, 15);
  return { "gas.governor.castVoteBeforeQuorum": dearest(votes.slice(1, 4)) };
}

/** A grant to somebody who has reputation already, by the timelock as the sender of the transaction. */
export async function reputation(context: BenchContext): Promise<Record<string, Measurement>> {
  const clones = await createStudio(context);
  const { networkHelpers, viem } = context.connection;
  await networkHelpers.setBalance(clones.timelock, 10n ** 18n);
  await networkHelpers.impersonateAccount(clones.timelock);
  const token = await viem.getContractAt("ReputationToken", clones.reputation);
  const grant = (account: Address): Promise<Hash> =>
    token.write.mint([account, 10n ** 18n, stringToHex("animator", { size: 32 }), clones.config.charter], {
      account: clones.timelock,
    });
  const [member, stranger] = [addresses(accounts(context, 1))[0] as Address, clones.studio];
  const results = {
    "gas.reputation.mintFirst": await context.measure(await grant(stranger)),
    "gas.reputation.mintAgain": await context.measure(await grant(member)),
  };
  await networkHelpers.stopImpersonatingAccount(clones.timelock);
  return results;
}
