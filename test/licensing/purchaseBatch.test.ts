import { expect } from "chai";
import { encodeErrorResult, type Hash, type Hex, parseEventLogs, size, zeroAddress, zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Account,
  buy,
  deployMarket,
  derivativeOffer,
  fund,
  hashOf,
  type Market,
  offerInput,
  publish,
  purchaseOf,
  USAGE,
} from "./market.ts";
import { METHOD, type Order, orderOf } from "./orders.ts";
import { signPayment } from "./payment.ts";

const PRICE = 25_000_000n;
const MAX_ORDERS = 16;
/** A batch needs more than one sale. */
const GAS = 16_000_000n;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

describe("purchaseBatch", () => {
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

  const order = (index: number, overrides: Partial<Order["purchase"]> = {}): Order =>
    orderOf(purchaseOf(market, offerId, { assetId: market.assets(index), ...overrides }));

  const buyAll = (orders: Order[], skipFailures: boolean, account: Account = market.buyer): Promise<Hash> =>
    market.contracts.market.write.purchaseBatch([orders, skipFailures], { account, gas: GAS });

  const idsOf = (orders: Order[]) =>
    Promise.all(orders.map(({ purchase }) => market.contracts.market.read.purchaseIdOf([purchase])));

  const holds = (index: number, account = market.licensee) =>
    market.contracts.licenses.read.hasLicense([account.address, market.assets(index), USAGE.personal]);

  const eventsOf = async (hash: Hash) => {
    const { logs } = await market.protocol.publicClient.getTransactionReceipt({ hash });
    return parseEventLogs({ abi: market.contracts.market.abi, logs });
  };

  it("refuses more than 16 orders, skipping or not", async () => {
    const orders = Array.from({ length: MAX_ORDERS + 1 }, (_, index) => order(index));
    for (const skip of [false, true]) {
      await expectRefused(market.protocol, () => buyAll(orders, skip), {
        by: market.contracts.market,
        error: "LicenseMarketTooManyOrders",
        args: [BigInt(MAX_ORDERS + 1), BigInt(MAX_ORDERS)],
      });
    }
  });

  it("undoes all where the buyer does not skip", async () => {
    const orders = [order(1), order(2, { maxTotal: PRICE - 1n }), order(3)];
    await expectRefused(market.protocol, () => buyAll(orders, false), {
      by: market.contracts.market,
      error: "LicenseMarketOverMaxTotal",
      args: [PRICE, PRICE - 1n],
    });
  });

  it("leaves out what fails where the buyer skips, and says why", async () => {
    const { market: contract, usdc, splitter } = market.contracts;
    const dear = { maxTotal: PRICE - 1n };
    const orders = [order(1), order(2, dear), order(3), order(4, { offerId: hashOf("nothing") })];
    const args = [orders, true] as const;
    const { result } = await contract.simulate.purchaseBatch(args, { account: market.buyer.address });
    const held = await usdc.read.balanceOf([splitter.address]);
    const events = await eventsOf(await buyAll(orders, true));

    const ids = await idsOf(orders);
    expect(result).to.deep.equal([ids[0], zeroHash, ids[2], zeroHash]);
    expect(await Promise.all([1, 2, 3, 4].map((index) => holds(index)))).to.deep.equal([true, false, true, false]);
    expect((await usdc.read.balanceOf([splitter.address])) - held).to.equal(2n * PRICE);
    const skipped = events.filter(({ eventName }) => eventName === "PurchaseSkipped").map(({ args: said }) => said);
    const { abi } = contract;
    const tooDear = encodeErrorResult({ abi, errorName: "LicenseMarketOverMaxTotal", args: [PRICE, PRICE - 1n] });
    const unknown = encodeErrorResult({ abi, errorName: "LicenseMarketUnknownOffer", args: [hashOf("nothing")] });
    expect(skipped).to.deep.equal([
      {
        position: 1n,
        offerId,
        assetId: market.assets(2),
        reason: tooDear,
      },
      {
        position: 3n,
        offerId: hashOf("nothing"),
        assetId: market.assets(4),
        reason: unknown,
      },
    ]);
  });

  it("takes the money of its caller, never that of whoever called before", async () => {
    for (const skip of [false, true]) {
      const orders = [order(1), order(2)];
      const events = skip ? await eventsOf(await buyAll(orders, true, market.stranger)) : [];
      expect(events.filter(({ eventName }) => eventName === "LicensePurchased")).to.deep.equal([]);
    }
    await expectRefused(market.protocol, () => buyAll([order(1)], false, market.stranger), {
      by: market.contracts.usdc,
      error: "ERC20InsufficientAllowance",
      args: [isAddress(market.contracts.splitter.address), 0n, PRICE],
    });
    expect(await holds(1)).to.equal(false);
  });

  it("mixes whoever pays by whatever method", async () => {
    await fund(market, market.contracts.usdc.address, market.stranger, { amount: PRICE, allowance: 0n });
    const signed = order(2, { salt: hashOf("signed") });
    const data = await signPayment(market, "usdc", signed.purchase, PRICE, { payer: market.stranger });
    const payment = { method: METHOD.authorization, payer: market.stranger.address, data };
    const events = await eventsOf(await buyAll([order(1), { ...signed, payment }], true));
    const payers = events.map(({ args }) => ("payer" in args ? args.payer.toLowerCase() : zeroAddress));
    expect(payers).to.deep.equal([market.buyer.address, market.stranger.address]);
  });

  it("sells nothing for no orders", async () => {
    expect(await eventsOf(await buyAll([], true))).to.deep.equal([]);
  });

  it("fills 16 orders, settled one by one, within the gas of one transaction", async () => {
    const orders = Array.from({ length: MAX_ORDERS }, (_, index) => ({ ...order(index), settle: true }));
    const { gasUsed } = await market.protocol.publicClient.waitForTransactionReceipt({
      hash: await buyAll(orders, true),
    });
    expect(await holds(15)).to.equal(true);
    expect(gasUsed < 16_777_216n).to.equal(true);
  });

  it("survives an identical purchase of a record that came first, so that a proposal can buy and register", async () => {
    const { market: contract, licenses } = market.contracts;
    const derivative = await publish(market, derivativeOffer(market));
    const record = orderOf(purchaseOf(market, derivative, { salt: hashOf("voted") }));
    await fund(market, market.contracts.usdc.address, market.stranger, { amount: PRICE });
    await buy(market, record.purchase, market.stranger);
    const [licenseId] = (await idsOf([record])) as [Hash];
    await expectRefused(market.protocol, () => buy(market, record.purchase), {
      by: licenses,
      error: "LicensesDuplicateLicense",
      args: [licenseId],
    });
    await buyAll([record], true);
    expect((await licenses.read.recordOf([licenseId])).holder.toLowerCase()).to.equal(market.licensee.address);
    expect(await contract.read.purchaseIdOf([record.purchase])).to.equal(licenseId);
  });

  it("is not brought down by a token that answers with a megabyte of reasons", async () => {
    const token = await connection.viem.deployContract("ReturnBombToken");
    await token.write.mint([market.buyer.address, PRICE]);
    await token.write.approve([market.contracts.splitter.address, PRICE], { account: market.buyer });
    await token.write.setBomb([100_000n, true]);
    const bomb = await publish(market, offerInput(market, { token: token.address }));
    const events = await eventsOf(await buyAll([order(1, { offerId: bomb }), order(2)], true));
    const [skipped] = events.filter(({ eventName }) => eventName === "PurchaseSkipped");
    expect(size((skipped?.args as { reason: Hex }).reason)).to.be.at.most(512);
    expect(await holds(2)).to.equal(true);
  });

  describe("fillOrder", () => {
    it("is refused to everybody but the market itself", async () => {
      const { market: contract } = market.contracts;
      for (const account of [market.buyer, market.stranger]) {
        const call = () => contract.write.fillOrder([order(1), market.buyer.address], { account, gas: 5_000_000n });
        await expectRefused(market.protocol, call, {
          by: contract,
          error: "LicenseMarketUnauthorized",
          args: [isAddress(account.address)],
        });
      }
    });
  });
});
