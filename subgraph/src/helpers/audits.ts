import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Audit, AuditTerms, Lot, SampleItem } from "../../generated/schema";
import { auditKey, bigEndianOf, lotKey } from "./ids";
import { lanePosition } from "./sortition";

const NORMAL = 0;
const TIGHTENED = 1;

/** A census is accepted while at most one asset in this many is bad. */
const CENSUS_DIVISOR = 4;

/** An audit that was opened. */
export function loadAudit(lotId: BigInt, round: i32): Audit {
  return Audit.load(auditKey(lotKey(lotId), round))!;
}

/** The audit that counts: the last one. */
export function presentAudit(lotId: BigInt): Audit {
  return Audit.load(Lot.load(lotKey(lotId))!.audit!)!;
}

/** Fills in how many lanes of a lot of `count` assets are judged, and how many of them may be bad. */
export function setPlan(audit: Audit, terms: AuditTerms, count: i32): void {
  const size = sizeOf(terms, audit.plan);
  const acceptance = acceptanceOf(terms, audit.plan);
  audit.census = count <= size;
  audit.lanes = min(count, size);
  audit.acceptance = audit.census ? max(count / CENSUS_DIVISOR, acceptance) : acceptance;
}

function sizeOf(terms: AuditTerms, plan: i32): i32 {
  if (plan == NORMAL) return terms.normalSize;
  return plan == TIGHTENED ? terms.tightenedSize : terms.reducedSize;
}

function acceptanceOf(terms: AuditTerms, plan: i32): i32 {
  if (plan == NORMAL) return terms.normalAcceptance;
  return plan == TIGHTENED ? terms.tightenedAcceptance : terms.reducedAcceptance;
}

/** What the seed drew: one entity for each lane that is judged. */
export function drawSamples(audit: Audit, seed: Bytes, count: i32): void {
  for (let lane = 0; lane < audit.lanes; lane++) {
    const item = new SampleItem(sampleKey(audit, lane));
    item.audit = audit.id;
    item.lot = audit.lot;
    item.lane = lane;
    item.index = audit.census ? lane : lanePosition(seed, lane, count);
    item.covered = false;
    item.bad = false;
    item.save();
  }
}

/** What became of the sample by the newest verdict. */
export function judgeSamples(audit: Audit, covered: BigInt, bad: BigInt): void {
  for (let lane = 0; lane < audit.lanes; lane++) {
    const item = SampleItem.load(sampleKey(audit, lane))!;
    const isCovered = bitOf(covered, lane);
    const isBad = bitOf(bad, lane);
    if (item.covered == isCovered && item.bad == isBad) continue;
    item.covered = isCovered;
    item.bad = isBad;
    item.save();
  }
}

function bitOf(mask: BigInt, position: i32): bool {
  const byte = position >> 3;
  return byte < mask.length && ((mask[byte] >> (<u8>(position & 7))) & 1) == 1;
}

function sampleKey(audit: Audit, lane: i32): Bytes {
  return audit.id.concat(bigEndianOf(lane, 1));
}
