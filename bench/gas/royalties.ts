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
  type RecipeInput,
  type RecipeRecord,
  registerRecipe,
} from "../../test/licensing/market.ts";
import { FIXED_SPLIT } from "../../test/helpers/split.ts";
import type { BenchContext, Measurement } from "../context.ts";

const HOPS = 20;
const TRADABLE = 2;

type OptionsInput = RecipeInput["options"];

/** A recipe with an asset on sale. */
interface Selling {
  recipe: RecipeRecord;
  asset: bigint;
  offerId: Hash;
}

/** Registers a recipe under own parents, paid to `payee` alone, and puts an asset of it on sale. */
async function openSale(
  market: Market,
  name: string,
  parents: readonly Selling[],
  payee: Address,
  options: OptionsInput = FIXED_SPLIT,
): Promise<Selling> {
  const recipe = await registerRecipe(market, {
    options,
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

/** Shares between two holders who have claimed before: with nothing new, and with a sale that is divided first. */
export async function shares(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepareMarket(context);
  const { splitter, usdc } = market.contracts;
  const [holder, buyer] = [market.licensor, market.stranger];
  const options = { ...FIXED_SPLIT, kind: TRADABLE, token: usdc.address };
  const selling = await openSale(market, "shared work", [], holder.address, options);
  const { ordinal } = selling.recipe;
  const move = () => splitter.write.transfer([buyer.address, BigInt(ordinal), 1_000n], { account: holder, gas: GAS });
  const claim = (account: Address) => splitter.write.claim([ordinal, usdc.address, account], { gas: GAS });

  await move();
  await sell(market, selling, true);
  for (const { address } of [holder, buyer]) await claim(address);
  const settled = await move();
  await sell(market, selling);
  const settling = await move();
  await sell(market, selling, true);
  return {
    "gas.royalty.shareTransfer": await context.measure(settled),
    "gas.royalty.shareTransferSettling": await context.measure(settling),
    "gas.royalty.claimShares": await context.measure(await claim(buyer.address)),
  };
}
