import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";

/** How a program is run. */
export interface RunOptions {
  /** Variables beside our own. */
  env?: Record<string, string>;
  /** Shows what the program prints when it has ended, in one piece: for programs that run side by side. */
  held?: boolean;
  /** When the program and all that it started are ended, on the clock of `performance.now()`. */
  deadline?: number;
}

const SECONDS_TO_CLEAN_UP = 20;

/** Runs a program to its end with our terminal; a signal is passed on and waited for, so that it can clean up. */
export async function run(program: string, args: string[], options: RunOptions = {}): Promise<number> {
  const env = { ...process.env, ...options.env };
  // A group of its own is what the deadline ends: what the program started would outlive it otherwise.
  const detached = options.deadline !== undefined;
  if (options.held !== true) return exitOf(spawn(program, args, { stdio: "inherit", env, detached }), options.deadline);

  // A file and no pipe: a pipe stays open as long as anything that the program left behind holds it.
  const directory = mkdtempSync(join(tmpdir(), "imprimatur-run-"));
  const path = join(directory, "printed");
  const file = openSync(path, "w");
  try {
    const child = spawn(program, args, { stdio: ["ignore", file, file], env, detached });
    return await exitOf(child, options.deadline);
  } finally {
    closeSync(file);
    await finished(createReadStream(path).on("data", (chunk) => process.stdout.write(chunk)));
    rmSync(directory, { recursive: true, force: true });
  }
}

function exitOf(child: ChildProcess, deadline: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const group = deadline === undefined ? child.pid : -(child.pid ?? 0);
    const pass = (signal: NodeJS.Signals) => send(group, signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    for (const signal of signals) process.on(signal, pass);
    const timers = deadline === undefined ? [] : endGroup(child, deadline - performance.now());
    const leave = () => {
      for (const timer of timers) clearTimeout(timer);
      for (const signal of signals) process.off(signal, pass);
    };
    child.once("error", (error) => {
      leave();
      reject(error);
    });
    child.once("exit", (code: number | null, signal: NodeJS.Signals | null) => {
      leave();
      // Who leads the group may end before those that it leaves behind.
      if (deadline !== undefined && performance.now() >= deadline) send(group, "SIGKILL");
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/** Asks the program's group to end, then ends it. */
function endGroup(child: ChildProcess, milliseconds: number): NodeJS.Timeout[] {
  const end = (signal: NodeJS.Signals) => {
    console.error(`${child.spawnargs.join(" ")}: out of time, ${signal}`);
    send(-(child.pid ?? 0), signal);
  };
  const first = Math.max(0, milliseconds);
  return [setTimeout(end, first, "SIGTERM"), setTimeout(end, first + SECONDS_TO_CLEAN_UP * 1000, "SIGKILL")];
}

/** Signals a process or, by a negative number, a group; one that was never started or has ended is left alone. */
function send(target: number | undefined, signal: NodeJS.Signals): void {
  if (target === undefined || target === 0) return;
  try {
    process.kill(target, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Node options for programs that load our TypeScript, added to those that the bootstrap has set. */
export function typescriptOptions(): string {
  return `${process.env["NODE_OPTIONS"] ?? ""} --import tsx`.trim();
}

/** Seconds since `start` (of `performance.now()`), for people. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
