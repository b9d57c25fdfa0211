import type { Address, Client } from "viem";
import {
  assetRegistryLotCommittedEvent,
  assetRegistryManifestSupersededEvent,
  assetRegistryRecipeIdOf,
} from "../abi/items/assetRegistry.ts";
import { readMany } from "../actions/internal/readMany.ts";
import { LotUnknownError } from "../errors/action.ts";
import { type BlockRange, fetchEventLogs } from "../logs/fetchLogs.ts";
import type { CommitRecord } from "./readCommittedLot.ts";

/** Which commit is looked up; `fromBlock` may be that of the deployment, or of the commit. */
export type ReadCommitRecordParameters = BlockRange & { lotId: bigint; assetRegistry: Address };

/**
 * Looks up what the chain knows of a lot's files: the commit, its recipe, and manifests that were named in place of the
 * first one. Throws {@link LotUnknownError}.
 *
 * @example
 * ```ts
 * const committed = await readCommitRecord(client, { lotId, assetRegistry, fromBlock });
 * ```
 */
export async function readCommitRecord(
  client: Client,
  { lotId, assetRegistry: address, ...range }: ReadCommitRecordParameters,
): Promise<CommitRecord> {
  const about = { address, args: { lotId }, ...range };
  const [commit] = await fetchEventLogs(client, { ...about, event: assetRegistryLotCommittedEvent });
  if (commit === undefined) throw new LotUnknownError(lotId);
  const { root, count, manifest, recipe } = commit.args;
  const [recipeId] = await readMany(client, [
    { address, abi: [assetRegistryRecipeIdOf], functionName: "recipeIdOf", args: [recipe] },
  ]);
  const superseded = await fetchEventLogs(client, { ...about, event: assetRegistryManifestSupersededEvent });
  return { lotId, root, count, manifest, recipeId, superseding: superseded.map(({ args }) => args.manifest) };
}
