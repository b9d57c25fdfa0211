import { Bytes } from "@graphprotocol/graph-ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** Multibase base32, CID version 1, raw codec, SHA-256, 32 bytes: what all our CIDs begin with. */
const PREFIX: u8[] = [1, 0x55, 0x12, 32];
const DIGEST_WIDTH = 32;
const CID_LENGTH = 59;
const LETTERS = 26;
const LETTER_A = 0x61;
const LETTER_Z = 0x7a;
const DIGIT_2 = 0x32;
const DIGIT_7 = 0x37;
const CHARACTER_BITS = 5;
const BYTE_BITS = 8;

/** The CIDv1 (raw codec) of the content with this SHA-256 digest. */
export function cidOf(digest: Bytes): string {
  let text = "b";
  let held: u32 = 0;
  let bits = 0;
  for (let i = 0; i < PREFIX.length + DIGEST_WIDTH; i++) {
    held = (held << BYTE_BITS) | (i < PREFIX.length ? PREFIX[i] : digest[i - PREFIX.length]);
    for (bits += BYTE_BITS; bits >= CHARACTER_BITS; bits -= CHARACTER_BITS) {
      text += ALPHABET.charAt((held >> (bits - CHARACTER_BITS)) & 31);
    }
    held &= 0xff;
  }
  return text + ALPHABET.charAt((held << (CHARACTER_BITS - bits)) & 31);
}

/** The SHA-256 digest in a CIDv1 with the raw codec; null for any other text. */
export function digestOf(cid: string): Bytes | null {
  if (cid.length != CID_LENGTH || cid.charAt(0) != "b") return null;
  const bytes = new Bytes(PREFIX.length + DIGEST_WIDTH);
  let held: u32 = 0;
  let bits = 0;
  let length = 0;
  for (let i = 1; i < CID_LENGTH; i++) {
    const value = valueOf(cid.charCodeAt(i));
    if (value < 0) return null;
    held = (held << CHARACTER_BITS) | value;
    bits += CHARACTER_BITS;
    if (bits < BYTE_BITS) continue;
    bits -= BYTE_BITS;
    bytes[length++] = <u8>(held >> bits);
    held &= 0xff;
  }
  for (let i = 0; i < PREFIX.length; i++) if (bytes[i] != PREFIX[i]) return null;
  return changetype<Bytes>(bytes.slice(PREFIX.length));
}

/** Five bits of a base32 character; -1 for any other one. */
function valueOf(code: i32): i32 {
  if (code >= LETTER_A && code <= LETTER_Z) return code - LETTER_A;
  return code >= DIGIT_2 && code <= DIGIT_7 ? code - DIGIT_2 + LETTERS : -1;
}
