import { CsvSyntaxError } from "../errors/csv.ts";

/** Cells of one line of a file, and the line it began on, from 1. */
export type CsvRow = { line: number; cells: string[] };

/**
 * Reads RFC 4180: quoted cells may hold commas, quotes and line breaks; LF, CRLF and a byte-order mark are understood,
 * empty lines are skipped. Throws `CsvSyntaxError` with the line of the mistake.
 */
export function parseCsv(text: string, separator = ","): CsvRow[] {
  const source = text.startsWith("\ufeff") ? text.slice(1) : text;
  const rows: CsvRow[] = [];
  let line = 1;
  for (let at = 0; at < source.length;) {
    const row: CsvRow = { line, cells: [] };
    for (let end = false; !end;) {
      const cell = source[at] === '"' ? quoted(source, at, line) : plain(source, at, separator, line);
      row.cells.push(cell.value);
      line += cell.breaks;
      at = cell.next;
      end = source[at] !== separator;
      if (!end) at += 1;
    }
    const lineBreak = breakAt(source, at);
    if (lineBreak === 0 && at < source.length) throw new CsvSyntaxError(line, "text follows a closing quote");
    at += lineBreak;
    line += 1;
    if (row.cells.some((cell) => cell !== "")) rows.push(row);
  }
  return rows;
}

type Cell = { value: string; next: number; breaks: number };

/** Characters of the line break at a position; 0 where there is none. */
function breakAt(source: string, at: number): number {
  if (source.startsWith("\r\n", at)) return 2;
  return source[at] === "\n" || source[at] === "\r" ? 1 : 0;
}

function plain(source: string, start: number, separator: string, line: number): Cell {
  let next = start;
  while (next < source.length && source[next] !== separator && breakAt(source, next) === 0) {
    if (source[next] === '"') throw new CsvSyntaxError(line, "a quote stands within an unquoted cell");
    next += 1;
  }
  return { value: source.slice(start, next), next, breaks: 0 };
}

function quoted(source: string, start: number, line: number): Cell {
  let value = "";
  for (let from = start + 1; ;) {
    const quote = source.indexOf('"', from);
    if (quote < 0) throw new CsvSyntaxError(line, "a quoted cell has no end");
    value += source.slice(from, quote);
    if (source[quote + 1] !== '"') return { value, next: quote + 1, breaks: value.match(/\r\n|\r|\n/gu)?.length ?? 0 };
    value += '"';
    from = quote + 2;
  }
}
