import { expect } from "chai";
import { type Address, type Hash, isAddressEqual, type Log, parseEventLogs, zeroHash } from "viem";
import { Random } from "../helpers/random.ts";
import {
  assetAt,
  buy,
  commitLot,
  deployMarket,
  GAS,
  hashOf,
  type Market,
  offerInput,
  publish,
  type Purchase,
  purchaseOf,
  registerRecipe,
} from "../licensing/market.ts";
import { signPayment, type TokenStyle } from "../licensing/payment.ts";

const SEEDS = [1, 2, 3];
const RECIPES = 7;
const EVENTS = 60;
const ONE = 1_000_000n;
const STYLES: TokenStyle[] = ["usdc", "keyed"];

interface Opened {
  ordinal: number;
  asset: bigint;
  payees: Address[];
  /** Per token: a free offer and two prices. */
  offers: Record<TokenStyle, { id: Hash; price: bigint }[]>;
}

/** Registers a recipe under up to three earlier ones of the same licensor and publishes its offers. */
async function openRecipe(market: Market, random: Random, earlier: readonly Opened[]): Promise<Opened> {
  const wallets = [market.licensee, market.stranger, market.relayer].map(({ address }) => address);
  const payees = random.shuffle(wallets).slice(0, random.integer(1, 3));
  payees.sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
  const parents = random.shuffle(earlier).slice(0, random.integer(0, 3));
  parents.sort((one, other) => (one.asset < other.asset ? -1 : 1));
  const recipe = await registerRecipe(market, {
    licensor: market.licensor.address,
    commitment: hashOf(`recipe ${earlier.length} of ${random.bits()}`),
    parents: parents.map(({ asset }) => ({ asset, licenseId: zeroHash, rate: random.integer(0, 40_000) })),
    split: splitEvenly(payees),
    terms: { derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0 },
  });
  const lot = await commitLot(market, recipe, { account: market.licensor, count: 1 });
  const offers = { usdc: [], keyed: [] } as Opened["offers"];
  for (const style of STYLES) {
    const token = market.contracts[style].address;
    for (const price of [0n, random.big(1n, 99n), random.big(10n ** 6n, 10n ** 8n)]) {
      const input = offerInput(market, { recipeId: recipe.id, token, price, free: price === 0n });
      offers[style].push({ id: await publish(market, input), price });
    }
  }
  return { ordinal: recipe.ordinal, asset: assetAt(lot, 0), payees, offers };
}

const splitEvenly = (payees: readonly Address[]) => {
  const weight = Math.floor(1_000_000 / payees.length);
  return payees.map((account, index) => ({
    account,
    weight: index === 0 ? 1_000_000 - weight * (payees.length - 1) : weight,
    roles: index,
  }));
};

async function doSomething(market: Market, random: Random, opened: readonly Opened[], step: number): Promise<void> {
  const { splitter } = market.contracts;
  const recipe = random.pick(opened);
  const style = random.pick(STYLES);
  const token = market.contracts[style].address;
  const payee = random.pick(recipe.payees);
  switch (random.integer(0, 5)) {
    case 0:
    case 1: {
      const { id, price } = random.pick(recipe.offers[style]);
      const purchase = purchaseOf(market, id, {
        assetId: recipe.asset,
        maxTotal: 10n ** 9n,
        salt: hashOf(`${step}`),
      });
      await pay(market, random, style, purchase, price);
      return;
    }
    case 2:
      await splitter.write.settle([[random.pick(opened).ordinal, recipe.ordinal], token], { gas: GAS });
      return;
    case 3:
      await splitter.write.claim([recipe.ordinal, token, payee], { gas: GAS });
      return;
    case 4:
      await splitter.write.claimToWallet([recipe.ordinal, token, payee], { gas: GAS });
      return;
    default:
      await splitter.write.withdraw([token, payee], { gas: GAS });
  }
}

/** By allowance or by a signature that a relayer submits. */
async function pay(
  market: Market,
  random: Random,
  style: TokenStyle,
  purchase: Purchase,
  price: bigint,
): Promise<void> {
  const settle = random.chance(300_000);
  // What costs nothing needs no payer who signs.
  if (price === 0n || random.chance(500_000)) {
    await buy(market, purchase, market.buyer, settle);
    return;
  }
  const signature = await signPayment(market, style, purchase, price);
  const args = [purchase, market.buyer.address, settle, signature] as const;
  await market.contracts.market.write.purchaseLicenseWithAuthorization(args, { account: market.relayer, gas: GAS });
}

/** Sums keyed by anything that can be written as text. */
class Sums {
  readonly #sums = new Map<string, bigint>();

  add(amount: bigint, ...key: readonly (string | number)[]): void {
    this.#sums.set(this.#at(key), this.of(...key) + amount);
  }

  set(amount: bigint, ...key: readonly (string | number)[]): void {
    this.#sums.set(this.#at(key), amount);
  }

  of(...key: readonly (string | number)[]): bigint {
    return this.#sums.get(this.#at(key)) ?? 0n;
  }

  #at(key: readonly (string | number)[]): string {
    return key.join("/").toLowerCase();
  }
}

/** Everything the splitter keeps, rebuilt from events of the market and the splitter and nothing else. */
class Replay {
  readonly #nodes = new Map<number, { stack: bigint; edges: { parent: number; rate: bigint; pass: bigint }[] }>();
  readonly #weights = new Sums();
  readonly #sales = new Sums();
  readonly #settledSales = new Sums();
  readonly #settledPassed = new Sums();
  readonly #claimed = new Sums();
  readonly #balances = new Sums();
  readonly #held = new Sums();

  constructor({ contracts: { market, splitter } }: Market, logs: readonly Log[]) {
    const sold = logs.filter(({ address }) => isAddressEqual(address, market.address));
    for (const { args } of parseEventLogs({ abi: market.abi, eventName: "LicensePurchased", logs: sold })) {
      this.#sales.add(args.gross - args.referral, args.recipe, args.token);
      this.#balances.add(args.referral, args.referrer, args.token);
      this.#held.add(args.gross, args.token);
    }
    const booked = logs.filter(({ address }) => isAddressEqual(address, splitter.address));
    for (const event of parseEventLogs({ abi: splitter.abi, logs: booked })) {
      if (event.eventName === "NodeOpened") this.#open(event.args);
      if (event.eventName === "Settled") {
        const { recipe, token, sales, passed } = event.args;
        this.#settledSales.set(sales, recipe, token);
        this.#settledPassed.set(passed, recipe, token);
      }
      if (event.eventName === "Claimed") {
        const { recipe, token, account, amount } = event.args;
        this.#claimed.add(amount, recipe, token, account);
        this.#balances.add(amount, account, token);
      }
      if (event.eventName === "Withdrawn") {
        const { account, token, amount } = event.args;
        this.#balances.add(-amount, account, token);
        this.#held.add(-amount, token);
      }
    }
  }

  ledger(recipe: number, token: Address) {
    const { stack } = this.#node(recipe);
    const settledSales = this.#settledSales.of(recipe, token);
    const own = (settledSales * (ONE - stack)) / ONE;
    return {
      passed: this.#fromChildren(recipe, token, "pass"),
      own: own + this.#fromChildren(recipe, token, "rate"),
      sales: this.#sales.of(recipe, token),
      settledSales,
      settledPassed: this.#settledPassed.of(recipe, token),
      paid: 0n,
    };
  }

  claimable(recipe: number, token: Address, account: Address): bigint {
    const earned = (this.ledger(recipe, token).own * this.#weights.of(recipe, account)) / ONE;
    return earned - this.#claimed.of(recipe, token, account);
  }

  balance(account: Address, token: Address): bigint {
    return this.#balances.of(account, token);
  }

  held(token: Address): bigint {
    return this.#held.of(token);
  }

  #node(recipe: number) {
    const node = this.#nodes.get(recipe);
    if (node === undefined) throw new Error(`no NodeOpened of ${recipe}`);
    return node;
  }

  #open(args: {
    recipe: number;
    stack: number;
    edges: readonly { parent: number; rate: number; pass: number }[];
    payees: readonly { account: Address; weight: number }[];
  }): void {
    const edges = args.edges.map(({ parent, rate, pass }) => ({ parent, rate: BigInt(rate), pass: BigInt(pass) }));
    this.#nodes.set(args.recipe, { stack: BigInt(args.stack), edges });
    for (const { account, weight } of args.payees) this.#weights.set(BigInt(weight), args.recipe, account);
  }

  #fromChildren(recipe: number, token: Address, weight: "rate" | "pass"): bigint {
    let total = 0n;
    for (const [child, { stack, edges }] of this.#nodes) {
      for (const edge of edges.filter(({ parent }) => parent === recipe)) {
        total += (this.#settledSales.of(child, token) * edge[weight]) / ONE;
        if (stack !== 0n) total += (this.#settledPassed.of(child, token) * edge[weight]) / stack;
      }
    }
    return total;
  }
}

describe("royalties/logsReplay", function () {
  this.timeout(600_000);

  for (const seed of SEEDS) {
    it(`rebuilds every figure of the ledger from logs alone (seed ${seed})`, async function () {
      const random = new Random(seed);
      const market = await deployMarket();
      const opened: Opened[] = [];
      for (let index = 0; index < RECIPES; index++) opened.push(await openRecipe(market, random, opened));
      for (let step = 0; step < EVENTS; step++) await doSomething(market, random, opened, step);

      const logs = await market.protocol.publicClient.getLogs({ fromBlock: 0n });
      const replay = new Replay(market, logs);
      const { splitter } = market.contracts;
      const accounts = [market.licensor, market.licensee, market.stranger, market.relayer].map(
        ({ address }) => address,
      );
      let moved = 0n;
      for (const style of STYLES) {
        const token = market.contracts[style];
        expect(await token.read.balanceOf([splitter.address])).to.equal(replay.held(token.address));
        for (const account of accounts) {
          const balance = await splitter.read.creditOf([account, token.address]);
          expect(balance).to.equal(replay.balance(account, token.address));
        }
        for (const { ordinal, payees } of opened) {
          const ledger = await splitter.read.ledgerOf([ordinal, token.address]);
          expect(ledger, `recipe ${ordinal}`).to.deep.equal(replay.ledger(ordinal, token.address));
          moved += ledger.own;
          for (const payee of payees) {
            const claimable = await splitter.read.claimable([ordinal, token.address, payee]);
            expect(claimable).to.equal(replay.claimable(ordinal, token.address, payee));
          }
        }
      }
      expect(moved > 0n, "something was earned").to.equal(true);
    });
  }
});
