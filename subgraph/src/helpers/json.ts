import { Bytes, JSONValue, JSONValueKind, TypedMap } from "@graphprotocol/graph-ts";

// Whoever commits a lot writes its files, and a handler that fails would stop the subgraph for everybody: nothing here
// may trap, whatever the JSON is. What is not as expected is null.

const HASH_WIDTH = 32;
const MOST_DIGITS = 18;

/** The object in a value. */
export function objectIn(value: JSONValue): TypedMap<string, JSONValue> | null {
  return value.kind == JSONValueKind.OBJECT ? value.toObject() : null;
}

/** The text in a value. */
export function textIn(value: JSONValue): string | null {
  return value.kind == JSONValueKind.STRING ? value.toString() : null;
}

/** A member that is text. */
export function textAt(object: TypedMap<string, JSONValue>, key: string): string | null {
  const value = object.get(key);
  return value ? textIn(value) : null;
}

/** A member that is a list. */
export function listAt(object: TypedMap<string, JSONValue>, key: string): JSONValue[] | null {
  const value = object.get(key);
  return value && value.kind == JSONValueKind.ARRAY ? value.toArray() : null;
}

/** A member that is an object. */
export function objectAt(object: TypedMap<string, JSONValue>, key: string): TypedMap<string, JSONValue> | null {
  const value = object.get(key);
  return value ? objectIn(value) : null;
}

/** A member that is a whole number from 0 to 10^18 - 1; -1 for anything else. */
export function integerAt(object: TypedMap<string, JSONValue>, key: string): i64 {
  const value = object.get(key);
  if (!value || value.kind != JSONValueKind.NUMBER) return -1;
  // A JSON number is its own text; the host's conversions trap on fractions and exponents.
  return digits(changetype<string>(<u32>value.data));
}

/** A member that is 0x and 64 lower-case hexadecimal digits. */
export function hashAt(object: TypedMap<string, JSONValue>, key: string): Bytes | null {
  const text = textAt(object, key);
  if (text === null || text.length != 2 + 2 * HASH_WIDTH || !text.startsWith("0x")) return null;
  const hash = new Bytes(HASH_WIDTH);
  for (let i = 0; i < HASH_WIDTH; i++) {
    const high = nibble(text.charCodeAt(2 * i + 2));
    const low = nibble(text.charCodeAt(2 * i + 3));
    if (high < 0 || low < 0) return null;
    hash[i] = <u8>((high << 4) | low);
  }
  return hash;
}

function digits(text: string): i64 {
  if (text.length == 0 || text.length > MOST_DIGITS) return -1;
  let value: i64 = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function nibble(code: i32): i32 {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}
