import type { Pixels } from "../compliance/perceptualHash.ts";
import { FeatureExtractorError } from "../errors/brand.ts";

/** Side of the square to which pictures are scaled before they are compared, pixels: what `decodeImage` of `/node` gives. */
export const PICTURE_SIDE = 128;

/** A picture that is compared: the file as it is, and its pixels scaled to {@link PICTURE_SIDE} square. */
export type BrandPicture = { mediaType: string; bytes: Uint8Array; pixels: Pixels };

/** One feature of a picture, as numbers. */
export type FeatureVector = Float64Array;

/**
 * A plug-in that looks at one thing: colors, light, edges, or whatever a model sees. Distances must be those of a
 * metric, or nearly: 0 for the same picture, larger for less alike ones.
 */
export interface FeatureExtractor {
  /** What reports call it; no two of a kit have one name. */
  readonly name: string;
  /** What its distances are in, in words for reports. */
  readonly unit: string;
  /** How much it counts beside the others; a positive number. */
  readonly weight: number;
  /** Distance below which two pictures cannot be told apart by it; a positive number. */
  readonly resolution: number;
  /** One vector for each picture, in their order. */
  extract(pictures: readonly BrandPicture[], options: { signal: AbortSignal }): Promise<readonly FeatureVector[]>;
  /** How far a picture is from a reference. */
  distance(picture: FeatureVector, reference: FeatureVector): number;
  /** Words in the same space, where it knows any: what `retrieve` finds pictures by. */
  extractText?(text: string, options: { signal: AbortSignal }): Promise<FeatureVector>;
}

/** Asks an extractor; throws {@link FeatureExtractorError} unless it gives as many vectors as pictures. */
export async function featuresOf(
  extractor: FeatureExtractor,
  pictures: readonly BrandPicture[],
  options: { signal: AbortSignal },
): Promise<readonly FeatureVector[]> {
  const vectors = await extractor.extract(pictures, options);
  if (vectors.length === pictures.length) return vectors;
  throw new FeatureExtractorError(extractor.name, `gave ${vectors.length} vectors for ${pictures.length} pictures`);
}

/** The distance of two vectors by an extractor; throws {@link FeatureExtractorError} where it is none. */
export function distanceBy(extractor: FeatureExtractor, one: FeatureVector, other: FeatureVector): number {
  const distance = extractor.distance(one, other);
  if (Number.isFinite(distance) && distance >= 0) return distance;
  throw new FeatureExtractorError(extractor.name, `gave the distance ${distance}`);
}

/** Mean difference of two vectors of one length. */
export function meanDifference(one: FeatureVector, other: FeatureVector): number {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] as number)), 0) / one.length;
}

/** The values at evenly spaced shares of a list, sorted: the form in which two distributions are compared. */
export function quantilesOf(values: Float64Array, count: number): Float64Array {
  const sorted = values.slice().sort();
  return Float64Array.from({ length: count }, (_, at) => {
    return sorted[Math.floor(((at + 0.5) / count) * sorted.length)] as number;
  });
}
