export { entriesFromCsv, entriesOfLot, entriesToCsv } from "./entries.ts";
export {
  assetOfEntry,
  buildHashIndex,
  decodeHashIndex,
  type HashIndex,
  HashIndexBuilder,
  type IndexEntry,
  type IndexMatch,
  type NearestSearch,
} from "./hashIndex.ts";
export { indexProvider, type IndexProviderParameters } from "./indexProvider.ts";
export {
  hashPixels,
  hashViews,
  MIN_QUALITY,
  PERCEPTUAL_ALGORITHM,
  PERCEPTUAL_BITS,
  perceptualDistance,
  type PerceptualHash,
  type Pixels,
  readPerceptualHash,
  SAME_PICTURE,
} from "./perceptualHash.ts";
export {
  type NotSearchedReason,
  notSearched,
  type ScreeningAnswer,
  type ScreeningItem,
  type ScreeningMatch,
  type ScreeningMethod,
  type ScreeningProvider,
} from "./provider.ts";
export { type ProviderFindings, screen, type ScreenParameters } from "./screen.ts";
