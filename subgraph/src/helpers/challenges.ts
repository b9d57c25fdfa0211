import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Challenge, Dispute } from "../../generated/schema";
import { bigEndianOf, lotKey, WORD256_WIDTH, WORD_WIDTH } from "./ids";
import { countBits } from "./numbers";

/** The challenges of a lot; a new one is not saved. */
export function loadDispute(lot: Bytes): Dispute {
  const known = Dispute.load(lot);
  if (known) return known;
  const dispute = new Dispute(lot);
  dispute.lot = lot;
  dispute.challengedCount = 0;
  dispute.challengeCount = 0;
  dispute.openCount = 0;
  return dispute;
}

export function challengeKey(lotId: BigInt, number: i32): Bytes {
  return lotKey(lotId).concat(bigEndianOf(number, WORD_WIDTH));
}

export function loadChallenge(lotId: BigInt, number: i32): Challenge {
  return Challenge.load(challengeKey(lotId, number))!;
}

/** Decided assets are open no more; `firstWord` is that of both masks. */
export function decide(challenge: Challenge, firstWord: i32, decided: BigInt[], upheld: BigInt[]): void {
  const open = challenge.open;
  const bad = challenge.upheld;
  const good = challenge.cleared;
  const offset = firstWord - challenge.firstWord;
  for (let i = 0; i < decided.length; i++) {
    const newlyDecided = and(open[offset + i], decided[i]);
    const newlyUpheld = and(newlyDecided, upheld[i]);
    open[offset + i] = open[offset + i].minus(newlyDecided);
    bad[offset + i] = bad[offset + i].plus(newlyUpheld);
    good[offset + i] = good[offset + i].plus(newlyDecided.minus(newlyUpheld));
  }
  challenge.open = open;
  challenge.upheld = bad;
  challenge.cleared = good;
  challenge.upheldCount = countAll(bad);
  challenge.clearedCount = countAll(good);
}

/** Set bits of all words. */
export function countAll(words: BigInt[]): i32 {
  let count = 0;
  for (let i = 0; i < words.length; i++) count += countBits(words[i]);
  return count;
}

/** So many words without a bit. */
export function emptyWords(count: i32): BigInt[] {
  const words: BigInt[] = [];
  for (let i = 0; i < count; i++) words.push(BigInt.zero());
  return words;
}

/** Common bits of two words of 256: `BigInt`'s own operator takes numbers for signed. */
export function and(a: BigInt, b: BigInt): BigInt {
  const common = new Bytes(WORD256_WIDTH);
  for (let i = 0; i < WORD256_WIDTH; i++) {
    common[i] = (i < a.length ? a[i] : 0) & (i < b.length ? b[i] : 0);
  }
  return BigInt.fromUnsignedBytes(common);
}
