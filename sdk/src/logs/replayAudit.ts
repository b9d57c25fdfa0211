import type { Address, Client, Hex } from "viem";
import { getBlock, getChainId } from "viem/actions";
import {
  curationAuditClosedEvent,
  curationAuditOpenedEvent,
  curationCuratorReadmittedEvent,
  curationCuratorRegisteredEvent,
  curationCuratorStruckOffEvent,
  curationSaltRevealedEvent,
  curationSeedBlockSetEvent,
  curationSeedDrawnEvent,
  curationStandingSetEvent,
  curationTermsSetEvent,
} from "../abi/index.ts";
import type { CloseVerdictParameters } from "../curation/close.ts";
import { parseBallots } from "../curation/pack.ts";
import { deriveSeed } from "../curation/sample.ts";
import type { LotRecord } from "../data/studioData.ts";
import { nameOf } from "../types/codec.ts";
import { LOT_STATUSES, type LotStatus } from "../types/enums.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import { RollReplay } from "./rollReplay.ts";

const EVENTS = [
  curationCuratorRegisteredEvent,
  curationStandingSetEvent,
  curationCuratorStruckOffEvent,
  curationCuratorReadmittedEvent,
  curationTermsSetEvent,
  curationSaltRevealedEvent,
  curationAuditOpenedEvent,
  curationSeedBlockSetEvent,
  curationSeedDrawnEvent,
  curationAuditClosedEvent,
] as const;

/** One close: what was announced, and what it has to be re-computed from. */
export type ReplayedClose = {
  announced: {
    status: LotStatus;
    expectedWeight: number;
    weight: number;
    humanBallots: number;
    widening: number;
    covered: bigint;
    bad: bigint;
  };
  parameters: CloseVerdictParameters;
};

/** The events of one audit. */
export type AuditHistory = {
  /** 0, or 1 after a suspension. */
  round: number;
  seed: Hex;
  /** The seed that the header of the seed block demands. */
  expectedSeed: Hex;
  /** Oldest first; each one after the first replaced its predecessor. */
  closes: ReplayedClose[];
};

/** What is known of an audit so far. */
type Draft = {
  opened: { round: number; seedBlock: number; plan: number; terms: number; epoch: number; excluded: number };
  seed?: Hex;
  closes: ReplayedClose[];
};

/** Reads the audits of a lot from its gate's logs and judges nothing yet; those whose seed is not drawn are left out. */
export async function replayAudits(
  client: Client,
  parameters: BlockRange & { lot: LotRecord; gate: Address },
): Promise<AuditHistory[]> {
  const { lot, gate, ...range } = parameters;
  const chainId = await getChainId(client);
  const subject = { chainId, curation: gate, lotId: lot.lotId, count: lot.count };
  const roll = new RollReplay();
  const salts = new Map<bigint, Hex>();
  const drafts: Draft[] = [];
  for (const log of await fetchLogs(client, { ...range, address: gate, events: EVENTS })) {
    const draft = drafts.at(-1);
    if (log.eventName === "CuratorRegistered") roll.register(log.args);
    else if (log.eventName === "StandingSet") roll.setStanding(log.args);
    else if (log.eventName === "CuratorStruckOff") roll.strike(log.args.index, true);
    else if (log.eventName === "CuratorReadmitted") roll.strike(log.args.index, false);
    else if (log.eventName === "TermsSet") roll.setTerms(log.args.version, log.args.terms);
    else if (log.eventName === "SaltRevealed") salts.set(log.args.span, log.args.link);
    else if (log.args.lotId !== lot.lotId) continue;
    else if (log.eventName === "AuditOpened") drafts.push({ opened: log.args, closes: [] });
    else if (draft === undefined) continue;
    else if (log.eventName === "SeedBlockSet") draft.opened = { ...draft.opened, seedBlock: log.args.seedBlock };
    else if (log.eventName === "SeedDrawn") draft.seed = log.args.seed;
    else if (draft.seed !== undefined) {
      const { plan, terms, epoch, excluded } = draft.opened;
      const { ballots, charterVersion, status, ...announced } = log.args;
      draft.closes.push({
        announced: { ...announced, status: nameOf(LOT_STATUSES, status) },
        parameters: {
          ...subject,
          // A curator may change its key between draw and close: the chain asks for the key of the day.
          curators: roll.curatorsAt(epoch),
          electorate: roll.electorateAt(epoch),
          producerIndex: roll.indexOf(lot.producer),
          excludedIndex: excluded,
          terms: roll.termsOf(terms),
          widening: announced.widening,
          previousWeight: draft.closes.at(-1)?.announced.weight ?? 0,
          ...{ seed: draft.seed, plan, charterVersion, ballots: parseBallots(ballots) },
        },
      });
    }
  }
  const histories = drafts.map(async ({ opened, seed, closes }): Promise<AuditHistory[]> => {
    if (seed === undefined) return [];
    const seedBlock = BigInt(opened.seedBlock);
    const { mixHash: prevRandao } = await getBlock(client, { blockNumber: seedBlock });
    const salt = salts.get(seedBlock / 256n);
    const expectedSeed = deriveSeed({ lotId: lot.lotId, prevRandao, ...(salt === undefined ? {} : { salt }) });
    return [{ round: opened.round, seed, expectedSeed, closes }];
  });
  return (await Promise.all(histories)).flat();
}
