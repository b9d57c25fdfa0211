import { type Hash, maxUint256, zeroHash } from "viem";
import {
  assetAt,
  buy,
  commitLot,
  DAY,
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
  SCOPE,
} from "../../test/licensing/market.ts";
import { commitTree } from "../../test/licensing/grants.ts";
import { evidenceOf, fill, METHOD, orderOf } from "../../test/licensing/orders.ts";
import { signPayment, signPermit2, type TokenStyle } from "../../test/licensing/payment.ts";
import { deployPermit2, PERMIT2 } from "../../scripts/deploy/index.ts";
import type { Wallet } from "../../test/helpers/protocol.ts";
import { type BenchContext, divide, type Measurement } from "../context.ts";

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

/** A new licensee, paid for by a Permit2 signature that a relayer submits. */
export async function permit2(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepare(context);
  await deployPermit2({ publicClient: context.publicClient, walletClient: context.wallets[0] as Wallet });
  await market.contracts.usdc.write.approve([PERMIT2, maxUint256], { account: market.buyer });
  const first = purchaseOf(market, await publish(market, offerInput(market)));
  await buy(market, first);
  const purchase: Purchase = { ...first, licensee: market.stranger.address, salt: hashOf("permit2") };
  const data = await signPermit2(market, purchase, PRICE);
  const payment = { method: METHOD.permit2, payer: market.buyer.address, data };
  const bought = await fill(market, orderOf(purchase, { payment }), market.relayer);
  return { "gas.license.purchasePermit2": await context.measure(bought) };
}

/** An exclusive license of one asset of a lot of five, and one after it was over. */
export async function exclusive(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepare(context);
  const lot = await commitTree(market, market.recipe.id, market.licensor);
  const terms = { exclusive: true, scope: SCOPE.asset, duration: DAY };
  const buyOne = async (index: number, salt: string): Promise<Hash> => {
    const offerId = await publish(
      market,
      offerInput(market, { ...terms, scopeId: lot.assetId(index), salt: hashOf(salt) }),
    );
    const purchase = purchaseOf(market, offerId, { assetId: lot.assetId(index), salt: hashOf(salt) });
    return fill(market, orderOf(purchase, { evidence: evidenceOf(lot, index) }));
  };
  await buyOne(0, "first of the lot");
  return { "gas.license.purchaseExclusive": await context.measure(await buyOne(1, "second")) };
}

/** The second license of an offer that may be returned, with every other counter and balance in use. */
export async function refundable(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepare(context);
  const { write, read } = market.contracts.market;
  const input = offerInput(market, { refundWindow: DAY, penalty: 50_000, supply: 100, perPayer: 100 });
  const offerId = await publish(market, input);
  const sales: [Hash, Hash][] = [];
  for (const name of ["a", "b", "c", "d"]) {
    const purchase = purchaseOf(market, offerId, { salt: hashOf(name) });
    sales.push([await buy(market, purchase), await read.purchaseIdOf([purchase])]);
  }
  const refund = (index: number) =>
    write.refundLicense([sales[index]?.[1] as Hash], { account: market.buyer, gas: GAS });
  const finalize = (index: number) =>
    write.finalizeLicense([sales[index]?.[1] as Hash, false], { account: market.relayer, gas: GAS });
  await refund(0);
  const refunded = await refund(1);
  await context.connection.networkHelpers.time.increase(DAY);
  return {
    "gas.license.purchaseRefundable": await context.measure(sales[1]?.[0] as Hash),
    "gas.license.refund": await context.measure(refunded),
    "gas.license.finalize": await context.measure(await finalize(2)),
  };
}

/** Each of ten assets that were sold before, in one batch that skips failures. */
export async function batch(context: BenchContext): Promise<Record<string, Measurement>> {
  const market = await prepare(context);
  const offerId = await publish(market, offerInput(market));
  const orders = (licensee: Purchase["licensee"]) =>
    Array.from({ length: 10 }, (_, index) =>
      orderOf(purchaseOf(market, offerId, { assetId: market.assets(index), licensee })),
    );
  const buyAll = (licensee: Purchase["licensee"]) =>
    market.contracts.market.write.purchaseBatch([orders(licensee), true], { account: market.buyer, gas: GAS });
  await buyAll(market.licensee.address);
  const steady = await context.measure(await buyAll(market.stranger.address));
  return { "gas.license.batch10PerOrder": divide(steady, 10) };
}
