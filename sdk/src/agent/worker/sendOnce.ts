import type { Hex } from "viem";
import { getTransactionCount } from "viem/actions";
import { withAgentErrors } from "../../actions/internal/agentErrors.ts";
import { sendCall } from "../../actions/internal/sendCall.ts";
import type { Call } from "../../actions/internal/types.ts";
import { awaitNonce } from "./awaitNonce.ts";
import type { Sending } from "./journal.ts";
import type { Run } from "./parameters.ts";

/** Sends a call, telling refusals of mandates and commissions by name. */
const send = /* @__PURE__ */ withAgentErrors(sendCall);

/** What is sent, and how the chain tells that it is done. */
export type Once = { what: Sending; call: Call; isDone: () => Promise<boolean> };

/**
 * Sends a transaction at most once, however often the process dies: the account's nonce is noted before it is sent. Whoever
 * goes on waits for the one that is on its way, or sends with the same nonce, of which the chain mines one. The hash, if
 * this process sent it.
 */
export async function sendOnce(run: Run, { what, call, isDone }: Once): Promise<Hex | undefined> {
  const { client, agent, state, signal } = run;
  const count = (blockTag: "latest" | "pending") => getTransactionCount(client, { address: agent.address, blockTag });
  const used = await count("latest");
  // Asked after the count: what is mined by then is seen.
  if (await isDone()) return undefined;
  signal?.throwIfAborted();
  const open = state.sending.get(what);
  const next = await count("pending");
  // Above the next one it would wait for transactions that are gone. Should they come back, the chain takes one of the two.
  const isAgain = open !== undefined && open >= used && open <= next;
  const nonce = isAgain ? open : next;
  if (isAgain && next > nonce) {
    await awaitNonce(run, nonce);
    return sendOnce(run, { what, call, isDone });
  }
  if (!isAgain) await run.done({ step: "sending", what, nonce });
  try {
    return (await send(client, { ...call, nonce }, agent)).transactionHash;
  } catch (error) {
    if (await isDone()) return undefined;
    throw error;
  }
}
