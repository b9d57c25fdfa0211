import { type Address, getAddress } from "viem";
import type { SubgraphClient } from "../subgraph/client.ts";
import { PAGE } from "../subgraph/queries.ts";
import { readPages } from "../subgraph/readPages.ts";
import { STUDIOS } from "./queries.ts";

/** A studio in a list. */
export type ListedStudio = { studio: string; name: string; symbol: string; preset: string; timelock: string };

/** A studio as the subgraph has it. */
type IndexedStudio = {
  id: Address;
  name: string;
  symbol: string;
  preset: string;
  timelock: { id: Address };
  createdAt: string;
};

/** All studios that a subgraph knows, oldest first. */
export async function listIndexedStudios(subgraph: SubgraphClient): Promise<ListedStudio[]> {
  const found = await readPages<IndexedStudio>(subgraph, { query: STUDIOS, pageSize: PAGE });
  const sorted = found.sort((one, other) => Number(one.createdAt) - Number(other.createdAt));
  return sorted.map(({ id, name, symbol, preset, timelock }) => {
    return { studio: getAddress(id), name, symbol, preset: preset.toLowerCase(), timelock: getAddress(timelock.id) };
  });
}
