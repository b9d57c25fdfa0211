import { expect } from "chai";
import { zeroAddress, zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { STATUS } from "./grants.ts";
import {
  type Account,
  type Address,
  assetAt,
  bought,
  buy,
  commitLot,
  DAY,
  deployMarket,
  GAS,
  type Hash,
  hashOf,
  type Market,
  type OfferInput,
  offerInput,
  PERPETUAL,
  publish,
  purchaseOf,
  recipeInput,
  registerRecipe,
  USAGE,
  USAGES,
} from "./market.ts";
import { commitRuledLot, type RuledLot } from "./rulers.ts";

const PRICE = 25_000_001n;
const YEAR = 365 * DAY;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

describe("rulings", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let lot: RuledLot;
  let foreign: RuledLot;

  const fixture = async () => {
    const deployed = await deployMarket(connection);
    return { deployed, own: await commitRuledLot(deployed, 7), other: await commitRuledLot(deployed, 8) };
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    const loaded = await connection.networkHelpers.loadFixture(fixture);
    [market, lot, foreign] = [loaded.deployed, loaded.own, loaded.other];
    await market.contracts.usdc.write.mint([lot.timelock, 100n * PRICE]);
  });

  const asAccount = (address: Address): Account => ({ address, type: "json-rpc" });

  const revocable = (overrides: Partial<OfferInput> = {}): OfferInput =>
    offerInput(market, { recipeId: lot.recipeId, price: PRICE, revocable: true, duration: YEAR, ...overrides });

  let count = 0;
  const buyOne = async (overrides: Partial<OfferInput> = {}, seats = 1): Promise<Hash> => {
    count += 1;
    const offerId = await publish(
      market,
      revocable({ salt: hashOf(`${count}`), ...overrides }),
      asAccount(lot.timelock),
    );
    return bought(market, purchaseOf(market, offerId, { assetId: lot.asset(3), maxTotal: 10n * PRICE, seats }));
  };

  const revoke = (licenseId: Hash, by: Address = lot.timelock, maxRefund = 2n ** 96n - 1n): Promise<Hash> =>
    market.contracts.market.write.revokeLicense([licenseId, maxRefund], { account: by, gas: GAS });

  const approve = (amount: bigint) =>
    market.contracts.usdc.write.approve([market.contracts.splitter.address, amount], { account: lot.timelock });

  const refuse = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(market.protocol, call, {
      by: market.contracts.market,
      error: error as "LicenseMarketNotRevocable",
      args,
    });

  const creditOf = (address: Address) =>
    market.contracts.splitter.read.creditOf([address, market.contracts.usdc.address]);

  const ledgerOf = async () => {
    const { ordinal } = await market.contracts.registry.read.recipeOf([lot.recipeId]);
    return market.contracts.splitter.read.ledgerOf([ordinal, market.contracts.usdc.address]);
  };

  /** Revokes in a second that is known, and returns what was credited to the holder. */
  const revokedAfter = async (licenseId: Hash, seconds: number): Promise<bigint> => {
    const { boughtAt } = await market.contracts.licenses.read.recordOf([licenseId]);
    await approve(10n * PRICE);
    await connection.networkHelpers.time.setNextBlockTimestamp(boughtAt + seconds);
    await revoke(licenseId);
    return creditOf(market.licensee.address);
  };

  describe("revokeLicense is refused", () => {
    it("to a foreign board or timelock, the licensor's buyer, and strangers", async () => {
      const licenseId = await buyOne();
      for (const by of [foreign.timelock, market.buyer.address, market.licensee.address, market.stranger.address]) {
        await refuse(() => revoke(licenseId, by), "LicenseMarketUnauthorized", [isAddress(by)]);
      }
    });

    it("to everybody where the lot is independent: no studio, no ruler", async () => {
      const offerId = await publish(market, offerInput(market, { revocable: true }));
      const licenseId = await bought(market, purchaseOf(market, offerId));
      for (const by of [market.licensor.address, lot.timelock]) {
        await refuse(() => revoke(licenseId, by), "LicenseMarketUnauthorized", [isAddress(by)]);
      }
    });

    it("where the buyer was not told", async () => {
      const licenseId = await buyOne({ revocable: false, territory: 756 });
      await approve(PRICE);
      await refuse(() => revoke(licenseId), "LicenseMarketNotRevocable", [licenseId]);
      await expectRevocationUnpriced(licenseId);
    });

    it("of a license that is over, and twice", async () => {
      const expired = await buyOne({ duration: DAY });
      const ended = await buyOne();
      await approve(10n * PRICE);
      await revoke(ended);
      await refuse(() => revoke(ended), "LicenseMarketNotRevocable", [ended]);
      await connection.networkHelpers.time.increase(DAY);
      await refuse(() => revoke(expired), "LicenseMarketNotRevocable", [expired]);
    });

    it("without money: neither allowance nor balance is forgiven", async () => {
      const { usdc, splitter } = market.contracts;
      const licenseId = await buyOne({ duration: PERPETUAL });
      for (const [allowance, error] of [
        [0n, "ERC20InsufficientAllowance"],
        [PRICE, "ERC20InsufficientBalance"],
      ] as const) {
        if (allowance !== 0n) await usdc.write.transfer([splitter.address, 100n * PRICE], { account: lot.timelock });
        await approve(allowance);
        await expectRefused(market.protocol, () => revoke(licenseId), {
          by: usdc,
          error,
          args: [() => true, () => true, () => true],
        });
      }
      expect((await market.contracts.licenses.read.recordOf([licenseId])).status).to.equal(STATUS.granted);
    });

    it("where it costs more than the ruler gives", async () => {
      const licenseId = await buyOne({ duration: PERPETUAL });
      const { boughtAt } = await market.contracts.licenses.read.recordOf([licenseId]);
      await approve(PRICE);
      await connection.networkHelpers.time.setNextBlockTimestamp(boughtAt + 5 * YEAR - 1);
      await refuse(() => revoke(licenseId, lot.timelock, 0n), "LicenseMarketOverMaxTotal", [1n, 0n]);
    });
  });

  const expectRevocationUnpriced = async (licenseId: Hash) =>
    connection.viem.assertions.revertWithCustomErrorWithArgs(
      market.contracts.market.read.revocationRefundOf([licenseId]),
      market.contracts.market,
      "LicenseMarketNotRevocable",
      [licenseId],
    );

  describe("revokeLicense", () => {
    it("pays the holder for the time left, rounded up, and ends the license in the same call", async () => {
      const { market: contract, licenses, usdc } = market.contracts;
      const licenseId = await buyOne();
      const { boughtAt } = await licenses.read.recordOf([licenseId]);
      const seconds = 100 * DAY;
      const refund = (PRICE * BigInt(YEAR - seconds) + BigInt(YEAR) - 1n) / BigInt(YEAR);
      await approve(PRICE);
      const held = await usdc.read.balanceOf([lot.timelock]);
      await connection.networkHelpers.time.setNextBlockTimestamp(boughtAt + seconds);
      await connection.viem.assertions.emitWithArgs(revoke(licenseId), contract, "LicenseRevoked", [
        licenseId,
        isAddress(lot.timelock),
        isAddress(market.licensee.address),
        isAddress(usdc.address),
        refund,
      ]);
      expect(await creditOf(market.licensee.address)).to.equal(refund);
      expect(held - (await usdc.read.balanceOf([lot.timelock]))).to.equal(refund);
      expect((await licenses.read.recordOf([licenseId])).status).to.equal(STATUS.revoked);
      const args = [licenseId, market.licensee.address, lot.asset(3), USAGE.personal] as const;
      expect(await licenses.read.holdsLicense(args)).to.equal(false);
    });

    it("leaves the totals of the ledger unchanged: nothing that was earned is taken back", async () => {
      const licenseId = await buyOne();
      const before = await ledgerOf();
      await approve(PRICE);
      await revoke(licenseId);
      expect(await ledgerOf()).to.deep.equal(before);
    });

    it("takes a perpetual license on a straight line over five years", async () => {
      const half = await buyOne({ duration: PERPETUAL });
      expect(await revokedAfter(half, (5 * YEAR) / 2)).to.equal((PRICE + 1n) / 2n);
    });

    it("pays nothing for a perpetual license after five years", async () => {
      expect(await revokedAfter(await buyOne({ duration: PERPETUAL }), 5 * YEAR)).to.equal(0n);
    });

    it("pays for every seat", async () => {
      const licenseId = await buyOne({ seats: 3 }, 3);
      const refund = (3n * PRICE * BigInt(YEAR - 60) + BigInt(YEAR) - 1n) / BigInt(YEAR);
      expect(await revokedAfter(licenseId, 60)).to.equal(refund);
    });

    it("pays for what a renewal added", async () => {
      const licenseId = await buyOne();
      await market.contracts.market.write.renewLicense([licenseId, PRICE, PERPETUAL, false], {
        account: market.buyer,
        gas: GAS,
      });
      const refund = (PRICE * BigInt(2 * YEAR - 10) + BigInt(YEAR) - 1n) / BigInt(YEAR);
      expect(await revokedAfter(licenseId, 10)).to.equal(refund);
    });

    it("pays whoever holds the license now", async () => {
      const licenseId = await buyOne({ transferable: true });
      await market.contracts.licenses.write.transferFrom(
        [market.licensee.address, market.stranger.address, BigInt(licenseId)],
        { account: market.licensee },
      );
      await approve(PRICE);
      await revoke(licenseId);
      expect((await creditOf(market.stranger.address)) > 0n).to.equal(true);
      expect(await creditOf(market.licensee.address)).to.equal(0n);
    });

    it("moves nothing where the license was free", async () => {
      const licenseId = await buyOne({ price: 0n, free: true });
      await revoke(licenseId);
      expect((await market.contracts.licenses.read.recordOf([licenseId])).status).to.equal(STATUS.revoked);
    });

    it("gives all of the price back to the payer while the license may be returned, out of its pot", async () => {
      const { market: contract, licenses } = market.contracts;
      const licenseId = await buyOne({ refundWindow: DAY, penalty: 500_000 });
      expect((await contract.read.revocationRefundOf([licenseId]))[1]).to.equal(0n);
      await revoke(licenseId, lot.timelock, 0n);
      expect(await creditOf(market.buyer.address)).to.equal(PRICE);
      expect((await ledgerOf()).sales).to.equal(0n);
      expect((await contract.read.escrowOf([licenseId])).payer).to.equal(zeroAddress);
      expect((await licenses.read.recordOf([licenseId])).status).to.equal(STATUS.revoked);
    });

    it("makes a sale final first that can no longer be returned: by time, or by use", async () => {
      const late = await buyOne({ refundWindow: DAY });
      const used = await buyOne({ refundWindow: DAY, usages: USAGES.derivative, rate: 100_000 });
      const parents = [{ asset: lot.asset(3), licenseId: used, rate: 0 }];
      await registerRecipe(market, { licensor: market.licensee.address, commitment: hashOf("child"), parents });
      await approve(10n * PRICE);
      await revoke(used);
      expect((await ledgerOf()).sales).to.equal(PRICE);
      await connection.networkHelpers.time.increase(2 * DAY);
      await revoke(late);
      expect((await ledgerOf()).sales).to.equal(2n * PRICE);
      expect(await creditOf(market.buyer.address)).to.equal(0n);
    });

    it("stops the recipe that was made with the license, until it has another, and no sale of what was made", async () => {
      const { registry } = market.contracts;
      const maker = market.licensee;
      const buyRight = () => buyOne({ usages: USAGES.derivative, rate: 100_000 });
      const input = {
        licensor: maker.address,
        commitment: hashOf("child"),
        parents: [{ asset: lot.asset(3), licenseId: await buyRight(), rate: 0 }],
      };
      const child = await registerRecipe(market, input);
      const made = await commitLot(market, child, { account: maker, count: 1 });
      await approve(10n * PRICE);
      await connection.viem.assertions.emitWithArgs(
        revoke(input.parents[0]?.licenseId ?? zeroHash),
        registry,
        "RecipeStopped",
        [child.ordinal, (time: number) => time > 0],
      );
      const { validUntil } = await registry.read.recipeOf([child.id]);
      expect(validUntil).to.equal(await connection.networkHelpers.time.latest());
      const another = { recipeId: child.id, nonce: 999n, root: hashOf("another"), count: 1, gate: zeroAddress };
      const commit = () =>
        registry.write.commitLot([{ ...another, manifest: hashOf("manifest") }], { account: maker.address, gas: GAS });
      await expectRefused(market.protocol, commit, {
        by: registry,
        error: "AssetRegistryExpiredRecipe",
        args: [child.id, validUntil],
      });

      const offerId = await publish(market, offerInput(market, { recipeId: child.id }), maker);
      await buy(market, purchaseOf(market, offerId, { assetId: assetAt(made, 0) }));
      await registry.write.renewRecipe([recipeInput(input), [await buyRight()]], { account: maker.address, gas: GAS });
      await commit();
    });

    it("is quoted by revocationRefundOf to the unit", async () => {
      const { market: contract, licenses, usdc } = market.contracts;
      const licenseId = await buyOne();
      const { expiry } = await licenses.read.recordOf([licenseId]);
      await connection.networkHelpers.time.increase(77 * DAY);
      const left = BigInt(expiry - (await connection.networkHelpers.time.latest()));
      const [token, amount] = await contract.read.revocationRefundOf([licenseId]);
      expect(isAddress(usdc.address)(token)).to.equal(true);
      expect(amount).to.equal((PRICE * left + BigInt(YEAR) - 1n) / BigInt(YEAR));
    });
  });

  describe("freeze", () => {
    const freeze =
      (assetId: bigint, by: Address, days = 30) =>
      async () => {
        const now = await connection.networkHelpers.time.latest();
        return market.contracts.registry.write.freeze([assetId, now + days * DAY], { account: by, gas: GAS });
      };

    const publishPlain = () => publish(market, offerInput(market, { recipeId: lot.recipeId }), asAccount(lot.timelock));

    it("is refused to a foreign ruler, and to all on an independent lot", async () => {
      const { registry } = market.contracts;
      await expectRefused(market.protocol, freeze(lot.asset(3), foreign.timelock), {
        by: registry,
        error: "AssetRegistryUnauthorized",
        args: [isAddress(foreign.timelock)],
      });
      await expectRefused(market.protocol, freeze(market.assets(7), market.licensor.address), {
        by: registry,
        error: "AssetRegistryNoRuler",
        args: [market.assets(7)],
      });
    });

    it("is refused a second time on the same subject", async () => {
      await freeze(lot.asset(3), lot.timelock)();
      await connection.networkHelpers.time.increase(31 * DAY);
      await expectRefused(market.protocol, freeze(lot.asset(3), lot.timelock), {
        by: market.contracts.registry,
        error: "AssetRegistryFrozenRecently",
        args: [lot.asset(3), () => true],
      });
    });

    it("stops new sales and renewals of the asset, and nothing else", async () => {
      const offerId = await publishPlain();
      const licenseId = await buyOne();
      await freeze(lot.asset(3), lot.timelock)();
      for (const call of [
        () => buy(market, purchaseOf(market, offerId, { assetId: lot.asset(3) })),
        () =>
          market.contracts.market.write.renewLicense([licenseId, PRICE, PERPETUAL, false], {
            account: market.buyer,
            gas: GAS,
          }),
      ]) {
        await expectRefused(market.protocol, call, {
          by: market.contracts.registry,
          error: "AssetRegistryNotReleasable",
          args: [lot.asset(3)],
        });
      }
      const args = [licenseId, market.licensee.address, lot.asset(3), USAGE.personal] as const;
      expect(await market.contracts.licenses.read.holdsLicense(args)).to.equal(true);
      await buy(market, purchaseOf(market, offerId, { assetId: lot.asset(4) }));
      await connection.networkHelpers.time.increase(31 * DAY);
      await buy(market, purchaseOf(market, offerId, { assetId: lot.asset(3) }));
    });
  });
});
