import { type Hex, sha256 } from "viem";
import { SIGNABLE_MEDIA_TYPES } from "../c2pa/container.ts";
import { signAsset, type SignAssetParameters } from "../c2pa/signAsset.ts";
import type { BirthClaim } from "../c2pa/birth.ts";
import { hashPixels, perceptualDistance, SAME_PICTURE } from "../compliance/perceptualHash.ts";
import { BrandInputError } from "../errors/brand.ts";
import { buildLot, type BuildLotParameters, type BuiltLot, type LotItem } from "../lot/buildLot.ts";
import { putBlock } from "../storage/store.ts";
import { assetAt, toLotId } from "../types/ids.ts";
import type { BrandFile, BrandKit, DecodePicture } from "./kit.ts";
import { BRAND_FILE, type BrandDraft, encodeBrandManifest, parseBrandDraft, parseBrandManifest } from "./manifest.ts";
import { isPicture, pictureOf } from "./picture.ts";

/** A picture that shows what the brand looks like. */
export type BrandReferenceFile = BrandFile & {
  /** What it shows, in words by which briefs find it. */
  tags?: readonly string[];
};

/** What {@link createBrandKit} needs. */
export type CreateBrandKitParameters = Omit<BuildLotParameters, "items" | "sha256" | "onProgress"> & {
  brand: BrandDraft;
  /** 4 to 256 pictures, in the order in which they follow {@link BRAND_FILE} in the lot. */
  references: readonly BrandReferenceFile[];
  /** `decodeImage` of `/node`. */
  decode: DecodePicture;
  /** Gives every picture that can hold one a birth certificate; without it they stay as they are. */
  signing?: Pick<SignAssetParameters, "signer" | "permissions" | "digitalSourceType"> & {
    claim?: Pick<BirthClaim, "model" | "disclosures" | "promptCommitments" | "license">;
  };
};

/** A kit, and the lot that makes it one when it is committed. */
export type CreatedBrandKit = { kit: BrandKit; lot: BuiltLot };

/**
 * Makes a brand kit: a lot of which the first asset is `brand.json` and the others are the reference pictures. Its files
 * go into `store`; it is committed like any lot, under a recipe of the kind `style`, and is then a parent like any other.
 *
 * Pictures that cannot be decoded are refused, and so is one that is nearly another: the kit would take itself for more
 * alike than it is.
 *
 * @example
 * ```ts
 * const { lot, kit } = await createBrandKit({ chainId, assetRegistry, producer, nonce, recipeId, recipeCommitment, brand, references, decode, store });
 * await client.commitLotAndWait({ ...lot.input, gate: curation });
 * ```
 */
export async function createBrandKit(parameters: CreateBrandKitParameters): Promise<CreatedBrandKit> {
  const { brand, references, store, producer, nonce, signing: _, decode: __, ...rest } = parameters;
  const draft = parseBrandDraft(brand);
  const looks = await looksOf(parameters);
  const signed: { file: BrandReferenceFile; bytes: Uint8Array; c2paHash?: Hex }[] = [];
  for (const [at, file] of references.entries()) signed.push({ file, ...(await certified(parameters, file, at + 1)) });
  const named = signed.map(({ file: { name, mediaType, tags = [] }, bytes }) => {
    return { name, mediaType, digest: sha256(bytes), tags: [...tags] };
  });
  const block = encodeBrandManifest({ ...draft, references: named });
  const manifest = parseBrandManifest(block);
  const head: LotItem = {
    name: BRAND_FILE,
    mediaType: "application/json",
    bytes: block.length,
    contentHash: sha256(block),
  };
  const pictures = signed.map(({ file: { name, mediaType }, bytes, c2paHash }, at): LotItem => {
    const evidence = { perceptualHash: looks[at] as Hex, ...(c2paHash === undefined ? {} : { c2paHash }) };
    return { name, mediaType, bytes: bytes.length, contentHash: sha256(bytes), evidence };
  });
  const common = { ...rest, producer, nonce, ...(store === undefined ? {} : { store }) };
  const lot = await buildLot({ ...common, items: [head, ...pictures] });
  for (const bytes of [block, ...signed.map((file) => file.bytes)]) await putBlock(lot.store, bytes);
  const kept = manifest.references.map((reference, at) => ({
    ...reference,
    bytes: (signed[at] as (typeof signed)[number]).bytes,
  }));
  return { kit: { lotId: lot.lotId, digest: head.contentHash, manifest, references: kept }, lot };
}

/** What the references look like; refuses what is no picture, damaged, or twice the same. */
async function looksOf({ references, decode }: CreateBrandKitParameters): Promise<Hex[]> {
  const looks: Hex[] = [];
  for (const file of references) {
    if (!isPicture(file))
      throw new BrandInputError(`reference ${JSON.stringify(file.name)}`, `is ${file.mediaType}, no picture`);
    const hash = hashPixels((await pictureOf(decode, file)).pixels);
    const twin = looks.findIndex((other) => (perceptualDistance(other, hash) ?? Infinity) <= SAME_PICTURE);
    if (twin >= 0) {
      const other = JSON.stringify(references[twin]?.name);
      const hint = "Leave one of them out: references should show how different pictures of the brand may be.";
      throw new BrandInputError(`reference ${JSON.stringify(file.name)}`, `looks the same as ${other}`, hint);
    }
    looks.push(hash);
  }
  return looks;
}

/** A reference with its certificate, which names its place in the lot. */
async function certified(
  { signing, chainId, assetRegistry, producer, nonce, recipeId, recipeCommitment }: CreateBrandKitParameters,
  { bytes, mediaType, name }: BrandFile,
  index: number,
): Promise<{ bytes: Uint8Array; c2paHash?: Hex }> {
  if (signing === undefined || !(SIGNABLE_MEDIA_TYPES as readonly string[]).includes(mediaType)) return { bytes };
  const { claim, ...how } = signing;
  const assetId = assetAt(toLotId(producer, nonce), index);
  const place = { chainId, assetRegistry, assetId, recipeId, recipeCommitment };
  return signAsset(bytes, { ...how, claim: { ...claim, ...place }, title: name });
}
