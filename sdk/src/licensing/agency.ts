import type { Address } from "viem";
import { bitsOf, namesOf } from "../types/codec.ts";
import { type Usage, USAGES } from "../types/enums.ts";
import { toSeconds } from "../types/time.ts";

/** What a licensor lets an agent publish for one recipe. */
export type Agency = {
  /** First second in which the agency is over, and the latest end of its offers, unix time; 0 ends it. */
  until: bigint;
  /** ppm, least rate of its derivative and training offers. */
  minRate: number;
  usages: readonly Usage[];
  /** The only ERC-20 it may sell in. */
  token: Address;
  /** Token units, least price of a license. */
  minPrice: bigint;
};

/** The struct of an agency as contracts take it. */
export type AgencyInput = Omit<Agency, "until" | "usages"> & { until: number; usages: number };

/** An agency as contracts take it. */
export function toAgencyInput({ until, usages, ...agency }: Agency): AgencyInput {
  return { ...agency, until: toSeconds(until), usages: bitsOf(USAGES, usages) };
}

/** The inverse of {@link toAgencyInput}. */
export function fromAgencyInput({ until, usages, ...agency }: AgencyInput): Agency {
  return { ...agency, until: BigInt(until), usages: namesOf(USAGES, usages) };
}
