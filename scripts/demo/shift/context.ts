import type { MadeMedia } from "../media/makeMedia.ts";
import type { CommittedLot } from "../story/lots.ts";
import type { Scene, StudioClones } from "../story/scene.ts";
import type { Crew } from "./crew.ts";
import type { GasBook } from "./report.ts";

/** Blocks until the seed block lies in the past. */
export const SEED_DELAY = 33;

/** What every step after the commit works with. */
export interface ShiftContext {
  scene: Scene;
  studio: StudioClones;
  crew: Crew;
  media: MadeMedia;
  gas: GasBook;
  lot: CommittedLot["lot"];
}

/** Indices of the files that were cut off. */
export function plantedIn({ lot, media }: Pick<ShiftContext, "lot" | "media">): number[] {
  const planted = new Set(media.defects);
  return lot.rows.filter(({ name }) => planted.has(name)).map(({ index }) => index);
}
