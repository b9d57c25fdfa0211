import type { CuratorScore } from "./records.ts";
import { setBits } from "./words.ts";

const ONE = 1_000_000n;
const ATTENDANCE = 4n;
const HIT = 8;
const MISS = 8;
const FALSE_ALARMS_PER_MISS = 8n;

/** Points from canaries are at most this fraction of the others: a quarter of all. */
const CANARY_DIVISOR = 3n;

const LARGEST_SCORE = 2 ** 24 - 1;

/** What a curator has scored so far; each number saturates at 2^24 − 1. */
export type Tallies = { hits: number; misses: number; falseAlarms: number };

/** How right a curator was so far, ppm: a new one starts with all of it. */
export function accuracyOf({ hits, misses, falseAlarms }: Tallies): bigint {
  const right = BigInt(hits) + 1n;
  return (ONE * right) / (right + BigInt(misses) + BigInt(falseAlarms) / FALSE_ALARMS_PER_MISS);
}

/** Adds to a curator's tallies. */
export function addTallies(a: Tallies, b: Tallies): Tallies {
  const plus = (x: number, y: number): number => Math.min(x + y, LARGEST_SCORE);
  return {
    hits: plus(a.hits, b.hits),
    misses: plus(a.misses, b.misses),
    falseAlarms: plus(a.falseAlarms, b.falseAlarms),
  };
}

/** What {@link scoreBallots} needs. */
export type ScoringParameters = {
  /** Lanes that the panel judged. */
  judged: bigint;
  /** Of them: something independent of the panel says what they are. */
  known: bigint;
  /** Of the known ones: it says defective. */
  defects: bigint;
  /** Units of the audit token. */
  fee: bigint;
  /** In wire order. */
  ballots: readonly { curator: number; weight: number; ok: bigint; defect: bigint }[];
  /** What a curator had scored before. */
  before: (curator: number) => Tallies;
};

/** What a settlement gives each ballot: pay by lanes, accuracy and weight; points for what is independently known. */
export function scoreBallots(parameters: ScoringParameters): CuratorScore[] {
  const { judged, known, defects, fee, ballots, before } = parameters;
  const size = setBits(judged).length;
  const judgedBy = ballots.map(({ curator, weight, ok, defect }) => {
    const lanes = setBits((ok | defect) & judged).length;
    const attends = 2 * lanes >= size;
    const credit = attends ? accuracyOf(before(curator)) * BigInt(weight) : 0n;
    const tallies = compare({ known, defects }, { ok, defect });
    // To the nearest: rounding down would favor fresh identities.
    const points = (ATTENDANCE * credit + ONE / 2n) / ONE + BigInt(tallies.merit * weight);
    return { curator, share: credit * BigInt(lanes), points: Number(points), ...tallies };
  });
  const total = judgedBy.reduce((sum, { share }) => sum + share, 0n);
  return judgedBy.map(({ share, merit: _, ...score }) => ({
    ...score,
    pay: total === 0n ? 0n : (fee * share) / total,
  }));
}

/** What one ballot says about lanes that are known. */
export function compare(
  { known, defects }: { known: bigint; defects: bigint },
  { ok, defect }: { ok: bigint; defect: bigint },
): Tallies & { merit: number } {
  const hits = setBits(defect & defects).length;
  const misses = setBits(ok & defects).length;
  const falseAlarms = setBits(defect & known & ~defects).length;
  return { hits, misses, falseAlarms, merit: Math.max(0, HIT * hits - MISS * misses - falseAlarms) };
}

/** Share of an epoch's reputation, in raw units: canary points count at most a third of the others. */
export function epochShare(
  { points, canaryPoints, budget }: { points: bigint; canaryPoints: bigint; budget: bigint },
  own: { points: bigint; canaryPoints: bigint },
): bigint {
  const cap = points / CANARY_DIVISOR;
  const usable = canaryPoints < cap ? canaryPoints : cap;
  const extra = canaryPoints === 0n ? 0n : (own.canaryPoints * usable) / canaryPoints;
  return points + usable === 0n ? 0n : (budget * (own.points + extra)) / (points + usable);
}
