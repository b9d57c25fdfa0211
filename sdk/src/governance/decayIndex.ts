/** Curve of a reputation's index: a line that doubles in every half-life. */
export type DecayCurve = {
  /** Index at `tBase`. */
  gBase: bigint;
  /** Unix seconds. */
  tBase: bigint;
  /** Seconds. */
  halfLife: bigint;
};

/** The index at the beginning, and the most it reaches: there decay ends. */
const G0 = 2n ** 40n;
const DOUBLINGS = 47n;
const G_MAX = G0 << DOUBLINGS;

/** The index at a time that is not before the curve's, exactly as the contract computes it. */
export function indexAt({ gBase, tBase, halfLife }: DecayCurve, time: bigint): bigint {
  const elapsed = time - tBase;
  const doublings = elapsed / halfLife;
  const part = (gBase * (halfLife + (elapsed % halfLife))) / halfLife;
  return doublings > DOUBLINGS || part > G_MAX >> doublings ? G_MAX : part << doublings;
}

/** What raw units are worth at an index, 18 decimals. */
export const toEffective = (raw: bigint, index: bigint): bigint => (raw * G0) / index;
