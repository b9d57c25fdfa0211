export * from "./generated/index.ts";
export {
  type DataAnswer,
  type DataMethod,
  type DataParameters,
  type DataQuery,
  subgraphQueryOptions,
  type SubgraphRequest,
} from "./dataQuery.ts";
export { type Area, type QueryKey, queryKeyPrefix, type Topic } from "./keys.ts";
export type { AnswerOf, ParametersOf, Query, ReadQuery, Stored } from "./readQuery.ts";
export { type QueryCache, refreshAfter, waitForIndexedQueryOptions } from "./refresh.ts";
export { requirementsQueryOptions } from "./requirementsQuery.ts";
export { deserialize, type Json, serialize } from "./serialize.ts";
export type { DataSource, QuerySource } from "./source.ts";
