import { type Hex, keccak256, parseTransaction, type TransactionReceipt } from "viem";
import { getTransactionCount, getTransactionReceipt, waitForTransactionReceipt } from "viem/actions";
import { requireSuccess, type Replacement, throwMeaning } from "../actions/internal/failedReceipt.ts";
import { explained } from "../actions/internal/failure.ts";
import type { Call } from "../actions/internal/types.ts";
import { broadcast, signKnown } from "../cli/sendKnown.ts";
import { RequestLostError, RequestReusedError } from "../errors/mcp.ts";
import { canonicalBytes, type Json } from "../storage/json.ts";
import { type ActJournal, memoryActJournal, type SignedAct } from "./actJournal.ts";
import type { McpAgent } from "./context.ts";

/** What a client asks for, and by which id it asks for the same again. */
export type ActRequest = {
  requestId: string;
  tool: string;
  given: Readonly<Record<string, string | number | bigint | undefined>>;
  /** Nothing is signed after it aborted. */
  signal: AbortSignal;
};

/** An act that is allowed, and the lot that it commits. */
export type AllowedAct = { call: Call; lotId?: bigint };

/** What came of an act. */
export type ActOutcome = {
  signed: true;
  /** Whether the request was answered before: nothing was done again. */
  repeated: boolean;
  transaction: Hex;
  block: bigint;
  gas: bigint;
  lotId?: bigint;
};

/**
 * Signs and sends an act once for a request, whoever asks again and whenever it crashes: what is signed is in the journal
 * before it is sent, and a request never signs a second transaction. Asked again, it finds out what came of the first one,
 * or sends the same bytes once more, of which the chain takes one.
 *
 * @param toAct - Judges the act and makes its call; not asked where the request is known.
 */
export async function sendOnce(
  agent: McpAgent,
  request: ActRequest,
  toAct: () => Promise<AllowedAct>,
): Promise<ActOutcome> {
  const { acts, repeated } = await inTurn(agent, request.signal, async () => {
    const known = await find(agent, request);
    return known.length > 0 ? { acts: known, repeated: true } : sign(agent, request, await toAct());
  });
  const receipt = await outcomeOf(agent, acts, repeated);
  const { transactionHash: transaction, blockNumber: block, gasUsed: gas } = receipt;
  const lotId = acts[0]?.lotId;
  return {
    ...{ signed: true, repeated, transaction, block, gas },
    ...(lotId === undefined ? {} : { lotId: BigInt(lotId) }),
  };
}

const journals = new WeakMap<McpAgent, ActJournal>();

/** The journal of an agent: its own, or one in memory that all servers with this agent share. */
function journalOf(agent: McpAgent): ActJournal {
  const found = agent.journal ?? journals.get(agent) ?? memoryActJournal();
  journals.set(agent, found);
  return found;
}

const turns = new WeakMap<McpAgent, Promise<unknown>>();

/** One after the other, so that each takes a nonce of its own; whoever gave up waiting holds up nobody. */
async function inTurn<Result>(agent: McpAgent, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  const before = turns.get(agent);
  const turn = (async () => {
    await before;
    signal.throwIfAborted();
    return work();
  })();
  turns.set(
    agent,
    Promise.race([turn, aborted(signal)]).catch(() => undefined),
  );
  return turn;
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });

/** What was signed for a request: one act, or several for one nonce where two processes were asked at once. */
async function find(agent: McpAgent, request: ActRequest): Promise<readonly SignedAct[]> {
  const known = (await journalOf(agent).read()).filter(({ requestId }) => requestId === request.requestId);
  const other = known.find(({ digest }) => digest !== digestOf(agent, request));
  if (other !== undefined) throw new RequestReusedError(other.requestId, other.transaction);
  return known;
}

function digestOf({ account, wallet }: McpAgent, { tool, given }: ActRequest): Hex {
  const args = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const said = { tool, args: Object.fromEntries(args) as Json, agent: account.address, mandateId: account.mandateId };
  return keccak256(canonicalBytes({ ...said, chainId: wallet.chain.id }));
}

/** Signs, notes, sends. The nonce is asked for first: who takes a later one than another process sees what that noted. */
async function sign(
  agent: McpAgent,
  request: ActRequest,
  { call, lotId }: AllowedAct,
): Promise<{ acts: readonly SignedAct[]; repeated: boolean }> {
  const { hash: transaction, ...signed } = await explained(() => signKnown(agent.wallet, call));
  const known = await find(agent, request);
  if (known.length > 0) return { acts: known, repeated: true };
  request.signal.throwIfAborted();
  const { requestId } = request;
  const act = { requestId, digest: digestOf(agent, request), transaction, ...signed };
  const noted: SignedAct = { ...act, ...(lotId === undefined ? {} : { lotId: String(lotId) }) };
  await journalOf(agent).append(noted);
  await send(agent, noted);
  return { acts: [noted], repeated: false };
}

const send = ({ wallet }: McpAgent, { transaction: hash, serialized }: SignedAct): Promise<void> =>
  explained(() => broadcast(wallet, { hash, serialized }));

/** The receipt of what a request signed, once it is there; throws what became of it instead. */
async function outcomeOf(agent: McpAgent, acts: readonly SignedAct[], repeated: boolean): Promise<TransactionReceipt> {
  const found = await receiptOf(agent, acts);
  if (found !== undefined) return succeeded(agent, acts, found);
  const [act] = acts as readonly [SignedAct];
  if (repeated) {
    if (await isNonceTaken(agent, act)) {
      const late = await lateReceiptOf(agent, acts);
      if (late === undefined) throw new RequestLostError(act.requestId, act);
      return succeeded(agent, acts, late);
    }
    await send(agent, act);
  }
  const { wallet } = agent;
  const hash = act.transaction;
  let replaced: Replacement | undefined;
  const receipt = await waitForTransactionReceipt(wallet, {
    hash,
    onReplaced: (response) => (replaced = response),
  }).catch((error: unknown) => throwMeaning(wallet, hash, error));
  return succeeded(agent, acts, receipt, replaced);
}

async function succeeded(
  { wallet, account }: McpAgent,
  acts: readonly SignedAct[],
  receipt: TransactionReceipt,
  replaced?: Replacement,
): Promise<TransactionReceipt> {
  const [first] = acts as readonly [SignedAct];
  const own = acts.find(({ transaction }) => transaction === receipt.transactionHash);
  const { transaction: hash, serialized } = own ?? first;
  const { to, data } = parseTransaction(serialized);
  const replay = { to: to ?? account.address, data: data ?? ("0x" as const), account: account.address };
  await requireSuccess(wallet, { hash, receipt, replaced, replay });
  return receipt;
}

async function receiptOf({ wallet }: McpAgent, acts: readonly SignedAct[]): Promise<TransactionReceipt | undefined> {
  for (const { transaction: hash } of acts) {
    const receipt = await getTransactionReceipt(wallet, { hash }).catch((error: unknown) => {
      if ((error as Error).name === "TransactionReceiptNotFoundError") return undefined;
      return explained(() => Promise.reject(error as Error));
    });
    if (receipt !== undefined) return receipt;
  }
  return undefined;
}

/** Looks for a receipt, and pauses of at most a second between them. */
const LOOKS = 10;
const LONGEST_PAUSE = 1_000;

/** A node of several may know that the nonce is taken and not yet by what: who says "lost" too early has it paid twice. */
async function lateReceiptOf(agent: McpAgent, acts: readonly SignedAct[]): Promise<TransactionReceipt | undefined> {
  const pause = Math.min(agent.wallet.pollingInterval, LONGEST_PAUSE);
  for (let look = 0; look < LOOKS; look += 1) {
    const receipt = await receiptOf(agent, acts);
    if (receipt !== undefined) return receipt;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return undefined;
}

const isNonceTaken = async ({ wallet, account }: McpAgent, { nonce }: SignedAct): Promise<boolean> =>
  (await explained(() => getTransactionCount(wallet, { address: account.address, blockTag: "latest" }))) > nonce;
