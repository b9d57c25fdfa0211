import type { Hash } from "viem";
import type { Protocol } from "../test/helpers/protocol.ts";

/** What one transaction cost. Slots are counted by what was charged: a new one 20,000, an updated one 2,900. */
export interface Measurement {
  gas: number;
  newSlots: number;
  updatedSlots: number;
}

/** What a benchmark gets: the protocol on a chain of its own state, and the scale. */
export interface BenchContext extends Protocol {
  /** Cost of a mined transaction; throws if it failed. */
  measure: (hash: Hash) => Promise<Measurement>;
}

/** A group of keys that share a set-up. Every function that a file of `bench/gas/` exports is one. */
export type Benchmark = (context: BenchContext) => Promise<Record<string, Measurement>>;

/** The same for a fraction of a transaction, per asset or per ballot. */
export function divide({ gas, newSlots, updatedSlots }: Measurement, by: number): Measurement {
  return { gas: gas / by, newSlots: newSlots / by, updatedSlots: updatedSlots / by };
}

/** What `more` costs beyond `less`. */
export function difference(more: Measurement, less: Measurement): Measurement {
  return {
    gas: more.gas - less.gas,
    newSlots: more.newSlots - less.newSlots,
    updatedSlots: more.updatedSlots - less.updatedSlots,
  };
}
