import type { Hex } from "viem";
import { concatHex, hexToBigInt, hexToNumber, numberToHex, size, sliceHex } from "viem";
import { BallotDuplicateError, BallotPackingError } from "../errors/curation.ts";
import { assertWords, type SignedBallot } from "./ballot.ts";

/** Most ballots in one close. */
export const MAX_BALLOTS = 255;

/**
 * Packs ballots for `closeAudit`: tier falling, then index rising, so that the chain sees duplicates and one run a
 * tier without storing anything.
 *
 * @example
 * ```ts
 * const ballots = packBallots(signed); // hex, 130 bytes a ballot of one word
 * ```
 */
export function packBallots(ballots: readonly SignedBallot[]): Hex {
  if (ballots.length > MAX_BALLOTS) {
    throw new BallotPackingError(`${ballots.length} ballots do not fit one close.`, {
      details: [`At most ${MAX_BALLOTS} are counted.`],
    });
  }
  const sorted = ballots.toSorted((a, b) => b.tier - a.tier || a.curator - b.curator);
  const seen = new Set<number>();
  for (const { curator, words } of sorted) {
    if (seen.has(curator)) throw new BallotDuplicateError(curator);
    seen.add(curator);
    assertWords(words);
    if (words.length !== sorted[0]?.words.length)
      throw new BallotPackingError("Ballots differ in their number of words.");
  }
  return concatHex(sorted.map(packBallot));
}

function packBallot({ curator, r, vs, words }: SignedBallot): Hex {
  return concatHex([numberToHex(curator, { size: 2 }), r, vs, ...words.map((word) => numberToHex(word, { size: 32 }))]);
}

/** The ballots in packed bytes, in wire order; the wire holds no tiers. */
export function parseBallots(packed: Hex, pairs = 1): Omit<SignedBallot, "tier">[] {
  const stride = 66 + 64 * pairs;
  const bytes = size(packed);
  if (bytes % stride !== 0) {
    throw new BallotPackingError(`${bytes} bytes are not a whole number of ballots of ${stride} bytes.`);
  }
  return Array.from({ length: bytes / stride }, (_, entry) => parseBallot(packed, entry * stride, pairs));
}

function parseBallot(packed: Hex, start: number, pairs: number): Omit<SignedBallot, "tier"> {
  const word = (offset: number): Hex => sliceHex(packed, start + offset, start + offset + 32);
  return {
    curator: hexToNumber(sliceHex(packed, start, start + 2)),
    r: word(2),
    vs: word(34),
    words: Array.from({ length: 2 * pairs }, (_, index) => hexToBigInt(word(66 + 32 * index))),
  };
}
