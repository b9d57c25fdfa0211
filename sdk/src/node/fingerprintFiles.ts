import { hash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { IndexEntry } from "../compliance/hashIndex.ts";
import { isText, type ScreeningItem } from "../compliance/provider.ts";
import type { ImprimaturError } from "../errors/base.ts";
import { ImageTooLargeError, ImageUnreadableError } from "../errors/compliance.ts";
import { FileUnreadableError } from "../errors/lot.ts";
import type { LotItem } from "../lot/buildLot.ts";
import { decodeImage, type DecodeImageOptions } from "./decodeImage.ts";
import { listFiles, reasonOf } from "./files.ts";
import { hashFiles } from "./hashFiles.ts";
import { mediaTypeOf } from "./mediaType.ts";
import { hashPixels, hashViews } from "../compliance/perceptualHash.ts";

/** A file with what it looks like: what `buildLot` and `screen` both take. */
export type FingerprintedFile = LotItem &
  ScreeningItem & {
    /** Why a file that is called a picture has no perceptual hash; its bytes are hashed all the same. */
    problem?: ImprimaturError;
  };

/** What {@link fingerprintFiles} needs. */
export type FingerprintFilesParameters = Pick<DecodeImageOptions, "maxPixels"> & {
  /** Folder that the files are in. */
  directory: string;
  /** Paths relative to the folder; all its files by default. */
  files?: readonly string[];
  /**
   * Gives pictures their views too, by which a screening finds cut and mirrored copies. Six milliseconds a picture, and ten
   * more searches for each that nothing looks like. False by default.
   */
  views?: boolean;
};

/** Larger files are hashed in pieces and neither decoded nor read as text. */
const MAX_BYTES = 64 << 20;
const MAX_TEXT_BYTES = 4 << 20;

/** Files that are worked on at once: decoding runs beside reading. */
const AHEAD = 4;

/**
 * Reads the files of a folder and gives each its content hash, its perceptual hash where it is a picture, and its text
 * where it is one. A picture that cannot be read, or is too large, comes with the `problem`; the others are not affected.
 *
 * @example
 * ```ts
 * const lot = await buildLot({ ...recipe, items: fingerprintFiles({ directory: "renders" }) });
 * ```
 */
export async function* fingerprintFiles(parameters: FingerprintFilesParameters): AsyncGenerator<FingerprintedFile> {
  const { directory, files = listFiles(directory) } = parameters;
  const pending: Promise<FingerprintedFile>[] = [];
  try {
    for (const name of files) {
      const next = fingerprint(name, parameters);
      next.catch(() => undefined); // it is thrown when its turn has come
      pending.push(next);
      if (pending.length === AHEAD) yield await (pending.shift() as Promise<FingerprintedFile>);
    }
    while (pending.length > 0) yield await (pending.shift() as Promise<FingerprintedFile>);
  } finally {
    await Promise.allSettled(pending);
  }
}

/** The files of a folder as entries of an index. */
export async function* entriesOfFolder(
  parameters: FingerprintFilesParameters & { source: string },
): AsyncGenerator<IndexEntry> {
  for await (const { contentHash, perceptualHash, name } of fingerprintFiles(parameters)) {
    const picture = perceptualHash === undefined ? {} : { perceptualHash };
    yield { contentHash, ...picture, source: parameters.source, item: name };
  }
}

async function fingerprint(name: string, parameters: FingerprintFilesParameters): Promise<FingerprintedFile> {
  const { directory, maxPixels, views = false } = parameters;
  const mediaType = mediaTypeOf(name);
  const bytes = await readSmall(directory, name);
  if (bytes === undefined) return inPieces(directory, name);
  const file: FingerprintedFile = {
    name,
    mediaType,
    bytes: bytes.length,
    contentHash: `0x${hash("sha256", bytes)}`,
  };
  if (isText(mediaType) && bytes.length <= MAX_TEXT_BYTES) {
    return { ...file, text: new TextDecoder().decode(bytes) };
  }
  if (!mediaType.startsWith("image/")) return file;
  try {
    const options = { name: JSON.stringify(name), ...(maxPixels === undefined ? {} : { maxPixels }) };
    const pixels = await decodeImage(bytes, options);
    const perceptualHash = hashPixels(pixels);
    const looks = { perceptualHash, evidence: { perceptualHash } };
    return { ...file, ...looks, ...(views ? { views: hashViews(pixels).slice(1) } : {}) };
  } catch (error) {
    if (error instanceof ImageUnreadableError || error instanceof ImageTooLargeError)
      return { ...file, problem: error };
    throw error;
  }
}

/** A file too large to be held at once. */
async function inPieces(directory: string, name: string): Promise<FingerprintedFile> {
  for await (const file of hashFiles(directory, [name])) {
    if (!file.mediaType.startsWith("image/")) return file;
    const reason = `it has ${file.bytes} bytes, at most ${MAX_BYTES} are decoded`;
    return { ...file, problem: new ImageUnreadableError(JSON.stringify(name), reason) };
  }
  throw new FileUnreadableError(name, "it is gone");
}

/** The bytes of a regular file; undefined where there are too many. */
async function readSmall(directory: string, name: string): Promise<Buffer | undefined> {
  try {
    const path = join(directory, name);
    // Opening a pipe would wait for a writer, so the question comes first.
    const found = await stat(path);
    if (!found.isFile()) throw new FileUnreadableError(name, "not a regular file");
    return found.size > MAX_BYTES ? undefined : await readFile(path);
  } catch (error) {
    if (error instanceof FileUnreadableError) throw error;
    throw new FileUnreadableError(name, reasonOf(error), error);
  }
}
