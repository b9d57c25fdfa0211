import { BigInt, Bytes, crypto } from "@graphprotocol/graph-ts";
import { fromBigEndian, slice, WORD256_WIDTH } from "./ids";

// The contracts' Sortition: fixed-point numbers have 64 binary places.

const PLACES: u8 = 64;
const WHOLE = BigInt.fromI32(1).leftShift(PLACES);
const ONE = BigInt.fromI32(1);
const SEED_WIDTH = 16;
const LOT_WIDTH = 8;
const BYTE_BITS = 8;
const ALL_ONES: u8 = 0xff;

/** Position in a lot of `count` assets that a lane of a sample judges: keccak(seed, lane) mod count. */
export function lanePosition(seed: Bytes, lane: i32, count: i32): i32 {
  const preimage = new Bytes(2 * WORD256_WIDTH);
  for (let i = 0; i < SEED_WIDTH; i++) preimage[i] = seed[i];
  preimage[2 * WORD256_WIDTH - 2] = <u8>(lane >> BYTE_BITS);
  preimage[2 * WORD256_WIDTH - 1] = <u8>lane;
  const hash = crypto.keccak256(preimage);
  let rest: u64 = 0;
  for (let i = 0; i < WORD256_WIDTH; i++) rest = ((rest << BYTE_BITS) | hash[i]) % <u64>count;
  return <i32>rest;
}

/** Expected weight of a panel of `panel` where so few curators have a standing. */
export function panelOf(panel: i32, curators: i32): i32 {
  if (curators == 0 || curators >= panel) return panel;
  return curators << (31 - clz<i32>(panel / curators));
}

/** Weight per unit of standing, fixed-point, rounded up. */
export function factorOf(panel: i32, total: BigInt): BigInt {
  return BigInt.fromI32(panel).times(WHOLE).plus(total).minus(ONE).div(total);
}

/** What a curator weighs in the panel of a seed: 0 (not drawn) or a power of two. */
export function weightOf(seed: Bytes, index: i32, standing: i32, factor: BigInt): i32 {
  const x = BigInt.fromI32(standing).times(factor);
  const lot = lotOf(seed, index);
  if (x.lt(WHOLE)) return lot.lt(x) ? 1 : 0;
  const shift = log2(x) - <i32>PLACES;
  return lot.lt(x.rightShift(<u8>shift).minus(WHOLE)) ? 2 << shift : 1 << shift;
}

/** The first 64 bits of keccak(seed, ~index). */
function lotOf(seed: Bytes, index: i32): BigInt {
  const preimage = new Bytes(2 * WORD256_WIDTH);
  for (let i = 0; i < SEED_WIDTH; i++) preimage[i] = seed[i];
  for (let i = WORD256_WIDTH; i < 2 * WORD256_WIDTH; i++) preimage[i] = ALL_ONES;
  preimage[2 * WORD256_WIDTH - 2] = <u8>~(index >> BYTE_BITS);
  preimage[2 * WORD256_WIDTH - 1] = <u8>~index;
  return fromBigEndian(slice(changetype<Bytes>(crypto.keccak256(preimage)), 0, LOT_WIDTH));
}

/** Position of the highest set bit of a positive number. */
function log2(x: BigInt): i32 {
  let top = x.length - 1;
  while (x[top] == 0) top--;
  return top * BYTE_BITS + 31 - clz<i32>(x[top]);
}
