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

/** What {@link recover} needs beside the file. */
export type RecoverParameters = {
  index: PerceptualIndex;
  /** The perceptual hash of a file, as leaves hold it. */
  hashOf: (file: Uint8Array) => Hex | Promise<Hex>;
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
  distance: number;
  /** Whether the chain has it, with this perceptual hash; undefined where it was not asked. */
  proved: boolean | undefined;
  record: AssetRecord | undefined;
};

/**
 * Finds the records of a file that lost its manifest, by its looks; nearest first.
 *
 * A likeness is a hint, no proof: whoever sees the record decides. What the index says is measured again, and a record
 * source tells which of the finds the chain has.
 *
 * @example
 * ```ts
 * const [found] = await recover(file, { index, hashOf, distanceOf: perceptualDistance, maxDistance: 44, record });
 * ```
 */
export async function recover(file: Uint8Array, parameters: RecoverParameters): Promise<Recovered[]> {
  const { index, hashOf, distanceOf, maxDistance, record: source } = parameters;
  const hash = await hashOf(file);
  const near = [...(await index.nearest(hash, maxDistance))]
    .map((found) => ({ ...found, distance: distanceOf(hash, found.hash) }))
    .filter(({ distance }) => distance <= maxDistance)
    .sort((a, b) => a.distance - b.distance || (a.assetId < b.assetId ? -1 : 1));
  return Promise.all(
    near.map(async ({ assetId, distance, hash: claimed }) => {
      if (source === undefined) return { assetId, distance, proved: undefined, record: undefined };
      const record = await readRecord(source, assetId);
      return { assetId, distance, proved: record.proved && record.leaf?.perceptualHash === claimed, record };
    }),
  );
}
