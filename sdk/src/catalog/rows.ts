import { type Address, getAddress, isAddress } from "viem";
import type { CsvRow } from "../csv/parse.ts";
import { CatalogInvalidError } from "../errors/csv.ts";
import { type CatalogColumn, CATALOG_COLUMNS, REQUIRED_COLUMNS } from "./columns.ts";

/** Whether a text is an address; a checksum that is there must be right. */
export function isAddressText(text: string): text is Address {
  return isAddress(text, { strict: text !== text.toLowerCase() });
}

/** A row whose cells are asked for by name; it remembers the first thing that is wrong with it. */
export class CatalogRow {
  readonly line: number;
  readonly #cells: ReadonlyMap<string, string>;
  problem: CatalogInvalidError["problems"][number] | undefined;

  constructor(line: number, cells: ReadonlyMap<string, string>) {
    this.line = line;
    this.#cells = cells;
  }

  cell(column: CatalogColumn): string {
    return this.#cells.get(column) ?? "";
  }

  refuse(column: CatalogColumn, problem: string): void {
    this.problem ??= { line: this.line, column, problem };
  }

  /** A whole number; `fallback` where the cell is empty. */
  integer(column: CatalogColumn, fallback?: bigint): bigint {
    const text = this.cell(column);
    if (text === "" && fallback !== undefined) return fallback;
    if (/^\d{1,78}$/u.test(text)) return BigInt(text);
    this.refuse(column, `"${text}" is no whole number`);
    return 0n;
  }

  /** An address; `fallback` where the cell is empty and the column is not needed. */
  address<Fallback extends Address | undefined>(column: CatalogColumn, fallback: Fallback): Address | Fallback {
    const text = this.cell(column);
    if (text === "" && !REQUIRED_COLUMNS.includes(column)) return fallback;
    if (isAddressText(text)) return getAddress(text);
    this.refuse(column, `"${text}" is no address`);
    return fallback;
  }

  /** One of some names; `fallback` where the cell is empty. */
  oneOf<Name extends string>(column: CatalogColumn, names: readonly Name[], fallback: Name): Name {
    const text = this.cell(column);
    if (text === "") return fallback;
    const name = names.find((each) => each === text);
    if (name === undefined) this.refuse(column, `"${text}" is not one of: ${names.join(", ")}`);
    return name ?? fallback;
  }
}

/** Gives the cells their names; refuses a file whose first line does not name the columns. */
export function readRows([head, ...body]: readonly CsvRow[]): CatalogRow[] {
  const names = (head?.cells ?? []).map((name) => name.trim());
  const refuse = (column: string, problem: string, line = head?.line ?? 1): never => {
    throw new CatalogInvalidError([{ line, column, problem }]);
  };
  for (const name of REQUIRED_COLUMNS) if (!names.includes(name)) refuse(name, "the column is missing");
  for (const [place, name] of names.entries()) {
    if (!Object.hasOwn(CATALOG_COLUMNS, name)) {
      refuse(name, `there is no such column; known are ${Object.keys(CATALOG_COLUMNS).join(", ")}`);
    }
    if (names.indexOf(name) !== place) refuse(name, "the column stands there twice");
  }
  if (body.length === 0) refuse("collection", "there is no row", 2);
  return body.map(({ line, cells }) => {
    const row = new CatalogRow(line, new Map(names.map((name, place) => [name, (cells[place] ?? "").trim()])));
    if (cells.length > names.length) row.refuse("collection", `the row has ${cells.length} cells, not ${names.length}`);
    return row;
  });
}
