export { buildLotFromFiles, type BuildLotFromFilesParameters } from "./buildLotFromFiles.ts";
export { decodeImage, type DecodeImageOptions, hashImage, hashImageViews } from "./decodeImage.ts";
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
export { nodeRecovery } from "./nodeRecovery.ts";
