import { wordsOf } from "../compliance/textIndex.ts";
import { BrandInputError } from "../errors/brand.ts";
import { distanceBy, featuresOf, type FeatureVector } from "./features.ts";
import type { BrandFile, CalibratedFeature, CalibratedKit } from "./kit.ts";
import type { BrandReference } from "./manifest.ts";
import { pictureOf } from "./picture.ts";

/** What references are looked for by: words of a brief, or a picture. */
export type BrandQuery = { text: string; picture?: undefined } | { picture: BrandFile; text?: undefined };

/** A reference that was found. */
export type FoundReference = {
  /** Its place in the kit. */
  index: number;
  reference: CalibratedKit["kit"]["references"][number];
  /** 0 to 1: how near it is, for this query only. */
  similarity: number;
};

/**
 * The references of a kit nearest to a brief or to a picture, the nearest first; equal ones in the order of the kit.
 *
 * Pictures are compared by all features. Words are compared in the space of the first extractor that knows any
 * (embeddings of words and pictures), or else with the tags and file names of the references, rare words counting more.
 *
 * @example
 * ```ts
 * const found = await retrieve(calibrated, { text: brief.text }, 3);
 * ```
 */
export async function retrieve(
  calibrated: CalibratedKit,
  query: BrandQuery,
  k: number,
  { signal = new AbortController().signal }: { signal?: AbortSignal } = {},
): Promise<FoundReference[]> {
  if (!Number.isInteger(k) || k < 1) throw new BrandInputError("k", `is ${k}, at least 1 reference is found`);
  const { references } = calibrated.kit;
  const near = await similarities(calibrated, query, signal);
  return references
    .map((reference, index) => ({ index, reference, similarity: near[index] as number }))
    .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
    .slice(0, k);
}

function similarities(calibrated: CalibratedKit, query: BrandQuery, signal: AbortSignal): Promise<readonly number[]> {
  if (query.picture !== undefined) return byLooks(calibrated, query.picture, signal);
  const seeing = calibrated.features.find(({ extractor }) => extractor.extractText !== undefined);
  if (seeing !== undefined) return byMeaning(seeing, query.text, signal);
  return Promise.resolve(byTags(calibrated.kit.references, query.text));
}

/** 1 / (1 + r), with r as for the drift, but to each reference alone. */
async function byLooks({ decode, features }: CalibratedKit, file: BrandFile, signal: AbortSignal): Promise<number[]> {
  const picture = await pictureOf(decode, file);
  const weights = features.reduce((sum, { extractor }) => sum + extractor.weight, 0);
  const ratios: number[] = [];
  for (const { extractor, vectors, scale } of features) {
    const [vector] = (await featuresOf(extractor, [picture], { signal })) as [FeatureVector];
    vectors.forEach((reference, at) => {
      const part = (extractor.weight * distanceBy(extractor, vector, reference)) / scale / weights;
      ratios[at] = (ratios[at] ?? 0) + part;
    });
  }
  return ratios.map((ratio) => 1 / (1 + ratio));
}

async function byMeaning({ extractor, vectors }: CalibratedFeature, text: string, signal: AbortSignal) {
  const wanted = await extractor.extractText?.(text, { signal });
  return vectors.map((vector) => 1 / (1 + distanceBy(extractor, wanted as FeatureVector, vector)));
}

/** Share of the brief's words that a reference's tags and name have, each weighed by how few references have it. */
function byTags(references: readonly BrandReference[], text: string): number[] {
  const known = references.map(({ tags, name }) => new Set(wordsOf([...tags, name].join(" "))));
  const having = (word: string): number => known.filter((words) => words.has(word)).length;
  const weights = new Map([...new Set(wordsOf(text))].map((word) => [word, weightOf(having(word), references.length)]));
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return known.map((words) => {
    const met = [...weights].reduce((sum, [word, weight]) => sum + (words.has(word) ? weight : 0), 0);
    return all === 0 ? 0 : met / all;
  });
}

/** Inverse document frequency; 0 for words that no reference has: they tell nothing apart. */
function weightOf(having: number, references: number): number {
  return having === 0 ? 0 : Math.log(1 + references / having);
}
