import type { Address, Hash } from "viem";
import type { Wallet } from "../../test/helpers/protocol.ts";
import type { BenchContext, Measurement } from "../context.ts";
import { carryPayment, dearest } from "../proposals.ts";

const PAYEES = 5;
const PRICE = 25_000_000n;

/**
 * OpenZeppelin's PaymentSplitter (4.9.6) for one asset with five payees, as many as settle to four parents has to serve.
 * `release` compares with `gas.royalty.claimToWallet`: the payee was paid before and holds tokens, others are still owed.
 */
export async function paymentSplitter(context: BenchContext): Promise<Record<string, Measurement>> {
  const { connection, publicClient, wallets, addressOf, measure } = context;
  const { viem } = connection;
  const usdc = await viem.getContractAt("TestUSDC", addressOf("TestUSDC"));
  const payees = wallets.slice(1, 1 + PAYEES).map((wallet: Wallet) => wallet.account.address);
  const [payee] = payees as [Address];
  const shares = payees.map(() => 20n);
  const { contract: splitter, deploymentTransaction } = await viem.sendDeploymentTransaction("PaymentSplitterPeer", [
    payees,
    shares,
  ]);
  await publicClient.waitForTransactionReceipt({ hash: deploymentTransaction.hash });

  const release = (): Promise<Hash> => splitter.write.release([usdc.address, payee]);
  await usdc.write.mint([payee, 1n]);
  await usdc.write.mint([splitter.address, PRICE]);
  const first = await release();
  await usdc.write.mint([splitter.address, PRICE]);
  const steady = await release();
  return {
    "peer.paymentSplitter.create": await measure(deploymentTransaction.hash),
    "peer.paymentSplitter.releaseFirst": await measure(first),
    "peer.paymentSplitter.release": await measure(steady),
  };
}

/**
 * OpenZeppelin's Governor with votes token and timelock (5.7.0), not cloned, with the same proposal, members and quorum
 * as `gas.governor.*`. It lacks what that has: the cap, the extension after a late quorum, the guardian, the pin, the
 * memory of vetoes.
 */
export async function ozGovernor(context: BenchContext): Promise<Record<string, Measurement>> {
  const { viem } = context.connection;
  const voters = context.wallets.slice(1, 6);
  const token = await viem.deployContract("VotesPeer");
  const timelock = await viem.deployContract("TimelockPeer", [(context.wallets[0] as Wallet).account.address]);
  const governor = await viem.deployContract("GovernorPeer", [token.address, timelock.address]);
  await timelock.write.grantRole([await timelock.read.PROPOSER_ROLE(), governor.address]);
  for (const { account } of voters) {
    await token.write.mint([account.address, 10n ** 21n]);
    await token.write.delegate([account.address], { account });
  }
  const treasury = timelock.address;
  const { propose, votes, queue, execute } = await carryPayment(
    context,
    { governor: governor.address, treasury },
    voters,
  );
  return {
    "peer.ozGovernor.propose": propose,
    "peer.ozGovernor.castVoteFirst": votes[0] as Measurement,
    "peer.ozGovernor.castVoteNext": dearest(votes.slice(2)),
    "peer.ozGovernor.queue": queue,
    "peer.ozGovernor.execute": execute,
  };
}
