import { mkdir, open, readFile, truncate } from "node:fs/promises";
import { dirname } from "node:path";

/** A file of JSON documents, one a line, that only grows. */
export type JsonLines = {
  /** Every whole line, oldest first; what a crash cut off of a last one is left out. */
  read(): Promise<readonly string[]>;
  /** Adds a line; it is on the disk when the promise resolves. */
  append(document: unknown): Promise<void>;
};

/** Opens a file of lines; it and its folder are made with the first line, for nobody else to read. */
export function jsonLines(path: string): JsonLines {
  let mended: Promise<void> | undefined;
  return {
    read: async () => wholeLines(await textOf(path)),
    append: async (document) => {
      mended ??= mend(path);
      await mended;
      const file = await open(path, "a", 0o600);
      try {
        await file.write(`${JSON.stringify(document)}\n`);
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
  await mkdir(dirname(path), { recursive: true });
  const text = await textOf(path);
  if (text === "" || text.endsWith("\n")) return;
  await truncate(path, Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1)));
}
