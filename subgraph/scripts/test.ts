import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { graphNodeBinary } from "../../scripts/stack/graphNode.ts";
import { type TestOutcome, writeReport } from "../../scripts/testing/report.ts";
import type { Deployment } from "./manifest.ts";
import { networkOf } from "./network.ts";
import { SUBGRAPH } from "./paths.ts";
import { readCases } from "./testing/cases.ts";
import { renderForTests } from "./testing/renderForTests.ts";
import { runGnd } from "./testing/runGnd.ts";

/** Runs `tests/*.json` through real graph-node: its store, its WebAssembly runtime and its GraphQL. */
const TESTS = join(SUBGRAPH, "tests");
const LOCAL_CHAIN = 31337;

const deployment = JSON.parse(await readFile(join(TESTS, "support", "deployment.json"), "utf8")) as Deployment;
const cases = readCases(TESTS, deployment);
const binary = graphNodeBinary();
const outcomes = binary === undefined ? skipAll() : await runAll(binary);
const failed = outcomes.filter(({ status }) => status === "failed");
writeReport({ runner: "subgraph", tests: outcomes });
console.log(
  JSON.stringify({ passed: outcomes.filter(({ status }) => status === "passed").length, failed: failed.length }),
);
if (failed.length > 0) process.exitCode = 1;

function skipAll(): TestOutcome[] {
  console.log(`No graph-node binary for ${process.platform}-${process.arch}: ${cases.size} mapping tests are skipped.`);
  return [...cases.values()].map(({ name }) => ({ name, status: "skipped", milliseconds: 0 }));
}

async function runAll(gnd: string): Promise<TestOutcome[]> {
  const directory = await renderForTests({ network: networkOf(LOCAL_CHAIN), deployment });
  const temporary = await mkdtemp(join(tmpdir(), "imprimatur-subgraph-"));
  try {
    const expanded = join(temporary, "cases");
    await writeCases(expanded);
    return complete(await runGnd(gnd, directory, expanded, temporary));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function writeCases(directory: string): Promise<void> {
  await mkdir(directory);
  for (const [file, test] of cases) await writeFile(join(directory, file), JSON.stringify(test));
}

/** A test that gnd says nothing about has failed. */
function complete(seen: TestOutcome[]): TestOutcome[] {
  return [...cases.values()].map(
    ({ name }) => seen.find((outcome) => outcome.name.startsWith(name)) ?? { name, status: "failed", milliseconds: 0 },
  );
}
