import { expect } from "chai";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Account,
  assetAt,
  bought,
  buy,
  commitLot,
  deployMarket,
  derivativeOffer,
  GAS,
  type Hash,
  hashOf,
  type Market,
  offerInput,
  publish,
  purchaseOf,
  registerRecipe,
  SCOPE,
  USAGE,
  WHOLE_LOT,
} from "./market.ts";

const PRICE = 25_000_000n;

describe("offers for more than one recipe, and for whole lots", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  describe("everything of a licensor", () => {
    const lotOf = async (account: Market["licensor"], name: string) => {
      const recipe = await registerRecipe(market, { licensor: account.address, commitment: hashOf(name) });
      return { recipe, asset: assetAt(await commitLot(market, recipe, { account, count: 3 }), 1) };
    };

    const publishAll = () => publish(market, offerInput(market, { scope: SCOPE.licensor }));

    const expectForeign = async (offerId: Hash, { recipe, asset }: Awaited<ReturnType<typeof lotOf>>) =>
      expectRefused(market.protocol, () => buy(market, purchaseOf(market, offerId, { assetId: asset })), {
        by: market.contracts.market,
        error: "LicenseMarketForeignAsset",
        args: [asset, recipe.ordinal, market.recipe.ordinal],
      });

    it("does not sell what somebody else registered", async () => {
      const foreign = await lotOf(market.stranger, "foreign");
      await expectForeign(await publishAll(), foreign);
    });

    it("does not sell what the licensor registered later", async () => {
      const offerId = await publishAll();
      await expectForeign(offerId, await lotOf(market.licensor, "later"));
    });

    it("does not sell what was sold and bought back, and is not published for it", async () => {
      const { registry, market: contract } = market.contracts;
      const returned = await lotOf(market.licensor, "returned");
      const offerId = await publishAll();
      for (const [from, to] of [
        [market.licensor, market.stranger],
        [market.stranger, market.licensor],
      ] as const) {
        await registry.write.offerControl([returned.recipe.id, to.address], { account: from });
        await registry.write.acceptControl([returned.recipe.id], { account: to });
      }
      await expectRefused(
        market.protocol,
        () => buy(market, purchaseOf(market, offerId, { assetId: returned.asset })),
        {
          by: contract,
          error: "LicenseMarketStaleOffer",
          args: [offerId, 2, 0],
        },
      );
      const input = offerInput(market, { recipeId: returned.recipe.id, scope: SCOPE.licensor });
      await expectRefused(
        market.protocol,
        () => contract.write.publishOffer([input], { account: market.licensor, gas: GAS }),
        { by: contract, error: "LicenseMarketInvalidScope", args: [SCOPE.licensor, 0n] },
      );
    });

    it("stays in its licensor's hands after the recipe it was published with changed hands", async () => {
      const { registry, market: contract } = market.contracts;
      const offerId = await publishAll();
      await registry.write.offerControl([market.recipe.id, market.stranger.address], { account: market.licensor });
      await registry.write.acceptControl([market.recipe.id], { account: market.stranger });
      const withdraw = (account: Account) => () => contract.write.withdrawOffer([offerId], { account, gas: GAS });
      await expectRefused(market.protocol, withdraw(market.stranger), {
        by: contract,
        error: "LicenseMarketUnauthorized",
        args: [(found: string) => found.toLowerCase() === market.stranger.address.toLowerCase()],
      });
      await withdraw(market.licensor)();
      expect((await contract.read.offerOf([offerId])).withdrawn).to.equal(true);
    });

    it("does not sell a whole lot", async () => {
      const offerId = await publishAll();
      const assetId = market.assets(WHOLE_LOT);
      await expectRefused(market.protocol, () => buy(market, purchaseOf(market, offerId, { assetId })), {
        by: market.contracts.market,
        error: "LicenseMarketOutOfScope",
        args: [offerId, assetId],
      });
    });

    it("sells all that was registered, and pays each asset's own recipe", async () => {
      const { splitter, usdc } = market.contracts;
      const earlier = await lotOf(market.licensor, "earlier");
      const offerId = await publishAll();
      await buy(market, purchaseOf(market, offerId, { assetId: earlier.asset }));
      const salesOf = async (recipe: number) => (await splitter.read.ledgerOf([recipe, usdc.address])).sales;
      expect([await salesOf(earlier.recipe.ordinal), await salesOf(market.recipe.ordinal)]).to.deep.equal([PRICE, 0n]);
      await buy(market, purchaseOf(market, offerId));
      expect(await salesOf(market.recipe.ordinal)).to.equal(PRICE);
    });
  });

  describe("a whole lot", () => {
    let offerId: Hash;

    beforeEach(async () => {
      offerId = await publish(market, offerInput(market, { scope: SCOPE.asset, scopeId: market.assets(WHOLE_LOT) }));
    });

    it("is not sold by halves", async () => {
      for (const assetId of [market.assets(7), assetAt(market.lot + 1n, WHOLE_LOT)]) {
        await expectRefused(market.protocol, () => buy(market, purchaseOf(market, offerId, { assetId })), {
          by: market.contracts.market,
          error: "LicenseMarketOutOfScope",
          args: [offerId, assetId],
        });
      }
    });

    it("is not sold by offers for a recipe or for the lot's assets", async () => {
      const assetId = market.assets(WHOLE_LOT);
      for (const scope of [{}, { scope: SCOPE.lot, scopeId: market.lot }]) {
        const other = await publish(market, offerInput(market, scope));
        await expectRefused(market.protocol, () => buy(market, purchaseOf(market, other, { assetId })), {
          by: market.contracts.market,
          error: "LicenseMarketOutOfScope",
          args: [other, assetId],
        });
      }
    });

    it("is sold as one: every asset of it is licensed", async () => {
      const { licenses } = market.contracts;
      await buy(market, purchaseOf(market, offerId, { assetId: market.assets(WHOLE_LOT) }));
      const holds = (assetId: bigint) => licenses.read.hasLicense([market.licensee.address, assetId, USAGE.commercial]);
      expect([await holds(market.assets(0)), await holds(market.assets(299))]).to.deep.equal([true, true]);
      expect(await holds(assetAt(market.lot + 1n, 0))).to.equal(false);
    });

    it("is sold as a record too", async () => {
      const whole = { scope: SCOPE.asset, scopeId: market.assets(WHOLE_LOT) };
      const id = await publish(market, derivativeOffer(market, whole));
      const licenseId = await bought(market, purchaseOf(market, id, { assetId: market.assets(WHOLE_LOT) }));
      expect((await market.contracts.licenses.read.recordOf([licenseId])).assetId).to.equal(market.assets(WHOLE_LOT));
    });
  });
});
