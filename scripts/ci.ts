import { run, secondsSince } from "./testing/process.ts";
import { runSuites } from "./testing/runSuites.ts";
import { DEFAULT_SUITES, type Suite, SUITES } from "./testing/suites.ts";

/** Everything that must hold before a change is taken: each check counts as one test, and nothing hides behind another. */
const BOOTSTRAP = "scripts/bootstrap.mjs";
const CHECKS = ["lint", "typecheck", "bench:gas"];

const lines: string[] = [];
const suites = DEFAULT_SUITES.flatMap((name): Suite[] => (SUITES[name] === undefined ? [] : [SUITES[name]]));
const tests = await runSuites(suites);
lines.push(...tests.lines);
let { passed, failed } = tests.count;

for (const check of CHECKS) {
  console.log(`\n▶ npm run ${check}\n`);
  const start = performance.now();
  const exitCode = await run("node", [BOOTSTRAP, check]);
  lines.push(`npm run ${check}: ${exitCode === 0 ? "passed" : "failed"} in ${secondsSince(start)}`);
  if (exitCode === 0) passed += 1;
  else failed += 1;
}

console.log(`\n${lines.join("\n")}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
