export { calibrateBrandKit, type CalibrateBrandKitParameters, defaultExtractors } from "./calibrateBrandKit.ts";
export {
  type BrandReferenceFile,
  createBrandKit,
  type CreateBrandKitParameters,
  type CreatedBrandKit,
} from "./createBrandKit.ts";
export type { FeatureDrift } from "./drift.ts";
export { embeddingExtractor, type EmbeddingExtractorOptions } from "./extractors/embeddings.ts";
export { type BrandPicture, type FeatureExtractor, type FeatureVector, PICTURE_SIDE } from "./features.ts";
export type { BrandFile, BrandKit, CalibratedFeature, CalibratedKit, DecodePicture } from "./kit.ts";
export {
  BRAND_FILE,
  type BrandDraft,
  type BrandManifest,
  type BrandReference,
  MAX_REFERENCES,
  MIN_REFERENCES,
  parseBrandManifest,
} from "./manifest.ts";
export { type CommittedBrandKit, readBrandKit, type ReadBrandKitParameters } from "./readBrandKit.ts";
export { type BrandQuery, type FoundReference, retrieve } from "./retrieve.ts";
export { type DriftReport, scoreDrift } from "./scoreDrift.ts";
export { compareWords, type WordReport } from "./words.ts";
