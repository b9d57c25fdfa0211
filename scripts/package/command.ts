import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const LAST_WORDS = 1_500;
const OUTPUT_BYTES = 64 * 1024 * 1024;

/** A program that ended with an error; what it printed is kept, because some print their report first. */
export class CommandFailedError extends Error {
  override readonly name = "CommandFailedError";
  readonly stdout: string;

  constructor(program: string, stdout: string, stderr: string) {
    super(`${program}: ${`${stdout}\n${stderr}`.trim().slice(-LAST_WORDS)}`);
    this.stdout = stdout;
  }
}

/** Runs a program as a user would, without our own Node options; fails with the last of what it printed. */
export function execute(
  program: string,
  args: string[],
  directory: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { NODE_OPTIONS: _ours, ...inherited } = process.env;
  const env = { ...inherited, ...settings };
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd: directory, env, maxBuffer: OUTPUT_BYTES }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new CommandFailedError([program, ...args].join(" "), stdout, stderr || error.message));
    });
  });
}

/** Path of the command of an installed package; run by Node it needs no shell on any platform. */
export function binaryOf(name: string, command = name): string {
  const require = createRequire(import.meta.url);
  const path = require.resolve(`${name}/package.json`);
  const { bin } = require(path) as { bin: string | Record<string, string> };
  const file = typeof bin === "string" ? bin : bin[command];
  if (file === undefined) throw new Error(`${name} has no command ${command}`);
  return join(dirname(path), file);
}
