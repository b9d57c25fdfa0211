import type * as wasmEngine from "@contentauth/c2pa-wasm";
import { C2paEngineError } from "../errors/c2pa.ts";

/** The parts of `@contentauth/c2pa-wasm` that are used. */
export type C2paEngine = typeof wasmEngine;

/** Where the engine's WebAssembly is. */
export type LoadC2paOptions = {
  /** Its bytes, compiled module or address; found in the package by default, which only Node can. */
  wasm?: BufferSource | WebAssembly.Module | URL | string;
};

const WASM = "@contentauth/c2pa-wasm/c2pa.wasm";
let loading: Promise<C2paEngine> | undefined;

/**
 * Starts the C2PA engine, once; everything that signs or verifies calls it and waits.
 *
 * Pages call it first, with the address at which they serve the package's WebAssembly:
 *
 * @example
 * ```ts
 * import wasm from "@contentauth/c2pa-wasm/c2pa.wasm?url";
 *
 * await loadC2pa({ wasm });
 * ```
 */
export function loadC2pa(options: LoadC2paOptions = {}): Promise<C2paEngine> {
  loading ??= start(options).catch((error: unknown) => {
    loading = undefined;
    throw error instanceof C2paEngineError ? error : new C2paEngineError(error);
  });
  return loading;
}

async function start({ wasm }: LoadC2paOptions): Promise<C2paEngine> {
  const source = wasm ?? (await bytesInPackage());
  const engine = await import("@contentauth/c2pa-wasm");
  await engine.default({ module_or_path: source });
  return engine;
}

/** Reads the package's file without an import that bundlers for browsers would have to resolve. */
async function bytesInPackage(): Promise<BufferSource> {
  const host = (globalThis as { process?: { getBuiltinModule?: typeof process.getBuiltinModule } }).process;
  const files = host?.getBuiltinModule?.("node:fs/promises");
  if (files === undefined) throw new C2paEngineError();
  return files.readFile(new URL(import.meta.resolve(WASM)));
}
