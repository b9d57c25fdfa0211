/** Seconds of an epoch; the first one begins with the studio. */
export const EPOCH = 604_800n;

/** Epochs for which a standing counts; then it is stale and weighs nothing. */
export const STANDING_LIFE = 4;

/** Standings are tenths of a unit of effective reputation. */
export const STANDINGS_PER_UNIT = 10n;

/** Standings of all curators in one epoch. */
export type Electorate = {
  /** Curators whose standing is not zero. */
  curators: number;
  /** Sum of their standings. */
  standing: bigint;
};

/** What a curator has of standings, as the contract keeps them. */
export type CuratorStandings = {
  /** First epoch of the newest standing. */
  epoch: number;
  standing: number;
  /** In the epoch before. */
  previous: number;
  /** Two epochs before. */
  earlier: number;
  struckOff: boolean;
};

/** Number of the epoch at `time`, unix seconds. */
export function epochAt(time: bigint, created: bigint): number {
  return Number((time - created) / EPOCH);
}

/** The newest epoch not after `present` with these low 8 bits. */
export function unfoldEpoch(low: number, present: number): number {
  return present - ((present - low) & 0xff);
}

/** Standing of a curator in an epoch; zero if it is stale, not registered yet, struck off, or forgotten. */
export function standingAt(curator: CuratorStandings, epoch: number): number {
  if (curator.struckOff) return 0;
  const age = curator.epoch - epoch;
  if (age <= 0) return -age < STANDING_LIFE ? curator.standing : 0;
  if (age === 1) return curator.previous;
  return age === 2 ? curator.earlier : 0;
}
