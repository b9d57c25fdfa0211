import { PassThrough, Writable } from "node:stream";
import { run } from "../../src/cli/run.ts";

/** What a command line left. */
export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Circumstances of a command line. */
export interface Circumstances {
  env?: Record<string, string>;
  cwd?: string;
  home?: string;
  /** What a person types, one answer after the other; nobody is there without. */
  typed?: string[];
  signal?: AbortSignal;
}

/** Runs a command line in this process, with streams of its own. */
export async function cli(args: readonly string[], circumstances: Circumstances = {}): Promise<Ran> {
  const { env = {}, cwd = "/nonexistent", home = "/nonexistent", typed, signal } = circumstances;
  const [stdout, stderr] = [collector(), collector()];
  const answers = [...(typed ?? [])];
  const exitCode = await run(args, {
    stdin: new PassThrough(),
    stdout: stdout.stream,
    stderr: stderr.stream,
    interactive: typed !== undefined,
    env,
    cwd,
    home,
    signal: signal ?? new AbortController().signal,
    askPassword: () => {
      const answer = answers.shift();
      if (answer !== undefined) return Promise.resolve(answer);
      return Promise.reject(Object.assign(new Error("User force closed the prompt"), { name: "ExitPromptError" }));
    },
  });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): { stream: Writable; text: () => string } {
  let text = "";
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString("utf8");
      done();
    },
  });
  return { stream, text: () => text };
}
