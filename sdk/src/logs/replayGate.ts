import type { Address, Client, Hex } from "viem";
import { getBlock, getChainId } from "viem/actions";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import { GATE_EVENTS, type GateEvent } from "./gateEvents.ts";
import { GateReplay } from "./gateReplay.ts";

/** What {@link replayGate} needs. */
export type ReplayGateParameters = BlockRange & {
  /** The studio's Curation clone. */
  curation: Address;
  /** Unix seconds at which the studio was made. */
  created: bigint;
  /** Assets in a lot. */
  countOf: (lotId: bigint) => number;
};

/** Replays everything that a gate logged, and re-computes every verdict, score and sum on the way. */
export async function replayGate(client: Client, parameters: ReplayGateParameters): Promise<GateReplay> {
  const { curation, created, countOf, ...range } = parameters;
  const blocks = new Map<bigint, Promise<{ timestamp: bigint; mixHash: Hex }>>();
  const blockOf = (blockNumber: bigint) => {
    const known = blocks.get(blockNumber) ?? getBlock(client, { blockNumber });
    blocks.set(blockNumber, known);
    return known;
  };
  const replay = new GateReplay({
    chainId: await getChainId(client),
    curation,
    created,
    countOf,
    randaoOf: async (block) => (await blockOf(block)).mixHash,
  });
  for (const log of await fetchLogs(client, { ...range, address: curation, events: GATE_EVENTS })) {
    const { timestamp } = await blockOf(log.blockNumber);
    // The log's arguments belong to its name: viem decoded both from the same item.
    await replay.apply({ eventName: log.eventName, args: log.args } as GateEvent, timestamp);
  }
  return replay;
}
