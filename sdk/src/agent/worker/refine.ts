import { encodeAbiParameters, hexToNumber, keccak256, slice } from "viem";
import { JournalMismatchError } from "../../errors/agent.ts";
import { getBlock } from "../../storage/store.ts";
import { indexOf, lotOf, nonceOf, wholeLot } from "../../types/ids.ts";
import type { Brief, GeneratedFile } from "../generator.ts";
import { dependenciesOf, readMilestones } from "./milestones.ts";
import type { KeptDraft, RunWorkerParameters, WorkRecipe } from "./parameters.ts";
import { readNote, type Refinement } from "./refinements.ts";
import { readRun, recipeOf, type RunState } from "./runState.ts";

/**
 * Registers how a refined work is made, under its parents, or finds it registered: it is asked again after a crash, until
 * the lot is built.
 */
export type RefinedRecipe = (parents: readonly { asset: bigint }[], asked: Refinement) => Promise<WorkRecipe>;

/** What a refinement is made of: the worker that made the work, and how the new one is registered. */
export type Refining = RunWorkerParameters & { refinedRecipe: RefinedRecipe };

/** The run of a refinement: the same request has the same name, whenever it is heard. */
export const refinementName = ({ assetId, slateId, note }: Refinement): string =>
  `refine-${nonceOf(lotOf(assetId))}-${indexOf(assetId)}-${slateId}-${note.slice(2, 18)}`;

/**
 * What to work on so that one work becomes what the note asks for: its parent and input is the work as it was. For a
 * milestone it is a whole lot, as many works as before and all others as they were, so that it can take the old one's place;
 * else a lot of one.
 */
export async function refinementOf(
  { refinedRecipe, ...worker }: Refining,
  { asked, source }: { asked: Refinement; source: string },
): Promise<RunWorkerParameters> {
  const { brief, journal, store, inputs = [], milestone } = worker;
  const state = await readRun(journal, source);
  const index = indexOf(asked.assetId);
  const again = briefOf(brief, asked, milestone === undefined ? 1 : (state.opened?.count ?? brief.count));
  const feedback = await readNote(store, asked.note);
  const work = await workOf(worker, state, asked);
  const run = refinementName(asked);
  return {
    ...worker,
    ...{ brief: again, feedback, inputs: [...inputs, work], run },
    ...(milestone === undefined ? {} : { unchanged: othersOf(state, index) }),
    recipe:
      recipeOf(await readRun(journal, run)) ??
      (await refinedRecipe([...(await dependedOn(worker)), { asset: asked.assetId }], asked)),
  };
}

/** The brief with a seed of its own, so that no refinement of a work is drawn like another one. */
function briefOf(brief: Brief, { assetId, slateId, note }: Refinement, count: number): Brief {
  const types = [{ type: "uint256" }, { type: "uint256" }, { type: "bytes32" }] as const;
  const mixed = keccak256(encodeAbiParameters(types, [assetId, slateId, note]));
  return { ...brief, count, seed: (brief.seed ?? 0) ^ hexToNumber(slice(mixed, 0, 4)) };
}

/** A finished file of an earlier run. */
async function workOf({ store }: RunWorkerParameters, state: RunState, asked: Refinement): Promise<GeneratedFile> {
  const file = state.files.get(indexOf(asked.assetId))?.signed?.file;
  if (file === undefined) throw new JournalMismatchError(`it has no asset ${asked.assetId}`);
  return { name: file.name, mediaType: file.mediaType, bytes: await getBlock(store, file.digest) };
}

/** The other files of a lot, as they were before they were signed. */
function othersOf({ files }: RunState, index: number): ReadonlyMap<number, KeptDraft> {
  const others = new Map<number, KeptDraft>();
  for (const [place, { draft }] of files) if (place !== index && draft !== undefined) others.set(place, draft);
  return others;
}

/** The lots that the milestone depends on: a delivered lot names them as parents. */
async function dependedOn({ client, milestone }: RunWorkerParameters): Promise<{ asset: bigint }[]> {
  if (milestone === undefined) return [];
  const milestones = await readMilestones({ client, ...milestone });
  const lots = dependenciesOf(milestones, milestone.milestone).map((place) => milestones[place]?.lotId ?? 0n);
  return lots.filter((lotId) => lotId !== 0n).map((lotId) => ({ asset: wholeLot(lotId) }));
}
