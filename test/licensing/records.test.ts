import { expect } from "chai";
import { zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  assetAt,
  bought,
  buy,
  commitLot,
  DAY,
  deployMarket,
  derivativeOffer,
  fund,
  hashOf,
  type Market,
  offerInput,
  PERPETUAL,
  publish,
  purchaseOf,
  registerRecipe,
  timeOf,
  USAGE,
  USAGES,
} from "./market.ts";

describe("records", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

  it("refuse an id twice, whoever pays", async () => {
    const offerId = await publish(market, derivativeOffer(market));
    const purchase = purchaseOf(market, offerId);
    const licenseId = await bought(market, purchase);
    const { usdc, licenses } = market.contracts;
    await fund(market, usdc.address, market.stranger, { amount: 25_000_000n });
    for (const payer of [market.buyer, market.stranger]) {
      await expectRefused(market.protocol, () => buy(market, purchase, payer), {
        by: licenses,
        error: "LicensesDuplicateLicense",
        args: [licenseId],
      });
    }
    await bought(market, { ...purchase, salt: hashOf("another") });
  });

  it("are unknown until they are bought", async () => {
    const { licenses } = market.contracts;
    await connection.viem.assertions.revertWithCustomErrorWithArgs(
      licenses.read.recordOf([hashOf("nothing")]),
      licenses,
      "LicensesUnknownLicense",
      [hashOf("nothing")],
    );
    const held = [hashOf("nothing"), market.licensee.address, market.assets(7), USAGE.derivative] as const;
    expect(await licenses.read.holdsLicense(held)).to.equal(false);
  });

  it("keep every term of the purchase and leave the plain slot alone", async () => {
    const { licenses, market: contract, usdc } = market.contracts;
    const usages = USAGES.personal | USAGES.commercial | USAGES.derivative;
    const offerId = await publish(market, derivativeOffer(market, { usages, rate: 123_456 }));
    const purchase = purchaseOf(market, offerId);
    const hash = await buy(market, purchase);
    const at = await timeOf(market, hash);
    const licenseId = await contract.read.purchaseIdOf([purchase]);

    const record = await licenses.read.recordOf([licenseId]);
    expect({ ...record, holder: record.holder.toLowerCase() }).to.deep.equal({
      holder: market.licensee.address,
      expiry: at + 30 * DAY,
      rate: 123_456,
      usages,
      status: 1,
      assetId: purchase.assetId,
      usedBy: 0,
      boughtAt: at,
      price: 25_000_000n,
      seats: 1,
      offerId,
      transferable: false,
      exclusive: false,
      revocable: false,
      transferred: false,
    });
    await connection.viem.assertions.emitWithArgs(Promise.resolve(hash), licenses, "LicenseRecorded", [
      licenseId,
      purchase.assetId,
      isAddress(market.licensee.address),
      usages,
      123_456,
      at + 30 * DAY,
      1,
    ]);
    await connection.viem.assertions.emitWithArgs(Promise.resolve(hash), contract, "LicensePurchased", [
      offerId,
      purchase.assetId,
      isAddress(market.licensee.address),
      licenseId,
      isAddress(market.buyer.address),
      "0x0000000000000000000000000000000000000000",
      market.recipe.ordinal,
      isAddress(usdc.address),
      25_000_000n,
      0n,
      0n,
    ]);
    expect(await licenses.read.plainLicenseOf([market.licensee.address, purchase.assetId])).to.deep.equal([0, 0, 0]);
    expect(await licenses.read.soldOf([purchase.assetId])).to.deep.equal([true, false]);
  });

  it("license their holder alone, for their usages and asset alone, until their expiry", async () => {
    const { licenses } = market.contracts;
    const offerId = await publish(market, derivativeOffer(market));
    const hash = await buy(market, purchaseOf(market, offerId));
    const expiry = (await timeOf(market, hash)) + 30 * DAY;
    const licenseId = await market.contracts.market.read.purchaseIdOf([purchaseOf(market, offerId)]);
    const holds = (account: string, asset = market.assets(7), usage: number = USAGE.derivative) =>
      licenses.read.holdsLicense([licenseId, account as `0x${string}`, asset, usage]);

    expect(await holds(market.licensee.address)).to.equal(true);
    expect(await holds(market.buyer.address)).to.equal(false);
    expect(await holds(market.licensee.address, market.assets(8))).to.equal(false);
    for (const usage of [USAGE.personal, USAGE.commercial, USAGE.advertising, USAGE.training, USAGE.sublicense]) {
      expect(await holds(market.licensee.address, market.assets(7), usage)).to.equal(false);
    }
    expect(await licenses.read.hasLicense([market.licensee.address, market.assets(7), USAGE.derivative])).to.equal(
      false,
    );
    await connection.networkHelpers.time.increaseTo(expiry - 1);
    expect(await holds(market.licensee.address)).to.equal(true);
    await connection.networkHelpers.time.increaseTo(expiry);
    expect(await holds(market.licensee.address)).to.equal(false);
  });

  it("may be perpetual", async () => {
    const offerId = await publish(market, derivativeOffer(market, { duration: PERPETUAL }));
    const licenseId = await bought(market, purchaseOf(market, offerId));
    expect((await market.contracts.licenses.read.recordOf([licenseId])).expiry).to.equal(PERPETUAL);
  });

  it("hold what a territory limits, apart from the plain license beside it", async () => {
    const { licenses } = market.contracts;
    const limited = await publish(market, offerInput(market, { territory: 756 }));
    const licenseId = await bought(market, purchaseOf(market, limited));
    const held = [market.licensee.address, market.assets(7), USAGE.personal] as const;
    expect(await licenses.read.holdsLicense([licenseId, ...held])).to.equal(true);
    expect(await licenses.read.hasLicense(held)).to.equal(false);
    await buy(market, purchaseOf(market, await publish(market, offerInput(market))));
    expect(await licenses.read.hasLicense(held)).to.equal(true);
    expect((await licenses.read.recordOf([licenseId])).usages).to.equal(USAGES.personal | USAGES.commercial);
  });

  describe("bind the rate that was bought", () => {
    const CHEAP = 60_000;
    const DEAR = 400_000;

    for (const [first, second] of [
      [CHEAP, DEAR],
      [DEAR, CHEAP],
    ] as const) {
      it(`${first} ppm, then ${second} ppm for a day`, async () => {
        const { splitter, licenses } = market.contracts;
        const [longOffer, shortOffer] = [
          await publish(market, derivativeOffer(market, { rate: first, duration: PERPETUAL })),
          await publish(market, derivativeOffer(market, { rate: second, duration: DAY })),
        ];
        const long = await bought(market, purchaseOf(market, longOffer));
        const short = await bought(market, purchaseOf(market, shortOffer));
        for (const [licenseId, rate] of [
          [short, second],
          [long, first],
        ] as const) {
          const child = await registerRecipe(market, {
            licensor: market.licensee.address,
            commitment: hashOf(`child at ${rate}`),
            parents: [{ asset: market.assets(7), licenseId, rate: 0 }],
          });
          expect(await splitter.read.stackOf([child.ordinal])).to.equal(rate);
          expect((await licenses.read.recordOf([licenseId])).usedBy).to.equal(child.ordinal);
        }
      });
    }

    it("although a stranger gifts a dearer one", async () => {
      const { splitter, usdc } = market.contracts;
      const cheap = await bought(market, purchaseOf(market, await publish(market, derivativeOffer(market))));
      await fund(market, usdc.address, market.stranger, { amount: 25_000_000n });
      const dear = await publish(market, derivativeOffer(market, { rate: 900_000 }));
      await buy(market, purchaseOf(market, dear), market.stranger);
      const child = await registerRecipe(market, {
        licensor: market.licensee.address,
        parents: [{ asset: market.assets(7), licenseId: cheap, rate: 0 }],
      });
      expect(await splitter.read.stackOf([child.ordinal])).to.equal(100_000);
    });
  });

  it("still license their holder after they registered a recipe", async () => {
    const offerId = await publish(market, derivativeOffer(market));
    const licenseId = await bought(market, purchaseOf(market, offerId));
    await registerRecipe(market, {
      licensor: market.licensee.address,
      parents: [{ asset: market.assets(7), licenseId, rate: 0 }],
    });
    const held = [licenseId, market.licensee.address, market.assets(7), USAGE.derivative] as const;
    expect(await market.contracts.licenses.read.holdsLicense(held)).to.equal(true);
  });

  it("of several lots lie apart", async () => {
    const { licenses } = market.contracts;
    const other = await commitLot(market, market.recipe, { account: market.licensor, count: 10 });
    const offerId = await publish(market, derivativeOffer(market, { salt: zeroHash }));
    await buy(market, purchaseOf(market, offerId, { assetId: assetAt(other, 7) }));
    expect(await licenses.read.soldOf([market.assets(7)])).to.deep.equal([false, false]);
    expect(await licenses.read.soldOf([assetAt(other, 7)])).to.deep.equal([true, false]);
  });
});
