import { readdirSync } from "node:fs";
import { run, secondsSince } from "./testing/process.ts";

type Step = [name: string, program: string, args: string[]];

/** The types of the whole repository are more than one process of Node has memory for. */
const ESLINT = [
  ["sdk", "sdk"],
  ["test", "test"],
  ["all else", ".", "--ignore-pattern", "sdk/", "--ignore-pattern", "test/"],
] as const;

/** Every linter, and every file of scripts/check as a check of its own. All run, so that one finding hides no other. */
const steps: Step[] = [
  ["prettier", "prettier", ["--check", "--log-level", "warn", "."]],
  ["solhint", "solhint", ["--noPoster", "--max-warnings", "0", "contracts/**/*.sol", "test/**/*.sol"]],
  ...ESLINT.map(([name, ...patterns]): Step => [`eslint ${name}`, "eslint", ["--max-warnings", "0", ...patterns]]),
  ["knip", "knip", ["--no-progress", "--no-config-hints"]],
  ...readdirSync("scripts/check")
    .filter((file) => file.endsWith(".ts"))
    .map((file): Step => [`check ${file.slice(0, -3)}`, "node", ["--import", "tsx", `scripts/check/${file}`]]),
  ["generated files", "node", ["--import", "tsx", "scripts/generate.ts", "--check"]],
];

const failed: string[] = [];
for (const [name, program, args] of steps) {
  const start = performance.now();
  const exitCode = await run(program, args);
  console.log(`${exitCode === 0 ? "✔" : "✘"} ${name} (${secondsSince(start)})`);
  if (exitCode !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`Findings in: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
