import { type Address, type Hex, zeroHash } from "viem";
import { assetRegistryLotOf, assetRegistryRecipeIdOf, assetRegistryTimelockOf } from "../../abi/items/assetRegistry.ts";
import { type BlockedWord, fromBlockedWords } from "../../curation/words.ts";
import { LotUnknownError } from "../../errors/action.ts";
import { nameOf } from "../../types/codec.ts";
import { LOT_STATUSES, type LotStatus, VERDICT_CLASSES, type VerdictClass } from "../../types/enums.ts";
import { producerOf } from "../../types/ids.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import { readBlockedWords } from "./blockedWords.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getLot {
  type Args = { lotId: bigint };
  type Parameters = On<"assetRegistry"> & Args & ReadOptions;
  type ReturnType = {
    lotId: bigint;
    producer: Address;
    root: Hex;
    recipe: number;
    recipeId: Hex;
    /** Ordinal of the gate; 0 = independent. */
    gate: number;
    /** The studio whose gate judges the lot; the zero address for an independent one. */
    timelock: Address;
    /** Unix seconds. */
    committedAt: bigint;
    /** Unix seconds from which an accepted lot is releasable. */
    releasableAt: bigint;
    count: number;
    status: LotStatus;
    class: VerdictClass;
    /** Indices of blocked assets. */
    blocked: number[];
    /** The same as the chain keeps them: the words that a replacing verdict has to name. */
    blockedWords: BlockedWord[];
    superseded: boolean;
    frozen: boolean;
  };
  type ErrorType = ReadErrorType | LotUnknownError;
}

/**
 * Reads a lot, its verdict, and which of its assets are blocked.
 *
 * @example
 * ```ts
 * const { status, releasableAt, blocked } = await client.getLot({ lotId });
 * ```
 */
export async function getLot(client: ActionClient, parameters: getLot.Parameters): Promise<getLot.ReturnType> {
  const { lotId } = parameters;
  const address = addressIn("assetRegistry", parameters);
  const [{ blocked, status, class: verdictClass, ...lot }] = await readMany(
    client,
    [{ address, abi: [assetRegistryLotOf], functionName: "lotOf", args: [lotId] }],
    parameters,
  );
  if (lot.root === zeroHash) throw new LotUnknownError(lotId);
  const [recipeId, timelock] = await readMany(
    client,
    [
      { address, abi: [assetRegistryRecipeIdOf], functionName: "recipeIdOf", args: [lot.recipe] },
      { address, abi: [assetRegistryTimelockOf], functionName: "timelockOf", args: [lot.gate] },
    ],
    parameters,
  );
  const blockedWords = blocked ? await readBlockedWords(client, parameters) : [];
  return {
    lotId,
    producer: producerOf(lotId),
    ...lot,
    committedAt: BigInt(lot.committedAt),
    releasableAt: BigInt(lot.releasableAt),
    recipeId,
    timelock,
    status: nameOf(LOT_STATUSES, status),
    class: nameOf(VERDICT_CLASSES, verdictClass),
    blocked: fromBlockedWords(blockedWords),
    blockedWords,
  };
}
