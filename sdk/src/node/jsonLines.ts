import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { JournalLockedError } from "../errors/agent.ts";
import { syncDirectory } from "./durable.ts";
import { type Lock, lockFile } from "./lockFile.ts";

/** A file of JSON documents, one a line, that only grows. Several processes may write it, one line at a time. */
export type JsonLines = {
  /** Every whole line, oldest first; what a crash cut off of a last one is left out. */
  read(): Promise<readonly string[]>;
  /**
   * Adds a line; it is on the disk when the promise resolves, and not in the file when it rejects. Throws
   * {@link JournalLockedError} if another process does not let go of `<path>.lock`.
   */
  append(document: unknown): Promise<void>;
};

/** Opens a file of lines; it and its folder are made with the first line, for nobody else to read. */
export function jsonLines(path: string): JsonLines {
  let writing: Promise<void> = Promise.resolve();
  return {
    read: async () => wholeLines(await textOf(path)),
    append: async (document) => {
      const bytes = Buffer.from(`${JSON.stringify(document)}\n`);
      const written = writing.then(() => add(path, bytes));
      writing = written.catch(() => undefined);
      await written;
    },
  };
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

/** Adds bytes where the last whole line ends, as the only one who does. */
async function add(path: string, bytes: Uint8Array): Promise<void> {
  const directory = dirname(resolve(path));
  const made = await mkdir(directory, { recursive: true });
  const lock = await waitForLock(`${path}.lock`);
  try {
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    try {
      const size = await mend(file);
      await lock.assertHeld();
      await write(file, bytes, size);
      if (size === 0) await syncDirectory(directory);
      if (made !== undefined) await syncDirectory(dirname(made));
    } finally {
      await file.close();
    }
  } finally {
    await lock.release();
  }
}

/** Milliseconds that another process has for its line, and between two looks. */
const PATIENCE = 2_000;
const INTERVAL = 5;

/** Others hold it for one line, so that waiting for them is short. */
async function waitForLock(path: string): Promise<Lock> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await lockFile(path);
    } catch (error) {
      if (!(error instanceof JournalLockedError) || Date.now() > end) throw error;
      await pause(INTERVAL);
    }
  }
}

const LINE_FEED = 0x0a;

/** Cuts off what a crash left of a last line; where the next one begins. */
async function mend(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  if (size === 0) return 0;
  const { buffer: last } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  if (last[0] === LINE_FEED) return size;
  const whole = (await file.readFile()).lastIndexOf(LINE_FEED) + 1;
  await file.truncate(whole);
  return whole;
}

/** Writes bytes and waits for the disk; what a failure leaves of them is taken off. */
async function write(file: FileHandle, bytes: Uint8Array, size: number): Promise<void> {
  try {
    for (let at = 0; at < bytes.length;) {
      at += (await file.write(bytes, at, bytes.length - at, size + at)).bytesWritten;
    }
    await file.datasync();
  } catch (error) {
    await file.truncate(size);
    throw error;
  }
}
