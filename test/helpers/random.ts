/** A seeded stream of choices: the same seed gives the same tests on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 32 random bits (mulberry32). */
  bits(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + (this.bits() % (high - low + 1));
  }

  /** A whole number from `low` to `high`, both included, of any size. */
  big(low: bigint, high: bigint): bigint {
    const words = 2 + (high - low).toString(16).length / 8;
    let drawn = 0n;
    for (let word = 0; word < words; word++) drawn = (drawn << 32n) | BigInt(this.bits());
    return low + (drawn % (high - low + 1n));
  }

  /** True in `ppm` of a million cases. */
  chance(ppm: number): boolean {
    return this.integer(0, 999_999) < ppm;
  }

  /** One element of a list that is not empty. */
  pick<T>(values: readonly T[]): T {
    if (values.length === 0) throw new Error("nothing to pick from");
    return values[this.integer(0, values.length - 1)] as T;
  }

  /** The same elements in another order. */
  shuffle<T>(values: readonly T[]): T[] {
    const shuffled = [...values];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
    }
    return shuffled;
  }
}
