import { getBlockNumber } from "viem/actions";
import type { MinedIn } from "../data/studioData.ts";
import { defined } from "../types/defined.ts";
import { isIndexed, nameOfIndex, type QuerySource, subgraphOf } from "./source.ts";
import { type Area, queryKeyOf, queryKeyPrefix } from "./keys.ts";
import type { Query } from "./readQuery.ts";

/** A cache of queries, for example TanStack's `QueryClient`. */
export type QueryCache = {
  invalidateQueries(filters: { queryKey: readonly unknown[] }): Promise<void>;
  query<Data>(query: Query<Data> & { staleTime: number }): Promise<Data>;
};

/**
 * What an action of an area may change. Proposals, boards and a studio's own settings reach into everything; the gate
 * pays and grants; a sale earns, and marks its asset as sold; agents pay, buy and call, and lots use their quotas.
 */
const AFFECTED: Readonly<Partial<Record<Area, string>>> = {
  curation: "curation registry licensing royalties governance agents",
  registry: "registry curation licensing royalties agents",
  licensing: "licensing royalties registry",
  royalties: "royalties licensing registry curation",
  provenance: "provenance registry curation licensing royalties",
};

const ALL = "studio registry curation licensing royalties governance board agents provenance";

/** Milliseconds for which a node may lag behind the wallet's, and between two looks at it. */
const LAG = { most: 30_000, step: 250 } as const;

/**
 * The query that ends once the index has come to a receipt's block; then everything that the index says is asked
 * anew. Everybody who waits for the same block shares one wait.
 */
export function waitForIndexedQueryOptions(
  cache: QueryCache,
  source: QuerySource,
  { blockNumber, blockHash }: MinedIn,
): Query<true> & { staleTime: number } {
  const receipt = { blockNumber, ...defined({ blockHash }) };
  return {
    queryKey: queryKeyOf(source.chainId, "indexed", "waitForIndexed", receipt, nameOfIndex(source)),
    queryFn: async () => {
      await (source.data ?? subgraphOf(source)).waitForIndexed(receipt);
      void cache.invalidateQueries({ queryKey: queryKeyPrefix(source.chainId, "data") });
      return true;
    },
    staleTime: Number.POSITIVE_INFINITY,
  };
}

/**
 * Has asked anew what a transaction of `area` may have changed: the chain as soon as the source's node knows the block,
 * the index once it has come there. Ends then, and never fails: what went wrong shows in the queries themselves.
 */
export async function refreshAfter(
  cache: QueryCache,
  source: QuerySource,
  area: Area,
  receipt: MinedIn,
): Promise<void> {
  const chain = async (): Promise<void> => {
    await reach(source, receipt.blockNumber);
    const affectedAreas = (AFFECTED[area] ?? ALL).split(" ") as Area[];
    const keys = affectedAreas.map((affected) => queryKeyPrefix(source.chainId, affected));
    await Promise.all(keys.map((queryKey) => cache.invalidateQueries({ queryKey })));
  };
  const index = async (): Promise<void> => {
    if (isIndexed(source)) await cache.query(waitForIndexedQueryOptions(cache, source, receipt));
  };
  await Promise.allSettled([chain(), index()]);
}

/** Waits until the node behind a source knows a block that the wallet's node has told of. */
async function reach({ client }: QuerySource, blockNumber: bigint): Promise<void> {
  const end = Date.now() + LAG.most;
  while (Date.now() < end) {
    const head = await getBlockNumber(client, { cacheTime: 0 }).catch(() => 0n);
    if (head >= blockNumber) return;
    await new Promise((resolve) => setTimeout(resolve, LAG.step));
  }
}
