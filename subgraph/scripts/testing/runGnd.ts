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
const FILE = /^→ Running /u;

/** Longer than any file takes: gnd itself waits a minute for a subgraph, but does not end when one of its threads does. */
const SILENCE_MILLISECONDS = 180_000;

/**
 * Runs test files, as many at a time as `atOnce` says, and prints what `gnd test` prints. Returns which passed; a file
 * that gnd says nothing about did not. Each file takes some seconds of one core.
 */
export async function runGnd(run: GndRun, files: readonly string[], atOnce: number): Promise<boolean[]> {
  const parts = Array.from({ length: atOnce }, (_, part) => files.filter((_, i) => i % atOnce === part));
  const passed = await Promise.all(parts.map((part, i) => runInOrder(run, part, `part_${i}`)));
  return files.map((_, i) => passed[i % atOnce]?.[Math.floor(i / atOnce)] ?? false);
}

/**
 * A failed test leaves its data behind and spoils what comes after: it is repeated in a database of its own, for gnd to
 * say whether and why it fails, and the others go on together in a new one.
 */
async function runInOrder(run: GndRun, files: readonly string[], name: string): Promise<boolean[]> {
  const passed: boolean[] = [];
  while (passed.length < files.length && !run.signal.aborted) {
    const rest = files.slice(passed.length);
    const together = await runOnce(run, await run.postgres.createDatabase(`${name}_${passed.length}`), rest);
    const failure = together.indexOf(false);
    passed.push(...(failure === -1 ? together : together.slice(0, failure)));
    const failed = files[passed.length];
    if (failed === undefined) break;
    const [outcome] = await runOnce(run, await run.postgres.createDatabase(`${name}_${passed.length}_alone`), [failed]);
    passed.push(outcome ?? false);
  }
  return passed;
}

/**
 * Ends at the first failure when several files share a database: gnd reports on it alone later. Asked politely, gnd would
 * run all other files first.
 */
async function runOnce(run: GndRun, database: string, files: readonly string[]): Promise<boolean[]> {
  const child = spawn(run.binary, ["test", "--skip-build", "--postgres-url", database, ...files], {
    cwd: run.subgraph,
    env: { ...process.env, ...NO_BACKTRACES },
    stdio: ["ignore", "pipe", "inherit"],
    signal: run.signal,
  });
  const ended = once(child, "close");
  const outcomes: boolean[] = [];
  const lines: string[] = [];
  const silence = setTimeout(() => child.kill("SIGKILL"), SILENCE_MILLISECONDS);
  for await (const line of createInterface(child.stdout)) {
    silence.refresh();
    const outcome = OUTCOME.test(line) ? !line.includes(FAILED) : undefined;
    if (FILE.test(line)) flush(lines);
    lines.push(line);
    if (outcome !== undefined) outcomes.push(outcome);
    if (outcome === false && files.length > 1) {
      child.kill("SIGKILL");
      break;
    }
  }
  clearTimeout(silence);
  flush(lines);
  await ended.catch(() => undefined);
  return outcomes;
}

/** Prints what there is to say about one file without a word about another in between. */
function flush(lines: string[]): void {
  if (lines.length > 0) console.log(lines.splice(0).join("\n"));
}
