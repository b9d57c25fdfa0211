import { type Address, getAddress, isAddress } from "viem";
import { parseCsv } from "../csv/parse.ts";
import { FoundersError } from "../errors/governance.ts";

/**
 * A studio's founders out of a CSV file: a column `address`, or, without a head line, the first one. Refuses what is no
 * address or stands there twice, with the line of each mistake.
 *
 * @example
 * ```ts
 * const founders = foundersFromCsv(await file.text());
 * await client.createStudioAndWait({ name: "Nord", symbol: "NORD", preset: "open", founders, charter });
 * ```
 */
export function foundersFromCsv(text: string): Address[] {
  const [head, ...rest] = parseCsv(text);
  const column = head?.cells.findIndex((cell) => cell.trim().toLowerCase() === "address") ?? -1;
  const rows = column >= 0 || head === undefined ? rest : [head, ...rest];
  const lines = new Map<string, number>();
  const mistakes: string[] = [];
  for (const { line, cells } of rows) {
    const cell = (cells[Math.max(0, column)] ?? "").trim();
    const first = lines.get(cell.toLowerCase());
    if (!isAddress(cell)) mistakes.push(`Line ${line}: ${JSON.stringify(cell)} is no address.`);
    else if (first !== undefined) mistakes.push(`Line ${line}: ${cell} stands in line ${first} already.`);
    else lines.set(cell.toLowerCase(), line);
  }
  if (mistakes.length > 0) throw new FoundersError("The list of founders has mistakes.", { details: mistakes });
  if (lines.size === 0) throw new FoundersError("The list names no founders.");
  return [...lines.keys()].map((account) => getAddress(account));
}
