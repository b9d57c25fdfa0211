import type { Address } from "viem";
import type { LedgerRecord } from "../data/studioData.ts";

/** All of a sale or of a split, ppm. */
const ONE = 1_000_000n;

/** One parent of a node, frozen at its opening. */
export type ReplayedEdge = { parent: number; rate: number; pass: number };

/** A recipe in the royalty graph. */
export type ReplayedNode = {
  /** ppm of the recipe's sales that its lineage takes. */
  stack: number;
  edges: readonly ReplayedEdge[];
  payees: readonly { account: Address; weight: number }[];
};

const key = (...parts: (number | string)[]): string => parts.join("/").toLowerCase();

/** What `weight` out of `whole` gains while a total grows: the difference of two floors, as on chain. */
function gain(from: bigint, to: bigint, weight: bigint, whole: bigint): bigint {
  return (to * weight) / whole - (from * weight) / whole;
}

/**
 * The royalty ledger rebuilt from events alone: feed it `NodeOpened`, `LicensePurchased`, `Settled`, `Claimed` and
 * `Withdrawn` in the order of the chain.
 */
export class RoyaltyReplay {
  readonly nodes = new Map<number, ReplayedNode>();
  readonly #ledgers = new Map<string, LedgerRecord>();
  readonly #claimed = new Map<string, bigint>();
  readonly #balances = new Map<string, bigint>();
  readonly #unpaid = new Map<string, bigint>();

  /** Pairs of recipe and token with any income. */
  readonly accounts = new Map<string, { recipe: number; token: Address }>();
  /** Pairs of account and token that ever had an internal balance. */
  readonly holders = new Map<string, { account: Address; token: Address }>();

  ledger(recipe: number, token: Address): LedgerRecord {
    return { ...this.#entry(recipe, token) };
  }

  claimed(recipe: number, token: Address, account: Address): bigint {
    return this.#claimed.get(key(recipe, token, account)) ?? 0n;
  }

  balance(account: Address, token: Address): bigint {
    return this.#balances.get(key(account, token)) ?? 0n;
  }

  /** Token units that came in as sales or referrals and were not withdrawn. */
  unpaid(token: Address): bigint {
    return this.#unpaid.get(key(token)) ?? 0n;
  }

  open(recipe: number, node: ReplayedNode): void {
    this.nodes.set(recipe, node);
  }

  sell(sale: { recipe: number; token: Address; gross: bigint; referral: bigint; referrer: Address }): void {
    this.#entry(sale.recipe, sale.token).sales += sale.gross - sale.referral;
    this.#unpaid.set(key(sale.token), this.unpaid(sale.token) + sale.gross);
    if (sale.referral > 0n) this.#credit(sale.referrer, sale.token, sale.referral);
  }

  settle(recipe: number, token: Address, totals: { sales: bigint; passed: bigint }): void {
    const entry = this.#entry(recipe, token);
    const node = this.nodes.get(recipe);
    if (node === undefined) throw new Error(`recipe ${recipe} was settled before it was opened`);
    const from = { sales: entry.settledSales, passed: entry.settledPassed };
    const stack = BigInt(node.stack);
    entry.own += gain(from.sales, totals.sales, ONE - stack, ONE);
    for (const { parent, rate, pass } of node.edges) {
      const part = (weight: bigint): bigint =>
        gain(from.sales, totals.sales, weight, ONE) +
        (stack === 0n ? 0n : gain(from.passed, totals.passed, weight, stack));
      const above = this.#entry(parent, token);
      above.own += part(BigInt(rate));
      above.passed += part(BigInt(pass));
    }
    entry.settledSales = totals.sales;
    entry.settledPassed = totals.passed;
  }

  claim(recipe: number, token: Address, account: Address, amount: bigint): void {
    this.#claimed.set(key(recipe, token, account), this.claimed(recipe, token, account) + amount);
    this.#credit(account, token, amount);
  }

  withdraw(account: Address, token: Address, amount: bigint): void {
    this.#credit(account, token, -amount);
    this.#unpaid.set(key(token), this.unpaid(token) - amount);
  }

  #entry(recipe: number, token: Address): LedgerRecord {
    const id = key(recipe, token);
    const known = this.#ledgers.get(id);
    if (known !== undefined) return known;
    const fresh = { sales: 0n, settledSales: 0n, passed: 0n, settledPassed: 0n, own: 0n };
    this.#ledgers.set(id, fresh);
    this.accounts.set(id, { recipe, token });
    return fresh;
  }

  #credit(account: Address, token: Address, amount: bigint): void {
    this.holders.set(key(account, token), { account, token });
    this.#balances.set(key(account, token), this.balance(account, token) + amount);
  }
}
