import type { Readable, Writable } from "node:stream";

/** Everything outside that the program touches but files and the network: a test gives its own. */
export type Io = {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  /** Whether a person watches stderr and can answer. */
  interactive: boolean;
  env: Readonly<Record<string, string | undefined>>;
  /** Where relative paths begin. */
  cwd: string;
  home: string;
  /** Aborted when the program is asked to end. */
  signal: AbortSignal;
  /** Asks without showing what is typed. */
  askPassword: (question: string) => Promise<string>;
};
