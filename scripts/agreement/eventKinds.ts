import { type Address, type Client, type Hex, type Log, toEventSelector } from "viem";
import { getBlockNumber, getLogs } from "viem/actions";
import { readEvents } from "../../subgraph/scripts/events.ts";
import { SINGLETONS, STUDIO_CONTRACTS } from "../../subgraph/scripts/sources.ts";

/** Every log of the protocol's contracts, counted by the kind of its event. */
export interface EventCount {
  /** Logs of events that the protocol can emit. */
  total: number;
  /** `Contract.Event` of every event that can ever be emitted → how often it was. */
  kinds: Map<string, number>;
}

/** Every event that can ever be emitted: `Contract/topic` → `Contract.Event`. */
const NAMES = new Map(
  [...SINGLETONS, ...STUDIO_CONTRACTS].flatMap(({ contract }) =>
    readEvents(contract).map((event): [string, string] => [
      `${contract}/${toEventSelector(event)}`,
      `${contract}.${event.name}`,
    ]),
  ),
);

/** Name of a log's event; undefined for what the protocol never emits, and for logs of strangers. */
export function kindOf(contracts: ReadonlyMap<Address, string>, { address, topics }: LogPlace): string | undefined {
  const contract = contracts.get(address.toLowerCase() as Address) ?? "";
  return NAMES.get(`${contract}/${topics[0] ?? ""}`);
}

type LogPlace = { address: Address; topics: readonly Hex[] };

/** Blocks whose logs are asked for at once. */
const PORTION = 8n;

/** Logs of the protocol since a block, oldest first. */
export async function protocolLogs(
  client: Client,
  contracts: ReadonlyMap<Address, string>,
  fromBlock = 0n,
): Promise<Log<bigint, number, false>[]> {
  const found: Log<bigint, number, false>[] = [];
  const last = await getBlockNumber(client, { cacheTime: 0 });
  for (let first = fromBlock; first <= last; first += PORTION) {
    const toBlock = first + PORTION - 1n < last ? first + PORTION - 1n : last;
    const logs = await getLogs(client, { address: [...contracts.keys()], fromBlock: first, toBlock });
    for (const log of logs) if (kindOf(contracts, log) !== undefined) found.push(log);
  }
  return found;
}

/** Counts the events of these contracts. */
export async function countEvents(client: Client, contracts: ReadonlyMap<Address, string>): Promise<EventCount> {
  const kinds = new Map([...NAMES.values()].map((kind) => [kind, 0]));
  const logs = await protocolLogs(client, contracts);
  for (const log of logs) {
    const kind = kindOf(contracts, log);
    if (kind !== undefined) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return { total: logs.length, kinds };
}

/** The kinds that never occurred. */
export const neverSeen = ({ kinds }: EventCount): string[] =>
  [...kinds].flatMap(([kind, count]) => (count === 0 ? [kind] : [])).sort();
