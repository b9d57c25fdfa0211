import type { Address } from "viem";
import { assetRegistryBlockedWord } from "../../abi/items/assetRegistry.ts";
import type { BlockedWord } from "../../curation/words.ts";
import { readMany } from "../internal/readMany.ts";
import type { ActionClient, ReadOptions } from "../internal/types.ts";

/** Words of the largest lot. */
const MAX_WORDS = 256;

/**
 * The words of a lot's blocked map that have a bit set. All that a lot can have are read at once: the chain keeps no
 * list of those that are set.
 */
export async function readBlockedWords(
  client: ActionClient,
  parameters: ReadOptions & { assetRegistry: Address; lotId: bigint },
): Promise<BlockedWord[]> {
  const { assetRegistry: address, lotId } = parameters;
  const words = Array.from({ length: MAX_WORDS }, (_, word) => word);
  const masks = await readMany(
    client,
    words.map((word) => ({
      address,
      abi: [assetRegistryBlockedWord],
      functionName: "blockedWord" as const,
      args: [lotId, word] as const,
    })),
    parameters,
  );
  return words.map((word) => ({ word, mask: masks[word] ?? 0n })).filter(({ mask }) => mask !== 0n);
}
