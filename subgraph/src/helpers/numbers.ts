import { BigDecimal, BigInt } from "@graphprotocol/graph-ts";

/** ppm of one. */
export const ONE = BigInt.fromI32(1_000_000);

const REPUTATION_UNIT = BigInt.fromI32(10).pow(18).toBigDecimal();

/** Whole reputation tokens of raw units. */
export function reputationTokens(raw: BigInt): BigDecimal {
  return raw.toBigDecimal().div(REPUTATION_UNIT);
}

/** RoyaltySplitter's F: floor(x * weight / whole). */
export function share(x: BigInt, weight: BigInt, whole: BigInt): BigInt {
  return x.times(weight).div(whole);
}

/** What `weight` of `whole` gains when a cumulative total grows: a difference of floors. */
export function shareGained(from: BigInt, to: BigInt, weight: BigInt, whole: BigInt): BigInt {
  return share(to, weight, whole).minus(share(from, weight, whole));
}

/** Set bits of a non-negative number. */
export function countBits(value: BigInt): i32 {
  let count = 0;
  for (let i = 0; i < value.length; i++) count += popcnt<i32>(value[i]);
  return count;
}
