import type { Address, Client, Hex } from "viem";
import { getBlock, getChainId } from "viem/actions";
import {
  curationAuditClosedEvent,
  curationAuditOpenedEvent,
  curationCuratorRegisteredEvent,
  curationSeedDrawnEvent,
} from "../abi/index.ts";
import { deriveSeed } from "../curation/sample.ts";
import { nameOf } from "../types/codec.ts";
import { LOT_STATUSES, type LotStatus } from "../types/enums.ts";
import type { LotRecord } from "../data/studioData.ts";
import type { RelayedClose, ReplayedAudit, ReplayedCurator } from "./auditReplay.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";

const EVENTS = [
  curationCuratorRegisteredEvent,
  curationAuditOpenedEvent,
  curationSeedDrawnEvent,
  curationAuditClosedEvent,
] as const;

/** What a close announced. */
export type AnnouncedClose = RelayedClose & {
  weight: number;
  humanBallots: number;
  covered: bigint;
  bad: bigint;
  status: LotStatus;
};

/** The events of one audit. */
export type AuditHistory = {
  audit: ReplayedAudit;
  /** The seed that the block header at the seed block demands. */
  expectedSeed: Hex;
  /** Oldest first; each one after the first replaced its predecessor. */
  closes: AnnouncedClose[];
};

/** Reads the audit of a lot from its gate's logs and checks nothing yet; undefined before the seed is drawn. */
export async function replayAudit(
  client: Client,
  parameters: BlockRange & { lot: LotRecord; gate: Address },
): Promise<AuditHistory | undefined> {
  const { lot, gate, ...range } = parameters;
  const curators = new Map<number, ReplayedCurator>();
  const closes: AnnouncedClose[] = [];
  let opened: { seedBlock: number; plan: number } | undefined;
  let drawn: { seed: Hex; expectedWeight: number } | undefined;
  for (const log of await fetchLogs(client, { ...range, address: gate, events: EVENTS })) {
    if (log.eventName === "CuratorRegistered") {
      if (drawn === undefined) curators.set(log.args.index, log.args);
    } else if (log.args.lotId !== lot.lotId) continue;
    else if (log.eventName === "AuditOpened") opened = log.args;
    else if (log.eventName === "SeedDrawn") drawn = log.args;
    else closes.push({ ...log.args, status: nameOf(LOT_STATUSES, log.args.status) });
  }
  if (opened === undefined || drawn === undefined) return undefined;
  const { lotId, producer, count } = lot;
  const chainId = await getChainId(client);
  const { mixHash } = await getBlock(client, { blockNumber: BigInt(opened.seedBlock) });
  return {
    audit: { chainId, curation: gate, lotId, producer, count, plan: opened.plan, curators, ...drawn },
    expectedSeed: deriveSeed({ lotId, prevRandao: mixHash }),
    closes,
  };
}
