/** One ballot of a panel: what it calls ok and defective, word by word. */
export interface PanelBallot {
  weight: number;
  ok: readonly bigint[];
  defect: readonly bigint[];
}

/** What a naive reader says of challenged assets, word by word. */
export interface NaiveRuling {
  decided: bigint[];
  upheld: bigint[];
  undecided: bigint[];
}

/** Weight that sets this bit of one word. */
const weightOf = (words: readonly { weight: number; word: bigint }[], bit: bigint): number =>
  words.reduce((sum, { weight, word }) => ((word >> bit) & 1n ? sum + weight : sum), 0);

/**
 * Decides each challenged asset by itself: one side, and not the other, has at least 60 % of the weight that was
 * expected of the panel.
 */
export function naiveRuling(
  ballots: readonly PanelBallot[],
  masks: readonly bigint[],
  expectedWeight: number,
): NaiveRuling {
  const ruling: NaiveRuling = { decided: [], upheld: [], undecided: [] };
  masks.forEach((mask, word) => {
    let [decided, upheld] = [0n, 0n];
    const side = (words: "ok" | "defect") =>
      ballots.map((ballot) => ({ weight: ballot.weight, word: ballot[words][word] ?? 0n }));
    for (let bit = 0n; bit < 256n; bit++) {
      if (((mask >> bit) & 1n) === 0n) continue;
      const isOk = 10 * weightOf(side("ok"), bit) >= 6 * expectedWeight;
      const isDefective = 10 * weightOf(side("defect"), bit) >= 6 * expectedWeight;
      if (isOk === isDefective) continue;
      decided |= 1n << bit;
      if (isDefective) upheld |= 1n << bit;
    }
    ruling.decided.push(decided);
    ruling.upheld.push(upheld);
    ruling.undecided.push(mask & ~decided);
  });
  return ruling;
}

/** Money of one challenge. */
export interface Stakes {
  bond: bigint;
  fee: bigint;
  challengeBond: bigint;
  /** Of the lot's bond, paid before. */
  paid: bigint;
}

/** Where the money of a first judgement goes. */
export interface NaivePayment {
  returned: bigint;
  reward: bigint;
  lost: bigint;
  pays: bigint[];
}

const count = (masks: readonly bigint[]): bigint =>
  BigInt(masks.reduce((sum, mask) => sum + mask.toString(2).replaceAll("0", "").length, 0));

export function naivePayment(ballots: readonly PanelBallot[], ruling: NaiveRuling, stakes: Stakes): NaivePayment {
  const [decided, upheld] = [count(ruling.decided), count(ruling.upheld)];
  const weight = BigInt(ballots.reduce((sum, ballot) => sum + ballot.weight, 0));
  const pays = ballots.map((ballot) => (stakes.fee * BigInt(ballot.weight)) / weight);
  const rest = stakes.fee - pays.reduce((sum, pay) => sum + pay, 0n);
  const wanted = upheld * stakes.challengeBond + (2n * upheld > decided ? stakes.fee : 0n);
  const left = stakes.bond - stakes.paid;
  return {
    returned: upheld * stakes.challengeBond + rest,
    reward: wanted < left ? wanted : left,
    lost: (decided - upheld) * stakes.challengeBond,
    pays,
  };
}
