import type { Hex } from "viem";
import { assetOfEntry, type HashIndex } from "./hashIndex.ts";
import { PERCEPTUAL_BITS, perceptualDistance } from "./perceptualHash.ts";

/** What `recover` of `/c2pa` asks. */
export type AssetSearch = {
  /** Registered assets that look alike, the nearest first; files from elsewhere are left out. */
  nearest(hash: Hex, maxDistance: number): { assetId: bigint; hash: Hex }[];
  /** Bits in which two hashes differ; all of them where they cannot be compared. */
  distanceOf(one: Hex, other: Hex): number;
};

const LIMIT = 64;

/**
 * The registered assets of an index, as `recover` of `/c2pa` looks for them.
 *
 * @example
 * ```ts
 * const search = assetSearch(index);
 * const { distanceOf } = search;
 * await recover(file, { index: search, hashOf: hashImageViews, distanceOf, maxDistance: SAME_PICTURE, record });
 * ```
 */
export function assetSearch(index: Pick<HashIndex, "nearest">): AssetSearch {
  return {
    nearest: (hash, maxDistance) =>
      index.nearest(hash, maxDistance, LIMIT).flatMap((entry) => {
        const assetId = assetOfEntry(entry);
        return assetId === undefined || entry.perceptualHash === undefined
          ? []
          : [{ assetId, hash: entry.perceptualHash }];
      }),
    distanceOf: (one, other) => perceptualDistance(one, other) ?? PERCEPTUAL_BITS,
  };
}
