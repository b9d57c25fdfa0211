import type { Client } from "viem";
import { getBlock } from "viem/actions";

/** Blocks that are asked for at the same time. */
const AT_ONCE = 16;

/** Answers when blocks were made, unix seconds, and asks for each of them once, for few at the same time. */
export function blockTimes(client: Client): (blockNumber: bigint) => Promise<bigint> {
  const asked = new Map<bigint, Promise<bigint>>();
  const waiting: (() => void)[] = [];
  let open = 0;
  const ask = async (blockNumber: bigint): Promise<bigint> => {
    if (open < AT_ONCE) open += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return (await getBlock(client, { blockNumber })).timestamp;
    } finally {
      // Whoever waits next takes the place.
      const next = waiting.shift();
      if (next === undefined) open -= 1;
      else next();
    }
  };
  return (blockNumber) => {
    const known = asked.get(blockNumber) ?? ask(blockNumber);
    asked.set(blockNumber, known);
    return known;
  };
}
