import { isHash } from "viem";
import { JournalMismatchError } from "../errors/agent.ts";
import type { StoredFile } from "../storage/adapters/adapter.ts";
import type { UploadJournal } from "../storage/adapters/uploadLot.ts";
import { jsonLines } from "./jsonLines.ts";

/** What {@link fileUploadJournal} needs. */
export type FileUploadJournalParameters = {
  path: string;
  /** Where the files go, in words that do not change: a journal of another place is refused. */
  place: string;
};

/**
 * A journal of an upload in a file, on the disk before the next file counts: after any end of the process, what was stored
 * and read back is not sent again.
 *
 * Its methods throw {@link JournalMismatchError} if the file is the journal of another place, or none.
 *
 * @example
 * ```ts
 * const journal = fileUploadJournal({ path: "lot.journal", place: "https://bucket.example" });
 * await uploadLot({ storage, files, journal });
 * ```
 */
export function fileUploadJournal({ path, place }: FileUploadJournalParameters): UploadJournal {
  const file = jsonLines(path);
  let opening: Promise<Map<string, StoredFile>> | undefined;
  const open = async (): Promise<Map<string, StoredFile>> => {
    const [head, ...lines] = await file.read();
    if (head !== undefined) assertPlace(head, place);
    const stored = lines.map((line, at) => storedIn(line, at + 2));
    if (head === undefined) await file.append({ place });
    return new Map(stored.map((one) => [one.digest, one]));
  };
  const opened = (): Promise<Map<string, StoredFile>> => (opening ??= open());
  return {
    find: async (digest) => (await opened()).get(digest),
    note: async (stored) => {
      const known = await opened();
      const { uri, digest, bytes } = stored;
      await file.append({ uri, digest, bytes });
      known.set(digest, stored);
    },
  };
}

function assertPlace(head: string, place: string): void {
  const { place: found } = objectIn(head, 1);
  if (typeof found !== "string") throw new JournalMismatchError("line 1 does not say where its files went");
  if (found !== place) throw new JournalMismatchError(`its files went to ${JSON.stringify(found)}`);
}

function storedIn(line: string, place: number): StoredFile {
  const { uri, digest, bytes } = objectIn(line, place);
  if (typeof uri === "string" && isHash(digest as string) && Number.isSafeInteger(bytes)) {
    return { uri, digest, bytes } as StoredFile;
  }
  throw new JournalMismatchError(`line ${place} is no stored file`);
}

function objectIn(line: string, place: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    throw new JournalMismatchError(`line ${place} cannot be read`, error);
  }
  throw new JournalMismatchError(`line ${place} is no entry`);
}
