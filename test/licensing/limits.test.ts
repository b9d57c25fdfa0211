import { expect } from "chai";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Account,
  bought,
  buy,
  deployMarket,
  fund,
  type Hash,
  hashOf,
  type Market,
  offerInput,
  publish,
  purchaseOf,
} from "./market.ts";

const PRICE = 25_000_000n;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

describe("supply, payers and seats", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  const fixture = async () => {
    const deployed = await deployMarket(connection);
    for (const account of [deployed.stranger, deployed.relayer]) {
      await fund(deployed, deployed.contracts.usdc.address, account, { amount: 1_000n * PRICE });
    }
    return deployed;
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  let count = 0;
  const purchase = (offerId: Hash, overrides: Parameters<typeof purchaseOf>[2] = {}) => {
    count += 1;
    return purchaseOf(market, offerId, { salt: hashOf(`${count}`), maxTotal: 2n ** 96n - 1n, ...overrides });
  };

  const soldOf = async (offerId: Hash) => (await market.contracts.market.read.offerOf([offerId])).sold;
  const boughtBy = (offerId: Hash, { address }: Account) => market.contracts.market.read.boughtBy([offerId, address]);

  it("refuses a payer above its limit, whoever is licensed", async () => {
    const offerId = await publish(market, offerInput(market, { perPayer: 2 }));
    await buy(market, purchase(offerId));
    await buy(market, purchase(offerId, { licensee: market.stranger.address }));
    for (const licensee of [market.licensee.address, market.relayer.address]) {
      await expectRefused(market.protocol, () => buy(market, purchase(offerId, { licensee })), {
        by: market.contracts.market,
        error: "LicenseMarketOverPayerLimit",
        args: [offerId, isAddress(market.buyer.address), 2],
      });
    }
    await buy(market, purchase(offerId), market.stranger);
    expect(await boughtBy(offerId, market.buyer)).to.equal(2);
    expect(await boughtBy(offerId, market.stranger)).to.equal(1);
    expect(await soldOf(offerId)).to.equal(0);
  });

  it("refuses the license after the last of the supply, whoever pays", async () => {
    const offerId = await publish(market, offerInput(market, { supply: 3, perPayer: 2 }));
    await buy(market, purchase(offerId));
    await buy(market, purchase(offerId));
    await buy(market, purchase(offerId), market.stranger);
    expect(await soldOf(offerId)).to.equal(3);
    for (const account of [market.buyer, market.relayer]) {
      await expectRefused(market.protocol, () => buy(market, purchase(offerId), account), {
        by: market.contracts.market,
        error: "LicenseMarketSoldOut",
        args: [offerId, 3],
      });
    }
  });

  it("counts each offer for itself, and a refused sale not at all", async () => {
    const offers = [];
    for (const salt of ["a", "b"]) {
      offers.push(await publish(market, offerInput(market, { supply: 1, perPayer: 1, salt: hashOf(salt) })));
    }
    const [first, second] = offers as [Hash, Hash];
    await expectRefused(market.protocol, () => buy(market, purchase(first, { maxTotal: 1n })), {
      by: market.contracts.market,
      error: "LicenseMarketOverMaxTotal",
      args: [PRICE, 1n],
    });
    await buy(market, purchase(first));
    await buy(market, purchase(second));
    expect([await soldOf(first), await soldOf(second)]).to.deep.equal([1, 1]);
  });

  describe("seats", () => {
    let offerId: Hash;

    beforeEach(async () => {
      offerId = await publish(market, offerInput(market, { seats: 5 }));
    });

    it("are refused above the offer's", async () => {
      for (const seats of [6, 2 ** 32 - 1]) {
        await expectRefused(market.protocol, () => buy(market, purchase(offerId, { seats })), {
          by: market.contracts.market,
          error: "LicenseMarketOverSeats",
          args: [seats, 5],
        });
      }
    });

    it("are refused where they cost more than the buyer gives", async () => {
      const dear = purchase(offerId, { seats: 5, maxTotal: 5n * PRICE - 1n });
      await expectRefused(market.protocol, () => buy(market, dear), {
        by: market.contracts.market,
        error: "LicenseMarketOverMaxTotal",
        args: [5n * PRICE, 5n * PRICE - 1n],
      });
    });

    it("are refused at a price that no maxTotal can hold", async () => {
      const dear = await publish(market, offerInput(market, { seats: 5, price: 2n ** 96n - 1n }));
      await expectRefused(market.protocol, () => buy(market, purchase(dear, { seats: 5 })), {
        by: market.contracts.market,
        error: "LicenseMarketOverMaxTotal",
        args: [5n * (2n ** 96n - 1n), 2n ** 96n - 1n],
      });
    });

    it("are paid and kept one by one; none means one", async () => {
      const { usdc, licenses, splitter } = market.contracts;
      for (const [seats, kept] of [
        [0, 1],
        [1, 1],
        [5, 5],
      ] as const) {
        const held = await usdc.read.balanceOf([splitter.address]);
        const record = await licenses.read.recordOf([await bought(market, purchase(offerId, { seats }))]);
        expect(record.seats).to.equal(kept);
        expect(record.price).to.equal(BigInt(kept) * PRICE);
        expect((await usdc.read.balanceOf([splitter.address])) - held).to.equal(BigInt(kept) * PRICE);
      }
    });
  });
});
