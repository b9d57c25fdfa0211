import type { AbiEvent, Address, Client, GetLogsReturnType, Hash } from "viem";
import { getLogs } from "viem/actions";

// How pages are read is loaded when logs are: actions that look for one log cost no more than others.

/** Which blocks are read, and in what portions. */
export type BlockRange = {
  /** First block; that of the deployment is early enough. */
  fromBlock: bigint;
  /** Last block; the latest by default. */
  toBlock?: bigint;
  /** Most blocks asked for at once: RPC providers refuse long ranges. Where one refuses these, fewer are asked for. */
  portion?: bigint;
};

/**
 * Reads the logs of some events in portions, oldest first. A node that is busy is asked again, and one that has not
 * the whole answer is never taken for one that has: see `docs/errors.md`.
 */
export async function fetchLogs<const events extends readonly AbiEvent[]>(
  client: Client,
  parameters: BlockRange & { address: Address | Address[]; events: events },
): Promise<GetLogsReturnType<undefined, events, true>> {
  const { address, events, ...range } = parameters;
  const { readPages } = await import("../actions/internal/onDemand.ts");
  const logs = await readPages(client, { range, events, addresses: [address].flat() }, (portion) =>
    getLogs(client, { address, events, ...portion }),
  );
  return logs as GetLogsReturnType<undefined, events, true>;
}

/**
 * Reads the logs of one event whose indexed arguments are among the given ones, in portions, oldest first. With `tip`,
 * the last block has to have that hash.
 */
export async function fetchEventLogs<const event extends AbiEvent>(
  client: Client,
  parameters: BlockRange & { address: Address; event: event; args: Readonly<Record<string, unknown>>; tip?: Hash },
): Promise<GetLogsReturnType<event, [event], true>> {
  const { address, event, args, tip, ...range } = parameters;
  const { readPages } = await import("../actions/internal/onDemand.ts");
  const logs = await readPages(client, { range, tip, events: [event], addresses: [address] }, (portion) =>
    // viem's type of `args` follows from a literal event; here it is any event.
    getLogs(client, { address, event, args, ...portion } as never),
  );
  return logs as GetLogsReturnType<event, [event], true>;
}
