import { type Address, type Hex, isAddressEqual } from "viem";
import { ManifestForeignError } from "../errors/storage.ts";
import { type LotManifest, parseManifest } from "./manifest.ts";
import { type PublishedLot, readRows } from "./readLot.ts";
import { type ContentStore, getBlock } from "./store.ts";

/** A lot as the registry took it: what `LotCommitted` and later logs tell; see `readCommitRecord`. */
export type CommitRecord = {
  lotId: bigint;
  root: Hex;
  count: number;
  manifest: Hex;
  /** The recipe that the lot was committed under. */
  recipeId: Hex;
  /** Manifests that were named in place of the first one (`ManifestSuperseded`), oldest first; none by default. */
  superseding?: readonly Hex[];
};

/** Which commit is read, and where it was made. */
export type ReadCommittedLotParameters = { committed: CommitRecord; chainId: number; assetRegistry: Address };

/**
 * Reads a committed lot back. The registry cannot check which manifest a producer names, so the manifest may be another
 * lot's, or say that it is: it is refused unless lot, root, count, recipe, chain and registry are those of the commit, and
 * so the rows are those whose root was committed. Of manifests that superseded the first one the newest is read; where that
 * is not to be had or not this lot's, the one before it.
 *
 * @param store - Where the blocks are; need not be trusted.
 *
 * @example
 * ```ts
 * const committed = await readCommitRecord(client, { lotId, assetRegistry, fromBlock });
 * const { rows } = await readCommittedLot(store, { committed, chainId, assetRegistry });
 * ```
 */
export async function readCommittedLot(
  store: ContentStore,
  parameters: ReadCommittedLotParameters,
): Promise<PublishedLot> {
  const { manifest, superseding = [] } = parameters.committed;
  const newestFirst = [manifest, ...superseding].reverse();
  const failures: unknown[] = [];
  for (const named of new Set(newestFirst)) {
    try {
      return await readNamed(store, named, parameters);
    } catch (error) {
      failures.push(error);
    }
  }
  // The first manifest is what the producer answers for: why that one cannot be read is told.
  throw failures.at(-1);
}

async function readNamed(
  store: ContentStore,
  digest: Hex,
  { committed, chainId, assetRegistry }: ReadCommittedLotParameters,
): Promise<PublishedLot> {
  const manifest = parseManifest(await getBlock(store, digest));
  const foreign = differenceOf(manifest, { committed, chainId, assetRegistry });
  if (foreign !== undefined) throw new ManifestForeignError(committed.lotId, foreign);
  return readRows(store, manifest);
}

function differenceOf(
  { lotId, root, count, recipeId, chainId, registry }: LotManifest,
  { committed, ...on }: ReadCommittedLotParameters,
): string | undefined {
  if (lotId !== committed.lotId) return `it is that of lot ${lotId}`;
  if (root !== committed.root) return `its root is ${root}, ${committed.root} was committed`;
  if (count !== committed.count) return `it has ${count} assets, ${committed.count} were committed`;
  if (recipeId.toLowerCase() !== committed.recipeId.toLowerCase()) {
    return `its recipe is ${recipeId}, it was committed under ${committed.recipeId}`;
  }
  if (chainId !== on.chainId) return `it is about chain ${chainId}`;
  return isAddressEqual(registry, on.assetRegistry) ? undefined : `it is about the registry ${registry}`;
}
