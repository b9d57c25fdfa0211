import type { Address, Hex } from "viem";
import type { AssetLeaf } from "../merkle/types.ts";
import { JsonUnsupportedError } from "../errors/storage.ts";
import { digestOf } from "./cid.ts";
import { canonicalBytes, type Json } from "./json.ts";
import { fieldsOf, parseJson } from "./parse.ts";

/** Most rows in a chunk of a lot manifest. */
export const CHUNK_ROWS = 1024;

/** One asset as the manifest describes it. `name` is untrusted text: show it, never obey it. */
export type ManifestRow = {
  index: number;
  /** Relative path of the file the asset was made from. */
  name: string;
  mediaType: string;
  /** Size of the file. */
  bytes: number;
  /** CIDv1 (raw) of the file's plain bytes. */
  cid: string;
  leaf: AssetLeaf;
};

/** What a lot's manifest says, apart from its rows. */
export type LotManifest = {
  chainId: number;
  registry: Address;
  lotId: bigint;
  recipeId: Hex;
  count: number;
  root: Hex;
  /** CIDs of the chunks, in index order, {@link CHUNK_ROWS} rows each but the last. */
  chunks: readonly string[];
};

const TYPE = "imprimatur/lot";
const VERSION = 1;

/** The manifest as one raw block. */
export function encodeManifest(manifest: LotManifest): Uint8Array {
  return canonicalBytes({
    type: TYPE,
    version: VERSION,
    chainId: manifest.chainId,
    registry: manifest.registry.toLowerCase(),
    lotId: String(manifest.lotId),
    recipeId: manifest.recipeId,
    count: manifest.count,
    root: manifest.root,
    chunks: manifest.chunks,
  });
}

/** A chunk of rows as one raw block. */
export function encodeChunk(lotId: bigint, rows: readonly ManifestRow[]): Uint8Array {
  return new TextEncoder().encode(`[${rows.map((row) => encodeRow(lotId, row)).join(",")}]`);
}

/** Written out instead of canonicalized: a lot has up to 65,536 rows, and their keys are known and sorted here. */
function encodeRow(lotId: bigint, { index, name, mediaType, bytes, cid, leaf }: ManifestRow): string {
  const { c2paHash, contentHash, createdAt, machineScore, perceptualHash, recipeCommitment, reportHash } = leaf;
  return (
    `{"bytes":${bytes},"cid":"${cid}","index":${index},"leaf":{"c2paHash":"${c2paHash}",` +
    `"contentHash":"${contentHash}","createdAt":${createdAt},"index":${index},"lotId":"${lotId}",` +
    `"machineScore":${machineScore},"perceptualHash":"${perceptualHash}","recipeCommitment":"${recipeCommitment}",` +
    `"reportHash":"${reportHash}"},"mediaType":${quoted(mediaType)},"name":${quoted(name)}}`
  );
}

function quoted(text: string): string {
  if (/\p{Surrogate}/u.test(text))
    throw new JsonUnsupportedError(`${JSON.stringify(text)} is not well-formed Unicode.`);
  return JSON.stringify(text);
}

/** Reads a manifest block; throws {@link ManifestInvalidError} on anything that is not one. */
export function parseManifest(block: Uint8Array): LotManifest {
  const fields = fieldsOf("manifest", parseJson(block));
  fields.literal("type", TYPE);
  fields.literal("version", VERSION);
  return {
    chainId: fields.integer("chainId"),
    registry: fields.address("registry"),
    lotId: fields.bigint("lotId"),
    recipeId: fields.hash("recipeId"),
    count: fields.integer("count"),
    root: fields.hash("root"),
    chunks: fields.list("chunks").map(cidIn),
  };
}

/** Reads a chunk block; every row must belong to `lotId` and follow the one before it. */
export function parseChunk(block: Uint8Array, lotId: bigint, first: number): ManifestRow[] {
  const rows = fieldsOf("chunk", { rows: parseJson(block) }).list("rows");
  return rows.map((row, position) => parseRow(row, lotId, first + position));
}

function parseRow(value: Json, lotId: bigint, index: number): ManifestRow {
  const row = fieldsOf(`row ${index}`, value);
  const leaf = fieldsOf(`leaf ${index}`, row.value("leaf"));
  row.literal("index", index);
  leaf.literal("index", index);
  leaf.literal("lotId", String(lotId));
  const cid = cidIn(row.value("cid"));
  return {
    index,
    name: row.text("name"),
    mediaType: row.text("mediaType"),
    bytes: row.integer("bytes"),
    cid,
    leaf: {
      contentHash: leaf.literal("contentHash", digestOf(cid)),
      c2paHash: leaf.hash("c2paHash"),
      recipeCommitment: leaf.hash("recipeCommitment"),
      createdAt: BigInt(leaf.integer("createdAt")),
      perceptualHash: leaf.hash("perceptualHash"),
      machineScore: leaf.integer("machineScore"),
      reportHash: leaf.hash("reportHash"),
    },
  };
}

function cidIn(value: Json): string {
  const cid = fieldsOf("cid", { cid: value }).text("cid");
  digestOf(cid);
  return cid;
}
