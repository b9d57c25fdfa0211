import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../stack/compile.ts";
import { binaryOf, CommandFailedError, execute } from "./command.ts";
import { entriesOf, type Manifest, type Packed, readJson, SDK, specifierOf } from "./packed.ts";

/** A project of somebody else into which the tarball was installed; disposing of it removes it. */
export interface Consumer extends AsyncDisposable {
  readonly directory: string;
}

/** What is read off the local chain, and how. */
export interface Task {
  rpcUrl: string;
  deployment: object;
}

/** The Node that is not the one which runs us. */
export const OLDER_NODE = "22.23.3";
const NPM_INSTALL = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
const TEMPLATE = join(SDK, "test", "package", "consumer");
/** Type declarations that our peers' users have installed anyway. */
const WITH_PEERS = ["@types/node", "@types/react", "react-dom", "@types/react-dom"];

const COMPILER_OPTIONS = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
};

/** Versions of the packages that this repository pins. */
async function pinned(names: string[]): Promise<string[]> {
  const { devDependencies } = await readJson<{ devDependencies: Record<string, string> }>(join(ROOT, "package.json"));
  return names.filter((name) => name in devDependencies).map((name) => `${name}@${devDependencies[name] ?? ""}`);
}

/** An empty project, then the tarball and viem: nothing else that the package might lean on. */
export async function installTarball({ tarball }: Packed): Promise<Consumer> {
  const directory = await mkdtemp(join(tmpdir(), "imprimatur-consumer-"));
  await writeFile(join(directory, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await execute("npm", [...NPM_INSTALL, "--ignore-scripts", tarball, ...(await pinned(["viem"]))], directory);
  await cp(TEMPLATE, directory, { recursive: true });
  return { directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }) };
}

/** Path of a Node of another major version, from npm; kept beside the dependencies for the next time. */
export async function olderNode(): Promise<string> {
  const directory = join(ROOT, "node_modules", ".cache", "imprimatur", `node-${OLDER_NODE}`);
  const path = join(directory, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(path)) {
    await mkdir(directory, { recursive: true });
    await writeFile(join(directory, "package.json"), JSON.stringify({ private: true, allowScripts: { node: true } }));
    await execute("npm", [...NPM_INSTALL, `node@${OLDER_NODE}`], directory);
  }
  return path;
}

/** The project's script under the given Node, which creates a studio and reads it back. */
export async function useInNode(node: string, { directory }: Consumer, task: Task): Promise<string> {
  const version = (await execute(node, ["--version"], directory)).trim();
  const name = `Node ${version}`;
  const shown = (await execute(node, ["inNode.mjs", JSON.stringify({ ...task, name })], directory)).trim();
  if (shown !== name) throw new Error(`the chain should have answered "${name}", the script printed "${shown}"`);
  return `${version} creates a studio and reads it`;
}

/** The script of `examples/first-sale`, as its README says: from an empty folder to a sold license. */
export async function sellFirst({ directory }: Consumer, { rpcUrl, deployment }: Task): Promise<string> {
  await cp(join(ROOT, "examples", "first-sale", "sale.mjs"), join(directory, "sale.mjs"));
  await writeFile(join(directory, "31337.json"), JSON.stringify(deployment));
  const shown = await execute(process.execPath, ["sale.mjs"], directory, { RPC_URL: rpcUrl });
  if (!/^Sold: .+ holds a commercial license/m.test(shown)) throw new Error(`nothing was sold: ${shown}`);
  return "examples/first-sale sells a license";
}

/** Every entry loads where only the peers that are not optional are there, and the command answers. */
export async function loadEntries(node: string, { manifest }: Packed, { directory }: Consumer): Promise<string> {
  const entries = entriesOf(manifest).filter((entry) => !OPTIONAL_PEER_ENTRIES.has(entry));
  const imports = entries.map((entry) => `await import(${JSON.stringify(specifierOf(manifest, entry))});`);
  await execute(node, ["--input-type=module", "--eval", imports.join("\n")], directory);
  const commands = Object.keys(manifest.bin ?? {});
  for (const command of commands) {
    const path = join(directory, "node_modules", ".bin", command);
    const help = await execute(path, ["--help"], directory);
    if (!help.includes(command)) throw new Error(`${command} --help does not say what ${command} is`);
  }
  return [`${entries.length} entries load`, ...commands.map((command) => `${command} --help answers`)].join(", ");
}

/** Entries that need a peer which is optional. */
const OPTIONAL_PEER_ENTRIES: ReadonlySet<string> = new Set(["./ethers", "./react"]);
/** Entries whose declarations name such a peer; `./mcp` loads without it, and asks for it when a server is made. */
const OPTIONAL_PEER_TYPES: ReadonlySet<string> = new Set([...OPTIONAL_PEER_ENTRIES, "./mcp"]);

/** Installs the optional peers too, as users of all entries have them. */
export async function installPeers({ manifest }: Packed, { directory }: Consumer): Promise<string> {
  const peers = await pinned([...Object.keys(manifest.peerDependencies ?? {}), ...WITH_PEERS]);
  await execute("npm", [...NPM_INSTALL, "--ignore-scripts", ...peers], directory);
  return `${peers.length} packages`;
}

/** What the compiler prints where it has findings. */
function reportOf(error: unknown): string {
  if (error instanceof CommandFailedError && error.stdout.includes("error TS")) return error.stdout;
  throw error;
}

const hasOptionalPeers = ({ peerDependencies = {} }: Manifest, directory: string): boolean =>
  Object.keys(peerDependencies).every((name) => existsSync(join(directory, "node_modules", name)));

/** The project's TypeScript and every entry's declarations, checked whole under a module resolution of TypeScript's. */
export async function checkTypes(
  resolution: "bundler" | "nodenext",
  { manifest }: Packed,
  { directory }: Consumer,
): Promise<string> {
  const { name } = manifest;
  const whole = hasOptionalPeers(manifest, directory);
  const entries = entriesOf(manifest).filter((entry) => whole || !OPTIONAL_PEER_TYPES.has(entry));
  const lines = entries.map((entry, i) => `export * as e${i} from "${specifierOf(manifest, entry)}";`);
  await writeFile(join(directory, "entries.ts"), lines.join("\n"));
  const project = join(directory, `tsconfig.${resolution}.json`);
  const module = resolution === "bundler" ? "esnext" : "nodenext";
  const compilerOptions = { ...COMPILER_OPTIONS, module, moduleResolution: resolution };
  await writeFile(project, JSON.stringify({ compilerOptions, files: ["typed.ts", "entries.ts"] }));
  const output = await execute(process.execPath, [binaryOf("typescript", "tsc"), "-p", project], directory).catch(
    reportOf,
  );
  const findings = output.split("\n").filter((line) => /^\S+\(\d+,\d+\): error/.test(line));
  const ours = findings.filter((line) => !line.startsWith("node_modules/") || line.startsWith(`node_modules/${name}/`));
  if (ours.length > 0) throw new Error(ours.join("\n"));
  const others = findings.length === 0 ? "" : `; ${findings.length} errors within declarations of peers`;
  return `${entries.length} entries, skipLibCheck off${others}`;
}
