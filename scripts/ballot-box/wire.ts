import { BALLOT_KINDS, type BallotKind } from "@imprimatur/sdk/curation";
import { type Hex, hexToBigInt, isHex, numberToHex, size } from "viem";
import { Refusal } from "./refusal.ts";

/** A signed ballot with everything that its signature covers but chain and gate. */
export interface Ballot {
  kind: BallotKind;
  subject: bigint;
  seed: Hex;
  charterVersion: number;
  firstWord: number;
  /** Index of the curator. */
  curator: number;
  r: Hex;
  /** EIP-2098. */
  vs: Hex;
  /** ok₀, defect₀, ok₁, …; of a slate: approvals. */
  words: readonly bigint[];
}

/** A ballot as JSON carries it: numbers over 2⁵³ are strings. */
export interface BallotJson extends Omit<Ballot, "subject" | "words"> {
  /** Decimal. */
  subject: string;
  /** 32 bytes of hex each. */
  words: readonly Hex[];
}

/** Most words in a ballot: a challenge of 64 words. */
const MAX_WORDS = 128;

/** Reads a ballot that anybody may have written; refuses what is not one. */
export function fromJson(value: unknown): Ballot {
  if (typeof value !== "object" || value === null) throw new Refusal("malformed", "the ballot is not a JSON object");
  const { kind, subject, seed, charterVersion, firstWord, curator, r, vs, words } = value as Record<string, unknown>;
  if (!Array.isArray(words) || words.length === 0 || words.length > MAX_WORDS) throw malformed("words");
  return {
    kind: kindIn(kind),
    subject: idIn(subject),
    seed: hexIn("seed", seed, 16),
    charterVersion: wholeIn("charterVersion", charterVersion, 0xffff_ffff),
    firstWord: wholeIn("firstWord", firstWord, 0xffff),
    curator: wholeIn("curator", curator, 0xffff),
    r: hexIn("r", r, 32),
    vs: hexIn("vs", vs, 32),
    words: words.map((word) => hexToBigInt(hexIn("words", word, 32))),
  };
}

/** The body that carries a ballot. */
export function toJson(ballot: Ballot): BallotJson {
  const { kind, subject, seed, charterVersion, firstWord, curator, r, vs, words } = ballot;
  const hex = words.map((each) => numberToHex(each, { size: 32 }));
  return { kind, subject: String(subject), seed, charterVersion, firstWord, curator, r, vs, words: hex };
}

const malformed = (field: string): Refusal => new Refusal("malformed", field);

function kindIn(value: unknown): BallotKind {
  const found = BALLOT_KINDS.find((kind) => kind === value);
  if (found === undefined) throw malformed("kind");
  return found;
}

function idIn(value: unknown): bigint {
  if (typeof value !== "string" || !/^(0|[1-9]\d{0,77})$/.test(value) || BigInt(value) >> 256n !== 0n) {
    throw malformed("subject");
  }
  return BigInt(value);
}

function hexIn(field: string, value: unknown, bytes: number): Hex {
  if (!isHex(value) || size(value) !== bytes || value.length !== 2 + 2 * bytes) throw malformed(field);
  return value.toLowerCase() as Hex;
}

function wholeIn(field: string, value: unknown, most: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0 || (value as number) > most) throw malformed(field);
  return value as number;
}
