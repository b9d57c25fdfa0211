import type { Address } from "viem";
import type { ClockMode } from "../types/enums.ts";
import type { DescribedContract } from "./sentences.ts";

/** A token as its contract presents itself; untrusted. */
export type KnownToken = { symbol: string; decimals: number };

/** A vesting wallet that was recognized by its address: it can be nothing else. */
export type KnownStream = {
  beneficiary: Address;
  /** Unix seconds. */
  start: bigint;
  /** Seconds. */
  duration: bigint;
};

/** What describing knows of the world; addresses in lower case. */
export type DescribingContext = {
  /** Contracts whose calls are read by their ABI. */
  contracts: ReadonlyMap<string, DescribedContract>;
  /** How accounts are called, the contracts among them. */
  names: ReadonlyMap<string, string>;
  tokens: ReadonlyMap<string, KnownToken>;
  streams: ReadonlyMap<string, KnownStream>;
  /** The governor's; unknown: undefined. */
  clock: { mode: ClockMode; secondsPerTick: number } | undefined;
  /** Symbol of the chain's own currency. */
  currency: string;
};
