import type { Curator } from "./ledgers.ts";

/** Share of the supply that machines may issue in a week, and what is left of reputation after one. */
const ISSUANCE = 0.018;
const KEPT = 2 ** (-7 / 180);

/** Canary points count at most a third of the others. */
const CANARY_DIVISOR = 3;

/** Turns the points of an epoch into reputation, pro rata, and lets all reputation decay for a week. */
export function closeEpoch(curators: readonly Curator[]): void {
  const sum = (read: (curator: Curator) => number): number => curators.reduce((all, one) => all + read(one), 0);
  const [points, canaryPoints] = [sum((one) => one.points), sum((one) => one.canaryPoints)];
  const usable = Math.min(canaryPoints, Math.floor(points / CANARY_DIVISOR));
  const budget = ISSUANCE * sum(({ reputation }) => reputation);
  for (const curator of curators) {
    const usableOwn = canaryPoints === 0 ? 0 : Math.floor((curator.canaryPoints * usable) / canaryPoints);
    const earned = points === 0 ? 0 : (budget * (curator.points + usableOwn)) / (points + usable);
    curator.reputation = (curator.reputation + earned) * KEPT;
    curator.earned += earned;
    [curator.points, curator.canaryPoints] = [0, 0];
  }
}
