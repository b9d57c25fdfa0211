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

const FIELD = {
  scope: 1,
  scopeId: 2,
  usages: 8,
  referral: 10,
  title: 12,
  exclusive: 13,
  transferable: 14,
  revocable: 15,
  supply: 16,
  perPayer: 17,
  seats: 18,
  refundWindow: 19,
  penalty: 20,
  referrerRoot: 21,
};

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

  describe("refuses a term that cannot be sold yet", () => {
    const terms: [keyof typeof FIELD, () => Partial<OfferInput>][] = [
      ["scope", () => ({ scope: SCOPE.licensor })],
      ["scopeId", () => ({ scope: SCOPE.asset, scopeId: market.assets(WHOLE_LOT) })],
      ["usages", () => ({ usages: USAGES.personal | USAGES.sublicense })],
      ["referral", () => ({ referral: 1 })],
      ["title", () => ({ title: true })],
      ["exclusive", () => ({ exclusive: true })],
      ["transferable", () => ({ transferable: true })],
      ["revocable", () => ({ revocable: true })],
      ["supply", () => ({ supply: 1 })],
      ["perPayer", () => ({ perPayer: 1 })],
      ["seats", () => ({ seats: 1 })],
      ["refundWindow", () => ({ refundWindow: 1 })],
      ["penalty", () => ({ penalty: 1 })],
      ["referrerRoot", () => ({ referrerRoot: hashOf("referrers") })],
    ];
    for (const [field, overrides] of terms) {
      it(field, async () => {
        await expectOfferRefused(offerInput(market, overrides()), "LicenseMarketUnsupportedTerm", [FIELD[field]]);
      });
    }
  });

  describe("refuses a scope id", () => {
    const cases: [string, () => Partial<OfferInput>][] = [
      ["for the scope of the recipe", () => ({ scope: SCOPE.recipe, scopeId: 1n })],
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

    const stored: [string, () => Partial<OfferInput>, boolean][] = [
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
          referral: 0,
          controlEpoch: await market.contracts.registry.read.controlEpochOf([market.recipe.ordinal]),
          scope: input.scope,
          scopeId: input.scopeId,
          free: input.free,
          recorded,
          withdrawn: false,
          title: false,
          exclusive: false,
          transferable: false,
          revocable: false,
          supply: 0,
          sold: 0,
          perPayer: 0,
          seats: 0,
          refundWindow: 0,
          penalty: 0,
          referrerRoot: zeroHash,
          seller: zeroAddress,
        });
      });
    }
  });
});
