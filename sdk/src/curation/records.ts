import { hexToBigInt, hexToNumber, type Hex, size, sliceHex } from "viem";
import { RecordLengthError } from "../errors/curation.ts";

/** What a settlement gave one ballot, as `CuratorsScored` tells it. */
export type CuratorScore = {
  /** Index of the curator. */
  curator: number;
  /** Defects called defects, of those that are independently known. */
  hits: number;
  /** Defects called good. */
  misses: number;
  /** Good ones called defects. */
  falseAlarms: number;
  points: number;
  /** Units of the audit token. */
  pay: bigint;
};

/** What an adjudication paid one ballot, as `AdjudicatorsPaid` tells it. */
export type AdjudicatorPay = { curator: number; pay: bigint };

const SCORE = 25;
const PAY = 16;

/** Reads the scores of `CuratorsScored`. */
export function parseScores(scores: Hex): CuratorScore[] {
  return entriesOf(scores, SCORE).map((entry) => ({
    curator: hexToNumber(sliceHex(entry, 0, 2)),
    hits: hexToNumber(sliceHex(entry, 2, 4)),
    misses: hexToNumber(sliceHex(entry, 4, 6)),
    falseAlarms: hexToNumber(sliceHex(entry, 6, 8)),
    points: hexToNumber(sliceHex(entry, 8, 11)),
    pay: hexToBigInt(sliceHex(entry, 11, SCORE)),
  }));
}

/** Reads the pays of `AdjudicatorsPaid`. */
export function parsePays(pays: Hex): AdjudicatorPay[] {
  return entriesOf(pays, PAY).map((entry) => ({
    curator: hexToNumber(sliceHex(entry, 0, 2)),
    pay: hexToBigInt(sliceHex(entry, 2, PAY)),
  }));
}

function entriesOf(packed: Hex, bytes: number): Hex[] {
  const length = size(packed);
  if (length % bytes !== 0) throw new RecordLengthError(length, bytes);
  return Array.from({ length: length / bytes }, (_, at) => sliceHex(packed, at * bytes, (at + 1) * bytes));
}
