export { buildLotFromFiles, type BuildLotFromFilesParameters } from "./buildLotFromFiles.ts";
export { listFiles } from "./files.ts";
export { fileStore } from "./fileStore.ts";
export { hashFiles } from "./hashFiles.ts";
export { mediaTypeOf } from "./mediaType.ts";
export { nodeRecovery } from "./nodeRecovery.ts";
