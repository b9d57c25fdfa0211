import { expect } from "chai";
import { type Hash, zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  assetAt,
  bought,
  commitLot,
  DAY,
  deployMarket,
  derivativeOffer,
  GAS,
  hashOf,
  KIND,
  type Market,
  offerInput,
  publish,
  purchaseOf,
  type RecipeInput,
  recipeInput,
  registerRecipe,
  USAGE,
  USAGES,
} from "./market.ts";

describe("useLicense", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let licenseId: Hash;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
    licenseId = await bought(market, purchaseOf(market, await publish(market, derivativeOffer(market))));
  });

  const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

  const childOf = (overrides: Partial<RecipeInput> = {}): RecipeInput =>
    recipeInput({
      licensor: market.licensee.address,
      commitment: hashOf("child"),
      parents: [{ asset: market.assets(7), licenseId, rate: 0 }],
      ...overrides,
    });

  const register =
    (input: RecipeInput, account = market.licensee) =>
    () =>
      market.contracts.registry.write.registerRecipe([input, 0n, "0x"], { account, gas: GAS });

  const expectUseRefused = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(market.protocol, call, {
      by: market.contracts.licenses,
      error: error as "LicensesUnknownLicense",
      args,
    });

  it("refuses any caller but the registry", async () => {
    const use = [licenseId, market.licensee.address, market.assets(7), USAGE.derivative, 2] as const;
    for (const account of [market.licensee, market.stranger]) {
      await expectUseRefused(
        () => market.contracts.licenses.write.useLicense(use, { account, gas: GAS }),
        "LicensesUnauthorized",
        [isAddress(account.address)],
      );
    }
  });

  it("refuses a missing license", async () => {
    for (const missing of [hashOf("nothing"), zeroHash]) {
      const parents = [{ asset: market.assets(7), licenseId: missing, rate: 0 }];
      await expectUseRefused(register(childOf({ parents })), "LicensesUnknownLicense", [missing]);
    }
  });

  it("refuses a plain license, which has no id", async () => {
    const plainId = await bought(market, purchaseOf(market, await publish(market, offerInput(market))));
    const parents = [{ asset: market.assets(7), licenseId: plainId, rate: 0 }];
    await expectUseRefused(register(childOf({ parents })), "LicensesUnknownLicense", [plainId]);
  });

  it("refuses a foreign license, its payer included", async () => {
    for (const thief of [market.stranger, market.buyer]) {
      const input = childOf({ licensor: thief.address });
      await expectUseRefused(register(input, thief), "LicensesForeignLicense", [
        licenseId,
        isAddress(thief.address),
        isAddress(market.licensee.address),
      ]);
    }
  });

  it("refuses a license for another asset of the same lot", async () => {
    const parents = [{ asset: market.assets(8), licenseId, rate: 0 }];
    await expectUseRefused(register(childOf({ parents })), "LicensesOutOfScope", [
      licenseId,
      market.assets(8),
      market.assets(7),
    ]);
  });

  it("refuses a license without the usage that the parent demands", async () => {
    const training = await bought(
      market,
      purchaseOf(market, await publish(market, derivativeOffer(market, { usages: USAGES.training }))),
    );
    const parents = [{ asset: market.assets(7), licenseId: training, rate: 0 }];
    await expectUseRefused(register(childOf({ parents })), "LicensesMissingUsage", [
      training,
      USAGE.derivative,
      USAGES.training,
    ]);
  });

  it("refuses a derivative license where a model learns from data", async () => {
    const data = await registerRecipe(market, { licensor: market.licensor.address, kind: KIND.dataset });
    const lot = await commitLot(market, data, { account: market.licensor, count: 1 });
    const licensed = async (usages: number) =>
      bought(market, {
        ...purchaseOf(market, await publish(market, derivativeOffer(market, { recipeId: data.id, usages }))),
        assetId: assetAt(lot, 0),
      });
    const modelWith = (id: Hash) =>
      childOf({ kind: KIND.model, parents: [{ asset: assetAt(lot, 0), licenseId: id, rate: 0 }] });
    const derivative = await licensed(USAGES.derivative);
    await expectUseRefused(register(modelWith(derivative)), "LicensesMissingUsage", [
      derivative,
      USAGE.training,
      USAGES.derivative,
    ]);
    const training = await licensed(USAGES.training);
    await register(modelWith(training))();
    expect((await market.contracts.licenses.read.recordOf([training])).usedBy).to.equal(data.ordinal + 1);
  });

  it("refuses an expired license in the second of its expiry, takes it in the one before", async () => {
    const short = await bought(
      market,
      purchaseOf(market, await publish(market, derivativeOffer(market, { duration: DAY }))),
    );
    const { expiry } = await market.contracts.licenses.read.recordOf([short]);
    const parents = [{ asset: market.assets(7), licenseId: short, rate: 0 }];
    await connection.networkHelpers.time.setNextBlockTimestamp(expiry);
    await expectUseRefused(register(childOf({ parents })), "LicensesExpiredLicense", [short, expiry]);

    const { expiry: later } = await market.contracts.licenses.read.recordOf([licenseId]);
    await connection.networkHelpers.time.setNextBlockTimestamp(later - 1);
    await register(childOf())();
  });

  it("refuses a used license, also for another recipe", async () => {
    await register(childOf())();
    const first = market.recipe.ordinal + 1;
    await expectUseRefused(register(childOf({ commitment: hashOf("second child") })), "LicensesUsedLicense", [
      licenseId,
      first,
    ]);
  });

  it("refuses one license for two parents of the same recipe", async () => {
    const parents = [7, 8].map((index) => ({ asset: market.assets(index), licenseId, rate: 0 }));
    await expectUseRefused(register(childOf({ parents })), "LicensesOutOfScope", [
      licenseId,
      market.assets(8),
      market.assets(7),
    ]);
  });

  it("marks the license, says so, and hands the registry rate and expiry", async () => {
    const { licenses, registry, splitter } = market.contracts;
    const hash = await register(childOf())();
    const recipe = market.recipe.ordinal + 1;
    await connection.viem.assertions.emitWithArgs(Promise.resolve(hash), licenses, "LicenseUsed", [licenseId, recipe]);
    const { usedBy, expiry, rate } = await licenses.read.recordOf([licenseId]);
    expect(usedBy).to.equal(recipe);
    const [edge] = await splitter.read.edgesOf([recipe]);
    expect(edge).to.deep.equal({ parent: market.recipe.ordinal, rate, pass: 0 });
    const { validUntil } = await registry.read.recipeOf([await registry.read.recipeIdOf([recipe])]);
    expect(validUntil).to.equal(expiry);
  });
});
