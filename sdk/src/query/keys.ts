import { type Json, toPlain } from "./serialize.ts";

/** Parts of the protocol, as the actions are grouped. */
export type Area =
  "studio" | "registry" | "curation" | "licensing" | "royalties" | "governance" | "board" | "agents" | "provenance";

/**
 * Where a query belongs: what an area of the chain says, what the index says of it (`data`), or up to which block the
 * index has come (`indexed`).
 */
export type Topic = Area | "data" | "indexed";

/**
 * Key of a query: JSON throughout, so that default hashing and persisting work. What an index answers names the index
 * as well; what the chain answers names the contracts among its parameters.
 */
export type QueryKey = readonly ["imprimatur", chainId: number, Topic, name: string, parameters: Json, index?: string];

/** Key of one query. */
export function queryKeyOf(chainId: number, topic: Topic, name: string, parameters: object, index?: string): QueryKey {
  const key = ["imprimatur", chainId, topic, name, toPlain(parameters)] as const;
  return index === undefined ? key : [...key, index];
}

/** Begins the keys of all queries of a chain, of one topic, or of one action. */
export function queryKeyPrefix(
  chainId: number,
  topic?: Topic,
  name?: string,
): readonly [string, ...(string | number)[]] {
  return ["imprimatur", chainId, ...(topic === undefined ? [] : [topic]), ...(name === undefined ? [] : [name])];
}
