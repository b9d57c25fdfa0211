import { retrieve } from "../../brand/retrieve.ts";
import { type DriftReport, scoreDrift } from "../../brand/scoreDrift.ts";
import { BrandDriftError } from "../../errors/brand.ts";
import type { BrandStyle } from "../generator.ts";
import type { Draft } from "./draft.ts";
import type { WorkEvent } from "./events.ts";
import type { KeptDrift } from "./journal.ts";
import type { Run, RunWorkerParameters } from "./parameters.ts";
import { fileAt } from "./runState.ts";

const REFERENCES = 3;
const PPM = 1_000_000;

/** What generators are told of the brand: asked for once a run, and not before a file is made. */
export function styleOf({ brand, brief, signal }: RunWorkerParameters): () => Promise<BrandStyle | undefined> {
  let style: Promise<BrandStyle> | undefined;
  return async () => {
    if (brand === undefined) return undefined;
    const { kit: calibrated, references = REFERENCES } = brand;
    const { name, tone, palette, words } = calibrated.kit.manifest;
    const options = signal === undefined ? {} : { signal };
    const find = async () => {
      const query = { text: `${brief.title} ${brief.text}` };
      return references === 0 ? [] : retrieve(calibrated, query, references, options);
    };
    style ??= find().then((found) => ({
      ...{ name, words, palette: palette.map(({ color }) => color) },
      ...(tone === undefined ? {} : { tone }),
      references: found.map(({ reference: { name: file, mediaType, bytes } }) => ({ name: file, mediaType, bytes })),
    }));
    return style;
  };
}

/** Measures drafts by the brand kit, where there is one, and goes on with those that are near enough. */
export async function* measure(run: Run, drafts: readonly Draft[]): AsyncGenerator<WorkEvent, Draft[]> {
  const { brand, state, signal } = run;
  if (brand === undefined) return [...drafts];
  for (const { index, attempt, file } of drafts) {
    if (fileAt(state, index).drift !== undefined) continue;
    const found = await scoreDrift(brand.kit, file, signal === undefined ? {} : { signal });
    const { score, threshold, onBrand: accepted } = found;
    await run.done({ step: "measured", index, attempt, accepted, drift: keptOf(found) });
    yield { step: "measured", index, attempt, score, threshold, accepted };
    if (!accepted && brand.beyond === "stop") throw new BrandDriftError(index, attempt + 1, found);
  }
  return drafts.filter(({ index }) => fileAt(state, index).drift?.accepted === true);
}

const keptOf = ({ score, threshold, features }: DriftReport): KeptDrift => ({
  ...{ score, threshold },
  features: features.map(({ feature, distance, usual }) => ({ feature, ratio: distance / usual })),
});

/** What a leaf says of a file's drift: 1 − drift in ppm, so that more is better as in every machine score. */
export const machineScoreOf = ({ score }: Pick<KeptDrift, "score">): number => Math.round(PPM * (1 - score));
