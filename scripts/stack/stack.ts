import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chain, startChain } from "./chain.ts";
import { type ContentStore, startContentStore } from "./contentStore.ts";
import { type LocalDeployment, deployLocally } from "./deployLocally.ts";
import { graphNodeBinary, startGraphNode } from "./graphNode.ts";
import { startPostgres } from "./postgres.ts";
import { buildSubgraph, LOCAL_NETWORK } from "./subgraph.ts";

/** What is asked of the local stack. */
export interface StackOptions {
  /** Called before each part starts, with a sentence for the person who waits. */
  onProgress: (sentence: string) => void;
  /** Ports that a person would expect; each falls back to a free one. */
  ports: { rpc: number; content: number; graphql: number };
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
export async function startStack({ onProgress, ports }: StackOptions): Promise<Stack> {
  await using started = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), "imprimatur-stack-"));
  started.defer(() => rm(directory, { recursive: true, force: true }));
  const log = (part: string): string => join(directory, `${part}.log`);

  onProgress("starting the EVM node and deploying the contracts");
  const chain = started.use(await startChain(ports.rpc, log("chain")));
  const deployment = await deployLocally(chain.rpcUrl);
  const contentStore = started.use(await startContentStore(ports.content));

  const graphNode = await startIndexer({ started, chain, contentStore, deployment, directory, log, ports, onProgress });
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
  directory: string;
  log: (part: string) => string;
}

async function startIndexer(options: IndexerOptions) {
  const { started, chain, contentStore, deployment, directory, log, ports, onProgress } = options;
  const binary = graphNodeBinary();
  if (binary === undefined) {
    onProgress("npm carries no graph-node for this platform: the event-log reader takes its place");
    return undefined;
  }
  onProgress("building the subgraph");
  const subgraphDirectory = await buildSubgraph(deployment, directory);
  onProgress("starting PostgreSQL and graph-node");
  const postgres = started.use(await startPostgres(log("postgres")));
  const graphNode = await startGraphNode(binary, {
    subgraphDirectory,
    postgresUrl: postgres.url,
    rpcUrl: chain.rpcUrl,
    contentStoreUrl: contentStore.url,
    network: LOCAL_NETWORK,
    preferredPort: ports.graphql,
    logFile: log("graph-node"),
  });
  return started.use(graphNode);
}
