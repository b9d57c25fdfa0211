import { run, typescriptOptions } from "./process.ts";

/** One selectable part of `npm test`. */
export interface Suite {
  title: string;
  /** Reports that must exist and hold at least one test afterwards. */
  runners: string[];
  start: () => Promise<number>;
}

const REPORTER = "scripts/testing/mochaReporter.ts";

function mocha(runner: string, files: string, timeoutSeconds: number): Promise<number> {
  const args = ["--reporter", REPORTER, "--timeout", String(timeoutSeconds * 1000), "--exit", files];
  if (process.env["CI"] !== undefined) args.unshift("--forbid-only");
  return run("mocha", args, { NODE_OPTIONS: typescriptOptions(), IMPRIMATUR_RUNNER: runner });
}

/** In the order in which `npm test` runs them; `fuzz` repeats a part of `contracts` and runs only when named. */
export const SUITES: Record<string, Suite> = {
  contracts: {
    title: "contracts (mocha and Solidity)",
    runners: ["contracts-mocha", "contracts-solidity"],
    start: () => run("hardhat", ["test"]),
  },
  sdk: {
    title: "SDK",
    runners: ["sdk"],
    start: () => mocha("sdk", "sdk/test/**/*.test.ts", 120),
  },
  subgraph: {
    title: "subgraph mappings (gnd test)",
    runners: ["subgraph"],
    start: () => run("node", ["subgraph/scripts/test.ts"]),
  },
  e2e: {
    title: "end to end",
    runners: ["e2e"],
    start: () => mocha("e2e", "scripts/e2e/**/*.test.ts", 600),
  },
  fuzz: {
    title: "Solidity fuzz and invariants",
    runners: ["contracts-solidity"],
    start: () => run("hardhat", ["test", "solidity"]),
  },
};

export const DEFAULT_SUITES = ["contracts", "sdk", "subgraph", "e2e"];
