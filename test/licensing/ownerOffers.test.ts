import { expect } from "chai";
import { type Hash, zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import type { BuiltLot } from "../registry/registry.ts";
import { commitTree } from "./grants.ts";
import {
  type Account,
  buy,
  DAY,
  deployMarket,
  FLOOR,
  GAS,
  hashOf,
  type Market,
  type OfferInput,
  offerInput,
  publish,
  purchaseOf,
  type RecipeRecord,
  registerRecipe,
  SCOPE,
  USAGE,
  USAGES,
  WHOLE_LOT,
} from "./market.ts";

const PRICE = 25_000_001n;
const PARENT_RATE = 300_000;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

describe("offers of a token's owner", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let recipe: RecipeRecord;
  let lot: BuiltLot;
  let owner: Account;
  let assetId: bigint;

  /** A recipe that owes 30 % to its parent and leaves personal and commercial use to owners; one asset is the owner's. */
  const fixture = async () => {
    const deployed = await deployMarket(connection);
    const { licensor, contracts } = deployed;
    const child = await registerRecipe(deployed, {
      licensor: licensor.address,
      commitment: hashOf("child"),
      parents: [{ asset: deployed.assets(0), licenseId: zeroHash, rate: PARENT_RATE }],
      terms: { derivativeFloor: FLOOR, ownerUsages: USAGES.personal | USAGES.commercial, secondaryRate: 0 },
    });
    const tree = await commitTree(deployed, child.id, licensor);
    await contracts.registry.write.mint([tree.assetId(0), tree.leaf(0), tree.proof(0)], { account: licensor });
    await contracts.registry.write.transferFrom([licensor.address, deployed.stranger.address, tree.assetId(0)], {
      account: licensor,
    });
    return { deployed, child, tree };
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    const loaded = await connection.networkHelpers.loadFixture(fixture);
    [market, recipe, lot] = [loaded.deployed, loaded.child, loaded.tree];
    owner = market.stranger;
    assetId = lot.assetId(0);
  });

  const owned = (overrides: Partial<OfferInput> = {}): OfferInput =>
    offerInput(market, { recipeId: recipe.id, scope: SCOPE.asset, scopeId: assetId, price: PRICE, ...overrides });

  const publishAs = (account: Account, input: OfferInput) => () =>
    market.contracts.market.write.publishOffer([input], { account, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(market.protocol, call, {
      by: market.contracts.market,
      error: error as "LicenseMarketNotPlain",
      args,
    });

  describe("are refused", () => {
    it("to whoever does not own the token", async () => {
      await refuse(publishAs(market.relayer, owned()), "LicenseMarketUnauthorized", [
        isAddress(market.relayer.address),
      ]);
    });

    it("for an asset that is not minted, a lot, a recipe, a whole lot and all of a licensor", async () => {
      for (const overrides of [
        { scopeId: lot.assetId(1) },
        { scope: SCOPE.lot, scopeId: lot.lotId },
        { scope: SCOPE.recipe, scopeId: 0n },
        { scopeId: (lot.lotId << 24n) | WHOLE_LOT },
        { scope: SCOPE.licensor, scopeId: 0n },
      ]) {
        await refuse(publishAs(owner, owned(overrides)), "LicenseMarketUnauthorized", [isAddress(owner.address)]);
      }
    });

    it("for usages that the recipe does not leave to owners: never derivative, training or sublicense", async () => {
      for (const usages of [USAGES.advertising, USAGES.derivative, USAGES.training, USAGES.sublicense]) {
        const input = owned({ usages, rate: FLOOR });
        await refuse(publishAs(owner, input), "LicenseMarketOwnerUsages", [usages, 3]);
      }
    });

    it("with anything that is more than a plain license", async () => {
      for (const overrides of [
        { exclusive: true },
        { title: true },
        { transferable: true },
        { revocable: true },
        { territory: 756 },
        { seats: 2 },
        { refundWindow: DAY },
      ]) {
        await refuse(publishAs(owner, owned(overrides)), "LicenseMarketNotPlain", [recipe.id]);
      }
    });
  });

  it("sell nothing under another recipe's looser terms", async () => {
    const loose = await registerRecipe(market, {
      licensor: market.relayer.address,
      commitment: hashOf("loose"),
      terms: { derivativeFloor: 0, ownerUsages: 7, secondaryRate: 0 },
    });
    const offerId = await publish(market, owned({ recipeId: loose.id, usages: USAGES.advertising }), owner);
    await refuse(
      () => buy(market, purchaseOf(market, offerId, { assetId, maxTotal: PRICE })),
      "LicenseMarketForeignAsset",
      [assetId, recipe.ordinal, loose.ordinal],
    );
  });

  describe("once published", () => {
    let offerId: Hash;

    beforeEach(async () => {
      offerId = await publish(market, owned(), owner);
    });

    const purchase =
      (account = market.buyer) =>
      () =>
        buy(market, purchaseOf(market, offerId, { assetId, maxTotal: PRICE }), account);

    it("name the owner as seller and stay the licensor's to read", async () => {
      const { market: contract } = market.contracts;
      expect(isAddress(owner.address)((await contract.read.offerOf([offerId])).seller)).to.equal(true);
    });

    it("pay the lineage its part and the owner the rest; the recipe's payees get nothing", async () => {
      const { splitter, usdc, licenses } = market.contracts;
      await purchase()();
      const kept = (PRICE * BigInt(1_000_000 - PARENT_RATE)) / 1_000_000n;
      expect(await splitter.read.creditOf([owner.address, usdc.address])).to.equal(kept);
      await splitter.write.settle([[recipe.ordinal, market.recipe.ordinal], usdc.address]);
      const claimable = (ordinal: number) => splitter.read.claimable([ordinal, usdc.address, market.licensor.address]);
      expect([await claimable(recipe.ordinal), await claimable(market.recipe.ordinal)]).to.deep.equal([
        0n,
        PRICE - kept,
      ]);
      expect(await licenses.read.hasLicense([market.licensee.address, assetId, USAGE.commercial])).to.equal(true);
    });

    it("stop selling when the token is sold, and sell again when it comes back", async () => {
      const { registry } = market.contracts;
      const give = (from: Account, to: Account) =>
        registry.write.transferFrom([from.address, to.address, assetId], { account: from });
      await give(owner, market.relayer);
      await refuse(purchase(), "LicenseMarketForeignSeller", [
        offerId,
        isAddress(owner.address),
        isAddress(market.relayer.address),
      ]);
      await give(market.relayer, owner);
      await purchase()();
    });

    it("are withdrawn by the owner, and by nobody else: the licensor gave the right away", async () => {
      const { market: contract } = market.contracts;
      const withdraw = (account: Account) => () => contract.write.withdrawOffer([offerId], { account, gas: GAS });
      for (const account of [market.relayer, market.licensor]) {
        await refuse(withdraw(account), "LicenseMarketUnauthorized", [isAddress(account.address)]);
      }
      await withdraw(owner)();
      await refuse(purchase(), "LicenseMarketWithdrawnOffer", [offerId]);
    });
  });
});
