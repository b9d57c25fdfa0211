import { hash } from "node:crypto";
import { LotEmptyError, LotTooLargeError } from "../errors/lot.ts";
import { buildLot, type BuildLotParameters, type BuiltLot } from "../lot/buildLot.ts";
import { MAX_LOT } from "../types/ids.ts";
import { listFiles } from "./files.ts";
import { hashFiles } from "./hashFiles.ts";

/** What {@link buildLotFromFiles} needs. */
export type BuildLotFromFilesParameters = Omit<BuildLotParameters, "items" | "sha256"> & {
  /** Folder that the files are in. */
  directory: string;
  /** Paths relative to the folder; all its files by default. */
  files?: readonly string[];
  /** Those files, where more is known of them than their bytes, such as `fingerprintFiles` gives; hashed by default. */
  items?: BuildLotParameters["items"];
};

/**
 * Builds a lot from the files of a folder: one asset a file, streamed, whatever their size.
 *
 * Empty files, duplicates and any file name are fine. Throws {@link LotEmptyError}, {@link LotTooLargeError} before
 * anything is read, and {@link FileUnreadableError} with the name of the file.
 *
 * @example
 * ```ts
 * import { buildLotFromFiles } from "@imprimatur/sdk/node";
 *
 * const lot = await buildLotFromFiles({
 *   directory: "renders", chainId, assetRegistry, producer, nonce: 1n, recipeId, recipeCommitment, store,
 * });
 * ```
 */
export async function buildLotFromFiles(parameters: BuildLotFromFilesParameters): Promise<BuiltLot> {
  const { directory, files = listFiles(directory), items = hashFiles(directory, files), ...rest } = parameters;
  assertLotSize(directory, files);
  return buildLot({ ...rest, items, sha256: (bytes) => `0x${hash("sha256", bytes)}` });
}

/** Refuses a folder that makes no lot, before anything of it is read. */
export function assertLotSize(directory: string, files: readonly string[]): void {
  if (files.length === 0) throw new LotEmptyError(JSON.stringify(directory));
  if (files.length > MAX_LOT) throw new LotTooLargeError(files.length, MAX_LOT);
}
