import { type Account, type Chain, type Hash, type Hex, keccak256, type Transport, type WalletClient } from "viem";
import {
  getTransaction,
  prepareTransactionRequest,
  sendRawTransaction,
  sendTransaction,
  signTransaction,
} from "viem/actions";
import { toStudioError } from "../errors/decodeAll.ts";

/** Failures after which a transaction may be on its way all the same. */
const LOST = ["NodeUnreachableError", "NodeAnswerError", "RateLimitedError"];

/** How often a node is asked for a transaction whose answer was lost, and after how many milliseconds each time. */
const LOOKS = 5;
const PAUSE = 500;

/**
 * Sends a transaction that is signed here, so that its hash is known before the node answers: where the answer is lost,
 * the node is asked whether it has it. `tell` gets the hash as soon as the transaction may be on its way; nothing is told
 * where the node has refused it.
 */
export async function sendKnown(
  wallet: WalletClient<Transport, Chain, Account>,
  call: { to: Hex; data: Hex; gas?: bigint },
  tell: (hash: Hash) => void,
): Promise<Hash> {
  const { account, chain } = wallet;
  if (account.type !== "local") {
    const hash = await sendTransaction(wallet, { ...call, account, chain });
    tell(hash);
    return hash;
  }
  const signed = await signKnown(wallet, call);
  await broadcast(wallet, signed, tell);
  return signed.hash;
}

/** A transaction that is signed and whose hash is known, whatever becomes of it. */
export type SignedTransaction = { hash: Hash; serialized: Hex; nonce: number };

/** Signs a transaction with the account's next nonce; nothing is sent. */
export async function signKnown(
  wallet: WalletClient<Transport, Chain, Account>,
  call: { to: Hex; data: Hex; gas?: bigint },
): Promise<SignedTransaction> {
  const { account, chain } = wallet;
  const request = await prepareTransactionRequest(wallet, { ...call, account, chain });
  const serialized = await signTransaction(wallet, request as Parameters<typeof signTransaction>[1]);
  return { hash: keccak256(serialized), serialized, nonce: request.nonce };
}

/** Sends what is signed; where the answer is lost, or it was sent before, the node is asked whether it has it. */
export async function broadcast(
  wallet: WalletClient<Transport, Chain, Account>,
  { hash, serialized: serializedTransaction }: Pick<SignedTransaction, "hash" | "serialized">,
  tell: (hash: Hash) => void = () => undefined,
): Promise<void> {
  try {
    await sendRawTransaction(wallet, { serializedTransaction });
  } catch (error) {
    // A request that was repeated after a lost answer is refused, as one that the node has already.
    const isLost = LOST.includes((toStudioError(error) as Error).name);
    if (isLost) tell(hash);
    if (!(await isThere(wallet, hash, isLost ? LOOKS : 1))) throw error;
    if (!isLost) tell(hash);
    return;
  }
  tell(hash);
}

async function isThere(wallet: WalletClient<Transport, Chain, Account>, hash: Hash, looks: number): Promise<boolean> {
  for (let look = 1; ; look += 1) {
    const found = await getTransaction(wallet, { hash }).then(
      () => true,
      () => false,
    );
    if (found || look >= looks) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
