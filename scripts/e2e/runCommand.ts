import { exec, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a finished command left. */
export interface Outcome {
  exitCode: number;
  output: string;
}

/** A command while it runs. */
export interface RunningCommand {
  pid: number;
  ended: Promise<Outcome>;
  /** Resolves with everything printed so far once it contains `text`; rejects if the command ends before. */
  printed(text: string): Promise<string>;
  interrupt(): void;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TSX = import.meta.resolve("tsx");

/** Starts one of the project's scripts the way its npm command does. */
export function startCommand(
  script: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): RunningCommand {
  return startScript(`scripts/${script}.ts`, args, env);
}

/** Starts any TypeScript file. */
export const startProgram = (path: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningCommand =>
  startScript(path, args, env);

function startScript(
  path: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  input?: string,
): RunningCommand {
  return startIn([path, ...args], { cwd: ROOT, env: { INIT_CWD: ROOT, ...env }, input });
}

/** Starts a program in any folder, in which the package is what its sources are now. */
export function startIn(
  command: readonly string[],
  { cwd, env, input }: { cwd: string; env: NodeJS.ProcessEnv; input?: string | undefined },
): RunningCommand {
  const child = spawn(process.execPath, ["--import", TSX, ...command], {
    cwd,
    env: { ...process.env, NODE_OPTIONS: "--conditions=source", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  // A program that has ended does not read the rest.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Outcome>((resolve) => {
    child.once("close", (code) => resolve({ exitCode: code ?? -1, output }));
  });
  const seen = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (output.includes(text)) resolve(output);
      };
      listeners.add(look);
      look();
    });
  const died = (text: string): Promise<never> =>
    ended.then(({ exitCode }) => Promise.reject(new Error(`ended with ${exitCode} before "${text}":\n${output}`)));
  return {
    pid: child.pid ?? -1,
    ended,
    printed: (text) => Promise.race([seen(text), died(text)]),
    interrupt: () => void child.kill("SIGINT"),
  };
}

/** Runs any TypeScript file to its end. */
export const runScript = (path: string): Promise<Outcome> => startScript(path).ended;

/** Runs one of the project's scripts to its end. */
export const runCommand = (script: string, ...args: string[]): Promise<Outcome> => startCommand(script, args).ended;

/** The same, with these characters typed in. */
export const runWithInput = (script: string, args: readonly string[], input: string): Promise<Outcome> =>
  startScript(`scripts/${script}.ts`, args, {}, input).ended;

/** Runs a line as a person would who pastes it into a terminal in the project's folder. */
export const paste = (line: string): Promise<Outcome> =>
  new Promise((done) => {
    const child = exec(line, { cwd: ROOT }, (_error, stdout, stderr) => {
      done({ exitCode: child.exitCode ?? -1, output: `${stdout}${stderr}` });
    });
  });
