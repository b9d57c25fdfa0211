import type { ClockMode } from "../types/enums.ts";

/** How a studio's governor tells the time: two parameters of `createStudio`. */
export type Clock = { clockMode: ClockMode; secondsPerTick: number };

/** Chains whose blocks come at a fixed pace, in seconds: Ethereum and its test networks, OP stack chains. */
const BLOCK_SECONDS: Readonly<Record<number, number>> = {
  1: 12,
  10: 2,
  480: 2,
  8453: 2,
  84532: 2,
  560048: 12,
  7777777: 2,
  11155111: 12,
  11155420: 2,
};

/**
 * The clock that suits a chain: block numbers where blocks have a fixed pace, which every governance page understands;
 * else timestamps.
 *
 * @example
 * ```ts
 * const config = { name: "Nord", symbol: "NORD", preset: "solo", founders: [alice], charter } as const;
 * await client.createStudioAndWait({ ...config, ...clockOf(client.chain.id) });
 * ```
 */
export function clockOf(chainId: number): Clock {
  const secondsPerTick = BLOCK_SECONDS[chainId];
  return secondsPerTick === undefined
    ? { clockMode: "timestamp", secondsPerTick: 1 }
    : { clockMode: "blockNumber", secondsPerTick };
}
