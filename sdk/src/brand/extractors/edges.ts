import { type BrandPicture, type FeatureExtractor, meanDifference, quantilesOf } from "../features.ts";
import { labOf } from "../lab.ts";

const BINS = 16;
const BIN_DEGREES = 180 / BINS;
const QUANTILES = 32;

/** Steps of lightness at every place but the border's, and where they point. */
type Gradients = { strength: Float64Array; angle: Float64Array };

/** Which way edges run, the strong ones counting more: earth mover's distance around the half circle (Rabin et al. 2008). */
export const EDGES: FeatureExtractor = {
  name: "edges",
  unit: "degrees",
  weight: 1,
  resolution: 1,
  extract: (pictures) => Promise.resolve(pictures.map((picture) => directionsOf(gradientsOf(picture)))),
  distance: aroundTheCircle,
};

/** How hard edges are and how many there are: earth mover's distance of the histogram of steps in lightness. */
export const CONTRAST: FeatureExtractor = {
  name: "contrast",
  unit: "L* a place",
  weight: 1,
  resolution: 0.5,
  extract: (pictures) =>
    Promise.resolve(pictures.map((picture) => quantilesOf(gradientsOf(picture).strength, QUANTILES))),
  distance: meanDifference,
};

/** Sobel's operator. */
function gradientsOf({ pixels: picture }: BrandPicture): Gradients {
  const { lightness } = labOf(picture);
  const [columns, rows] = [picture.width >> 1, picture.height >> 1];
  const inner = (columns - 2) * (rows - 2);
  const [strength, angle] = [new Float64Array(inner), new Float64Array(inner)];
  for (let at = 0; at < inner; at += 1) {
    const middle = (Math.floor(at / (columns - 2)) + 1) * columns + (at % (columns - 2)) + 1;
    const of = (down: number, right: number): number => lightness[middle + down * columns + right] as number;
    const across = of(-1, 1) + 2 * of(0, 1) + of(1, 1) - of(-1, -1) - 2 * of(0, -1) - of(1, -1);
    const down = of(1, -1) + 2 * of(1, 0) + of(1, 1) - of(-1, -1) - 2 * of(-1, 0) - of(-1, 1);
    strength[at] = Math.sqrt(across * across + down * down) / 8;
    angle[at] = Math.atan2(down, across);
  }
  return { strength, angle };
}

/** Shares of {@link BINS} directions; each edge counts for the two nearest. A picture without edges has all alike. */
function directionsOf({ strength, angle }: Gradients): Float64Array {
  const bins = new Float64Array(BINS);
  let total = 0;
  strength.forEach((weight, at) => {
    const turn = ((angle[at] as number) / Math.PI + 2) % 1;
    const place = turn * BINS;
    const [low, share] = [Math.floor(place) % BINS, place - Math.floor(place)];
    bins[low] = (bins[low] as number) + weight * (1 - share);
    bins[(low + 1) % BINS] = (bins[(low + 1) % BINS] as number) + weight * share;
    total += weight;
  });
  return total === 0 ? bins.fill(1 / BINS) : bins.map((weight) => weight / total);
}

function aroundTheCircle(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  const ahead = one.map((share, at) => (sum += share - (other[at] as number)));
  const median = ahead.slice().sort()[BINS >> 1] as number;
  return BIN_DEGREES * ahead.reduce((total, value) => total + Math.abs(value - median), 0);
}
