import { existsSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatViem from "@nomicfoundation/hardhat-viem";
import hardhatViemAssertions from "@nomicfoundation/hardhat-viem-assertions";
import { defineConfig, overrideTask } from "hardhat/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Tests and scripts read the SDK from its sources, also in a bare `hardhat test` without `--conditions=source`. */
registerHooks({
  resolve: (specifier, context, nextResolve) =>
    nextResolve(specifier, { ...context, conditions: [...new Set([...context.conditions, "source"])] }),
});

/** Counts of random tests, equally seeded: every day, what a release states, and a million calls a suite. */
const EVERYDAY = { fuzz: 256, invariants: 32, depth: 64 };
const RELEASE = { fuzz: 5_000, invariants: 256, depth: 128 };
const LONG = { fuzz: 50_000, invariants: 4_096, depth: 256 };
const counts = process.env["LONG"] === "1" ? LONG : process.env["RELEASE"] === "1" ? RELEASE : EVERYDAY;

/** Instrumented artifacts live apart: they would otherwise be measured by the next benchmark. */
const coverage = process.argv.includes("--coverage") || process.env["HARDHAT_COVERAGE"] === "true";
const instrumented = coverage ? "-coverage" : "";

/** Hardhat trusts `path` blindly, so the declared version is read from the compiler that will really run. */
const solcManifest = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve("solc/package.json")), "utf8")) as {
  version: string;
};

const SOLC_VERSION = "0.8.30";
if (solcManifest.version !== SOLC_VERSION) {
  throw new Error(`solc ${SOLC_VERSION} is required, node_modules has ${solcManifest.version}: run npm ci`);
}

const compiler = (runs: number) => ({
  version: SOLC_VERSION,
  path: fileURLToPath(import.meta.resolve("solc/soljson.js")),
  settings: {
    optimizer: { enabled: true, runs },
    evmVersion: "cancun",
    viaIR: false,
    metadata: { bytecodeHash: "none" },
    outputSelection: { "*": { "*": ["storageLayout"] } },
  },
});

/** Sources whose runtime size needs other optimizer runs; each entry is a compiler job of its own. */
const runsBySource: Record<string, number> = { "contracts/governance/StudioGovernor.sol": 50 };
const overrides = Object.fromEntries(
  Object.entries(runsBySource)
    .filter(([source]) => existsSync(here(source)))
    .map(([source, runs]) => [source, compiler(runs)]),
);

export default defineConfig({
  plugins: [hardhatMocha, hardhatNetworkHelpers, hardhatViem, hardhatViemAssertions],
  tasks: [
    overrideTask(["test", "solidity"])
      .setAction(() => import("./scripts/testing/solidityReport.ts"))
      .build(),
  ],
  paths: {
    artifacts: `artifacts${instrumented}`,
    cache: `cache${instrumented}`,
    tests: { mocha: "test", solidity: "test" },
  },
  solidity: { profiles: { default: { compilers: [compiler(200)], overrides } } },
  coverage: { skipFiles: ["contracts/mocks/**"] },
  networks: { default: { type: "edr-simulated", chainType: "l1", hardfork: "osaka" } },
  test: {
    mocha: {
      reporter: here("scripts/testing/mochaReporter.ts"),
      timeout: 120_000,
      forbidOnly: process.env["CI"] !== undefined,
    },
    solidity: {
      fuzz: { runs: counts.fuzz, seed: "0x1" },
      invariant: { runs: counts.invariants, depth: counts.depth, failOnRevert: true },
    },
  },
});
