import { type FeatureExtractor, quantilesOf } from "../features.ts";
import { type Lab, labOf, toLab } from "../lab.ts";

const QUANTILES = 32;

/**
 * How far a picture's colors are from those that the brand's palette names: distances of all pixels to the nearest of
 * them, sorted. What a picture has less of it than the references is no drift: only more counts.
 */
export function swatches(palette: readonly { color: string }[]): FeatureExtractor {
  const colors = palette.map(({ color }) => labOfHex(color));
  return {
    name: "swatches",
    unit: "ΔE*ab",
    weight: 1,
    resolution: 2.3,
    extract: (pictures) =>
      Promise.resolve(
        pictures.map(({ pixels }) => {
          const { lightness, a, b } = labOf(pixels);
          const far = lightness.map((value, at) => nearest(colors, [value, a[at] as number, b[at] as number]));
          return quantilesOf(far, QUANTILES);
        }),
      ),
    distance: (one, other) =>
      one.reduce((sum, value, at) => sum + Math.max(0, value - (other[at] as number)), 0) / one.length,
  };
}

function labOfHex(color: string): Lab {
  const value = Number.parseInt(color.slice(1), 16);
  return toLab(value >> 16, (value >> 8) & 0xff, value & 0xff);
}

function nearest(colors: readonly Lab[], [l, a, b]: Lab): number {
  return Math.sqrt(Math.min(...colors.map(([L, A, B]) => (L - l) ** 2 + (A - a) ** 2 + (B - b) ** 2)));
}
