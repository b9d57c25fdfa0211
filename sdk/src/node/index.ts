export { buildLotFromFiles, type BuildLotFromFilesParameters } from "./buildLotFromFiles.ts";
export { createBrandKitFromFiles, type CreateBrandKitFromFilesParameters } from "./createBrandKitFromFiles.ts";
export { decodeImage, type DecodeImageOptions, hashImage, hashImageViews } from "./decodeImage.ts";
export { encodePng } from "./encodePng.ts";
export { fileActJournal } from "./fileActJournal.ts";
export { fileUploadJournal, type FileUploadJournalParameters } from "./fileUploadJournal.ts";
export { fileWorkJournal, type FileWorkJournalOptions, type JournalCut } from "./fileWorkJournal.ts";
export { listFiles } from "./files.ts";
export { fileStore } from "./fileStore.ts";
export {
  entriesOfFolder,
  type FingerprintedFile,
  fingerprintFiles,
  type FingerprintFilesParameters,
} from "./fingerprintFiles.ts";
export { hashFiles } from "./hashFiles.ts";
export { loadIndex, saveIndex } from "./indexFile.ts";
export { mediaTypeOf } from "./mediaType.ts";
export { type FileSignature, signFiles, type SignFilesParameters } from "./signFiles.ts";
export { nodeRecovery } from "./nodeRecovery.ts";
