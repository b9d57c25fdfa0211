import { type FeatureExtractor, meanDifference, quantilesOf } from "../features.ts";
import { labOf, type LabPlanes } from "../lab.ts";

const DIRECTIONS = 16;
const QUANTILES = 32;

/** A shift of all colors by one step shows as half a step in the mean over all directions of space. */
const OF_SPACE = 2;

/** Directions spread evenly over half a sphere (Fibonacci): the other half would say the same. */
const AXES = Array.from({ length: DIRECTIONS }, (_, at) => {
  const height = (at + 0.5) / DIRECTIONS;
  const turn = at * Math.PI * (3 - Math.sqrt(5));
  const radius = Math.sqrt(1 - height * height);
  return [height, radius * Math.cos(turn), radius * Math.sin(turn)] as const;
});

/**
 * How much color has to be moved how far to make one picture's palette of the other's: the sliced earth mover's distance
 * (Rabin et al. 2011) between the colors of all pixels in CIELAB. A shift of all colors by 1 ΔE*ab is a distance of 1.
 */
export const PALETTE: FeatureExtractor = {
  name: "palette",
  unit: "ΔE*ab",
  weight: 2,
  // A difference that eyes just notice.
  resolution: 2.3,
  extract: (pictures) => Promise.resolve(pictures.map(({ pixels }) => sliced(labOf(pixels)))),
  distance: (one, other) => OF_SPACE * meanDifference(one, other),
};

function sliced({ lightness, a, b }: LabPlanes): Float64Array {
  const vector = new Float64Array(DIRECTIONS * QUANTILES);
  AXES.forEach(([l, x, y], direction) => {
    const along = lightness.map((value, at) => l * value + x * (a[at] as number) + y * (b[at] as number));
    vector.set(quantilesOf(along, QUANTILES), direction * QUANTILES);
  });
  return vector;
}
