import { expect } from "chai";
import { getAddress, type Hash, zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  assetAt,
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
  registerRecipe,
  SCOPE,
  USAGE,
  USAGES,
  WHOLE_LOT,
} from "../licensing/market.ts";
import { fill, NO_EVIDENCE, orderOf } from "../licensing/orders.ts";
import { commitRuledLot } from "../licensing/rulers.ts";
import { leafOf, type RegistryError } from "./registry.ts";

const PRICE = 25_000_000n;
const TOKEN = 77n;
const NONCE = 5n;

/** What the market makes of the registry's powers: control, freezes, whole lots and tokens of other collections. */
describe("registry/sales", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let salt = 0;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  /** A purchase that differs from every other one. */
  const purchase = (offerId: Hash, assetId: bigint) =>
    purchaseOf(market, offerId, { assetId, salt: hashOf(`purchase ${salt++}`) });

  const refusedByRegistry = (call: () => Promise<Hash>, error: RegistryError, args: readonly unknown[]) =>
    expectRefused(market.protocol, call, { by: market.contracts.registry, error, args });

  const notReleasable = (offerId: Hash, assetId: bigint) =>
    refusedByRegistry(() => buy(market, purchase(offerId, assetId)), "AssetRegistryNotReleasable", [assetId]);

  const isLicensed = (assetId: bigint) =>
    market.contracts.licenses.read.hasLicense([market.licensee.address, assetId, USAGE.personal]);

  it("kills a licensor's offers when control changes hands, and leaves them dead when it comes back", async () => {
    const { registry } = market.contracts;
    const offerId = await publish(market, offerInput(market));
    await buy(market, purchase(offerId, market.assets(0)));
    const heir = market.stranger;
    const handOver = async (from: typeof heir, to: typeof heir) => {
      await registry.write.offerControl([market.recipe.id, to.address], { account: from });
      await registry.write.acceptControl([market.recipe.id], { account: to });
    };
    const refused = (epoch: number) =>
      expectRefused(market.protocol, () => buy(market, purchase(offerId, market.assets(1))), {
        by: market.contracts.market,
        error: "LicenseMarketStaleOffer",
        args: [offerId, epoch, 0],
      });
    await handOver(market.licensor, heir);
    await refused(1);
    const theirs = await publish(market, offerInput(market), heir);
    await buy(market, purchase(theirs, market.assets(1)));
    await handOver(heir, market.licensor);
    await refused(2);
    expect(await isLicensed(market.assets(0))).to.equal(true);
  });

  describe("a freeze", () => {
    it("stops sales of the asset and of its lot as a whole, and no other; what was sold stays", async () => {
      const { registry, licenses } = market.contracts;
      const lot = await commitRuledLot(market);
      const { recipeId } = lot;
      const account = lot.timelock;
      const publishRuled = async (overrides: Partial<OfferInput>) => {
        const input = offerInput(market, { recipeId, ...overrides });
        await market.contracts.market.write.publishOffer([input], { account, gas: GAS });
        return market.contracts.market.read.offerIdOf([account, input]);
      };
      const single = await publishRuled({});
      const whole = await publishRuled({ scope: SCOPE.asset, scopeId: lot.asset(WHOLE_LOT) });
      await buy(market, purchase(single, lot.asset(3)));
      const until = (await connection.networkHelpers.time.latest()) + DAY;
      await registry.write.freeze([lot.asset(3), until], { account });

      await notReleasable(single, lot.asset(3));
      await notReleasable(whole, lot.asset(WHOLE_LOT));
      expect(await isLicensed(lot.asset(3))).to.equal(true);
      await buy(market, purchase(single, lot.asset(4)));

      await connection.networkHelpers.time.increaseTo(until);
      await buy(market, purchase(whole, lot.asset(WHOLE_LOT)));
      for (const index of [0, 3, 9]) expect(await isLicensed(lot.asset(index)), `asset ${index}`).to.equal(true);
      expect(await licenses.read.hasLicense([market.buyer.address, lot.asset(0), USAGE.personal])).to.equal(false);
    });
  });

  describe("a token of another collection", () => {
    let collection: Awaited<ReturnType<typeof deployCollection>>;
    let assetId: bigint;
    const deployCollection = () => connection.viem.deployContract("TestCollection");

    beforeEach(async () => {
      collection = await deployCollection();
      await collection.write.mint([market.licensor.address, TOKEN]);
      const args = [market.recipe.id, NONCE, collection.address, TOKEN] as const;
      await market.contracts.registry.write.registerExternal(args, { account: market.licensor });
      assetId = assetAt((BigInt(market.licensor.address) << 64n) | NONCE, 0);
    });

    it("is sold like any asset, to its recipe's payees, while the licensor owns it", async () => {
      const { splitter, usdc } = market.contracts;
      const offerId = await publish(market, offerInput(market));
      await buy(market, purchase(offerId, assetId), market.buyer, true);
      const ordinal = market.recipe.ordinal;
      const { address } = market.licensor;
      expect(await splitter.read.claimable([ordinal, usdc.address, address])).to.equal(PRICE);
      await collection.write.transferFrom([address, market.stranger.address, TOKEN], { account: market.licensor });
      await notReleasable(offerId, assetId);
      expect(await isLicensed(assetId)).to.equal(true);
      await buy(market, purchase(offerId, market.assets(0)));
    });

    it("is never sold exclusively, nor as a title: there is no leaf to prove", async () => {
      const scope = { scope: SCOPE.asset, scopeId: assetId };
      for (const over of [{ exclusive: true }, { title: true, usages: 0 }]) {
        const offerId = await publish(market, offerInput(market, { ...scope, ...over }));
        for (const proof of [[], [hashOf("sibling")]]) {
          const evidence = { ...NO_EVIDENCE, leaf: leafOf(0), proof };
          const order = orderOf(purchase(offerId, assetId), { evidence });
          await expectRefused(market.protocol, () => fill(market, order), {
            by: market.contracts.market,
            error: "LicenseMarketInvalidProof",
            args: [assetId],
          });
        }
      }
    });

    it("gives its new owner nothing to sell but what it registers itself", async () => {
      const { registry } = market.contracts;
      const owner = market.stranger;
      await collection.write.transferFrom([market.licensor.address, owner.address, TOKEN], {
        account: market.licensor,
      });
      const input = offerInput(market, { scope: SCOPE.asset, scopeId: assetId });
      await expectRefused(
        market.protocol,
        () => market.contracts.market.write.publishOffer([input], { account: owner, gas: GAS }),
        { by: market.contracts.market, error: "LicenseMarketUnauthorized", args: [getAddress(owner.address)] },
      );
      const own = await registerRecipe(market, { licensor: owner.address, commitment: hashOf("own") });
      await registry.write.registerExternal([own.id, NONCE, collection.address, TOKEN], { account: owner });
      const theirs = assetAt((BigInt(owner.address) << 64n) | NONCE, 0);
      const offerId = await publish(market, offerInput(market, { recipeId: own.id }), owner);
      await buy(market, purchase(offerId, theirs));
      expect(await isLicensed(theirs)).to.equal(true);
      expect(await registry.read.externalOf([theirs])).to.deep.equal([getAddress(collection.address), TOKEN]);
      expect(await registry.read.externalOf([market.assets(0)])).to.deep.equal([zeroAddress, 0n]);
    });

    it("sells derivative rights to those who build on it, also after the token has moved on", async () => {
      const offerId = await publish(market, offerInput(market, { usages: USAGES.derivative, rate: 100_000 }));
      const order = purchase(offerId, assetId);
      await buy(market, order);
      const licenseId = await market.contracts.market.read.purchaseIdOf([order]);
      const { address } = market.licensor;
      await collection.write.transferFrom([address, market.stranger.address, TOKEN], { account: market.licensor });
      const child = await registerRecipe(market, {
        licensor: market.licensee.address,
        commitment: hashOf("child"),
        parents: [{ asset: assetId, licenseId, rate: 0 }],
      });
      expect(await market.contracts.splitter.read.edgesOf([child.ordinal])).to.deep.equal([
        { parent: market.recipe.ordinal, rate: 100_000, pass: 0 },
      ]);
      const { validUntil } = await market.contracts.registry.read.recipeOf([child.id]);
      expect(validUntil).to.be.below(PERPETUAL);
    });
  });
});
