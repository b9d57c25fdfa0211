export { BIRTH_LABEL, type BirthClaim, commitToField, type FieldCommitment, type LicenseTerms } from "./birth.ts";
export { FILE_CHECKS, type FileCheck, type FileCheckName } from "./checks.ts";
export { checkMark } from "./checkMark.ts";
export { type Container, openContainer, SIGNABLE_MEDIA_TYPES, type SignableMediaType } from "./container.ts";
export type { ClaimAlgorithm } from "./cose.ts";
export { createDevelopmentSigner, type DevelopmentSigner, type DevelopmentSignerOptions } from "./development.ts";
export { type C2paEngine, loadC2pa, type LoadC2paOptions } from "./engine.ts";
export { DEFAULT_LIMITS, type ReadLimits } from "./limits.ts";
export type { ClaimSignature, FileManifest, TrustOptions } from "./manifest.ts";
export { type PerceptualIndex, recover, type Recovered, type RecoverParameters } from "./recover.ts";
export { type AssetRecord, type AssetStanding, readRecord, type RecordSource } from "./record.ts";
export { type Ingredient, signAsset, type SignAssetParameters, type SignedAsset } from "./signAsset.ts";
export { type ClaimSigner, webCryptoSigner } from "./signer.ts";
export { readTrainingPermissions } from "./readTrainingPermissions.ts";
export { type FileReport, verifyFile, type VerifyFileParameters } from "./verifyFile.ts";
export { verifyStoredAsset, type VerifyStoredAssetParameters } from "./verifyStoredAsset.ts";
export {
  DIGITAL_SOURCE_TYPES,
  type DigitalSourceType,
  TRAINING_USES,
  type TrainingPermission,
  type TrainingPermissions,
  type TrainingUse,
} from "./vocabulary.ts";
