import { type Address, type Hex, isAddressEqual } from "viem";
import { getChainId } from "viem/actions";
import { MilestoneError } from "../../errors/agent.ts";
import { digestOf } from "../../storage/cid.ts";
import { readCommitRecord } from "../../storage/readCommitRecord.ts";
import { readCommittedLot } from "../../storage/readCommittedLot.ts";
import { getBlock } from "../../storage/store.ts";
import { wholeLot } from "../../types/ids.ts";
import type { Brief, GeneratedFile, Generator } from "../generator.ts";
import type { WorkEvent, WorkReport } from "./events.ts";
import { dependenciesOf, readMilestones } from "./milestones.ts";
import type { RunWorkerParameters, WorkRecipe } from "./parameters.ts";
import { pause } from "./pause.ts";
import { readRun, recipeOf } from "./runState.ts";
import { runWorker } from "./runWorker.ts";

/** How one milestone is worked on. */
export type ChainLink = {
  brief: Brief;
  generator: Generator;
  /**
   * Registers how the lot is made, under its parents, or finds it registered: it is asked again after a crash, until the
   * lot is built. The parents are the lots that the milestone depends on, as `registerRecipe` takes them.
   */
  recipe: (parents: readonly { asset: bigint }[]) => Promise<WorkRecipe>;
};

/** What {@link runChain} needs. */
export type RunChainParameters = Omit<
  RunWorkerParameters,
  "brief" | "generator" | "recipe" | "milestone" | "run" | "inputs" | "feedback" | "unchanged"
> & {
  commissions: Address;
  commissionId: Hex;
  /** By position of the milestone; what others are assigned is left out. */
  links: Readonly<Record<number, ChainLink>>;
  /** First block with lots of the commission; that of its opening is early enough. */
  fromBlock: bigint;
  /** Most files of a dependency that are handed to the generator; 16 by default. */
  maxInputs?: number;
  /** Milliseconds between two looks at a dependency that others work on; 5,000 by default. */
  interval?: number;
};

/** What a chain tells: the events of each milestone's run, and for which it waits. */
export type ChainEvent =
  (WorkEvent & { milestone: number }) | { step: "waiting"; milestone: number; dependency: number };

/** What came of each milestone that was worked on. */
export type ChainReport = { milestone: number; report: WorkReport }[];

const MAX_INPUTS = 16;
const INTERVAL = 5_000;

/**
 * Works on an agent's milestones of a commission, one after the other: waits until the lots that a milestone depends on
 * are delivered, takes their files as inputs, names them as lineage parents of its own recipe, makes the lot and delivers
 * it. Several agents run it side by side, each with its own account; a script becomes characters, characters panels.
 *
 * @example
 * ```ts
 * for await (const event of runChain({ ...worker, commissions, commissionId, links, fromBlock })) {
 *   console.log(event.milestone, event.step);
 * }
 * ```
 */
export async function* runChain(parameters: RunChainParameters): AsyncGenerator<ChainEvent, ChainReport> {
  const release = await parameters.journal.claim?.();
  try {
    return yield* workOn(parameters);
  } finally {
    await release?.();
  }
}

async function* workOn(parameters: RunChainParameters): AsyncGenerator<ChainEvent, ChainReport> {
  const { agent, links } = parameters;
  const milestones = await readMilestones(parameters);
  const own = milestones.flatMap(({ assignee }, place) => (isAddressEqual(assignee, agent.address) ? [place] : []));
  const unmade = own.find((place) => links[place] === undefined);
  if (unmade !== undefined)
    throw new MilestoneError(unmade, "is assigned to this agent, and no link says how to make it");
  const reports: ChainReport = [];
  for (const milestone of own) {
    const lots = yield* awaitDependencies(parameters, milestone);
    reports.push({ milestone, report: yield* work(parameters, milestone, lots) });
  }
  return reports;
}

/** The lots that a milestone depends on, once all of them are delivered. */
async function* awaitDependencies(
  parameters: RunChainParameters,
  milestone: number,
): AsyncGenerator<ChainEvent, bigint[]> {
  const { interval = INTERVAL, signal } = parameters;
  let told: number | undefined;
  for (;;) {
    const milestones = await readMilestones(parameters);
    const needed = dependenciesOf(milestones, milestone);
    const lots = needed.map((place) => milestones[place]?.lotId ?? 0n);
    const open = lots.indexOf(0n);
    if (open < 0) return lots;
    const dependency = needed[open] as number;
    if (told !== dependency) yield { step: "waiting", milestone, dependency };
    told = dependency;
    await pause(interval, signal);
    signal?.throwIfAborted();
  }
}

async function* work(
  parameters: RunChainParameters,
  milestone: number,
  lots: readonly bigint[],
): AsyncGenerator<ChainEvent, WorkReport> {
  const { links, commissions, commissionId } = parameters;
  const { brief, generator, recipe } = links[milestone] as ChainLink;
  const inputs: GeneratedFile[] = [];
  for (const lotId of lots) inputs.push(...(await readFiles(parameters, lotId)));
  const run = `milestone-${milestone}`;
  const built = recipeOf(await readRun(parameters.journal, run));
  const events = runWorker({
    ...parameters,
    ...{ brief, generator, inputs, run },
    recipe: built ?? (await recipe(lots.map((lotId) => ({ asset: wholeLot(lotId) })))),
    milestone: { commissions, commissionId, milestone },
  });
  for (;;) {
    const { done, value } = await events.next();
    if (done === true) return value;
    yield { ...value, milestone };
  }
}

/** The first files of a lot, out of the store and checked against the chain's record of it. */
async function readFiles(parameters: RunChainParameters, lotId: bigint): Promise<GeneratedFile[]> {
  const { client, addresses, store, fromBlock, maxInputs = MAX_INPUTS } = parameters;
  const committed = await readCommitRecord(client, { lotId, ...addresses, fromBlock });
  const chainId = await getChainId(client);
  const { rows } = await readCommittedLot(store, { committed, chainId, ...addresses });
  const wanted = rows.slice(0, maxInputs);
  return Promise.all(
    wanted.map(async ({ name, mediaType, cid }) => ({ name, mediaType, bytes: await getBlock(store, digestOf(cid)) })),
  );
}
