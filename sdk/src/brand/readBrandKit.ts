import { getChainId } from "viem/actions";
import { explained } from "../actions/internal/failure.ts";
import { addressIn } from "../actions/internal/target.ts";
import type { ActionClient, On } from "../actions/internal/types.ts";
import { getLot } from "../actions/registry/getLot.ts";
import { getRecipe } from "../actions/registry/getRecipe.ts";
import { BrandKitInvalidError } from "../errors/brand.ts";
import type { BlockRange } from "../logs/fetchLogs.ts";
import type { ManifestRow } from "../storage/manifest.ts";
import { readCommitRecord } from "../storage/readCommitRecord.ts";
import { type CommitRecord, readCommittedLot } from "../storage/readCommittedLot.ts";
import { type ContentStore, getBlock } from "../storage/store.ts";
import type { BrandKit } from "./kit.ts";
import { BRAND_FILE, type BrandManifest, parseBrandManifest } from "./manifest.ts";

/** What {@link readBrandKit} needs. */
export type ReadBrandKitParameters = On<"assetRegistry" | "royaltySplitter"> &
  Omit<BlockRange, "toBlock"> & {
    lotId: bigint;
    /** Where the files are; need not be trusted. */
    store: ContentStore;
  };

/** A kit as it was committed, and how the lot stands now: whether it was accepted is for the reader to judge. */
export type CommittedBrandKit = BrandKit & { lot: getLot.ReturnType };

/**
 * Reads a committed brand kit and checks all of it against the chain: that the lot's recipe is a style, that its files are
 * those whose root was committed, and that the kit's manifest names exactly its pictures.
 *
 * Throws {@link BrandKitInvalidError} for other lots, and what `readCommittedLot` throws.
 *
 * @example
 * ```ts
 * const kit = await readBrandKit(client, { ...addresses, lotId, store, fromBlock });
 * if (kit.lot.status !== "accepted") console.warn("nobody has accepted this kit yet");
 * ```
 */
export async function readBrandKit(
  client: ActionClient,
  parameters: ReadBrandKitParameters,
): Promise<CommittedBrandKit> {
  const { lotId, store } = parameters;
  const assetRegistry = addressIn("assetRegistry", parameters);
  const lot = await getLot(client, parameters);
  const { kind } = await getRecipe(client, { ...parameters, recipe: lot.recipe });
  if (kind !== "style") throw new BrandKitInvalidError(`lot ${lotId} is of the kind ${kind}, a kit is a style`);
  const [chainId, committed] = await explained(() => Promise.all([getChainId(client), recordOf(client, parameters)]));
  const { rows } = await readCommittedLot(store, { committed, chainId, assetRegistry });
  return { ...(await kitOf(store, lotId, rows)), lot };
}

async function recordOf(client: ActionClient, parameters: ReadBrandKitParameters): Promise<CommitRecord> {
  const { lotId, fromBlock, portion } = parameters;
  const range = { fromBlock, ...(portion === undefined ? {} : { portion }) };
  const assetRegistry = addressIn("assetRegistry", parameters);
  return readCommitRecord(client, { lotId, assetRegistry, ...range }).catch((error: unknown) => {
    if ((error as Error).name !== "LotUnknownError") throw error;
    throw new BrandKitInvalidError(`no log tells the commit of lot ${lotId} since block ${fromBlock}`);
  });
}

async function kitOf(store: ContentStore, lotId: bigint, rows: readonly ManifestRow[]): Promise<BrandKit> {
  const [head, ...pictures] = rows;
  if (head?.name !== BRAND_FILE) throw new BrandKitInvalidError(`the first file of lot ${lotId} is not ${BRAND_FILE}`);
  const digest = head.leaf.contentHash;
  const manifest = parseBrandManifest(await getBlock(store, digest));
  assertSame(manifest, pictures);
  assertSizes(pictures.map(({ bytes }) => bytes));
  const references: BrandKit["references"][number][] = [];
  for (const reference of manifest.references) {
    references.push({ ...reference, bytes: await getBlock(store, reference.digest) });
    // A manifest may say less of a file than it is.
    assertSizes(references.map(({ bytes }) => bytes.length));
  }
  return { lotId, digest, manifest, references };
}

/** Most bytes of a reference and of all of them: a kit is held in memory as a whole. */
const MAX_REFERENCE = 64 << 20;
const MAX_REFERENCES = 512 << 20;

/** Throws {@link BrandKitInvalidError} for references that are too large, one or all of them. */
export function assertSizes(sizes: readonly number[]): void {
  const large = sizes.findIndex((bytes) => bytes > MAX_REFERENCE);
  if (large >= 0) {
    throw new BrandKitInvalidError(`reference ${large} has ${sizes[large]} bytes, at most ${MAX_REFERENCE} are read`);
  }
  const sum = sizes.reduce((total, bytes) => total + bytes, 0);
  if (sum <= MAX_REFERENCES) return;
  throw new BrandKitInvalidError(`its references have ${sum} bytes, at most ${MAX_REFERENCES} are read`);
}

/** The pictures that the kit names are the lot's, in its order: else a kit could speak for files nobody judged. */
function assertSame({ references }: BrandManifest, pictures: readonly ManifestRow[]): void {
  if (references.length !== pictures.length) {
    throw new BrandKitInvalidError(`it names ${references.length} references, the lot has ${pictures.length}`);
  }
  for (const [at, { name, mediaType, digest }] of references.entries()) {
    const row = pictures[at] as ManifestRow;
    if (row.leaf.contentHash === digest && row.name === name && row.mediaType === mediaType) continue;
    throw new BrandKitInvalidError(
      `reference ${at} is ${JSON.stringify(name)}, asset ${row.index} of the lot is another`,
    );
  }
}
