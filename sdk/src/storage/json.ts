import canonicalize from "canonicalize";
import { JsonUnsupportedError } from "../errors/storage.ts";

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The one text of a JSON value (RFC 8785): sorted keys, no white space, ECMAScript numbers. */
export function canonicalJson(value: Json): string {
  try {
    const text = canonicalize(value);
    if (text !== undefined) return text;
  } catch (error) {
    throw new JsonUnsupportedError("The value has no canonical JSON form.", { cause: error });
  }
  throw new JsonUnsupportedError("The value has no canonical JSON form.");
}

/** UTF-8 bytes of the canonical text: the form whose hash is quoted. */
export function canonicalBytes(value: Json): Uint8Array {
  return new TextEncoder().encode(canonicalJson(value));
}
