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
  parameters: BlockRange & { assetRegistry: Address; lotId: bigint },
): Promise<LotRecord | undefined> {
  const { assetRegistry, lotId, ...range } = parameters;
  const words = new Map<number, bigint>();
  let lot: LotRecord | undefined;
  for (const log of await fetchLogs(client, { ...range, address: assetRegistry, events: EVENTS })) {
    if (log.args.lotId !== lotId) continue;
    if (log.eventName === "LotCommitted") lot = await opened(client, log.args, log.blockNumber);
    else if (log.eventName === "BlockedSet") words.set(log.args.word, log.args.mask);
    else if (lot !== undefined) {
      lot.status = nameOf(LOT_STATUSES, log.args.status);
      lot.verdictClass = nameOf(VERDICT_CLASSES, log.args.class);
      lot.releasableAt = BigInt(log.args.releasableAt);
    }
  }
  if (lot !== undefined) lot.blocked = fromBlockedWords([...words].map(([word, mask]) => ({ word, mask })));
  return lot;
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
