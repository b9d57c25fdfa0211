import { expect } from "chai";
import { zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  bought,
  DAY,
  deployMarket,
  derivativeOffer,
  GAS,
  type Hash,
  hashOf,
  type Market,
  offerInput,
  PERPETUAL,
  publish,
  purchaseOf,
  timeOf,
} from "./market.ts";

const PRICE = 25_000_000n;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

describe("renewLicense", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let offerId: Hash;
  let licenseId: Hash;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
    offerId = await publish(market, derivativeOffer(market));
    licenseId = await bought(market, purchaseOf(market, offerId));
  });

  const renew = (
    id = licenseId,
    { maxTotal = PRICE, deadline = PERPETUAL, settle = false, account = market.buyer } = {},
  ): Promise<Hash> =>
    market.contracts.market.write.renewLicense([id, maxTotal, deadline, settle], { account, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(market.protocol, call, {
      by: market.contracts.market,
      error: error as "LicenseMarketNotRenewable",
      args,
    });

  const expiryOf = async (id = licenseId) => (await market.contracts.licenses.read.recordOf([id])).expiry;

  describe("refuses", () => {
    it("a call past its deadline, takes its last second", async () => {
      const deadline = (await connection.networkHelpers.time.latest()) + DAY;
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline);
      await renew(licenseId, { deadline });
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline + 1);
      await refuse(() => renew(licenseId, { deadline }), "LicenseMarketExpiredPurchase", [deadline]);
    });

    it("a license that nobody bought", async () => {
      await expectRefused(market.protocol, () => renew(hashOf("nothing")), {
        by: market.contracts.licenses,
        error: "LicensesUnknownLicense",
        args: [hashOf("nothing")],
      });
    });

    it("a perpetual license", async () => {
      const forever = await publish(market, derivativeOffer(market, { duration: PERPETUAL }));
      const id = await bought(market, purchaseOf(market, forever));
      await refuse(() => renew(id), "LicenseMarketNotRenewable", [id]);
    });

    it("under a withdrawn, ended or not yet started offer", async () => {
      const end = (await connection.networkHelpers.time.latest()) + 10 * DAY;
      const ending = await publish(market, derivativeOffer(market, { end }));
      const id = await bought(market, purchaseOf(market, ending));
      await connection.networkHelpers.time.setNextBlockTimestamp(end);
      await refuse(() => renew(id), "LicenseMarketOfferEnded", [ending, end]);
      await market.contracts.market.write.withdrawOffer([offerId], { account: market.licensor });
      await refuse(() => renew(), "LicenseMarketWithdrawnOffer", [offerId]);
    });

    it("a price above what the caller gives", async () => {
      await refuse(() => renew(licenseId, { maxTotal: PRICE - 1n }), "LicenseMarketOverMaxTotal", [PRICE, PRICE - 1n]);
    });

    it("to take from anybody but the caller", async () => {
      await expectRefused(market.protocol, () => renew(licenseId, { account: market.licensee }), {
        by: market.contracts.usdc,
        error: "ERC20InsufficientAllowance",
        args: [isAddress(market.contracts.splitter.address), 0n, PRICE],
      });
    });

    it("once the recipe has changed hands", async () => {
      const { registry } = market.contracts;
      await registry.write.offerControl([market.recipe.id, market.stranger.address], { account: market.licensor });
      await registry.write.acceptControl([market.recipe.id], { account: market.stranger });
      await refuse(() => renew(), "LicenseMarketStaleOffer", [offerId, 1, 0]);
    });
  });

  it("adds the duration to what is left, and says so with the license as purchase", async () => {
    const { market: contract, usdc, splitter } = market.contracts;
    const expiry = await expiryOf();
    await connection.viem.assertions.emitWithArgs(renew(), contract, "LicensePurchased", [
      offerId,
      market.assets(7),
      isAddress(market.licensee.address),
      licenseId,
      isAddress(market.buyer.address),
      zeroAddress,
      market.recipe.ordinal,
      isAddress(usdc.address),
      PRICE,
      0n,
      0n,
    ]);
    expect(await expiryOf()).to.equal(expiry + 30 * DAY);
    expect((await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address])).sales).to.equal(2n * PRICE);
  });

  it("counts from now where the license is over", async () => {
    await connection.networkHelpers.time.increase(90 * DAY);
    const renewedAt = await timeOf(market, await renew());
    expect(await expiryOf()).to.equal(renewedAt + 30 * DAY);
  });

  it("costs what all seats cost, and settles where told to", async () => {
    const { usdc, splitter } = market.contracts;
    const seated = await publish(market, offerInput(market, { seats: 4 }));
    const id = await bought(market, purchaseOf(market, seated, { seats: 3, maxTotal: 3n * PRICE }));
    await refuse(() => renew(id, { maxTotal: 3n * PRICE - 1n }), "LicenseMarketOverMaxTotal", [
      3n * PRICE,
      3n * PRICE - 1n,
    ]);
    await renew(id, { maxTotal: 3n * PRICE, settle: true });
    const ledger = await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address]);
    expect([ledger.sales, ledger.settledSales]).to.deep.equal([7n * PRICE, 7n * PRICE]);
  });

  it("counts against no supply and no payer's limit", async () => {
    const scarce = await publish(market, derivativeOffer(market, { supply: 1, perPayer: 1 }));
    const id = await bought(market, purchaseOf(market, scarce));
    await renew(id);
    await renew(id);
    expect((await market.contracts.market.read.offerOf([scarce])).sold).to.equal(1);
  });

  it("keeps the rate that was bought", async () => {
    const { rate } = await market.contracts.licenses.read.recordOf([licenseId]);
    await renew();
    expect((await market.contracts.licenses.read.recordOf([licenseId])).rate).to.equal(rate);
  });

  it("costs nothing where the offer is free", async () => {
    const free = await publish(market, derivativeOffer(market, { price: 0n, free: true }));
    const id = await bought(market, purchaseOf(market, free));
    const expiry = await expiryOf(id);
    await renew(id, { maxTotal: 0n, account: market.stranger });
    expect(await expiryOf(id)).to.equal(expiry + 30 * DAY);
  });
});
