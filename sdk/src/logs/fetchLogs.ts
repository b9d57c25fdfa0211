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

/** The parts of a range, in order. */
async function* portionsOf(client: Client, range: BlockRange): AsyncGenerator<{ fromBlock: bigint; toBlock: bigint }> {
  const { fromBlock, portion = DEFAULT_PORTION } = range;
  const last = range.toBlock ?? (await getBlockNumber(client, { cacheTime: 0 }));
  for (let first = fromBlock; first <= last; first += portion) {
    yield { fromBlock: first, toBlock: first + portion - 1n < last ? first + portion - 1n : last };
  }
}

/** Reads the logs of some events in portions, oldest first. */
export async function fetchLogs<const events extends readonly AbiEvent[]>(
  client: Client,
  parameters: BlockRange & { address: Address | Address[]; events: events },
): Promise<GetLogsReturnType<undefined, events, true>> {
  const { address, events } = parameters;
  const logs: GetLogsReturnType<undefined, events, true> = [];
  for await (const portion of portionsOf(client, parameters)) {
    const found = await getLogs(client, { address, events, ...portion, strict: true });
    logs.push(...(found as typeof logs));
  }
  return logs;
}

/** Reads the logs of one event whose indexed arguments are among the given ones, in portions, oldest first. */
export async function fetchEventLogs<const event extends AbiEvent>(
  client: Client,
  parameters: BlockRange & { address: Address; event: event; args: Readonly<Record<string, unknown>> },
): Promise<GetLogsReturnType<event, [event], true>> {
  const { address, event, args } = parameters;
  const logs: GetLogsReturnType<event, [event], true> = [];
  for await (const portion of portionsOf(client, parameters)) {
    // viem's type of `args` follows from a literal event; here it is any event.
    const request = { address, event, args, ...portion, strict: true } as never;
    logs.push(...((await getLogs(client, request)) as typeof logs));
  }
  return logs;
}
