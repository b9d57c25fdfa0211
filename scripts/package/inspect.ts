import { readdir, readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { ROOT } from "../stack/compile.ts";
import type { Consumer } from "./consumer.ts";
import { binaryOf, CommandFailedError, execute } from "./command.ts";
import { entriesOf, NODE_ENTRIES, type Packed, SDK, specifierOf } from "./packed.ts";

const TARBALL_LIMIT = 3 * 1024 * 1024;
const WANTED = ["README.md", "LICENSE", "package.json"];
const UNWANTED = /(^|\/)(test|node_modules)\/|\.test\.|\.tsbuildinfo$|\.env/;

/** Everything that `package.json` promises is in the tarball, and nothing that is nobody's business. */
export async function inspectContents({ files, bytes, manifest }: Packed): Promise<string> {
  const promised = Object.values(manifest.exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values(target),
  );
  const paths = [...WANTED, ...promised, ...Object.values(manifest.bin ?? {})].map((path) => path.replace(/^\.\//, ""));
  const missing = paths.filter((path) => !files.includes(path));
  if (missing.length > 0) throw new Error(`not in the tarball: ${missing.join(", ")}`);
  const unwanted = files.filter((path) => UNWANTED.test(path));
  if (unwanted.length > 0) throw new Error(`should not be in the tarball: ${unwanted.join(", ")}`);
  if (bytes > TARBALL_LIMIT) throw new Error(`the tarball has ${bytes} bytes, more than ${TARBALL_LIMIT}`);
  if (!(await sameLicense())) throw new Error("sdk/LICENSE differs from LICENSE: copy it");
  return `${files.length} files, ${(bytes / 1024).toFixed(0)} kB`;
}

async function sameLicense(): Promise<boolean> {
  const [ours, published] = await Promise.all([ROOT, SDK].map((folder) => readFile(join(folder, "LICENSE"), "utf8")));
  return ours === published;
}

/** `publint --strict` on the tarball. */
export async function runPublint({ tarball }: Packed): Promise<string> {
  const bytes = await readFile(tarball);
  const archive = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: archive }, strict: true });
  if (messages.length > 0)
    throw new Error(
      messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code).join("\n"),
    );
  return "no findings";
}

/** Whether TypeScript finds the right types, as bundlers and as Node's ES modules look for them. */
export async function areTheTypesWrong({ tarball, manifest }: Packed): Promise<string> {
  await execute(process.execPath, [binaryOf("@arethetypeswrong/cli", "attw"), tarball, "--profile", "esm-only"], ROOT);
  return `${entriesOf(manifest).length} entries`;
}

/** Each action and everything together against the limits of `.size-limit.mjs`. */
export async function limitSizes(): Promise<string> {
  const output = await execute(process.execPath, [binaryOf("size-limit"), "--json"], ROOT).catch(reportOf);
  const checks = JSON.parse(output) as { name: string; passed: boolean; size: number; sizeLimit: number }[];
  const tooLarge = checks.filter(({ passed }) => !passed);
  const told = tooLarge.map(({ name, size, sizeLimit }) => `${name} has ${size} bytes of ${sizeLimit}`);
  if (told.length > 0) throw new Error(told.join(", "));
  const sizeOf = (wanted: string): number => checks.find(({ name }) => name === wanted)?.size ?? Number.NaN;
  const actions = checks.filter(({ name }) => !["everything", "logs"].includes(name)).sort((a, b) => b.size - a.size);
  const [largest] = actions;
  if (largest === undefined) throw new Error("size-limit measured nothing");
  const most = `${actions.length} actions of at most ${largest.size} B (${largest.name})`;
  return `${most}, everything ${sizeOf("everything")} B, logs ${sizeOf("logs")} B`;
}

/** What size-limit prints where a limit is exceeded. */
function reportOf(error: unknown): string {
  if (error instanceof CommandFailedError && error.stdout.startsWith("[")) return error.stdout;
  throw error;
}

/** Entries for browsers as they arrived: bundled without anything that only Node has, and without what nobody declared. */
export async function inspectImports({ manifest }: Packed, { directory }: Consumer): Promise<string> {
  const declared = [manifest.name, ...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })];
  const browserEntries = entriesOf(manifest).filter((entry) => !NODE_ENTRIES.has(entry));
  for (const entry of entriesOf(manifest)) {
    const imported = await importsOf(specifierOf(manifest, entry), directory);
    const builtins = imported.filter((path) => builtinModules.includes(path.replace(/^node:/, "")));
    if (browserEntries.includes(entry) && builtins.length > 0)
      throw new Error(`${entry} imports ${builtins.join(", ")}, which browsers lack`);
    const others = imported.filter((path) => !builtins.includes(path));
    const undeclared = others.filter((path) => !isOf(declared, path));
    if (undeclared.length > 0) throw new Error(`${entry} imports ${undeclared.join(", ")}, which nobody declares`);
  }
  const typed = await typeImportsOf(join(directory, "node_modules", manifest.name));
  const untold = typed.filter((path) => !path.startsWith("node:") && !isOf(declared, path));
  if (untold.length > 0) throw new Error(`declarations import ${untold.join(", ")}, which nobody declares`);
  await bundleForBrowsers(
    browserEntries.map((entry) => specifierOf(manifest, entry)),
    Object.keys(manifest.peerDependencies ?? {}),
    directory,
  );
  return `${browserEntries.length} entries for browsers`;
}

const isOf = (packages: string[], path: string): boolean =>
  packages.some((name) => path === name || path.startsWith(`${name}/`));

const TYPE_IMPORT = /\b(?:(?:from|import)\s+|import\(\s*)["']([^."'\n][^"'\n]*)["']/g;

/** Bare specifiers that the declarations of a folder import, examples in comments apart. */
async function typeImportsOf(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".d.ts"));
  const found = new Set<string>();
  for (const file of files) {
    const text = (await readFile(join(folder, file), "utf8")).replace(/\/\*[\s\S]*?\*\//g, "");
    for (const [, path = ""] of text.matchAll(TYPE_IMPORT)) found.add(path);
  }
  return [...found].sort();
}

/** Bare specifiers that an entry's own files import. */
async function importsOf(specifier: string, directory: string): Promise<string[]> {
  const found = new Set<string>();
  await build({
    stdin: { contents: `export * from ${JSON.stringify(specifier)};`, resolveDir: directory },
    bundle: true,
    write: false,
    format: "esm",
    logLevel: "silent",
    plugins: [
      {
        name: "bare specifiers",
        setup: (building) =>
          building.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
            if (importer === "<stdin>") return undefined;
            found.add(path);
            return { path, external: true };
          }),
      },
    ],
  });
  return [...found].sort();
}

/** Fails on what only Node has, in dependencies too; what users bring along is theirs. */
async function bundleForBrowsers(specifiers: string[], peers: string[], directory: string): Promise<void> {
  const contents = specifiers.map((specifier, i) => `export * as e${i} from ${JSON.stringify(specifier)};`).join("\n");
  await build({
    stdin: { contents, resolveDir: directory },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    external: peers,
    logLevel: "silent",
  });
}
