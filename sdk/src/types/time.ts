/** Expiry and duration that never end, as the contracts write it. */
export const PERPETUAL = 2n ** 40n - 1n;

/** A point in time or a duration in seconds as contracts take it; viem refuses what does not fit. */
export const toSeconds = (seconds: bigint): number => Number(seconds);
