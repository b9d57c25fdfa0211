import { Bytes, dataSource, DataSourceContext, json, JSONValue, TypedMap } from "@graphprotocol/graph-ts";
import { LotManifest } from "../generated/schema";
import { LotManifestChunk as ChunkSource } from "../generated/templates";
import { digestOf } from "./helpers/cid";
import { fromBigEndian } from "./helpers/ids";
import { hashAt, integerAt, listAt, objectIn, textAt, textIn } from "./helpers/json";
import { CHUNK_ROWS, COUNT_KEY, FIRST_KEY, LOT_KEY } from "./helpers/manifests";

const TYPE = "imprimatur/lot";
const VERSION: i64 = 1;

/** A manifest names at most 64 chunks: a few thousand bytes. */
const MOST_BYTES = 65536;

/** The file that `LotCommitted` names. Anything but a manifest of this very lot is passed over. */
export function handleLotManifest(content: Bytes): void {
  const fields = parse(content);
  if (!fields) return;
  const lot = dataSource.context().getBytes(LOT_KEY);
  const count = dataSource.context().getI32(COUNT_KEY);
  const chunks = chunksOf(fields, lot, count);
  const recipeId = hashAt(fields, "recipeId");
  const root = hashAt(fields, "root");
  if (!chunks || !recipeId || !root) return;

  const manifest = new LotManifest(lot);
  manifest.lot = lot;
  manifest.recipeId = recipeId;
  manifest.root = root;
  manifest.chunks = chunks;
  manifest.save();
  for (let i = 0; i < chunks.length; i++) followChunk(lot, count, i, chunks[i]);
}

function parse(content: Bytes): TypedMap<string, JSONValue> | null {
  if (content.length > MOST_BYTES) return null;
  const parsed = json.try_fromBytes(content);
  return parsed.isOk ? objectIn(parsed.value) : null;
}

/** CIDs of the chunks, if the manifest is for the lot and has as many as the lot needs. */
function chunksOf(fields: TypedMap<string, JSONValue>, lot: Bytes, count: i32): string[] | null {
  if (textAt(fields, "type") != TYPE || integerAt(fields, "version") != VERSION) return null;
  if (textAt(fields, "lotId") != fromBigEndian(lot).toString() || integerAt(fields, "count") != count) return null;
  const list = listAt(fields, "chunks");
  if (!list || list.length != (count + CHUNK_ROWS - 1) / CHUNK_ROWS) return null;
  const chunks: string[] = [];
  for (let i = 0; i < list.length; i++) {
    const cid = cidIn(list[i]);
    if (cid === null) return null;
    chunks.push(cid);
  }
  return chunks;
}

function cidIn(value: JSONValue): string | null {
  const cid = textIn(value);
  return cid !== null && digestOf(cid) ? cid : null;
}

function followChunk(lot: Bytes, count: i32, position: i32, cid: string): void {
  const context = new DataSourceContext();
  context.setBytes(LOT_KEY, lot);
  context.setI32(COUNT_KEY, count);
  context.setI32(FIRST_KEY, position * CHUNK_ROWS);
  ChunkSource.createWithContext(cid, context);
}
