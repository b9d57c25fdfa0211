import { type Hex, sha256 } from "viem";
import { getBlock } from "viem/actions";
import { commitLot } from "../../actions/registry/commitLot.ts";
import type { AssetLeaf } from "../../merkle/types.ts";
import type { ProviderFindings } from "../../compliance/screen.ts";
import { signReport } from "../../compliance/report.ts";
import { ActRefusedError, JournalMismatchError } from "../../errors/agent.ts";
import { buildLot, type BuiltLot, type LotItem } from "../../lot/buildLot.ts";
import { machineScoreOf } from "./brand.ts";
import { claimRun } from "./claimRun.ts";
import { deliverMilestone } from "./deliver.ts";
import type { WorkEvent, WorkReport } from "./events.ts";
import { makeFiles } from "./makeFiles.ts";
import { type Beginning, isOnChain, openRun } from "./openRun.ts";
import type { Run, RunWorkerParameters } from "./parameters.ts";
import { fileAt, type FileState, type RunState } from "./runState.ts";
import { sendOnce } from "./sendOnce.ts";

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
  const release = await claimRun(parameters);
  try {
    return yield* workOn(await openRun(parameters));
  } finally {
    await release();
  }
}

async function* workOn({ run, how }: Beginning): AsyncGenerator<WorkEvent, WorkReport> {
  const { state, lotId, opened } = run;
  const { count } = opened;
  if (how === "reopened") yield { step: "reopened", lotId, count };
  else yield { step: "opened", lotId, count, resumed: state.files.size > 0 || state.built !== undefined };
  if (state.built === undefined) {
    yield* makeFiles(run);
    yield* report(run);
    yield* build(run);
  }
  yield* commit(run);
  yield* deliver(run);
  return reportOf(run);
}

/** Signs what was searched and found, for all files together, and keeps the report where the manifest goes. */
async function* report(run: Run): AsyncGenerator<WorkEvent> {
  const { state, opened, lotId, client, agent, store, recipe } = run;
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
          screenedAt: (await getBlock(client)).timestamp,
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
  const { state, lotId } = run;
  if (state.committed === undefined) {
    const transaction = await sendCommit(run);
    await run.done({ step: "committed", ...(transaction === undefined ? {} : { transaction }) });
  }
  yield { step: "committed", lotId, transaction: state.committed?.transaction };
}

/** The hash, if this process sent it. */
async function sendCommit(run: Run): Promise<Hex | undefined> {
  const { agent, addresses, state, opened, lotId, gate } = run;
  const { root, manifest } = state.built as NonNullable<RunState["built"]>;
  const isDone = () => isOnChain(run, lotId, { root });
  if (await isDone()) return undefined;
  const { recipeId, count } = opened;
  const refusal = await agent.check({ type: "commit", lotId, count, gate });
  if (refusal !== undefined) {
    // What refuses it may be the lot itself, in a block that the first look had not.
    if (await isDone()) return undefined;
    throw new ActRefusedError(refusal);
  }
  const input = { recipeId, nonce: BigInt(opened.nonce), root, count, manifest, gate };
  const call = commitLot.encode({ ...input, ...addresses });
  return sendOnce(run, { what: "commit", call, isDone });
}

async function* deliver(run: Run): AsyncGenerator<WorkEvent> {
  const { milestone, state, lotId } = run;
  if (milestone === undefined) return;
  const about = { lotId, milestone: milestone.milestone };
  if (state.delivered === undefined) {
    const { outcome, ...sent } = await deliverMilestone(run, milestone, lotId);
    if (outcome !== "delivered") {
      yield { step: "undelivered", ...about, closed: outcome === "closed" };
      return;
    }
    await run.done({ step: "delivered", ...sent });
  }
  yield { step: "delivered", ...about };
}

function reportOf({ run, state, opened, lotId, milestone }: Run): WorkReport {
  const { built, reportHash, refused, drifted, committed } = state;
  return {
    ...{ run, lotId, count: opened.count, refused, drifted, generated: opened.count + refused + drifted },
    root: built?.root as Hex,
    manifest: built?.manifest as Hex,
    reportHash: reportHash as Hex,
    transaction: committed?.transaction,
    delivered: milestone === undefined ? undefined : state.delivered !== undefined,
  };
}
