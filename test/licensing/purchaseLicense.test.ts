import { expect } from "chai";
import { encodeAbiParameters, type Hash, hashStruct, keccak256, numberToHex, zeroAddress, zeroHash } from "viem";
import { expectRefused } from "../helpers/refused.ts";
import { connect } from "../helpers/protocol.ts";
import {
  assetAt,
  bought,
  buy,
  commitLot,
  DAY,
  deployMarket,
  GAS,
  hashOf,
  LOT_SIZE,
  type Market,
  offerInput,
  publish,
  type Purchase,
  purchaseOf,
  registerRecipe,
  SCOPE,
  slotOf,
  timeOf,
  USAGE,
  WHOLE_LOT,
} from "./market.ts";

const PRICE = 25_000_000n;

describe("purchaseLicense", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let offerId: Hash;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
    offerId = await publish(market, offerInput(market));
  });

  const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

  const expectPurchaseRefused = (purchase: Purchase, error: string, args: readonly unknown[]) =>
    expectRefused(market.protocol, () => buy(market, purchase), {
      by: market.contracts.market,
      error: error as "LicenseMarketUnknownOffer",
      args,
    });

  describe("refuses", () => {
    it("an unknown offer", async () => {
      const unknown = hashOf("nothing");
      await expectPurchaseRefused(purchaseOf(market, unknown), "LicenseMarketUnknownOffer", [unknown]);
    });

    it("a withdrawn offer", async () => {
      await market.contracts.market.write.withdrawOffer([offerId], { account: market.licensor });
      await expectPurchaseRefused(purchaseOf(market, offerId), "LicenseMarketWithdrawnOffer", [offerId]);
    });

    it("an offer before its first second, takes that one", async () => {
      const start = (await connection.networkHelpers.time.latest()) + DAY;
      const later = await publish(market, offerInput(market, { start }));
      await connection.networkHelpers.time.setNextBlockTimestamp(start - 1);
      await expectPurchaseRefused(purchaseOf(market, later), "LicenseMarketOfferNotStarted", [later, start]);
      await connection.networkHelpers.time.setNextBlockTimestamp(start);
      await buy(market, purchaseOf(market, later));
    });

    it("an offer from its end on, takes the second before", async () => {
      const end = (await connection.networkHelpers.time.latest()) + DAY;
      const ending = await publish(market, offerInput(market, { end }));
      await connection.networkHelpers.time.setNextBlockTimestamp(end - 1);
      await buy(market, purchaseOf(market, ending));
      await connection.networkHelpers.time.setNextBlockTimestamp(end);
      await expectPurchaseRefused(purchaseOf(market, ending), "LicenseMarketOfferEnded", [ending, end]);
    });

    it("a purchase after its deadline, takes its last second", async () => {
      const deadline = (await connection.networkHelpers.time.latest()) + DAY;
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline);
      await buy(market, purchaseOf(market, offerId, { deadline }));
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline + 1);
      await expectPurchaseRefused(purchaseOf(market, offerId, { deadline }), "LicenseMarketExpiredPurchase", [
        deadline,
      ]);
      await expectPurchaseRefused(purchaseOf(market, offerId, { deadline: 0 }), "LicenseMarketExpiredPurchase", [0]);
    });

    it("a licensee of zero", async () => {
      const purchase = purchaseOf(market, offerId, { licensee: zeroAddress });
      await expectPurchaseRefused(purchase, "LicenseMarketInvalidLicensee", [zeroAddress]);
    });

    it("any referrer, payer and licensee included, since the offer lists none", async () => {
      for (const { address } of [market.stranger, market.buyer, market.licensee]) {
        const purchase = purchaseOf(market, offerId, { referrer: address });
        await expectPurchaseRefused(purchase, "LicenseMarketUnlistedReferrer", [offerId, isAddress(address)]);
      }
    });

    it("more than one seat; takes 0 and 1 for one", async () => {
      for (const seats of [2, 2 ** 32 - 1]) {
        await expectPurchaseRefused(purchaseOf(market, offerId, { seats }), "LicenseMarketOverSeats", [seats, 1]);
      }
      await buy(market, purchaseOf(market, offerId, { seats: 0 }));
      await buy(market, purchaseOf(market, offerId, { seats: 1 }));
    });

    it("a price over maxTotal by one unit", async () => {
      const purchase = purchaseOf(market, offerId, { maxTotal: PRICE - 1n });
      await expectPurchaseRefused(purchase, "LicenseMarketOverMaxTotal", [PRICE, PRICE - 1n]);
    });

    it("a whole lot from an offer for its assets", async () => {
      const assetId = market.assets(WHOLE_LOT);
      const purchase = purchaseOf(market, offerId, { assetId });
      await expectPurchaseRefused(purchase, "LicenseMarketOutOfScope", [offerId, assetId]);
    });

    it("an asset of another lot than the offer's", async () => {
      const scoped = await publish(market, offerInput(market, { scope: SCOPE.lot, scopeId: market.lot }));
      const other = await commitLot(market, market.recipe, { account: market.licensor, count: 10 });
      const purchase = purchaseOf(market, scoped, { assetId: assetAt(other, 7) });
      await expectPurchaseRefused(purchase, "LicenseMarketOutOfScope", [scoped, assetAt(other, 7)]);
      await buy(market, purchaseOf(market, scoped));
    });

    it("another asset than the offer's", async () => {
      const scoped = await publish(market, offerInput(market, { scope: SCOPE.asset, scopeId: market.assets(8) }));
      await expectPurchaseRefused(purchaseOf(market, scoped), "LicenseMarketOutOfScope", [scoped, market.assets(7)]);
      await buy(market, purchaseOf(market, scoped, { assetId: market.assets(8) }));
    });

    it("an asset of another recipe, also where the scope names its lot", async () => {
      const foreign = await registerRecipe(market, {
        licensor: market.stranger.address,
        commitment: hashOf("foreign"),
      });
      const lot = await commitLot(market, foreign, { account: market.stranger, count: 10 });
      const scoped = await publish(market, offerInput(market, { scope: SCOPE.lot, scopeId: lot }));
      for (const id of [offerId, scoped]) {
        await expectPurchaseRefused(purchaseOf(market, id, { assetId: assetAt(lot, 1) }), "LicenseMarketForeignAsset", [
          assetAt(lot, 1),
          foreign.ordinal,
          market.recipe.ordinal,
        ]);
      }
    });

    it("an index outside the lot, and a lot nobody committed", async () => {
      const { registry } = market.contracts;
      for (const assetId of [market.assets(LOT_SIZE), market.assets(0xfffffe), assetAt(market.lot + 1n, 0), 0n]) {
        await expectRefused(market.protocol, () => buy(market, purchaseOf(market, offerId, { assetId })), {
          by: registry,
          error: "AssetRegistryNotReleasable",
          args: [assetId],
        });
      }
      await buy(market, purchaseOf(market, offerId, { assetId: market.assets(LOT_SIZE - 1) }));
    });

    it("a payer without allowance, or without money", async () => {
      const { usdc, splitter } = market.contracts;
      const call = () => buy(market, purchaseOf(market, offerId), market.stranger);
      await expectRefused(market.protocol, call, {
        by: usdc,
        error: "ERC20InsufficientAllowance",
        args: [isAddress(splitter.address), 0n, PRICE],
      });
      await usdc.write.approve([splitter.address, PRICE], { account: market.stranger });
      await expectRefused(market.protocol, call, {
        by: usdc,
        error: "ERC20InsufficientBalance",
        args: [isAddress(market.stranger.address), 0n, PRICE],
      });
    });
  });

  describe("sells", () => {
    it("a plain license, books the sale, and says so in one event", async () => {
      const { market: contract, licenses, usdc, splitter } = market.contracts;
      const purchase = purchaseOf(market, offerId, { salt: hashOf("salt") });
      const held = await usdc.read.balanceOf([splitter.address]);
      const hash = await buy(market, purchase);
      const expiry = (await timeOf(market, hash)) + 30 * DAY;
      await connection.viem.assertions.emitWithArgs(Promise.resolve(hash), contract, "LicensePurchased", [
        offerId,
        purchase.assetId,
        isAddress(market.licensee.address),
        await contract.read.purchaseIdOf([purchase]),
        isAddress(market.buyer.address),
        zeroAddress,
        market.recipe.ordinal,
        isAddress(usdc.address),
        PRICE,
        0n,
        slotOf(expiry, expiry, 0),
      ]);
      const { logs } = await market.protocol.publicClient.getTransactionReceipt({ hash });
      expect(logs.filter(({ address }) => address !== usdc.address.toLowerCase())).to.have.length(1);
      expect(await licenses.read.plainLicenseOf([market.licensee.address, purchase.assetId])).to.deep.equal([
        expiry,
        expiry,
        0,
      ]);
      expect(await licenses.read.soldOf([purchase.assetId])).to.deep.equal([true, false]);
      expect(await usdc.read.balanceOf([splitter.address])).to.equal(held + PRICE);
      expect((await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address])).sales).to.equal(PRICE);
    });

    it("nothing to the payer of a gift", async () => {
      const { licenses } = market.contracts;
      await buy(market, purchaseOf(market, offerId));
      for (const account of [market.buyer, market.licensor]) {
        expect(await licenses.read.hasLicense([account.address, market.assets(7), USAGE.personal])).to.equal(false);
      }
    });

    it("a renewal on top of what is left, and from now where it is over", async () => {
      const { licenses } = market.contracts;
      const purchase = purchaseOf(market, offerId);
      const first = (await timeOf(market, await buy(market, purchase))) + 30 * DAY;
      await buy(market, purchase);
      const read = () => licenses.read.plainLicenseOf([market.licensee.address, purchase.assetId]);
      expect(await read()).to.deep.equal([first + 30 * DAY, first + 30 * DAY, 0]);
      await connection.networkHelpers.time.increaseTo(first + 60 * DAY);
      const third = (await timeOf(market, await buy(market, purchase))) + 30 * DAY;
      expect(await read()).to.deep.equal([third, third, 0]);
    });

    it("a free license without moving money", async () => {
      const { usdc, splitter, licenses } = market.contracts;
      const free = await publish(market, offerInput(market, { price: 0n, free: true }));
      const held = await usdc.read.balanceOf([splitter.address]);
      await buy(market, purchaseOf(market, free, { maxTotal: 0n }), market.stranger);
      expect(await usdc.read.balanceOf([splitter.address])).to.equal(held);
      expect(await licenses.read.hasLicense([market.licensee.address, market.assets(7), USAGE.commercial])).to.equal(
        true,
      );
    });

    it("at the highest price there is", async () => {
      const { usdc, splitter } = market.contracts;
      const price = 2n ** 96n - 1n;
      const dear = await publish(market, offerInput(market, { price }));
      await usdc.write.mint([market.buyer.address, price]);
      await buy(market, purchaseOf(market, dear, { maxTotal: price }));
      expect((await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address])).sales).to.equal(price);
    });

    it("and credits the parents in the same transaction where told to", async () => {
      const { splitter, usdc } = market.contracts;
      const parent = { asset: market.assets(3), licenseId: zeroHash, rate: 200_000 };
      const child = await registerRecipe(market, { licensor: market.licensor.address, parents: [parent] });
      const lot = await commitLot(market, child, { account: market.licensor, count: 1 });
      const childOffer = await publish(market, offerInput(market, { recipeId: child.id }));
      const purchase = purchaseOf(market, childOffer, { assetId: assetAt(lot, 0) });
      const earned = () => splitter.read.claimable([market.recipe.ordinal, usdc.address, market.licensor.address]);
      await buy(market, purchase, market.buyer, false);
      expect(await earned()).to.equal(0n);
      const settling = buy(market, purchase, market.buyer, true);
      await connection.viem.assertions.emitWithArgs(settling, splitter, "Settled", [
        child.ordinal,
        isAddress(usdc.address),
        2n * PRICE,
        0n,
      ]);
      expect(await earned()).to.equal((2n * PRICE) / 5n);
    });

    it("in any token the licensor named", async () => {
      const { keyed, splitter } = market.contracts;
      const other = await publish(market, offerInput(market, { token: keyed.address }));
      await buy(market, purchaseOf(market, other));
      expect((await splitter.read.ledgerOf([market.recipe.ordinal, keyed.address])).sales).to.equal(PRICE);
    });
  });

  it("purchaseIdOf: the documented hash, different for every field, market and chain", async () => {
    const { market: contract } = market.contracts;
    const purchase = purchaseOf(market, offerId);
    const base = await contract.read.purchaseIdOf([purchase]);
    expect(BigInt(base) & (2n ** 64n - 1n)).to.equal(0n);
    expect(base).to.equal(await documentedPurchaseId(market, purchase));
    const changes: Partial<Purchase>[] = [
      { offerId: hashOf("other") },
      { assetId: market.assets(8) },
      { licensee: market.stranger.address },
      { referrer: market.stranger.address },
      { seats: 0 },
      { maxTotal: 1n },
      { deadline: 1 },
      { salt: hashOf("other") },
    ];
    const ids = await Promise.all(changes.map((change) => contract.read.purchaseIdOf([{ ...purchase, ...change }])));
    expect(new Set([base, ...ids]).size).to.equal(changes.length + 1);
  });

  it("survives a licensor that withdraws between two purchases", async () => {
    const id = await bought(market, purchaseOf(market, offerId));
    expect(id).to.match(/^0x[0-9a-f]{48}0{16}$/);
    await market.contracts.market.write.withdrawOffer([offerId], { account: market.licensor, gas: GAS });
    const { licenses } = market.contracts;
    expect(await licenses.read.hasLicense([market.licensee.address, market.assets(7), USAGE.personal])).to.equal(true);
  });
});

/** The hash as DESIGN gives it, computed by viem alone. */
async function documentedPurchaseId({ protocol, contracts }: Market, purchase: Purchase): Promise<Hash> {
  const structHash = hashStruct({
    primaryType: "Purchase",
    types: {
      Purchase: [
        { name: "offerId", type: "bytes32" },
        { name: "assetId", type: "uint256" },
        { name: "licensee", type: "address" },
        { name: "referrer", type: "address" },
        { name: "seats", type: "uint32" },
        { name: "maxTotal", type: "uint96" },
        { name: "deadline", type: "uint40" },
        { name: "salt", type: "bytes32" },
      ],
    },
    data: { ...purchase },
  });
  const chainId = BigInt(await protocol.publicClient.getChainId());
  const hash = keccak256(
    encodeAbiParameters(
      [{ type: "uint256" }, { type: "address" }, { type: "bytes32" }],
      [chainId, contracts.market.address, structHash],
    ),
  );
  return numberToHex(BigInt(hash) & ~(2n ** 64n - 1n), { size: 32 });
}
