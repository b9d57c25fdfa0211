#!/usr/bin/env node
import { homedir } from "node:os";
import password from "@inquirer/password";
import { run } from "./run.ts";

/** The program as a process: its streams, its environment, and Ctrl-C. */
const controller = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => controller.abort());
// A reader that has seen enough (head, less) closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  interactive: process.stdin.isTTY && process.stderr.isTTY,
  env: process.env,
  cwd: process.cwd(),
  home: homedir(),
  signal: controller.signal,
  askPassword: (message) => password({ message, mask: false }, { output: process.stderr, signal: controller.signal }),
});
