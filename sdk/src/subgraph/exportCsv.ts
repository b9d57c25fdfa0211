import type { Hex } from "viem";
import { toCsv } from "../csv/write.ts";
import { SubgraphExportError } from "../errors/subgraph.ts";
import type { SubgraphClient } from "./client.ts";
import { PAGE } from "./queries.ts";

/** A block by its number or its hash. */
type Block = { number: number } | { hash: Hex };

/** What {@link exportCsv} needs. */
export type ExportCsvParameters = {
  /**
   * A query with one list, which takes the variables `$first`, `$after` and `$block` that the export fills in:
   * `(first: $first, orderBy: id, where: { id_gt: $after, … }, block: $block)`, and asks for `id`.
   */
  query: string;
  /** Further variables of the query. */
  variables?: Record<string, unknown>;
  /** The block to answer for, better one that is final; the newest indexed one by default. */
  block?: Block;
  /** Rows an answer holds, up to 1,000. */
  pageSize?: number;
};

type Row = Record<string, unknown>;

const HEAD = "{ _meta { block { hash } } }";

/**
 * Yields the answer of a query as lines of CSV (RFC 4180, without line ends), the header first: all pages as of one block, in
 * the order of the chain where rows have `block` and `logIndex`. Fields of nested objects become columns such as
 * `recipe.ordinal`, lists become JSON. Texts that a spreadsheet would run as a formula begin with an apostrophe.
 *
 * @example
 * ```ts
 * for await (const line of exportCsv(subgraph, { query, variables: { recipe: recipeIdOf(1) } })) console.log(line);
 * ```
 */
export async function* exportCsv(subgraph: SubgraphClient, parameters: ExportCsvParameters): AsyncGenerator<string> {
  const { block = await newestBlock(subgraph) } = parameters;
  const rows = (await readPages(subgraph, parameters, block)).map(flatten).sort(inChainOrder);
  const columns = columnsOf(rows);
  if (columns.length > 0) yield toLine(columns);
  for (const row of rows) yield toLine(columns.map((column) => row.get(column)));
}

async function readPages(subgraph: SubgraphClient, parameters: ExportCsvParameters, block: Block): Promise<Row[]> {
  const { query, variables = {}, pageSize = PAGE } = parameters;
  const rows: Row[] = [];
  for (let after = "0x"; ;) {
    const paging = { first: pageSize, after, block };
    const page = listIn(await subgraph.query<Row>(query, { ...variables, ...paging }));
    rows.push(...page);
    if (page.length < pageSize) return rows;
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

/** Cells by column: what is nested is named by its path. */
function flatten(row: Row): Map<string, unknown> {
  const cells = new Map<string, unknown>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      cells.set(path, value);
      return;
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, path === "" ? key : `${path}.${key}`);
  };
  visit(row, "");
  return cells;
}

/** Columns in the order in which rows have them; what is null in one row and an object in another is the latter. */
function columnsOf(rows: readonly Map<string, unknown>[]): string[] {
  const columns = new Set(rows.flatMap((row) => [...row.keys()]));
  const all = [...columns];
  return all.filter((column) => !all.some((other) => other.startsWith(`${column}.`)));
}

function inChainOrder(a: Map<string, unknown>, b: Map<string, unknown>): number {
  return difference(a, b, "block") || difference(a, b, "logIndex");
}

function difference(a: Map<string, unknown>, b: Map<string, unknown>, column: string): number {
  return Number(a.get(column) ?? 0) - Number(b.get(column) ?? 0);
}

/** One line, without its end. */
function toLine(cells: readonly unknown[]): string {
  return toCsv([cells.map(textOf)]).replace(/\r\n$/u, "");
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : JSON.stringify(value);
}
