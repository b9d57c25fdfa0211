import type { Address, Client, Hex } from "viem";
import { getBlock, getChainId } from "viem/actions";
import {
  curationAuditClosedEvent,
  curationAuditOpenedEvent,
  curationCuratorRegisteredEvent,
  curationSeedDrawnEvent,
} from "../abi/index.ts";
import type { CloseVerdictParameters, ElectorCurator } from "../curation/close.ts";
import { parseBallots } from "../curation/pack.ts";
import { deriveSeed } from "../curation/sample.ts";
import type { LotRecord } from "../data/studioData.ts";
import { nameOf } from "../types/codec.ts";
import { LOT_STATUSES, type LotStatus } from "../types/enums.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";

const EVENTS = [
  curationCuratorRegisteredEvent,
  curationAuditOpenedEvent,
  curationSeedDrawnEvent,
  curationAuditClosedEvent,
] as const;

/** One close: what was announced, and what it has to be re-computed from. */
export type ReplayedClose = {
  announced: { status: LotStatus; weight: number; humanBallots: number; covered: bigint; bad: bigint };
  parameters: CloseVerdictParameters;
};

/** The events of one audit. */
export type AuditHistory = {
  seed: Hex;
  /** The seed that the header of the seed block demands. */
  expectedSeed: Hex;
  /** Oldest first; each one after the first replaced its predecessor. */
  closes: ReplayedClose[];
};

/** What is known of an audit so far. */
type Draft = {
  opened?: { seedBlock: number; plan: number };
  drawn?: { seed: Hex; expectedWeight: number; electorate: number };
};

/** Reads the audit of a lot from its gate's logs and judges nothing yet; undefined before the seed is drawn. */
export async function replayAudit(
  client: Client,
  parameters: BlockRange & { lot: LotRecord; gate: Address },
): Promise<AuditHistory | undefined> {
  const { lot, gate, ...range } = parameters;
  const subject = { chainId: await getChainId(client), curation: gate, lotId: lot.lotId, count: lot.count };
  const curators = new Map<number, ElectorCurator & { account: Address }>();
  const closes: ReplayedClose[] = [];
  const audit: Draft = {};
  for (const log of await fetchLogs(client, { ...range, address: gate, events: EVENTS })) {
    if (log.eventName === "CuratorRegistered") curators.set(log.args.index, log.args);
    else if (log.args.lotId !== lot.lotId) continue;
    else if (log.eventName === "AuditOpened") audit.opened = log.args;
    else if (log.eventName === "SeedDrawn") audit.drawn = { ...log.args, electorate: curators.size };
    else if (audit.opened !== undefined && audit.drawn !== undefined) {
      // A curator may change its key between draw and close: the chain asks for the key of the day.
      const electors = { curators: new Map(curators), producerIndex: indexOf(curators, lot.producer) };
      const { ballots, charterVersion, status, ...announced } = log.args;
      closes.push({
        announced: { ...announced, status: nameOf(LOT_STATUSES, status) },
        parameters: {
          ...{ ...subject, ...electors, ...audit.drawn },
          plan: audit.opened.plan,
          charterVersion,
          ballots: parseBallots(ballots),
        },
      });
    }
  }
  if (audit.opened === undefined || audit.drawn === undefined) return undefined;
  const { mixHash } = await getBlock(client, { blockNumber: BigInt(audit.opened.seedBlock) });
  return { seed: audit.drawn.seed, expectedSeed: deriveSeed({ lotId: lot.lotId, prevRandao: mixHash }), closes };
}

/** Index of an account among the curators; 0 = none. */
function indexOf(curators: ReadonlyMap<number, { account: Address }>, account: Address): number {
  for (const [index, curator] of curators) {
    if (curator.account.toLowerCase() === account.toLowerCase()) return index;
  }
  return 0;
}
