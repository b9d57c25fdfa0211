import type { Hash, TransactionReceipt } from "viem";
import { getTransaction, waitForTransactionReceipt } from "viem/actions";
import { defined } from "../../types/defined.ts";
import { explained } from "./failure.ts";
import type { ActionClient, WaitOptions } from "./types.ts";

/**
 * The receipt of a transaction, or of the same call that the user sent again for a higher fee. A canceled, changed,
 * forgotten or slow transaction is each an error of its own.
 */
export async function awaitReceipt(
  client: ActionClient,
  { hash, confirmations, timeout }: { hash: Hash } & WaitOptions,
): Promise<TransactionReceipt> {
  let replacement: { reason: "cancelled" | "replaced" | "repriced"; transaction: { hash: Hash } } | undefined;
  const wait = waitForTransactionReceipt(client, {
    hash,
    ...defined({ confirmations, timeout }),
    onReplaced: (response) => (replacement = response),
  });
  const receipt = await explained(() => wait.catch((error: unknown) => giveUp(client, hash, error)));
  const { reason = "repriced", transaction = { hash } } = replacement ?? {};
  if (reason !== "repriced" || !isOf(receipt, transaction.hash)) {
    const { NodeAnswerError, TransactionReplacedError } = await import("../../errors/client.ts");
    if (reason === "repriced") throw new NodeAnswerError("the receipt is not the transaction's");
    throw new TransactionReplacedError(hash, transaction.hash, reason);
  }
  return receipt;
}

/** Whether a receipt and everything in it belong to one transaction. */
function isOf({ transactionHash, blockHash, logs }: TransactionReceipt, hash: Hash): boolean {
  return transactionHash === hash && logs.every((log) => log.transactionHash === hash && log.blockHash === blockHash);
}

async function giveUp(client: ActionClient, hash: Hash, error: unknown): Promise<never> {
  if (!(error instanceof Error) || error.name !== "WaitForTransactionReceiptTimeoutError") throw error;
  const { TransactionDroppedError, TransactionPendingError } = await import("../../errors/client.ts");
  const known = await getTransaction(client, { hash }).then(
    () => true,
    (reason: unknown) => (reason as Error).name !== "TransactionNotFoundError",
  );
  throw known ? new TransactionPendingError(hash, error) : new TransactionDroppedError(hash, error);
}
