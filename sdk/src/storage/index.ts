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
export { type PublishedLot, readLot } from "./readLot.ts";
export { type ContentStore, getBlock, memoryStore, putBlock } from "./store.ts";
