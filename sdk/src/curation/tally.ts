import { LANES } from "./words.ts";

/** What a set of ballots says about each lane. */
export type Tally = {
  /** Lanes on which one side alone reached the coverage weight. */
  covered: bigint;
  /** Covered lanes that are not outvoted as ok: a tie is a defect. */
  bad: bigint;
  /** Sum of the weights. */
  weight: number;
};

/** Weight of a curator's ballot: tier 0 weighs nothing, tier t weighs 2^(t−1). */
export function weightOf(tier: number): number {
  return tier === 0 ? 0 : 2 ** (tier - 1);
}

/** Counts one pair of words a ballot, lane by lane. */
export function tally(ballots: readonly { tier: number; ok: bigint; defect: bigint }[], coverageWeight: number): Tally {
  const ok = new Array<number>(LANES).fill(0);
  const defect = new Array<number>(LANES).fill(0);
  let weight = 0;
  for (const ballot of ballots) {
    const own = weightOf(ballot.tier);
    weight += own;
    addLanes(ok, ballot.ok, own);
    addLanes(defect, ballot.defect, own);
  }
  let covered = 0n;
  let bad = 0n;
  for (let lane = 0; lane < LANES; lane += 1) {
    const [good, broken] = [ok[lane] as number, defect[lane] as number];
    if (Math.max(good, broken) < coverageWeight) continue;
    covered |= 1n << BigInt(lane);
    if (good <= broken) bad |= 1n << BigInt(lane);
  }
  return { covered, bad, weight };
}

function addLanes(sums: number[], word: bigint, weight: number): void {
  for (let rest = word, lane = 0; rest !== 0n; rest >>= 1n, lane += 1) {
    if ((rest & 1n) === 1n) sums[lane] = (sums[lane] as number) + weight;
  }
}
