import { setBits } from "@imprimatur/sdk/curation";
import type { Ballot } from "./panel.ts";

const ONE = 1_000_000;
const ATTENDANCE = 4;
const HIT = 8;

/** What is known about the lanes of a sample, from elsewhere than its ballots. */
export interface Truth {
  /** Lanes of which something is known. */
  known: bigint;
  /** Of them: defective. */
  defects: bigint;
  canary: boolean;
}

const popcount = (word: bigint): number => setBits(word).length;

/** Share of a curator's judgements that were right, ppm: a false alarm counts an eighth of a miss. */
function accuracyOf({ hits, misses, falseAlarms }: Ballot["curator"]): number {
  return Math.floor((ONE * (hits + 1)) / (hits + 1 + misses + Math.floor(falseAlarms / HIT)));
}

/** Pays the ballots of one lot by weight, lanes judged and accuracy so far, and scores them. */
export function settleBallots(ballots: readonly Ballot[], { known, defects, canary }: Truth, fee: bigint): void {
  const accuracies = ballots.map(({ curator }) => accuracyOf(curator));
  const shares = ballots.map(
    ({ weight, ok, defect }, i) => BigInt(popcount(ok | defect)) * BigInt(accuracies[i] ?? 0) * BigInt(weight),
  );
  const all = shares.reduce((sum, share) => sum + share, 0n);
  ballots.forEach(({ curator, weight, ok, defect }, i) => {
    curator.pay += (fee * (shares[i] ?? 0n)) / all;
    curator.ballots += 1;
    const [hits, misses] = [popcount(defect & defects), popcount(ok & defects)];
    const falseAlarms = popcount(defect & known & ~defects);
    curator.hits += hits;
    curator.misses += misses;
    curator.falseAlarms += falseAlarms;
    const attendance = Math.round((ATTENDANCE * weight * (accuracies[i] ?? 0)) / ONE);
    const points = attendance + weight * Math.max(0, HIT * hits - HIT * misses - falseAlarms);
    if (canary) curator.canaryPoints += points;
    else curator.points += points;
    curator.allPoints += points;
  });
}
