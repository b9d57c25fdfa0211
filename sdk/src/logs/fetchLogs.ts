import type { AbiEvent, Address, Client, GetLogsReturnType } from "viem";
import { getBlockNumber, getLogs } from "viem/actions";

/** Which blocks are read, and in what portions. */
export type BlockRange = {
  /** First block; that of the deployment is early enough. */
  fromBlock: bigint;
  /** Last block; the latest by default. */
  toBlock?: bigint;
  /** Most blocks asked for at once: RPC providers refuse long ranges. */
  portion?: bigint;
};

/** Portion that public RPC providers accept. */
const DEFAULT_PORTION = 10_000n;

/** Reads the logs of some events in portions, oldest first. */
export async function fetchLogs<const events extends readonly AbiEvent[]>(
  client: Client,
  parameters: BlockRange & { address: Address | Address[]; events: events },
): Promise<GetLogsReturnType<undefined, events, true>> {
  const { address, events, fromBlock, portion = DEFAULT_PORTION } = parameters;
  const toBlock = parameters.toBlock ?? (await getBlockNumber(client));
  const logs: GetLogsReturnType<undefined, events, true> = [];
  for (let first = fromBlock; first <= toBlock; first += portion) {
    const last = first + portion - 1n < toBlock ? first + portion - 1n : toBlock;
    const found = await getLogs(client, { address, events, fromBlock: first, toBlock: last, strict: true });
    logs.push(...(found as typeof logs));
  }
  return logs;
}
