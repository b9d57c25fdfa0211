import { type Hex, keccak256, sha256 } from "viem";
import { getChainId } from "viem/actions";
import { commitLotAndWait } from "../../actions/registry/commitLot.ts";
import { getLot } from "../../actions/registry/getLot.ts";
import type { AssetLeaf } from "../../merkle/types.ts";
import type { ProviderFindings } from "../../compliance/screen.ts";
import { signReport } from "../../compliance/report.ts";
import { ActRefusedError, AgentInputError, JournalMismatchError, LotTakenError } from "../../errors/agent.ts";
import { buildLot, type BuiltLot, type LotItem } from "../../lot/buildLot.ts";
import { canonicalBytes } from "../../storage/json.ts";
import { MAX_LOT, toLotId } from "../../types/ids.ts";
import { nextLotNonce } from "../checkAct.ts";
import type { Brief } from "../generator.ts";
import { machineScoreOf, styleOf } from "./brand.ts";
import { deliverMilestone } from "./deliver.ts";
import type { WorkEvent, WorkReport } from "./events.ts";
import type { OpenedRun, WorkEntry } from "./journal.ts";
import { makeFiles } from "./makeFiles.ts";
import type { Run, RunWorkerParameters } from "./parameters.ts";
import { fileAt, type FileState, note, readRun, type RunState } from "./runState.ts";

/**
 * Makes one lot of a brief: generates, screens, signs, commits, and delivers it if it is for a milestone. Each step is
 * told when it is noted in the journal. Whatever ends it (a crash, `signal`, a service that fails), running it again with
 * the same journal goes on where it was: what was made is not made again, and no lot is committed twice, for its id is
 * fixed before the first file.
 *
 * Before anything is made it asks whether the mandate would take the lot, so that a paused, expired or exhausted agent
 * spends nothing.
 *
 * @example
 * ```ts
 * for await (const event of runWorker({ client, agent, addresses, gate, recipe, brief, generator, screening, store, journal })) {
 *   console.log(event.step);
 * }
 * ```
 */
export async function* runWorker(parameters: RunWorkerParameters): AsyncGenerator<WorkEvent, WorkReport> {
  const run = await openRun(parameters);
  const { state, lotId, opened } = run;
  yield { step: "opened", lotId, count: opened.count, resumed: state.files.size > 0 || state.built !== undefined };
  if (state.built === undefined) {
    yield* makeFiles(run);
    yield* report(run);
    yield* build(run);
  }
  yield* commit(run);
  yield* deliver(run);
  return reportOf(run);
}

/** Opens the run, or finds it open in the journal; either way the mandate must take the lot unless it is committed. */
async function openRun(parameters: RunWorkerParameters): Promise<Run> {
  const { journal, agent, brief, gate, signal, run = "brief" } = parameters;
  assertBrief(brief);
  const state = await readRun(journal, run);
  const opened = state.opened ?? (await planRun(parameters));
  assertSame(opened, parameters);
  const lotId = toLotId(opened.producer, BigInt(opened.nonce));
  const isThere = state.committed !== undefined || (await isOnChain(parameters, lotId, state.built?.root));
  if (isThere && state.built === undefined) throw new JournalMismatchError(`lot ${lotId} is committed already`);
  if (!isThere) {
    const refusal = await agent.check({ type: "commit", lotId, count: opened.count, gate });
    if (refusal !== undefined) throw new ActRefusedError(refusal);
  }
  if (state.opened === undefined) await note(journal, { run, entry: { step: "opened", opened } }, state);
  const done = async (entry: WorkEntry): Promise<void> => {
    await note(journal, { run, entry }, state);
    signal?.throwIfAborted();
  };
  return { ...parameters, run, state, opened, lotId, done, style: styleOf(parameters) };
}

async function planRun(parameters: RunWorkerParameters): Promise<OpenedRun> {
  const { client, agent, addresses, recipe, gate, brief, brand } = parameters;
  const [chainId, mandate] = await Promise.all([getChainId(client), agent.readMandate()]);
  return {
    chainId,
    registry: addresses.assetRegistry,
    producer: agent.address,
    nonce: String(nextLotNonce(mandate)),
    recipeId: recipe.recipeId,
    gate,
    count: brief.count,
    brief: hashBrief(brief),
    policyHash: agent.policyHash,
    ...(brand === undefined ? {} : { brandKit: brand.kit.kit.digest }),
    createdAt: Number(mandate.time),
  };
}

const hashBrief = ({ title, text, count, seed = 0 }: Brief): Hex =>
  keccak256(canonicalBytes({ title, text, count, seed }));

function assertBrief({ title, text, count, seed = 0 }: Brief): void {
  if (title.trim() === "") throw new AgentInputError("brief.title", "is empty");
  if (text.trim() === "") throw new AgentInputError("brief.text", "is empty");
  if (!Number.isInteger(count) || count < 1 || count > MAX_LOT) {
    throw new AgentInputError("brief.count", `is ${count}, a lot has 1 to ${MAX_LOT} assets`);
  }
  if (!Number.isSafeInteger(seed)) throw new AgentInputError("brief.seed", "is no whole number");
}

/** A journal goes on only with what it was begun with: the files name lot, recipe and policy. */
function assertSame(opened: OpenedRun, parameters: RunWorkerParameters): void {
  const { agent, brief, recipe, gate, addresses, brand } = parameters;
  const kit = brand?.kit.kit.digest;
  if (opened.brandKit !== kit) {
    throw new JournalMismatchError(`its brand kit is ${opened.brandKit ?? "none"}, this run's is ${kit ?? "none"}`);
  }
  const expected = {
    registry: addresses.assetRegistry,
    producer: agent.address,
    recipeId: recipe.recipeId,
    gate,
    brief: hashBrief(brief),
    policyHash: agent.policyHash,
  };
  for (const [field, value] of Object.entries(expected)) {
    const found = opened[field as keyof typeof expected];
    if (found.toLowerCase() === value.toLowerCase()) continue;
    throw new JournalMismatchError(`its ${field} is ${found}, this run's is ${value}`);
  }
}

/** Signs what was searched and found, for all files together, and keeps the report where the manifest goes. */
async function* report(run: Run): AsyncGenerator<WorkEvent> {
  const { state, opened, lotId, agent, store, recipe } = run;
  if (state.reportHash === undefined) {
    const files = Array.from({ length: opened.count }, (_, index) => fileAt(state, index));
    const items = files.map(({ signed, draft }) => ({
      contentHash: signed?.file.digest as Hex,
      ...(draft?.perceptualHash === undefined ? {} : { perceptualHash: draft.perceptualHash }),
    }));
    const { block, reportHash } = await signReport(
      {
        ...{ chainId: opened.chainId, registry: opened.registry, lotId, recipeId: recipe.recipeId },
        ...{
          screenedAt: BigInt(opened.createdAt),
          items,
          findings: findingsOf(files.map(({ accepted = [] }) => accepted)),
        },
      },
      agent,
    );
    await store.put(reportHash, block);
    await run.done({ step: "reported", reportHash });
  }
  yield { step: "reported", reportHash: state.reportHash as Hex };
}

/** By provider, as reports hold them; every file has an answer of every provider, in the providers' order. */
function findingsOf(accepted: readonly (readonly { provider: string; corpus: string; answer: unknown }[])[]) {
  const [first = []] = accepted;
  return first.map(({ provider, corpus }, place) => ({
    provider,
    corpus,
    answers: accepted.map((findings) => findings[place]?.answer),
  })) as ProviderFindings[];
}

async function* build(run: Run): AsyncGenerator<WorkEvent> {
  const { root, manifest } = await buildFrom(run);
  await run.done({ step: "built", root, manifest });
  yield { step: "built", root, manifest };
}

/** The lot out of the journal: the same every time. */
function buildFrom({ state, opened, recipe, store }: Run): Promise<BuiltLot> {
  const items = Array.from({ length: opened.count }, (_, index): LotItem => {
    const { signed, draft, drift } = fileAt(state, index);
    if (signed === undefined) throw new JournalMismatchError(`it lacks file ${index}`);
    const { name, mediaType, bytes, digest } = signed.file;
    return { name, mediaType, bytes, contentHash: digest, evidence: evidenceOf(state, { signed, draft, drift }) };
  });
  return buildLot({
    ...{ chainId: opened.chainId, assetRegistry: opened.registry, producer: opened.producer },
    ...{ nonce: BigInt(opened.nonce), recipeId: recipe.recipeId, recipeCommitment: recipe.commitment },
    ...{ createdAt: BigInt(opened.createdAt), items, store, sha256: (block) => sha256(block) },
  });
}

function evidenceOf(
  { reportHash }: RunState,
  { signed, draft, drift }: { [Step in "signed" | "draft" | "drift"]: FileState[Step] },
): Partial<AssetLeaf> {
  return {
    ...(reportHash === undefined ? {} : { reportHash }),
    ...(drift === undefined ? {} : { machineScore: machineScoreOf(drift) }),
    ...(signed?.c2paHash === undefined ? {} : { c2paHash: signed.c2paHash }),
    ...(draft?.perceptualHash === undefined ? {} : { perceptualHash: draft.perceptualHash }),
  };
}

/** Sends the commit unless the chain has it: also where an earlier process sent it and heard no answer. */
async function* commit(run: Run): AsyncGenerator<WorkEvent> {
  const { client, agent, addresses, state, opened, lotId, gate } = run;
  if (state.committed === undefined) {
    const { root, manifest } = state.built as NonNullable<RunState["built"]>;
    let transaction: Hex | undefined;
    if (!(await isOnChain(run, lotId, root))) {
      run.signal?.throwIfAborted();
      const { recipeId, count } = opened;
      const input = { recipeId, nonce: BigInt(opened.nonce), root, count, manifest, gate };
      const refusal = await agent.check({ type: "commit", lotId, count, gate });
      if (refusal !== undefined) throw new ActRefusedError(refusal);
      try {
        const { receipt } = await commitLotAndWait(client, { ...input, ...addresses, account: agent });
        transaction = receipt.transactionHash;
      } catch (error) {
        if (!(await isOnChain(run, lotId, root))) throw error;
      }
    }
    await run.done({ step: "committed", ...(transaction === undefined ? {} : { transaction }) });
  }
  yield { step: "committed", lotId, transaction: state.committed?.transaction };
}

/** Whether the lot is committed; throws if it is, with another root than this run's. */
async function isOnChain({ client, addresses }: RunWorkerParameters, lotId: bigint, root?: Hex): Promise<boolean> {
  const lot = await getLot(client, { ...addresses, lotId }).catch((error: unknown) => {
    if ((error as Error).name === "LotUnknownError") return undefined;
    throw error;
  });
  if (lot !== undefined && root !== undefined && lot.root !== root) throw new LotTakenError(lotId, lot.root, root);
  return lot !== undefined;
}

async function* deliver(run: Run): AsyncGenerator<WorkEvent> {
  const { milestone, state, lotId } = run;
  if (milestone === undefined) return;
  if (state.delivered === undefined) {
    const transaction = await deliverMilestone(run, milestone, lotId);
    await run.done({ step: "delivered", ...(transaction === undefined ? {} : { transaction }) });
  }
  yield { step: "delivered", lotId, milestone: milestone.milestone };
}

function reportOf({ run, state, opened, lotId }: Run): WorkReport {
  const { built, reportHash, refused, drifted, committed } = state;
  return {
    ...{ run, lotId, count: opened.count, refused, drifted, generated: opened.count + refused + drifted },
    root: built?.root as Hex,
    manifest: built?.manifest as Hex,
    reportHash: reportHash as Hex,
    transaction: committed?.transaction,
  };
}
