import { createTestClient, http, publicActions } from "viem";
import { hardhat } from "viem/chains";

/** The local chain's clock, which the story moves on where the rules of a studio ask for days of waiting. */
export interface Clock {
  /** Time of the latest block, unix seconds. */
  now(): Promise<bigint>;
  /** Lets so many seconds pass and mines a block. */
  pass(seconds: bigint): Promise<void>;
  /** Lets time pass until the latest block is at `time` or later. */
  passUntil(time: bigint): Promise<void>;
  /** Mines so many blocks. */
  mine(blocks: number): Promise<void>;
}

/** A clock over the test methods of the local node. */
export function localClock(rpcUrl: string): Clock {
  const client = createTestClient({ mode: "hardhat", chain: hardhat, transport: http(rpcUrl) }).extend(publicActions);
  const now = async (): Promise<bigint> => (await client.getBlock()).timestamp;
  const pass = async (seconds: bigint): Promise<void> => {
    await client.increaseTime({ seconds: Number(seconds) });
    await client.mine({ blocks: 1 });
  };
  return {
    now,
    pass,
    passUntil: async (time) => {
      const missing = time - (await now());
      if (missing > 0n) await pass(missing);
    },
    // One by one: of many at once Hardhat makes a range, and what follows it has no parent's hash that an indexer could follow.
    mine: async (blocks) => {
      for (let mined = 0; mined < blocks; mined++) await client.mine({ blocks: 1 });
    },
  };
}
