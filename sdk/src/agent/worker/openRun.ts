import { type Hex, keccak256, sha256, stringToBytes } from "viem";
import { getChainId } from "viem/actions";
import { getLot } from "../../actions/registry/getLot.ts";
import {
  ActRefusedError,
  AgentInputError,
  JournalMismatchError,
  LotTakenError,
  type Refusal,
} from "../../errors/agent.ts";
import { canonicalBytes } from "../../storage/json.ts";
import { MAX_LOT, toLotId } from "../../types/ids.ts";
import { checkAct, nextLotNonce } from "../checkAct.ts";
import type { Brief } from "../generator.ts";
import { awaitNonce } from "./awaitNonce.ts";
import { styleOf } from "./brand.ts";
import type { OpenedRun, RunIdentity, WorkEntry } from "./journal.ts";
import type { Run, RunWorkerParameters } from "./parameters.ts";
import { newState, note, readRuns, type RunState } from "./runState.ts";

/** How a run begins: new, going on, or with another number than before. */
export type Beginning = { run: Run; how: "opened" | "resumed" | "reopened" };

/** Opens the run, or finds it open in the journal; either way the mandate must take the lot unless it is committed. */
export async function openRun(parameters: RunWorkerParameters): Promise<Beginning> {
  const { journal, brief, signal, run: name = "brief" } = parameters;
  assertBrief(brief);
  const identity = await identityOf(parameters);
  const runs = await readRuns(journal);
  const state = runs.get(name) ?? newState();
  const wasOpen = state.opened !== undefined;
  const opened = state.opened ?? (await planRun(parameters, identity, runs));
  assertSame(opened, identity, WITHOUT_MANDATE);
  const isThere = await isCommitted(parameters, { state, opened });
  if (!isThere) assertSame(opened, identity, OF_THE_MANDATE);
  const taken = isThere ? undefined : await assertTaken(parameters, { state, opened, runs });
  const how = taken !== undefined ? "reopened" : wasOpen ? "resumed" : "opened";
  const current = taken ?? opened;
  if (how !== "resumed") await note(journal, { run: name, entry: { step: how, opened: current } }, state);
  const done = async (entry: WorkEntry): Promise<void> => {
    await note(journal, { run: name, entry }, state);
    signal?.throwIfAborted();
  };
  const lotId = lotIdOf(current);
  const style = styleOf(parameters);
  return { run: { ...parameters, run: name, state, opened: current, lotId, done, style }, how };
}

const lotIdOf = ({ producer, nonce }: OpenedRun): bigint => toLotId(producer, BigInt(nonce));

/** Whether the run's lot is committed, now or in a block. */
async function isCommitted(
  parameters: RunWorkerParameters,
  { state, opened }: Pick<Judged, "state" | "opened">,
  blockNumber?: bigint,
): Promise<boolean> {
  if (state.committed !== undefined) return true;
  const lotId = lotIdOf(opened);
  const isThere = await isOnChain(parameters, lotId, { root: state.built?.root, blockNumber });
  if (isThere && state.built === undefined) throw new JournalMismatchError(`lot ${lotId} is committed already`);
  return isThere;
}

type Judged = { state: RunState; opened: OpenedRun; runs: ReadonlyMap<string, RunState> };

/**
 * Throws unless the mandate takes the lot. Where a later lot of the agent was committed first, the number is gone for good,
 * and a plan with another one is the answer: nothing that was sent for the old one can be mined any more. The lot itself
 * passes its number too, so the block that says so is asked for the lot.
 */
async function assertTaken(parameters: RunWorkerParameters, judged: Judged): Promise<OpenedRun | undefined> {
  const { agent, gate } = parameters;
  const { state, opened, runs } = judged;
  const lotId = lotIdOf(opened);
  const act = { type: "commit", lotId, count: opened.count, gate } as const;
  const mandate = await agent.readMandate([act]);
  const refusal = checkAct(mandate, act, { agent: agent.address, policyHash: agent.policyHash });
  if (refusal === undefined) return undefined;
  if (!isPassed(refusal)) throw new ActRefusedError(refusal);
  // A block that a node behind the first one lacks is an error there, never an answer.
  if (await isCommitted(parameters, judged, mandate.blockNumber)) return undefined;
  if (await isUnderWay(parameters, state)) return assertTaken(parameters, judged);
  return planRun(parameters, await identityOf(parameters), runs);
}

/** Whether a later lot of the same policy has been committed, or this one. */
function isPassed({ errorName, args }: Refusal): boolean {
  const { nonce, least } = args as { nonce?: bigint; least?: bigint };
  if (errorName !== "AgentMandatesWrongNonce" || nonce === undefined || least === undefined) return false;
  return nonce < least && versionOf(nonce) === versionOf(least);
}

/** Waits for the commit that an earlier life sent, if it did and the account's nonce is not used yet. */
async function isUnderWay(parameters: RunWorkerParameters, { sending }: RunState): Promise<boolean> {
  const nonce = sending.get("commit");
  return nonce !== undefined && (await awaitNonce(parameters, nonce));
}

const NUMBER_BITS = 32n;
/** Which version of the policy a nonce is of. */
const versionOf = (nonce: bigint): bigint => nonce >> NUMBER_BITS;

async function planRun(
  { agent, brief }: RunWorkerParameters,
  identity: RunIdentity,
  runs: ReadonlyMap<string, RunState>,
): Promise<OpenedRun> {
  const mandate = await agent.readMandate();
  const nonce = freeNonce(nextLotNonce(mandate), identity, runs);
  return { ...identity, nonce: String(nonce), count: brief.count, createdAt: Number(mandate.time) };
}

/** The next number that no run of the journal has, committed or not. */
function freeNonce(least: bigint, { producer, chainId }: RunIdentity, runs: ReadonlyMap<string, RunState>): bigint {
  let free = least;
  for (const { opened } of runs.values()) {
    if (opened?.chainId !== chainId || opened.producer.toLowerCase() !== producer.toLowerCase()) continue;
    const nonce = BigInt(opened.nonce);
    if (versionOf(nonce) === versionOf(free) && nonce >= free) free = nonce + 1n;
  }
  return free;
}

async function identityOf(parameters: RunWorkerParameters): Promise<RunIdentity> {
  const { client, agent, addresses, recipe, gate, brief, brand, milestone } = parameters;
  return {
    chainId: await getChainId(client),
    registry: addresses.assetRegistry,
    producer: agent.address,
    ...{ mandateId: agent.mandateId, policyHash: agent.policyHash },
    ...{ recipeId: recipe.recipeId, recipeCommitment: recipe.commitment },
    gate,
    brief: hashBrief(brief),
    inputs: hashInputs(parameters),
    brandKit: brand?.kit.kit.digest ?? "none",
    milestone:
      milestone === undefined
        ? "none"
        : `${milestone.commissions} ${milestone.commissionId} ${milestone.milestone}`.toLowerCase(),
  };
}

const hashBrief = ({ title, text, count, seed = 0 }: Brief): Hex =>
  keccak256(canonicalBytes({ title, text, count, seed }));

function hashInputs({ inputs = [], unchanged = new Map(), feedback = "" }: RunWorkerParameters): Hex {
  const works = inputs.map(({ name, mediaType, bytes }) => ({ name, mediaType, digest: sha256(bytes) }));
  const same = [...unchanged].map(([index, { file }]) => ({ index, digest: file.digest }));
  return keccak256(canonicalBytes({ works, same, feedback: keccak256(stringToBytes(feedback)) }));
}

function assertBrief({ title, text, count, seed = 0 }: Brief): void {
  if (title.trim() === "") throw new AgentInputError("brief.title", "is empty");
  if (text.trim() === "") throw new AgentInputError("brief.text", "is empty");
  if (!Number.isInteger(count) || count < 1 || count > MAX_LOT) {
    throw new AgentInputError("brief.count", `is ${count}, a lot has 1 to ${MAX_LOT} assets`);
  }
  if (!Number.isSafeInteger(seed)) throw new AgentInputError("brief.seed", "is no whole number");
}

type Fields = readonly (keyof RunIdentity)[];

/** What may differ once the lot is committed: mandates end after 180 days, and their successors go on with the journal. */
const OF_THE_MANDATE: Fields = ["mandateId", "policyHash"];
const WITHOUT_MANDATE: Fields = [
  ...(["chainId", "registry", "producer", "gate", "recipeId", "recipeCommitment"] as const),
  ...(["brief", "inputs", "brandKit", "milestone"] as const),
];

/** A journal goes on only with what it was begun with: the files name chain, lot, recipe and policy. */
function assertSame(opened: OpenedRun, identity: RunIdentity, fields: Fields): void {
  for (const field of fields) {
    const [found, expected] = [String(opened[field]), String(identity[field])];
    if (found.toLowerCase() !== expected.toLowerCase()) throw new JournalMismatchError({ field, found, expected });
  }
}

/** Whether the lot is committed, now or in a block; throws if it is, with another root than this run's. */
export async function isOnChain(
  { client, addresses }: Pick<RunWorkerParameters, "client" | "addresses">,
  lotId: bigint,
  { root, blockNumber }: { root?: Hex | undefined; blockNumber?: bigint | undefined } = {},
): Promise<boolean> {
  const at = blockNumber === undefined ? {} : { blockNumber };
  const lot = await getLot(client, { ...addresses, lotId, ...at }).catch((error: unknown) => {
    if ((error as Error).name === "LotUnknownError") return undefined;
    throw error;
  });
  if (lot !== undefined && root !== undefined && lot.root !== root) throw new LotTakenError(lotId, lot.root, root);
  return lot !== undefined;
}
