import { run, type RunOptions, secondsSince } from "./testing/process.ts";
import { buildOnce, runSuites } from "./testing/runSuites.ts";
import { DEFAULT_SUITES, type Suite, SUITES } from "./testing/suites.ts";

const BOOTSTRAP = "scripts/bootstrap.mjs";

/**
 * What must hold beside the tests before a change is taken: each check counts as one test, and nothing hides behind
 * another. Checks of one lane run one after another, lanes side by side.
 */
const CHECKS = [
  ["lint", "bench:gas"],
  ["typecheck", "package", "docs"],
];

/** What still runs after so many minutes is ended and counts as failed: whoever waits for the last line gets it. */
const MINUTES_GIVEN = 75;
/** The release sizes of fuzz tests and invariants run last, on a machine that is fast enough for them. */
const MINUTES_LEFT_FOR_RELEASE = 40;
const MINUTES_OF_RELEASE_FUZZ = 18;

const begin = performance.now();
const deadline = begin + MINUTES_GIVEN * 60_000;
const lines: string[] = [];
const total = { passed: 0, failed: 0 };

await test(DEFAULT_SUITES);
const env = await buildOnce({ deadline });
await Promise.all(CHECKS.map((lane, place) => runChecks(lane, { deadline, held: place > 0, env })));
const minutes = (performance.now() - begin) / 60_000;
if (minutes + MINUTES_OF_RELEASE_FUZZ < MINUTES_LEFT_FOR_RELEASE) {
  process.env["RELEASE"] = "1";
  await test(["fuzz"]);
} else {
  lines.push(
    `Release sizes of fuzz tests not run: ${minutes.toFixed(0)} of ${MINUTES_LEFT_FOR_RELEASE} minutes are gone`,
  );
}

console.log(`\n${lines.join("\n")}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function test(names: string[]): Promise<void> {
  const suites = names.flatMap((name): Suite[] => (SUITES[name] === undefined ? [] : [SUITES[name]]));
  const { count, lines: results } = await runSuites(suites, { deadline });
  lines.push(...results);
  total.passed += count.passed;
  total.failed += count.failed;
}

async function runChecks(checks: string[], options: RunOptions): Promise<void> {
  for (const check of checks) {
    console.log(`\n▶ npm run ${check}\n`);
    const start = performance.now();
    const exitCode = await run("node", [BOOTSTRAP, check], options).catch((error: unknown) => {
      console.error(error);
      return 1;
    });
    const line = `npm run ${check}: ${exitCode === 0 ? "passed" : "failed"} in ${secondsSince(start)}`;
    console.log(`\n■ ${line}\n`);
    lines.push(line);
    if (exitCode === 0) total.passed += 1;
    else total.failed += 1;
  }
}
