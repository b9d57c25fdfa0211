import type { ActionClient } from "../actions/internal/types.ts";
import type { StudioData } from "../data/studioData.ts";
import { DataSourceMissingError } from "../errors/query.ts";
import type { KnownContracts } from "../studioContracts.ts";
import { createSubgraphClient, type SubgraphClient } from "../subgraph/client.ts";

/** Where lists and histories come from. */
export type DataSource = {
  /** A subgraph: the url of its endpoint, or a client of it. */
  subgraph?: string | SubgraphClient;
  /** Answers instead of the subgraph, for example a reader of event logs. */
  data?: StudioData;
};

/** What queries ask, and of which contracts. */
export type QuerySource = KnownContracts &
  DataSource & {
    /** Asks the chain; needs no wallet. */
    client: ActionClient;
    /** The chain that the client is on; part of every key. */
    chainId: number;
  };

/** The client of the source's subgraph. */
export function subgraphOf({ subgraph }: DataSource): SubgraphClient {
  if (subgraph === undefined) throw new DataSourceMissingError();
  return typeof subgraph === "string" ? createSubgraphClient({ url: subgraph }) : subgraph;
}

const names = new WeakMap<StudioData, string>();

/**
 * Who answers for lists, as keys name it: the url of a subgraph; a reader of another kind gets a
 * name that no other one has, in no other session either. Where nobody answers, nothing is kept.
 */
export function nameOfIndex({ subgraph, data }: DataSource): string {
  if (data === undefined) return (typeof subgraph === "string" ? subgraph : subgraph?.url) ?? "";
  const name = names.get(data) ?? `reader ${Math.random().toString(36).slice(2)}`;
  names.set(data, name);
  return name;
}

/** Whether there is anything to wait for after a transaction. */
export function isIndexed({ subgraph, data }: DataSource): boolean {
  return subgraph !== undefined || data !== undefined;
}
