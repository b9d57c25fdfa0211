import { deriveSeed, judge, planOf, sampleOf, setBits, tally, type Verdict } from "@imprimatur/sdk/curation";
import { AuditOpenError } from "@imprimatur/sdk/errors";
import { type Hex, numberToHex } from "viem";
import type { Random } from "../../test/helpers/random.ts";
import type { ProducerKind } from "./actors.ts";
import { type Ballot, callPanel, type Electorate } from "./panel.ts";

/** A run of assets: which of them are defective. */
export interface Lot {
  id: bigint;
  producer: ProducerKind;
  defective: readonly boolean[];
}

/** One audit that came to a verdict. */
export interface Audit {
  positions: readonly number[];
  ballots: Ballot[];
  verdict: Verdict;
}

const anySeed = (lot: Lot, random: Random): Hex =>
  deriveSeed({ lotId: lot.id, prevRandao: numberToHex(random.big(0n, 2n ** 256n - 1n), { size: 32 }) });

/** Defective lanes of the sample that a seed draws. */
const defectsIn = (lot: Lot, seed: Hex, plan: number): number =>
  sampleOf({ seed, count: lot.defective.length, plan }).positions.filter((index) => lot.defective[index]).length;

/** A seed; whoever builds its block may have thrown the first one away. */
export function drawSeed(lot: Lot, plan: number, withholds: boolean, random: Random): { seed: Hex; withheld: boolean } {
  const seed = anySeed(lot, random);
  if (!withholds || defectsIn(lot, seed, plan) <= planOf(plan).acceptance) return { seed, withheld: false };
  return { seed: anySeed(lot, random), withheld: true };
}

/** Judges a lot as the chain would; undefined where too little weight voted, or agreed. */
export function auditLot(lot: Lot, plan: number, seed: Hex, electorate: Electorate, random: Random): Audit | undefined {
  const count = lot.defective.length;
  const { positions } = sampleOf({ seed, count, plan });
  const lanes = positions.map((index) => lot.defective[index] === true);
  const ballots = callPanel(electorate, seed, lot.producer, lanes, random);
  try {
    const { expectedWeight } = electorate;
    return { positions, ballots, verdict: judge({ seed, count, plan, expectedWeight, ballots }) };
  } catch (error) {
    if (error instanceof AuditOpenError) return undefined;
    throw error;
  }
}

/** ppm of a lot that somebody looks at again after it was accepted, and of the expected weight that decides there. */
const WATCHED = 50_000;
const DECIDES = 0.6;

/** Assets that were challenged after the verdict and stay blocked: a fresh panel did not free them. */
export function challengeDefects(lot: Lot, electorate: Electorate, random: Random): number[] {
  const challenged = lot.defective.flatMap((defective, index) => (defective && random.chance(WATCHED) ? [index] : []));
  const asked = challenged.slice(0, 256);
  const seed = anySeed(lot, random);
  const ballots = callPanel(
    electorate,
    seed,
    lot.producer,
    asked.map(() => true),
    random,
  );
  const threshold = Math.ceil(DECIDES * electorate.expectedWeight);
  const all = (1n << BigInt(asked.length)) - 1n;
  const { covered, bad } = tally(ballots, threshold, all);
  const freed = new Set(setBits(covered & ~bad).map((lane) => asked[lane]));
  return challenged.filter((index) => !freed.has(index));
}
