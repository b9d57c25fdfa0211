import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { assetRegistryBlockedWord, assetRegistryLotOf } from "../abi/items/index.ts";
import { LANES, toBlockedWords } from "../curation/words.ts";
import type { LotRecord } from "../data/studioData.ts";
import { ordinalOf } from "../types/codec.ts";
import { LOT_STATUSES, VERDICT_CLASSES } from "../types/enums.ts";
import { type Difference, differ } from "./difference.ts";

/** Compares a lot as replayed with the registry's storage, every word of the blocked map included. */
export async function auditStoredLot(
  client: Client,
  { assetRegistry, lot }: { assetRegistry: Address; lot: LotRecord },
): Promise<Difference[]> {
  const subject = `stored lot ${lot.lotId}`;
  const registry = { address: assetRegistry, args: [lot.lotId] } as const;
  const stored = await readContract(client, { ...registry, abi: [assetRegistryLotOf], functionName: "lotOf" });
  const { root, count, recipe } = lot;
  const differences = differ(
    subject,
    { ...stored, releasableAt: BigInt(stored.releasableAt) },
    {
      root,
      count,
      recipe,
      releasableAt: lot.releasableAt,
      status: ordinalOf(LOT_STATUSES, lot.status),
      class: ordinalOf(VERDICT_CLASSES, lot.verdictClass),
    },
  );
  const expected = new Map(toBlockedWords(lot.blocked).map(({ word, mask }) => [word, mask]));
  for (let word = 0; word * LANES < count; word += 1) {
    const mask = await readContract(client, {
      address: assetRegistry,
      abi: [assetRegistryBlockedWord],
      functionName: "blockedWord",
      args: [lot.lotId, word],
    });
    differences.push(...differ(`${subject}, word ${word}`, { mask }, { mask: expected.get(word) ?? 0n }));
  }
  return differences;
}
