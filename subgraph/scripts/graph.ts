import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { SUBGRAPH } from "./paths.ts";

const cli = fileURLToPath(new URL("bin/run.js", import.meta.resolve("@graphprotocol/graph-cli/package.json")));
const run = promisify(execFile);

/** Runs graph-cli in the workspace; on failure throws what it printed. */
export async function graph(...args: string[]): Promise<void> {
  try {
    await run(process.execPath, [cli, ...args], { cwd: SUBGRAPH, maxBuffer: 1 << 26 });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`graph ${args[0] ?? ""} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
