import { run } from "./testing/process.ts";

/** Writes everything that is generated from the compiled contracts; with `--check` only says what would change. */
const GENERATORS = ["scripts/generate/index.ts", "subgraph/scripts/abis.ts"];

const check = process.argv.includes("--check") ? ["--check"] : [];
const stale: string[] = [];
for (const generator of GENERATORS) {
  if ((await run("node", ["--import", "tsx", generator, ...check])) !== 0) stale.push(generator);
}
if (stale.length > 0) console.error(`Not up to date: ${stale.join(", ")}; run npm run generate`);
process.exitCode = stale.length === 0 ? 0 : 1;
