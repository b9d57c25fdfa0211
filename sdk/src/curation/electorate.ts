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
  /** The standing before. */
  previous: number;
  /** The one before that. */
  earlier: number;
  /** Bit 0 agent, bit 1 struck off, then two times three bits: epochs between the standings, 0 for more than 7. */
  flags: number;
};

const AGENT = 1;
const STRUCK_OFF = 2;
const GAP_BITS = 7;

/** Whether a curator's flags say that it is an agent. */
export const isAgent = (flags: number): boolean => (flags & AGENT) !== 0;

/** Whether a curator's flags say that it was struck off. */
export const isStruckOff = (flags: number): boolean => (flags & STRUCK_OFF) !== 0;

/** Number of the epoch at `time`, unix seconds. */
export function epochAt(time: bigint, created: bigint): number {
  return Number((time - created) / EPOCH);
}

/** The newest epoch not after `present` with these low 8 bits. */
export function unfoldEpoch(low: number, present: number): number {
  return present - ((present - low) & 0xff);
}

/** Standing of a curator in an epoch; zero if it is stale, not registered yet, struck off, or forgotten. */
export function standingAt({ flags, ...curator }: CuratorStandings, epoch: number): number {
  if (isStruckOff(flags)) return 0;
  const gaps = [(flags >> 2) & GAP_BITS, flags >> 5, 0] as const;
  let start = curator.epoch;
  for (const [at, standing] of [curator.standing, curator.previous, curator.earlier].entries()) {
    if (epoch >= start) return epoch < start + STANDING_LIFE ? standing : 0;
    const gap = gaps[at] as number;
    if (gap === 0) return 0;
    start -= gap;
  }
  return 0;
}
