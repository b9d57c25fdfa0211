import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { graph } from "./graph.ts";
import { inputsDigest } from "./inputs.ts";
import { type Deployment, renderManifest } from "./manifest.ts";
import { SUBGRAPH } from "./paths.ts";
import { SINGLETONS } from "./sources.ts";

/** A compiled manifest, as far as it is looked at. */
export interface CompiledManifest {
  dataSources: CompiledSource[];
  templates?: CompiledSource[];
}

interface CompiledSource {
  name: string;
  kind: string;
  network: string;
  source: { abi: string; address?: string; startBlock?: number };
  mapping: { file: string; abis: { file: string }[]; eventHandlers?: { handler: string }[]; handler?: string };
}

const BUILD = join(SUBGRAPH, "build");
const COMPILED = join(BUILD, "compiled");
const STAMP = "inputs.sha256";

/**
 * Generates the types and compiles the mappings for no deployment in particular, unless that was done for the same
 * sources before. Returns the directory with the compiled manifest.
 */
export async function compileSubgraph(): Promise<string> {
  const digest = inputsDigest();
  if ((await readFile(join(COMPILED, STAMP), "utf8").catch(() => "")) === digest) return COMPILED;

  await inWorkingDirectory(async (working, manifest) => {
    await generate(manifest);
    await compileManifest(manifest, join(working, "build"));
    await writeFile(join(working, "build", STAMP), digest);
    await rm(COMPILED, { recursive: true, force: true });
    await rename(join(working, "build"), COMPILED);
  });
  return COMPILED;
}

/** Generates the types alone. */
export async function generateTypes(): Promise<void> {
  await inWorkingDirectory((_, manifest) => generate(manifest));
}

async function generate(manifest: string): Promise<void> {
  await graph("codegen", manifest, "--output-dir", join(SUBGRAPH, "generated"));
}

async function inWorkingDirectory(work: (directory: string, manifest: string) => Promise<void>): Promise<void> {
  const directory = join(BUILD, `working-${process.pid}`);
  const manifest = join(directory, "subgraph.yaml");
  await mkdir(directory, { recursive: true });
  try {
    await writeFile(manifest, renderManifest({ network: "unknown", deployment: nowhere() }, directory));
    await work(directory, manifest);
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** Compiles one manifest; fails where it names a handler that does not exist. */
export async function compileManifest(manifest: string, output: string): Promise<void> {
  await graph("build", manifest, "--output-dir", output);
  const { dataSources, templates = [] } = await readCompiled(output);
  for (const { name, mapping } of [...dataSources, ...templates]) {
    const exported = await exportsOf(join(output, mapping.file));
    const handlers = mapping.eventHandlers?.map(({ handler }) => handler) ?? [mapping.handler ?? ""];
    const missing = handlers.filter((handler) => !exported.has(handler));
    if (missing.length > 0) throw new Error(`${name} lacks ${missing.join(", ")}`);
  }
}

/** Reads the manifest that graph-cli wrote. */
export async function readCompiled(directory: string): Promise<CompiledManifest> {
  return parse(await readFile(join(directory, "subgraph.yaml"), "utf8")) as CompiledManifest;
}

/** Copies a compiled subgraph without what only the cache needs. */
export async function copyCompiled(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith(STAMP) });
}

async function exportsOf(path: string): Promise<Set<string>> {
  const module = await WebAssembly.compile(await readFile(path));
  return new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
}

function nowhere(): Deployment {
  const address = `0x${"00".repeat(20)}`;
  return Object.fromEntries(SINGLETONS.map(({ contract }) => [contract, { address, block: 0 }]));
}
