import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Abi, AbiEvent } from "viem";
import { ABIS, ARTIFACTS } from "./paths.ts";
import { SINGLETONS, type Source, STUDIO_CONTRACTS } from "./sources.ts";

/**
 * Copies the events of every indexed contract from Hardhat's artifacts to `abis/`.
 * `--check` changes nothing and fails where they differ.
 */
const check = process.argv.includes("--check");
const stale: string[] = [];

for (const source of [...SINGLETONS, ...STUDIO_CONTRACTS]) {
  const path = join(ABIS, `${source.contract}.json`);
  const text = `${JSON.stringify(eventsOf(source), null, 2)}\n`;
  if (readOrEmpty(path) === text) continue;
  stale.push(source.contract);
  if (check) continue;
  mkdirSync(ABIS, { recursive: true });
  writeFileSync(path, text);
}

if (check && stale.length > 0) {
  console.error(`subgraph/abis differ from the compiled contracts: ${stale.join(", ")}. Run: npm run abis -w subgraph`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? "subgraph/abis are up to date" : `subgraph/abis renewed: ${stale.join(", ")}`);
}

function eventsOf({ artifact }: Source): AbiEvent[] {
  const { abi } = JSON.parse(readFileSync(join(ARTIFACTS, artifact), "utf8")) as { abi: Abi };
  const events = abi.filter((item): item is AbiEvent => item.type === "event");
  return events.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
