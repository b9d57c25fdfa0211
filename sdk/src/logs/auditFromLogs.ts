import type { Address, Client } from "viem";
import { assetRegistryLotCommittedEvent } from "../abi/index.ts";
import type { LotRecord } from "../data/studioData.ts";
import { auditLot, type LotAudit } from "./auditLot.ts";
import { auditMoney } from "./auditMoney.ts";
import { auditStoredLot } from "./auditStoredLot.ts";
import type { Difference } from "./difference.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import { replayLot } from "./replayLot.ts";
import { replayRoyalties } from "./replayRoyalties.ts";
import type { RoyaltyReplay } from "./royaltyReplay.ts";

/** What {@link auditFromLogs} needs. */
export type AuditFromLogsParameters = BlockRange & {
  addresses: { assetRegistry: Address; royaltySplitter: Address; licenseMarket: Address };
  /** The lots to re-compute; all by default. */
  lotIds?: readonly bigint[];
};

/** What {@link auditFromLogs} found. */
export type AuditReport = {
  lots: LotAudit[];
  royalties: RoyaltyReplay;
  /** Everything that does not agree; empty when the books are in order. */
  differences: Difference[];
};

/**
 * Re-computes every verdict and every royalty balance from event logs, and compares them with what the contracts have
 * stored. It trusts nothing but the RPC's logs, block headers and storage: no indexer, no file.
 *
 * @example
 * ```ts
 * const { differences } = await auditFromLogs(client, { addresses, fromBlock: 0n });
 * if (differences.length > 0) console.table(differences);
 * ```
 */
export async function auditFromLogs(client: Client, parameters: AuditFromLogsParameters): Promise<AuditReport> {
  const { addresses, lotIds = await allLots(client, parameters), ...rest } = parameters;
  const range: BlockRange = rest;
  const { assetRegistry } = addresses;
  const lots: LotAudit[] = [];
  const differences: Difference[] = [];
  for (const lotId of lotIds) {
    const lot = await replayLot(client, { ...range, assetRegistry, lotId });
    if (lot === undefined) {
      differences.push({ subject: `lot ${lotId}`, field: "LotCommitted", found: "no log", expected: "one log" });
      continue;
    }
    const audit = await auditLot(client, { ...range, lot });
    const stored: Difference[] = await auditStoredLot(client, { assetRegistry, lot });
    lots.push(audit);
    differences.push(...audit.differences, ...stored);
  }
  const royalties = await replayRoyalties(client, { ...range, addresses });
  differences.push(...(await auditMoney(client, { royalties, royaltySplitter: addresses.royaltySplitter })));
  return { lots, royalties, differences };
}

async function allLots(client: Client, parameters: AuditFromLogsParameters): Promise<LotRecord["lotId"][]> {
  const { addresses, lotIds: _, ...range } = parameters;
  const events = [assetRegistryLotCommittedEvent] as const;
  const logs = await fetchLogs(client, { ...range, address: addresses.assetRegistry, events });
  return logs.map((log) => log.args.lotId);
}
