import { open, readFile, truncate } from "node:fs/promises";
import type { JournalLine, WorkJournal } from "../agent/worker/journal.ts";
import { JournalMismatchError } from "../errors/agent.ts";

/**
 * A journal in a file, one line of JSON an entry, on the disk before the worker goes on. A last line that a crash cut off
 * is dropped: what it would have said was not done yet as far as anybody relied on it.
 *
 * @example
 * ```ts
 * const journal = fileWorkJournal("harbor.journal");
 * for await (const event of runWorker({ ...worker, journal })) console.log(event.step);
 * ```
 */
export function fileWorkJournal(path: string): WorkJournal {
  let mended: Promise<void> | undefined;
  return {
    read: async () => {
      const whole = wholeLines(await textOf(path));
      return whole.map((line, place) => parse(line, place + 1));
    },
    append: async (line) => {
      mended ??= mend(path);
      await mended;
      const file = await open(path, "a", 0o600);
      try {
        await file.write(`${JSON.stringify(line)}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
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

/** Cuts off what a crash left of a last line, so that the next one begins where a line begins. */
async function mend(path: string): Promise<void> {
  const text = await textOf(path);
  if (text === "" || text.endsWith("\n")) return;
  await truncate(path, Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1)));
}

function parse(line: string, place: number): JournalLine {
  try {
    const { run, entry } = JSON.parse(line) as Partial<JournalLine>;
    if (typeof run === "string" && typeof entry?.step === "string") return { run, entry };
  } catch (error) {
    throw new JournalMismatchError(`line ${place} cannot be read`, error);
  }
  throw new JournalMismatchError(`line ${place} is no entry`);
}
