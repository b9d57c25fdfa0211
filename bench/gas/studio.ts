import { type Address, encodeFunctionData, parseAbi, type Hash } from "viem";
import { governorAs, passTimepoint, proposalOf, proposeArgs, voteFor } from "../../test/helpers/governance.ts";
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

/** One action in a collective of five: title, one line of body and the `#proposer=` line, 85 bytes in all. */
export async function governor(context: BenchContext): Promise<Record<string, Measurement>> {
  const founders = accounts(context, 5);
  const proposer = founders[0] as Wallet;
  const clones = await createStudio(context, { founders: addresses(founders) });
  const governor = await governorAs(context, clones, proposer);
  await context.connection.networkHelpers.mine(2);

  const description = `# Pay the printer\nFirst poster..\n#proposer=${proposer.account.address}`;
  if (description.length !== 85) throw new Error(`The description has ${description.length} bytes, not 85`);
  const data = encodeFunctionData({ abi: transferAbi, functionName: "transfer", args: [clones.studio, 1_000_000n] });
  const proposal = proposalOf([{ target: context.addressOf("TestUSDC"), data }], description);
  const proposed: Hash = await governor.write.propose(proposeArgs(proposal));
  const votes = await voteFor(context, clones, proposal, founders);
  const [first, reaching, next, fourth] = await Promise.all(votes.map((hash) => context.measure(hash)));
  await passTimepoint(context, clones, await governor.read.proposalDeadline([proposal.id]));
  const queued = await governor.write.queue([
    proposal.targets,
    proposal.values,
    proposal.calldatas,
    proposal.descriptionHash,
  ]);
  return {
    "gas.governor.propose": await context.measure(proposed),
    "gas.governor.castVoteFirst": first as Measurement,
    "gas.governor.castVoteReachingQuorum": reaching as Measurement,
    "gas.governor.castVoteNext":
      (next as Measurement).gas > (fourth as Measurement).gas ? (next as Measurement) : (fourth as Measurement),
    "gas.governor.queue": await context.measure(queued),
  };
}

/** A grant to somebody who has reputation already, by the timelock as the sender of the transaction. */
export async function reputation(context: BenchContext): Promise<Record<string, Measurement>> {
  const clones = await createStudio(context);
  const { networkHelpers, viem } = context.connection;
  await networkHelpers.setBalance(clones.timelock, 10n ** 18n);
  await networkHelpers.impersonateAccount(clones.timelock);
  const token = await viem.getContractAt("ReputationToken", clones.reputation);
  const grant = (account: Address): Promise<Hash> =>
    token.write.mint([account, 10n ** 18n, clones.config.charter], { account: clones.timelock });
  const [member, stranger] = [addresses(accounts(context, 1))[0] as Address, clones.studio];
  const results = {
    "gas.reputation.mintFirst": await context.measure(await grant(stranger)),
    "gas.reputation.mintAgain": await context.measure(await grant(member)),
  };
  await networkHelpers.stopImpersonatingAccount(clones.timelock);
  return results;
}
