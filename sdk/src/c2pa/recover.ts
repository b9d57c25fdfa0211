import type { Hex } from "viem";
import { ImprimaturError } from "../errors/base.ts";
import { assetOfEntry, type IndexEntry } from "../compliance/hashIndex.ts";
import { perceptualDistance, SAME_PICTURE } from "../compliance/perceptualHash.ts";
import { type AssetRecord, readRecord, type RecordSource } from "./record.ts";

/** What an index knows of a picture; the form in which indexes of `/compliance` answer. */
export type LookAlike = Pick<IndexEntry, "source" | "item" | "perceptualHash">;

/** Finds registered pictures that look alike. The index need not be trusted: distances are measured again. */
export type PerceptualIndex = {
  /** Pictures whose perceptual hash differs from `hash` in at most `maxDistance` bits. */
  nearest(hash: Hex, maxDistance: number): Iterable<LookAlike> | Promise<Iterable<LookAlike>>;
};

/** What {@link recover} needs beside the file. */
export type RecoverParameters = {
  index: PerceptualIndex;
  /** The perceptual hashes of a file: its own, and those it would have mirrored or cut, as `hashViews` makes them. */
  hashesOf: (file: Uint8Array) => readonly Hex[] | Promise<readonly Hex[]>;
  /** Most bits in which a record's hash may differ; by default what counts as the same picture. */
  maxDistance?: number;
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
 * const hashesOf = async (file: Uint8Array) => hashViews(await decodeImage(file));
 * const [found] = await recover(bytes, { index, hashesOf, record });
 * ```
 */
export async function recover(file: Uint8Array, parameters: RecoverParameters): Promise<Recovered[]> {
  const { index, hashesOf, maxDistance = SAME_PICTURE, record: source } = parameters;
  const nearest = new Map<bigint, Match>();
  for (const hash of await hashesOf(file)) {
    for (const found of await index.nearest(hash, maxDistance)) {
      const match = measure(hash, found);
      if (match === undefined || match.distance > maxDistance) continue;
      if (match.distance < (nearest.get(match.assetId)?.distance ?? Number.POSITIVE_INFINITY)) {
        nearest.set(match.assetId, match);
      }
    }
  }
  const sorted = [...nearest.values()].sort((a, b) => a.distance - b.distance || (a.assetId < b.assetId ? -1 : 1));
  return Promise.all(
    sorted.map(async ({ assetId, distance, claimed }) => {
      if (source === undefined) return { assetId, distance, proved: undefined, record: undefined };
      const record = await readRecord(source, assetId);
      return { assetId, distance, proved: record.proved && record.leaf?.perceptualHash === claimed, record };
    }),
  );
}

type Match = { assetId: bigint; distance: number; claimed: Hex };

/** What an index says is measured again; entries that are no assets or no hashes are left out. */
function measure(hash: Hex, found: LookAlike): Match | undefined {
  try {
    const [assetId, claimed] = [assetOfEntry(found), found.perceptualHash];
    const distance = claimed === undefined ? undefined : perceptualDistance(hash, claimed);
    return assetId === undefined || claimed === undefined || distance === undefined
      ? undefined
      : { assetId, distance, claimed };
  } catch (error) {
    if (error instanceof ImprimaturError) return undefined;
    throw error;
  }
}
