import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";

/** How a child of the stack is started. */
export interface ManagedProcessOptions {
  /** Name for messages, for example `graph-node`. */
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
  /** File that receives everything the child prints. */
  logFile: string;
}

/** A started child that is stopped by disposing of it. */
export interface ManagedProcess extends AsyncDisposable {
  readonly pid: number;
  /** Resolves with a sentence when the child ends, asked for or not. */
  readonly ended: Promise<string>;
}

const GRACE_MILLISECONDS = 8_000;

/**
 * Starts a child in its own process group, so that a Ctrl-C at the terminal reaches only the supervisor
 * and the order of stopping stays ours.
 */
export function startProcess(options: ManagedProcessOptions): ManagedProcess {
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    detached: true,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = createWriteStream(options.logFile, { flags: "a" });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });

  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`${options.name} could not start: ${error.message}`));
    child.once("close", (code, signal) => resolve(`${options.name} ended (${signal ?? `exit code ${String(code)}`})`));
  }).finally(() => log.end());

  return { pid: child.pid ?? -1, ended, [Symbol.asyncDispose]: () => stopProcess(child, ended) };
}

/** Fails as soon as the child ends, with its last words' place; otherwise passes the result of `work` through. */
export async function whileRunning<T>(child: ManagedProcess, logFile: string, work: Promise<T>): Promise<T> {
  const death = child.ended.then((reason) => Promise.reject<T>(new Error(`${reason}; its output is in ${logFile}`)));
  return Promise.race([work, death]);
}

async function stopProcess(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MILLISECONDS);
  await ended;
  clearTimeout(timer);
}
