import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Outcome of one test, whatever ran it. */
export interface TestOutcome {
  name: string;
  status: "passed" | "failed" | "skipped";
  milliseconds: number;
}

/** What every runner leaves behind, so that one script can count them all. */
export interface TestReport {
  runner: string;
  tests: TestOutcome[];
}

/** Directory for reports. Unset when nobody counts, for example in `hardhat test <file>`. */
export const REPORT_DIRECTORY_VARIABLE = "IMPRIMATUR_REPORTS";

/** Writes the report of one runner as JSON where the counting script asked for it. */
export function writeReport(report: TestReport): void {
  const directory = process.env[REPORT_DIRECTORY_VARIABLE];
  if (directory === undefined || directory === "") return;
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${report.runner}.json`), JSON.stringify(report, null, 2));
}
