import { epochShare } from "@imprimatur/sdk/curation";
import type { Curator } from "./ledgers.ts";

/** Share of the supply that machines may issue in a week, and what is left of reputation after one. */
const ISSUANCE = 0.018;
const KEPT = 2 ** (-7 / 180);

/** Reputation is counted in millionths here. */
const UNIT = 1e6;

/** Turns the points of an epoch into reputation, pro rata, and lets all reputation decay for a week. */
export function closeEpoch(curators: readonly Curator[]): void {
  const sum = (read: (curator: Curator) => number): number => curators.reduce((all, one) => all + read(one), 0);
  const budget = BigInt(Math.floor(UNIT * ISSUANCE * sum(({ reputation }) => reputation)));
  const points = BigInt(sum((one) => one.points));
  const canaryPoints = BigInt(sum((one) => one.canaryPoints));
  for (const curator of curators) {
    const own = { points: BigInt(curator.points), canaryPoints: BigInt(curator.canaryPoints) };
    const earned = Number(epochShare({ points, canaryPoints, budget }, own)) / UNIT;
    curator.reputation = (curator.reputation + earned) * KEPT;
    curator.earned += earned;
    [curator.points, curator.canaryPoints] = [0, 0];
  }
}
