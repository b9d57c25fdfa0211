import { type Hex, concatHex, encodeAbiParameters, keccak256, size, sliceHex, zeroHash } from "viem";
import type { SampleParameters } from "./sample.ts";
import { sampleOf } from "./sample.ts";
import { setBits } from "./words.ts";

/** What a close decided: the audit keeps a digest of it, so that whoever goes on from there brings it along. */
export type Outcome = {
  /** 16 bytes. */
  seed: Hex;
  /** keccak of what the ballots say: see {@link judgmentsOf}. */
  ballots: Hex;
  /** Lanes that were judged: all of them. */
  covered: bigint;
  /** Judged lanes that are not better than a tie. */
  bad: bigint;
  /** Byte k: how many of the ballots weigh 2^k. */
  weights: bigint;
};

/** Before the first close. */
export const NO_OUTCOME: Outcome = {
  seed: `0x${"00".repeat(16)}`,
  ballots: zeroHash,
  covered: 0n,
  bad: 0n,
  weights: 0n,
};

const OUTCOME_TYPES = [
  { type: "bytes16" },
  { type: "bytes32" },
  { type: "uint256" },
  { type: "uint256" },
  { type: "uint256" },
] as const;

/** The first 128 bits of an outcome's hash: what stands in the audit's slot after a close. */
export function hashOutcome({ seed, ballots, covered, bad, weights }: Outcome): Hex {
  return sliceHex(keccak256(encodeAbiParameters(OUTCOME_TYPES, [seed, ballots, covered, bad, weights])), 0, 16);
}

/** Bytes of a packed ballot on one sample; where its words begin; and of its curator's index. */
const [BALLOT, WORDS, INDEX] = [130, 66, 2];

/** What packed ballots of an audit say, without who signed it: index u16, ok, defect of each. `settleLot` takes it. */
export function judgmentsOf(ballots: Hex): Hex {
  const starts = Array.from({ length: size(ballots) / BALLOT }, (_, i) => BALLOT * i);
  const partOf = (from: number, to: number): Hex => sliceHex(ballots, from, to);
  return concatHex(starts.flatMap((at) => [partOf(at, at + INDEX), partOf(at + WORDS, at + BALLOT)]));
}

/** The outcome of a close with these packed ballots. */
export function outcomeOf({ ballots, ...decided }: Outcome): Outcome {
  return { ...decided, ballots: keccak256(judgmentsOf(ballots)) };
}

/** How many ballots have each weight, as an outcome keeps it. */
export function packWeights(weights: readonly number[]): bigint {
  return weights.reduce((packed, weight) => packed + (1n << BigInt(8 * Math.log2(weight))), 0n);
}

/** The weights of a close's ballots in wire order: the inverse of {@link packWeights}. */
export function unpackWeights(packed: bigint): number[] {
  const counts = Array.from({ length: 32 }, (_, power) => Number((packed >> BigInt(8 * power)) & 0xffn));
  return counts.flatMap((count, power) => new Array<number>(count).fill(2 ** power)).reverse();
}

/** Indices of the assets behind the bad lanes, rising, each once. */
export function badAssets({ bad, ...sample }: SampleParameters & { bad: bigint }): number[] {
  const { positions } = sampleOf(sample);
  return [...new Set(setBits(bad).map((lane) => positions[lane] as number))].sort((a, b) => a - b);
}
