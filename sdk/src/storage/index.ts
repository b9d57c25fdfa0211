export { cidOf, cidOfBytes, digestOf } from "./cid.ts";
export { ipfsStore, type IpfsStoreOptions } from "./ipfs.ts";
export { canonicalBytes, canonicalJson, type Json } from "./json.ts";
export {
  CHUNK_ROWS,
  encodeChunk,
  encodeManifest,
  type LotManifest,
  type ManifestRow,
  parseChunk,
  parseManifest,
} from "./manifest.ts";
export { type CommitRecord, readCommittedLot, type ReadCommittedLotParameters } from "./readCommittedLot.ts";
export { readCommitRecord, type ReadCommitRecordParameters } from "./readCommitRecord.ts";
export { type PublishedLot, readLot } from "./readLot.ts";
export { type ContentStore, getBlock, memoryStore, putBlock } from "./store.ts";
export {
  type PutOptions,
  type StorageAdapter,
  type StoredFile,
  uploadFile,
  type UploadFileOptions,
  verifyStored,
} from "./adapters/adapter.ts";
export {
  type ArweaveClient,
  arweaveStorage,
  type ArweaveStorageOptions,
  type ArweaveUploader,
} from "./adapters/arweave.ts";
export { kuboStorage, type KuboStorageOptions } from "./adapters/kubo.ts";
export type { PatienceOptions } from "./adapters/request.ts";
export { pinningStorage, type PinningStorageOptions } from "./adapters/pinning.ts";
export { s3Storage, type S3StorageOptions } from "./adapters/s3.ts";
export { memoryJournal, type UploadJournal, uploadLot, type UploadLotParameters } from "./adapters/uploadLot.ts";
