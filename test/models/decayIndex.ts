/** A decay curve as IndexChanged tells it: index at `tBase` (seconds), doubling every `halfLife` seconds. */
export interface DecayCurve {
  gBase: bigint;
  tBase: bigint;
  halfLife: bigint;
}

/** Index at the creation of a studio. */
export const FIRST_INDEX = 1n << 40n;

/** The index never passes 47 doublings of the first one. */
export const LAST_INDEX = FIRST_INDEX << 47n;

/**
 * Index at `time`, by walking from half-life to half-life: within one it grows by a straight line to twice its value.
 * The fraction is dropped once, where the walk begins.
 */
export function indexAt({ gBase, tBase, halfLife }: DecayCurve, time: bigint): bigint {
  let left = time - tBase;
  let walked = 0n;
  while (left >= halfLife) {
    left -= halfLife;
    walked += 1n;
    if (walked > 300n) return LAST_INDEX;
  }
  let index = gBase + (gBase * left) / halfLife;
  for (let step = 0n; step < walked; step += 1n) index += index;
  return index < LAST_INDEX ? index : LAST_INDEX;
}

/** Raw units that `amount` effective ones are stored as. */
export const rawOf = (amount: bigint, index: bigint): bigint => (amount * index) / FIRST_INDEX;

/** Effective units that `raw` ones are worth. */
export const effectiveOf = (raw: bigint, index: bigint): bigint => (raw * FIRST_INDEX) / index;

/** One account's share of a bucket that lets `capacity` through per `window` seconds; fractions of 10^18. */
export class ModelBucket {
  readonly capacity: bigint;
  readonly window: bigint;
  #used = 0n;
  #time = 0n;

  constructor(capacity: bigint, window: bigint) {
    this.capacity = capacity;
    this.window = window;
  }

  /** What may be used at `time`. */
  available(time: bigint): bigint {
    const recovered = ((time - this.#time) * this.capacity) / this.window;
    const used = this.#used - recovered;
    return used > 0n ? this.capacity - used : this.capacity;
  }

  /** Uses `share` at `time`. */
  consume(share: bigint, time: bigint): void {
    this.#used = this.capacity - this.available(time) + share;
    this.#time = time;
  }
}
