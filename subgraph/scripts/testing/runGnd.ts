import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startPostgres } from "../../../scripts/stack/postgres.ts";
import type { TestOutcome } from "../../../scripts/testing/report.ts";

const PASSED = "✔";
const FAILED = "✘";

/** Runs `gnd test` over a directory of expanded tests; prints what it prints and returns the outcome of each test. */
export async function runGnd(binary: string, subgraph: string, cases: string, logs: string): Promise<TestOutcome[]> {
  await using postgres = await startPostgres(join(logs, "postgres.log"));
  const child = spawn(binary, ["test", "--skip-build", "--postgres-url", postgres.url, cases], {
    cwd: subgraph,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve());
  });
  const outcomes: TestOutcome[] = [];
  let since = performance.now();
  for await (const line of createInterface(child.stdout)) {
    console.log(line);
    const status = statusOf(line);
    if (status === undefined) continue;
    outcomes.push({ name: nameOf(line), status, milliseconds: Math.round(performance.now() - since) });
    since = performance.now();
  }
  await ended;
  return outcomes;
}

function statusOf(line: string): "passed" | "failed" | undefined {
  if (line.includes(PASSED)) return "passed";
  return line.includes(FAILED) ? "failed" : undefined;
}

function nameOf(line: string): string {
  return line.replace(/^.*?[✔✘]\s*/u, "").trim();
}
