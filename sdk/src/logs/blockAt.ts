import type { Client } from "viem";
import { getBlock } from "viem/actions";

/** The last block not after a point in time, unix seconds; undefined where the chain is younger. */
export async function blockAt(client: Client, timestamp: bigint): Promise<bigint | undefined> {
  const timeOf = async (blockNumber: bigint): Promise<bigint> => (await getBlock(client, { blockNumber })).timestamp;
  const latest = await getBlock(client);
  if (latest.timestamp <= timestamp) return latest.number;
  let [low, high] = [0n, latest.number];
  if ((await timeOf(low)) > timestamp) return undefined;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if ((await timeOf(middle)) <= timestamp) low = middle;
    else high = middle;
  }
  return low;
}
