import { type Address, type Hex, sha256 as portableSha256 } from "viem";
import { LotEmptyError, LotTooLargeError } from "../errors/lot.ts";
import { LotTreeBuilder } from "../merkle/builder.ts";
import { loadKeccak256 } from "../merkle/keccak.ts";
import { toLeaf } from "../merkle/leaf.ts";
import type { PositionalTree } from "../merkle/tree.ts";
import type { AssetLeaf } from "../merkle/types.ts";
import { cidOf } from "../storage/cid.ts";
import { CHUNK_ROWS, encodeChunk, encodeManifest, type ManifestRow } from "../storage/manifest.ts";
import { type ContentStore, memoryStore } from "../storage/store.ts";
import { MAX_LOT, toLotId } from "../types/ids.ts";

/** One asset to be put into a lot. */
export type LotItem = {
  /** Relative path or title; untrusted text to everybody else. */
  name: string;
  mediaType: string;
  /** Size of the file. */
  bytes: number;
  /** SHA-256 of the file's plain bytes. */
  contentHash: Hex;
  /** Further evidence that goes into the leaf. */
  evidence?: Partial<Pick<AssetLeaf, "c2paHash" | "createdAt" | "perceptualHash" | "machineScore" | "reportHash">>;
};

/** What {@link buildLot} needs. */
export type BuildLotParameters = {
  chainId: number;
  /** AssetRegistry. */
  assetRegistry: Address;
  /** The account that will commit the lot: its id follows from it. */
  producer: Address;
  /** Any number the producer has not used for a lot. */
  nonce: bigint;
  recipeId: Hex;
  /** The recipe's salted commitment, written into every leaf. */
  recipeCommitment: Hex;
  /** Unix seconds for leaves that name no time of their own; now by default. */
  createdAt?: bigint;
  /** The assets in index order; may be produced while the tree is built. */
  items: Iterable<LotItem> | AsyncIterable<LotItem>;
  /** Takes the manifest and its chunks; in memory by default. */
  store?: ContentStore;
  /** SHA-256 to hash the manifest's blocks with, where the platform has a faster one. */
  sha256?: (bytes: Uint8Array) => Hex;
  /** Called after every chunk of assets. */
  onProgress?: (assets: number) => void;
};

/** A lot that is ready to be committed. */
export type BuiltLot = {
  lotId: bigint;
  count: number;
  root: Hex;
  /** Digest of the manifest block. */
  manifest: Hex;
  /** What `commitLot` takes, apart from the gate. */
  input: { recipeId: Hex; nonce: bigint; root: Hex; count: number; manifest: Hex };
  rows: readonly ManifestRow[];
  tree: PositionalTree;
  store: ContentStore;
};

/**
 * Builds leaves, tree and manifest of a lot, streaming: of each asset only its manifest row is kept.
 *
 * @example
 * ```ts
 * const lot = await buildLot({ chainId, assetRegistry, producer, nonce: 1n, recipeId, recipeCommitment, items });
 * await client.commitLotAndWait({ ...lot.input, gate: curation });
 * lot.tree.proof(3); // proof of asset 3, for mint
 * ```
 */
export async function buildLot(parameters: BuildLotParameters): Promise<BuiltLot> {
  const { chainId, assetRegistry, producer, nonce, recipeId } = parameters;
  const { store = memoryStore(), sha256 = (bytes: Uint8Array) => portableSha256(bytes) } = parameters;
  const lotId = toLotId(producer, nonce);
  const put = async (block: Uint8Array): Promise<Hex> => {
    const digest = sha256(block);
    await store.put(digest, block);
    return digest;
  };
  const { rows, chunks, tree } = await takeItems(lotId, parameters, put);
  const { root, count } = tree;
  const manifest = await put(
    encodeManifest({ chainId, registry: assetRegistry, lotId, recipeId, count, root, chunks }),
  );
  return { lotId, count, root, manifest, input: { recipeId, nonce, root, count, manifest }, rows, tree, store };
}

type Put = (block: Uint8Array) => Promise<Hex>;

async function takeItems(lotId: bigint, parameters: BuildLotParameters, put: Put) {
  const { items, recipeCommitment, onProgress } = parameters;
  const createdAt = parameters.createdAt ?? BigInt(Math.floor(Date.now() / 1000));
  const builder = new LotTreeBuilder(lotId, await loadKeccak256());
  const rows: ManifestRow[] = [];
  const chunks: string[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length === chunks.length * CHUNK_ROWS) return;
    chunks.push(cidOf(await put(encodeChunk(lotId, rows.slice(chunks.length * CHUNK_ROWS)))));
    onProgress?.(rows.length);
  };
  for await (const item of items) {
    if (rows.length === MAX_LOT) throw new LotTooLargeError(MAX_LOT + 1, MAX_LOT);
    rows.push(toRow(builder, item, { recipeCommitment, createdAt }));
    if (rows.length % CHUNK_ROWS === 0) await flush();
  }
  if (rows.length === 0) throw new LotEmptyError();
  await flush();
  return { rows, chunks, tree: builder.build() };
}

function toRow(builder: LotTreeBuilder, item: LotItem, common: Partial<AssetLeaf>): ManifestRow {
  const { evidence, contentHash, ...row } = item;
  const leaf = toLeaf({ contentHash, ...common, ...evidence });
  return { ...row, cid: cidOf(contentHash), index: builder.add(leaf), leaf };
}
