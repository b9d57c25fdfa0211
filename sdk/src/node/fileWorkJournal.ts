import { constants } from "node:fs";
import { mkdir, open, readFile, type FileHandle } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { JournalLine, WorkJournal } from "../agent/worker/journal.ts";
import { JournalMismatchError } from "../errors/agent.ts";
import { syncDirectory } from "./durable.ts";
import { type Lock, lockFile } from "./lockFile.ts";

/** A last line that a crash cut off, and that was taken off. */
export type JournalCut = { path: string; line: number; bytes: number };

/** How {@link fileWorkJournal} tells what it mends. */
export type FileWorkJournalOptions = {
  /** Told of a line that was cut off; a warning of the process by default. */
  onCut?: (cut: JournalCut) => void;
};

/** A journal that this process writes; `size` is what is known to be on the disk. */
type Held = { file: FileHandle; lock: Lock; size: number; isDirty: boolean };

/**
 * A journal in a file, one line of JSON an entry, on the disk before the worker goes on. It has one writer at a time: while
 * a worker has it, `<path>.lock` names the process, and another one is refused with a `JournalLockedError`. A lock whose
 * process died is taken over. A last line that a crash cut off is taken off, and told: what it would have said was not
 * done yet as far as anybody relied on it.
 *
 * @example
 * ```ts
 * const journal = fileWorkJournal("harbor.journal");
 * for await (const event of runWorker({ ...worker, journal })) console.log(event.step);
 * ```
 */
export function fileWorkJournal(path: string, { onCut = warn }: FileWorkJournalOptions = {}): WorkJournal {
  let claims = 0;
  let held: Promise<Held> | undefined;
  let closing: Promise<void> = Promise.resolve();
  let writing: Promise<void> = Promise.resolve();

  const claim = async (): Promise<() => Promise<void>> => {
    claims += 1;
    held ??= closing.then(() => hold(path, onCut));
    const mine = held;
    const release = async (): Promise<void> => {
      claims -= 1;
      if (claims > 0) return;
      held = undefined;
      closing = mine.then(close, () => undefined);
      await closing;
    };
    await mine.catch(async (error: unknown) => {
      await release();
      throw error;
    });
    return once(release);
  };

  return {
    claim,
    read: async () => wholeLines(await textOf(path)).map((line, place) => parse(line, place + 1)),
    append: async (line) => {
      const release = await claim();
      const written = writing.then(async () => write(await (held as Promise<Held>), line));
      writing = written.catch(() => undefined);
      await written.finally(release);
    },
  };
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}

const warn = ({ path, line, bytes }: JournalCut): void =>
  process.emitWarning(`${path}: line ${line} was cut off by a crash; its ${bytes} bytes were taken off.`);

/** Takes the lock and opens the file where its last whole line ends. */
async function hold(path: string, onCut: (cut: JournalCut) => void): Promise<Held> {
  const directory = dirname(resolve(path));
  await mkdir(directory, { recursive: true });
  const lock = await lockFile(`${path}.lock`);
  try {
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    const bytes = await file.readFile();
    const size = bytes.lastIndexOf(LINE_FEED) + 1;
    if (size < bytes.length) {
      await file.truncate(size);
      onCut({ path, line: 1 + count(bytes.subarray(0, size)), bytes: bytes.length - size });
    }
    await file.sync();
    await syncDirectory(directory);
    return { file, lock, size, isDirty: false };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const LINE_FEED = 0x0a;

const count = (bytes: Uint8Array): number => bytes.reduce((lines, byte) => lines + (byte === LINE_FEED ? 1 : 0), 0);

async function close({ file, lock }: Held): Promise<void> {
  await file.close().finally(() => lock.release());
}

/** Writes one line and waits for the disk. What a failure leaves of it goes before the next one is written. */
async function write(held: Held, line: JournalLine): Promise<void> {
  const { file, lock } = held;
  await lock.assertHeld();
  if (held.isDirty) await file.truncate(held.size);
  held.isDirty = true;
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let at = 0; at < bytes.length;) {
    at += (await file.write(bytes, at, bytes.length - at, held.size + at)).bytesWritten;
  }
  await file.datasync();
  held.size += bytes.length;
  held.isDirty = false;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

/** Lines that end: the rest after the last line feed was cut off. */
const wholeLines = (text: string): string[] => text.split("\n").slice(0, -1);

function parse(line: string, place: number): JournalLine {
  try {
    const { run, entry } = JSON.parse(line) as Partial<JournalLine>;
    if (typeof run === "string" && typeof entry?.step === "string") return { run, entry };
  } catch (error) {
    throw new JournalMismatchError(`line ${place} cannot be read`, error);
  }
  throw new JournalMismatchError(`line ${place} is no entry`);
}
