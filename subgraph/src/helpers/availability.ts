import { Bytes } from "@graphprotocol/graph-ts";
import { LotAvailability } from "../../generated/schema";
import { bigEndianOf } from "./ids";

/** The lot's leaves are in transactions: whoever has the chain has them. */
export const CALLDATA = 0;
/** The lot's leaves were read from files. */
export const PINNED = 1;

/** Hashes of all of the lot's leaves are in logs. */
export const PUBLISHED = 2;

const KINDS: string[] = ["Calldata", "Pinned", "Published"];

/** Says that all leaves of the lot were seen, and where. */
export function recordAvailability(lot: Bytes, kind: i32): void {
  const availability = new LotAvailability(lot.concat(bigEndianOf(kind, 1)));
  availability.lot = lot;
  availability.kind = KINDS[kind];
  availability.save();
}
