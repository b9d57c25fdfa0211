import { type FeatureExtractor, meanDifference, quantilesOf } from "../features.ts";
import { labOf } from "../lab.ts";

const QUANTILES = 32;

/** How light and how colorful pictures are, and how widely both are spread: earth mover's distance of each histogram. */
export const TONE: FeatureExtractor = {
  name: "tone",
  unit: "L*, C*",
  weight: 1,
  resolution: 2,
  extract: (pictures) =>
    Promise.resolve(
      pictures.map(({ pixels }) => {
        const { lightness, a, b } = labOf(pixels);
        const chroma = a.map((value, at) => Math.sqrt(value * value + (b[at] as number) ** 2));
        return Float64Array.of(...quantilesOf(lightness, QUANTILES), ...quantilesOf(chroma, QUANTILES));
      }),
    ),
  distance: meanDifference,
};
