import type { Hex } from "viem";
import { type AssetRecord, readRecord, type RecordSource } from "./record.ts";

/** Finds registered pictures that look alike. The index need not be trusted: distances are measured again. */
export type PerceptualIndex = {
  /** Assets whose perceptual hash differs from `hash` in at most `maxDistance` bits. */
  nearest(
    hash: Hex,
    maxDistance: number,
  ): Iterable<{ assetId: bigint; hash: Hex }> | Promise<Iterable<{ assetId: bigint; hash: Hex }>>;
};

type Looks = Hex | readonly Hex[];

/** What {@link recover} needs beside the file. */
export type RecoverParameters = {
  index: PerceptualIndex;
  /**
   * The perceptual hash of a file, as leaves hold it. Of several the first is its own, the others are its views: hashes that
   * it has if it is a cut or mirrored copy.
   */
  hashOf: (file: Uint8Array) => Looks | Promise<Looks>;
  /** In how many bits two hashes differ. */
  distanceOf: (one: Hex, other: Hex) => number;
  /** Most bits in which a record's hash may differ. */
  maxDistance: number;
  /** Where records are looked up; without it nothing says that a record is real. */
  record?: RecordSource;
};

/** A record that a file without manifest may belong to. */
export type Recovered = {
  assetId: bigint;
  /** Bits in which its hash differs from the file's, or from the likest view of it. */
  distance: number;
  /** Whether the chain has it, with this perceptual hash; undefined where it was not asked. */
  proved: boolean | undefined;
  record: AssetRecord | undefined;
};

/**
 * Finds the records of a file that lost its manifest, by its looks; nearest first, 64 at most.
 *
 * A likeness is a hint, no proof: whoever sees the record decides. What the index says is measured again, and a record
 * source tells which of the finds the chain has.
 *
 * @example
 * ```ts
 * const [found] = await recover(file, { index, hashOf: hashImageViews, distanceOf, maxDistance: SAME_PICTURE, record });
 * ```
 */
export async function recover(file: Uint8Array, parameters: RecoverParameters): Promise<Recovered[]> {
  const { record: source } = parameters;
  const near = await nearestOf(file, parameters);
  return Promise.all(
    near.map(async ({ assetId, distance, hash: claimed }) => {
      if (source === undefined) return { assetId, distance, proved: undefined, record: undefined };
      const record = await readRecord(source, assetId);
      return { assetId, distance, proved: record.proved && record.leaf?.perceptualHash === claimed, record };
    }),
  );
}

const LIMIT = 64;

/** What any view of the file is near to, each once and with the least distance. */
async function nearestOf(file: Uint8Array, { index, hashOf, distanceOf, maxDistance }: RecoverParameters) {
  const near = new Map<string, { assetId: bigint; hash: Hex; distance: number }>();
  for (const view of [await hashOf(file)].flat()) {
    for (const { assetId, hash } of await index.nearest(view, maxDistance)) {
      const [key, distance] = [`${assetId} ${hash}`, distanceOf(view, hash)];
      if (distance <= Math.min(maxDistance, near.get(key)?.distance ?? maxDistance)) {
        near.set(key, { assetId, hash, distance });
      }
    }
  }
  return [...near.values()].sort((a, b) => a.distance - b.distance || (a.assetId < b.assetId ? -1 : 1)).slice(0, LIMIT);
}
