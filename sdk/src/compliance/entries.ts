import { type Hex, isHash, zeroHash } from "viem";
import { parseCsv } from "../csv/parse.ts";
import { toCsv } from "../csv/write.ts";
import { ImprimaturError } from "../errors/base.ts";
import { IndexListInvalidError } from "../errors/compliance.ts";
import type { ManifestRow } from "../storage/manifest.ts";
import type { IndexEntry } from "./hashIndex.ts";
import { readPerceptualHash } from "./perceptualHash.ts";

const COLUMNS = ["contentHash", "perceptualHash", "item"] as const;

/**
 * The files of a lot as `readLot` gives them, for an index of the registry. Hashes that some other program put into the
 * leaf are left out: only the same bytes are found then.
 */
export function* entriesOfLot(
  lotId: bigint,
  rows: Iterable<Pick<ManifestRow, "index" | "leaf">>,
): Generator<IndexEntry> {
  const source = `lot:${lotId}`;
  for (const { index, leaf } of rows) {
    const { contentHash, perceptualHash } = leaf;
    yield { contentHash, ...(isKnown(perceptualHash) ? { perceptualHash } : {}), source, item: String(index) };
  }
}

function isKnown(perceptualHash: Hex): boolean {
  try {
    return readPerceptualHash(perceptualHash) !== undefined;
  } catch {
    return false; // a number of an algorithm that is not ours
  }
}

/**
 * Reads a list of known files: a header line `contentHash,perceptualHash,item`, then one file a line. Throws
 * {@link IndexListInvalidError} with every bad line.
 *
 * @param source - What the matches call the list.
 */
export function entriesFromCsv(text: string, source: string): IndexEntry[] {
  const [header, ...lines] = parseCsv(text);
  if (header === undefined || COLUMNS.some((column, at) => header.cells[at]?.trim() !== column)) {
    throw new IndexListInvalidError([{ line: 1, problem: `the header is not ${COLUMNS.join(",")}` }]);
  }
  const problems: { line: number; problem: string }[] = [];
  const entries = lines.flatMap(({ line, cells }): IndexEntry[] => {
    const [contentHash = "", perceptualHash = "", item = ""] = cells.map((cell) => cell.trim());
    const problem = problemOf(contentHash, perceptualHash, cells.length);
    if (problem !== undefined) problems.push({ line, problem });
    const picture = perceptualHash === "" ? {} : { perceptualHash: perceptualHash as Hex };
    return [{ contentHash: contentHash as Hex, ...picture, source, item }];
  });
  if (problems.length > 0) throw new IndexListInvalidError(problems);
  return entries;
}

function problemOf(contentHash: string, perceptualHash: string, cells: number): string | undefined {
  if (cells > COLUMNS.length) return `it has ${cells} cells`;
  if (!isHash(contentHash)) return `${JSON.stringify(contentHash)} is not 32 bytes of hex`;
  if (perceptualHash === "") return undefined;
  try {
    readPerceptualHash(perceptualHash as Hex);
    return undefined;
  } catch (error) {
    return ImprimaturError.is(error) ? error.shortMessage : String(error);
  }
}

/** The list that {@link entriesFromCsv} reads. */
export function entriesToCsv(entries: Iterable<IndexEntry>): string {
  const lines = Array.from(entries, ({ contentHash, perceptualHash = zeroHash, item }) => {
    return [contentHash, perceptualHash === zeroHash ? "" : perceptualHash, item];
  });
  return toCsv([COLUMNS, ...lines]);
}
