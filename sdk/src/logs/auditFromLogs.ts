import { type Address, type Client, isAddressEqual } from "viem";
import { getBlock } from "viem/actions";
import { studioFactoryStudioCreatedEvent } from "../abi/items/index.ts";
import type { CloseVerdict } from "../curation/close.ts";
import { fromBlockedWords } from "../curation/words.ts";
import type { LotRecord } from "../data/studioData.ts";
import { auditGate } from "./auditGate.ts";
import { auditMoney } from "./auditMoney.ts";
import { auditStoredLot } from "./auditStoredLot.ts";
import { type Difference, differ } from "./difference.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import type { GateReplay } from "./gateReplay.ts";
import { replayGate } from "./replayGate.ts";
import { replayLots } from "./replayLot.ts";
import { replayRoyalties } from "./replayRoyalties.ts";
import type { RoyaltyReplay } from "./royaltyReplay.ts";

/** What {@link auditFromLogs} needs. */
export type AuditFromLogsParameters = BlockRange & {
  addresses: { assetRegistry: Address; royaltySplitter: Address; licenseMarket: Address; studioFactory: Address };
  /** The lots to re-compute, with everything of the gates that judge them; all by default. */
  lotIds?: readonly bigint[];
};

/** A lot whose verdict was re-computed. */
export type LotAudit = {
  lot: LotRecord;
  /** Undefined for lots without a panel's verdict: self-published, self-certified, not yet closed or wrongly closed. */
  verdict: CloseVerdict | undefined;
};

/** What {@link auditFromLogs} found. */
export type AuditReport = {
  lots: LotAudit[];
  /** Curators, panels, challenges, scores and money of each gate. */
  gates: Map<Address, GateReplay>;
  royalties: RoyaltyReplay;
  /** Everything that does not agree; empty when the books are in order. */
  differences: Difference[];
};

/**
 * Re-computes every verdict, score, deposit and royalty balance from event logs, and compares them with what the
 * contracts have stored. It trusts nothing but the RPC's logs, block headers and storage: no indexer, no file.
 *
 * @example
 * ```ts
 * const { differences } = await auditFromLogs(client, { addresses, fromBlock: 0n });
 * if (differences.length > 0) console.table(differences);
 * ```
 */
export async function auditFromLogs(client: Client, parameters: AuditFromLogsParameters): Promise<AuditReport> {
  const { addresses, lotIds, ...rest } = parameters;
  const range: BlockRange = rest;
  const { assetRegistry, royaltySplitter } = addresses;
  const committed = await replayLots(client, { ...range, assetRegistry });
  const differences: Difference[] = [];
  const records: LotRecord[] = [];
  for (const lotId of lotIds ?? committed.keys()) {
    const lot = committed.get(lotId);
    if (lot === undefined) {
      differences.push({ subject: `lot ${lotId}`, field: "LotCommitted", found: "no log", expected: "one log" });
      continue;
    }
    records.push(lot);
    differences.push(...(await auditStoredLot(client, { assetRegistry, lot })));
  }
  const gates = new Map<Address, GateReplay>();
  for (const curation of new Set(records.map(({ gate }) => gate))) {
    if (curation === undefined) continue;
    const created = await creationOf(client, { ...range, studioFactory: addresses.studioFactory, curation });
    const countOf = (lotId: bigint): number => committed.get(lotId)?.count ?? 0;
    const replay = await replayGate(client, { ...range, curation, created, countOf });
    gates.set(curation, replay);
    differences.push(...replay.differences);
    differences.push(...(await auditGate({ client, replay, curation, royaltySplitter })));
  }
  const lots = records.map((lot): LotAudit => {
    const replay = lot.gate === undefined ? undefined : gates.get(lot.gate);
    differences.push(...compareVerdict(lot, replay));
    return { lot, verdict: replay?.verdicts.get(lot.lotId) };
  });
  const royalties = await replayRoyalties(client, { ...range, addresses });
  differences.push(...(await auditMoney(client, { royalties, royaltySplitter })));
  return { lots, gates, royalties, differences };
}

/** What the registry was told of a lot is what follows from its gate's events; only panels say what is blocked. */
function compareVerdict(lot: LotRecord, replay: GateReplay | undefined): Difference[] {
  const judged = replay?.lots.get(lot.lotId);
  if (judged === undefined) return [];
  const { status, blockedWords } = judged;
  return differ(`lot ${lot.lotId}`, lot, { status, blocked: fromBlockedWords(blockedWords) });
}

/** When a gate's studio was made, unix seconds: its epochs begin there. */
async function creationOf(
  client: Client,
  { studioFactory, curation, ...range }: BlockRange & { studioFactory: Address; curation: Address },
): Promise<bigint> {
  const events = [studioFactoryStudioCreatedEvent] as const;
  const logs = await fetchLogs(client, { ...range, address: studioFactory, events });
  const born = logs.find(({ args }) => isAddressEqual(args.curation, curation));
  return born === undefined ? 0n : (await getBlock(client, { blockNumber: born.blockNumber })).timestamp;
}
