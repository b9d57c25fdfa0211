import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { LicenseRecord, Offer, Seating } from "../../generated/schema";
import { bigEndianOf, ORDINAL_WIDTH } from "./ids";

/** A record that was granted before, or earlier in the same transaction. */
export function loadRecord(licenseId: Bytes): LicenseRecord {
  return LicenseRecord.load(licenseId)!;
}

/** Seats of the record that nobody sits on; returns its id. */
export function openSeating(record: Bytes, generation: i32): Bytes {
  const seating = new Seating(record.concat(bigEndianOf(generation, ORDINAL_WIDTH)));
  seating.record = record;
  seating.generation = generation;
  seating.save();
  return seating.id;
}

/** Completes a record, which knows its grant, with what its purchase tells; the record is not saved. */
export function applyPurchase(record: LicenseRecord, offer: Offer, gross: BigInt): void {
  record.offer = offer.id;
  record.price = gross;
  record.exclusive = offer.exclusive;
  record.transferable = offer.transferable;
  record.revocable = offer.revocable;
}
