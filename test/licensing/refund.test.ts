import { expect } from "chai";
import { zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { commitTree, STATUS } from "./grants.ts";
import {
  type Account,
  bought,
  buy,
  DAY,
  deployMarket,
  fund,
  GAS,
  type Hash,
  hashOf,
  type Market,
  type OfferInput,
  offerInput,
  derivativeOffer,
  PERPETUAL,
  publish,
  type Purchase,
  purchaseOf,
  registerRecipe,
  SCOPE,
  USAGE,
  USAGES,
} from "./market.ts";
import { evidenceOf, fill, NO_EVIDENCE, orderOf, referrerList } from "./orders.ts";

const PRICE = 25_000_001n;
const WINDOW = 14 * DAY;
const PENALTY_PPM = 50_000;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

/** 5 %, rounded up. */
const penaltyOf = (gross: bigint): bigint => (gross * BigInt(PENALTY_PPM) + 999_999n) / 1_000_000n;

describe("refund", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  const refundable = (overrides: Partial<OfferInput> = {}): OfferInput =>
    offerInput(market, { price: PRICE, refundWindow: WINDOW, penalty: PENALTY_PPM, ...overrides });

  let count = 0;
  const purchase = (offerId: Hash, overrides: Partial<Purchase> = {}): Purchase => {
    count += 1;
    return purchaseOf(market, offerId, { maxTotal: 10n * PRICE, salt: hashOf(`refund ${count}`), ...overrides });
  };

  /** Buys one license of a new offer. */
  const buyOne = async (overrides: Partial<OfferInput> = {}): Promise<Hash> =>
    bought(market, purchase(await publish(market, refundable(overrides))));

  const refund = (licenseId: Hash, account: Account = market.buyer): Promise<Hash> =>
    market.contracts.market.write.refundLicense([licenseId], { account, gas: GAS });

  const finalize = (licenseId: Hash, settle = false, account: Account = market.stranger): Promise<Hash> =>
    market.contracts.market.write.finalizeLicense([licenseId, settle], { account, gas: GAS });

  const renew = (licenseId: Hash): Promise<Hash> =>
    market.contracts.market.write.renewLicense([licenseId, PRICE, PERPETUAL, false], {
      account: market.buyer,
      gas: GAS,
    });

  const refuse = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(market.protocol, call, {
      by: market.contracts.market,
      error: error as "LicenseMarketNotRefundable",
      args,
    });

  const creditOf = (account: Account) =>
    market.contracts.splitter.read.creditOf([account.address, market.contracts.usdc.address]);
  const salesOf = async () =>
    (await market.contracts.splitter.read.ledgerOf([market.recipe.ordinal, market.contracts.usdc.address])).sales;
  const potOf = (licenseId: Hash) => {
    const { splitter, market: contract, usdc } = market.contracts;
    return splitter.read.potOf([contract.address, licenseId, usdc.address]);
  };
  const statusOf = async (licenseId: Hash) => (await market.contracts.licenses.read.recordOf([licenseId])).status;
  const escrowOf = (licenseId: Hash) => market.contracts.market.read.escrowOf([licenseId]);

  /** Lets the next transaction be the first one after the window. */
  const endWindow = async (licenseId: Hash): Promise<number> => {
    const { refundableUntil } = await escrowOf(licenseId);
    await connection.networkHelpers.time.setNextBlockTimestamp(refundableUntil);
    return refundableUntil;
  };

  describe("refundLicense is refused", () => {
    it("for a license that nobody bought, and one that was never refundable", async () => {
      const firm = await bought(market, purchase(await publish(market, derivativeOffer(market))));
      for (const licenseId of [hashOf("nothing"), firm]) {
        await refuse(() => refund(licenseId), "LicenseMarketNotRefundable", [licenseId]);
        await refuse(() => finalize(licenseId), "LicenseMarketNotRefundable", [licenseId]);
      }
    });

    it("to anyone but payer and holder, the licensor included", async () => {
      const licenseId = await buyOne();
      for (const account of [market.stranger, market.licensor]) {
        await refuse(() => refund(licenseId, account), "LicenseMarketUnauthorized", [isAddress(account.address)]);
      }
    });

    it("late: from the first second after the window; the last one is in time", async () => {
      const offerId = await publish(market, refundable());
      const [first, second] = [await bought(market, purchase(offerId)), await bought(market, purchase(offerId))];
      const { refundableUntil } = await escrowOf(first);
      await connection.networkHelpers.time.setNextBlockTimestamp(refundableUntil - 1);
      await refund(first);
      const until = await endWindow(second);
      await refuse(() => refund(second), "LicenseMarketRefundOver", [second, until]);
    });

    it("twice", async () => {
      const licenseId = await buyOne();
      await refund(licenseId);
      await refuse(() => refund(licenseId), "LicenseMarketNotRefundable", [licenseId]);
      await refuse(() => finalize(licenseId), "LicenseMarketNotRefundable", [licenseId]);
    });

    it("after use: the recipe that it made stays paid for", async () => {
      const licenseId = await buyOne({ usages: USAGES.derivative, rate: 100_000 });
      const parents = [{ asset: market.assets(7), licenseId, rate: 0 }];
      await registerRecipe(market, { licensor: market.licensee.address, commitment: hashOf("child"), parents });
      for (const account of [market.buyer, market.licensee]) {
        await refuse(() => refund(licenseId, account), "LicenseMarketNotRefundable", [licenseId]);
      }
      await finalize(licenseId);
      expect(await salesOf()).to.equal(PRICE);
    });

    it("after a transfer: the new holder bought it elsewhere", async () => {
      const licenseId = await buyOne({ transferable: true });
      await market.contracts.licenses.write.transferFrom(
        [market.licensee.address, market.stranger.address, BigInt(licenseId)],
        { account: market.licensee },
      );
      for (const account of [market.buyer, market.stranger]) {
        await refuse(() => refund(licenseId, account), "LicenseMarketNotRefundable", [licenseId]);
      }
      await finalize(licenseId);
      expect(await salesOf()).to.equal(PRICE);
    });
  });

  describe("while the window is open", () => {
    it("the price waits in a pot: no recipe, referrer or settlement reaches it", async () => {
      const { splitter, usdc } = market.contracts;
      const { root } = referrerList([market.relayer.address]);
      const offerId = await publish(market, refundable({ referral: 100_000, referrerRoot: root }));
      const order = orderOf(purchase(offerId, { referrer: market.relayer.address }), { settle: true });
      await fill(market, order);
      const licenseId = await market.contracts.market.read.purchaseIdOf([order.purchase]);
      const escrow = await escrowOf(licenseId);
      expect(isAddress(market.buyer.address)(escrow.payer)).to.equal(true);
      expect(isAddress(market.relayer.address)(escrow.referrer)).to.equal(true);
      expect(escrow.refundableUntil).to.equal((await connection.networkHelpers.time.latest()) + WINDOW);
      await splitter.write.settle([[market.recipe.ordinal], usdc.address]);
      expect([await potOf(licenseId), await salesOf(), await creditOf(market.relayer)]).to.deep.equal([PRICE, 0n, 0n]);
    });

    it("finalizeLicense is refused", async () => {
      const licenseId = await buyOne();
      const { refundableUntil } = await escrowOf(licenseId);
      await refuse(() => finalize(licenseId, false, market.licensor), "LicenseMarketRefundOpen", [
        licenseId,
        refundableUntil,
      ]);
    });

    it("renewLicense is refused", async () => {
      const licenseId = await buyOne();
      await refuse(() => renew(licenseId), "LicenseMarketNotRenewable", [licenseId]);
    });

    it("the license licenses, and stops when it is returned", async () => {
      const { licenses } = market.contracts;
      const licenseId = await buyOne();
      const args = [licenseId, market.licensee.address, market.assets(7), USAGE.personal] as const;
      expect(await licenses.read.holdsLicense(args)).to.equal(true);
      await refund(licenseId);
      expect(await licenses.read.holdsLicense(args)).to.equal(false);
    });
  });

  describe("refundLicense", () => {
    it("credits the payer of a gift, whoever of the two asks, and books the penalty to the recipe", async () => {
      const { market: contract, usdc } = market.contracts;
      const offerId = await publish(market, refundable());
      const penalty = penaltyOf(PRICE);
      for (const [index, account] of [market.buyer, market.licensee].entries()) {
        const licenseId = await bought(market, purchase(offerId));
        await connection.viem.assertions.emitWithArgs(refund(licenseId, account), contract, "LicenseRefunded", [
          licenseId,
          offerId,
          isAddress(market.buyer.address),
          isAddress(usdc.address),
          PRICE - penalty,
          penalty,
        ]);
        expect(await creditOf(market.buyer)).to.equal(BigInt(index + 1) * (PRICE - penalty));
        expect(await salesOf()).to.equal(BigInt(index + 1) * penalty);
        expect(await potOf(licenseId)).to.equal(0n);
        expect(await statusOf(licenseId)).to.equal(STATUS.refunded);
        expect((await escrowOf(licenseId)).payer).to.equal(zeroAddress);
      }
    });

    it("gives the referrer nothing", async () => {
      const { root } = referrerList([market.relayer.address]);
      const offerId = await publish(market, refundable({ referral: 100_000, referrerRoot: root }));
      await refund(await bought(market, purchase(offerId, { referrer: market.relayer.address })));
      expect(await creditOf(market.relayer)).to.equal(0n);
    });

    it("gives the license back to the supply and to the payer's limit", async () => {
      const { market: contract } = market.contracts;
      const offerId = await publish(market, refundable({ supply: 1, perPayer: 1 }));
      const licenseId = await bought(market, purchase(offerId));
      await refuse(() => buy(market, purchase(offerId)), "LicenseMarketSoldOut", [offerId, 1]);
      await refund(licenseId);
      expect((await contract.read.offerOf([offerId])).sold).to.equal(0);
      expect(await contract.read.boughtBy([offerId, market.buyer.address])).to.equal(0);
      await buy(market, purchase(offerId));
      expect((await contract.read.offerOf([offerId])).sold).to.equal(1);
    });

    it("lets the same purchase be made no second time", async () => {
      const again = purchase(await publish(market, refundable()));
      const licenseId = await bought(market, again);
      await refund(licenseId);
      await expectRefused(market.protocol, () => buy(market, again), {
        by: market.contracts.licenses,
        error: "LicensesDuplicateLicense",
        args: [licenseId],
      });
    });

    it("takes every seat back for the price of every seat", async () => {
      const offerId = await publish(market, refundable({ seats: 4 }));
      await refund(await bought(market, purchase(offerId, { seats: 4 })));
      const penalty = penaltyOf(4n * PRICE);
      expect([await creditOf(market.buyer), await salesOf()]).to.deep.equal([4n * PRICE - penalty, penalty]);
    });

    it("needs no open offer", async () => {
      const offerId = await publish(market, refundable());
      const licenseId = await bought(market, purchase(offerId));
      await market.contracts.market.write.withdrawOffer([offerId], { account: market.licensor });
      await refund(licenseId);
      expect(await statusOf(licenseId)).to.equal(STATUS.refunded);
    });
  });

  it("a lock-out loop costs at least 5 % of the price a round", async () => {
    const { market: contract, usdc, splitter } = market.contracts;
    const lot = await commitTree(market, market.recipe.id, market.licensor);
    const terms = { exclusive: true, scope: SCOPE.asset, scopeId: lot.assetId(2), usages: USAGES.commercial };
    const offerId = await publish(market, refundable(terms));
    const rival = market.relayer;
    await fund(market, usdc.address, rival, { amount: 10n * PRICE });
    const wealth = async () => (await usdc.read.balanceOf([market.buyer.address])) + (await creditOf(market.buyer));
    const order = () => orderOf(purchase(offerId, { assetId: lot.assetId(2) }), { evidence: evidenceOf(lot, 2) });
    for (let round = 0; round < 3; round++) {
      const before = await wealth();
      const locked = order();
      await fill(market, locked);
      const licenseId = await contract.read.purchaseIdOf([locked.purchase]);
      await expectRefused(market.protocol, () => fill(market, order(), rival), {
        by: market.contracts.licenses,
        error: "LicensesExclusiveAsset",
        args: [lot.assetId(2), licenseId],
      });
      await refund(licenseId);
      expect(20n * (before - (await wealth())) >= PRICE).to.equal(true);
      await splitter.write.withdraw([usdc.address, market.buyer.address]);
    }
    await fill(market, order(), rival);
  });

  describe("finalizeLicense", () => {
    it("books the price and pays the referral, by anyone's call, from the end of the window on", async () => {
      const { market: contract, usdc } = market.contracts;
      const { root } = referrerList([market.relayer.address]);
      const offerId = await publish(market, refundable({ referral: 99_999, referrerRoot: root }));
      const licenseId = await bought(market, purchase(offerId, { referrer: market.relayer.address }));
      const referral = (PRICE * 99_999n) / 1_000_000n;
      await endWindow(licenseId);
      await connection.viem.assertions.emitWithArgs(finalize(licenseId), contract, "LicenseFinalized", [
        licenseId,
        offerId,
        isAddress(market.relayer.address),
        market.recipe.ordinal,
        isAddress(usdc.address),
        PRICE - referral,
        referral,
      ]);
      expect([await salesOf(), await creditOf(market.relayer)]).to.deep.equal([PRICE - referral, referral]);
      expect(await potOf(licenseId)).to.equal(0n);
      expect(await statusOf(licenseId)).to.equal(STATUS.granted);
      await refuse(() => finalize(licenseId), "LicenseMarketNotRefundable", [licenseId]);
      await refuse(() => refund(licenseId), "LicenseMarketNotRefundable", [licenseId]);
    });

    it("settles where told to", async () => {
      const { splitter, usdc } = market.contracts;
      const licenseId = await buyOne();
      await endWindow(licenseId);
      await finalize(licenseId, true);
      expect(await splitter.read.claimable([market.recipe.ordinal, usdc.address, market.licensor.address])).to.equal(
        PRICE,
      );
    });

    it("opens the license to renewals", async () => {
      const licenseId = await buyOne();
      await endWindow(licenseId);
      await finalize(licenseId);
      await renew(licenseId);
      expect(await salesOf()).to.equal(2n * PRICE);
    });

    it("pays no referral where nobody was named, whatever proof came along", async () => {
      const { root } = referrerList([market.relayer.address]);
      const offerId = await publish(market, refundable({ referral: 100_000, referrerRoot: root }));
      const order = orderOf(purchase(offerId), { evidence: { ...NO_EVIDENCE, referrerProof: [hashOf("x")] } });
      await fill(market, order);
      const licenseId = await market.contracts.market.read.purchaseIdOf([order.purchase]);
      await endWindow(licenseId);
      await finalize(licenseId);
      expect(await salesOf()).to.equal(PRICE);
    });
  });

  it("is nothing that a stranger can put money beside", async () => {
    const { splitter, usdc, market: contract } = market.contracts;
    const licenseId = await buyOne();
    await expectRefused(
      market.protocol,
      () =>
        splitter.write.fundPot([contract.address, licenseId, usdc.address, 7n], { account: market.stranger, gas: GAS }),
      {
        by: splitter,
        error: "RoyaltySplitterUnauthorized",
        args: [(found: string) => found.toLowerCase() === market.stranger.address.toLowerCase()],
      },
    );
    expect(await potOf(licenseId)).to.equal(PRICE);
  });
});
