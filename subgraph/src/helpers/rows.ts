import { BigInt, Bytes, crypto, json, JSONValue, JSONValueKind, TypedMap } from "@graphprotocol/graph-ts";
import { ManifestRow } from "../../generated/schema";
import { digestOf } from "./cid";
import { bigEndian, bigEndianOf, fromBigEndian, INDEX_WIDTH, WORD256_WIDTH } from "./ids";
import { hashAt, integerAt, objectAt, objectIn, textAt } from "./json";

/** 1,024 rows of one kilobyte are usual; reading four times that stays far below graph-node's limits. */
export const MOST_CHUNK_BYTES = 4194304;

/** keccak256 of the EIP-712 type of a leaf. */
const LEAF_TYPE_HASH = "0x20f98cd9353d14c761efdbc7302c6c6840e70edd506bd603eaee2c276770fc2f";

/** What a chunk lists; null for anything but a list. */
export function listIn(content: Bytes): JSONValue[] | null {
  if (content.length > MOST_CHUNK_BYTES) return null;
  const parsed = json.try_fromBytes(content);
  return parsed.isOk && parsed.value.kind == JSONValueKind.ARRAY ? parsed.value.toArray() : null;
}

/** The row of an asset, not saved; null unless everything in it is as it must be. */
export function rowIn(value: JSONValue, lot: Bytes, lotId: string, index: i32): ManifestRow | null {
  const fields = objectIn(value);
  if (!fields || integerAt(fields, "index") != index) return null;
  const leaf = objectAt(fields, "leaf");
  if (!leaf || integerAt(leaf, "index") != index || textAt(leaf, "lotId") != lotId) return null;

  const row = new ManifestRow(lot.concat(bigEndianOf(index, INDEX_WIDTH)));
  row.lot = lot;
  row.asset = row.id;
  row.index = index;
  return readLeaf(row, leaf) && readFile(row, fields) ? row : null;
}

function readFile(row: ManifestRow, fields: TypedMap<string, JSONValue>): boolean {
  const name = textAt(fields, "name");
  const mediaType = textAt(fields, "mediaType");
  const bytes = integerAt(fields, "bytes");
  const cid = textAt(fields, "cid");
  if (name === null || mediaType === null || bytes < 0 || cid === null) return false;
  const digest = digestOf(cid);
  if (!digest || digest != row.contentHash) return false;
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

/** Hash of the row's leaf, as AssetRegistry takes it. */
export function leafHashOf(row: ManifestRow): Bytes {
  const encoded = Bytes.fromHexString(LEAF_TYPE_HASH)
    .concat(bigEndian(fromBigEndian(row.lot!), WORD256_WIDTH))
    .concat(bigEndianOf(row.index, WORD256_WIDTH))
    .concat(row.contentHash)
    .concat(row.c2paHash)
    .concat(row.recipeCommitment)
    .concat(bigEndian(row.createdAt, WORD256_WIDTH))
    .concat(row.perceptualHash)
    .concat(bigEndian(row.machineScore, WORD256_WIDTH))
    .concat(row.reportHash);
  return changetype<Bytes>(crypto.keccak256(encoded));
}
