import { run, type RunOptions, typescriptOptions } from "./process.ts";

/** One selectable part of `npm test`. */
export interface Suite {
  title: string;
  /** Reports that must exist and hold at least one test afterwards. */
  runners: string[];
  /** Suites of one lane run one after another, lanes side by side: these two take about as long as each other. */
  lane: "contracts" | "everything else";
  start: (options: RunOptions) => Promise<number>;
}

const REPORTER = "scripts/testing/mochaReporter.ts";

function mocha(runner: string, files: string, timeoutSeconds: number, options: RunOptions): Promise<number> {
  const args = ["--reporter", REPORTER, "--timeout", String(timeoutSeconds * 1000), "--exit", files];
  if (process.env["CI"] !== undefined) args.unshift("--forbid-only");
  const env = { ...options.env, NODE_OPTIONS: typescriptOptions(), IMPRIMATUR_RUNNER: runner };
  return run("mocha", args, { ...options, env });
}

/** In the order in which `npm test` runs them; `fuzz` repeats a part of `contracts` and runs only when named. */
export const SUITES: Record<string, Suite> = {
  contracts: {
    title: "contracts (mocha and Solidity)",
    runners: ["contracts-mocha", "contracts-solidity"],
    lane: "contracts",
    start: (options) => run("hardhat", ["test"], options),
  },
  sdk: {
    title: "SDK",
    runners: ["sdk"],
    lane: "everything else",
    start: (options) => mocha("sdk", "sdk/test/**/*.test.ts", 120, options),
  },
  subgraph: {
    title: "subgraph (its schema and queries, its mappings in gnd test)",
    runners: ["subgraph-schema", "subgraph"],
    lane: "everything else",
    start: async (options) => {
      const schema = await mocha("subgraph-schema", "subgraph/test/**/*.test.ts", 120, options);
      return (await run("node", ["subgraph/scripts/test.ts"], options)) || schema;
    },
  },
  e2e: {
    title: "end to end",
    runners: ["e2e"],
    lane: "everything else",
    start: (options) => mocha("e2e", "scripts/e2e/**/*.test.ts", 600, options),
  },
  fuzz: {
    title: "Solidity fuzz and invariants",
    runners: ["contracts-solidity"],
    lane: "contracts",
    start: (options) => run("hardhat", ["test", "solidity"], options),
  },
};

export const DEFAULT_SUITES = ["contracts", "sdk", "subgraph", "e2e"];
