import { bytesToHex, type Hex, hexToBytes, sha256 } from "viem";
import { CidUnsupportedError } from "../errors/storage.ts";

/** Version 1, codec raw (0x55), SHA-256 (0x12), 32 bytes. */
const PREFIX = [1, 0x55, 0x12, 32];
const DIGEST = 32;
const BASE32 = new TextEncoder().encode("abcdefghijklmnopqrstuvwxyz234567");
const LATIN = new TextDecoder("latin1");

/** Characters of the text: the multibase prefix "b" and 36 bytes in groups of five bits. */
const LENGTH = 59;

/**
 * The CIDv1 (raw codec) of the block with this SHA-256 digest: what a digest in an event stands for.
 *
 * Encoded here because a lot needs 65,536 of them: a general encoder builds each text from 59 pieces, which costs five
 * times the time and 2 kB of memory a CID.
 */
export function cidOf(digest: Hex): string {
  const bytes = new Uint8Array(PREFIX.length + DIGEST);
  bytes.set(PREFIX);
  bytes.set(hexToBytes(digest, { size: DIGEST }), PREFIX.length);
  const text = new Uint8Array(LENGTH);
  text[0] = 0x62;
  let [bits, held, length] = [0, 0, 1];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text[length++] = BASE32[(held >> (bits - 5)) & 31] as number;
  }
  text[length] = BASE32[(held << (5 - bits)) & 31] as number;
  return LATIN.decode(text);
}

/** The SHA-256 digest in a CIDv1 with the raw codec, written in base32: what goes on chain for it. */
export function digestOf(cid: string): Hex {
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const character of new TextEncoder().encode(cid.slice(1))) {
    held = ((held << 5) | BASE32.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits >= 8) bytes.push((held >> (bits -= 8)) & 0xff);
  }
  const digest = Uint8Array.from(bytes.slice(PREFIX.length));
  // Written again it must be the same text: nothing else has this prefix, this length and these characters.
  if (digest.length !== DIGEST || cidOf(bytesToHex(digest)) !== cid) throw new CidUnsupportedError(cid);
  return bytesToHex(digest);
}

/** The CIDv1 of one raw block. */
export function cidOfBytes(bytes: Uint8Array): string {
  return cidOf(sha256(bytes));
}
