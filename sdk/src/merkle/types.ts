import type { Hex } from "viem";

/** keccak-256 of bytes, in whatever implementation is at hand. */
export type Keccak256 = (bytes: Uint8Array) => Uint8Array;

/** The seven fields of a leaf that do not follow from its place; an absent hash is zero. */
export type AssetLeaf = {
  /** SHA-256 of the file's plain bytes. */
  contentHash: Hex;
  /** Hash of the C2PA manifest. */
  c2paHash: Hex;
  /** Positional root over the recipe's fields. */
  recipeCommitment: Hex;
  /** Unix seconds. */
  createdAt: bigint;
  /** Perceptual hash of the picture or sound. */
  perceptualHash: Hex;
  /** Score given by the producer's machine, ppm. */
  machineScore: number;
  /** Hash of the compliance report. */
  reportHash: Hex;
};
