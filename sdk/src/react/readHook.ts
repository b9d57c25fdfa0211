"use client";
import {
  skipToken,
  type SkipToken,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
  useSuspenseQuery,
  type UseSuspenseQueryOptions,
  type UseSuspenseQueryResult,
} from "@tanstack/react-query";
import type { AnswerOf, ParametersOf, Query, ReadQuery, Stored } from "../query/readQuery.ts";
import type { QuerySource } from "../query/source.ts";
import { useQuerySource } from "./provider.ts";

/** What TanStack Query lets a page choose; key and function are the action's. */
export type QueryChoices<Data, Failure, Selected> = Omit<
  UseQueryOptions<Data, Failure, Selected>,
  "queryKey" | "queryFn" | "queryKeyHashFn" | "queryHash"
>;

/** The same for a component that suspends. */
export type SuspenseChoices<Data, Failure, Selected> = Omit<
  UseSuspenseQueryOptions<Data, Failure, Selected>,
  "queryKey" | "queryFn" | "queryKeyHashFn" | "queryHash"
>;

/** Parameters, then choices; both may be left out where the action asks for nothing. */
type Asked<Parameters, Choices, Skip = never> =
  Partial<Parameters> extends Parameters
    ? [parameters?: Parameters | Skip, choices?: Choices]
    : [parameters: Parameters | Skip, choices?: Choices];

/** A read as a query; `skipToken` instead of parameters that are not known yet asks nothing. */
export type QueryHook<Parameters, Data, Failure> = <Selected = Data>(
  ...asked: Asked<Parameters, QueryChoices<Data, Failure, Selected>, SkipToken>
) => UseQueryResult<Selected, Failure>;

/** A read as a query for which the component waits, within `<Suspense>`. */
export type SuspenseHook<Parameters, Data, Failure> = <Selected = Data>(
  ...asked: Asked<Parameters, SuspenseChoices<Data, Failure, Selected>>
) => UseSuspenseQueryResult<Selected, Failure>;

/** A read action as a query. */
export type ReadHook<Subject, Failure> = QueryHook<ParametersOf<Subject>, Stored<AnswerOf<Subject>>, Failure>;

/** A read action as a query that suspends. */
export type SuspenseReadHook<Subject, Failure> = SuspenseHook<
  ParametersOf<Subject>,
  Stored<AnswerOf<Subject>>,
  Failure
>;

/** Options of a query, of which the types of the hooks know the parameters. */
type AnyQuery = (source: QuerySource, parameters: never) => Query<unknown>;

/** Makes the hook of a query. */
export function defineQueryHook<Parameters, Data, Failure>(optionsOf: AnyQuery): QueryHook<Parameters, Data, Failure> {
  const useHook = (parameters: object = {}, choices: object = {}) => {
    const source = useQuerySource();
    const skipped = (parameters as unknown) === skipToken;
    const query = optionsOf(source, (skipped ? {} : parameters) as never);
    return useQuery({ ...query, ...choices, ...(skipped ? { queryFn: skipToken } : {}) });
  };
  return useHook as QueryHook<Parameters, Data, Failure>;
}

/** Makes the suspending hook of a query. */
export function defineSuspenseHook<Parameters, Data, Failure>(
  optionsOf: AnyQuery,
): SuspenseHook<Parameters, Data, Failure> {
  const useHook = (parameters: object = {}, choices: object = {}) =>
    useSuspenseQuery({ ...optionsOf(useQuerySource(), parameters as never), ...choices });
  return useHook as SuspenseHook<Parameters, Data, Failure>;
}

/** Makes the hook of a read action. */
export function defineReadHook<Subject, Failure>(optionsOf: ReadQuery<Subject>): ReadHook<Subject, Failure> {
  return defineQueryHook(optionsOf as AnyQuery);
}

/** Makes the suspending hook of a read action. */
export function defineSuspenseReadHook<Subject, Failure>(
  optionsOf: ReadQuery<Subject>,
): SuspenseReadHook<Subject, Failure> {
  return defineSuspenseHook(optionsOf as AnyQuery);
}
