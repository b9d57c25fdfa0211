import type { Hex } from "viem";
import { ManifestInvalidError } from "../errors/storage.ts";
import { LotTreeBuilder } from "../merkle/builder.ts";
import { loadKeccak256 } from "../merkle/keccak.ts";
import type { PositionalTree } from "../merkle/tree.ts";
import { digestOf } from "./cid.ts";
import { CHUNK_ROWS, type LotManifest, type ManifestRow, parseChunk, parseManifest } from "./manifest.ts";
import { type ContentStore, getBlock } from "./store.ts";

/** A lot as its manifest describes it, checked against its own root. */
export type PublishedLot = { manifest: LotManifest; rows: readonly ManifestRow[]; tree: PositionalTree };

/**
 * Reads a lot back from its manifest and re-computes the root from the leaves.
 *
 * @param store - Where the blocks are; need not be trusted.
 * @param manifest - Digest of the manifest, from `LotCommitted`.
 */
export async function readLot(store: ContentStore, manifest: Hex): Promise<PublishedLot> {
  const found = parseManifest(await getBlock(store, manifest));
  const builder = new LotTreeBuilder(found.lotId, await loadKeccak256());
  const rows: ManifestRow[] = [];
  for (const cid of found.chunks) {
    const chunk = parseChunk(await getBlock(store, digestOf(cid)), found.lotId, rows.length);
    if (chunk.length > CHUNK_ROWS) throw new ManifestInvalidError(`Chunk ${cid} has ${chunk.length} rows.`);
    for (const row of chunk) builder.add(row.leaf);
    rows.push(...chunk);
  }
  if (rows.length !== found.count) {
    throw new ManifestInvalidError(`The manifest promises ${found.count} assets, its chunks hold ${rows.length}.`);
  }
  const tree = builder.build();
  if (tree.root !== found.root) {
    throw new ManifestInvalidError(`The rows hash to ${tree.root}, the manifest says ${found.root}.`);
  }
  return { manifest: found, rows, tree };
}
