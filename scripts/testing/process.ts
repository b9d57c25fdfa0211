import { spawn } from "node:child_process";
import { constants } from "node:os";

/** How a program is run. */
export interface RunOptions {
  /** Variables beside our own. */
  env?: Record<string, string>;
  /** Shows what the program prints when it has ended, in one piece: for programs that run side by side. */
  held?: boolean;
}

/** Runs a program to its end with our terminal; a signal is passed on and waited for, so that it can clean up. */
export function run(program: string, args: string[], { env = {}, held = false }: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: held ? ["ignore", "pipe", "pipe"] : "inherit",
      env: { ...process.env, ...env },
    });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => printed.push(chunk));
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    for (const signal of signals) process.on(signal, pass);
    child.once("error", reject);
    child.once(held ? "close" : "exit", (code: number | null, signal: NodeJS.Signals | null) => {
      for (const name of signals) process.off(name, pass);
      process.stdout.write(Buffer.concat(printed));
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/** Node options for programs that load our TypeScript, added to those that the bootstrap has set. */
export function typescriptOptions(): string {
  return `${process.env["NODE_OPTIONS"] ?? ""} --import tsx`.trim();
}

/** Seconds since `start` (of `performance.now()`), for people. */
export function secondsSince(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
