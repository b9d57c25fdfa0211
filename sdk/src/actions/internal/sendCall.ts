import type { Account, Address, TransactionReceipt } from "viem";
import { sendTransaction, waitForTransactionReceipt } from "viem/actions";
import { TransactionRevertedError } from "../../errors/client.ts";
import { explained } from "./failure.ts";
import type { ActionClient, Call } from "./types.ts";

/** Sends a call as a transaction of its own, and waits until it succeeded. */
export async function sendCall(
  client: ActionClient,
  call: Call,
  account: Account | Address,
): Promise<TransactionReceipt> {
  const hash = await explained(() => sendTransaction(client, { ...call, account, chain: client.chain ?? null }));
  const receipt = await waitForTransactionReceipt(client, { hash }).catch(async (error: unknown) =>
    (await import("./onDemand.ts")).throwMeaning(client, hash, error),
  );
  if (receipt.status === "reverted") throw new TransactionRevertedError(hash, undefined);
  return receipt;
}
