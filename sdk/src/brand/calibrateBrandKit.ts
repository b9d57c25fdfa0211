import { hashPixels } from "../compliance/perceptualHash.ts";
import { BrandInputError } from "../errors/brand.ts";
import { driftOf, nearestMean } from "./drift.ts";
import { CONTRAST, EDGES } from "./extractors/edges.ts";
import { PALETTE } from "./extractors/palette.ts";
import { swatches } from "./extractors/swatches.ts";
import { TONE } from "./extractors/tone.ts";
import { type BrandPicture, type FeatureExtractor, featuresOf, type FeatureVector } from "./features.ts";
import type { BrandKit, CalibratedFeature, CalibratedKit, DecodePicture } from "./kit.ts";
import type { BrandManifest } from "./manifest.ts";
import { pictureOf } from "./picture.ts";

/** What {@link calibrateBrandKit} needs. */
export type CalibrateBrandKitParameters = {
  /** `decodeImage` of `/node`. */
  decode: DecodePicture;
  /** What is looked at; {@link defaultExtractors} of the kit by default. */
  extractors?: readonly FeatureExtractor[];
  /** References that a picture is compared with, the nearest by each feature; 3 by default. */
  neighbors?: number;
  /** Share of pictures on brand that may be taken for drift, 0 to 0.5; 0.1 by default. */
  missRate?: number;
  signal?: AbortSignal;
};

const NEIGHBORS = 3;
const MISS_RATE = 0.1;

/** Drift of a picture as far from the references as they are from each other: what is nearer is never off brand. */
const USUAL = 0.5;

/** Colors, light, contrast and edges, and the named colors where the kit names any: no model is asked. */
export function defaultExtractors({ palette }: Pick<BrandManifest, "palette">): FeatureExtractor[] {
  return [PALETTE, TONE, CONTRAST, EDGES, ...(palette.length === 0 ? [] : [swatches(palette)])];
}

/**
 * Measures how unlike the references of a kit are, each by all the others. What is usual among them is the unit of each
 * feature; the drift that at most `missRate` of them exceed is the threshold (a split-conformal quantile of the drifts of
 * references left out; with few references the highest of them).
 *
 * @example
 * ```ts
 * const calibrated = await calibrateBrandKit(kit, { decode: decodeImage });
 * const { score, threshold } = await scoreDrift(calibrated, file);
 * ```
 */
export async function calibrateBrandKit(
  kit: BrandKit,
  parameters: CalibrateBrandKitParameters,
): Promise<CalibratedKit> {
  const { decode, extractors = defaultExtractors(kit.manifest), signal = new AbortController().signal } = parameters;
  const { neighbors = NEIGHBORS, missRate = MISS_RATE } = parameters;
  assertSettings({ extractors, neighbors, missRate });
  const pictures: BrandPicture[] = [];
  for (const reference of kit.references) {
    signal.throwIfAborted();
    pictures.push(await pictureOf(decode, reference));
  }
  const measured: Measured[] = [];
  for (const extractor of extractors) {
    measured.push(measure(extractor, await featuresOf(extractor, pictures, { signal }), neighbors));
  }
  const leftOut = pictures.map((_, at) => leftOutDrift(measured, at));
  return {
    ...{ kit, decode, neighbors, leftOut },
    features: measured.map(({ distances: _, ...feature }) => feature),
    looks: pictures.map(({ pixels }) => hashPixels(pixels)),
    threshold: Math.max(USUAL, conformal(leftOut, missRate)),
  };
}

/** A feature with the distance of each reference to the nearest others. */
type Measured = CalibratedFeature & { distances: readonly number[] };

function measure(extractor: FeatureExtractor, vectors: readonly FeatureVector[], neighbors: number): Measured {
  const distances = vectors.map((vector, at) => nearestMean(extractor, vector, without(vectors, at), neighbors));
  return { extractor, vectors, scale: Math.max(extractor.resolution, median(distances)), distances };
}

function leftOutDrift(measured: readonly Measured[], at: number): number {
  return driftOf(
    measured.map(({ extractor: { weight }, scale: usual, distances }) => {
      return { distance: distances[at] as number, usual, weight };
    }),
  );
}

function assertSettings(settings: {
  extractors: readonly FeatureExtractor[];
  neighbors: number;
  missRate: number;
}): void {
  const { extractors, neighbors, missRate } = settings;
  const names = new Set(extractors.map(({ name }) => name));
  if (extractors.length === 0) throw new BrandInputError("extractors", "are none");
  if (names.size !== extractors.length) throw new BrandInputError("extractors", "have one name twice");
  const odd = extractors.find(({ weight, resolution }) => !(weight > 0 && resolution > 0));
  if (odd !== undefined) throw new BrandInputError(`extractor ${odd.name}`, "has a weight or resolution not above 0");
  if (!Number.isInteger(neighbors) || neighbors < 1) throw new BrandInputError("neighbors", `are ${neighbors}`);
  if (!(missRate >= 0 && missRate <= 0.5)) throw new BrandInputError("missRate", `is ${missRate}, not from 0 to 0.5`);
}

const without = (vectors: readonly FeatureVector[], at: number): FeatureVector[] =>
  vectors.filter((_, place) => place !== at);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** The ⌈(1 − α)(n + 1)⌉-th smallest of n: one more of their kind exceeds it with a probability of at most α. */
function conformal(values: readonly number[], missRate: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil((1 - missRate) * (sorted.length + 1));
  return sorted[Math.min(rank, sorted.length) - 1] as number;
}
