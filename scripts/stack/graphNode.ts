import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freePort } from "./ports.ts";
import { startProcess, whileRunning } from "./managedProcess.ts";
import { until } from "./until.ts";

/** A running graph-node that indexes one subgraph. */
export interface GraphNode extends AsyncDisposable {
  /** GraphQL endpoint of the subgraph. */
  readonly graphqlUrl: string;
  readonly ended: Promise<string>;
}

/** What graph-node connects to. */
export interface GraphNodeOptions {
  /** Folder of the rendered manifest; its `build` folder holds the compiled subgraph. */
  subgraphDirectory: string;
  postgresUrl: string;
  rpcUrl: string;
  contentStoreUrl: string;
  /** Network name of the manifest. */
  network: string;
  preferredPort: number;
  logFile: string;
}

/** With backtraces on, as some environments have them, graph-node spends most of its time on collecting them. */
export const NO_BACKTRACES = { RUST_BACKTRACE: "0" } as const;

const START_MILLISECONDS = 60_000;
const PACKAGE = "@graphprotocol/gnd-linux-x64";

/** Path of the graph-node binary, or undefined on a platform for which npm has none. */
export function graphNodeBinary(): string | undefined {
  try {
    const path = fileURLToPath(new URL("bin/gnd", import.meta.resolve(`${PACKAGE}/package.json`)));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Starts graph-node and waits until it answers a query. */
export async function startGraphNode(binary: string, options: GraphNodeOptions): Promise<GraphNode> {
  const port = await freePort(options.preferredPort);
  const [admin, index, metrics] = [await freePort(), await freePort(), await freePort()];
  const node = startProcess({
    name: "graph-node",
    command: binary,
    args: [
      "dev",
      ...["--manifests", "subgraph.yaml"],
      ...["--postgres-url", options.postgresUrl],
      ...["--ethereum-rpc", `${options.network}:${options.rpcUrl}`],
      ...["--ipfs", options.contentStoreUrl],
      ...["--http-port", String(port), "--admin-port", String(admin)],
      ...["--index-node-port", String(index), "--metrics-port", String(metrics)],
    ],
    cwd: options.subgraphDirectory,
    env: {
      ETHEREUM_POLLING_INTERVAL: "250",
      // Told of a new head, graph-node asks a cache that keeps the old one for a quarter of the time between blocks, finds
      // nothing new, and waits to be told again: for the next block, or this many seconds, 30 if unset.
      GRAPH_STORE_DISABLE_CHAIN_HEAD_PTR_CACHE: "true",
      GRAPH_CHAIN_HEAD_WATCHER_TIMEOUT: "1",
      GRAPH_LOG: "info",
      ...NO_BACKTRACES,
    },
    logFile: options.logFile,
  });
  const graphqlUrl = `http://127.0.0.1:${port}/subgraphs/name/subgraph-0`;
  await whileRunning(
    node,
    options.logFile,
    until("graph-node", START_MILLISECONDS, () => firstAnswer(graphqlUrl)),
  );
  return { graphqlUrl, ended: node.ended, [Symbol.asyncDispose]: () => node[Symbol.asyncDispose]() };
}

async function firstAnswer(graphqlUrl: string): Promise<true | undefined> {
  const response = await fetch(graphqlUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ _meta { block { number } } }" }),
  });
  const { data } = (await response.json()) as { data?: unknown };
  return data === undefined || data === null ? undefined : true;
}
