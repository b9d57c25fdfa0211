import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Runs a program to its end with our terminal; a signal is passed on and waited for, so that it can clean up. */
export function run(program: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit", env: { ...process.env, ...env } });
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    for (const signal of signals) process.on(signal, pass);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      for (const name of signals) process.off(name, pass);
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
