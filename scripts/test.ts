import { runSuites } from "./testing/runSuites.ts";
import { DEFAULT_SUITES, type Suite, SUITES } from "./testing/suites.ts";

const RELEASE = "--release";

const named = process.argv.slice(2).filter((argument) => argument !== RELEASE);
const suites = (named.length > 0 ? named : DEFAULT_SUITES).map(findSuite);
if (process.argv.includes(RELEASE)) process.env["RELEASE"] = "1";

const { count, lines } = await runSuites(suites);
console.log(`\n${lines.join("\n")}`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

function findSuite(name: string): Suite {
  const suite = SUITES[name];
  if (suite !== undefined) return suite;
  console.error(`Unknown suite "${name}". Usage: npm test -- [${Object.keys(SUITES).join("|")}]... [${RELEASE}]`);
  process.exit(2);
}
