import { expect } from "chai";
import { encodeAbiParameters, keccak256, zeroAddress, zeroHash } from "viem";
import { expectRefused } from "../helpers/refused.ts";
import { connect } from "../helpers/protocol.ts";
import {
  assetAt,
  DAY,
  deployMarket,
  derivativeOffer,
  FLOOR,
  GAS,
  hashOf,
  type Market,
  type OfferInput,
  offerInput,
  PERPETUAL,
  publish,
  registerRecipe,
  SCOPE,
  USAGES,
  WHOLE_LOT,
} from "./market.ts";

const HOUR = 3_600;
const USAGES_FIELD = 8;

describe("publishOffer: bounds", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  const expectOfferRefused = (input: OfferInput, error: string, args: readonly unknown[]) => {
    const { market: contract } = market.contracts;
    return expectRefused(
      market.protocol,
      () => contract.write.publishOffer([input], { account: market.licensor, gas: GAS }),
      { by: contract, error: error as "LicenseMarketUnsupportedTerm", args },
    );
  };

  describe("refuses a scope id", () => {
    const cases: [string, () => Partial<OfferInput>][] = [
      ["for the scope of the recipe", () => ({ scope: SCOPE.recipe, scopeId: 1n })],
      ["for the scope of the licensor", () => ({ scope: SCOPE.licensor, scopeId: 1n })],
      ["of zero for a lot", () => ({ scope: SCOPE.lot, scopeId: 0n })],
      ["of zero for an asset", () => ({ scope: SCOPE.asset, scopeId: 0n })],
      ["wider than a lot id", () => ({ scope: SCOPE.lot, scopeId: 2n ** 224n })],
      ["wider than an asset id", () => ({ scope: SCOPE.asset, scopeId: 2n ** 248n })],
    ];
    for (const [name, overrides] of cases) {
      it(name, async () => {
        const input = offerInput(market, overrides());
        await expectOfferRefused(input, "LicenseMarketInvalidScope", [input.scope, input.scopeId]);
      });
    }
  });

  it("refuses a token that is zero or has no code", async () => {
    for (const token of [zeroAddress, market.stranger.address]) {
      await expectOfferRefused(offerInput(market, { token }), "LicenseMarketInvalidToken", [
        (found: string) => found.toLowerCase() === token.toLowerCase(),
      ]);
    }
  });

  it("refuses a price of zero without the flag, and the flag with a price", async () => {
    await expectOfferRefused(offerInput(market, { price: 0n }), "LicenseMarketInvalidPrice", [0n, false]);
    await expectOfferRefused(offerInput(market, { price: 1n, free: true }), "LicenseMarketInvalidPrice", [1n, true]);
  });

  it("refuses a duration of zero", async () => {
    await expectOfferRefused(offerInput(market, { duration: 0 }), "LicenseMarketInvalidDuration", [0]);
  });

  it("refuses an end that is zero, not after the start, or over already", async () => {
    const now = await connection.networkHelpers.time.latest();
    for (const [start, end] of [
      [0, 0],
      [now + DAY, now + DAY],
      [now + DAY, now],
      [0, now],
    ] as const) {
      await expectOfferRefused(offerInput(market, { start, end }), "LicenseMarketInvalidPeriod", [start, end]);
    }
  });

  it("refuses an end in the very second of publication, takes the next one", async () => {
    const now = await connection.networkHelpers.time.latest();
    await connection.networkHelpers.time.setNextBlockTimestamp(now + 10);
    await expectOfferRefused(offerInput(market, { end: now + 10 }), "LicenseMarketInvalidPeriod", [0, now + 10]);
    await connection.networkHelpers.time.setNextBlockTimestamp(now + 20);
    await publish(market, offerInput(market, { end: now + 21 }));
  });

  it("refuses no usage and unknown usages", async () => {
    for (const usages of [0, 64, 128 | USAGES.personal]) {
      await expectOfferRefused(offerInput(market, { usages }), "LicenseMarketInvalidUsages", [usages]);
    }
  });

  it("refuses sublicenses, whose issue has not come", async () => {
    const input = offerInput(market, { usages: USAGES.personal | USAGES.sublicense });
    await expectOfferRefused(input, "LicenseMarketUnsupportedTerm", [USAGES_FIELD]);
  });

  describe("refuses a referral", () => {
    const root = hashOf("referrers");
    const cases: [string, Partial<OfferInput>, number][] = [
      ["without a list of referrers", { referral: 1 }, 0],
      ["above a tenth", { referral: 100_001, referrerRoot: root }, 100_000],
      ["of nothing with a list", { referral: 0, referrerRoot: root }, 100_000],
    ];
    for (const [name, overrides, most] of cases) {
      it(name, async () => {
        const input = offerInput(market, overrides);
        await expectOfferRefused(input, "LicenseMarketInvalidReferral", [input.referral, most]);
      });
    }
  });

  it("refuses a supply that one payer may drain", async () => {
    for (const [supply, perPayer] of [
      [1, 0],
      [10, 11],
    ] as const) {
      const input = offerInput(market, { supply, perPayer });
      await expectOfferRefused(input, "LicenseMarketInvalidLimits", [supply, perPayer]);
    }
  });

  describe("refuses a refund window", () => {
    const cases: [string, () => Partial<OfferInput>][] = [
      ["shorter than an hour", () => ({ refundWindow: HOUR - 1 })],
      ["longer than 30 days", () => ({ refundWindow: 30 * DAY + 1, duration: PERPETUAL })],
      ["longer than the license", () => ({ refundWindow: 2 * HOUR, duration: 2 * HOUR - 1 })],
      ["of what is free", () => ({ refundWindow: HOUR, price: 0n, free: true })],
      ["with a penalty above one half", () => ({ refundWindow: HOUR, penalty: 500_001 })],
      ["of zero with a penalty", () => ({ penalty: 50_000 })],
      ["of an exclusive license under 5 %", () => ({ refundWindow: HOUR, penalty: 49_999, ...exclusive() })],
      [
        "of any license under 5 %: nobody keeps exclusive buyers out for nothing",
        () => ({ refundWindow: HOUR, penalty: 49_999 }),
      ],
    ];
    for (const [name, overrides] of cases) {
      it(name, async () => {
        const input = offerInput(market, overrides());
        await expectOfferRefused(input, "LicenseMarketInvalidRefund", [input.refundWindow, input.penalty]);
      });
    }
  });

  const oneAsset = () => ({ scope: SCOPE.asset, scopeId: market.assets(7) });
  const exclusive = () => ({ exclusive: true, ...oneAsset() });

  describe("refuses a title", () => {
    const cases: [string, () => Partial<OfferInput>][] = [
      ["of a recipe", () => ({ scope: SCOPE.recipe, scopeId: 0n })],
      ["of a lot", () => ({ scope: SCOPE.lot, scopeId: market.lot })],
      ["of a whole lot", () => ({ scopeId: market.assets(WHOLE_LOT) })],
      ["that is exclusive", () => ({ exclusive: true })],
      ["that is transferable", () => ({ transferable: true })],
      ["that is revocable", () => ({ revocable: true })],
      ["with seats", () => ({ seats: 2 })],
      ["that may be returned", () => ({ refundWindow: HOUR })],
      ["in one territory", () => ({ territory: 756 })],
      ["with derivative rights", () => ({ usages: USAGES.derivative, rate: FLOOR })],
      ["with training rights", () => ({ usages: USAGES.training, rate: FLOOR })],
      ["without end", () => ({ supply: 0, perPayer: 0 })],
      ["twice", () => ({ supply: 2 })],
    ];
    for (const [name, overrides] of cases) {
      it(name, async () => {
        const input = offerInput(market, { title: true, ...oneAsset(), ...overrides() });
        await expectOfferRefused(input, "LicenseMarketInvalidTitle", [market.recipe.id]);
      });
    }
  });

  it("refuses an exclusive license of more than one asset", async () => {
    for (const overrides of [
      { scope: SCOPE.recipe, scopeId: 0n },
      { scope: SCOPE.lot, scopeId: market.lot },
      { scope: SCOPE.asset, scopeId: market.assets(WHOLE_LOT) },
    ]) {
      const input = offerInput(market, { exclusive: true, ...overrides });
      await expectOfferRefused(input, "LicenseMarketInvalidExclusive", [market.recipe.id]);
    }
  });

  it("refuses anything but plain licenses for everything of a licensor", async () => {
    for (const overrides of [
      { usages: USAGES.derivative, rate: FLOOR },
      { territory: 756 },
      { transferable: true },
      { revocable: true },
      { seats: 2 },
      { refundWindow: HOUR },
    ]) {
      const input = offerInput(market, { scope: SCOPE.licensor, ...overrides });
      await expectOfferRefused(input, "LicenseMarketNotPlain", [market.recipe.id]);
    }
  });

  it("refuses a rate on plain usages", async () => {
    await expectOfferRefused(offerInput(market, { rate: 1 }), "LicenseMarketInvalidRate", [1, 0, 0]);
  });

  it("refuses a rate under the recipe's floor", async () => {
    for (const usages of [USAGES.derivative, USAGES.training, USAGES.personal | USAGES.training]) {
      const input = derivativeOffer(market, { usages, rate: FLOOR - 1 });
      await expectOfferRefused(input, "LicenseMarketInvalidRate", [FLOOR - 1, FLOOR, 900_000]);
    }
    await publish(market, derivativeOffer(market, { rate: FLOOR }));
  });

  it("refuses a rate that a child recipe could never carry", async () => {
    await expectOfferRefused(derivativeOffer(market, { rate: 900_001 }), "LicenseMarketInvalidRate", [
      900_001,
      FLOOR,
      900_000,
    ]);
    await publish(market, derivativeOffer(market, { rate: 900_000 }));
  });

  it("counts the recipe's own lineage against the rate", async () => {
    const parent = { asset: market.assets(3), licenseId: zeroHash, rate: 600_000 };
    const child = await registerRecipe(market, {
      licensor: market.licensor.address,
      parents: [parent],
    });
    expect(await market.contracts.market.read.headroom([child.ordinal])).to.equal(300_000);
    const rated = (rate: number) => derivativeOffer(market, { recipeId: child.id, rate });
    await expectOfferRefused(rated(300_001), "LicenseMarketInvalidRate", [300_001, FLOOR, 300_000]);
    await publish(market, rated(300_000));
  });

  it("refuses the same terms twice, withdrawn or not; a salt makes them new", async () => {
    const input = offerInput(market);
    const offerId = await publish(market, input);
    await expectOfferRefused(input, "LicenseMarketDuplicateOffer", [offerId]);
    await market.contracts.market.write.withdrawOffer([offerId], { account: market.licensor });
    await expectOfferRefused(input, "LicenseMarketDuplicateOffer", [offerId]);
    await publish(market, { ...input, salt: hashOf("again") });
  });

  describe("publishes", () => {
    it("with an id that anyone can compute, and all terms in the event", async () => {
      const { market: contract } = market.contracts;
      const input = offerInput(market, { legalPreset: 3, textHash: hashOf("text"), salt: hashOf("salt") });
      const call = contract.write.publishOffer([input], { account: market.licensor });
      const publishAbi = contract.abi.find((item) => item.type === "function" && item.name === "publishOffer");
      if (publishAbi?.type !== "function") throw new Error("publishOffer is not in the ABI");
      const offerId = keccak256(
        encodeAbiParameters([{ type: "address" }, publishAbi.inputs[0]], [market.licensor.address, input]),
      );
      expect(await contract.read.offerIdOf([market.licensor.address, input])).to.equal(offerId);
      await connection.viem.assertions.emitWithArgs(call, contract, "OfferPublished", [
        offerId,
        market.recipe.ordinal,
        (licensor: string) => licensor.toLowerCase() === market.licensor.address,
        (publisher: string) => publisher.toLowerCase() === market.licensor.address,
        (published: OfferInput) => {
          expect({ ...published, token: published.token.toLowerCase() }).to.deep.equal({
            ...input,
            token: input.token.toLowerCase(),
          });
          return true;
        },
      ]);
    });

    const root = hashOf("referrers");
    const stored: [string, () => Partial<OfferInput>, boolean][] = [
      ["a title without any usage", () => ({ title: true, usages: 0, ...oneAsset() }), false],
      ["a title with plain usages", () => ({ title: true, usages: 7, ...oneAsset() }), false],
      ["an exclusive offer, which makes records", exclusive, true],
      ["a transferable one", () => ({ transferable: true }), true],
      ["a revocable one", () => ({ revocable: true }), true],
      ["a referral of a tenth", () => ({ referral: 100_000, referrerRoot: root }), false],
      ["a limited supply", () => ({ supply: 2 ** 32 - 1, perPayer: 2 ** 32 - 1 }), false],
      ["a limit per payer alone", () => ({ perPayer: 1 }), false],
      ["one seat, said aloud", () => ({ seats: 1 }), false],
      ["many seats, which make records", () => ({ seats: 2 ** 32 - 1 }), true],
      ["the shortest refund window", () => ({ refundWindow: HOUR, duration: HOUR }), true],
      ["the longest one, at the highest penalty", () => ({ refundWindow: 30 * DAY, penalty: 500_000 }), true],
      ["the least penalty", () => ({ refundWindow: HOUR, penalty: 50_000, ...exclusive() }), true],
      ["a whole lot", () => ({ scope: SCOPE.asset, scopeId: market.assets(WHOLE_LOT) }), false],
      ["a plain offer", () => ({}), false],
      ["a free offer", () => ({ price: 0n, free: true }), false],
      [
        "a perpetual offer at the maximum of every field",
        () => ({ duration: PERPETUAL, price: 2n ** 96n - 1n }),
        false,
      ],
      ["an offer for one lot", () => ({ scope: SCOPE.lot, scopeId: market.lot }), false],
      ["an offer for one asset", () => ({ scope: SCOPE.asset, scopeId: assetAt(market.lot, 9) }), false],
      ["the widest lot id", () => ({ scope: SCOPE.lot, scopeId: 2n ** 224n - 1n }), false],
      ["a territory, which makes records", () => ({ territory: 756 }), true],
      ["a derivative offer, which makes records", () => ({ usages: USAGES.derivative, rate: FLOOR }), true],
      ["a training offer, which makes records", () => ({ usages: USAGES.training, rate: FLOOR }), true],
      ["mixed usages, which make records", () => ({ usages: 31, rate: 900_000 }), true],
    ];
    it("an offer for all that the licensor has registered, and says which is the last", async () => {
      const offerId = await publish(market, offerInput(market, { scope: SCOPE.licensor }));
      const { scope, scopeId } = await market.contracts.market.read.offerOf([offerId]);
      expect(scope).to.equal(SCOPE.licensor);
      expect(scopeId).to.equal((BigInt(market.licensor.address) << 32n) | BigInt(market.recipe.ordinal));
    });

    for (const [name, overrides, recorded] of stored) {
      it(name, async () => {
        const { market: contract } = market.contracts;
        const input = offerInput(market, { start: 5, ...overrides() });
        const offer = await contract.read.offerOf([await publish(market, input)]);
        expect({ ...offer, token: offer.token.toLowerCase() }).to.deep.equal({
          token: input.token.toLowerCase(),
          price: input.price,
          recipe: market.recipe.ordinal,
          duration: input.duration,
          start: input.start,
          end: input.end,
          usages: input.usages,
          rate: input.rate,
          referral: input.referral,
          controlEpoch: await market.contracts.registry.read.controlEpochOf([market.recipe.ordinal]),
          scope: input.scope,
          scopeId: input.scopeId,
          free: input.free,
          recorded,
          withdrawn: false,
          title: input.title,
          exclusive: input.exclusive,
          transferable: input.transferable,
          revocable: input.revocable,
          supply: input.supply,
          sold: 0,
          perPayer: input.perPayer,
          seats: input.seats,
          refundWindow: input.refundWindow,
          penalty: input.penalty,
          referrerRoot: input.referrerRoot,
          seller: zeroAddress,
        });
      });
    }
  });
});
