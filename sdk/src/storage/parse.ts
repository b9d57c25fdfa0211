import { type Address, getAddress, type Hex, isAddress, isHash } from "viem";
import { ManifestInvalidError } from "../errors/storage.ts";
import type { Json } from "./json.ts";

/** JSON out of a block that anybody may have written. */
export function parseJson(block: Uint8Array): Json {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(block)) as Json;
  } catch (error) {
    throw new ManifestInvalidError("The block is not UTF-8 JSON.", { cause: error });
  }
}

/** Typed access to the fields of an untrusted JSON object. */
export type Fields = {
  value(key: string): Json;
  text(key: string): string;
  integer(key: string): number;
  bigint(key: string): bigint;
  hash(key: string): Hex;
  address(key: string): Address;
  list(key: string): readonly Json[];
  literal<const Value extends string | number>(key: string, expected: Value): Value;
};

/** Reads the fields of `value`; every problem names `what` and the field. */
export function fieldsOf(what: string, value: Json): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ManifestInvalidError(`The ${what} is not a JSON object.`);
  }
  const object = value as { readonly [key: string]: Json };
  const refuse = (key: string, expected: string): never => {
    throw new ManifestInvalidError(`"${key}" of the ${what} is not ${expected}.`);
  };
  const own = (key: string): Json => (Object.hasOwn(object, key) ? (object[key] as Json) : refuse(key, "there"));
  const text = (key: string): string => {
    const found = own(key);
    return typeof found === "string" ? found : refuse(key, "a string");
  };
  return {
    value: own,
    text,
    integer: (key) => {
      const found = own(key);
      return Number.isSafeInteger(found) && (found as number) >= 0 ? (found as number) : refuse(key, "a whole number");
    },
    bigint: (key) => (/^(0|[1-9]\d{0,77})$/.test(text(key)) ? BigInt(text(key)) : refuse(key, "a decimal string")),
    hash: (key) => {
      const found = text(key);
      return isHash(found) ? found : refuse(key, "32 bytes of hex");
    },
    address: (key) => (isAddress(text(key)) ? getAddress(text(key)) : refuse(key, "an address")),
    list: (key) => {
      const found = own(key);
      return Array.isArray(found) ? (found as readonly Json[]) : refuse(key, "a list");
    },
    literal: (key, expected) => (own(key) === expected ? expected : refuse(key, JSON.stringify(expected))),
  };
}
