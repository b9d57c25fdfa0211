import type { Random } from "../../test/helpers/random.ts";

/** How a producer works. */
export const PRODUCER_KINDS = ["careful", "careless", "spamming", "colluding", "resubmitting", "withholding"] as const;
export type ProducerKind = (typeof PRODUCER_KINDS)[number];

/** How a curator judges. */
export const CURATOR_KINDS = ["honest", "splitting", "colluding", "lazy", "random", "flagging"] as const;
export type CuratorKind = (typeof CURATOR_KINDS)[number];

/** What a producer's lots are like, and how many it commits in an epoch. */
export interface ProducerHabits {
  /** Share of its assets that are defective, ppm. */
  defects: number;
  lotsPerEpoch: number;
  /** Commits a rejected lot again, as it is. */
  resubmits?: boolean;
  /** Builds the block that makes its seed, and withholds it once if it dislikes the sample: one bit of choice. */
  withholds?: boolean;
}

export const PRODUCERS: Record<ProducerKind, ProducerHabits> = {
  careful: { defects: 2_000, lotsPerEpoch: 2 },
  careless: { defects: 10_000, lotsPerEpoch: 2 },
  spamming: { defects: 100_000, lotsPerEpoch: 8 },
  colluding: { defects: 10_000, lotsPerEpoch: 2 },
  resubmitting: { defects: 20_000, lotsPerEpoch: 2, resubmits: true },
  withholding: { defects: 20_000, lotsPerEpoch: 2, withholds: true },
};

/** People of each kind, all with the same reputation at the beginning. */
export const CURATORS: Record<CuratorKind, number> = {
  honest: 10,
  splitting: 1,
  colluding: 3,
  lazy: 2,
  random: 1,
  flagging: 1,
};

/** Accounts among which a splitting curator divides its reputation. */
export const IDENTITIES = 8;

/** ppm: what an attentive curator calls defective, and how often anybody does not vote. */
const FINDS = 950_000;
const SEES_THINGS = 3_000;
const SLEEPS = 50_000;

export const votes = (random: Random): boolean => !random.chance(SLEEPS);

/** Whether a curator calls an asset defective. */
export function callsDefective(kind: CuratorKind, producer: ProducerKind, defective: boolean, random: Random): boolean {
  if (kind === "lazy" || (kind === "colluding" && producer === "colluding")) return false;
  if (kind === "flagging") return true;
  if (kind === "random") return random.chance(500_000);
  return random.chance(defective ? FINDS : SEES_THINGS);
}
