import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroAddress, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  actAs,
  ANSWER,
  commitBuilt,
  deployRegistry,
  expectRegistryRefused,
  GAS,
  grantLicense,
  hashOf,
  KIND,
  type LicenseTerms,
  lotInput,
  ONE,
  PERPETUAL,
  recipeIdOf,
  type RecipeInput,
  recipeInput,
  type RecipeRecord,
  recordStudio,
  type Registry,
  type RegistryError,
  registerRecipe,
  USAGE,
  USAGES,
} from "./registry.ts";

const DAY = 86_400;
const RATE = 50_000;
/** Price of a sale under an offer of the child, in token units. */
const PRICE = 1_000_000n;

/** A recipe of somebody, with one committed asset. */
interface Source {
  recipe: RecipeRecord;
  assetId: bigint;
}

describe("registry/renewRecipe", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  /** Makes the child. */
  let licensor: Address;
  /** Owns the licensed parents. */
  let author: Address;
  let stranger: Address;
  let mine: Source;
  let first: Source;
  let second: Source;
  let input: RecipeInput;
  let recipeId: Hash;
  let firstLicense: Hash;
  let secondLicense: Hash;
  let validUntil: number;

  const makeSource = async (owner: Address, name: string, nonce: bigint, kind: number = KIND.work): Promise<Source> => {
    const recipe = await registerRecipe(registry, { licensor: owner, kind, commitment: hashOf(name) });
    const lot = await commitBuilt(registry, recipe.id, owner, { nonce, count: 1 });
    return { recipe, assetId: lot.assetId(0) };
  };

  const license = (source: Source, terms: Partial<LicenseTerms> = {}, holder = licensor): Promise<Hash> =>
    grantLicense(registry, { recipeId: source.recipe.id, licensor: author, assetId: source.assetId }, holder, {
      usages: USAGES.derivative,
      rate: RATE,
      ...terms,
    });

  /** A child with one own parent and two licensed ones, whose licenses last one and two days. */
  const fixture = async () => {
    registry = await deployRegistry(connection);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    author = getAddress(registry.stranger.account.address);
    stranger = getAddress(registry.relayer.account.address);
    mine = await makeSource(licensor, "mine", 1n);
    first = await makeSource(author, "first", 1n);
    second = await makeSource(author, "second", 2n);
    firstLicense = await license(first, { duration: DAY });
    secondLicense = await license(second, { duration: 2 * DAY });
    const parents = [
      { asset: mine.assetId, licenseId: zeroHash, rate: 10_000 },
      { asset: first.assetId, licenseId: firstLicense, rate: 0 },
      { asset: second.assetId, licenseId: secondLicense, rate: 0 },
    ].sort((a, b) => (a.asset < b.asset ? -1 : 1));
    input = recipeInput({ licensor, commitment: hashOf("child"), parents });
    recipeId = recipeIdOf(input);
    await contract.write.registerRecipe([input, 0n, "0x"], { account: licensor, gas: GAS });
    validUntil = (await contract.read.recipeOf([recipeId])).validUntil;
    await commitBuilt(registry, recipeId, licensor, { nonce: 9n, count: 1 });
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
  });

  /** License ids in the order of the parents. */
  const idsOf = (byAsset: { mine?: Hash; first: Hash; second: Hash }): Hash[] =>
    input.parents.map(({ asset }) => {
      if (asset === mine.assetId) return byAsset.mine ?? zeroHash;
      return asset === first.assetId ? byAsset.first : byAsset.second;
    });

  const renew = (licenseIds: Hash[], account = licensor, recipe = input) =>
    contract.write.renewRecipe([recipe, licenseIds], { account, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RegistryError, args: readonly unknown[]) =>
    expectRegistryRefused(registry, call, error, args);

  const refuseByLicenses = (
    licenseIds: Hash[],
    error: Parameters<typeof expectRefused<Registry["contracts"]["licenses"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, () => renew(licenseIds), { by: registry.contracts.licenses, error, args });

  const expiryOf = async (licenseId: Hash) => (await registry.contracts.licenses.read.recordOf([licenseId])).expiry;

  describe("refuses", () => {
    it("an input that is no registered recipe", async () => {
      const ids = idsOf({ first: firstLicense, second: secondLicense });
      const others = [
        { ...input, commitment: hashOf("other") },
        { ...input, licensor: stranger },
        { ...input, split: [{ account: stranger, weight: ONE, roles: 1 }] },
        { ...input, options: { ...input.options, root: hashOf("root") } },
      ];
      for (const other of others) {
        await refuse(() => renew(ids, licensor, other), "AssetRegistryUnknownRecipe", [recipeIdOf(other)]);
      }
    });

    it("everybody but the licensor and its studio's registrar", async () => {
      const ids = idsOf({ first: await license(first), second: await license(second) });
      for (const account of [stranger, author]) {
        await refuse(() => renew(ids, account), "AssetRegistryUnauthorized", [account]);
      }
    });

    it("too few and too many license ids", async () => {
      const ids = idsOf({ first: await license(first), second: await license(second) });
      for (const wrong of [[], ids.slice(1), [...ids, zeroHash]]) {
        await refuse(() => renew(wrong), "AssetRegistryLengthMismatch", [BigInt(wrong.length), 3n]);
      }
    });

    it("a license for an own parent", async () => {
      const extra = await license(first);
      const ids = idsOf({ mine: extra, first: await license(first), second: await license(second) });
      await refuse(() => renew(ids), "AssetRegistryUnexpectedLicense", [mine.assetId, extra]);
    });

    it("a licensed parent without a license, and licenses that do not fit", async () => {
      const good = await license(second);
      const ids = (id: Hash) => idsOf({ first: id, second: good });
      await refuseByLicenses(ids(zeroHash), "LicensesUnknownLicense", [zeroHash]);
      const foreign = await license(first, {}, stranger);
      await refuseByLicenses(ids(foreign), "LicensesForeignLicense", [foreign, licensor, stranger]);
      const elsewhere = await license(second);
      await refuseByLicenses(ids(elsewhere), "LicensesOutOfScope", [elsewhere, first.assetId, second.assetId]);
      const training = await license(first, { usages: USAGES.training });
      await refuseByLicenses(ids(training), "LicensesMissingUsage", [training, USAGE.derivative, USAGES.training]);
    });

    it("an expired license, and one that another recipe has used", async () => {
      const { time } = connection.networkHelpers;
      const good = await license(second);
      const short = await license(first, { duration: 100 });
      const spent = await license(first);
      const parents = [{ asset: first.assetId, licenseId: spent, rate: 0 }];
      const other = await registerRecipe(registry, { licensor, commitment: hashOf("other"), parents });
      await refuseByLicenses(idsOf({ first: spent, second: good }), "LicensesUsedLicense", [spent, other.ordinal]);
      await time.increase(100);
      await refuseByLicenses(idsOf({ first: short, second: good }), "LicensesExpiredLicense", [
        short,
        await expiryOf(short),
      ]);
    });

    it("a license that asks more than the frozen edge pays", async () => {
      const dear = await license(first, { rate: RATE + 1 });
      const ids = idsOf({ first: dear, second: await license(second) });
      await refuse(() => renew(ids), "AssetRegistryRateMismatch", [first.recipe.ordinal, RATE + 1, RATE]);
    });

    it("to spend licenses for nothing: the same ones, and ones that end no later", async () => {
      const same = idsOf({ first: firstLicense, second: secondLicense });
      await refuse(() => renew(same), "AssetRegistryNotLater", [recipeId, validUntil, validUntil]);
      const shorter = await license(first, { duration: 1000 });
      const end = await expiryOf(shorter);
      await refuse(() => renew(idsOf({ first: shorter, second: secondLicense })), "AssetRegistryNotLater", [
        recipeId,
        end,
        validUntil,
      ]);
    });

    it("a recipe that never ends", async () => {
      const plain = recipeInput({ licensor });
      await registerRecipe(registry, { licensor });
      await refuse(() => renew([], licensor, plain), "AssetRegistryNotLater", [
        recipeIdOf(plain),
        PERPETUAL,
        PERPETUAL,
      ]);
    });
  });

  it("ends with the earliest of the new licenses, marks them used and leaves edges and rates alone", async () => {
    const { splitter, licenses } = registry.contracts;
    const edges = await splitter.read.edgesOf([4]);
    // cheaper than the edge, which pays what it has always paid
    const longer = await license(first, { rate: RATE - 1, duration: 30 * DAY });
    const ids = idsOf({ first: longer, second: secondLicense });
    const end = await expiryOf(secondLicense);
    await connection.viem.assertions.emitWithArgs(renew(ids), contract, "RecipeRenewed", [4, end, ids]);
    expect((await contract.read.recipeOf([recipeId])).validUntil)
      .to.equal(end)
      .and.above(validUntil);
    expect((await licenses.read.recordOf([longer])).usedBy).to.equal(4);
    expect(await splitter.read.edgesOf([4])).to.deep.equal(edges);

    await renew(idsOf({ first: longer, second: await license(second) }));
    expect((await contract.read.recipeOf([recipeId])).validUntil).to.equal(await expiryOf(longer));
    await renew(idsOf({ first: await license(first), second: await license(second) }));
    expect((await contract.read.recipeOf([recipeId])).validUntil).to.equal(PERPETUAL);
  });

  it("takes the metadata as it comes, because it is not part of the recipe", async () => {
    const ids = idsOf({ first: await license(first), second: await license(second) });
    await renew(ids, licensor, { ...input, metadata: hashOf("other") });
    expect((await contract.read.recipeOf([recipeId])).validUntil).to.equal(PERPETUAL);
  });

  it("is open to the registrar of the licensor's studio, and to a licensor that took over, with its own licenses", async () => {
    const { studio } = await recordStudio(registry, licensor);
    const ids = idsOf({ first: await license(first, { duration: 5 * DAY }), second: secondLicense });
    await refuse(() => renew(ids, stranger), "AssetRegistryUnauthorized", [stranger]);
    await studio.write.answerWith([ANSWER.plain, 1n]);
    await renew(ids, stranger);
    expect((await contract.read.recipeOf([recipeId])).validUntil).to.equal(await expiryOf(secondLicense));

    await contract.write.offerControl([recipeId, stranger], { account: licensor });
    await contract.write.acceptControl([recipeId], { account: stranger });
    await studio.write.answerWith([ANSWER.plain, 0n]);
    await refuse(() => renew(ids), "AssetRegistryUnauthorized", [licensor]);
    const own = idsOf({ first: await license(first, {}, stranger), second: await license(second, {}, stranger) });
    await renew(own, stranger);
    expect((await contract.read.recipeOf([recipeId])).validUntil).to.equal(PERPETUAL);
  });

  it("asks training licenses of a model for its datasets", async () => {
    const data = await makeSource(author, "data", 3n, KIND.dataset);
    const training = { usages: USAGES.training, duration: DAY };
    const parents = [{ asset: data.assetId, licenseId: await license(data, training), rate: 0 }];
    const model = recipeInput({ licensor, kind: KIND.model, commitment: hashOf("model"), parents });
    await contract.write.registerRecipe([model, 0n, "0x"], { account: licensor, gas: GAS });
    const derivative = await license(data);
    await expectRefused(registry.protocol, () => renew([derivative], licensor, model), {
      by: registry.contracts.licenses,
      error: "LicensesMissingUsage",
      args: [derivative, USAGE.training, USAGES.derivative],
    });
    await renew([await license(data, { ...training, duration: 9 * DAY })], licensor, model);
  });

  describe("expiry stops new lots, never payments for old ones", () => {
    /** Puts the child's old asset on sale and sells it once. */
    const sellOld = async (salt: string) => {
      const { market, splitter, usdc } = registry.contracts;
      await usdc.write.mint([stranger, PRICE]);
      await usdc.write.approve([splitter.address, PRICE], { account: stranger });
      const offer = {
        ...{ recipeId, scope: 0, scopeId: 0n, token: usdc.address, price: PRICE, duration: PERPETUAL, start: 0 },
        ...{ end: PERPETUAL, usages: USAGES.commercial, rate: 0, referral: 0, free: false, title: false },
        ...{ exclusive: false, transferable: false, revocable: false, supply: 0, perPayer: 0, seats: 0 },
        ...{ refundWindow: 0, penalty: 0, referrerRoot: zeroHash, territory: 0, legalPreset: 0, textHash: zeroHash },
        salt: hashOf(salt),
      };
      await market.write.publishOffer([offer], { account: licensor });
      const purchase = {
        offerId: await market.read.offerIdOf([licensor, offer]),
        ...{ assetId: ((BigInt(licensor) << 64n) | 9n) << 24n, licensee: stranger, referrer: zeroAddress, seats: 1 },
        ...{ maxTotal: PRICE, deadline: PERPETUAL, salt: hashOf(salt) },
      };
      await market.write.purchaseLicense([purchase, true], { account: stranger, gas: GAS });
    };

    const commit = (nonce: bigint) => () =>
      contract.write.commitLot([lotInput({ recipeId, nonce })], { account: licensor, gas: GAS });

    it("refuses the lot, sells and pays as before, and goes on after a renewal", async () => {
      const { splitter, usdc } = registry.contracts;
      await connection.networkHelpers.time.increaseTo(validUntil);
      await refuse(commit(10n), "AssetRegistryExpiredRecipe", [recipeId, validUntil]);

      await sellOld("after expiry");
      const shareOf = (rate: number) => (PRICE * BigInt(rate)) / BigInt(ONE);
      for (const { recipe } of [first, second]) {
        expect(await splitter.read.claimable([recipe.ordinal, usdc.address, author])).to.equal(shareOf(RATE));
        await splitter.write.claimToWallet([recipe.ordinal, usdc.address, author]);
      }
      expect(await usdc.read.balanceOf([author])).to.equal(shareOf(2 * RATE));
      await splitter.write.claimToWallet([4, usdc.address, licensor]);
      await splitter.write.claimToWallet([1, usdc.address, licensor]);
      expect(await usdc.read.balanceOf([licensor])).to.equal(shareOf(ONE - 2 * RATE));

      await renew(idsOf({ first: await license(first), second: await license(second) }));
      await commit(10n)();
      await sellOld("after the renewal");
      expect(await splitter.read.claimable([first.recipe.ordinal, usdc.address, author])).to.equal(shareOf(RATE));
    });

    it("takes the license of before again once it was renewed", async () => {
      const { licenses } = registry.contracts;
      await connection.networkHelpers.time.increaseTo(validUntil + 10);
      const market = await actAs(registry, await licenses.read.licenseMarket());
      for (const id of [firstLicense, secondLicense]) {
        await licenses.write.renewRecord([id, 10 * DAY], { account: market });
      }
      await renew(idsOf({ first: firstLicense, second: secondLicense }));
      expect((await contract.read.recipeOf([recipeId])).validUntil).to.equal(await expiryOf(firstLicense));
      await commit(10n)();
    });
  });

  describe("stopRecipe", () => {
    const ordinal = async () => (await contract.read.recipeOf([recipeId])).ordinal;

    it("is refused to everybody but Licenses", async () => {
      const recipe = await ordinal();
      for (const account of [licensor, author, await registry.contracts.licenses.read.licenseMarket()]) {
        await actAs(registry, account);
        const call = () => contract.write.stopRecipe([recipe], { account, gas: GAS });
        await expectRegistryRefused(registry, call, "AssetRegistryUnauthorized", [getAddress(account)]);
      }
    });

    it("ends a recipe now, and leaves alone one that is over or unknown", async () => {
      const account = await actAs(registry, registry.contracts.licenses.address);
      const recipe = await ordinal();
      const eventsOf = async (hash: Hash) =>
        (await registry.protocol.publicClient.getTransactionReceipt({ hash })).logs;
      const hash = await contract.write.stopRecipe([recipe], { account });
      const now = await connection.networkHelpers.time.latest();
      expect((await contract.read.recipeOf([recipeId])).validUntil).to.equal(now);
      expect(await eventsOf(hash)).to.have.length(1);
      for (const over of [recipe, 9_999]) {
        expect(await eventsOf(await contract.write.stopRecipe([over], { account }))).to.deep.equal([]);
      }
      expect((await contract.read.recipeOf([recipeId])).validUntil).to.equal(now);
    });
  });
});
