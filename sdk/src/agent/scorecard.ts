import type { Address } from "viem";
import { getLot } from "../actions/registry/getLot.ts";
import type { ActionClient, On } from "../actions/internal/types.ts";
import type { LotStatus } from "../types/enums.ts";
import type { MandateLog } from "./mandateLog.ts";

/** What members look at before they vote whether an agent goes on. */
export type Scorecard = {
  /** Units of the token that it paid and bought for. */
  spent: bigint;
  /** The largest first. */
  spentBy: { account: Address; amount: bigint; acts: number }[];
  acts: { paid: number; bought: number; called: number };
  lots: number;
  assets: number;
  /** Lots by verdict. */
  verdicts: Readonly<Record<LotStatus, number>>;
  /** Assets that curators blocked, of lots that were accepted. */
  blocked: number;
  /** Accepted lots of those that were judged, ppm; undefined where none was. */
  acceptance: number | undefined;
  pauses: number;
  policies: number;
  reviews: number;
  /** Whether the log's hash chain holds. */
  unbroken: boolean;
};

const PPM = 1_000_000;

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
  { log, addresses }: { log: MandateLog; addresses: On<"assetRegistry"> },
): Promise<Scorecard> {
  const lots = await Promise.all(log.lots.map(({ lotId }) => getLot(client, { ...addresses, lotId })));
  const verdicts = { none: 0, pending: 0, accepted: 0, rejected: 0, suspended: 0 };
  for (const { status } of lots) verdicts[status] += 1;
  const judged = verdicts.accepted + verdicts.rejected;
  const accepted = lots.filter(({ status }) => status === "accepted");
  const count = (kind: string): number => log.acts.filter((act) => act.kind === kind).length;
  const decided = (kind: string): number => log.decisions.filter((decision) => decision.kind === kind).length;
  return {
    ...spendingOf(log),
    acts: { paid: count("paid"), bought: count("bought"), called: count("called") },
    lots: lots.length,
    assets: lots.reduce((sum, lot) => sum + lot.count, 0),
    verdicts,
    blocked: accepted.reduce((sum, lot) => sum + lot.blocked.length, 0),
    acceptance: judged === 0 ? undefined : Math.round((verdicts.accepted * PPM) / judged),
    pauses: decided("paused"),
    policies: 1 + decided("policyChanged"),
    reviews: decided("reviewed"),
    unbroken: log.unbroken,
  };
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
