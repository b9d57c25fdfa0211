import {
  type Account,
  createPublicClient,
  createWalletClient,
  http,
  keccak256,
  publicActions,
  TransactionReceiptNotFoundError,
} from "viem";
import { hardhat } from "viem/chains";
import { errorOfRevert, revertDataOf } from "@imprimatur/sdk/errors";
import { findTransaction, type Place } from "./history.ts";
import type { Call, Queue, Relayed } from "./queue.ts";

/** What the relayer's account asks of the chain and sends to it; throws where there is no chain. */
export async function createDelivery({
  account,
  rpcUrl,
  queue,
  place,
}: {
  account: Account;
  rpcUrl: string | undefined;
  queue: Queue;
  place: Omit<Place, "chainId">;
}) {
  const client = createWalletClient({ account, chain: hardhat, transport: http(rpcUrl) }).extend(publicActions);
  const reader = createPublicClient({ chain: hardhat, transport: http(rpcUrl) });
  const chainId = await client.getChainId();

  /** Why the chain would refuse a call now; undefined where it would not. Throws where the chain does not answer. */
  async function refusalOf({ to, data }: Call): Promise<string | undefined> {
    try {
      await client.call({ account, to, data });
      return undefined;
    } catch (error) {
      const revert = revertDataOf(error);
      if (revert === undefined) throw error;
      return errorOfRevert(revert, error).message;
    }
  }

  /** A refused request; done where its call has been executed before, by whomever. */
  async function settled({ id, to, data }: Relayed, reason: string): Promise<Relayed> {
    const hash = await findTransaction(reader, { ...place, chainId }, { to, data });
    return hash === undefined ? { id, to, data, state: "refused", reason } : { id, to, data, state: "done", hash };
  }

  /** The request as it stands before anything is sent: accepted, refused, or done already. */
  async function judge(request: Relayed): Promise<Relayed> {
    const reason = await refusalOf(request);
    return reason === undefined ? request : settled(request, reason);
  }

  /** Brings a request one step further; throws where the step has to be tried again. */
  async function step(request: Relayed): Promise<Relayed> {
    const { id, to, data } = request;
    if (request.state === "accepted") {
      const judged = await judge(request);
      if (judged.state !== "accepted") return queue.keep(judged);
      const prepared = await client.prepareTransactionRequest({ to, data });
      const serializedTransaction = await client.signTransaction(prepared);
      // Kept before it is sent: after a crash this very transaction is looked for, and sent again.
      const sent = { hash: keccak256(serializedTransaction), nonce: prepared.nonce, serializedTransaction };
      return queue.keep({ id, to, data, state: "sent", ...sent });
    }
    if (request.state !== "sent") return request;
    const { hash, nonce, serializedTransaction } = request;
    if ((await client.getTransactionCount({ address: account.address })) <= nonce) {
      // A node that has it already says so by an error; the receipt decides.
      await Promise.allSettled([client.sendRawTransaction({ serializedTransaction })]);
      await client.waitForTransactionReceipt({ hash, timeout: 60_000 });
    }
    const receipt = await client.getTransactionReceipt({ hash }).catch((error: unknown) => {
      if (error instanceof TransactionReceiptNotFoundError) return undefined;
      throw error;
    });
    if (receipt === undefined) return queue.keep({ id, to, data, state: "accepted" }); // its nonce was used otherwise
    if (receipt.status === "success") return queue.keep({ id, to, data, state: "done", hash });
    return queue.keep(await settled(request, `reverted in transaction ${hash}`));
  }

  return { judge, step };
}
