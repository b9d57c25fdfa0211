import type { JournalLine, WorkJournal } from "../agent/worker/journal.ts";
import { JournalMismatchError } from "../errors/agent.ts";
import { jsonLines } from "./jsonLines.ts";

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
  const lines = jsonLines(path);
  return {
    read: async () => (await lines.read()).map((line, place) => parse(line, place + 1)),
    append: (line) => lines.append(line),
  };
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
