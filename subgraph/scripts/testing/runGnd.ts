import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { NO_BACKTRACES } from "../../../scripts/stack/graphNode.ts";
import type { Postgres } from "../../../scripts/stack/postgres.ts";

/** What `gnd test` is run with. */
export interface GndRun {
  binary: string;
  /** Directory of the rendered subgraph. */
  subgraph: string;
  postgres: Postgres;
  /** Ends the run early; the tests that have not run by then count as failed. */
  signal: AbortSignal;
}

const OUTCOME = /^ {2}[✔✘] /u;
const FAILED = "✘";

/**
 * Runs test files in order and prints what `gnd test` prints. Returns which passed; a file that gnd says nothing about
 * did not. A failed test leaves its data behind and spoils what comes after, so from the first one on each file gets a
 * database of its own.
 */
export async function runGnd(run: GndRun, files: readonly string[]): Promise<boolean[]> {
  const together = await runOnce(run, await run.postgres.createDatabase("together"), files);
  const failure = together.indexOf(false);
  const passed = failure === -1 ? together : together.slice(0, failure);
  for (const [i, file] of files.slice(passed.length).entries()) {
    if (run.signal.aborted) break;
    const [outcome] = await runOnce(run, await run.postgres.createDatabase(`alone_${i}`), [file]);
    passed.push(outcome ?? false);
  }
  return files.map((_, i) => passed[i] ?? false);
}

/** Ends at the first failure when several files share a database: gnd reports on it alone later. */
async function runOnce(run: GndRun, database: string, files: readonly string[]): Promise<boolean[]> {
  const child = spawn(run.binary, ["test", "--skip-build", "--postgres-url", database, ...files], {
    cwd: run.subgraph,
    env: { ...process.env, ...NO_BACKTRACES },
    stdio: ["ignore", "pipe", "inherit"],
    signal: run.signal,
  });
  const ended = once(child, "close");
  const outcomes: boolean[] = [];
  for await (const line of createInterface(child.stdout)) {
    const outcome = OUTCOME.test(line) ? !line.includes(FAILED) : undefined;
    if (outcome === false && files.length > 1) {
      outcomes.push(false);
      child.kill();
      break;
    }
    if (outcome !== undefined) outcomes.push(outcome);
    console.log(line);
  }
  await ended.catch(() => undefined);
  return outcomes;
}
