import type { Address } from "viem";
import { getAddress, numberToHex } from "viem";
import { IdOutOfRangeError } from "../errors/input.ts";

/** Index of the pseudo-asset that stands for every asset of a lot in a license. */
export const WHOLE_LOT = 0xff_ffff;

/** Most assets in a lot. */
export const MAX_LOT = 65_536;

const INDEX_BITS = 24n;
const NONCE_BITS = 64n;
const ADDRESS_BITS = 160n;

function within(what: string, value: bigint, bits: bigint): bigint {
  if (value < 0n || value >> bits !== 0n) throw new IdOutOfRangeError(what, value, bits);
  return value;
}

/** The lot id of `producer`'s run `nonce`: `producer << 64 | nonce`, known before the commit. */
export function toLotId(producer: Address, nonce: bigint): bigint {
  return (BigInt(producer) << NONCE_BITS) | within("lot nonce", nonce, NONCE_BITS);
}

/** The account that committed, or may commit, the lot. */
export function producerOf(lotId: bigint): Address {
  const producer = within("lot id", lotId, ADDRESS_BITS + NONCE_BITS) >> NONCE_BITS;
  return getAddress(numberToHex(producer, { size: 20 }));
}

/** The producer's own nonce of the lot. */
export function nonceOf(lotId: bigint): bigint {
  return BigInt.asUintN(Number(NONCE_BITS), within("lot id", lotId, ADDRESS_BITS + NONCE_BITS));
}

/** The asset at `index` of the lot: `lotId << 24 | index`. */
export function assetAt(lotId: bigint, index: number): bigint {
  within("lot id", lotId, ADDRESS_BITS + NONCE_BITS);
  return (lotId << INDEX_BITS) | within("asset index", BigInt(index), INDEX_BITS);
}

/** The id under which a license names every asset of the lot. */
export function wholeLot(lotId: bigint): bigint {
  return assetAt(lotId, WHOLE_LOT);
}

/** The lot the asset is a leaf of. */
export function lotOf(assetId: bigint): bigint {
  return within("asset id", assetId, ADDRESS_BITS + NONCE_BITS + INDEX_BITS) >> INDEX_BITS;
}

/** The leaf's position in its lot. */
export function indexOf(assetId: bigint): number {
  within("asset id", assetId, ADDRESS_BITS + NONCE_BITS + INDEX_BITS);
  return Number(BigInt.asUintN(Number(INDEX_BITS), assetId));
}
