import { royaltySplitterWithdrawnEvent } from "@imprimatur/sdk/abi";
import { createSubgraphClient } from "@imprimatur/sdk/subgraph";
import { createPublicClient, toEventSelector } from "viem";
import { hardhat } from "viem/chains";
import { readBooks } from "../e2e/replayBooks.ts";
import type { World } from "../e2e/replay.ts";
import type { Stack } from "../stack/stack.ts";
import { AREAS } from "./areas.ts";
import { compareSides, type Tally } from "./compareSides.ts";
import { countEvents, type EventCount } from "./eventKinds.ts";
import type { Played } from "./play.ts";
import { protocolAddresses } from "./protocolAddresses.ts";
import { loggingTransport, lyingFetch, type Sabotage } from "./sabotage.ts";

/** How a comparison is made. */
export interface AgreeOptions {
  onProgress: (sentence: string) => void;
  /** A source that lies on purpose. */
  sabotage?: Sabotage | undefined;
  /** Only these areas; all by default. */
  areas?: readonly string[];
}

/** What came of it. */
export interface Agreement {
  /** By area. */
  tallies: Map<string, Tally>;
  events: EventCount;
  world: World;
}

const INDEXING_MILLISECONDS = 600_000;

/** Compares chain, logs and subgraph after everything that was played. */
export async function agree(stack: Stack, played: Played, options: AgreeOptions): Promise<Agreement> {
  const { onProgress, sabotage, areas = Object.keys(AREAS) } = options;
  const subgraph = createSubgraphClient({
    url: stack.graphqlUrl ?? "",
    timeout: INDEXING_MILLISECONDS,
    ...(sabotage === "subgraph" ? { fetch: lyingFetch } : {}),
  });
  onProgress("waiting until the subgraph has indexed all of it");
  await subgraph.waitForIndexed({ blockNumber: await played.desk.client.getBlockNumber({ cacheTime: 0 }) });

  onProgress("replaying the logs");
  const hidden = sabotage === "logs" ? toEventSelector(royaltySplitterWithdrawnEvent) : undefined;
  const client = createPublicClient({ chain: hardhat, transport: loggingTransport(stack.rpcUrl, hidden) });
  const clones = await protocolAddresses(client, stack.deployment);
  const { contracts } = played.desk;
  const { curation } = played.house;
  const books = await readBooks(client, { contracts, clones, curation, board: played.governed.board });
  const world: World = { ...played, books, clones, rpcUrl: stack.rpcUrl };

  const tallies = new Map<string, Tally>();
  for (const [area, comparisons] of Object.entries(AREAS)) {
    if (!areas.includes(area)) continue;
    onProgress(`comparing ${area}`);
    const found = { entities: 0, fields: 0, threeWay: 0, differences: books.gate.differences.flatMap(inGate(area)) };
    for (const compare of comparisons) {
      const { entities, fields, threeWay, differences } = compareSides(area, await compare(subgraph, world));
      if (entities === 0) throw new Error(`${compare.name} found nothing to compare`);
      found.entities += entities;
      found.fields += fields;
      found.threeWay += threeWay;
      found.differences.push(...differences);
    }
    tallies.set(area, found);
  }
  return { tallies, events: await countEvents(client, clones), world };
}

/** Where the gate announced what does not follow from its ballots. */
const inGate =
  (area: string) =>
  ({ subject, field, found, expected }: World["books"]["gate"]["differences"][number]): Tally["differences"] =>
    area === "curation" ? [{ area, entity: subject, field, chain: found, logs: expected, subgraph: undefined }] : [];
