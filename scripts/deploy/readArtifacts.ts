import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Hex } from "viem";
import { MOCK_NAMES, PROTOCOL_NAMES, type ProtocolName } from "./names.ts";
import type { CompiledArtifacts } from "./types.ts";

const DEFAULT_DIRECTORY = fileURLToPath(new URL("../../artifacts/contracts", import.meta.url));

/** Reads the compiled contracts of the protocol, and the test tokens, from Hardhat's artifacts. */
export async function readArtifacts(directory: string = DEFAULT_DIRECTORY): Promise<CompiledArtifacts> {
  const wanted = new Set<string>(["Deployer", ...PROTOCOL_NAMES, ...MOCK_NAMES]);
  const artifacts: Partial<CompiledArtifacts> = {};
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const name = basename(entry.name, ".json");
    if (!entry.isFile() || !entry.name.endsWith(".json") || !wanted.has(name)) continue;
    const { bytecode } = JSON.parse(await readFile(join(entry.parentPath, entry.name), "utf8")) as { bytecode: Hex };
    artifacts[name as ProtocolName] = { bytecode };
  }
  const { Deployer } = artifacts;
  if (Deployer === undefined) throw new Error(`No compiled contracts in ${directory}: run npm run compile first.`);
  return { ...artifacts, Deployer };
}
