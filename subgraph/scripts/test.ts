import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { graphNodeBinary } from "../../scripts/stack/graphNode.ts";
import { interruption } from "../../scripts/stack/interruption.ts";
import { startPostgres } from "../../scripts/stack/postgres.ts";
import { type TestOutcome, writeReport } from "../../scripts/testing/report.ts";
import type { Deployment } from "./manifest.ts";
import { networkOf } from "./network.ts";
import { SUBGRAPH } from "./paths.ts";
import { readCases } from "./testing/cases.ts";
import { renderForTests } from "./testing/renderForTests.ts";
import { runGnd } from "./testing/runGnd.ts";

/**
 * Runs `tests/*.json` through real graph-node: its store, its WebAssembly runtime and its GraphQL.
 * `npm test -w subgraph -- audit claims` runs those two files.
 */
const TESTS = join(SUBGRAPH, "tests");
const LOCAL_CHAIN = 31337;
const AT_ONCE = Math.min(2, availableParallelism());

const deployment = JSON.parse(await readFile(join(TESTS, "support", "deployment.json"), "utf8")) as Deployment;
const wanted = process.argv.slice(2).map((name) => `${name}.json`);
const cases = new Map(
  [...readCases(TESTS, deployment)].filter(([file]) => wanted.length === 0 || wanted.includes(file)),
);
if (cases.size === 0) throw new Error(`no such test: ${wanted.join(", ")}`);
const binary = graphNodeBinary();
const tests = binary === undefined ? skipAll() : await runAll(binary, interruption());
const count = (status: TestOutcome["status"]): number => tests.filter((test) => test.status === status).length;
writeReport({ runner: "subgraph", tests });
console.log(JSON.stringify({ passed: count("passed"), failed: count("failed") }));
process.exit(count("failed") === 0 ? 0 : 1);

function skipAll(): TestOutcome[] {
  console.log(`No graph-node binary for ${process.platform}-${process.arch}: ${cases.size} mapping tests are skipped.`);
  return [...cases.values()].map(({ name }) => ({ name, status: "skipped", milliseconds: 0 }));
}

async function runAll(gnd: string, signal: AbortSignal): Promise<TestOutcome[]> {
  const subgraph = await renderForTests({ network: networkOf(LOCAL_CHAIN), deployment });
  await using cleanup = new AsyncDisposableStack();
  const temporary = await mkdtemp(join(tmpdir(), "imprimatur-subgraph-"));
  cleanup.defer(() => rm(temporary, { recursive: true, force: true }));
  const files = await writeCases(join(temporary, "cases"));
  const postgres = cleanup.use(await startPostgres(join(temporary, "postgres.log")));

  const start = performance.now();
  const passed = await runGnd({ binary: gnd, subgraph, postgres, signal }, files, AT_ONCE);
  const milliseconds = Math.round((performance.now() - start) / files.length);
  return [...cases.values()].map(({ name }, i) => ({ name, status: passed[i] ? "passed" : "failed", milliseconds }));
}

async function writeCases(directory: string): Promise<string[]> {
  await mkdir(directory);
  const files: string[] = [];
  for (const [file, test] of cases) {
    files.push(join(directory, file));
    await writeFile(join(directory, file), JSON.stringify(test));
  }
  return files;
}
