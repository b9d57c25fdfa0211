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
const tests = binary === undefined ? skipAll() : await runAll(binary);
const count = (status: TestOutcome["status"]): number => tests.filter((test) => test.status === status).length;
writeReport({ runner: "subgraph", tests });
console.log(JSON.stringify({ passed: count("passed"), failed: count("failed") }));
if (count("failed") > 0) process.exitCode = 1;

function skipAll(): TestOutcome[] {
  console.log(`No graph-node binary for ${process.platform}-${process.arch}: ${cases.size} mapping tests are skipped.`);
  return [...cases.values()].map(({ name }) => ({ name, status: "skipped", milliseconds: 0 }));
}

async function runAll(gnd: string): Promise<TestOutcome[]> {
  const subgraph = await renderForTests({ network: networkOf(LOCAL_CHAIN), deployment });
  const temporary = await mkdtemp(join(tmpdir(), "imprimatur-subgraph-"));
  try {
    const files = await writeCases(join(temporary, "cases"));
    const start = performance.now();
    const passed = await runGnd({ binary: gnd, subgraph, files, logs: temporary });
    const milliseconds = Math.round((performance.now() - start) / files.length);
    return [...cases.values()].map(({ name }, i) => ({ name, status: passed[i] ? "passed" : "failed", milliseconds }));
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
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
