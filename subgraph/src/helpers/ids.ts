import { Address, BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";

const BYTE_BITS = 8;

/** Widths of the packed ids, in bytes. */
export const ORDINAL_WIDTH = 4;
export const ACCOUNT_WIDTH = 20;
export const LOT_WIDTH = 28;
export const ASSET_WIDTH = 31;
export const INDEX_WIDTH = 3;
export const WORD_WIDTH = 2;
export const WORD256_WIDTH = 32;

/** The low `width` bytes of a non-negative number, big-endian. */
export function bigEndian(value: BigInt, width: i32): Bytes {
  const bytes = new Bytes(width);
  for (let i = 0; i < width; i++) bytes[width - 1 - i] = i < value.length ? value[i] : 0;
  return bytes;
}

/** The same of a number that fits 31 bits. */
export function bigEndianOf(value: i32, width: i32): Bytes {
  const bytes = new Bytes(width);
  for (let i = 0; i < width; i++) bytes[width - 1 - i] = <u8>(i < 4 ? value >> (i * BYTE_BITS) : 0);
  return bytes;
}

/** The number that big-endian bytes spell. */
export function fromBigEndian(bytes: Bytes): BigInt {
  const reversed = new Bytes(bytes.length);
  for (let i = 0; i < bytes.length; i++) reversed[i] = bytes[bytes.length - 1 - i];
  return BigInt.fromUnsignedBytes(reversed);
}

/** A copy of `length` bytes from `start`. */
export function slice(bytes: Bytes, start: i32, length: i32): Bytes {
  const part = new Bytes(length);
  for (let i = 0; i < length; i++) part[i] = bytes[start + i];
  return part;
}

/** Id of an event entity: no other log has it. */
export function eventId(event: ethereum.Event): Bytes {
  return event.transaction.hash.concatI32(event.logIndex.toI32());
}

/** Id of the pot that a studio's curation books everything in. */
export const POT_ID = new Bytes(WORD256_WIDTH);

/** Id of a recipe, of its royalty node: the ordinal. */
export function recipeKey(ordinal: BigInt): Bytes {
  return bigEndian(ordinal, ORDINAL_WIDTH);
}

/** Id of a lot. */
export function lotKey(lotId: BigInt): Bytes {
  return bigEndian(lotId, LOT_WIDTH);
}

/** Id of an audit of a lot. */
export function auditKey(lot: Bytes, round: i32): Bytes {
  return lot.concat(bigEndianOf(round, 1));
}

/** Id of an asset. */
export function assetKey(assetId: BigInt): Bytes {
  return bigEndian(assetId, ASSET_WIDTH);
}

/** Id of a license record, which is an ERC-721 token id too. */
export function licenseKey(tokenId: BigInt): Bytes {
  return bigEndian(tokenId, WORD256_WIDTH);
}

/** Null for the zero address. */
export function nullable(address: Address): Bytes | null {
  return address.equals(Address.zero()) ? null : changetype<Bytes>(address);
}

/** Null for zero bytes. */
export function nonZero(bytes: Bytes): Bytes | null {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] != 0) return bytes;
  return null;
}
