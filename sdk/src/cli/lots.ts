import { join } from "node:path";
import { stat } from "node:fs/promises";
import { z } from "zod";
import type { Hex } from "viem";
import { assetRegistryLotCommittedEvent, assetRegistryRecipeRegisteredEvent } from "../abi/index.ts";
import { getRecipe } from "../actions/registry/getRecipe.ts";
import { fetchEventLogs, fetchLogs } from "../logs/fetchLogs.ts";
import { readCommitRecord } from "../storage/readCommitRecord.ts";
import { type CommitRecord, readCommittedLot } from "../storage/readCommittedLot.ts";
import type { PublishedLot } from "../storage/readLot.ts";
import type { ContentStore } from "../storage/store.ts";
import { CheckFailedError } from "./errors.ts";
import { readJson } from "./files.ts";
import type { Session } from "./session.ts";
import { address, count, hash, integer } from "./values.ts";

/** What `lot build` keeps of a lot: enough to commit it, and whose it is. */
export const lotFile = z.strictObject({
  type: z.literal("imprimatur/built-lot"),
  version: z.literal(1),
  chainId: count,
  assetRegistry: address,
  producer: address,
  recipe: count,
  recipeId: hash,
  lotId: integer,
  nonce: integer,
  root: hash,
  count,
  manifest: hash,
});

export type LotFile = z.output<typeof lotFile>;

/** Name of the file in the folder that `lot build` writes. */
export const LOT_FILE = "lot.json";

/** Folder with the blocks of the manifest beside it. */
export const BLOCKS = "blocks";

/** Reads a built lot: the folder, or the file in it. */
export async function readLotFile(path: string): Promise<{ lot: LotFile; directory: string }> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const directory = isFolder ? path : join(path, "..");
  return { lot: await readJson(isFolder ? join(path, LOT_FILE) : path, lotFile), directory };
}

/** A recipe as the registry has it, with the commitment that leaves name. */
export async function readRecipe(session: Session, named: { recipe: number } | { recipeId: Hex }) {
  const { client, addresses, fromBlock } = await session.connect();
  const found = await getRecipe(client, { ...addresses, ...named });
  const [log] = await fetchEventLogs(client, {
    ...{ address: addresses.assetRegistry, event: assetRegistryRecipeRegisteredEvent, fromBlock },
    args: { recipe: found.recipe },
  });
  if (log === undefined) throw new CheckFailedError(`No log tells the commitment of recipe ${found.recipe}.`);
  return { ...found, commitment: log.args.commitment };
}

/** A committed lot as its event tells it. */
export type CommittedLot = Omit<CommitRecord, "recipeId" | "superseding"> & { recipe: number; producer: string };

/** What a lot holds, out of the content store and checked against its commit. */
export async function readFiles(
  session: Session,
  store: ContentStore,
  { lotId }: Pick<CommitRecord, "lotId">,
): Promise<PublishedLot> {
  const { client, chainId, addresses, fromBlock } = await session.connect();
  const committed = await readCommitRecord(client, { lotId, ...addresses, fromBlock });
  return readCommittedLot(store, { committed, chainId, ...addresses });
}

/** All lots that were ever committed, or those of a recipe, oldest first. */
export async function listLots(session: Session, recipe?: number): Promise<CommittedLot[]> {
  const { client, addresses, fromBlock } = await session.connect();
  const events = [assetRegistryLotCommittedEvent] as const;
  const logs = await fetchLogs(client, { address: addresses.assetRegistry, events, fromBlock });
  return logs.map(({ args }) => args).filter((lot) => recipe === undefined || lot.recipe === recipe);
}
