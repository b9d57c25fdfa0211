import type { CuratorScore } from "../curation/records.ts";
import { addTallies, type Tallies } from "../curation/scoring.ts";

/** Points of one curator, or of all, in one epoch. */
export type ReplayedPoints = { points: bigint; canaryPoints: bigint };

const NO_POINTS: ReplayedPoints = { points: 0n, canaryPoints: 0n };
const NO_TALLIES: Tallies = { hits: 0, misses: 0, falseAlarms: 0 };

/** Scores of a gate's curators from its events in order. */
export class ScoreReplay {
  /** By index. */
  readonly tallies = new Map<number, Tallies>();
  /** Points that are not claimed, by `index/epoch`. */
  readonly points = new Map<string, ReplayedPoints>();
  /** Points and budgets, by epoch. */
  readonly epochs = new Map<number, ReplayedPoints & { budget: bigint }>();

  /** What a curator has scored so far. */
  of(index: number): Tallies {
    return this.tallies.get(index) ?? NO_TALLIES;
  }

  /** Points of an epoch so far. */
  in(epoch: number): ReplayedPoints & { budget: bigint } {
    return this.epochs.get(epoch) ?? { ...NO_POINTS, budget: 0n };
  }

  /** Adds what a settlement gave one ballot. */
  add({ curator, points, pay: _, ...tallies }: CuratorScore, epoch: number, canary: boolean): void {
    const earned = BigInt(points);
    this.tallies.set(curator, addTallies(this.of(curator), tallies));
    this.addPoints(
      curator,
      epoch,
      canary ? { points: 0n, canaryPoints: earned } : { points: earned, canaryPoints: 0n },
    );
  }

  /** Adds points to a curator and to the epoch. */
  addPoints(index: number, epoch: number, added: ReplayedPoints): void {
    const name = `${index}/${epoch}`;
    this.points.set(name, sumOf(this.points.get(name) ?? NO_POINTS, added));
    const all = this.in(epoch);
    this.epochs.set(epoch, { ...all, ...sumOf(all, added) });
  }

  /** An epoch's reputation is known. */
  close(epoch: number, budget: bigint): void {
    this.epochs.set(epoch, { ...this.in(epoch), budget });
  }

  /** A curator's points are turned into reputation. */
  claim(index: number, epoch: number): void {
    this.points.delete(`${index}/${epoch}`);
  }
}

const sumOf = (a: ReplayedPoints, b: ReplayedPoints): ReplayedPoints => ({
  points: a.points + b.points,
  canaryPoints: a.canaryPoints + b.canaryPoints,
});
