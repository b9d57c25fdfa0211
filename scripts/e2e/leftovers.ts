import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { promisify } from "node:util";

/** Names of the project's folders in a temporary directory. */
export async function projectFoldersIn(directory: string): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.startsWith("imprimatur-"));
}

/** Those of the processes that are still alive, with their command lines. */
export async function aliveAmong(processes: readonly number[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,args="]);
  const lines = stdout.split("\n").filter((line) => !line.endsWith("<defunct>"));
  return lines.filter((line) => processes.includes(Number.parseInt(line, 10)));
}

/** All descendants of a process. */
export async function descendantsOf(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,ppid="]);
  const parents = new Map(
    stdout
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]),
  );
  const found = [pid];
  for (const ancestor of found) {
    for (const [child, parent] of parents) if (parent === ancestor) found.push(child);
  }
  return found.slice(1);
}
