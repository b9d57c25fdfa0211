import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import { type Address, createPublicClient, type Hash, http } from "viem";
import { noSides, readAll, type Sides, type World } from "../e2e/replay.ts";
import { kindOf, protocolLogs } from "./eventKinds.ts";

interface EventFields {
  block: string;
  timestamp: string;
  txHash: Hash;
  logIndex: number;
  emitter: Address;
  __typename: string;
}

/** One log that grants all first seats is a term for each of them. */
const SHARED = "SeatTerm";

const placeOf = (txHash: Hash, logIndex: number): string => `${txHash}/${logIndex}`;

/** Every event: in the receipt of its transaction, among the logs, and in the subgraph; each exactly once. */
export async function compareEvents(subgraph: SubgraphClient, { books, clones, rpcUrl }: World): Promise<Sides> {
  const sides = noSides();
  const fields = "block timestamp txHash logIndex emitter __typename";
  const events = await readAll<EventFields>(subgraph, "auditEvents", fields);
  for (const { __typename: name, ...event } of events.values()) {
    const place = placeOf(event.txHash, event.logIndex);
    sides.indexed[place] = place in sides.indexed && name !== SHARED ? `indexed twice, as ${name} too` : event;
  }
  const logs = await protocolLogs(books.client, clones);
  const batched = createPublicClient({ transport: http(rpcUrl, { batch: { batchSize: 100 }, timeout: 120_000 }) });
  const times = new Map<bigint, bigint>();
  const timeOf = async (blockNumber: bigint): Promise<bigint> => {
    const time = times.get(blockNumber) ?? (await batched.getBlock({ blockNumber })).timestamp;
    times.set(blockNumber, time);
    return time;
  };
  await inGroups([...new Set(logs.map(({ blockNumber }) => blockNumber))], timeOf);
  for (const { blockNumber, transactionHash, logIndex, address } of logs) {
    const facts = { txHash: transactionHash, logIndex, emitter: address };
    sides.logged[placeOf(transactionHash, logIndex)] = {
      ...facts,
      block: blockNumber,
      timestamp: await timeOf(blockNumber),
    };
  }
  const hashes = [...new Set(logs.map(({ transactionHash }) => transactionHash))];
  const receipts = await inGroups(hashes, (hash) => batched.getTransactionReceipt({ hash }));
  for (const log of receipts.flatMap(({ logs: inReceipt }) => inReceipt)) {
    if (kindOf(clones, log) === undefined) continue;
    const { transactionHash: txHash, logIndex, address: emitter, blockNumber: block } = log;
    sides.stored[placeOf(txHash, logIndex)] = { txHash, logIndex, emitter, block, timestamp: await timeOf(block) };
  }
  return sides;
}

const GROUP = 500;

/** Does the same with all, some hundred at a time. */
async function inGroups<From, To>(all: readonly From[], act: (one: From) => Promise<To>): Promise<To[]> {
  const results: To[] = [];
  for (let at = 0; at < all.length; at += GROUP) {
    results.push(...(await Promise.all(all.slice(at, at + GROUP).map(act))));
  }
  return results;
}
