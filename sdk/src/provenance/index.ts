export * from "./attestation.ts";
export { type LeafChunk, leafChunks, MAX_CHUNK, type PublishedLeaves } from "./leafChunks.ts";
export { provenanceActions, type ProvenanceActions } from "../bound/provenance.ts";
