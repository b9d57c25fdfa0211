import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { graphNodeBinary, startGraphNode } from "../scripts/stack/graphNode.ts";
import { interruption } from "../scripts/stack/interruption.ts";
import { startPostgres } from "../scripts/stack/postgres.ts";
import { FREE_PORTS, type Stack, startStack } from "../scripts/stack/stack.ts";
import { buildSubgraph, LOCAL_NETWORK, prepareSubgraph } from "../scripts/stack/subgraph.ts";
import { mergeResults } from "./results.ts";
import { startCountingProxy } from "./subgraph/countingProxy.ts";
import { cpuTimes } from "./subgraph/cpuTimes.ts";
import { measureHeadLag } from "./subgraph/headLag.ts";
import { eventBlocks, watchIndexing } from "./subgraph/indexing.ts";
import { listAssets } from "./subgraph/manifests.ts";
import { loadWithQueries, percentile } from "./subgraph/queryLoad.ts";
import { seedChain } from "./subgraph/seedChain.ts";

/** Most that a key may reach. */
const CEILINGS: Readonly<Record<string, number>> = {
  "subgraph.queryP95Ms": 100,
  "subgraph.headLagMs": 2_000,
  "subgraph.ethCalls": 0,
};

/** Least that a key must reach. */
const FLOORS: Readonly<Record<string, number>> = { "subgraph.eventsPerSecond": 2_000 };

const AMOUNTS = { purchases: 10_000, pots: 5_000, lots: 2_000, grants: 3_000 };
const MANIFESTS = { lots: 2, rows: 50_000 };

/** Real graph-node, PostgreSQL and EVM node on this machine: how fast they index, answer and follow. */
async function measure(binary: string, signal: AbortSignal): Promise<Record<string, number>> {
  await using cleanup = new AsyncDisposableStack();
  const logs = await mkdtemp(join(tmpdir(), "imprimatur-bench-"));
  cleanup.defer(() => rm(logs, { recursive: true, force: true }));
  const onProgress = (sentence: string): void => console.log(`… ${sentence}`);
  const stack = cleanup.use(await startStack({ onProgress, ports: FREE_PORTS, signal, indexed: false }));
  onProgress("logging events on the chain");
  const desk = await seedChain(stack, AMOUNTS);
  const blocks = await eventBlocks(stack);

  const count = new Set(blocks).size;
  const each = (blocks.length / count).toFixed(0);
  onProgress(`indexing ${blocks.length.toLocaleString("en-US")} events in ${count} blocks, ${each} in each`);
  await prepareSubgraph();
  const subgraph = cleanup.use(await buildSubgraph(stack.deployment.contracts));
  const postgres = cleanup.use(await startPostgres(join(logs, "postgres.log")));
  const proxy = cleanup.use(await startCountingProxy(stack.rpcUrl));
  const before = cpuTimes();
  const graphNode = cleanup.use(
    await startGraphNode(binary, {
      subgraphDirectory: subgraph.directory,
      postgresUrl: postgres.url,
      rpcUrl: proxy.url,
      contentStoreUrl: stack.contentStore.url,
      network: LOCAL_NETWORK,
      preferredPort: 0,
      logFile: join(logs, "graph-node.log"),
    }),
  );
  const { events, seconds } = await watchIndexing(graphNode.graphqlUrl, blocks);
  onProgress(
    `${events} events in ${seconds.toFixed(1)} s; processor time: ${describeTimes(before)}; load ${loadavg()[0]?.toFixed(1)}`,
  );

  const indexed: Stack = { ...stack, graphqlUrl: graphNode.graphqlUrl, [Symbol.asyncDispose]: async () => undefined };
  const manifests = await listAssets(indexed, desk, MANIFESTS);
  onProgress(`${MANIFESTS.lots * MANIFESTS.rows} rows of manifests indexed in ${manifests.seconds.toFixed(1)} s`);
  const latencies = await loadWithQueries(graphNode.graphqlUrl, desk, manifests.listed);
  const lags = await measureHeadLag(graphNode.graphqlUrl, desk);

  console.log("\n| query | median, ms | p95, ms |\n|---|--:|--:|");
  for (const [query, values] of latencies) {
    console.log(`| ${query} | ${percentile(values, 0.5).toFixed(1)} | ${percentile(values, 0.95).toFixed(1)} |`);
  }
  return {
    "subgraph.eventsPerSecond": Math.round(events / seconds),
    "subgraph.queryP95Ms": Math.round(Math.max(...[...latencies.values()].map((values) => percentile(values, 0.95)))),
    "subgraph.headLagMs": Math.round(Math.max(...lags)),
    "subgraph.headLagMedianMs": Math.round(percentile(lags, 0.5)),
    "subgraph.manifestRowsPerSecond": Math.round((MANIFESTS.lots * MANIFESTS.rows) / manifests.seconds),
    "subgraph.ethCalls": proxy.counts.get("eth_call") ?? 0,
  };
}

function describeTimes(before: ReadonlyMap<string, number>): string {
  const used = [...cpuTimes()].map(([name, seconds]): [string, number] => [name, seconds - (before.get(name) ?? 0)]);
  return used.map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`).join(", ");
}

const binary = graphNodeBinary();
if (binary === undefined) console.log("npm carries no graph-node for this platform: the subgraph was not measured");
else {
  const signal = interruption();
  const results = await measure(binary, signal).catch((error: unknown) => {
    // Thrown on, it would be one of the stray errors that the signal listens to, and the process would end as if all was well.
    console.error(error);
    process.exit(1);
  });
  const failures: string[] = [];
  console.log("\n| key | measured | limit |\n|---|--:|--:|");
  for (const [key, measured] of Object.entries(results)) {
    const [ceiling, floor] = [CEILINGS[key], FLOORS[key]];
    console.log(
      `| ${key} | ${measured} | ${ceiling === undefined ? (floor === undefined ? "–" : `≥ ${floor}`) : `≤ ${ceiling}`} |`,
    );
    if (ceiling !== undefined && measured > ceiling) failures.push(`${key}: ${measured} is above ${ceiling}`);
    if (floor !== undefined && measured < floor) failures.push(`${key}: ${measured} is below ${floor}`);
  }
  await mergeResults(results);
  for (const failure of failures) console.error(failure);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
