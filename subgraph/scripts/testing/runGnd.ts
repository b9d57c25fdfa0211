import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startPostgres } from "../../../scripts/stack/postgres.ts";

/** What `gnd test` is run on. */
export interface GndRun {
  binary: string;
  /** Directory of the rendered subgraph. */
  subgraph: string;
  /** Test files, in the order in which they run. */
  files: readonly string[];
  /** Directory for the database's log. */
  logs: string;
}

const OUTCOME = /^ {2}[✔✘] /u;
const FAILED = "✘";

/**
 * Runs `gnd test` and prints what it prints. Returns which files passed; a file that gnd says nothing about did not.
 * A failed test leaves its data behind and everything after it would fail too, so the rest gets a new database.
 */
export async function runGnd(run: GndRun): Promise<boolean[]> {
  const passed: boolean[] = [];
  while (passed.length < run.files.length) {
    const outcomes = await runOnce({ ...run, files: run.files.slice(passed.length) });
    const failure = outcomes.indexOf(false);
    passed.push(...(failure === -1 ? outcomes : outcomes.slice(0, failure + 1)));
    if (failure === -1 && passed.length < run.files.length) passed.push(false);
  }
  return passed;
}

async function runOnce({ binary, subgraph, files, logs }: GndRun): Promise<boolean[]> {
  await using postgres = await startPostgres(join(logs, "postgres.log"));
  const child = spawn(binary, ["test", "--skip-build", "--postgres-url", postgres.url, ...files], {
    cwd: subgraph,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => {
      resolve();
    });
  });
  const outcomes: boolean[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (OUTCOME.test(line)) outcomes.push(!line.includes(FAILED));
    console.log(line);
  }
  await ended;
  return outcomes;
}
