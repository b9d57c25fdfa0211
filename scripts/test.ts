import { runSuites } from "./testing/runSuites.ts";
import { DEFAULT_SUITES, type Suite, SUITES } from "./testing/suites.ts";

/** Larger counts for random tests, and the variables that ask for them. */
const SIZES: Record<string, string[]> = { "--release": ["RELEASE"], "--long": ["RELEASE", "LONG"] };

const named = process.argv.slice(2).filter((argument) => SIZES[argument] === undefined);
const suites = (named.length > 0 ? named : DEFAULT_SUITES).map(findSuite);
for (const variable of process.argv.flatMap((argument) => SIZES[argument] ?? [])) process.env[variable] = "1";

const { count, lines } = await runSuites(suites);
console.log(`\n${lines.join("\n")}`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

function findSuite(name: string): Suite {
  const suite = SUITES[name];
  if (suite !== undefined) return suite;
  const sizes = Object.keys(SIZES).join("|");
  console.error(`Unknown suite "${name}". Usage: npm test -- [${Object.keys(SUITES).join("|")}]... [${sizes}]`);
  process.exit(2);
}
