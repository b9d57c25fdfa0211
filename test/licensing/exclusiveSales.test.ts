import { expect } from "chai";
import type { Hash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import type { BuiltLot } from "../registry/registry.ts";
import { commitTree } from "./grants.ts";
import {
  bought,
  buy,
  DAY,
  deployMarket,
  GAS,
  hashOf,
  type Market,
  type OfferInput,
  offerInput,
  PERPETUAL,
  publish,
  purchaseOf,
  SCOPE,
  USAGE,
} from "./market.ts";
import { evidenceOf, fill, filled, orderOf } from "./orders.ts";

const PRICE = 25_000_000n;

describe("sale of exclusive licenses", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let lot: BuiltLot;
  let copy: BuiltLot;
  const fixture = async () => {
    const deployed = await deployMarket(connection);
    const tree = await commitTree(deployed, deployed.recipe.id, deployed.licensor);
    return { deployed, tree, later: await commitTree(deployed, deployed.recipe.id, deployed.licensor) };
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    const loaded = await connection.networkHelpers.loadFixture(fixture);
    [market, lot, copy] = [loaded.deployed, loaded.tree, loaded.later];
  });

  const publishExclusive = (of = lot, index = 1, overrides: Partial<OfferInput> = {}) => {
    const terms = { exclusive: true, scope: SCOPE.asset, scopeId: of.assetId(index) };
    return publish(market, offerInput(market, { ...terms, ...overrides }));
  };

  let count = 0;
  const order = (offerId: Hash, of = lot, index = 1, evidence = evidenceOf(of, index)) => {
    count += 1;
    const purchase = purchaseOf(market, offerId, { assetId: of.assetId(index), salt: hashOf(`exclusive ${count}`) });
    return orderOf(purchase, { evidence });
  };

  it("is refused without the asset's own leaf", async () => {
    const offerId = await publishExclusive();
    const assetId = lot.assetId(1);
    for (const call of [
      () => buy(market, purchaseOf(market, offerId, { assetId })),
      () => fill(market, orderOf(purchaseOf(market, offerId, { assetId }))),
      () => fill(market, order(offerId, lot, 1, evidenceOf(lot, 2))),
      () => fill(market, order(offerId, lot, 1, evidenceOf(copy, 1))),
    ]) {
      await expectRefused(market.protocol, call, {
        by: market.contracts.market,
        error: "LicenseMarketInvalidProof",
        args: [assetId],
      });
    }
  });

  it("is refused for the same content a second time, in whatever lot", async () => {
    const licenseId = await filled(market, order(await publishExclusive()));
    const again = await publishExclusive(copy);
    await expectRefused(market.protocol, () => fill(market, order(again, copy)), {
      by: market.contracts.licenses,
      error: "LicensesExclusiveContent",
      args: [lot.leaf(1).contentHash, licenseId],
    });
  });

  it("is refused after anything else was sold of the asset", async () => {
    const plain = await publish(market, offerInput(market, { scope: SCOPE.lot, scopeId: lot.lotId }));
    await buy(market, purchaseOf(market, plain, { assetId: lot.assetId(1) }));
    const offerId = await publishExclusive();
    await expectRefused(market.protocol, () => fill(market, order(offerId)), {
      by: market.contracts.licenses,
      error: "LicensesSoldAsset",
      args: [lot.assetId(1)],
    });
  });

  it("keeps every other offer from selling the asset while it lives, and no longer", async () => {
    const plain = await publish(market, offerInput(market, { scope: SCOPE.lot, scopeId: lot.lotId }));
    const licenseId = await filled(market, order(await publishExclusive(lot, 1, { duration: 30 * DAY })));
    const purchase = purchaseOf(market, plain, { assetId: lot.assetId(1) });
    await expectRefused(market.protocol, () => buy(market, purchase), {
      by: market.contracts.licenses,
      error: "LicensesExclusiveAsset",
      args: [lot.assetId(1), licenseId],
    });
    await buy(market, purchaseOf(market, plain, { assetId: lot.assetId(0) }));
    await connection.networkHelpers.time.increase(30 * DAY);
    await buy(market, purchase);
  });

  it("makes a record of the price and the content that was proved", async () => {
    const { licenses, splitter, usdc } = market.contracts;
    const licenseId = await filled(market, order(await publishExclusive()));
    const record = await licenses.read.recordOf([licenseId]);
    expect([record.exclusive, record.price, record.assetId]).to.deep.equal([true, PRICE, lot.assetId(1)]);
    expect(await licenses.read.contentHashOf([licenseId])).to.equal(lot.leaf(1).contentHash);
    const args = [licenseId, market.licensee.address, lot.assetId(1), USAGE.commercial] as const;
    expect(await licenses.read.holdsLicense(args)).to.equal(true);
    expect((await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address])).sales).to.equal(PRICE);
  });

  it("is renewed only while nobody else took its place", async () => {
    const { market: contract, licenses } = market.contracts;
    const offerId = await publishExclusive(lot, 1, { duration: 30 * DAY });
    const first = await filled(market, order(offerId));
    const renew = (id: Hash) => () =>
      contract.write.renewLicense([id, PRICE, PERPETUAL, false], { account: market.buyer, gas: GAS });
    await renew(first)();
    await connection.networkHelpers.time.increase(60 * DAY);
    const second = await filled(market, order(offerId));
    await expectRefused(market.protocol, renew(first), {
      by: licenses,
      error: "LicensesExclusiveAsset",
      args: [lot.assetId(1), second],
    });
    await renew(second)();
  });

  it("sells records that are not exclusive beside each other", async () => {
    const offerId = await publish(market, offerInput(market, { territory: 756 }));
    const ids = [];
    for (const name of ["a", "b"]) ids.push(await bought(market, purchaseOf(market, offerId, { salt: hashOf(name) })));
    expect(new Set(ids).size).to.equal(2);
  });
});
