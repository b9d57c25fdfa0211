import { plainText } from "./plainText.ts";

/** What a cell can hold; undefined and null print as a dash. */
export type Cell = string | number | bigint | boolean | null | undefined;

const GAP = "  ";

const textOf = (cell: Cell): string => (cell === undefined || cell === null ? "–" : plainText(String(cell)));

/** Rows under a head in aligned columns; numbers stand on the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  if (rows.length === 0) return ["none"];
  const cells = rows.map((row) => row.map(textOf));
  const right = head.map((_, column) => rows.every((row) => isNumber(row[column])));
  const widths = head.map((title, column) =>
    Math.max(...[title, ...cells.map((row) => row[column] ?? "")].map(widthOf)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, right[column] ?? false))
      .join(GAP)
      .trimEnd();
  return [line(head), line(widths.map((width) => "─".repeat(width))), ...cells.map(line)];
}

/** Names and values, one a line. */
export function record(entries: readonly (readonly [name: string, value: Cell])[]): string[] {
  const width = Math.max(...entries.map(([name]) => widthOf(name)));
  return entries.map(([name, value]) => `${pad(name, width, false)}${GAP}${textOf(value)}`.trimEnd());
}

const widthOf = (text: string): number => Array.from(text).length;

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return right ? `${space}${text}` : `${text}${space}`;
}

const isNumber = (cell: Cell): boolean => typeof cell === "number" || typeof cell === "bigint";
