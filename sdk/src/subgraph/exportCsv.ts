import { toCsv } from "../csv/write.ts";
import { SubgraphExportError } from "../errors/subgraph.ts";
import type { SubgraphClient } from "./client.ts";
import { type Block, readPages, type Row } from "./readPages.ts";

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
  requirePaging(parameters.query);
  const rows = (await readPages<Row>(subgraph, parameters)).map(flatten);
  const columns = columnsOf(rows);
  if (columns.length > 0) yield toLine(columns);
  for (const row of rows) yield toLine(columns.map((column) => row.get(column)));
}

/** What the list of a query has to be asked with. */
const PAGING = [
  ["first: $first", /\bfirst\s*:\s*\$first\b/u],
  ["id_gt: $after", /\bid_gt\s*:\s*\$after\b/u],
  ["block: $block", /\bblock\s*:\s*\$block\b/u],
] as const;

/** Without these a subgraph answers its first 100 rows, which look like all of them. */
function requirePaging(query: string): void {
  const asked = query.replace(/#.*$/gmu, "");
  const missing = PAGING.filter(([, pattern]) => !pattern.test(asked)).map(([text]) => text);
  if (missing.length > 0) throw new SubgraphExportError(`the query lacks ${missing.join(", ")}`);
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

/** One line, without its end. */
function toLine(cells: readonly unknown[]): string {
  return toCsv([cells.map(textOf)]).replace(/\r\n$/u, "");
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined || value === null ? "" : JSON.stringify(value);
}
