import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { fromBigEndian, slice, WORD_WIDTH } from "./ids";

const INDEX = 0;
const HITS = 2;
const MISSES = 4;
const FALSE_ALARMS = 6;
const POINTS = 8;
const POINTS_WIDTH = 3;
const PAY = 11;
const PAY_WIDTH = 14;
const LINE_WIDTH = PAY + PAY_WIDTH;

/** What one ballot scored: index u16, hits u16, misses u16, false alarms u16, points u24, pay u112. */
export class ScoreLine {
  constructor(private bytes: Bytes) {}

  get index(): i32 {
    return this.small(INDEX, WORD_WIDTH);
  }

  get hits(): i32 {
    return this.small(HITS, WORD_WIDTH);
  }

  get misses(): i32 {
    return this.small(MISSES, WORD_WIDTH);
  }

  get falseAlarms(): i32 {
    return this.small(FALSE_ALARMS, WORD_WIDTH);
  }

  get points(): i32 {
    return this.small(POINTS, POINTS_WIDTH);
  }

  get pay(): BigInt {
    return fromBigEndian(slice(this.bytes, PAY, PAY_WIDTH));
  }

  private small(start: i32, width: i32): i32 {
    return fromBigEndian(slice(this.bytes, start, width)).toI32();
  }
}

export function readScores(packed: Bytes): ScoreLine[] {
  const lines: ScoreLine[] = [];
  for (let start = 0; start + LINE_WIDTH <= packed.length; start += LINE_WIDTH) {
    lines.push(new ScoreLine(slice(packed, start, LINE_WIDTH)));
  }
  return lines;
}

const AMOUNT_WIDTH = 14;
const PAY_LINE_WIDTH = WORD_WIDTH + AMOUNT_WIDTH;

/** What one adjudicator earned: index u16, pay u112. */
export class PayLine {
  constructor(private bytes: Bytes) {}

  /** Curator's index, big-endian: the end of its id. */
  get index(): Bytes {
    return slice(this.bytes, 0, WORD_WIDTH);
  }

  get amount(): BigInt {
    return fromBigEndian(slice(this.bytes, WORD_WIDTH, AMOUNT_WIDTH));
  }
}

export function readPays(packed: Bytes): PayLine[] {
  const lines: PayLine[] = [];
  for (let start = 0; start + PAY_LINE_WIDTH <= packed.length; start += PAY_LINE_WIDTH) {
    lines.push(new PayLine(slice(packed, start, PAY_LINE_WIDTH)));
  }
  return lines;
}
