import { BigInt, Bytes, dataSource, json, JSONValue, JSONValueKind, TypedMap } from "@graphprotocol/graph-ts";
import { ManifestRow } from "../generated/schema";
import { digestOf } from "./helpers/cid";
import { bigEndianOf, fromBigEndian, INDEX_WIDTH } from "./helpers/ids";
import { hashAt, integerAt, objectAt, objectIn, textAt } from "./helpers/json";
import { CHUNK_ROWS, COUNT_KEY, FIRST_KEY, LOT_KEY } from "./helpers/manifests";

/** 1,024 rows of one kilobyte are usual; reading four times that stays far below graph-node's limits. */
const MOST_BYTES = 4194304;

/** One chunk of a manifest: rows in the order of their index. Reading ends at the first row that is not what it must be. */
export function handleLotManifestChunk(content: Bytes): void {
  if (content.length > MOST_BYTES) return;
  const parsed = json.try_fromBytes(content);
  if (!parsed.isOk || parsed.value.kind != JSONValueKind.ARRAY) return;
  const rows = parsed.value.toArray();
  const lot = dataSource.context().getBytes(LOT_KEY);
  const lotId = fromBigEndian(lot).toString();
  const first = dataSource.context().getI32(FIRST_KEY);
  const end = min(first + CHUNK_ROWS, dataSource.context().getI32(COUNT_KEY));
  for (let i = 0; i < rows.length && first + i < end; i++) {
    if (!saveRow(rows[i], lot, lotId, first + i)) return;
  }
}

function saveRow(value: JSONValue, lot: Bytes, lotId: string, index: i32): boolean {
  const fields = objectIn(value);
  if (!fields || integerAt(fields, "index") != index) return false;
  const leaf = objectAt(fields, "leaf");
  if (!leaf || integerAt(leaf, "index") != index) return false;
  if (textAt(leaf, "lotId") != lotId) return false;

  const row = new ManifestRow(lot.concat(bigEndianOf(index, INDEX_WIDTH)));
  row.lot = lot;
  row.asset = row.id;
  row.index = index;
  if (!readFile(row, fields) || !readLeaf(row, leaf)) return false;
  row.save();
  return true;
}

function readFile(row: ManifestRow, fields: TypedMap<string, JSONValue>): boolean {
  const name = textAt(fields, "name");
  const mediaType = textAt(fields, "mediaType");
  const bytes = integerAt(fields, "bytes");
  const cid = textAt(fields, "cid");
  if (name === null || mediaType === null || bytes < 0 || cid === null || !digestOf(cid)) return false;
  row.name = name;
  row.mediaType = mediaType;
  row.bytes = BigInt.fromI64(bytes);
  row.cid = cid;
  return true;
}

function readLeaf(row: ManifestRow, leaf: TypedMap<string, JSONValue>): boolean {
  const contentHash = hashAt(leaf, "contentHash");
  const c2paHash = hashAt(leaf, "c2paHash");
  const recipeCommitment = hashAt(leaf, "recipeCommitment");
  const perceptualHash = hashAt(leaf, "perceptualHash");
  const reportHash = hashAt(leaf, "reportHash");
  const createdAt = integerAt(leaf, "createdAt");
  const machineScore = integerAt(leaf, "machineScore");
  if (!contentHash || !c2paHash || !recipeCommitment || !perceptualHash || !reportHash) return false;
  if (createdAt < 0 || machineScore < 0) return false;
  row.contentHash = contentHash;
  row.c2paHash = c2paHash;
  row.recipeCommitment = recipeCommitment;
  row.perceptualHash = perceptualHash;
  row.reportHash = reportHash;
  row.createdAt = BigInt.fromI64(createdAt);
  row.machineScore = BigInt.fromI64(machineScore);
  return true;
}
