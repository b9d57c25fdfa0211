import { run, secondsSince } from "./testing/process.ts";
import { runSuites } from "./testing/runSuites.ts";
import { DEFAULT_SUITES, type Suite, SUITES } from "./testing/suites.ts";

/** Everything that must hold before a change is taken: each check counts as one test, and nothing hides behind another. */
const BOOTSTRAP = "scripts/bootstrap.mjs";
const CHECKS = ["lint", "typecheck", "package", "bench:gas"];

/** The release sizes of fuzz tests and invariants run last, if they still fit into what a CI machine is given. */
const MINUTES_GIVEN = 40;
const MINUTES_OF_RELEASE_FUZZ = 18;

const begin = performance.now();
const lines: string[] = [];
const total = { passed: 0, failed: 0 };

await test(DEFAULT_SUITES);
for (const check of CHECKS) await runCheck(check);
const minutes = (performance.now() - begin) / 60_000;
if (minutes + MINUTES_OF_RELEASE_FUZZ < MINUTES_GIVEN) {
  process.env["RELEASE"] = "1";
  await test(["fuzz"]);
} else {
  lines.push(`Release sizes of fuzz tests not run: ${minutes.toFixed(0)} of ${MINUTES_GIVEN} minutes are gone`);
}

console.log(`\n${lines.join("\n")}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function test(names: string[]): Promise<void> {
  const suites = names.flatMap((name): Suite[] => (SUITES[name] === undefined ? [] : [SUITES[name]]));
  const { count, lines: results } = await runSuites(suites);
  lines.push(...results);
  total.passed += count.passed;
  total.failed += count.failed;
}

async function runCheck(check: string): Promise<void> {
  console.log(`\n▶ npm run ${check}\n`);
  const start = performance.now();
  const exitCode = await run("node", [BOOTSTRAP, check]);
  lines.push(`npm run ${check}: ${exitCode === 0 ? "passed" : "failed"} in ${secondsSince(start)}`);
  if (exitCode === 0) total.passed += 1;
  else total.failed += 1;
}
