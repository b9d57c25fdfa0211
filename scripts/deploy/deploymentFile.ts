import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deployment } from "./types.ts";

/** Where the deployments of all chains are kept. */
export const DEPLOYMENTS_DIRECTORY = fileURLToPath(new URL("../../deployments", import.meta.url));

const fileOf = (chainId: number, directory: string): string => join(directory, `${chainId}.json`);

/** Reads `deployments/<chainId>.json`; an absent file is an empty deployment. */
export async function readDeployment(chainId: number, directory = DEPLOYMENTS_DIRECTORY): Promise<Deployment> {
  try {
    return JSON.parse(await readFile(fileOf(chainId, directory), "utf8")) as Deployment;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}

/** Writes `deployments/<chainId>.json` as a whole, names sorted; returns its path. */
export async function writeDeployment(
  chainId: number,
  deployment: Deployment,
  directory = DEPLOYMENTS_DIRECTORY,
): Promise<string> {
  const path = fileOf(chainId, directory);
  const sorted = Object.fromEntries(Object.entries(deployment).sort(([a], [b]) => (a < b ? -1 : 1)));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, `${JSON.stringify(sorted, null, 2)}\n`);
  await rename(`${path}.part`, path);
  return path;
}
