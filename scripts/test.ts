import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { secondsSince } from "./testing/process.ts";
import { REPORT_DIRECTORY_VARIABLE, type TestReport } from "./testing/report.ts";
import { DEFAULT_SUITES, SUITES } from "./testing/suites.ts";

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const args = process.argv.slice(2);
const unknown = args.filter((argument) => argument !== "--release" && !(argument in SUITES));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. Usage: npm test -- [${Object.keys(SUITES).join("|")}]... [--release]`);
  process.exit(2);
}
if (args.includes("--release")) process.env["RELEASE"] = "1";
const named = args.filter((argument) => argument in SUITES);

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const name of named.length > 0 ? named : DEFAULT_SUITES) await runSuite(name);
console.log(`\n${lines.join("\n")}`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function runSuite(name: string): Promise<void> {
  const suite = SUITES[name];
  if (suite === undefined) return;
  console.log(`\n▶ ${suite.title}\n`);
  const reason = suite.unavailable?.();
  if (reason !== undefined) {
    lines.push(`${suite.title}: not run, ${reason}`);
    return;
  }
  const reports = mkdtempSync(join(tmpdir(), "imprimatur-reports-"));
  process.env[REPORT_DIRECTORY_VARIABLE] = reports;
  const start = performance.now();
  try {
    const exitCode = await suite.start();
    const count = countReports(reports, suite.runners, exitCode);
    lines.push(`${suite.title}: ${count.passed} passed, ${count.failed} failed in ${secondsSince(start)}`);
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
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
