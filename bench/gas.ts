import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { deployProtocol } from "../test/helpers/protocol.ts";
import { CEILINGS, REPORTED, SIZE_CEILING } from "./ceilings.ts";
import type { Benchmark, Measurement } from "./context.ts";
import { measure } from "./measure.ts";
import { printPublished } from "./published.ts";
import { mergeResults } from "./results.ts";
import { readSizes } from "./sizes.ts";

interface Row {
  key: string;
  measured: number | undefined;
  ceiling: number | undefined;
  slots: string;
}

/** Every function that the files of `bench/gas/` export. */
async function loadBenchmarks(): Promise<[string, Benchmark][]> {
  const directory = new URL("./gas/", import.meta.url);
  const files = (await readdir(fileURLToPath(directory))).filter((file) => file.endsWith(".ts")).sort();
  const benchmarks: [string, Benchmark][] = [];
  for (const file of files) {
    const module = (await import(new URL(file, directory).href)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(module)) {
      if (typeof value === "function") benchmarks.push([`${file}: ${name}`, value as Benchmark]);
    }
  }
  return benchmarks;
}

/** Runs each benchmark on the freshly deployed protocol; the chain is rewound between them. */
async function measureGas(failures: string[]): Promise<Record<string, Measurement>> {
  const protocol = await deployProtocol();
  const context = { ...protocol, measure: (hash: `0x${string}`) => measure(protocol, hash) };
  const measured: Record<string, Measurement> = {};
  for (const [name, benchmark] of await loadBenchmarks()) {
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    try {
      Object.assign(measured, await benchmark(context));
    } catch (error) {
      failures.push(`${name} failed: ${(error as Error).message}`);
    }
    await snapshot.restore();
  }
  return measured;
}

const format = (value: number | undefined): string =>
  value === undefined ? "–" : value.toLocaleString("en-US", { maximumFractionDigits: Math.abs(value) < 100 ? 3 : 0 });

function printTable(rows: Row[]): void {
  console.log("| key | measured | ceiling | of it | slots new / updated |\n|---|--:|--:|--:|--:|");
  for (const { key, measured, ceiling, slots } of rows) {
    const share =
      measured === undefined || ceiling === undefined ? "–" : `${((100 * measured) / ceiling).toFixed(1)} %`;
    console.log(`| ${key} | ${format(measured)} | ${format(ceiling)} | ${share} | ${slots} |`);
  }
}

const failures: string[] = [];
const gas = await measureGas(failures);
const sizes = await readSizes();

const results: Record<string, number> = { ...sizes };
const rows: Row[] = [];
for (const [key, { gas: measured, newSlots, updatedSlots }] of Object.entries(gas)) {
  Object.assign(results, { [key]: measured, [`${key}.newSlots`]: newSlots, [`${key}.updatedSlots`]: updatedSlots });
  rows.push({ key, measured, ceiling: CEILINGS[key], slots: `${format(newSlots)} / ${format(updatedSlots)}` });
}
for (const key of [...Object.keys(CEILINGS), ...REPORTED]) {
  if (key in gas) continue;
  failures.push(`${key} was not measured`);
  rows.push({ key, measured: undefined, ceiling: CEILINGS[key], slots: "–" });
}
for (const [key, measured] of Object.entries(sizes)) {
  rows.push({ key, measured, ceiling: SIZE_CEILING, slots: "–" });
}
for (const { key, measured, ceiling } of rows) {
  if (measured !== undefined && ceiling !== undefined && measured > ceiling) {
    failures.push(`${key} is ${format(measured)}, above its ceiling of ${format(ceiling)}`);
  }
}

printTable(rows.sort((a, b) => (a.key < b.key ? -1 : 1)));
printPublished(gas);
await mergeResults(results);
for (const failure of failures) console.error(`✗ ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;
