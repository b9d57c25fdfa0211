import { getBlockNumber } from "viem/actions";
import { ImprimaturError } from "../../errors/base.ts";
import { lotOf } from "../../types/ids.ts";
import type { WorkEvent, WorkReport } from "./events.ts";
import type { RunWorkerParameters } from "./parameters.ts";
import { type Outage, outageOf } from "./outage.ts";
import { pause } from "./pause.ts";
import { type RefinedRecipe, refinementName, refinementOf } from "./refine.ts";
import { listRefinements, type Refinement } from "./refinements.ts";
import { readRun } from "./runState.ts";
import { runWorker } from "./runWorker.ts";

/** What {@link runAgent} needs. */
export type RunAgentParameters = Omit<RunWorkerParameters, "run" | "feedback" | "unchanged"> & {
  /** First block with requests; that of the commit is early enough. */
  fromBlock: bigint;
  /** How refined works are registered: under the work that they refine, and what their milestone depends on. */
  refinedRecipe: RefinedRecipe;
  /** Milliseconds between two looks; 15,000 by default. */
  interval?: number;
  /** Times that a refinement is tried, in all lives of the agent; 5 by default. Raised, it is tried again. */
  attempts?: number;
  /** Ends the agent when it is true after a look; without it the agent listens until `signal` aborts. */
  until?: () => Promise<boolean>;
};

/** What an agent tells: the events of its runs, what it was asked for, and what did not work. */
export type AgentEvent =
  | (WorkEvent & { run: string })
  | (Refinement & { step: "asked"; run: string })
  /** A refinement could not be made; after the last attempt it is left, and others go on. */
  | { step: "failed"; run: string; attempt: number; isLast: boolean; error: unknown }
  /**
   * A refinement waits for what goes by: a quota, a pause, a node or a store that is away. It counts as no attempt, and is
   * tried again at `due`, milliseconds of the clock.
   */
  | { step: "delayed"; run: string; due: number; error: unknown }
  /** The chain did not answer what is asked for; the next look asks again. */
  | { step: "unheard"; error: unknown };

const INTERVAL = 15_000;
const ATTEMPTS = 5;
/** Blocks that are looked at again, for the case that a reorganisation put other ones in their place. */
const OVERLAP = 128n;
/** Longest wait before a refinement is tried again, in milliseconds. */
const LONGEST = 3_600_000;

/** What an agent knows while it lives. */
type Life = {
  parameters: RunAgentParameters;
  /** By run. */
  reports: Map<string, WorkReport>;
  /** Runs by the lots that they made. */
  makers: Map<bigint, string>;
  asked: Map<string, Refinement>;
  told: Set<string>;
  /** Not to be tried any more: delivered, committed for no milestone, or given up. */
  settled: Set<string>;
  /** What those work on that wait for their milestone. */
  waiting: Map<string, RunWorkerParameters>;
  /** When a failed one is due again, in milliseconds of the clock. */
  due: Map<string, number>;
  /** How often one was delayed, one time after the other. */
  delays: Map<string, number>;
  from: bigint;
};

/**
 * Works on a brief, then listens: each refinement that the studio asks of a work of its lots becomes a lot with the work as
 * its parent and the note as feedback, delivered to the milestone, if there is one, as soon as that takes it. One that
 * fails is journaled, told and tried again later, while others go on. Returns a report of every run when `signal` aborts
 * while it listens, or `until` says so; started again with the same journal it makes nothing twice.
 *
 * @example
 * ```ts
 * const agent = runAgent({ ...worker, refinedRecipe, fromBlock, signal });
 * for await (const event of agent) console.log(event.step);
 * ```
 */
export async function* runAgent(parameters: RunAgentParameters): AsyncGenerator<AgentEvent, WorkReport[]> {
  const release = await parameters.journal.claim?.();
  try {
    return yield* live(parameters);
  } finally {
    await release?.();
  }
}

async function* live(parameters: RunAgentParameters): AsyncGenerator<AgentEvent, WorkReport[]> {
  const { interval = INTERVAL, until, signal, fromBlock } = parameters;
  const life: Life = {
    ...{ parameters, reports: new Map(), makers: new Map(), asked: new Map(), told: new Set(), settled: new Set() },
    ...{ due: new Map(), delays: new Map(), waiting: new Map(), from: fromBlock },
  };
  keep(life, yield* named(workerOf(parameters), "brief"));
  for (;;) {
    yield* listen(life);
    yield* work(life);
    if (signal?.aborted === true || (await until?.()) === true) return [...life.reports.values()];
    await pause(interval, signal);
  }
}

/** What a run of the worker takes of an agent's parameters. */
function workerOf(parameters: RunAgentParameters): RunWorkerParameters {
  const { refinedRecipe: _r, interval: _i, attempts: _a, until: _u, fromBlock: _f, ...worker } = parameters;
  return worker;
}

function keep({ reports, makers }: Pick<Life, "reports" | "makers">, report: WorkReport): void {
  reports.set(report.run, report);
  makers.set(report.lotId, report.run);
}

/** Hears what is asked for since the last look. */
async function* listen(life: Life): AsyncGenerator<AgentEvent> {
  const { client, agent, gate, fromBlock, signal } = life.parameters;
  try {
    const toBlock = await getBlockNumber(client, { cacheTime: 0 });
    const range = { fromBlock: life.from < toBlock ? life.from : toBlock, toBlock };
    const found = await listRefinements(client, { curation: gate, producer: agent.address, ...range });
    for (const asked of found) life.asked.set(refinementName(asked), asked);
    const next = toBlock - OVERLAP;
    life.from = next > fromBlock ? next : fromBlock;
  } catch (error) {
    if (signal?.aborted === true) return;
    yield { step: "unheard", error };
  }
}

/** Works on what is asked of own works; a refined work may be refined again. */
async function* work(life: Life): AsyncGenerator<AgentEvent> {
  const { asked, makers, settled, due, told, parameters } = life;
  for (const [run, request] of asked) {
    if (parameters.signal?.aborted === true) return;
    const source = makers.get(lotOf(request.assetId));
    if (source === undefined || settled.has(run) || (due.get(run) ?? 0) > Date.now()) continue;
    if (!told.has(run)) yield { step: "asked", run, ...request };
    told.add(run);
    yield* attempt(life, { run, asked: request, source });
  }
}

type Task = { run: string; asked: Refinement; source: string };

async function* attempt(life: Life, task: Task): AsyncGenerator<AgentEvent> {
  const { parameters, settled } = life;
  const { attempts = ATTEMPTS, journal, signal } = parameters;
  const { run } = task;
  const { failures } = await readRun(journal, run);
  if (failures >= attempts) {
    settled.add(run);
    return;
  }
  try {
    yield* refine(life, task);
    life.delays.delete(run);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    const outage = outageOf(error);
    if (outage === undefined) yield* fail(life, { run, attempt: failures + 1, error });
    else yield delay(life, run, { error, outage });
  }
}

/** Waits for what goes by, until then where somebody knows, and an hour at most: members may end a pause early. */
function delay(
  { parameters, due, delays }: Life,
  run: string,
  { error, outage: { until } }: { error: unknown; outage: Outage },
): AgentEvent {
  const { interval = INTERVAL } = parameters;
  const times = delays.get(run) ?? 0;
  delays.set(run, times + 1);
  const now = Date.now();
  const wait = until === undefined ? interval * 4 ** Math.min(times, ATTEMPTS) : until - now;
  const at = now + Math.min(LONGEST, Math.max(interval, wait));
  due.set(run, at);
  return { step: "delayed", run, due: at, error };
}

/** Makes one refinement; of one that waits for its milestone only the end is told. */
async function* refine(
  { parameters, reports, makers, settled, waiting }: Life,
  task: Task,
): AsyncGenerator<AgentEvent> {
  const { run } = task;
  const { refinedRecipe } = parameters;
  const known = waiting.get(run);
  const worker = known ?? (await refinementOf({ ...workerOf(parameters), refinedRecipe }, task));
  const events = named(worker, run);
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) {
      keep({ reports, makers }, value);
      if (value.delivered === false) waiting.set(run, worker);
      else settled.add(run);
      return;
    }
    const isClosed = value.step === "undelivered" && value.closed;
    if (isClosed) settled.add(run);
    if (known === undefined || isClosed || value.step === "delivered") yield value;
  }
}

/** Journals and tells a failure. Where even that fails, the agent ends. */
async function* fail(
  { parameters, settled, due }: Life,
  { run, attempt, error }: { run: string; attempt: number; error: unknown },
): AsyncGenerator<AgentEvent> {
  const { attempts = ATTEMPTS, interval = INTERVAL, journal } = parameters;
  const { name, detail } = toldOf(error);
  await journal.append({ run, entry: { step: "failed", attempt, error: name, detail } });
  const isLast = attempt >= attempts;
  if (isLast) settled.add(run);
  else due.set(run, Date.now() + Math.min(LONGEST, interval * 4 ** (attempt - 1)));
  yield { step: "failed", run, attempt, isLast, error };
}

/** Names and first lines: causes may hold addresses of services and their keys. */
function toldOf(error: unknown): { name: string; detail: string } {
  if (ImprimaturError.is(error)) return { name: error.name, detail: error.shortMessage };
  const [detail = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return { name: error instanceof Error ? error.name : "Error", detail };
}

async function* named(worker: RunWorkerParameters, run: string): AsyncGenerator<AgentEvent, WorkReport> {
  const events = runWorker({ ...worker, run });
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) return value;
    yield { ...value, run };
  }
}
