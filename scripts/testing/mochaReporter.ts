import Mocha from "mocha";
import { type TestOutcome, writeReport } from "./report.ts";

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } = Mocha.Runner.constants;

/** Prints like mocha's `spec` and leaves a JSON report, because pending tests count as passed in Hardhat's summary. */
export default class ReportingSpec extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const tests: TestOutcome[] = [];
    const record = (status: TestOutcome["status"]) => (test: Mocha.Runnable) => {
      tests.push({ name: test.fullTitle(), status, milliseconds: test.duration ?? 0 });
    };
    // A failing hook arrives as EVENT_TEST_FAIL too: it stops its suite, so it must count.
    runner.on(EVENT_TEST_PASS, record("passed"));
    runner.on(EVENT_TEST_FAIL, record("failed"));
    runner.on(EVENT_TEST_PENDING, record("skipped"));
    runner.once(EVENT_RUN_END, () => {
      writeReport({ runner: process.env["IMPRIMATUR_RUNNER"] ?? "contracts-mocha", tests });
    });
  }
}
