import type { Address, Hex } from "viem";
import { zeroAddress } from "viem";
import type { LedgerRecord } from "../data/studioData.ts";
import type { SplitOptions } from "../recipe/options.ts";
import type { MoneyEvent } from "./moneyEvents.ts";

/** All of a sale, of a split, or of a recipe's shares. */
const ONE = 1_000_000n;

/** One parent of a node, frozen at its opening. */
export type ReplayedEdge = { parent: number; rate: number; pass: number };

/** A recipe in the royalty graph. */
export type ReplayedNode = {
  /** ppm of the recipe's sales that its lineage takes. */
  stack: number;
  edges: readonly ReplayedEdge[];
  payees: readonly { account: Address; weight: number }[];
  /** A fixed split without advance by default. */
  options?: SplitOptions;
};

const key = (...parts: (bigint | number | string)[]): string => parts.join("/").toLowerCase();
const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

/** What `weight` out of `whole` gains while a total grows: the difference of two floors, as on chain. */
function gain(from: bigint, to: bigint, weight: bigint, whole: bigint): bigint {
  return (to * weight) / whole - (from * weight) / whole;
}

/** Adds to an entry that is zero where it is absent. */
function add(totals: Map<string, bigint>, id: string, amount: bigint): void {
  totals.set(id, (totals.get(id) ?? 0n) + amount);
}

/**
 * The royalty ledger rebuilt from events alone: feed it money events in the order of the chain, or sales and
 * settlements of your own to see what would be paid.
 */
export class RoyaltyReplay {
  readonly nodes = new Map<number, ReplayedNode>();
  readonly #ledgers = new Map<string, LedgerRecord>();
  readonly #claimed = new Map<string, bigint>();
  readonly #merkleClaimed = new Map<string, bigint>();
  readonly #paid = new Map<string, bigint>();
  readonly #shares = new Map<string, bigint>();
  /** Income of shares before they came, less income of shares before they went; times all shares. */
  readonly #debts = new Map<string, bigint>();
  readonly #balances = new Map<string, bigint>();
  readonly #unpaid = new Map<string, bigint>();
  readonly #recipients = new Map<string, Address>();

  /** Pairs of recipe and token with any income. */
  readonly accounts = new Map<string, { recipe: number; token: Address }>();
  /** Pairs of account and token that ever had an internal balance. */
  readonly holders = new Map<string, { account: Address; token: Address }>();
  /** Merkle lines that were ever claimed. */
  readonly lines = new Map<string, { recipe: number; token: Address; index: bigint }>();
  /** Pots that ever held anything; `amount` is what they hold now, in token units. */
  readonly pots = new Map<string, { opener: Address; id: Hex; token: Address; amount: bigint }>();
  /** Accounts that ever held shares of a tradable recipe. */
  readonly shareholders = new Map<string, { recipe: number; account: Address }>();

  ledger(recipe: number, token: Address): LedgerRecord {
    return { ...this.#entry(recipe, token) };
  }

  claimed(recipe: number, token: Address, account: Address): bigint {
    return this.#claimed.get(key(recipe, token, account)) ?? 0n;
  }

  merkleClaimed(recipe: number, token: Address, index: bigint): bigint {
    return this.#merkleClaimed.get(key(recipe, token, index)) ?? 0n;
  }

  /** Token units paid against a recipe's Merkle root. */
  paid(recipe: number, token: Address): bigint {
    return this.#paid.get(key(recipe, token)) ?? 0n;
  }

  shares(recipe: number, account: Address): bigint {
    return this.#shares.get(key(recipe, account)) ?? 0n;
  }

  balance(account: Address, token: Address): bigint {
    return this.#balances.get(key(account, token)) ?? 0n;
  }

  /** Token units that came in and were not withdrawn. */
  unpaid(token: Address): bigint {
    return this.#unpaid.get(key(token)) ?? 0n;
  }

  /** Whom a payee's claims go to. */
  recipient(payee: Address): Address {
    return this.#recipients.get(key(payee)) ?? payee;
  }

  /** Whether a recipe's income in a token belongs to who holds its shares. */
  followsShares(recipe: number, token: Address): boolean {
    const { options } = this.nodes.get(recipe) ?? {};
    return options?.kind === "tradable" && same(options.token, token);
  }

  /** Everyone with a part of a recipe's own income in a token, by name: Merkle lines are not, they are hidden. */
  payees(recipe: number, token: Address): Address[] {
    const { payees = [], options } = this.nodes.get(recipe) ?? {};
    const holders = [...this.shareholders.values()].filter((holder) => holder.recipe === recipe);
    const { advance } = options ?? {};
    const all = [
      ...payees.map(({ account }) => account),
      ...(this.followsShares(recipe, token) ? holders.map(({ account }) => account) : []),
      ...(advance !== undefined && advance.amount > 0n && same(advance.token, token) ? [advance.account] : []),
    ];
    return [...new Map(all.map((account) => [account.toLowerCase(), account])).values()];
  }

  /** What an account has earned of a recipe's settled income so far, claimed or not; Merkle lines apart. */
  earned(recipe: number, token: Address, account: Address): bigint {
    const { payees = [], options } = this.nodes.get(recipe) ?? {};
    const { divided, repaid } = this.#division(recipe, token);
    const advanced = same(options?.advance?.account, account) ? repaid : 0n;
    if (this.followsShares(recipe, token)) {
      const debt = this.#debts.get(key(recipe, account)) ?? 0n;
      return advanced + (divided * this.shares(recipe, account) - debt) / ONE;
    }
    const weight = payees.find((payee) => same(payee.account, account))?.weight ?? 0;
    return advanced + (divided * BigInt(weight)) / ONE;
  }

  /** What `claim` would credit now. */
  claimable(recipe: number, token: Address, account: Address): bigint {
    return this.earned(recipe, token, account) - this.claimed(recipe, token, account);
  }

  /** What `claimMerkle` would credit for a line now: never more than the recipe has left. */
  claimableMerkle(recipe: number, token: Address, line: { index: bigint; weight: bigint }): bigint {
    const totalWeight = this.nodes.get(recipe)?.options?.totalWeight ?? 0n;
    if (totalWeight === 0n) return 0n;
    const entitled = (this.#division(recipe, token).divided * line.weight) / totalWeight;
    return entitled - this.merkleClaimed(recipe, token, line.index);
  }

  /** The recipe and its ancestors, falling ordinals. */
  lineage(recipe: number): number[] {
    const found = new Set([recipe]);
    for (const at of found) for (const { parent } of this.nodes.get(at)?.edges ?? []) found.add(parent);
    return [...found].sort((a, b) => b - a);
  }

  /** Takes one step of the chain. */
  apply(event: MoneyEvent): void {
    switch (event.type) {
      case "opened":
        this.open(event.recipe, event.node);
        break;
      case "income":
        this.#earn(event);
        break;
      case "settled":
        this.settle(event.recipe, event.token, event);
        break;
      case "claimed":
        this.claim(event.recipe, event.token, event.account, event.amount);
        break;
      case "merkleClaimed":
        this.claimMerkle(event);
        break;
      case "sharesMoved":
        this.moveShares(event.recipe, event);
        break;
      case "potFunded":
        this.#fill(event, event.amount);
        add(this.#unpaid, key(event.token), event.amount);
        break;
      case "potMoved":
        this.#fill({ ...event, id: event.from }, -event.amount);
        this.#fill({ ...event, id: event.to }, event.amount);
        break;
      case "potReleased":
        this.#fill(event, -event.amount);
        this.#credit(event.to, event.token, event.amount);
        break;
      case "compensated":
        add(this.#unpaid, key(event.token), event.amount);
        this.#credit(event.to, event.token, event.amount);
        break;
      case "migrated":
        this.#recipients.set(key(event.account), event.to);
        break;
      case "withdrawn":
        this.withdraw(event.account, event.token, event.amount);
        break;
    }
  }

  open(recipe: number, node: ReplayedNode): void {
    this.nodes.set(recipe, node);
    if (node.options?.kind !== "tradable") return;
    for (const { account, weight } of node.payees) this.#addShares(recipe, account, BigInt(weight));
  }

  sell(sale: { recipe: number; token: Address; gross: bigint; referral: bigint; referrer: Address }): void {
    this.#entry(sale.recipe, sale.token).sales += sale.gross - sale.referral;
    add(this.#unpaid, key(sale.token), sale.gross);
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

  /** Settles everything that recipes have received; children before parents, whatever the order given. */
  settleAll(recipes: Iterable<number>, token: Address): void {
    for (const recipe of [...recipes].sort((a, b) => b - a)) {
      this.settle(recipe, token, this.#entry(recipe, token));
    }
  }

  claim(recipe: number, token: Address, account: Address, amount: bigint): void {
    add(this.#claimed, key(recipe, token, account), amount);
    this.#credit(this.recipient(account), token, amount);
  }

  claimMerkle(claim: { recipe: number; token: Address; account: Address; index: bigint; amount: bigint }): void {
    const { recipe, token, account, index, amount } = claim;
    const line = key(recipe, token, index);
    this.lines.set(line, { recipe, token, index });
    add(this.#merkleClaimed, line, amount);
    add(this.#paid, key(recipe, token), amount);
    this.#credit(this.recipient(account), token, amount);
  }

  /** Moves shares; what was earned until now stays with the sender. Births of shares are part of {@link open}. */
  moveShares(recipe: number, { from, to, shares }: { from: Address; to: Address; shares: bigint }): void {
    const token = this.nodes.get(recipe)?.options?.token;
    if (token === undefined || from === zeroAddress || same(from, to)) return;
    const { divided } = this.#division(recipe, token);
    this.#addShares(recipe, from, -shares);
    this.#addShares(recipe, to, shares);
    add(this.#debts, key(recipe, from), -divided * shares);
    add(this.#debts, key(recipe, to), divided * shares);
  }

  withdraw(account: Address, token: Address, amount: bigint): void {
    this.#credit(account, token, -amount);
    add(this.#unpaid, key(token), -amount);
  }

  /** Own income that is divided, after the advance that is repaid first. */
  #division(recipe: number, token: Address): { divided: bigint; repaid: bigint } {
    const { own } = this.#entry(recipe, token);
    const { advance } = this.nodes.get(recipe)?.options ?? {};
    const due = advance !== undefined && same(advance.token, token) ? advance.amount : 0n;
    const repaid = own < due ? own : due;
    return { divided: own - repaid, repaid };
  }

  #earn(income: Extract<MoneyEvent, { type: "income" }>): void {
    const { recipe, token, pot, gross, sales, passed, seller, kept, referrer, referral } = income;
    const entry = this.#entry(recipe, token);
    entry.sales += sales;
    entry.passed += passed;
    if (pot === undefined) add(this.#unpaid, key(token), gross);
    else this.#fill({ ...pot, token }, -gross);
    if (kept > 0n) this.#credit(seller, token, kept);
    if (referral > 0n) this.#credit(referrer, token, referral);
  }

  #fill({ opener, id, token }: { opener: Address; id: Hex; token: Address }, amount: bigint): void {
    const name = key(opener, id, token);
    const before = this.pots.get(name)?.amount ?? 0n;
    this.pots.set(name, { opener, id, token, amount: before + amount });
  }

  #addShares(recipe: number, account: Address, shares: bigint): void {
    this.shareholders.set(key(recipe, account), { recipe, account });
    add(this.#shares, key(recipe, account), shares);
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
    add(this.#balances, key(account, token), amount);
  }
}
