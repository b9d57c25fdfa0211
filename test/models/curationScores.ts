/** Independent re-computation of what settling a lot does to curators: lanes are looked at one by one. */

const CAP = 2 ** 24 - 1;
const PPM = 1_000_000n;

/** A curator as the model keeps it. */
export interface ModelScore {
  hits: number;
  misses: number;
  falseAlarms: number;
  /** By epoch. */
  points: Map<number, number>;
  canaryPoints: Map<number, number>;
  pay: bigint;
}

/** One ballot of a close. */
export interface ScoredBallot {
  index: number;
  /** Drawn weight. */
  weight: bigint;
  ok: bigint;
  defect: bigint;
}

/** One round that is settled. */
export interface ScoredRound {
  epoch: number;
  /** Lanes that the panel judged. */
  covered: bigint;
  /** Lanes that are known to be bad. */
  defects: bigint;
  /** All lanes are known, not only the bad ones. */
  canary: boolean;
  fee: bigint;
  ballots: readonly ScoredBallot[];
}

/** What one ballot brought. */
export interface ModelEntry {
  index: number;
  hits: number;
  misses: number;
  falseAlarms: number;
  points: number;
  pay: bigint;
}

export const newScore = (): ModelScore => ({
  hits: 0,
  misses: 0,
  falseAlarms: 0,
  points: new Map(),
  canaryPoints: new Map(),
  pay: 0n,
});

const has = (word: bigint, lane: number): boolean => ((word >> BigInt(lane)) & 1n) === 1n;
const capped = (value: number): number => (value > CAP ? CAP : value);

/** Accuracy in ppm: right lanes of those with a truth, one more of both, false alarms an eighth. */
export function accuracyOf({ hits, misses, falseAlarms }: ModelScore): bigint {
  const wrong = BigInt(misses) + BigInt(falseAlarms) / 8n;
  return (PPM * BigInt(hits + 1)) / (BigInt(hits + 1) + wrong);
}

function compare({ ok, defect }: ScoredBallot, { covered, defects, canary }: ScoredRound) {
  const counted = { hits: 0, misses: 0, falseAlarms: 0, judged: 0, lanes: 0 };
  for (let lane = 0; lane < 256; lane++) {
    if (!has(covered, lane)) continue;
    counted.lanes++;
    if (has(ok, lane) || has(defect, lane)) counted.judged++;
    if (has(defects, lane)) {
      if (has(defect, lane)) counted.hits++;
      else if (has(ok, lane)) counted.misses++;
    } else if (canary && has(defect, lane)) counted.falseAlarms++;
  }
  return counted;
}

/** Changes the scores as one settlement does, and says what each ballot brought. */
export function settleModel(scores: Map<number, ModelScore>, round: ScoredRound): ModelEntry[] {
  const scoreOf = (index: number): ModelScore => {
    const score = scores.get(index) ?? newScore();
    scores.set(index, score);
    return score;
  };
  const judged = round.ballots.map((ballot) => {
    const counted = compare(ballot, round);
    const attends = counted.judged * 2 >= counted.lanes;
    const accuracy = accuracyOf(scoreOf(ballot.index));
    const merit = Math.max(0, 8 * counted.hits - 8 * counted.misses - counted.falseAlarms);
    return {
      ...ballot,
      ...counted,
      points: merit * Number(ballot.weight) + (attends ? Math.round(Number(4n * ballot.weight * accuracy) / 1e6) : 0),
      share: attends ? BigInt(counted.judged) * accuracy * ballot.weight : 0n,
    };
  });
  const total = judged.reduce((sum, { share }) => sum + share, 0n);
  return judged.map(({ index, hits, misses, falseAlarms, points, share }) => {
    const score = scoreOf(index);
    const pay = total === 0n ? 0n : (round.fee * share) / total;
    score.hits = capped(score.hits + hits);
    score.misses = capped(score.misses + misses);
    score.falseAlarms = capped(score.falseAlarms + falseAlarms);
    score.pay += pay;
    const kind = round.canary ? score.canaryPoints : score.points;
    const before = kind.get(round.epoch) ?? 0;
    kind.set(round.epoch, capped(before + points));
    return { index, hits, misses, falseAlarms, points: capped(before + points) - before, pay };
  });
}

/** A curator's share of an epoch's budget, rounded down. */
export function shareModel(
  budget: bigint,
  own: { points: bigint; canaryPoints: bigint },
  all: { points: bigint; canaryPoints: bigint },
): bigint {
  const third = all.points / 3n;
  const usable = all.canaryPoints < third ? all.canaryPoints : third;
  const fromCanaries = all.canaryPoints === 0n ? 0n : (own.canaryPoints * usable) / all.canaryPoints;
  return (budget * (own.points + fromCanaries)) / (all.points + usable);
}
