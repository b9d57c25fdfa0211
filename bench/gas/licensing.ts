import { type Hash, maxUint256, zeroHash } from "viem";
import {
  assetAt,
  buy,
  commitLot,
  fund,
  GAS,
  hashOf,
  type Market,
  offerInput,
  prepareMarket,
  publish,
  type Purchase,
  purchaseOf,
  type RecipeRecord,
  registerRecipe,
} from "../../test/licensing/market.ts";
import { signPayment, type TokenStyle } from "../../test/licensing/payment.ts";
import type { BenchContext, Measurement } from "../context.ts";

const PRICE = 25_000_000n;

/** A market whose buyer granted an allowance that every purchase uses up in part, as wallets advise. */
async function prepare(context: BenchContext): Promise<Market> {
  const market = await prepareMarket(context);
  for (const { address } of [market.contracts.usdc, market.contracts.keyed]) {
    await fund(market, address, market.buyer, { amount: 0n, allowance: maxUint256 / 2n });
  }
  return market;
}

/** A recipe with four parents of its own, each with an asset. */
async function registerChild(market: Market): Promise<RecipeRecord> {
  const parents = [];
  for (let index = 0; index < 4; index++) {
    const parent = await registerRecipe(market, {
      licensor: market.licensor.address,
      commitment: hashOf(`parent ${index}`),
    });
    const lot = await commitLot(market, parent, { account: market.licensor, count: 1 });
    parents.push({ asset: assetAt(lot, 0), licenseId: zeroHash, rate: 50_000 });
  }
  return registerRecipe(market, { licensor: market.licensor.address, commitment: hashOf("child"), parents });
}

/** `Steady`: somebody else bought the same asset before. `Renewal`: the licensee did. */
export async function purchases(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepare(context);
  const input = offerInput(market);
  const published = await market.contracts.market.write.publishOffer([input], { account: market.licensor });
  const offerId = await market.contracts.market.read.offerIdOf([market.licensor.address, input]);
  const purchase = purchaseOf(market, offerId);
  const first = await buy(market, purchase);
  const steady = await buy(market, { ...purchase, licensee: market.stranger.address });
  const renewal = await buy(market, purchase);
  const neighbor = await buy(market, { ...purchase, assetId: market.assets(8) });
  return {
    "gas.license.publishOffer": await context.measure(published),
    "gas.license.purchaseFirst": await context.measure(first),
    "gas.license.purchaseLazySteady": await context.measure(steady),
    "gas.license.purchaseRenewal": await context.measure(renewal),
    "gas.license.purchaseNewAsset": await context.measure(neighbor),
  };
}

/** A new licensee of an asset whose recipe and four parents have sold before, credited at once. */
export async function settlement(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepare(context);
  const child = await registerChild(market);
  const lot = await commitLot(market, child, { account: market.licensor, count: 1 });
  const offerId = await publish(market, offerInput(market, { recipeId: child.id }));
  const purchase = purchaseOf(market, offerId, { assetId: assetAt(lot, 0) });
  await buy(market, purchase, market.buyer, true);
  const steady = await buy(market, { ...purchase, licensee: market.stranger.address }, market.buyer, true);
  return { "gas.license.purchaseSettle4Steady": await context.measure(steady) };
}

/** A new licensee, paid for by a signature that a relayer submits, in tokens of both nonce styles. */
export async function authorization(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepare(context);
  return {
    "gas.license.purchaseWithAuthorization": await context.measure(await buyBySignature(market, "usdc")),
    "gas.license.purchaseWithAuthorizationKeyed": await context.measure(await buyBySignature(market, "keyed")),
  };
}

async function buyBySignature(market: Market, style: TokenStyle): Promise<Hash> {
  const token = market.contracts[style].address;
  const assetId = market.assets(style === "usdc" ? 7 : 8);
  const first = purchaseOf(market, await publish(market, offerInput(market, { token })), { assetId });
  await buy(market, first);
  const purchase: Purchase = { ...first, licensee: market.stranger.address, salt: hashOf("signed") };
  const signature = await signPayment(market, style, purchase, PRICE);
  return market.contracts.market.write.purchaseLicenseWithAuthorization(
    [purchase, market.buyer.address, false, signature],
    { account: market.relayer, gas: GAS },
  );
}
