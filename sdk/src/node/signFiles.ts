import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Hex } from "viem";
import type { BirthClaim } from "../c2pa/birth.ts";
import { DEFAULT_LIMITS } from "../c2pa/limits.ts";
import { signAsset, type SignAssetParameters, type SignedAsset } from "../c2pa/signAsset.ts";
import { ImprimaturError } from "../errors/base.ts";
import { MediaTooLargeError } from "../errors/c2pa.ts";
import { FileUnreadableError } from "../errors/lot.ts";
import type { BuildLotParameters } from "../lot/buildLot.ts";
import { assetAt, toLotId } from "../types/ids.ts";
import { listFiles, reasonOf } from "./files.ts";
import { type OutFolder, outFolder } from "./outFolder.ts";

/** One file of a lot after {@link signFiles}. */
export type FileSignature = {
  index: number;
  name: string;
  assetId: bigint;
  /** What its leaf takes as `c2paHash`; undefined where the file was not signed. */
  c2paHash: Hex | undefined;
  /** Why it was not; undefined where it was. */
  problem: ImprimaturError | undefined;
};

/** What {@link signFiles} needs. */
export type SignFilesParameters = Omit<SignAssetParameters, "claim" | "title" | "ingredients"> & {
  /** Folder that the files are in; none of them is changed. */
  directory: string;
  /** Paths relative to the folder, in the order of their places in the lot; all its files by default. */
  files?: readonly string[];
  /** Folder for the lot's files: the signed ones, and copies of those that cannot be signed. */
  out: string;
  /** Where the lot will be: the ids follow from it. */
  lot: Pick<BuildLotParameters, "chainId" | "assetRegistry" | "producer" | "nonce" | "recipeId" | "recipeCommitment">;
  /** What else every file says of its birth. */
  claim?: Pick<BirthClaim, "model" | "disclosures" | "promptCommitments" | "license">;
  /** Called after every file. */
  onProgress?: (files: number) => void;
};

/** Why a file stays as it is: its format carries no manifest here, it is damaged, or too large. */
const UNSIGNABLE = ["MediaFormatError", "MediaCorruptError", "MediaTooLargeError"];

/**
 * Signs the files of a folder for a lot that is not committed yet: what {@link signAsset} signs, each with its own asset id.
 * Files of other formats are copied as they are, and their `problem` says so. Throws where the signer fails, and a
 * `FileUnwritableError` where a file would be written through a link, outside of the folder or over an input.
 *
 * @example
 * ```ts
 * const signed = await signFiles({ directory: "renders", out: "signed", lot, signer });
 * const unsigned = signed.filter(({ problem }) => problem !== undefined);
 * ```
 */
export async function signFiles(parameters: SignFilesParameters): Promise<FileSignature[]> {
  const { directory, files = listFiles(directory), out, lot, onProgress } = parameters;
  if (resolve(out) === resolve(directory))
    throw new FileUnreadableError(out, "files are not signed in their own place");
  const folder = await outFolder(
    out,
    files.map((name) => join(directory, name)),
  );
  const lotId = toLotId(lot.producer, lot.nonce);
  const signed: FileSignature[] = [];
  for (const [index, name] of files.entries()) {
    const assetId = assetAt(lotId, index);
    const found = await signFile({ ...parameters, folder }, name, assetId);
    signed.push({ index, name, assetId, ...found });
    onProgress?.(signed.length);
  }
  return signed;
}

async function signFile(
  {
    directory,
    folder,
    lot,
    claim,
    signer,
    limits,
    digitalSourceType,
    permissions,
  }: SignFilesParameters & { folder: OutFolder },
  name: string,
  assetId: bigint,
): Promise<Pick<FileSignature, "c2paHash" | "problem">> {
  const { chainId, assetRegistry, recipeId, recipeCommitment } = lot;
  const from = join(directory, name);
  const optional = {
    ...(limits === undefined ? {} : { limits }),
    ...(digitalSourceType === undefined ? {} : { digitalSourceType }),
    ...(permissions === undefined ? {} : { permissions }),
  };
  try {
    const bytes = await readSmall(from, name, limits?.fileBytes ?? DEFAULT_LIMITS.fileBytes);
    const ids = { chainId, assetRegistry, assetId, recipeId, recipeCommitment };
    const made: SignedAsset = await signAsset(bytes, { claim: { ...claim, ...ids }, signer, ...optional });
    await folder.write(name, made.bytes);
    return { c2paHash: made.c2paHash, problem: undefined };
  } catch (error) {
    if (!ImprimaturError.is(error) || !UNSIGNABLE.includes(error.name)) throw error;
    await folder.write(name, await readFile(from));
    return { c2paHash: undefined, problem: error };
  }
}

/** The bytes of a regular file; what is too large is not read. */
async function readSmall(path: string, name: string, limit: number): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new FileUnreadableError(name, "not a regular file");
    if (found.size > limit) throw new MediaTooLargeError(found.size, limit);
    return await readFile(path);
  } catch (error) {
    if (ImprimaturError.is(error)) throw error;
    throw new FileUnreadableError(name, reasonOf(error), error);
  }
}
