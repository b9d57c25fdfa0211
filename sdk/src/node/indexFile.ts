import { mkdir, open, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { decodeHashIndex, type HashIndex } from "../compliance/hashIndex.ts";
import { HashIndexInvalidError } from "../errors/compliance.ts";
import { FileUnreadableError } from "../errors/lot.ts";
import { reasonOf } from "./files.ts";

/** Most bytes that {@link loadIndex} reads; some ten million files. */
const MAX_BYTES = 1 << 30;

/** Writes an index to a file, whole or not at all. */
export async function saveIndex(index: HashIndex, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, index.encode());
  await rename(draft, path);
}

/** Reads an index back. Throws {@link FileUnreadableError} and {@link HashIndexInvalidError}. */
export async function loadIndex(path: string): Promise<HashIndex> {
  return decodeHashIndex(await bytesOf(path));
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, "r");
    const { size } = await file.stat().finally(() => file.close());
    if (size > MAX_BYTES) throw new HashIndexInvalidError(`it has ${size} bytes`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof HashIndexInvalidError) throw error;
    throw new FileUnreadableError(path, reasonOf(error), error);
  }
}
