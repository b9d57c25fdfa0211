import { Bytes, dataSource, DataSourceContext, json, JSONValue, TypedMap } from "@graphprotocol/graph-ts";
import { LotManifest } from "../generated/schema";
import { LotManifestChunk as ChunkSource } from "../generated/templates";
import { digestOf } from "./helpers/cid";
import { MANIFEST_PART, recordFault } from "./helpers/faults";
import { fromBigEndian } from "./helpers/ids";
import { hashAt, integerAt, listAt, objectIn, textAt, textIn } from "./helpers/json";
import { CHUNK_ROWS, CHUNKS_KEY, COUNT_KEY, FIRST_KEY, LOT_KEY, ROOT_KEY } from "./helpers/manifests";
import { sealNext } from "./seal";

const TYPE = "imprimatur/lot";
const VERSION: i64 = 1;

/** A manifest names at most 64 chunks: a few thousand bytes. */
const MOST_BYTES = 65536;

/** The file that `LotCommitted` names. Anything but a manifest of this very lot is passed over, and said so. */
export function handleLotManifest(content: Bytes): void {
  const lot = dataSource.context().getBytes(LOT_KEY);
  if (content.length > MOST_BYTES) return recordFault(lot, MANIFEST_PART, "TooLarge");
  const parsed = json.try_fromBytes(content);
  const fields = parsed.isOk ? objectIn(parsed.value) : null;
  if (!fields) return recordFault(lot, MANIFEST_PART, "Unreadable");
  const fault = faultIn(fields, lot);
  if (fault !== null) return recordFault(lot, MANIFEST_PART, fault);
  const chunks = chunksIn(fields);
  const recipeId = hashAt(fields, "recipeId");
  if (!chunks || !recipeId) return recordFault(lot, MANIFEST_PART, "Unreadable");

  const manifest = new LotManifest(lot);
  manifest.lot = lot;
  manifest.recipeId = recipeId;
  manifest.root = dataSource.context().getBytes(ROOT_KEY);
  manifest.chunks = chunks;
  manifest.save();
  followChunks(chunks);
}

/** What of the manifest is not the lot's. */
function faultIn(fields: TypedMap<string, JSONValue>, lot: Bytes): string | null {
  const context = dataSource.context();
  if (textAt(fields, "type") != TYPE || integerAt(fields, "version") != VERSION) return "Unreadable";
  if (textAt(fields, "lotId") != fromBigEndian(lot).toString()) return "WrongLot";
  const count = context.getI32(COUNT_KEY);
  const list = listAt(fields, "chunks");
  if (!list || integerAt(fields, "count") != count) return "WrongCount";
  if (list.length != (count + CHUNK_ROWS - 1) / CHUNK_ROWS) return "WrongCount";
  const root = hashAt(fields, "root");
  return root && root == context.getBytes(ROOT_KEY) ? null : "WrongRoot";
}

/** CIDs of the chunks, if all of them are. */
function chunksIn(fields: TypedMap<string, JSONValue>): string[] | null {
  const list = listAt(fields, "chunks")!;
  const chunks: string[] = [];
  for (let i = 0; i < list.length; i++) {
    const cid = textIn(list[i]);
    if (cid === null || !digestOf(cid)) return null;
    chunks.push(cid);
  }
  return chunks;
}

/** Reads all chunks for their rows as they come, and one after the other for the root. */
function followChunks(chunks: string[]): void {
  const context = dataSource.context();
  for (let i = 0; i < chunks.length; i++) {
    const own = new DataSourceContext();
    own.setBytes(LOT_KEY, context.getBytes(LOT_KEY));
    own.setI32(COUNT_KEY, context.getI32(COUNT_KEY));
    own.setI32(FIRST_KEY, i * CHUNK_ROWS);
    ChunkSource.createWithContext(chunks[i], own);
  }
  context.setString(CHUNKS_KEY, chunks.join(""));
  sealNext(context, new Bytes(0));
}
