import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../stack/compile.ts";
import { until } from "../../stack/until.ts";
import type { BoxStudio } from "./boxStudio.ts";

/** Another program of this project, that imports the SDK's sources. */
export const NODE_ARGUMENTS = ["--conditions=source", "--import", "tsx"];

const START_MILLISECONDS = 60_000;

export interface BoxProcess extends AsyncDisposable {
  url: string;
  /** Everything it has printed. */
  output(): string;
  /** Ends it without any notice. */
  kill(): Promise<void>;
  /** Asks it to end, and waits; resolves to its exit code. */
  stop(): Promise<number | null>;
}

export interface BoxProcessOptions {
  studio: Pick<BoxStudio, "stack" | "studio">;
  /** Folder for the data file; the same folder, the same ballots. */
  directory: string;
  port: number;
  name?: string;
  args?: string[];
}

/** Starts a ballot box as a person would, and waits until it answers. */
export async function startBox({
  studio,
  directory,
  port,
  name = "box",
  args = [],
}: BoxProcessOptions): Promise<BoxProcess> {
  const deployment = join(directory, "deployment.json");
  await writeFile(deployment, JSON.stringify(studio.stack.deployment.contracts));
  const box = spawn(
    process.execPath,
    [
      ...[...NODE_ARGUMENTS, "scripts/ballot-box.ts", "--rpc", studio.stack.rpcUrl, "--studio", studio.studio],
      ...["--content", studio.stack.contentStore.url, "--data", join(directory, `${name}.sqlite`)],
      ...["--deployment", deployment, "--port", String(port), "--rate", "1000000", ...args],
    ],
    { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_OPTIONS: "" } },
  );
  let output = "";
  for (const stream of [box.stdout, box.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const url = `http://127.0.0.1:${port}`;
  await until("the ballot box", START_MILLISECONDS, async () => {
    if (box.exitCode !== null) return "ended";
    return (await fetch(`${url}/health`)).ok ? "answers" : undefined;
  });
  if (box.exitCode !== null) throw new Error(`the ballot box ended: ${output}`);
  return {
    url,
    output: () => output,
    kill: () => ended(box, "SIGKILL").then(() => undefined),
    stop: () => ended(box, "SIGTERM"),
    [Symbol.asyncDispose]: () => ended(box, "SIGKILL").then(() => undefined),
  };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  }
  return child.exitCode;
}
