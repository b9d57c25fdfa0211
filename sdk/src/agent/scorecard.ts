import type { Address } from "viem";
import { assetRegistryLotOf } from "../abi/items/assetRegistry.ts";
import { readMany } from "../actions/internal/readMany.ts";
import type { ActionClient, On } from "../actions/internal/types.ts";
import { readBlockedWords } from "../actions/registry/blockedWords.ts";
import { fromBlockedWords } from "../curation/words.ts";
import { nameOf } from "../types/codec.ts";
import { LOT_STATUSES, type LotStatus } from "../types/enums.ts";
import type { MandateLog } from "./mandateLog.ts";

/** What members look at before they vote whether an agent goes on. */
export type Scorecard = {
  /** Units of the token that it paid and bought for. */
  spent: bigint;
  /** The largest first. */
  spentBy: { account: Address; amount: bigint; acts: number }[];
  acts: { paid: number; bought: number; called: number };
  lots: number;
  /** Of the newest lots, whose verdicts were read: all of them unless `mostLots` was given. Assets and verdicts are theirs. */
  judgedLots: number;
  assets: number;
  /** Lots by verdict. */
  verdicts: Readonly<Record<LotStatus, number>>;
  /** Assets that curators blocked, of lots that were accepted. */
  blocked: number;
  /** Accepted lots of those that were judged, ppm; undefined where none was. */
  acceptance: number | undefined;
  /** How often it was paused; lifting a pause is none. */
  pauses: number;
  policies: number;
  reviews: number;
  /** Whether the log's hash chain holds. */
  unbroken: boolean;
};

const PPM = 1_000_000;

/** Lots that are read in one request. */
const BATCH = 256;

/** What {@link scorecardOf} needs. */
export type ScorecardParameters = {
  log: MandateLog;
  addresses: On<"assetRegistry">;
  /** Most lots whose verdicts are read, the newest; all by default. */
  mostLots?: number;
};

/**
 * The record of an agent, out of its mandate's events and the verdicts on its lots.
 *
 * @example
 * ```ts
 * const { acceptance, spent } = await scorecardOf(client, { log, addresses });
 * ```
 */
export async function scorecardOf(
  client: ActionClient,
  { log, addresses, mostLots = Infinity }: ScorecardParameters,
): Promise<Scorecard> {
  const newest = log.lots.slice(Math.max(0, log.lots.length - mostLots)).map(({ lotId }) => lotId);
  const lots = await readLots(client, { ...addresses, lotIds: newest });
  const verdicts = { none: 0, pending: 0, accepted: 0, rejected: 0, suspended: 0 };
  for (const { status } of lots) verdicts[status] += 1;
  const judged = verdicts.accepted + verdicts.rejected;
  const accepted = lots.filter(({ status }) => status === "accepted");
  let blocked = 0;
  for (const { lotId, hasBlocked } of accepted) {
    if (hasBlocked) blocked += fromBlockedWords(await readBlockedWords(client, { ...addresses, lotId })).length;
  }
  const count = (kind: string): number => log.acts.filter((act) => act.kind === kind).length;
  const decided = (kind: string): number => log.decisions.filter((decision) => decision.kind === kind).length;
  return {
    ...spendingOf(log),
    acts: { paid: count("paid"), bought: count("bought"), called: count("called") },
    lots: log.lots.length,
    judgedLots: lots.length,
    assets: lots.reduce((sum, lot) => sum + lot.count, 0),
    verdicts,
    blocked,
    acceptance: judged === 0 ? undefined : Math.round((verdicts.accepted * PPM) / judged),
    pauses: decided("paused"),
    policies: 1 + decided("policyChanged"),
    reviews: decided("reviewed"),
    unbroken: log.unbroken,
  };
}

type JudgedLot = { lotId: bigint; status: LotStatus; count: number; hasBlocked: boolean };

/** Lots with their verdicts, many in one request. */
async function readLots(
  client: ActionClient,
  { assetRegistry: address, lotIds }: On<"assetRegistry"> & { lotIds: readonly bigint[] },
): Promise<JudgedLot[]> {
  const lots: JudgedLot[] = [];
  for (let from = 0; from < lotIds.length; from += BATCH) {
    const batch = lotIds.slice(from, from + BATCH);
    const found = await readMany(
      client,
      batch.map((lotId) => ({
        address,
        abi: [assetRegistryLotOf],
        functionName: "lotOf" as const,
        args: [lotId] as const,
      })),
    );
    found.forEach(({ status, count, blocked: hasBlocked }, place) =>
      lots.push({ lotId: batch[place] as bigint, status: nameOf(LOT_STATUSES, status), count, hasBlocked }),
    );
  }
  return lots;
}

function spendingOf({ acts }: MandateLog): Pick<Scorecard, "spent" | "spentBy"> {
  const by = new Map<Address, { amount: bigint; acts: number }>();
  for (const act of acts) {
    if (act.kind === "called") continue;
    const account = act.kind === "paid" ? act.payee : act.seller;
    const found = by.get(account) ?? { amount: 0n, acts: 0 };
    by.set(account, { amount: found.amount + act.amount, acts: found.acts + 1 });
  }
  const spentBy = [...by].map(([account, sums]) => ({ account, ...sums }));
  spentBy.sort((one, other) => (one.amount < other.amount ? 1 : one.amount > other.amount ? -1 : 0));
  return { spent: spentBy.reduce((sum, { amount }) => sum + amount, 0n), spentBy };
}
