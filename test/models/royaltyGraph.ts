/** Parts per million. */
export const ONE = 1_000_000n;

/** One parent of a recipe in the model. */
export interface ModelEdge {
  /** Ordinal, from 1. */
  parent: number;
  /** ppm of the child's sales for the parent's payees. */
  rate: bigint;
}

/** A sum that is repaid first. */
export interface ModelAdvance {
  account: `0x${string}`;
  /** Index of the token. */
  token: number;
  amount: bigint;
}

/** What a split is beside its weights. */
export interface ModelOptions {
  /** Index of the token in which shares earn; none: nobody's part changes hands. */
  settlement?: number;
  advance?: ModelAdvance;
}

interface ModelNode extends ModelOptions {
  edges: { parent: number; rate: bigint; pass: bigint }[];
  children: { child: number; rate: bigint; pass: bigint }[];
  stack: bigint;
  weights: Map<string, bigint>;
}

/** One recipe's six totals in one token. */
export interface ModelLedger {
  passed: bigint;
  own: bigint;
  sales: bigint;
  settledSales: bigint;
  settledPassed: bigint;
}

const floor = (total: bigint, weight: bigint, whole: bigint): bigint => (weight === 0n ? 0n : (total * weight) / whole);
const sum = (values: Iterable<bigint>): bigint => [...values].reduce((total, value) => total + value, 0n);

/** A lineage: recipes in registration order with frozen rates, and the exact shares that follow from its paths. */
export class RoyaltyGraph {
  readonly #nodes: ModelNode[] = [];

  /** Number of recipes. */
  get size(): number {
    return this.#nodes.length;
  }

  /** Opens the next recipe. */
  open(edges: readonly ModelEdge[], weights: ReadonlyMap<string, bigint>, options: ModelOptions = {}): number {
    const ordinal = this.size + 1;
    const frozen = edges.map((edge) => ({ ...edge, pass: this.node(edge.parent).stack }));
    for (const { parent, rate, pass } of frozen) this.node(parent).children.push({ child: ordinal, rate, pass });
    const stack = sum(frozen.map(({ rate, pass }) => rate + pass));
    this.#nodes.push({ edges: frozen, children: [], stack, weights: new Map(weights), ...options });
    return ordinal;
  }

  node(ordinal: number): ModelNode {
    const node = this.#nodes[ordinal - 1];
    if (node === undefined) throw new Error(`recipe ${ordinal} is not open`);
    return node;
  }

  /** Number of upward paths from `from` to `to`, counted one by one. */
  paths(from: number, to: number): bigint {
    if (from === to) return 1n;
    if (from < to) return 0n;
    return sum(this.node(from).edges.map(({ parent }) => this.paths(parent, to)));
  }

  /** ppm of `seller`'s sales that belong to `owner`'s payees: the last edge's rate of every path between them. */
  share(seller: number, owner: number): bigint {
    if (seller === owner) return ONE - this.node(seller).stack;
    return sum(this.node(owner).children.map(({ child, rate }) => rate * this.paths(seller, child)));
  }

  /** Number of edges whose parent end is `ordinal` or one of its descendants: each may hold back less than two units. */
  edgesBelow(ordinal: number): bigint {
    const reached = new Set<number>([ordinal]);
    for (const at of reached) for (const { child } of this.node(at).children) reached.add(child);
    return sum([...reached].map((at) => BigInt(this.node(at).children.length)));
  }
}

/** Shares of one recipe, each holder's income kept by itself as it comes in, in millionths of a unit. */
class Shares {
  readonly #held: Map<string, bigint>;
  readonly #pending = new Map<string, bigint>();
  #earned = 0n;

  constructor(held: ReadonlyMap<string, bigint>) {
    this.#held = new Map(held);
  }

  earn(total: bigint): void {
    for (const [account, shares] of this.#held) this.#add(account, (total - this.#earned) * shares);
    this.#earned = total;
  }

  due(account: string): bigint {
    return (this.#pending.get(account) ?? 0n) / ONE;
  }

  take(account: string): bigint {
    const due = this.due(account);
    this.#add(account, -due * ONE);
    return due;
  }

  move(from: string, to: string, most: bigint): bigint {
    const held = this.#held.get(from) ?? 0n;
    const moved = most < held ? most : held;
    this.#held.set(from, held - moved);
    this.#held.set(to, (this.#held.get(to) ?? 0n) + moved);
    return moved;
  }

  #add(account: string, amount: bigint): void {
    this.#pending.set(account, (this.#pending.get(account) ?? 0n) + amount);
  }
}

/**
 * What a lineage earned in one token. Nothing is accumulated: own and passed income are floors of the totals that the
 * children have settled so far, taken anew at every look.
 */
export class RoyaltyModel {
  readonly #graph: RoyaltyGraph;
  readonly #sales = new Map<number, bigint>();
  readonly #settledSales = new Map<number, bigint>();
  readonly #settledPassed = new Map<number, bigint>();
  readonly #claimed = new Map<string, bigint>();
  readonly #balances = new Map<string, bigint>();
  /** What sales of owners left for the lineage. */
  readonly #leftByOwners = new Map<number, bigint>();
  readonly #shares = new Map<number, Shares>();
  readonly #token: number;
  #held = 0n;
  #claimedByShares = 0n;

  constructor(graph: RoyaltyGraph, token = 0) {
    this.#graph = graph;
    this.#token = token;
  }

  /** What the ledger should hold of the token. */
  get held(): bigint {
    return this.#held;
  }

  sell(recipe: number, gross: bigint, referral: bigint, referrer: string): void {
    this.#held += gross;
    this.#balances.set(referrer, this.balance(referrer) + referral);
    this.#sales.set(recipe, this.sales(recipe) + gross - referral);
  }

  sellForOwner(recipe: number, gross: bigint, referral: bigint, referrer: string, seller: string): void {
    this.#held += gross;
    this.#balances.set(referrer, this.balance(referrer) + referral);
    const net = gross - referral;
    const kept = floor(net, ONE - this.#graph.node(recipe).stack, ONE);
    this.#balances.set(seller, this.balance(seller) + kept);
    this.#leftByOwners.set(recipe, this.leftByOwners(recipe) + net - kept);
  }

  /** Moves as many shares as there are, at most `amount`; what came in before stays with who held them then. */
  transfer(recipe: number, from: string, to: string, amount: bigint): bigint {
    this.settle(recipe);
    const shares = this.#sharesOf(recipe);
    shares.earn(this.#divided(recipe));
    return shares.move(from, to, amount);
  }

  leftByOwners(recipe: number): bigint {
    return this.#leftByOwners.get(recipe) ?? 0n;
  }

  settle(recipe: number): void {
    const passed = this.passed(recipe);
    this.#settledSales.set(recipe, this.sales(recipe));
    this.#settledPassed.set(recipe, passed);
  }

  claim(recipe: number, account: string): bigint {
    const amount = this.#takeClaim(recipe, account);
    this.#balances.set(account, this.balance(account) + amount);
    return amount;
  }

  claimToWallet(recipe: number, account: string): bigint {
    const amount = this.#takeClaim(recipe, account);
    this.#held -= amount;
    return amount;
  }

  withdraw(account: string): bigint {
    const amount = this.balance(account);
    this.#balances.set(account, 0n);
    this.#held -= amount;
    return amount;
  }

  sales(recipe: number): bigint {
    return this.#sales.get(recipe) ?? 0n;
  }

  settledSales(recipe: number): bigint {
    return this.#settledSales.get(recipe) ?? 0n;
  }

  settledPassed(recipe: number): bigint {
    return this.#settledPassed.get(recipe) ?? 0n;
  }

  /** Floors of everything the children have settled, at their pass rates. */
  passed(recipe: number): bigint {
    return this.#fromChildren(recipe, "pass") + this.leftByOwners(recipe);
  }

  /** The recipe's part of its own settled sales and of everything its children have settled. */
  own(recipe: number): bigint {
    const kept = floor(this.settledSales(recipe), ONE - this.#graph.node(recipe).stack, ONE);
    return kept + this.#fromChildren(recipe, "rate");
  }

  balance(account: string): bigint {
    return this.#balances.get(account) ?? 0n;
  }

  claimed(recipe: number, account: string): bigint {
    return this.#claimed.get(`${recipe}/${account}`) ?? 0n;
  }

  claimable(recipe: number, account: string): bigint {
    const { weights, advance } = this.#graph.node(recipe);
    const repaid = advance?.account === account ? this.#repaid(recipe) : 0n;
    const divided = this.#divided(recipe);
    if (this.#isTradable(recipe)) {
      const shares = this.#sharesOf(recipe);
      shares.earn(divided);
      return shares.due(account) + repaid - this.claimed(recipe, account);
    }
    return floor(divided, weights.get(account) ?? 0n, ONE) + repaid - this.claimed(recipe, account);
  }

  ledger(recipe: number): ModelLedger {
    return {
      passed: this.passed(recipe),
      own: this.own(recipe),
      sales: this.sales(recipe),
      settledSales: this.settledSales(recipe),
      settledPassed: this.settledPassed(recipe),
    };
  }

  /** Units of a recipe's settled sales that no floor has handed out yet. */
  salesDust(recipe: number): bigint {
    const { edges, stack } = this.#graph.node(recipe);
    const settled = this.settledSales(recipe);
    const weights = [ONE - stack, ...edges.flatMap(({ rate, pass }) => [rate, pass])];
    return settled - sum(weights.map((weight) => floor(settled, weight, ONE)));
  }

  /** Units of a recipe's settled passed income that no floor has handed out yet. */
  passedDust(recipe: number): bigint {
    const { edges, stack } = this.#graph.node(recipe);
    const settled = this.settledPassed(recipe);
    const weights = edges.flatMap(({ rate, pass }) => [rate, pass]);
    return settled - sum(weights.map((weight) => floor(settled, weight, stack)));
  }

  /** Everything the ledger owes, in whatever state: it must equal what it holds. */
  liabilities(): bigint {
    let total = sum(this.#balances.values()) - sum(this.#claimed.values()) - this.#claimedByShares;
    for (let recipe = 1; recipe <= this.#graph.size; recipe++) {
      const { passed, own, sales, settledSales, settledPassed } = this.ledger(recipe);
      total += own + (sales - settledSales) + (passed - settledPassed);
      total += this.salesDust(recipe) + this.passedDust(recipe);
    }
    return total;
  }

  #takeClaim(recipe: number, account: string): bigint {
    const amount = this.claimable(recipe, account);
    const ofShares = this.#isTradable(recipe) ? this.#sharesOf(recipe).take(account) : 0n;
    this.#claimed.set(`${recipe}/${account}`, this.claimed(recipe, account) + amount - ofShares);
    this.#claimedByShares += ofShares;
    return amount;
  }

  #isTradable(recipe: number): boolean {
    return this.#graph.node(recipe).settlement === this.#token;
  }

  #sharesOf(recipe: number): Shares {
    const shares = this.#shares.get(recipe) ?? new Shares(this.#graph.node(recipe).weights);
    this.#shares.set(recipe, shares);
    return shares;
  }

  #repaid(recipe: number): bigint {
    const { advance } = this.#graph.node(recipe);
    if (advance?.token !== this.#token) return 0n;
    const own = this.own(recipe);
    return own < advance.amount ? own : advance.amount;
  }

  #divided(recipe: number): bigint {
    return this.own(recipe) - this.#repaid(recipe);
  }

  #fromChildren(recipe: number, weight: "rate" | "pass"): bigint {
    return sum(
      this.#graph.node(recipe).children.map((edge) => {
        const { stack } = this.#graph.node(edge.child);
        const ofSales = floor(this.settledSales(edge.child), edge[weight], ONE);
        return ofSales + floor(this.settledPassed(edge.child), edge[weight], stack);
      }),
    );
  }
}
