import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { promisify } from "node:util";

/** What the stack may leave behind: temporary folders, and processes that belong to nobody any more. */
export interface Leftovers {
  directories: string[];
  processes: string[];
}

/** Folders of the project in the system's temporary directory, and descendants of `pid` that are still alive. */
export async function leftoversOf(processes: readonly number[]): Promise<Leftovers> {
  const directories = (await readdir(tmpdir())).filter((name) => /^imprimatur-(stack|postgres|demo|media)-/.test(name));
  const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,args="]);
  const alive = stdout
    .split("\n")
    .filter((line) => !line.endsWith("<defunct>") && processes.includes(Number.parseInt(line, 10)));
  return { directories, processes: alive };
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
