import type { ActionClient } from "../actions/internal/types.ts";
import type { Arguments, Filling } from "../bound/types.ts";
import { ImprimaturError } from "../errors/base.ts";
import { contractsOf } from "../studioContracts.ts";
import { type Area, type QueryKey, queryKeyOf } from "./keys.ts";
import type { QuerySource } from "./source.ts";

/** A query cache keeps no undefined: where an action answers that, its query answers null. */
export type Stored<Data> = undefined extends Data ? Exclude<Data, undefined> | null : Data;

/** An action's parameters without the contracts that are known. */
export type ParametersOf<Subject> = Subject extends (client: ActionClient, parameters: infer Asked) => Promise<unknown>
  ? Filling<Asked>
  : never;

/** What an action answers. */
export type AnswerOf<Subject> = Subject extends (...parameters: never) => Promise<infer Answer> ? Answer : never;

/** A query, for TanStack Query in any framework. */
export type Query<Data> = {
  queryKey: QueryKey;
  queryFn: () => Promise<Data>;
  retry?: (failures: number, error: unknown) => boolean;
};

/** Makes the query of a read. */
export type ReadQuery<Subject> = (
  source: QuerySource,
  ...parameters: Arguments<ParametersOf<Subject>>
) => Query<Stored<AnswerOf<Subject>>>;

/** Times that a failed request is repeated, as TanStack Query does by itself. */
const RETRIES = 3;

/** What may go better in a moment; names, because a page may hold two copies of the classes. */
const PASSING: readonly string[] = ["NodeAnswerError", "NodeBehindError", "NodeUnreachableError", "RateLimitedError"];

/** A refusal of the chain stays one; only what may have failed on the way is asked again. */
function worthAnotherTry(failures: number, error: unknown): boolean {
  return failures < RETRIES && (!ImprimaturError.is(error) || PASSING.includes(error.name));
}

/** Makes the query of a read action. */
export function defineReadQuery<Subject>(area: Area, name: string, action: Subject): ReadQuery<Subject> {
  const read = action as (client: ActionClient, parameters: object) => Promise<unknown>;
  const query = (source: QuerySource, given: object = {}): Query<unknown> => {
    const parameters = { ...contractsOf(source), ...given };
    return {
      queryKey: queryKeyOf(source.chainId, area, name, parameters),
      queryFn: async () => (await read(source.client, parameters)) ?? null,
      retry: worthAnotherTry,
    };
  };
  return query as ReadQuery<Subject>;
}
