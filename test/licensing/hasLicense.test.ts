import { expect } from "chai";
import fc from "fast-check";
import { type Hash, parseEventLogs, zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { extendPlainLicense, FOREVER, isLive, type PlainLicense } from "../models/entitlements.ts";
import {
  buy,
  DAY,
  deployMarket,
  GAS,
  hashOf,
  type Market,
  offerInput,
  PERPETUAL,
  publish,
  purchaseOf,
  slotOf,
  timeOf,
  USAGE,
  USAGES,
  WHOLE_LOT,
} from "./market.ts";

const PLAIN = [USAGE.personal, USAGE.commercial, USAGE.advertising] as const;
/** Fields of a record that is nothing but a right to use. */
const PLAIN_TERMS = {
  transferable: false,
  exclusive: false,
  revocable: false,
  refundable: false,
  contentHash: zeroHash,
};
const DURATIONS = [1, DAY, 400 * DAY, 2 ** 39, PERPETUAL - 1, PERPETUAL];

describe("hasLicense", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  const has = (usage: number, assetId = market.assets(7), account = market.licensee.address) =>
    market.contracts.licenses.read.hasLicense([account, assetId, usage]);

  it("is granted by the market alone", async () => {
    const { licenses } = market.contracts;
    const grant = {
      licenseId: hashOf("license"),
      offerId: hashOf("offer"),
      assetId: market.assets(7),
      holder: market.stranger.address,
      expiry: PERPETUAL,
      rate: 0,
      usages: USAGES.derivative,
      price: 0n,
      seats: 1,
      ...PLAIN_TERMS,
    };
    const plain = [market.assets(7), market.stranger.address, USAGES.personal, DAY] as const;
    for (const account of [market.stranger, market.licensor]) {
      const refusal = {
        by: licenses,
        error: "LicensesUnauthorized",
        args: [(found: string) => found.toLowerCase() === account.address],
      } as const;
      const options = { account, gas: GAS };
      await expectRefused(market.protocol, () => licenses.write.grantPlain(plain, options), refusal);
      await expectRefused(market.protocol, () => licenses.write.grantRecord([grant], options), refusal);
    }
  });

  it("is over in the second of its expiry, not before", async () => {
    const offerId = await publish(market, offerInput(market, { duration: 1000 }));
    const expiry = (await timeOf(market, await buy(market, purchaseOf(market, offerId)))) + 1000;
    await connection.networkHelpers.time.increaseTo(expiry - 1);
    expect(await has(USAGE.personal)).to.equal(true);
    await connection.networkHelpers.time.increaseTo(expiry);
    expect(await has(USAGE.personal)).to.equal(false);
  });

  it("covers what was bought: usage, asset and account", async () => {
    await buy(market, purchaseOf(market, await publish(market, offerInput(market, { usages: USAGES.commercial }))));
    expect(await has(USAGE.commercial)).to.equal(true);
    for (const usage of [USAGE.personal, USAGE.advertising, USAGE.training, USAGE.derivative, USAGE.sublicense]) {
      expect(await has(usage)).to.equal(false);
    }
    expect(await has(USAGE.commercial, market.assets(8))).to.equal(false);
    expect(await has(USAGE.commercial, market.assets(WHOLE_LOT))).to.equal(false);
    expect(await has(USAGE.commercial, market.assets(7), market.buyer.address)).to.equal(false);
  });

  it("covers every asset of a lot licensed as a whole, and no other lot", async () => {
    const { licenses, market: contract } = market.contracts;
    // Whole lots are not for sale yet, so the market's own call is made for it.
    await connection.networkHelpers.impersonateAccount(contract.address);
    await connection.networkHelpers.setBalance(contract.address, 10n ** 18n);
    await licenses.write.grantPlain([market.assets(WHOLE_LOT), market.licensee.address, USAGES.personal, DAY], {
      account: contract.address,
    });
    for (const index of [0, 7, 299, 65_535]) expect(await has(USAGE.personal, market.assets(index))).to.equal(true);
    expect(await has(USAGE.commercial)).to.equal(false);
    expect(await has(USAGE.personal, market.assets(0) + (1n << 24n))).to.equal(false);
    expect(await licenses.read.soldOf([market.assets(7)])).to.deep.equal([false, false]);
    expect(await licenses.read.soldOf([market.assets(WHOLE_LOT)])).to.deep.equal([true, false]);
    const grant = { licenseId: hashOf("whole"), offerId: hashOf("offer"), assetId: market.assets(WHOLE_LOT), rate: 0 };
    const terms = {
      holder: market.licensee.address,
      expiry: PERPETUAL,
      usages: USAGES.derivative,
      price: 0n,
      seats: 1,
      ...PLAIN_TERMS,
    };
    await licenses.write.grantRecord([{ ...grant, ...terms }], { account: contract.address });
    const holds = (assetId: bigint) =>
      licenses.read.holdsLicense([hashOf("whole"), market.licensee.address, assetId, USAGE.derivative]);
    expect(await holds(market.assets(7))).to.equal(true);
    expect(await holds(market.assets(0) + (1n << 24n))).to.equal(false);
  });

  it("stays perpetual whatever is bought afterwards", async () => {
    const { licenses } = market.contracts;
    await buy(market, purchaseOf(market, await publish(market, offerInput(market, { duration: PERPETUAL }))));
    await buy(market, purchaseOf(market, await publish(market, offerInput(market, { duration: DAY }))));
    expect(await licenses.read.plainLicenseOf([market.licensee.address, market.assets(7)])).to.deep.equal([
      PERPETUAL,
      PERPETUAL,
      0,
    ]);
  });

  it("agrees with the model after any purchases at any time", async function () {
    this.timeout(300_000);
    const offers = await publishAll();
    const steps = fc.array(
      fc.record({
        usages: fc.integer({ min: 1, max: 7 }),
        duration: fc.constantFrom(...DURATIONS),
        wait: fc.constantFrom(1, 2, DAY - 1, DAY, 500 * DAY),
      }),
      { minLength: 1, maxLength: 12 },
    );
    let asset = 0;
    const runs = process.env["RELEASE"] === "1" ? 200 : 40;
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        asset = (asset + 1) % 300;
        let expected: PlainLicense = [0n, 0n, 0n];
        let salt = 0;
        for (const { usages, duration, wait } of sequence) {
          const at = (await connection.networkHelpers.time.latest()) + wait;
          await connection.networkHelpers.time.setNextBlockTimestamp(at);
          const offerId = offers.get(`${usages}/${duration}`) as Hash;
          const purchase = purchaseOf(market, offerId, {
            assetId: market.assets(asset),
            // A licensee of its own for every sequence, so that each starts from nothing.
            licensee: licenseeOf(sequence, asset),
            salt: hashOf(String(++salt)),
          });
          expected = extendPlainLicense(expected, {
            usages: namesOf(usages),
            duration: BigInt(duration),
            at: BigInt(at),
          });
          await expectSlot(await buy(market, purchase), expected);
          await expectAgreement(purchase.licensee, purchase.assetId, expected, at);
        }
      }),
      { seed: 20_261_120, numRuns: runs, endOnFailure: true },
    );
  });

  const publishAll = async (): Promise<Map<string, Hash>> => {
    const offers = new Map<string, Hash>();
    for (let usages = 1; usages < 8; usages++) {
      for (const duration of DURATIONS) {
        offers.set(`${usages}/${duration}`, await publish(market, offerInput(market, { usages, duration, price: 1n })));
      }
    }
    return offers;
  };

  const namesOf = (usages: number) => ({
    personal: (usages & USAGES.personal) !== 0,
    commercial: (usages & USAGES.commercial) !== 0,
    advertising: (usages & USAGES.advertising) !== 0,
  });

  const licenseeOf = (sequence: unknown, asset: number) =>
    `0x${hashOf(JSON.stringify([sequence, asset])).slice(2, 42)}` as const;

  const expectSlot = async (hash: Hash, expected: PlainLicense) => {
    const { logs } = await market.protocol.publicClient.getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi: market.contracts.market.abi, logs, eventName: "LicensePurchased" });
    const [personal, commercial, advertising] = expected.map(Number) as [number, number, number];
    expect(event?.args.license).to.equal(slotOf(personal, commercial, advertising));
  };

  const expectAgreement = async (account: Hash, assetId: bigint, expected: PlainLicense, at: number) => {
    const found = await market.contracts.licenses.read.plainLicenseOf([account, assetId]);
    expect(found.map(BigInt)).to.deep.equal([...expected]);
    for (const usage of PLAIN) {
      const expiry = expected[usage];
      expect(expiry <= FOREVER && (await has(usage, assetId, account))).to.equal(isLive(expiry, BigInt(at)));
    }
  };
});
