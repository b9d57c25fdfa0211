/** A cell that a spreadsheet would run as a formula; integers may begin with a minus. */
const FORMULA = /^[=+\-@\t\r]/u;
const INTEGER = /^-?\d+$/u;

function toCell(value: string): string {
  const harmless = FORMULA.test(value) && !INTEGER.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Rows as RFC 4180 has them; what a spreadsheet would run as a formula is marked as text by an apostrophe. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(toCell).join(",")}\r\n`).join("");
}
