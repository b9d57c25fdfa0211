import { bytesToHex, type Hex, hexToBytes, sha256 } from "viem";
import { CID } from "multiformats/cid";
import * as raw from "multiformats/codecs/raw";
import { CidUnsupportedError } from "../errors/storage.ts";

const SHA2_256 = 0x12;

/** Version 1, codec raw, SHA-256, 32 bytes. */
const PREFIX = [1, raw.code, SHA2_256, 32];
const DIGEST = 32;
const BASE32 = new TextEncoder().encode("abcdefghijklmnopqrstuvwxyz234567");
const LATIN = new TextDecoder("latin1");

/** Characters of the text: the multibase prefix "b" and 36 bytes in groups of five bits. */
const LENGTH = 59;

/**
 * The CIDv1 (raw codec) of the block with this SHA-256 digest: what a digest in an event stands for.
 *
 * Encoded here because a lot needs 65,536 of them: the general encoder builds each text from 59 pieces, which costs
 * five times the time and 2 kB of memory a CID.
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

/** The SHA-256 digest in a CIDv1 with the raw codec: what goes on chain for it. */
export function digestOf(cid: string): Hex {
  const parsed = parse(cid);
  if (parsed.version !== 1 || parsed.code !== raw.code || parsed.multihash.code !== SHA2_256) {
    throw new CidUnsupportedError(cid);
  }
  return bytesToHex(parsed.multihash.digest);
}

/** The CIDv1 of one raw block. */
export function cidOfBytes(bytes: Uint8Array): string {
  return cidOf(sha256(bytes));
}

function parse(cid: string): CID {
  try {
    return CID.parse(cid);
  } catch (error) {
    throw new CidUnsupportedError(cid, error);
  }
}
