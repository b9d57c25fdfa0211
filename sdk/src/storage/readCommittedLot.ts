import { type Address, type Hex, isAddressEqual } from "viem";
import { ManifestForeignError } from "../errors/storage.ts";
import { type LotManifest, parseManifest } from "./manifest.ts";
import { type PublishedLot, readRows } from "./readLot.ts";
import { type ContentStore, getBlock } from "./store.ts";

/** A lot as the registry took it: what `LotCommitted` tells. */
export type CommitRecord = { lotId: bigint; root: Hex; count: number; manifest: Hex };

/** Which commit is read, and where it was made. */
export type ReadCommittedLotParameters = { committed: CommitRecord; chainId: number; assetRegistry: Address };

/**
 * Reads a committed lot back. The registry cannot check which manifest a producer names, so the manifest may be another
 * lot's, or say that it is: it is refused unless lot, root, count, chain and registry are those of the commit, and so
 * the rows are those whose root was committed.
 *
 * @param store - Where the blocks are; need not be trusted.
 *
 * @example
 * ```ts
 * // What the lot's event LotCommitted says.
 * const { rows } = await readCommittedLot(store, { committed, chainId, assetRegistry });
 * ```
 */
export async function readCommittedLot(
  store: ContentStore,
  { committed, chainId, assetRegistry }: ReadCommittedLotParameters,
): Promise<PublishedLot> {
  const manifest = parseManifest(await getBlock(store, committed.manifest));
  const foreign = differenceOf(manifest, { committed, chainId, assetRegistry });
  if (foreign !== undefined) throw new ManifestForeignError(committed.lotId, foreign);
  return readRows(store, manifest);
}

function differenceOf(
  { lotId, root, count, chainId, registry }: LotManifest,
  { committed, ...on }: ReadCommittedLotParameters,
): string | undefined {
  if (lotId !== committed.lotId) return `it is that of lot ${lotId}`;
  if (root !== committed.root) return `its root is ${root}, ${committed.root} was committed`;
  if (count !== committed.count) return `it has ${count} assets, ${committed.count} were committed`;
  if (chainId !== on.chainId) return `it is about chain ${chainId}`;
  return isAddressEqual(registry, on.assetRegistry) ? undefined : `it is about the registry ${registry}`;
}
