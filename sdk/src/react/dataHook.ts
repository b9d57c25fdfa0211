"use client";
import type { SubgraphError } from "../errors/subgraph.ts";
import type { DataAnswer, DataMethod, DataParameters, DataQuery } from "../query/dataQuery.ts";
import { subgraphQueryOptions, type SubgraphRequest } from "../query/dataQuery.ts";
import {
  defineQueryHook,
  defineSuspenseHook,
  type QueryChoices,
  type QueryHook,
  type SuspenseChoices,
  type SuspenseHook,
} from "./readHook.ts";
import type { SkipToken, UseQueryResult, UseSuspenseQueryResult } from "@tanstack/react-query";

/** A list or a history as a query. */
export type DataHook<Method extends DataMethod> = QueryHook<DataParameters<Method>, DataAnswer<Method>, Error>;

/** A list or a history as a query that suspends. */
export type SuspenseDataHook<Method extends DataMethod> = SuspenseHook<
  DataParameters<Method>,
  DataAnswer<Method>,
  Error
>;

/** Makes the hook of one of the index's methods. */
export function defineDataHook<Method extends DataMethod>(optionsOf: DataQuery<Method>): DataHook<Method> {
  return defineQueryHook(optionsOf);
}

/** Makes the suspending hook of one of the index's methods. */
export function defineSuspenseDataHook<Method extends DataMethod>(
  optionsOf: DataQuery<Method>,
): SuspenseDataHook<Method> {
  return defineSuspenseHook(optionsOf);
}

/** A query of one's own to the subgraph, which a write's refresh renews as well. */
export const useSubgraph: <Data, Selected = Data>(
  request: SubgraphRequest | SkipToken,
  choices?: QueryChoices<Data, SubgraphError, Selected>,
) => UseQueryResult<Selected, SubgraphError> = /* @__PURE__ */ defineQueryHook(subgraphQueryOptions) as never;

/** {@link useSubgraph}, for which the component waits. */
export const useSuspenseSubgraph: <Data, Selected = Data>(
  request: SubgraphRequest,
  choices?: SuspenseChoices<Data, SubgraphError, Selected>,
) => UseSuspenseQueryResult<Selected, SubgraphError> = /* @__PURE__ */ defineSuspenseHook(
  subgraphQueryOptions,
) as never;
