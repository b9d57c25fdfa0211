import { distanceBy, type FeatureExtractor, type FeatureVector } from "./features.ts";

/** How far a picture is from a kit by one feature. */
export type FeatureDrift = {
  /** The extractor's name. */
  feature: string;
  unit: string;
  /** Mean distance to the nearest references, in the extractor's unit. */
  distance: number;
  /** The same for a usual reference of the kit. */
  usual: number;
  weight: number;
};

/** Mean distance of a vector to the nearest of some others. */
export function nearestMean(
  extractor: FeatureExtractor,
  vector: FeatureVector,
  others: readonly FeatureVector[],
  neighbors: number,
): number {
  const distances = others.map((other) => distanceBy(extractor, vector, other)).sort((a, b) => a - b);
  const near = distances.slice(0, neighbors);
  return near.reduce((sum, distance) => sum + distance, 0) / near.length;
}

/**
 * One number from 0 to 1 out of all features: r / (1 + r), where r is the weighted mean of distance ÷ usual distance. 0 is
 * a picture that cannot be told from references, ½ one as far from them as they are from each other.
 */
export function driftOf(parts: readonly Pick<FeatureDrift, "distance" | "usual" | "weight">[]): number {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
  const ratio = parts.reduce((sum, { distance, usual, weight }) => sum + (weight * distance) / usual, 0) / weights;
  return rounded(ratio / (1 + ratio));
}

/** Six digits, which is what a leaf holds; engines agree on them. */
const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;
