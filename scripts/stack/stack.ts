import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chain, startChain } from "./chain.ts";
import { compileContracts } from "./compile.ts";
import { type ContentStore, startContentStore } from "./contentStore.ts";
import { type LocalDeployment, deployLocally } from "./deployLocally.ts";
import { type GraphNode, graphNodeBinary, startGraphNode } from "./graphNode.ts";
import { unlessAborted } from "./interruption.ts";
import { startPostgres } from "./postgres.ts";
import { buildSubgraph, LOCAL_NETWORK, prepareSubgraph } from "./subgraph.ts";

/** What is asked of the local stack. */
export interface StackOptions {
  /** Called before each part starts, with a sentence for the person who waits. */
  onProgress: (sentence: string) => void;
  /** Ports that a person would expect; each falls back to a free one. */
  ports: { rpc: number; content: number; graphql: number };
  /** Ends the start between two parts; what has started by then is stopped. */
  signal: AbortSignal;
  /** Whether a graph-node is wanted where there is one; it is by default. */
  indexed?: boolean;
}

/** The running local stack; disposing of it leaves no process and no temporary directory. */
export interface Stack extends AsyncDisposable {
  readonly rpcUrl: string;
  /** Undefined on platforms for which npm carries no graph-node. */
  readonly graphqlUrl: string | undefined;
  readonly contentStore: ContentStore;
  readonly deployment: LocalDeployment;
  /** Resolves with a sentence when a part ends that nobody asked to end. */
  readonly ended: Promise<string>;
}

/** The ports of `npm start`. */
export const USUAL_PORTS = { rpc: 8545, content: 5001, graphql: 8000 } as const;

/** Ports that disturb nobody. */
export const FREE_PORTS = { rpc: 0, content: 0, graphql: 0 } as const;

/** Starts EVM node, contracts, content store, PostgreSQL and graph-node, in the order in which they need each other. */
export async function startStack({ onProgress, ports, signal, indexed = true }: StackOptions): Promise<Stack> {
  await using started = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), "imprimatur-stack-"));
  started.defer(() => rm(directory, { recursive: true, force: true }));
  const log = (part: string): string => join(directory, `${part}.log`);

  const binary = indexed ? graphNodeBinary() : undefined;
  onProgress("compiling what has changed since the last start");
  const compiled = Promise.all([compileContracts(signal), ...(binary === undefined ? [] : [prepareSubgraph()])]);
  await unlessAborted(signal, compiled);
  onProgress("starting the EVM node and deploying the contracts");
  const chain = started.use(await startChain(ports.rpc, log("chain")));
  signal.throwIfAborted();
  const deployment = await deployLocally(chain.rpcUrl);
  const contentStore = started.use(await startContentStore(ports.content));

  const indexer = { started, chain, contentStore, deployment, log, ports, onProgress, signal };
  const graphNode = binary === undefined ? undefined : await startIndexer(binary, indexer);
  if (indexed && graphNode === undefined)
    onProgress("npm carries no graph-node for this platform: event logs take its place");
  const parts = started.move();
  return {
    rpcUrl: chain.rpcUrl,
    graphqlUrl: graphNode?.graphqlUrl,
    contentStore,
    deployment,
    ended: Promise.race([chain.ended, ...(graphNode === undefined ? [] : [graphNode.ended])]),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

interface IndexerOptions extends StackOptions {
  started: AsyncDisposableStack;
  chain: Chain;
  contentStore: ContentStore;
  deployment: LocalDeployment;
  log: (part: string) => string;
}

async function startIndexer(binary: string, options: IndexerOptions): Promise<GraphNode> {
  const { started, chain, contentStore, deployment, log, ports, onProgress, signal } = options;
  onProgress("starting PostgreSQL and graph-node");
  const subgraph = started.use(await buildSubgraph(deployment.contracts));
  const postgres = started.use(await startPostgres(log("postgres")));
  signal.throwIfAborted();
  const graphNode = await startGraphNode(binary, {
    subgraphDirectory: subgraph.directory,
    postgresUrl: postgres.url,
    rpcUrl: chain.rpcUrl,
    contentStoreUrl: contentStore.url,
    network: LOCAL_NETWORK,
    preferredPort: ports.graphql,
    logFile: log("graph-node"),
  });
  return started.use(graphNode);
}
