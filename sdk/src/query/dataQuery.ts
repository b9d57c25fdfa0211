import type { StudioData } from "../data/studioData.ts";
import { defined } from "../types/defined.ts";
import { subgraphReader } from "../subgraph/subgraphReader.ts";
import { queryKeyOf } from "./keys.ts";
import type { Query, Stored } from "./readQuery.ts";
import { nameOfIndex, type QuerySource, subgraphOf } from "./source.ts";

/** The questions that an index answers. */
export type DataMethod = Exclude<keyof StudioData, "waitForIndexed">;

/** The parameters of such a question. */
export type DataParameters<Method extends DataMethod> = Parameters<StudioData[Method]>[0];

/** What a cache holds of the answer. */
export type DataAnswer<Method extends DataMethod> = Stored<Awaited<ReturnType<StudioData[Method]>>>;

/** Makes the query of a list or a history. */
export type DataQuery<Method extends DataMethod> = (
  source: QuerySource,
  parameters: DataParameters<Method>,
) => Query<DataAnswer<Method>>;

/** Makes the query of one of the index's methods. */
export function defineDataQuery<Method extends DataMethod>(method: Method): DataQuery<Method> {
  return (source, parameters) => ({
    queryKey: queryKeyOf(source.chainId, "data", method, parameters, nameOfIndex(source)),
    queryFn: async () => {
      const data = source.data ?? subgraphReader(subgraphOf(source));
      const ask = data[method].bind(data) as (asked: DataParameters<Method>) => Promise<unknown>;
      return ((await ask(parameters)) ?? null) as DataAnswer<Method>;
    },
  });
}

/** What a subgraph is asked. */
export type SubgraphRequest = {
  /** GraphQL. */
  query: string;
  variables?: Record<string, unknown>;
};

/**
 * A query of one's own to the subgraph.
 *
 * @example
 * ```ts
 * const offers = subgraphQueryOptions<{ offers: { id: string }[] }>(source, { query: "{ offers { id } }" });
 * ```
 */
export function subgraphQueryOptions<Data>(source: QuerySource, request: SubgraphRequest): Query<Data> {
  return {
    queryKey: queryKeyOf(
      source.chainId,
      "data",
      "subgraph",
      request,
      nameOfIndex({ ...defined({ subgraph: source.subgraph }) }),
    ),
    queryFn: () => subgraphOf(source).query<Data>(request.query, request.variables),
  };
}
