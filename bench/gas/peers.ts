import type { Address, Hash } from "viem";
import type { Wallet } from "../../test/helpers/protocol.ts";
import type { BenchContext, Measurement } from "../context.ts";

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
