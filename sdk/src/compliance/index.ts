export { article50Report, type Article50Report, type MarkedAsset, type MarkingCheck } from "./art50.ts";
export { assetSearch, type AssetSearch } from "./assetSearch.ts";
export { type ChallengeCost, challengeCosts, type ChallengeCostsParameters } from "./challengeCosts.ts";
export { checkLineage, type CheckLineageParameters, type EdgeProblem, type LineageCheck } from "./checkLineage.ts";
export {
  assertScreened,
  checkLotReport,
  type CheckLotReportParameters,
  type ReportFinding,
  type ReportProblem,
} from "./checkLotReport.ts";
export {
  auditDataset,
  type AuditDatasetParameters,
  type DatasetAudit,
  datasetCard,
  type DatasetCardParameters,
  type DatasetInput,
  type InputFacts,
  type InputProblem,
} from "./dataset.ts";
export { entriesFromCsv, entriesOfLot, entriesToCsv } from "./entries.ts";
export {
  assetOfEntry,
  buildHashIndex,
  decodeHashIndex,
  type HashIndex,
  HashIndexBuilder,
  type IndexEntry,
  type IndexMatch,
  type MatchFilter,
  type NearestSearch,
} from "./hashIndex.ts";
export { httpProvider, type HttpProviderParameters } from "./httpProvider.ts";
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
  isText,
  type NotSearchedReason,
  notSearched,
  type ScreeningAnswer,
  type ScreeningItem,
  type ScreeningMatch,
  type ScreeningMethod,
  type ScreeningProvider,
} from "./provider.ts";
export { type ProviderFindings, screen, type ScreenParameters } from "./screen.ts";
export { reportChallenges, type ReportChallenges, type ReportChallengesParameters } from "./reportChallenges.ts";
export {
  readReport,
  type ReportSigner,
  reportTypedData,
  SCREENING_REPORT_TYPES,
  type ScreeningReport,
  type SignedReport,
  signReport,
  type VerifiedReport,
} from "./report.ts";
export {
  buildTextIndex,
  minHash,
  type TextEntry,
  type TextIndex,
  type TextMatch,
  textProvider,
  type TextProviderParameters,
} from "./textIndex.ts";
export { type ReadPermissions, type TrainingFlag, trainingFlagOf } from "./training.ts";
