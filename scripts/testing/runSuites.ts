import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { run, type RunOptions, secondsSince } from "./process.ts";
import { REPORT_DIRECTORY_VARIABLE, type TestReport } from "./report.ts";
import type { Suite } from "./suites.ts";

/** Tests by outcome. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

/** What the suites came to, and a line about each. */
export interface Outcome {
  count: Count;
  lines: string[];
}

/** Runs suites in their lanes; a failing one stops none of the others, nor does one that the deadline ends. */
export async function runSuites(suites: Suite[], options: Pick<RunOptions, "deadline"> = {}): Promise<Outcome> {
  const lanes = [...Map.groupBy(suites, ({ lane }) => lane).values()];
  const env = lanes.length > 1 ? await buildOnce(options) : {};
  const outcomes = await Promise.all(lanes.map((lane, place) => runLane(lane, { ...options, env, held: place > 0 })));
  const outcome: Outcome = { count: { passed: 0, failed: 0, skipped: 0 }, lines: [] };
  for (const { count, line } of outcomes.flat()) {
    outcome.lines.push(line);
    for (const status of ["passed", "failed", "skipped"] as const) outcome.count[status] += count[status];
  }
  return outcome;
}

/**
 * Builds for commands that run side by side, and returns the variable that keeps them from building on their own. Where
 * that failed they do, and fail with it: nothing passes on what an earlier build left.
 */
export async function buildOnce(options: Pick<RunOptions, "deadline">): Promise<Record<string, string>> {
  const exitCode = await run("hardhat", ["build"], options);
  if (exitCode !== 0) return {};
  return { IMPRIMATUR_BUILT: "1" };
}

/** Runs suites one after another. */
async function runLane(suites: Suite[], options: RunOptions): Promise<{ count: Count; line: string }[]> {
  const results: { count: Count; line: string }[] = [];
  for (const suite of suites) {
    console.log(`\n▶ ${suite.title}\n`);
    const start = performance.now();
    const count = await runSuite(suite, options);
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    const line = `${suite.title}: ${count.passed} passed, ${count.failed} failed${skipped} in ${secondsSince(start)}`;
    console.log(`\n■ ${line}\n`);
    results.push({ count, line });
  }
  return results;
}

async function runSuite({ start, runners }: Suite, options: RunOptions): Promise<Count> {
  const reports = mkdtempSync(join(tmpdir(), "imprimatur-reports-"));
  try {
    const env = { ...options.env, [REPORT_DIRECTORY_VARIABLE]: reports };
    return countReports(reports, runners, await start({ ...options, env }));
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

/** A runner that crashed, left no report, or ran nothing is a failure of its own: silence never passes. */
function countReports(directory: string, runners: string[], exitCode: number): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  const found = readdirSync(directory).map((file) => basename(file, ".json"));
  for (const runner of runners) {
    const report = found.includes(runner) ? readReport(directory, runner) : undefined;
    if (report === undefined || report.tests.length === 0) {
      console.error(`${runner}: no test was run`);
      count.failed += 1;
    }
    for (const test of report?.tests ?? []) count[test.status] += 1;
  }
  if (exitCode !== 0 && count.failed === 0) {
    console.error(`${runners.join(" and ")}: exit code ${exitCode} although no test failed`);
    count.failed += 1;
  }
  return count;
}

function readReport(directory: string, runner: string): TestReport {
  return JSON.parse(readFileSync(join(directory, `${runner}.json`), "utf8")) as TestReport;
}
