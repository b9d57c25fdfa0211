import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createBrandKit, type CreateBrandKitParameters, type CreatedBrandKit } from "../brand/createBrandKit.ts";
import { BRAND_FILE, type BrandDraft } from "../brand/manifest.ts";
import { BrandInputError } from "../errors/brand.ts";
import { FileUnreadableError } from "../errors/lot.ts";
import { decodeImage } from "./decodeImage.ts";
import { listFiles, reasonOf } from "./files.ts";
import { mediaTypeOf } from "./mediaType.ts";

/** What {@link createBrandKitFromFiles} needs. */
export type CreateBrandKitFromFilesParameters = Omit<CreateBrandKitParameters, "brand" | "references" | "decode"> & {
  /** Folder with the pictures, and with `brand.json` where `brand` is not given. */
  directory: string;
  brand?: BrandDraft;
};

/**
 * Makes a brand kit of a folder: its pictures are the references, in the order of their paths, and the folders that they
 * are in are their tags. Files that are no pictures are left out.
 *
 * @example
 * ```ts
 * const { lot, kit } = await createBrandKitFromFiles({ directory: "brand", chainId, assetRegistry, producer, nonce, recipeId, recipeCommitment, store });
 * ```
 */
export async function createBrandKitFromFiles(parameters: CreateBrandKitFromFilesParameters): Promise<CreatedBrandKit> {
  const { directory, brand: given, ...rest } = parameters;
  const names = listFiles(directory).filter((name) => mediaTypeOf(name).startsWith("image/"));
  const references = [];
  for (const name of names) {
    const bytes = new Uint8Array(await read(directory, name));
    references.push({ name, mediaType: mediaTypeOf(name), bytes, tags: name.split("/").slice(0, -1) });
  }
  const brand = given ?? (await draftIn(directory));
  return createBrandKit({ ...rest, brand, references, decode: decodeImage });
}

async function draftIn(directory: string): Promise<BrandDraft> {
  const text = (await read(directory, BRAND_FILE)).toString("utf8");
  try {
    return JSON.parse(text) as BrandDraft; // createBrandKit looks at all of it
  } catch (error) {
    throw new BrandInputError(BRAND_FILE, `is no JSON: ${reasonOf(error)}`);
  }
}

async function read(directory: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(directory, name));
  } catch (error) {
    throw new FileUnreadableError(name, reasonOf(error), error);
  }
}
