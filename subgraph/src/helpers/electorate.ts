import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Curator, Standing } from "../../generated/schema";
import { loadEpoch } from "./books";
import { bigEndianOf, WORD_WIDTH } from "./ids";

/** Epochs for which a standing counts. */
const LIFE = 4;

/** What the curator weighs in an epoch by its newest standing until then: tenths of a unit, 0 where that is stale. */
export function standingIn(curator: Bytes, epoch: i32): i32 {
  for (let age = 0; age < LIFE && age <= epoch; age++) {
    const standing = Standing.load(standingKey(curator, epoch - age));
    if (standing) return standing.standing;
  }
  return 0;
}

/** From `epoch` on, for four epochs, the curator weighs `amount`; the sums of these epochs follow. */
export function setStanding(curator: Curator, epoch: i32, amount: i32, now: BigInt): void {
  const before: i32[] = [];
  for (let i = 0; i < LIFE; i++) before.push(standingIn(curator.id, epoch + i));

  const id = standingKey(curator.id, epoch);
  let standing = Standing.load(id);
  if (standing == null) standing = new Standing(id);
  standing.curator = curator.id;
  standing.epoch = loadEpoch(curator.curation, epoch).id;
  standing.from = epoch;
  standing.standing = amount;
  standing.setAt = now;
  standing.save();

  for (let i = 0; i < LIFE; i++) replace(curator.curation, epoch + i, before[i], amount);
}

function replace(curation: Bytes, number: i32, before: i32, after: i32): void {
  const epoch = loadEpoch(curation, number);
  epoch.standing = epoch.standing.plus(BigInt.fromI32(after - before));
  epoch.curators += (after > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
  epoch.save();
}

function standingKey(curator: Bytes, epoch: i32): Bytes {
  return curator.concat(bigEndianOf(epoch, WORD_WIDTH));
}
