import type { Abi, Account, Address, Hash, TransactionReceipt } from "viem";
import { call, getTransaction, simulateContract } from "viem/actions";
import {
  NodeAnswerError,
  TransactionDroppedError,
  TransactionPendingError,
  TransactionReplacedError,
  TransactionRevertedError,
} from "../../errors/client.ts";
import { toStudioError } from "../../errors/decode.ts";
import type { ActionClient, Call } from "./types.ts";

/** What took the nonce of a transaction, as viem tells it. */
export type Replacement = { reason: "cancelled" | "replaced" | "repriced"; transaction: { hash: Hash } };

/** What came of a transaction. */
type Outcome = { hash: Hash; receipt: TransactionReceipt; replaced: Replacement | undefined; replay: Replay };

/** The call that was sent, to be tried once more. */
type Replay = { account: Account | Address } & (
  { address: Address; abi: Abi; functionName: string; args: unknown[] } | Call
);

/** Requires that a receipt is the transaction's, or of the same call for another fee, and that it did not revert. */
export async function requireSuccess(client: ActionClient, outcome: Outcome): Promise<void> {
  const { hash, receipt, replaced, replay } = outcome;
  if (receipt.transactionHash !== hash) requireRepriced(hash, receipt, replaced);
  if (receipt.status === "reverted") await throwRevert(client, replay, receipt);
}

function requireRepriced(hash: Hash, { transactionHash }: TransactionReceipt, replaced: Replacement | undefined): void {
  if (replaced?.transaction.hash !== transactionHash) throw new NodeAnswerError("the receipt is not the transaction's");
  if (replaced.reason !== "repriced") throw new TransactionReplacedError(hash, transactionHash, replaced.reason);
}

/** Throws what it means that no receipt came. */
export async function throwMeaning(client: ActionClient, hash: Hash, error: unknown): Promise<never> {
  if (!(error instanceof Error) || error.name !== "WaitForTransactionReceiptTimeoutError") throw toStudioError(error);
  const known = await getTransaction(client, { hash }).then(
    () => true,
    (reason: unknown) => (reason as Error).name !== "TransactionNotFoundError",
  );
  throw known ? new TransactionPendingError(hash, error) : new TransactionDroppedError(hash, error);
}

/** Throws why a transaction reverted: replayed on the state that it left behind. */
async function throwRevert(
  client: ActionClient,
  replay: Replay,
  { transactionHash, blockNumber }: TransactionReceipt,
): Promise<never> {
  const again =
    "to" in replay ? call(client, { ...replay, blockNumber }) : simulateContract(client, { ...replay, blockNumber });
  const reason = await (again as Promise<unknown>).then(() => undefined, toStudioError);
  throw new TransactionRevertedError(transactionHash, reason);
}
