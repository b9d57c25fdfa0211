import type { Address, Client } from "viem";
import { zeroAddress } from "viem";
import { getBlock } from "viem/actions";
import {
  assetRegistryBlockedSetEvent,
  assetRegistryLotCommittedEvent,
  assetRegistryVerdictSetEvent,
} from "../abi/items/index.ts";
import { fromBlockedWords } from "../curation/words.ts";
import type { LotRecord } from "../data/studioData.ts";
import { nameOf } from "../types/codec.ts";
import { LOT_STATUSES, VERDICT_CLASSES } from "../types/enums.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";

const EVENTS = [assetRegistryLotCommittedEvent, assetRegistryVerdictSetEvent, assetRegistryBlockedSetEvent] as const;

/** A lot as the registry's logs tell it; undefined where no such lot was committed. */
export async function replayLot(
  client: Client,
  { lotId, ...rest }: BlockRange & { assetRegistry: Address; lotId: bigint },
): Promise<LotRecord | undefined> {
  return (await replayLots(client, rest)).get(lotId);
}

/** Every lot that the registry's logs tell of, by its id, oldest first. */
export async function replayLots(
  client: Client,
  { assetRegistry, ...range }: BlockRange & { assetRegistry: Address },
): Promise<Map<bigint, LotRecord>> {
  const known = new Map<bigint, LotRecord>();
  const words = new Map<bigint, Map<number, bigint>>();
  for (const log of await fetchLogs(client, { ...range, address: assetRegistry, events: EVENTS })) {
    const { lotId } = log.args;
    const lot = known.get(lotId);
    if (log.eventName === "LotCommitted") known.set(lotId, await opened(client, log.args, log.blockNumber));
    else if (log.eventName === "BlockedSet") {
      words.set(lotId, (words.get(lotId) ?? new Map<number, bigint>()).set(log.args.word, log.args.mask));
    } else if (lot !== undefined) {
      lot.status = nameOf(LOT_STATUSES, log.args.status);
      lot.verdictClass = nameOf(VERDICT_CLASSES, log.args.class);
      lot.releasableAt = BigInt(log.args.releasableAt);
    }
  }
  for (const [lotId, lot] of known) {
    lot.blocked = fromBlockedWords([...(words.get(lotId) ?? [])].map(([word, mask]) => ({ word, mask })));
  }
  return known;
}

type LotCommitted = Pick<LotRecord, "lotId" | "recipe" | "producer" | "root" | "count" | "manifest"> & {
  gate: Address;
};

/** A studio's lot waits for its verdict; an independent one is published by its commit. */
async function opened(client: Client, { gate, ...committed }: LotCommitted, blockNumber: bigint): Promise<LotRecord> {
  const lot = { ...committed, blocked: [] };
  if (gate !== zeroAddress) return { ...lot, gate, status: "pending", verdictClass: "none", releasableAt: 0n };
  const { timestamp: releasableAt } = await getBlock(client, { blockNumber });
  return { ...lot, gate: undefined, status: "accepted", verdictClass: "selfPublished", releasableAt };
}
