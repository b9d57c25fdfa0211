import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { SUBGRAPH } from "./paths.ts";

const cli = fileURLToPath(new URL("bin/run.js", import.meta.resolve("@graphprotocol/graph-cli/package.json")));

/** Lines that only tell how far graph-cli has come, or where in graph-cli the error was raised. */
const NOISE = /^(- |✔ | +\S*\[90m| +at )/;

interface Outcome {
  failed: boolean;
  output: string;
}

/** Runs graph-cli in the workspace; on failure throws what it said of the mistake. */
export async function graph(...args: string[]): Promise<void> {
  const { failed, output } = await new Promise<Outcome>((resolve) => {
    execFile(process.execPath, [cli, ...args], { cwd: SUBGRAPH, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: `${stdout}${stderr}` });
    });
  });
  if (!failed) return;
  const said = output.split("\n").filter((line) => line !== "" && !NOISE.test(line));
  throw new Error(`graph ${args[0] ?? ""} failed:\n${said.join("\n")}`);
}
