import { type Hex, encodeAbiParameters, keccak256 } from "viem";
import type { Electorate } from "./electorate.ts";

const FRACTION_BITS = 64n;
const WHOLE = 1n << FRACTION_BITS;
const TICKET_SHIFT = 192n;

/** The largest power of two that is not above a positive number is 2 to this. */
function log2(value: bigint): bigint {
  return BigInt(value.toString(2).length - 1);
}

/**
 * Expected weight of a panel under terms that ask for `panel`: with fewer curators their number times the largest power
 * of two that stays within `panel`, so that equals weigh the same and everybody is asked.
 */
export function panelOf(panel: number, curators: number): number {
  if (curators === 0 || curators >= panel) return panel;
  return curators * 2 ** Math.floor(Math.log2(Math.floor(panel / curators)));
}

/** Weight per unit of standing, with 64 binary places, rounded up. */
export function factorOf(panel: number, { curators, standing }: Electorate): bigint {
  if (standing === 0n) return 0n;
  return (BigInt(panelOf(panel, curators)) * WHOLE + standing - 1n) / standing;
}

/** What {@link drawnWeight} needs. */
export type DrawnWeightParameters = {
  /** 16 bytes, that draws the panel. */
  seed: Hex;
  /** Index of the curator. */
  index: number;
  /** Of the curator, in the audit's epoch. */
  standing: number;
  /** From {@link factorOf}. */
  factor: bigint;
  /** 0, 1 or 2: how often the chance of those who are not sure to be drawn is doubled. */
  widening?: number;
};

/**
 * What a curator weighs in the panel of a seed: 0 (not drawn) or a power of two; on average exactly its share of all
 * standings times the panel's weight.
 */
export function drawnWeight({ seed, index, standing, factor, widening = 0 }: DrawnWeightParameters): number {
  const mean = BigInt(standing) * factor;
  const ticket = ticketOf(seed, index);
  if (mean < WHOLE) return ticket < mean << BigInt(widening) ? 1 : 0;
  const shift = log2(mean) - FRACTION_BITS;
  return Number(ticket < (mean >> shift) - WHOLE ? 2n << shift : 1n << shift);
}

/** The curator's lot: 64 random bits. The complement keeps curators apart from lanes. */
function ticketOf(seed: Hex, index: number): bigint {
  const place = BigInt.asUintN(256, ~BigInt(index));
  return (
    BigInt(keccak256(encodeAbiParameters([{ type: "bytes16" }, { type: "uint256" }], [seed, place]))) >> TICKET_SHIFT
  );
}

/** What {@link expectedWeight} needs. */
export type ExpectedWeightParameters = {
  /** Of the terms. */
  panel: number;
  electorate: Electorate;
  /** Standings of those who are never drawn: the lot's producer, and the curator to whom it delegates. */
  excluded?: readonly number[];
};

/** Weight that the panel of a lot has on average: what quorum and coverage are shares of. */
export function expectedWeight({ panel, electorate, excluded = [] }: ExpectedWeightParameters): number {
  const { curators, standing: total } = electorate;
  if (total === 0n) return 0;
  const asked = excluded.reduce((rest, standing) => rest - BigInt(standing), total);
  return Number((BigInt(panelOf(panel, curators)) * asked) / total);
}

/** A curator's rank among the others in words: 0 never judges, tier t weighs 2^(t−1) to 2^t on average. */
export function tierOf({ standing, factor }: { standing: number; factor: bigint }): number {
  const mean = BigInt(standing) * factor;
  if (mean === 0n) return 0;
  return mean < WHOLE ? 1 : Number(log2(mean) - FRACTION_BITS) + 1;
}

/** How far the panel is widened, by time, while an audit has no verdict. */
export function wideningAt(
  time: bigint,
  { ballotDeadline, timeOut }: { ballotDeadline: bigint; timeOut: number },
): number {
  if (time < ballotDeadline) return 0;
  return time < ballotDeadline + BigInt(timeOut) / 2n ? 1 : 2;
}
