import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Abi, parseAbi } from "viem";
import { CONTRACTS, ERROR_SOURCES, FOREIGN_ERRORS, INTERFACES } from "./contracts.ts";

const ARTIFACTS = fileURLToPath(new URL("../../artifacts/contracts", import.meta.url));

const abiIn = async (file: string): Promise<Abi> => (JSON.parse(await readFile(file, "utf8")) as { abi: Abi }).abi;

/** Every compiled artifact below `artifacts/contracts`: name → file. */
async function artifactFiles(): Promise<Map<string, string>> {
  const entries = await readdir(ARTIFACTS, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".json"));
  return new Map(files.map((entry) => [basename(entry.name, ".json"), join(entry.parentPath, entry.name)]));
}

/** ABIs of the SDK's contracts from Hardhat's artifacts. */
export async function readAbis(): Promise<Map<string, Abi>> {
  const files = await artifactFiles();
  const abis = new Map<string, Abi>();
  for (const name of CONTRACTS) {
    const file = files.get(INTERFACES[name] ?? name);
    if (file === undefined) throw new Error(`${name} is not compiled: run npm run compile first.`);
    abis.set(name, await abiIn(file));
  }
  return abis;
}

/** ABIs that only errors are taken of: ours, our libraries', OpenZeppelin's, those of wallets and of Permit2. */
export async function readErrorSources(): Promise<Abi[]> {
  const own = [...(await artifactFiles())].filter(([, file]) => !file.includes("/mocks/"));
  const foreign = ERROR_SOURCES.map((path) => fileURLToPath(import.meta.resolve(path)));
  const read = await Promise.all([...own.map(([, file]) => file), ...foreign].map(abiIn));
  return [...read, parseAbi(FOREIGN_ERRORS)];
}
