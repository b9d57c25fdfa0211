import { protocolLogs } from "../../scripts/agreement/eventKinds.ts";
import { protocolAddresses } from "../../scripts/agreement/protocolAddresses.ts";
import type { Stack } from "../../scripts/stack/stack.ts";
import { createSubgraphClient, type SubgraphClient } from "@imprimatur/sdk/subgraph";
import { createPublicClient, http, type PublicClient } from "viem";

/** How fast the events of a chain were indexed. */
export interface Indexing {
  /** Events after the first block that was seen indexed, and what they took. */
  events: number;
  seconds: number;
}

const POLLING_MILLISECONDS = 250;
const TIMEOUT_MILLISECONDS = 600_000;

/** Blocks of the protocol's logs, oldest first. */
export async function eventBlocks(stack: Stack): Promise<bigint[]> {
  const client = createPublicClient({ transport: http(stack.rpcUrl, { timeout: 120_000 }) });
  const logs = await protocolLogs(client, await protocolAddresses(client, stack.deployment));
  return logs.map(({ blockNumber }) => blockNumber);
}

/** Watches a subgraph from its first indexed block to the last one that has events. */
export async function watchIndexing(url: string, blocks: readonly bigint[]): Promise<Indexing> {
  const subgraph = createSubgraphClient({ url });
  const last = blocks.at(-1) ?? 0n;
  const end = performance.now() + TIMEOUT_MILLISECONDS;
  let first: { head: bigint; at: number } | undefined;
  while (performance.now() < end) {
    const head = await headOf(subgraph);
    const at = performance.now();
    if (head !== undefined) first ??= { head, at };
    if (first !== undefined && head !== undefined && head >= last) {
      const { head: known } = first;
      return { events: blocks.filter((block) => block > known).length, seconds: (at - first.at) / 1000 };
    }
    await new Promise((resolve) => setTimeout(resolve, POLLING_MILLISECONDS));
  }
  throw new Error("the subgraph did not index the chain in time");
}

/** Whether the subgraph knows the newest block of the chain. */
export async function isAtHead(subgraph: SubgraphClient, client: PublicClient): Promise<boolean> {
  const [head, newest] = [await headOf(subgraph), await client.getBlockNumber({ cacheTime: 0 })];
  return head !== undefined && head >= newest;
}

async function headOf(subgraph: SubgraphClient): Promise<bigint | undefined> {
  const { _meta: meta } = await subgraph.query<{ _meta: { block: { number: number } } | null }>(
    "{ _meta { block { number } } }",
  );
  return meta === null ? undefined : BigInt(meta.block.number);
}
