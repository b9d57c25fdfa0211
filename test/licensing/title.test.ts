import { expect } from "chai";
import { type Hash, zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import type { BuiltLot } from "../registry/registry.ts";
import { commitTree } from "./grants.ts";
import {
  buy,
  deployMarket,
  hashOf,
  type Market,
  type OfferInput,
  offerInput,
  PERPETUAL,
  publish,
  purchaseOf,
  SCOPE,
  USAGE,
  USAGES,
} from "./market.ts";
import { evidenceOf, fill, orderOf } from "./orders.ts";

const PRICE = 25_000_000n;
const INDEX = 2;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

describe("sale of a title", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let lot: BuiltLot;
  let assetId: bigint;
  const fixture = async () => {
    const deployed = await deployMarket(connection);
    return { deployed, tree: await commitTree(deployed, deployed.recipe.id, deployed.licensor) };
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    const loaded = await connection.networkHelpers.loadFixture(fixture);
    [market, lot] = [loaded.deployed, loaded.tree];
    assetId = lot.assetId(INDEX);
  });

  const publishTitle = (overrides: Partial<OfferInput> = {}) =>
    publish(market, offerInput(market, { title: true, scope: SCOPE.asset, scopeId: assetId, usages: 0, ...overrides }));

  const order = (offerId: Hash, evidence = evidenceOf(lot, INDEX), salt = "title") =>
    orderOf(purchaseOf(market, offerId, { assetId, salt: hashOf(salt) }), { evidence });

  const ownerOf = async () => (await market.contracts.registry.read.ownerOf([assetId])).toLowerCase();

  const mint = () =>
    market.contracts.registry.write.mint([assetId, lot.leaf(INDEX), lot.proof(INDEX)], { account: market.licensor });

  const expectNoProof = (call: () => Promise<Hash>) =>
    expectRefused(market.protocol, call, {
      by: market.contracts.market,
      error: "LicenseMarketInvalidProof",
      args: [assetId],
    });

  it("is refused without the asset's leaf, minted or not", async () => {
    const offerId = await publishTitle();
    await expectNoProof(() => buy(market, purchaseOf(market, offerId, { assetId })));
    await expectNoProof(() => fill(market, orderOf(purchaseOf(market, offerId, { assetId }))));
    await expectNoProof(() => fill(market, order(offerId, evidenceOf(lot, INDEX + 1))));
    await expectNoProof(() =>
      fill(market, order(offerId, { ...evidenceOf(lot, INDEX), proof: lot.proof(INDEX).slice(1) })),
    );
    await mint();
    await expectNoProof(() => fill(market, order(offerId, evidenceOf(lot, INDEX + 1))));
  });

  it("is refused once somebody else owns the token", async () => {
    const { registry } = market.contracts;
    const offerId = await publishTitle();
    await mint();
    await registry.write.transferFrom([market.licensor.address, market.stranger.address, assetId], {
      account: market.licensor,
    });
    await expectRefused(market.protocol, () => fill(market, order(offerId)), {
      by: registry,
      error: "AssetRegistryNotOwned",
      args: [assetId, isAddress(market.stranger.address), isAddress(market.licensor.address)],
    });
  });

  it("is refused a second time, also after the licensor bought the token back", async () => {
    const { registry } = market.contracts;
    const offerId = await publishTitle();
    await fill(market, order(offerId));
    const again = () =>
      expectRefused(market.protocol, () => fill(market, order(offerId, undefined, "again")), {
        by: market.contracts.market,
        error: "LicenseMarketSoldOut",
        args: [offerId, 1],
      });
    await again();
    const { address } = market.licensee;
    await registry.write.transferFrom([address, market.licensor.address, assetId], { account: address });
    await again();
  });

  it("is undone with the payment", async () => {
    const offerId = await publishTitle();
    await expectRefused(market.protocol, () => fill(market, order(offerId), market.stranger), {
      by: market.contracts.usdc,
      error: "ERC20InsufficientAllowance",
      args: [isAddress(market.contracts.splitter.address), 0n, PRICE],
    });
  });

  for (const minted of [false, true]) {
    it(`conveys the token of a work that was ${minted ? "" : "not "}minted before, and pays the recipe`, async () => {
      const { market: contract, splitter, licenses, usdc } = market.contracts;
      const offerId = await publishTitle();
      if (minted) await mint();
      const filled = order(offerId);
      await connection.viem.assertions.emitWithArgs(fill(market, filled), contract, "LicensePurchased", [
        offerId,
        assetId,
        isAddress(market.licensee.address),
        await contract.read.purchaseIdOf([filled.purchase]),
        isAddress(market.buyer.address),
        zeroAddress,
        market.recipe.ordinal,
        isAddress(usdc.address),
        PRICE,
        0n,
        0n,
      ]);
      expect(await ownerOf()).to.equal(market.licensee.address);
      expect((await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address])).sales).to.equal(PRICE);
      expect(await licenses.read.hasLicense([market.licensee.address, assetId, USAGE.personal])).to.equal(false);
    });
  }

  it("brings a plain license of the usages it names", async () => {
    const { licenses } = market.contracts;
    const offerId = await publishTitle({ usages: USAGES.personal | USAGES.advertising, duration: PERPETUAL });
    await fill(market, order(offerId));
    expect(await licenses.read.plainLicenseOf([market.licensee.address, assetId])).to.deep.equal([
      PERPETUAL,
      0,
      PERPETUAL,
    ]);
  });

  it("leaves the licensor in control: its offers sell on", async () => {
    await fill(market, order(await publishTitle()));
    const offerId = await publish(market, offerInput(market, { scope: SCOPE.lot, scopeId: lot.lotId }));
    await buy(market, purchaseOf(market, offerId, { assetId }));
  });
});
