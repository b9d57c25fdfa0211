import { getTransactionCount } from "viem/actions";
import { TransactionStuckError } from "../../errors/agent.ts";
import type { RunWorkerParameters } from "./parameters.ts";
import { pause } from "./pause.ts";

/** Seconds that a transaction of an earlier life is waited for. */
const PATIENCE = 600;

/** Waits until the account's nonce is used; whether that took any waiting. Throws {@link TransactionStuckError}. */
export async function awaitNonce(
  { client, agent, signal }: Pick<RunWorkerParameters, "client" | "agent" | "signal">,
  nonce: number,
): Promise<boolean> {
  const end = Date.now() + PATIENCE * 1_000;
  const { address } = agent;
  for (let hasWaited = false; ; hasWaited = true) {
    if ((await getTransactionCount(client, { address, blockTag: "latest" })) > nonce) return hasWaited;
    if (Date.now() > end) throw new TransactionStuckError(nonce, PATIENCE);
    await pause(client.pollingInterval, signal);
    signal?.throwIfAborted();
  }
}
