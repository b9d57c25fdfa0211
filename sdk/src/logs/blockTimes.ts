import type { Client } from "viem";
import { getBlock } from "viem/actions";

/** Answers when blocks were made, unix seconds, and asks for each of them once. */
export function blockTimes(client: Client): (blockNumber: bigint) => Promise<bigint> {
  const asked = new Map<bigint, Promise<bigint>>();
  return (blockNumber) => {
    const known = asked.get(blockNumber) ?? getBlock(client, { blockNumber }).then(({ timestamp }) => timestamp);
    asked.set(blockNumber, known);
    return known;
  };
}
