/** Buckets of a window, each a seventh of its length, so that they always cover all of it. */
const BUCKETS = 8n;

/** Most steps of a bucket, and of a cap. */
const MOST = (1n << 22n) - 1n;

const ceilDiv = (amount: bigint, step: bigint): bigint => (amount + step - 1n) / step;

/** The smallest power of ten of which a bucket can count the cap. */
function stepOf(cap: bigint): bigint {
  let step = 1n;
  while (cap / step > MOST) step *= 10n;
  return step;
}

/** What all mandates together took of a token, as the contract counts it: in steps, rounded up, bucket by bucket. */
export class WindowReplay {
  cap = 0n;
  #step = 1n;
  /** Seconds of a bucket. */
  #seconds = 1n;
  readonly #buckets = new Map<bigint, bigint>();

  /** Members set cap and length; what was taken within the old window counts as if it had been taken now. */
  set(cap: bigint, length: bigint, now: bigint): void {
    const step = stepOf(cap);
    const steps = ceilDiv(this.spentAt(now), step);
    this.cap = cap;
    this.#step = step;
    this.#seconds = ceilDiv(length, BUCKETS - 1n);
    this.#buckets.clear();
    this.#buckets.set(now / this.#seconds, steps < MOST ? steps : MOST);
  }

  take(amount: bigint, now: bigint): void {
    const bucket = now / this.#seconds;
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0n) + ceilDiv(amount, this.#step));
  }

  /** Taken within the window, in units of the token, rounded up to steps. */
  spentAt(now: bigint): bigint {
    const present = now / this.#seconds;
    const inside = [...this.#buckets].filter(([bucket]) => bucket + BUCKETS > present);
    return inside.reduce((sum, [, steps]) => sum + steps, 0n) * this.#step;
  }
}
