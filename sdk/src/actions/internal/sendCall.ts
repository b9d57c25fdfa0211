import type { Account, Address, TransactionReceipt } from "viem";
import { sendTransaction, waitForTransactionReceipt } from "viem/actions";
import { explained } from "./failure.ts";
import type { Replacement } from "./failedReceipt.ts";
import type { ActionClient, Call } from "./types.ts";

const onDemand = () => import("./onDemand.ts");

/**
 * Sends a call as a transaction of its own, and waits until it succeeded: a canceled or changed transaction is an error,
 * the same call for a higher fee is followed.
 */
export async function sendCall(
  client: ActionClient,
  call: Call & { nonce?: number },
  account: Account | Address,
): Promise<TransactionReceipt> {
  const hash = await explained(() => sendTransaction(client, { ...call, account, chain: client.chain ?? null }));
  let replaced: Replacement | undefined;
  const receipt = await waitForTransactionReceipt(client, {
    hash,
    onReplaced: (response) => (replaced = response),
  }).catch(async (error: unknown) => (await onDemand()).throwMeaning(client, hash, error));
  if (receipt.transactionHash !== hash || receipt.status === "reverted") {
    await (await onDemand()).requireSuccess(client, { hash, receipt, replaced, replay: { ...call, account } });
  }
  return receipt;
}
