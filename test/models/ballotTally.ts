/** One ballot as a naive reader sees it. */
export interface CountedBallot {
  weight: number;
  ok: bigint;
  defect: bigint;
}

/** What decides a lot. */
export interface TallyRules {
  /** Assets in the lot. */
  count: number;
  /** Lanes of the plan's sample. */
  sampleSize: number;
  /** Bad lanes a sample may have. */
  acceptance: number;
  /** Mean weight of those who may judge. */
  expectedWeight: number;
}

/** What follows from counting each lane by itself. */
export type TallyVerdict =
  | { outcome: "no quorum" }
  | { outcome: "uncovered"; lanes: bigint }
  | { outcome: "accepted" | "rejected"; covered: bigint; bad: bigint };

/** How much weight each of the 256 lanes got, one lane and one ballot at a time. */
export function countLanes(words: readonly { weight: number; word: bigint }[]): number[] {
  return Array.from({ length: 256 }, (_, lane) => {
    let sum = 0;
    for (const { weight, word } of words) {
      if ((word >> BigInt(lane)) & 1n) sum += weight;
    }
    return sum;
  });
}

/** The verdict by its definition. */
export function naiveVerdict(ballots: readonly CountedBallot[], rules: TallyRules): TallyVerdict {
  const { count, sampleSize, acceptance, expectedWeight } = rules;
  const present = ballots.reduce((sum, { weight }) => sum + weight, 0);
  if (10 * present < 6 * expectedWeight) return { outcome: "no quorum" };

  const ok = countLanes(ballots.map(({ weight, ok: word }) => ({ weight, word })));
  const defect = countLanes(ballots.map(({ weight, defect: word }) => ({ weight, word })));
  const judged = Math.min(count, sampleSize);
  let [uncovered, covered, bad, badLanes] = [0n, 0n, 0n, 0];
  for (let lane = 0; lane < judged; lane++) {
    const [forIt, against] = [ok[lane] ?? 0, defect[lane] ?? 0];
    const bit = 1n << BigInt(lane);
    if (10 * Math.max(forIt, against) < 4 * expectedWeight) uncovered |= bit;
    covered |= bit;
    if (forIt > against) continue;
    bad |= bit;
    badLanes += 1;
  }
  if (uncovered !== 0n) return { outcome: "uncovered", lanes: uncovered };
  const allowed = count <= sampleSize ? Math.max(Math.floor(count / 4), acceptance) : acceptance;
  return { outcome: badLanes <= allowed ? "accepted" : "rejected", covered, bad };
}
