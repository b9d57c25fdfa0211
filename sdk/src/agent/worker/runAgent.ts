import { JournalMismatchError } from "../../errors/agent.ts";
import { getBlock } from "../../storage/store.ts";
import { indexOf, lotOf } from "../../types/ids.ts";
import type { GeneratedFile } from "../generator.ts";
import type { WorkEvent, WorkReport } from "./events.ts";
import type { RunWorkerParameters } from "./parameters.ts";
import { listRefinements, readNote, type Refinement } from "./refinements.ts";
import { readRun } from "./runState.ts";
import { runWorker } from "./runWorker.ts";

/** What {@link runAgent} needs. */
export type RunAgentParameters = Omit<RunWorkerParameters, "run" | "feedback"> & {
  /** First block with requests; that of the commit is early enough. */
  fromBlock: bigint;
  /** Milliseconds between two looks; 15,000 by default. */
  interval?: number;
  /** Ends the agent when it is true after a look; without it the agent listens until `signal` aborts. */
  until?: () => Promise<boolean>;
};

/** What an agent tells: the events of its runs, and what it was asked for. */
export type AgentEvent = (WorkEvent & { run: string }) | (Refinement & { step: "asked"; run: string });

const INTERVAL = 15_000;

/**
 * Works on a brief, then listens: for each refinement that the studio asks of the lot's works it makes a lot of one, with
 * the work as its parent and the note as feedback. Returns a report of every run when `signal` aborts while it listens,
 * or `until` says so; started again with the same journal it makes nothing twice.
 *
 * @example
 * ```ts
 * const agent = runAgent({ ...worker, fromBlock, signal });
 * for await (const event of agent) console.log(event.run, event.step);
 * ```
 */
export async function* runAgent(parameters: RunAgentParameters): AsyncGenerator<AgentEvent, WorkReport[]> {
  const { interval = INTERVAL, until, ...worker } = parameters;
  const reports = [yield* named(worker, "brief")];
  const { lotId } = reports[0] as WorkReport;
  const seen = new Set<string>();
  for (;;) {
    for (const asked of await listOwn(parameters, lotId)) {
      const run = nameOf(asked);
      if (seen.has(run)) continue;
      seen.add(run);
      yield { step: "asked", run, ...asked };
      reports.push(yield* refine(worker, asked, run));
    }
    if (parameters.signal?.aborted === true || (await until?.()) === true) return reports;
    await pause(interval, parameters.signal);
  }
}

/** Requests about works of the lot; the note makes each another one. */
async function listOwn({ client, agent, gate, fromBlock }: RunAgentParameters, lotId: bigint): Promise<Refinement[]> {
  const asked = await listRefinements(client, { curation: gate, producer: agent.address, fromBlock });
  return asked.filter(({ assetId }) => lotOf(assetId) === lotId);
}

const nameOf = ({ assetId, slateId, note }: Refinement): string =>
  `refine-${indexOf(assetId)}-${slateId}-${note.slice(2, 10)}`;

async function* named(worker: RunWorkerParameters, run: string): AsyncGenerator<AgentEvent, WorkReport> {
  const events = runWorker({ ...worker, run });
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) return value;
    yield { ...value, run };
  }
}

/** One work made anew, from the one that was not quite it. */
async function* refine(
  worker: RunWorkerParameters,
  { assetId, note }: Refinement,
  run: string,
): AsyncGenerator<AgentEvent, WorkReport> {
  const { brief, store, inputs = [] } = worker;
  const feedback = await readNote(store, note);
  const again = { ...brief, count: 1, seed: (brief.seed ?? 0) + 1 + indexOf(assetId) };
  const { milestone: _, ...rest } = worker; // a milestone takes one lot
  return yield* named({ ...rest, brief: again, feedback, inputs: [...inputs, await workOf(worker, assetId)] }, run);
}

/** A finished file of the first run. */
async function workOf({ journal, store }: RunWorkerParameters, assetId: bigint): Promise<GeneratedFile> {
  const { files } = await readRun(journal, "brief");
  const file = files.get(indexOf(assetId))?.signed?.file;
  if (file === undefined) throw new JournalMismatchError(`it has no asset ${assetId}`);
  return { name: file.name, mediaType: file.mediaType, bytes: await getBlock(store, file.digest) };
}

/** Waits; ends early, without an error, when the signal aborts. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal?.aborted === true) end();
    else signal?.addEventListener("abort", end, { once: true });
  });
}
