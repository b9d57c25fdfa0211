import { hashPixels, perceptualDistance, SAME_PICTURE } from "../compliance/perceptualHash.ts";
import { isText } from "../compliance/provider.ts";
import { BrandFileUnsupportedError } from "../errors/brand.ts";
import { driftOf, type FeatureDrift, nearestMean } from "./drift.ts";
import { featuresOf, type FeatureVector } from "./features.ts";
import type { BrandFile, CalibratedKit } from "./kit.ts";
import { isPicture, pictureOf } from "./picture.ts";
import { compareWords, type WordReport } from "./words.ts";

/** How far a file is from a brand. */
export type DriftReport = {
  /** 0 to 1, six digits: higher is farther. */
  score: number;
  /** Most that the kit allows: of pictures by its own references, of texts 0. */
  threshold: number;
  /** Whether the score is at most the threshold. */
  onBrand: boolean;
  /** Of pictures: how far by each feature. */
  features: readonly FeatureDrift[];
  /** Of texts: which words of the brand are in it and should not be, and the other way round. */
  words?: WordReport;
  /** Of pictures: the reference that it is a copy of, by its place in the kit. No drift, and nothing new either. */
  copyOf?: number;
};

/**
 * How far a picture or a text is from a brand. Of pictures: by each feature the mean distance to the nearest references,
 * against what is usual among the references. Of texts: 1 where a forbidden word is in it, else the share of required
 * words that are missing.
 *
 * Throws {@link BrandFileUnsupportedError} for other files, and what the decoder throws for damaged pictures.
 *
 * @example
 * ```ts
 * const { score, onBrand, features } = await scoreDrift(calibrated, file);
 * ```
 */
export async function scoreDrift(
  calibrated: CalibratedKit,
  file: BrandFile,
  { signal = new AbortController().signal }: { signal?: AbortSignal } = {},
): Promise<DriftReport> {
  if (isPicture(file)) return pictureDrift(calibrated, file, signal);
  if (isText(file.mediaType)) return textDrift(calibrated, file);
  throw new BrandFileUnsupportedError(file.name, file.mediaType);
}

async function pictureDrift(calibrated: CalibratedKit, file: BrandFile, signal: AbortSignal): Promise<DriftReport> {
  const { decode, features: known, neighbors, threshold } = calibrated;
  const picture = await pictureOf(decode, file);
  const features: FeatureDrift[] = [];
  for (const { extractor, vectors, scale } of known) {
    const [vector] = (await featuresOf(extractor, [picture], { signal })) as [FeatureVector];
    const distance = nearestMean(extractor, vector, vectors, neighbors);
    features.push({ feature: extractor.name, unit: extractor.unit, distance, usual: scale, weight: extractor.weight });
  }
  const score = driftOf(features);
  const looks = hashPixels(picture.pixels);
  const copyOf = calibrated.looks.findIndex((hash) => (perceptualDistance(hash, looks) ?? Infinity) <= SAME_PICTURE);
  return { score, threshold, onBrand: score <= threshold, features, ...(copyOf < 0 ? {} : { copyOf }) };
}

function textDrift({ kit }: CalibratedKit, { bytes }: BrandFile): DriftReport {
  const { words: wanted } = kit.manifest;
  const words = compareWords(wanted, new TextDecoder().decode(bytes));
  const share = wanted.required.length === 0 ? 0 : words.missing.length / wanted.required.length;
  const score = words.forbidden.length > 0 ? 1 : Math.round(share * 1e6) / 1e6;
  return { score, threshold: 0, onBrand: score === 0, features: [], words };
}
