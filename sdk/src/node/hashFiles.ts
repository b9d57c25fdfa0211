import { createHash, hash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { FileUnreadableError } from "../errors/lot.ts";
import type { LotItem } from "../lot/buildLot.ts";
import { reasonOf } from "./files.ts";
import { mediaTypeOf } from "./mediaType.ts";

const BUFFER_BYTES = 1 << 20;

/** Longest stretch of reading without giving timers, signals and progress bars their turn. */
const YIELD_MS = 20;

/**
 * Reads files one after the other through one buffer of a mebibyte and yields them as items of a lot.
 *
 * The reads are synchronous: a lot has up to 65,536 mostly small files, and a round trip through the thread pool for
 * each open, read and close costs several times the reading itself. The loop yields to the event loop in between.
 */
export async function* hashFiles(directory: string, files: readonly string[]): AsyncGenerator<LotItem> {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let pause = performance.now() + YIELD_MS;
  for (const name of files) {
    const digest = hashing(directory, name, buffer);
    let step = digest.next();
    while (step.done !== true) {
      if (performance.now() > pause) {
        await setImmediate();
        pause = performance.now() + YIELD_MS;
      }
      step = digest.next();
    }
    yield { name, mediaType: mediaTypeOf(name), ...step.value };
  }
}

type Hashed = Pick<LotItem, "bytes" | "contentHash">;

/** Hashes one file, stopping after every full buffer. */
function* hashing(directory: string, name: string, buffer: Buffer): Generator<void, Hashed> {
  const file = open(`${directory}${sep}${name}`, name);
  try {
    let length = fill(file, name, buffer);
    if (length < BUFFER_BYTES) return { bytes: length, contentHash: `0x${hash("sha256", buffer.subarray(0, length))}` };
    const digest = createHash("sha256");
    let bytes = 0;
    for (; length > 0; length = fill(file, name, buffer)) {
      digest.update(buffer.subarray(0, length));
      bytes += length;
      yield;
    }
    return { bytes, contentHash: `0x${digest.digest("hex")}` };
  } finally {
    closeSync(file);
  }
}

function open(path: string, name: string): number {
  return attempt(name, () => {
    // Opening a pipe would wait for a writer, so the question comes first.
    if (!statSync(path).isFile()) throw new FileUnreadableError(name, "not a regular file");
    return openSync(path, "r");
  });
}

/** Reads until the buffer is full or the file ends. */
function fill(file: number, name: string, buffer: Buffer): number {
  let length = 0;
  for (let read = -1; read !== 0 && length < BUFFER_BYTES; length += read) {
    read = attempt(name, () => readSync(file, buffer, length, BUFFER_BYTES - length, null));
  }
  return length;
}

function attempt<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof FileUnreadableError ? error : new FileUnreadableError(name, reasonOf(error), error);
  }
}
