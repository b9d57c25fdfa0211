import { zeroHash } from "viem";
import {
  type BrandDraft,
  type BrandKit,
  createBrandKit,
  type CreateBrandKitParameters,
} from "../../src/brand/index.ts";
import { decodeImage } from "../../src/node/index.ts";
import { HARBOR, referencesOf } from "./pictures.ts";

export const DRAFT: BrandDraft = {
  name: "Harbor",
  tone: "Calm, plain, a little salty.",
  palette: [...HARBOR.colors, ...HARBOR.ground].map((color) => ({ color })),
  words: { required: ["harbor"], forbidden: ["cheap", "best price"] },
  fonts: [{ name: "Plex Sans", license: "OFL-1.1" }],
};

/** What a kit is made of, for a lot that is nowhere yet. */
export async function parametersOf(more: Partial<CreateBrandKitParameters> = {}): Promise<CreateBrandKitParameters> {
  return {
    ...{ chainId: 31_337, assetRegistry: `0x${"11".repeat(20)}`, producer: `0x${"22".repeat(20)}`, nonce: 1n },
    ...{ recipeId: zeroHash, recipeCommitment: zeroHash, createdAt: 1n, brand: DRAFT, decode: decodeImage },
    references: more.references ?? (await referencesOf(HARBOR, 12)),
    ...more,
  };
}

let harbor: Promise<BrandKit> | undefined;

/** A kit of twelve pictures of the harbor, made once. */
export const harborKit = (): Promise<BrandKit> =>
  (harbor ??= parametersOf()
    .then(createBrandKit)
    .then(({ kit }) => kit));
