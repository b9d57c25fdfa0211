import { type Address, type Hex, isAddressEqual } from "viem";
import type { Income, MoneyEvent, SaleFacts } from "../logs/moneyEvents.ts";
import { RoyaltyReplay } from "../logs/royaltyReplay.ts";

/** Why an account got something. */
export type EarningReason =
  /** A sale of a recipe that the account has a part in. */
  | "sale"
  /** A sale of something made from it. */
  | "lineage"
  /** The penalty of a returned license. */
  | "penalty"
  /** A resale on a marketplace. */
  | "resale"
  /** A claim of a line of a Merkle split, whose weight no log tells before. */
  | "merkle"
  /** The difference that a transfer of shares made to income that was not settled yet. */
  | "shareTransfer"
  /** A sale that named the account as referrer. */
  | "referral"
  /** A sale of a license for its own token. */
  | "ownerSale"
  /** The price of a license that was returned or revoked while it was held back. */
  | "refund"
  /** The price of the remaining time of a revoked license. */
  | "compensation"
  /** Money out of another contract's pot. */
  | "release";

/** One line of a statement; amounts are exact, in token units. */
export type EarningRow = {
  blockNumber: bigint;
  txHash: Hex;
  logIndex: number;
  reason: EarningReason;
  token: Address;
  /** What the account got by it. */
  share: bigint;
  /** What was paid by the buyer, the marketplace or the ruler; 0 where nobody paid. */
  gross: bigint;
  /** There is no protocol fee, for ever. */
  fee: 0n;
  referral: bigint;
  /** `gross` less `referral`. */
  net: bigint;
  /** Ordinal of the recipe that was sold. */
  recipe?: number;
  assetId?: bigint;
  offerId?: Hex;
  payer?: Address;
  licensee?: Address;
  referrer?: Address;
};

/** What an account has in one token at the end of a replay. */
export type EarningTotals = {
  token: Address;
  /** Everything that the account ever got: all that follows adds up to it. */
  earned: bigint;
  /** Claimed out of splits, Merkle lines included. */
  claimed: bigint;
  /** What claims would credit now. */
  claimable: bigint;
  /** What is its own in sales that are not settled yet. */
  unsettled: bigint;
  referrals: bigint;
  ownerSales: bigint;
  refunds: bigint;
  compensations: bigint;
  releases: bigint;
};

type Amounts = Omit<EarningTotals, "token" | "earned">;

const NOTHING: Amounts = {
  claimed: 0n,
  claimable: 0n,
  unsettled: 0n,
  referrals: 0n,
  ownerSales: 0n,
  refunds: 0n,
  compensations: 0n,
  releases: 0n,
};

/** Part of a sale that a row repeats. */
function factsOf(sale: SaleFacts | undefined): Partial<EarningRow> {
  if (sale === undefined) return {};
  const { recipe, assetId, offerId, payer, licensee, referrer } = sale;
  return { recipe, assetId, offerId, payer, licensee, referrer };
}

/**
 * An account's earnings, event by event. Sales are attributed when they happen, as if everything were settled at once;
 * since settlements only ever take differences of floors of totals, what is attributed adds up to what the chain will
 * have paid when everything is settled, to the last unit.
 */
export class EarningsBook {
  readonly #account: Address;
  /** The chain's own books. */
  readonly #chain = new RoyaltyReplay();
  /** The same, if everything were settled at once. */
  readonly #prompt = new RoyaltyReplay();
  readonly #amounts = new Map<string, { token: Address; amounts: Amounts }>();
  readonly #attributed = new Map<string, bigint>();
  #last: MoneyEvent | undefined;
  readonly rows: EarningRow[] = [];

  constructor(account: Address) {
    this.#account = account;
  }

  /** Takes one step of the chain. */
  apply(event: MoneyEvent): void {
    this.#last = event;
    this.#chain.apply(event);
    if (event.type === "settled") return;
    const before = event.type === "income" ? this.#promptly(event) : 0n;
    this.#prompt.apply(event);
    if (event.type === "income") this.#attribute(event, before);
    else this.#receive(event);
  }

  /** Closes the books: adds what transfers of shares made of unsettled income, and returns the totals by token. */
  close(): EarningTotals[] {
    return [...this.#amounts.values()].map(({ token, amounts }) => {
      const chain = this.#chainTotals(token);
      this.#reconcile(token, chain);
      const all = { ...amounts, ...chain, claimed: amounts.claimed + chain.claimed };
      return { token, earned: Object.values(all).reduce((sum, amount) => sum + amount, 0n), ...all };
    });
  }

  #is(account: Address): boolean {
    return isAddressEqual(account, this.#account);
  }

  /** What the account has earned in the lineage of a recipe, everything settled. */
  #promptly({ recipe, token }: { recipe: number; token: Address }): bigint {
    return this.#prompt
      .lineage(recipe)
      .reduce((sum, ancestor) => sum + this.#prompt.earned(ancestor, token, this.#account), 0n);
  }

  #attribute(income: Income & MoneyEvent, before: bigint): void {
    const { recipe, token, gross, referral, seller, kept, referrer, sale } = income;
    this.#prompt.settleAll(this.#prompt.lineage(recipe), token);
    const share = this.#promptly(income) - before;
    const facts = { recipe, gross, referral, ...factsOf(sale) };
    if (share > 0n) this.#row(income, { ...facts, reason: this.#reasonOf(income), token, share });
    const key = token.toLowerCase();
    this.#attributed.set(key, (this.#attributed.get(key) ?? 0n) + share);
    this.#amountsIn(token);
    if (referral > 0n && this.#is(referrer)) {
      this.#amountsIn(token).referrals += referral;
      this.#row(income, { ...facts, reason: "referral", token, share: referral });
    }
    if (kept > 0n && this.#is(seller)) {
      this.#amountsIn(token).ownerSales += kept;
      this.#row(income, { ...facts, reason: "ownerSale", token, share: kept });
    }
  }

  #reasonOf({ reason, recipe, token }: Income): EarningReason {
    if (reason === "sweep") return "resale";
    if (reason === "penalty") return "penalty";
    const own = this.#prompt.payees(recipe, token).some((payee) => this.#is(payee));
    return own ? "sale" : "lineage";
  }

  #receive(event: MoneyEvent): void {
    if (event.type === "merkleClaimed" && this.#is(event.account)) {
      const { token, amount: share, recipe } = event;
      this.#amountsIn(token).claimed += share;
      this.#row(event, { reason: "merkle", token, share, recipe });
    } else if (event.type === "compensated" && this.#is(event.to)) {
      const { token, amount: share, from: payer, sale } = event;
      this.#amountsIn(token).compensations += share;
      this.#row(event, { ...factsOf(sale), reason: "compensation", token, share, gross: share, payer });
    } else if (event.type === "potReleased" && this.#is(event.to)) {
      const { token, amount: share, sale } = event;
      this.#amountsIn(token)[sale === undefined ? "releases" : "refunds"] += share;
      this.#row(event, { ...factsOf(sale), reason: sale === undefined ? "release" : "refund", token, share });
    }
  }

  #row(
    { blockNumber, txHash, logIndex }: MoneyEvent,
    row: Partial<EarningRow> & Pick<EarningRow, "reason" | "token" | "share">,
  ): void {
    const { gross = 0n, referral = 0n } = row;
    this.rows.push({ blockNumber, txHash, logIndex, ...row, gross, fee: 0n, referral, net: gross - referral });
  }

  #amountsIn(token: Address): Amounts {
    const key = token.toLowerCase();
    const known = this.#amounts.get(key);
    if (known !== undefined) return known.amounts;
    const amounts = { ...NOTHING };
    this.#amounts.set(key, { token, amounts });
    return amounts;
  }

  /** What the chain has for the account in its splits, now and when everything is settled. */
  #chainTotals(token: Address): Pick<Amounts, "claimed" | "claimable" | "unsettled"> {
    const recipes = [...this.#chain.nodes.keys()];
    const sum = (part: (recipe: number) => bigint): bigint =>
      recipes.reduce((total, recipe) => total + part(recipe), 0n);
    const earned = (): bigint => sum((recipe) => this.#chain.earned(recipe, token, this.#account));
    const claimed = sum((recipe) => this.#chain.claimed(recipe, token, this.#account));
    const now = earned();
    this.#chain.settleAll(recipes, token);
    return { claimed, claimable: now - claimed, unsettled: earned() - now };
  }

  #reconcile(token: Address, { claimed, claimable, unsettled }: Pick<Amounts, "claimed" | "claimable" | "unsettled">) {
    const share = claimed + claimable + unsettled - (this.#attributed.get(token.toLowerCase()) ?? 0n);
    if (share !== 0n && this.#last !== undefined) this.#row(this.#last, { reason: "shareTransfer", token, share });
  }
}
