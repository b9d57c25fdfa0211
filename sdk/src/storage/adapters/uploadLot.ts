import type { Hex } from "viem";
import { LotUploadError } from "../../errors/storage.ts";
import { type StorageAdapter, type StoredFile, uploadFile } from "./adapter.ts";
import { digestStream } from "./digest.ts";

/** Remembers what is stored and was read back, by digest. */
export type UploadJournal = {
  find(digest: Hex): StoredFile | undefined | Promise<StoredFile | undefined>;
  note(stored: StoredFile): void | Promise<void>;
};

/** A journal in memory; begins with what an earlier one held. */
export function memoryJournal(held: Iterable<StoredFile> = []): UploadJournal & { all(): StoredFile[] } {
  const stored = new Map([...held].map((file) => [file.digest, file]));
  return {
    find: (digest) => stored.get(digest),
    note: (file) => void stored.set(file.digest, file),
    all: () => [...stored.values()],
  };
}

/** What {@link uploadLot} needs. */
export type UploadLotParameters = {
  storage: StorageAdapter;
  files: readonly { name: string; file: Blob; digest?: Hex }[];
  /** What an earlier attempt stored is not sent again; in memory by default. */
  journal?: UploadJournal;
  /** How often each file is tried; 3 by default. */
  attempts?: number;
  /** Milliseconds before the next attempt, times the attempts so far; 500 by default. */
  pause?: number;
  /** Files that are sent at the same time; 4 by default. */
  parallel?: number;
  onProgress?: (stored: number, of: number) => void;
  /** Ends the upload; what is stored stays in the journal. */
  signal?: AbortSignal;
};

/**
 * Stores the files of a lot, each read back before it counts.
 *
 * Goes on past files that fail and throws {@link LotUploadError} with their names at the end. Call it again with the same
 * journal to store what is missing.
 */
export async function uploadLot(parameters: UploadLotParameters): Promise<StoredFile[]> {
  const { storage, files, journal = memoryJournal(), attempts = 3, pause = 500, parallel = 4 } = parameters;
  const { onProgress, signal } = parameters;
  const stored: (StoredFile | undefined)[] = [];
  const failures: unknown[] = [];
  const pending = [...files.entries()];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = pending.shift(); next !== undefined && signal?.aborted !== true; next = pending.shift()) {
      const [index, { file, digest }] = next;
      try {
        stored[index] = await store({ storage, file, journal, attempts, pause, signal, ...(digest && { digest }) });
        onProgress?.((done += 1), files.length);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  signal?.throwIfAborted();
  const missing = files.filter((_, index) => stored[index] === undefined).map(({ name }) => name);
  if (missing.length > 0) throw new LotUploadError(missing, done, failures[0]);
  return stored.filter((file) => file !== undefined);
}

type Task = Required<Pick<UploadLotParameters, "storage" | "journal" | "attempts" | "pause">> & {
  file: Blob;
  digest?: Hex;
  signal: AbortSignal | undefined;
};

async function store({ storage, journal, attempts, pause, file, signal, ...known }: Task): Promise<StoredFile> {
  const digest = known.digest ?? (await digestStream(file.stream())).digest;
  const before = await journal.find(digest);
  if (before !== undefined) return before;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const stored = await uploadFile(storage, file, { digest, signal });
      await journal.note(stored);
      return stored;
    } catch (error) {
      if (attempt >= attempts || signal?.aborted === true) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause * attempt));
    }
  }
}
