import { Bytes, Value } from "@graphprotocol/graph-ts";
import { ManifestFault } from "../../generated/schema";
import { bigEndianOf } from "./ids";

const PART_WIDTH = 2;

/** Parts of a manifest that can be wrong: the manifest itself, the rows as a whole, and from 2 on its chunks. */
export const MANIFEST_PART = 0;
export const WHOLE_PART = 1;
export const FIRST_CHUNK_PART = 2;

/** Says what is wrong with a part of a lot's manifest: each part is read once, and ends with its first fault. */
export function recordFault(lot: Bytes, part: i32, kind: string, row: i32 = -1): void {
  const fault = new ManifestFault(lot.concat(bigEndianOf(part, PART_WIDTH)));
  fault.lot = lot;
  fault.kind = kind;
  if (part >= FIRST_CHUNK_PART) fault.set("chunk", Value.fromI32(part - FIRST_CHUNK_PART));
  if (row >= 0) fault.set("row", Value.fromI32(row));
  fault.save();
}
