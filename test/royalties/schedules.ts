import type { Address } from "viem";
import type { Random } from "../helpers/random.ts";
import type { Lineage } from "./randomLineage.ts";
import type { Step } from "./rehearsal.ts";

/** A sale of a history: every schedule of that history has the same ones, perhaps in parts. */
export interface PlannedSale {
  recipe: number;
  gross: bigint;
  referral: bigint;
  /** Index of the account. */
  referrer: number;
  /** Index of the token's owner who sells; none: the licensor does. */
  seller: number | undefined;
}

const STEP: Step = {
  act: "settle",
  token: 0,
  recipe: 1,
  account: 0,
  other: 0,
  amount: 0n,
  referral: 0n,
  settleNow: false,
};

/** One to a few sales a recipe: mostly small, where rounding shows, some as large as the ledger is made for. */
export function randomSales(random: Random, recipes: number, accounts: number): PlannedSale[] {
  return Array.from({ length: random.integer(1, recipes + 2) }, () => {
    const gross = random.big(1n, random.pick([50n, 50n, 10n ** 8n, 10n ** 8n, 2n ** 100n]));
    const referral = random.chance(200_000) ? random.big(0n, gross / 10n) : 0n;
    const seller = random.chance(200_000) ? random.integer(0, accounts - 1) : undefined;
    return { recipe: random.integer(1, recipes), gross, referral, referrer: random.integer(0, accounts - 1), seller };
  });
}

/** Sales, settlements and payouts in any order; then everything is settled from the leaves up, and much is claimed. */
export function randomSchedule(
  random: Random,
  token: number,
  { nodes }: Lineage,
  sales: readonly PlannedSale[],
  accounts: readonly Address[],
): Step[] {
  const size = nodes.length;
  const payouts = nodes.flatMap(({ payees }, index) =>
    payees
      .filter(({ weight }) => weight !== 0n)
      .map(({ account }): Step => ({ ...STEP, token, recipe: index + 1, account: accounts.indexOf(account) })),
  );
  const some = () => random.shuffle(payouts).slice(0, Math.ceil(size / 2));
  const claims = some().map((step): Step => ({ ...step, act: random.pick(["claim", "claimToWallet", "withdraw"]) }));
  const settles = nodes.map((): Step => ({ ...STEP, token, recipe: random.integer(1, size) }));
  const transfers = nodes.flatMap(({ payees, settlement }, index) =>
    settlement !== token
      ? []
      : payees.map(({ account }): Step => {
          const [from, to] = [accounts.indexOf(account), random.integer(0, accounts.length - 1)];
          const amount = random.big(0n, 1_000_000n);
          return { ...STEP, act: "transfer", token, recipe: index + 1, account: from, other: to, amount };
        }),
  );
  const sold = toSteps(random, token, splitSales(random, sales));
  const early = random.shuffle([...sold, ...settles, ...claims, ...transfers]);
  const late = some().map((step): Step => ({ ...step, act: random.pick(["claim", "claimToWallet"]) }));
  return [...early, ...settleUpwards(token, size), ...late];
}

/** The sales as planned, then everything settled from the leaves up. */
export function plainSchedule(token: number, recipes: number, sales: readonly PlannedSale[]): Step[] {
  const steps = sales.map((sale): Step => ({ ...toStep(token, sale), settleNow: false }));
  return [...steps, ...settleUpwards(token, recipes)];
}

/** Merges schedules at random: what happens in one token must not show in another. */
export function interleave(random: Random, schedules: readonly (readonly Step[])[]): Step[] {
  const waiting = schedules.map((steps) => [...steps].reverse());
  const merged: Step[] = [];
  for (;;) {
    const left = waiting.filter(({ length }) => length > 0);
    if (left.length === 0) return merged;
    merged.push(random.pick(left).pop() as Step);
  }
}

const settleUpwards = (token: number, recipes: number): Step[] =>
  Array.from({ length: recipes }, (_, index) => ({ ...STEP, token, recipe: recipes - index }));

const toStep = (token: number, { recipe, gross, referral, referrer, seller }: PlannedSale): Step => ({
  ...STEP,
  act: seller === undefined ? "sell" : "sellForOwner",
  other: seller ?? 0,
  token,
  recipe,
  account: referrer,
  amount: gross,
  referral,
});

const toSteps = (random: Random, token: number, sales: readonly PlannedSale[]): Step[] =>
  sales.map((sale) => ({ ...toStep(token, sale), settleNow: random.chance(300_000) }));

/** Cuts about half of the sales in two; what a recipe and a referrer get in whole stays the same. */
function splitSales(random: Random, sales: readonly PlannedSale[]): PlannedSale[] {
  return sales.flatMap((sale) => {
    // An owner keeps a floor of each sale by itself.
    if (sale.gross === 1n || sale.seller !== undefined || random.chance(500_000)) return [sale];
    const gross = random.big(1n, sale.gross - 1n);
    const referral = (sale.referral * gross) / sale.gross;
    const rest = { ...sale, gross: sale.gross - gross, referral: sale.referral - referral };
    return rest.referral > rest.gross ? [sale] : [{ ...sale, gross, referral }, rest];
  });
}
