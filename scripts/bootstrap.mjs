// Runs a command of this repository with the right Node and dependencies: `node scripts/bootstrap.mjs <command> [args]`.
// Plain JavaScript without dependencies, because it is what runs on a fresh clone under the system's Node (20 or newer).
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BIN = join(ROOT, "node_modules", ".bin");
const WINDOWS = process.platform === "win32";
const OLDEST_NODE = [22, 13];

/** Scripts are TypeScript, run as they are. */
const script = (name, ...args) => ["node", "--import", "tsx", `scripts/${name}.ts`, ...args];

/** Two builds at once break each other's cache: who runs commands side by side builds first and says so. */
const BUILD = process.env.IMPRIMATUR_BUILT === "1" ? [] : [["hardhat", "build"]];
const GAS_BENCH = [...BUILD, ["hardhat", "run", "--no-compile", "bench/gas.ts"]];
const AGENT_BENCH = [...BUILD, ["hardhat", "run", "--no-compile", "bench/agent.ts"]];

/** Each command as steps: a program from node_modules and its arguments. Extra arguments go to the last step. */
const COMMANDS = {
  start: [script("start")],
  demo: [script("demo")],
  test: [script("test")],
  "test:full": [script("test", "--release")],
  fuzz: [script("test", "fuzz", "--long")],
  coverage: [["hardhat", "test", "--coverage"]],
  bench: [
    ...GAS_BENCH,
    ["node", "--import", "tsx", "bench/sdk.ts"],
    ["node", "--import", "tsx", "bench/c2pa.ts"],
    ["node", "--import", "tsx", "bench/screening.ts"],
    ...AGENT_BENCH,
    ["node", "--import", "tsx", "bench/subgraph.ts"],
  ],
  "bench:gas": GAS_BENCH,
  "bench:agent": AGENT_BENCH,
  "bench:ballot-box": [
    ["hardhat", "build", "--no-tests"],
    ["node", "--import", "tsx", "bench/ballotBox.ts"],
  ],
  "ballot-box": [script("ballot-box")],
  judge: [script("judge")],
  imprimatur: [script("imprimatur")],
  agreement: [script("agreement")],
  ci: [script("ci")],
  "simulate:curation": [script("simulate/curation")],
  "simulate:capture": [script("simulate/capture")],
  docs: [script("docs")],
  doctor: [script("doctor")],
  compile: [["hardhat", "build"]],
  deploy: [...BUILD, script("deploy/cli")],
  format: [["prettier", "--write", "."]],
  generate: [...BUILD, script("generate")],
  package: [script("package")],
  lint: [...BUILD, script("lint")],
  typecheck: [
    ...BUILD,
    ["tsc", "--noEmit", "-p", "tsconfig.json"],
    ["tsc", "--noEmit", "-p", "sdk/tsconfig.json"],
    ["tsc", "--noEmit", "-p", "subgraph/tsconfig.json"],
    ["tsc", "--noEmit", "-p", "examples/react-page/tsconfig.json"],
  ],
};

const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
const recentEnough = (version) => {
  const [major, minor] = version.replace(/^v/, "").split(".").map(Number);
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
};

function fail(message) {
  console.error(`imprimatur: ${message}`);
  process.exit(1);
}

/** Version that `command` prints, or undefined when it does not run. */
function versionOf(command, args) {
  const result = spawnSync(command, args, { cwd: ROOT, encoding: "utf8", shell: WINDOWS });
  const line = result.stdout?.trim().split("\n").at(-1) ?? "";
  return result.status === 0 && /^v\d+\.\d+\./.test(line) ? line : undefined;
}

/** Compares npm's record of what it installed with the committed lockfile; no stamp file that could go stale. */
function installationProblem() {
  if (!existsSync(join(ROOT, "node_modules", ".package-lock.json"))) return "dependencies are not installed";
  const wanted = readJson("package-lock.json").packages;
  const installed = readJson("node_modules/.package-lock.json").packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.startsWith("node_modules/") || entry.link) continue;
    const found = installed[path];
    if (found === undefined && !entry.optional) return `${path} is not installed`;
    if (found !== undefined && found.version !== entry.version) return `${path} is not at ${entry.version}`;
  }
  // An install under Node 20 skips the native EDR package without an error; Hardhat then fails in every test.
  const scope = join(ROOT, "node_modules", "@nomicfoundation");
  const native = readdirSync(scope).some((name) => name.startsWith("edr-"));
  return native ? undefined : "Hardhat's native EDR package is missing (installed under an old Node?)";
}

function install(reason) {
  console.error(`imprimatur: ${reason}; installing (about a minute the first time)`);
  const [command, args] = recentEnough(process.version) ? ["npm", ["ci"]] : ["npx", npmUnderNode24()];
  const result = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", shell: WINDOWS });
  if (result.status !== 0) fail(`"${command} ${args.join(" ")}" failed; its messages are above`);
  const problem = installationProblem();
  if (problem !== undefined) fail(`${problem} even after installing; remove node_modules and try again`);
}

function npmUnderNode24() {
  const wanted = `node@${readJson("package.json").devDependencies.node}`;
  const version = versionOf("npx", ["-y", "-p", wanted, "node", "-v"]);
  // With ignore-scripts npm cannot unpack Node 24, and npx runs the old Node instead without a word.
  if (version === undefined || !recentEnough(version)) {
    fail(
      `Node ${OLDEST_NODE.join(".")} or newer is needed and npm did not provide ${wanted} (it ran ${version ?? "nothing"}): ` +
        `check that "npm config get ignore-scripts" is false and the registry is reachable, or install a newer Node`,
    );
  }
  return ["-y", "-p", wanted, "npm", "ci"];
}

/** Directory to put first on PATH, so that every step and everything it starts runs on a recent Node. */
function nodePath() {
  const version = versionOf(join(BIN, "node"), ["-v"]);
  if (version !== undefined && recentEnough(version)) return BIN;
  if (recentEnough(process.version)) return [dirname(process.execPath), BIN].join(delimiter);
  fail(
    `Node ${process.version} is too old and the one from npm does not run (${version ?? "no answer"}): ` +
      `check that "npm config get ignore-scripts" is false, remove node_modules and try again`,
  );
}

/** Runs one step to its end; a signal is passed on and waited for, so that the step can clean up. */
function run([program, ...args], env) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: "inherit", shell: WINDOWS });
    const pass = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, pass);
    child.on("error", (error) => fail(`cannot run ${program}: ${error.message}`));
    child.on("exit", (code, signal) => {
      for (const name of signals) process.off(name, pass);
      done(signal === null ? code : 128 + constants.signals[signal]);
    });
  });
}

const [name = "", ...extra] = process.argv.slice(2);
const steps = COMMANDS[name];
if (steps === undefined) fail(`unknown command "${name}"; there are: ${Object.keys(COMMANDS).join(", ")}`);
const problem = installationProblem();
if (problem !== undefined) install(problem);

const env = {
  ...process.env,
  PATH: [nodePath(), process.env.PATH ?? ""].join(delimiter),
  // Scripts and tests read the SDK from its sources; the published package has no need of it.
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --conditions=source`.trim(),
};
let exitCode = 0;
for (const [index, step] of steps.entries()) {
  exitCode = await run(index === steps.length - 1 ? [...step, ...extra] : step, env);
  if (exitCode !== 0) break;
}
process.exitCode = exitCode;
