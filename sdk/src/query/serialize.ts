import { bytesToHex, type Hex, hexToBytes } from "viem";
import { QueryKeyValueError } from "../errors/query.ts";

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [Name in string]: Json };

/** Stands for a bigint where only JSON is allowed. */
type TaggedBigint = { readonly $bigint: string };

/** Stands for bytes where only JSON is allowed. */
type TaggedBytes = { readonly $bytes: Hex };

/**
 * A value as plain JSON, bigints and bytes included; `fromPlain` is its inverse. Members that are undefined are left
 * out and names are sorted, so that equal parameters give equal keys.
 */
export function toPlain(value: unknown, place = "itself"): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return { $bigint: value.toString() } satisfies TaggedBigint;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (value instanceof Uint8Array) return { $bytes: bytesToHex(value) } satisfies TaggedBytes;
  if (Array.isArray(value)) return value.map((item: unknown, index) => toPlain(item ?? null, `${place}[${index}]`));
  if (!isPlainObject(value)) throw new QueryKeyValueError(place, kindOf(value));
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, member]) => [name, toPlain(member, `${place}.${name}`)]));
}

/** A value out of the plain JSON that `toPlain` made of it. */
export function fromPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromPlain);
  if (typeof value !== "object" || value === null) return value;
  if (isTagged<TaggedBigint>(value, "$bigint")) return BigInt(value.$bigint);
  if (isTagged<TaggedBytes>(value, "$bytes")) return hexToBytes(value.$bytes);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fromPlain(member)]));
}

/** JSON text of a value with bigints: for persisted caches, and for keys of one's own. */
export function serialize(value: unknown): string {
  return JSON.stringify(toPlain(value));
}

/** The value that {@link serialize} made the text of. */
export function deserialize(text: string): unknown {
  return fromPlain(JSON.parse(text));
}

function isTagged<Tagged>(value: object, tag: keyof Tagged & string): value is Tagged & object {
  return Object.keys(value).length === 1 && typeof (value as Record<string, unknown>)[tag] === "string";
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function kindOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return typeof value === "number" ? String(value) : typeof value;
  return `an object of class ${value.constructor.name}`;
}
