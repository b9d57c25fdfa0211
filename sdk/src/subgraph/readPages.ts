import type { Hex } from "viem";
import { SubgraphExportError } from "../errors/subgraph.ts";
import type { SubgraphClient } from "./client.ts";

/** A block by its number or its hash. */
export type Block = { number: number } | { hash: Hex };

/** An entity as a subgraph answers it. */
export type Row = Record<string, unknown>;

/** A query with one list that takes `$first`, `$after` and `$block`, and what it is asked with. */
type Listing = {
  query: string;
  variables?: Record<string, unknown>;
  /** The newest indexed one by default. */
  block?: Block;
  pageSize?: number;
};

/** Most entities that one answer of a subgraph holds. */
const MOST = 1000;

const HEAD = "{ _meta { block { hash } } }";

/**
 * All pages of a list as of one block, so that neither new blocks nor a reorganization shift rows between pages: by id, and in
 * the end in the order of the chain where rows have `block` and `logIndex`.
 */
export async function readPages<Entity extends object>(subgraph: SubgraphClient, listing: Listing): Promise<Entity[]> {
  const { query, variables = {}, pageSize = MOST, block = await newestBlock(subgraph) } = listing;
  const rows: Row[] = [];
  for (let after = "0x"; ;) {
    const paging = { first: pageSize, after, block };
    const page = listIn(await subgraph.query<Row>(query, { ...variables, ...paging }));
    rows.push(...page);
    if (page.length < pageSize) return rows.sort(inChainOrder) as Entity[];
    const last = page.at(-1)?.["id"];
    if (typeof last !== "string" || last <= after) throw new SubgraphExportError("the list is not in the order of ids");
    after = last;
  }
}

async function newestBlock(subgraph: SubgraphClient): Promise<Block> {
  const { _meta: meta } = await subgraph.query<{ _meta: { block: { hash: Hex } } }>(HEAD);
  return { hash: meta.block.hash };
}

function listIn(answer: Row): Row[] {
  const lists = Object.values(answer).filter((value) => Array.isArray(value));
  const [list, ...others] = lists;
  if (list === undefined || others.length > 0) throw new SubgraphExportError(`it has ${lists.length} lists`);
  return list as Row[];
}

function inChainOrder(a: Row, b: Row): number {
  return difference(a, b, "block") || difference(a, b, "logIndex");
}

function difference(a: Row, b: Row, field: string): number {
  return Number(a[field] ?? 0) - Number(b[field] ?? 0);
}
