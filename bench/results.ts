import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const RESULTS = fileURLToPath(new URL("./results.json", import.meta.url));

/** Replaces the keys of this run in `bench/results.json` and keeps those of others. */
export async function mergeResults(results: Record<string, number>): Promise<void> {
  const old = await readFile(RESULTS, "utf8").then(
    (text) => JSON.parse(text) as Record<string, number>,
    () => ({}),
  );
  const merged = Object.entries({ ...old, ...results }).sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(RESULTS, `${JSON.stringify(Object.fromEntries(merged), null, 2)}\n`);
}
