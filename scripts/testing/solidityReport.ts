import type { SuiteResult, TestResult } from "@nomicfoundation/edr";
import type { TaskOverrideActionFunction } from "hardhat/types/tasks";
import { type TestOutcome, writeReport } from "./report.ts";

const STATUS: Record<string, TestOutcome["status"]> = { Success: "passed", Failure: "failed", Skipped: "skipped" };

interface SolidityRun {
  suiteResults: SuiteResult[];
}

/** Runs the Solidity tests as Hardhat does and leaves a JSON report beside its own summary. */
const runAndReport: TaskOverrideActionFunction = async (taskArguments, _hre, runSuper) => {
  const result = (await runSuper(taskArguments)) as
    { success: true; value: SolidityRun } | { success: false; error: SolidityRun };
  const { suiteResults } = result.success ? result.value : result.error;
  const tests = suiteResults.flatMap((suite) => suite.testResults.map((test) => outcome(suite, test)));
  writeReport({ runner: "contracts-solidity", tests });
  return result;
};

// Field by field: the results are native getters and would serialize as `{}`.
function outcome(suite: SuiteResult, test: TestResult): TestOutcome {
  const status = STATUS[test.status] ?? "failed";
  return { name: `${suite.id.name} ${test.name}`, status, milliseconds: Number(test.durationNs / 1_000_000n) };
}

export default runAndReport;
