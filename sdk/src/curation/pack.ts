import type { Hex } from "viem";
import { concatHex, hexToBigInt, hexToNumber, numberToHex, size, sliceHex } from "viem";
import { BallotDuplicateError, BallotPackingError } from "../errors/curation.ts";
import { assertWords, type BallotKind, type SignedBallot, type WeighedBallot } from "./ballot.ts";

/** Most ballots in one close. */
export const MAX_BALLOTS = 255;

/** Bytes of a ballot before its words: index, r, vs. */
const HEAD = 66;
const WORD = 32;

/**
 * Packs ballots for `closeAudit`, `adjudicate` and `closeSlate`: drawn weight falling, then index rising, so that the
 * chain sees duplicates and one run a weight without storing anything.
 *
 * @example
 * ```ts
 * const ballots = packBallots(weighed); // hex, 130 bytes a ballot of one pair of words
 * ```
 */
export function packBallots(ballots: readonly WeighedBallot[], kind: BallotKind = "audit"): Hex {
  if (ballots.length > MAX_BALLOTS) {
    throw new BallotPackingError(`${ballots.length} ballots do not fit one close.`, {
      details: [`At most ${MAX_BALLOTS} are counted.`],
    });
  }
  const sorted = ballots.toSorted((a, b) => b.weight - a.weight || a.curator - b.curator);
  const seen = new Set<number>();
  for (const { curator, words } of sorted) {
    if (seen.has(curator)) throw new BallotDuplicateError(curator);
    seen.add(curator);
    assertWords(words, kind);
    if (words.length !== sorted[0]?.words.length)
      throw new BallotPackingError("Ballots differ in their number of words.");
  }
  return concatHex(sorted.map(packBallot));
}

/** One ballot on the wire, as `castDirect` takes it. */
export function packBallot({ curator, r, vs, words }: SignedBallot): Hex {
  return concatHex([
    numberToHex(curator, { size: 2 }),
    r,
    vs,
    ...words.map((word) => numberToHex(word, { size: WORD })),
  ]);
}

/** The ballots of `words` words in packed bytes, in wire order; the wire holds no weights. */
export function parseBallots(packed: Hex, words = 2): SignedBallot[] {
  const stride = HEAD + WORD * words;
  const bytes = size(packed);
  if (bytes % stride !== 0) {
    throw new BallotPackingError(`${bytes} bytes are not a whole number of ballots of ${stride} bytes.`);
  }
  return Array.from({ length: bytes / stride }, (_, entry) => parseBallot(packed, entry * stride, words));
}

function parseBallot(packed: Hex, start: number, words: number): SignedBallot {
  const word = (offset: number): Hex => sliceHex(packed, start + offset, start + offset + WORD);
  return {
    curator: hexToNumber(sliceHex(packed, start, start + 2)),
    r: word(2),
    vs: word(34),
    words: Array.from({ length: words }, (_, index) => hexToBigInt(word(HEAD + WORD * index))),
  };
}
