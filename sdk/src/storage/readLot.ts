import type { Hex } from "viem";
import { ManifestInvalidError } from "../errors/storage.ts";
import { LotTreeBuilder } from "../merkle/builder.ts";
import { loadKeccak256 } from "../merkle/keccak.ts";
import type { PositionalTree } from "../merkle/tree.ts";
import { MAX_LOT } from "../types/ids.ts";
import { digestOf } from "./cid.ts";
import { CHUNK_ROWS, type LotManifest, type ManifestRow, parseChunk, parseManifest } from "./manifest.ts";
import { type ContentStore, getBlock } from "./store.ts";

/** A lot as its manifest describes it, checked against its own root. */
export type PublishedLot = { manifest: LotManifest; rows: readonly ManifestRow[]; tree: PositionalTree };

/**
 * Reads a lot back from its manifest and re-computes the root from the leaves. Whether a lot with that root was ever
 * committed it does not ask: that is `readCommittedLot`.
 *
 * @param store - Where the blocks are; need not be trusted.
 * @param manifest - Digest of the manifest, from `LotCommitted`.
 */
export async function readLot(store: ContentStore, manifest: Hex): Promise<PublishedLot> {
  return readRows(store, parseManifest(await getBlock(store, manifest)));
}

/** The rows that a manifest names, checked against its root. */
export async function readRows(store: ContentStore, found: LotManifest): Promise<PublishedLot> {
  assertChunks(found);
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

/** Every chunk is fetched: there may be no more of them than the rows fill. */
function assertChunks({ count, chunks }: LotManifest): void {
  if (count < 1 || count > MAX_LOT) throw new ManifestInvalidError(`A lot of ${count} assets cannot be.`);
  const needed = Math.ceil(count / CHUNK_ROWS);
  if (chunks.length !== needed) {
    throw new ManifestInvalidError(`${count} assets fill ${needed} chunks, the manifest names ${chunks.length}.`);
  }
}
