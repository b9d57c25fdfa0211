import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  AdjudicationBallot,
  AuditClose,
  Ballot,
  ChallengeJudgment,
  Curator,
  SlateBallot,
  SlateClose,
} from "../../generated/schema";
import { bigEndianOf, fromBigEndian, slice, WORD256_WIDTH, WORD_WIDTH } from "./ids";
import { Panel } from "./panels";

/** Wire of a ballot before its words: index u16, r, vs. */
const HEAD_WIDTH = WORD_WIDTH + 2 * WORD256_WIDTH;

/** One ballot off the wire; its words are ok₀, defect₀, ok₁, … or, on a slate, approvals. */
export class Wire {
  constructor(private bytes: Bytes) {}

  /** Curator's index, big-endian: the end of its id. */
  get index(): Bytes {
    return slice(this.bytes, 0, WORD_WIDTH);
  }

  get r(): Bytes {
    return slice(this.bytes, WORD_WIDTH, WORD256_WIDTH);
  }

  get vs(): Bytes {
    return slice(this.bytes, WORD_WIDTH + WORD256_WIDTH, WORD256_WIDTH);
  }

  word(position: i32): BigInt {
    return fromBigEndian(slice(this.bytes, HEAD_WIDTH + position * WORD256_WIDTH, WORD256_WIDTH));
  }

  /** Every `step`-th word from `first` on. */
  words(first: i32, step: i32): BigInt[] {
    const count = (this.bytes.length - HEAD_WIDTH) / WORD256_WIDTH;
    const words: BigInt[] = [];
    for (let i = first; i < count; i += step) words.push(this.word(i));
    return words;
  }
}

/** The ballots of a packed set, each of so many words. */
export function readBallots(packed: Bytes, words: i32): Wire[] {
  const width = HEAD_WIDTH + words * WORD256_WIDTH;
  const ballots: Wire[] = [];
  for (let start = 0; start + width <= packed.length; start += width) {
    ballots.push(new Wire(slice(packed, start, width)));
  }
  return ballots;
}

/** One entity per ballot of a close; ballots go by falling weight. */
export function saveBallots(close: AuditClose, ballots: Wire[], curation: Bytes): void {
  const weights = readWeights(close.weights);
  for (let i = 0; i < ballots.length; i++) {
    const wire = ballots[i];
    const ballot = new Ballot(close.id.concat(bigEndianOf(i, WORD_WIDTH)));
    ballot.close = close.id;
    ballot.audit = close.audit;
    ballot.curator = curation.concat(wire.index);
    ballot.position = i;
    ballot.weight = weights[i];
    ballot.r = wire.r;
    ballot.vs = wire.vs;
    ballot.ok = wire.word(0);
    ballot.defect = wire.word(1);
    ballot.save();
    countBallot(ballot.curator);
  }
}

/** One entity per ballot on a challenge. */
export function saveAdjudicationBallots(judgment: ChallengeJudgment, ballots: Wire[], panel: Panel): void {
  for (let i = 0; i < ballots.length; i++) {
    const wire = ballots[i];
    const ballot = new AdjudicationBallot(judgment.id.concat(bigEndianOf(i, WORD_WIDTH)));
    ballot.judgment = judgment.id;
    ballot.challenge = judgment.challenge;
    ballot.curator = panel.curation.concat(wire.index);
    ballot.position = i;
    ballot.weight = panel.weightOf(ballot.curator);
    ballot.r = wire.r;
    ballot.vs = wire.vs;
    ballot.ok = wire.words(0, 2);
    ballot.defect = wire.words(1, 2);
    ballot.save();
    countBallot(ballot.curator);
  }
}

/** One entity per ballot on a slate. */
export function saveSlateBallots(close: SlateClose, ballots: Wire[], panel: Panel): void {
  for (let i = 0; i < ballots.length; i++) {
    const wire = ballots[i];
    const ballot = new SlateBallot(close.id.concat(bigEndianOf(i, WORD_WIDTH)));
    ballot.close = close.id;
    ballot.slate = close.slate;
    ballot.curator = panel.curation.concat(wire.index);
    ballot.position = i;
    ballot.weight = panel.weightOf(ballot.curator);
    ballot.r = wire.r;
    ballot.vs = wire.vs;
    ballot.approvals = wire.words(0, 1);
    ballot.save();
    countBallot(ballot.curator);
  }
}

/** What each ballot weighs, falling: byte k of `counts` is how many weigh 2^k. */
function readWeights(counts: BigInt): i32[] {
  const weights: i32[] = [];
  for (let k = counts.length - 1; k >= 0; k--) {
    for (let i = <i32>counts[k]; i > 0; i--) weights.push(1 << k);
  }
  return weights;
}

function countBallot(id: Bytes): void {
  const curator = Curator.load(id)!;
  curator.ballotCount += 1;
  curator.save();
}
