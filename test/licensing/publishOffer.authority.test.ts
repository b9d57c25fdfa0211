import { expect } from "chai";
import { type Hash, zeroAddress, zeroHash } from "viem";
import { expectRefused } from "../helpers/refused.ts";
import { connect, createStudio } from "../helpers/protocol.ts";
import {
  buy,
  deployMarket,
  derivativeOffer,
  FLOOR,
  GAS,
  hashOf,
  type Market,
  type OfferInput,
  offerInput,
  publish,
  purchaseOf,
  recipeInput,
  SCOPE,
} from "./market.ts";

describe("publishOffer: authority", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  const expectUnauthorized = (call: () => Promise<Hash>, caller: string) =>
    expectRefused(market.protocol, call, {
      by: market.contracts.market,
      error: "LicenseMarketUnauthorized",
      args: [(found: string) => found.toLowerCase() === caller.toLowerCase()],
    });

  const publishAs = (account: Market["stranger"], input: OfferInput) => () =>
    market.contracts.market.write.publishOffer([input], { account, gas: GAS });

  it("refuses a recipe that nobody registered", async () => {
    const input = offerInput(market, { recipeId: hashOf("nothing") });
    await expectRefused(market.protocol, publishAs(market.licensor, input), {
      by: market.contracts.market,
      error: "LicenseMarketUnknownRecipe",
      args: [hashOf("nothing")],
    });
  });

  it("refuses a stranger, whatever the terms", async () => {
    await expectUnauthorized(publishAs(market.stranger, offerInput(market)), market.stranger.address);
    await expectUnauthorized(publishAs(market.stranger, offerInput(market, { title: true })), market.stranger.address);
  });

  it("refuses the owner of a minted asset, for any usage, where the recipe leaves none to owners", async () => {
    const { registry } = market.contracts;
    const leaf = {
      contentHash: hashOf("content"),
      c2paHash: zeroHash,
      recipeCommitment: hashOf("commitment"),
      createdAt: 1_790_000_000n,
      perceptualHash: zeroHash,
      machineScore: 0,
      reportHash: zeroHash,
    };
    const nonce = 2n ** 60n;
    const assetId = ((BigInt(market.licensor.address) << 64n) | nonce) << 24n;
    const root = await registry.read.hashLeaf([assetId, leaf]);
    const lot = { recipeId: market.recipe.id, nonce, root, count: 1, gate: zeroAddress };
    await registry.write.register([{ ...lot, manifest: zeroHash }, leaf], { account: market.licensor });
    await registry.write.transferFrom([market.licensor.address, market.stranger.address, assetId], {
      account: market.licensor,
    });
    const terms = { scope: 2, scopeId: assetId };
    for (const input of [offerInput(market, terms), derivativeOffer(market, { ...terms, rate: FLOOR })]) {
      await expectRefused(market.protocol, publishAs(market.stranger, input), {
        by: market.contracts.market,
        error: "LicenseMarketOwnerUsages",
        args: [input.usages, 0],
      });
    }
    await publish(market, offerInput(market, terms));
  });

  it("refuses the registrar that registered a studio's recipe; takes its timelock", async () => {
    const { registry, market: contract } = market.contracts;
    const { timelock, config } = await createStudio(market.protocol);
    const input = recipeInput({ licensor: timelock });
    await registry.write.registerRecipe([input, 0n, "0x"], { account: config.registrar });
    const recipeId = await registry.read.recipeIdOf([market.recipe.ordinal + 1]);
    const offer = offerInput(market, { recipeId });
    await expectUnauthorized(
      () => contract.write.publishOffer([offer], { account: config.registrar, gas: GAS }),
      config.registrar,
    );
    await connection.networkHelpers.impersonateAccount(timelock);
    await connection.networkHelpers.setBalance(timelock, 10n ** 18n);
    await contract.write.publishOffer([offer], { account: timelock });
    const { recipe } = await contract.read.offerOf([await contract.read.offerIdOf([timelock, offer])]);
    expect(recipe).to.equal(market.recipe.ordinal + 1);
  });

  it("refuses a rate under the floor even to the licensor", async () => {
    await expectRefused(market.protocol, publishAs(market.licensor, derivativeOffer(market, { rate: FLOOR - 1 })), {
      by: market.contracts.market,
      error: "LicenseMarketInvalidRate",
      args: [FLOOR - 1, FLOOR, 900_000],
    });
  });

  it("refuses a sale once the recipe changed hands, and after it was bought back", async () => {
    const { market: contract, registry } = market.contracts;
    const offerId = await publish(market, offerInput(market));
    await buy(market, purchaseOf(market, offerId));
    const handOver = async (from: Market["stranger"], to: Market["stranger"]) => {
      await registry.write.offerControl([market.recipe.id, to.address], { account: from });
      await registry.write.acceptControl([market.recipe.id], { account: to });
    };
    for (const [epoch, from, to] of [
      [1, market.licensor, market.stranger],
      [2, market.stranger, market.licensor],
    ] as const) {
      await handOver(from, to);
      await expectRefused(market.protocol, () => buy(market, purchaseOf(market, offerId)), {
        by: contract,
        error: "LicenseMarketStaleOffer",
        args: [offerId, epoch, 0],
      });
    }
    await buy(market, purchaseOf(market, await publish(market, offerInput(market, { salt: hashOf("anew") }))));
  });

  it("lets the new licensor withdraw what the old one published, and the old one nothing", async () => {
    const { market: contract, registry } = market.contracts;
    const offerId = await publish(market, offerInput(market));
    await registry.write.offerControl([market.recipe.id, market.stranger.address], { account: market.licensor });
    await registry.write.acceptControl([market.recipe.id], { account: market.stranger });
    const withdraw = (account: Market["stranger"]) => () =>
      contract.write.withdrawOffer([offerId], { account, gas: GAS });
    await expectUnauthorized(withdraw(market.licensor), market.licensor.address);
    await withdraw(market.stranger)();
  });

  describe("withdrawOffer", () => {
    let offerId: Hash;

    beforeEach(async () => {
      offerId = await publish(market, offerInput(market));
    });

    const withdrawAs =
      (account: Market["stranger"], id = offerId) =>
      () =>
        market.contracts.market.write.withdrawOffer([id], { account, gas: GAS });

    it("refuses an unknown offer", async () => {
      await expectRefused(market.protocol, withdrawAs(market.licensor, hashOf("nothing")), {
        by: market.contracts.market,
        error: "LicenseMarketUnknownOffer",
        args: [hashOf("nothing")],
      });
    });

    it("refuses anyone but the licensor", async () => {
      await expectUnauthorized(withdrawAs(market.stranger), market.stranger.address);
    });

    it("refuses a second time", async () => {
      await withdrawAs(market.licensor)();
      await expectRefused(market.protocol, withdrawAs(market.licensor), {
        by: market.contracts.market,
        error: "LicenseMarketWithdrawnOffer",
        args: [offerId],
      });
    });

    it("ends the sale, keeps every term and every license sold", async () => {
      const { market: contract, licenses } = market.contracts;
      await buy(market, purchaseOf(market, offerId));
      // Every flag of the stored offer is set, so that none can be lost.
      const flagged = { scope: SCOPE.lot, scopeId: market.lot, price: 0n, free: true };
      const other = await publish(market, derivativeOffer(market, flagged));
      const before = await contract.read.offerOf([other]);
      await withdrawAs(market.licensor, other)();
      expect(before.free && before.recorded && before.scope === SCOPE.lot).to.equal(true);
      expect(await contract.read.offerOf([other])).to.deep.equal({ ...before, withdrawn: true });
      await connection.viem.assertions.emitWithArgs(withdrawAs(market.licensor)(), contract, "OfferWithdrawn", [
        offerId,
      ]);
      expect((await contract.read.offerOf([offerId])).withdrawn).to.equal(true);
      expect(await licenses.read.hasLicense([market.licensee.address, market.assets(7), 0])).to.equal(true);
    });
  });
});
