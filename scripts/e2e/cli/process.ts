import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import type { Ran } from "../../../sdk/test/cli/harness.ts";
import type { World } from "./world.ts";

const BIN = fileURLToPath(new URL("../../../sdk/src/cli/bin.ts", import.meta.url));

/** How the program is started as a process of its own, its sources as they are now. */
export const PROGRAM = {
  command: process.execPath,
  args: ["--conditions=source", "--import", import.meta.resolve("tsx"), BIN],
} as const;

/** The environment of a command line in a world: nothing of this process but where programs are. */
export const environmentOf = ({ env }: World): Record<string, string> => ({ PATH: process.env["PATH"] ?? "", ...env });

/** Starts a command line as a process. */
export function startCli(world: World, args: readonly string[]): ChildProcessWithoutNullStreams {
  const { command, args: before } = PROGRAM;
  return spawn(command, [...before, ...args], {
    cwd: world.folder,
    env: { ...environmentOf(world), HOME: world.folder },
  });
}

/** What a process left when it ended. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve) => child.once("close", (code) => resolve({ exitCode: code ?? -1, stdout, stderr })));
}

/** Runs a command line as a process to its end; nobody types anything. */
export function runCli(world: World, args: readonly string[]): Promise<Ran> {
  const child = startCli(world, args);
  child.stdin.end();
  return ended(child);
}

/** The same under `--json`, as its document. */
export async function runJson<Document>(world: World, args: readonly string[], exitCode = 0): Promise<Document> {
  const ran = await runCli(world, [...args, "--json"]);
  expect(ran.exitCode, `${args.join(" ")}: ${ran.stderr}${ran.stdout}`).to.equal(exitCode);
  return JSON.parse(ran.stdout) as Document;
}
