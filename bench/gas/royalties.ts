import { type Address, type Hash, zeroHash } from "viem";
import {
  assetAt,
  buy,
  commitLot,
  GAS,
  hashOf,
  type Market,
  offerInput,
  prepareMarket,
  publish,
  purchaseOf,
  type RecipeRecord,
  registerRecipe,
} from "../../test/licensing/market.ts";
import type { BenchContext, Measurement } from "../context.ts";

const HOPS = 20;

/** A recipe with an asset on sale. */
interface Selling {
  recipe: RecipeRecord;
  asset: bigint;
  offerId: Hash;
}

/** Registers a recipe under own parents, paid to `payee` alone, and puts an asset of it on sale. */
async function openSale(market: Market, name: string, parents: readonly Selling[], payee: Address): Promise<Selling> {
  const recipe = await registerRecipe(market, {
    licensor: market.licensor.address,
    commitment: hashOf(name),
    parents: parents.map(({ asset }) => ({ asset, licenseId: zeroHash, rate: 10_000 })),
    split: [{ account: payee, weight: 1_000_000, roles: 1 }],
    terms: { derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0 },
  });
  const lot = await commitLot(market, recipe, { account: market.licensor, count: 1 });
  const offerId = await publish(market, offerInput(market, { recipeId: recipe.id }));
  return { recipe, asset: assetAt(lot, 0), offerId };
}

const sell = (market: Market, { asset, offerId }: Selling, settle = false): Promise<Hash> =>
  buy(market, purchaseOf(market, offerId, { assetId: asset }), market.buyer, settle);

const settle = (market: Market, sales: readonly Selling[]): Promise<Hash> =>
  market.contracts.splitter.write.settle([sales.map(({ recipe }) => recipe.ordinal), market.contracts.usdc.address], {
    account: market.relayer,
    gas: 2n * GAS,
  });

/** Four parents and the recipe itself have been credited before. */
export async function settleParents(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepareMarket(context);
  const payee = market.licensor.address;
  const parents: Selling[] = [];
  for (let index = 0; index < 4; index++) parents.push(await openSale(market, `parent ${index}`, [], payee));
  const child = await openSale(market, "child", parents, payee);
  await sell(market, child);
  const first = await settle(market, [child]);
  await sell(market, child);
  const steady = await settle(market, [child]);
  return {
    "gas.royalty.settle4First": await context.measure(first),
    "gas.royalty.settle4Steady": await context.measure(steady),
  };
}

/** One sale carried up twenty hops to the root of its lineage by one call. */
export async function settleChain(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepareMarket(context);
  const chain: Selling[] = [];
  for (let hop = 0; hop <= HOPS; hop++) {
    chain.unshift(await openSale(market, `hop ${hop}`, chain.slice(0, 1), market.licensor.address));
  }
  const [leaf, hops] = [chain[0] as Selling, chain.slice(0, HOPS)];
  await sell(market, leaf);
  const first = await settle(market, hops);
  await sell(market, leaf);
  const steady = await settle(market, hops);
  return {
    "gas.royalty.settleChain20First": await context.measure(first),
    "gas.royalty.settleChain20Steady": await context.measure(steady),
  };
}

/** Income that reaches a payee who was paid before and holds tokens. */
export async function payouts(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepareMarket(context);
  const { splitter, usdc } = market.contracts;
  const payee = market.stranger.address;
  const options = { account: market.relayer, gas: GAS };
  const selling = await openSale(market, "work", [], payee);
  const claim = () => splitter.write.claim([selling.recipe.ordinal, usdc.address, payee], options);
  const claimToWallet = () => splitter.write.claimToWallet([selling.recipe.ordinal, usdc.address, payee], options);

  await usdc.write.mint([payee, 1n]);
  await sell(market, selling, true);
  await claim();
  await sell(market, selling, true);
  const claimed = await claim();
  await sell(market, selling, true);
  const sent = await claimToWallet();
  // Somebody else's money stays behind, as it would: no slot of the token is emptied.
  await sell(market, selling);
  const withdrawn = await splitter.write.withdraw([usdc.address, payee], options);
  return {
    "gas.royalty.claimSteady": await context.measure(claimed),
    "gas.royalty.claimToWallet": await context.measure(sent),
    "gas.royalty.withdraw": await context.measure(withdrawn),
  };
}
