import { expect } from "chai";
import {
  type Address,
  encodeAbiParameters,
  encodeFunctionData,
  getAddress,
  type Hash,
  keccak256,
  zeroAddress,
  zeroHash,
} from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import {
  actAs,
  ANSWER,
  CLASS,
  commitBuilt,
  deployRegistry,
  expectRegistryRefused,
  GAS,
  grantLicense,
  hashOf,
  leafOf,
  lotIdOf,
  type RecipeRecord,
  type Registry,
  type RegistryError,
  registerRecipe,
  STATUS,
  USAGE,
  USAGES,
  WHOLE_LOT,
  wordOf,
} from "./registry.ts";

const TOKEN = 2n ** 255n + 5n;
const NONCE = 3n;

describe("registry/external", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  let licensor: Address;
  let other: Address;
  let stranger: Address;
  let recipe: RecipeRecord;
  let collection: Awaited<ReturnType<typeof deployCollection>>;
  let assetId: bigint;

  const deployCollection = () => connection.viem.deployContract("TestCollection");
  const deployHostile = () => connection.viem.deployContract("HostileGate");

  const fixture = async () => {
    registry = await deployRegistry(connection);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    other = getAddress(registry.stranger.account.address);
    stranger = getAddress(registry.relayer.account.address);
    recipe = await registerRecipe(registry, { licensor });
    collection = await deployCollection();
    await collection.write.mint([licensor, TOKEN]);
    assetId = lotIdOf(licensor, NONCE) << 24n;
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
  });

  interface Registration {
    from?: Address;
    recipeId?: Hash;
    nonce?: bigint;
    at?: Address;
    tokenId?: bigint;
  }

  const register = (over: Registration = {}) =>
    contract.write.registerExternal(
      [over.recipeId ?? recipe.id, over.nonce ?? NONCE, over.at ?? collection.address, over.tokenId ?? TOKEN],
      { account: over.from ?? licensor, gas: GAS },
    );

  const refuse = (call: () => Promise<Hash>, error: RegistryError, args: readonly unknown[]) =>
    expectRegistryRefused(registry, call, error, args);

  /** Asked with little gas: no collection may take more than its share. */
  const isReleasable = async (asset = assetId) => {
    const request = encodeFunctionData({ abi: contract.abi, functionName: "isReleasable", args: [asset] });
    const { data } = await registry.protocol.publicClient.call({ to: contract.address, data: request, gas: 300_000n });
    return BigInt(data ?? "0x") === 1n;
  };

  const giveToken = (to: Address, from = licensor) =>
    collection.write.transferFrom([from, to, TOKEN], { account: from });

  describe("refuses", () => {
    it("an unknown recipe, and whoever is not its licensor, also as the token's owner", async () => {
      const unknown = hashOf("nothing");
      await refuse(() => register({ recipeId: unknown }), "AssetRegistryUnknownRecipe", [unknown]);
      await giveToken(stranger);
      await refuse(() => register({ from: stranger }), "AssetRegistryUnauthorized", [stranger]);
      // not even who may commit independent lots
      await contract.write.grantRecipeUse([recipe.id, stranger, 2 ** 40 - 1, true], { account: licensor });
      await refuse(() => register({ from: stranger }), "AssetRegistryUnauthorized", [stranger]);
    });

    it("the protocol's own tokens and contracts: a buyer of a title would make itself the licensor of the work", async () => {
      const work = await commitBuilt(registry, recipe.id, licensor, { count: 1 });
      await contract.write.mint([work.assetId(0), work.leaf(0), []], { account: licensor });
      await contract.write.transferFrom([licensor, other, work.assetId(0)], { account: licensor });
      const own = await registerRecipe(registry, { licensor: other, commitment: hashOf("own") });
      const title = { from: other, recipeId: own.id, at: contract.address, tokenId: work.assetId(0) };
      await refuse(() => register(title), "AssetRegistryInvalidCollection", [getAddress(contract.address)]);
      const { addressOf } = registry.protocol;
      const names = ["Licenses", "RoyaltySplitter", "LicenseMarket", "Deployer", "StudioFactory"] as const;
      for (const at of [zeroAddress, ...names.map(addressOf)]) {
        await refuse(() => register({ at }), "AssetRegistryInvalidCollection", [getAddress(at)]);
      }
    });

    it("a token of somebody else, one that does not exist, and an account without code", async () => {
      await collection.write.mint([other, 1n]);
      for (const tokenId of [1n, 2n]) {
        const args = [getAddress(collection.address), tokenId, licensor];
        await refuse(() => register({ tokenId }), "AssetRegistryNotExternalOwner", args);
      }
      await refuse(() => register({ at: stranger }), "AssetRegistryNotExternalOwner", [stranger, TOKEN, licensor]);
    });

    it("collections that answer nothing, too much, at too great a cost, or more than an address", async () => {
      const hostile = await deployHostile();
      const at = getAddress(hostile.address);
      for (const mode of ["nothing", "twoWords", "bomb", "burn", "refuse"] as const) {
        await hostile.write.answerWith([ANSWER[mode], wordOf(licensor)]);
        await refuse(() => register({ at }), "AssetRegistryNotExternalOwner", [at, TOKEN, licensor]);
      }
      await hostile.write.answerWith([ANSWER.plain, wordOf(licensor) | (1n << 160n)]);
      await refuse(() => register({ at }), "AssetRegistryNotExternalOwner", [at, TOKEN, licensor]);
      const again = encodeFunctionData({
        abi: contract.abi,
        functionName: "registerExternal",
        args: [recipe.id, 9n, at, TOKEN],
      });
      await hostile.write.callBack([contract.address, again]);
      await hostile.write.answerWith([ANSWER.reenter, wordOf(licensor)]);
      await refuse(() => register({ at }), "AssetRegistryNotExternalOwner", [at, TOKEN, licensor]);
    });

    it("a nonce twice, and a recipe that has expired", async () => {
      await register();
      await refuse(() => register(), "AssetRegistryDuplicateLot", [lotIdOf(licensor, NONCE)]);
      const parent = await registerRecipe(registry, { licensor: other, commitment: hashOf("parent") });
      const lot = await commitBuilt(registry, parent.id, other, { count: 1 });
      const source = { recipeId: parent.id, licensor: other, assetId: lot.assetId(0) };
      const licenseId = await grantLicense(registry, source, licensor, { usages: USAGES.derivative, duration: 100 });
      const { id, validUntil } = await registerRecipe(registry, {
        licensor,
        commitment: hashOf("child"),
        parents: [{ asset: lot.assetId(0), licenseId, rate: 0 }],
      });
      await connection.networkHelpers.time.increaseTo(validUntil);
      await refuse(() => register({ recipeId: id, nonce: 8n }), "AssetRegistryExpiredRecipe", [id, validUntil]);
    });
  });

  it("makes a lot of one without a leaf, which may be licensed at once", async () => {
    const { assertions } = connection.viem;
    const hash = await register();
    const { address } = collection;
    const chainId = BigInt(await registry.protocol.publicClient.getChainId());
    const root = keccak256(
      encodeAbiParameters([{ type: "uint256" }, { type: "address" }, { type: "uint256" }], [chainId, address, TOKEN]),
    );
    const lotId = lotIdOf(licensor, NONCE);
    await assertions.emitWithArgs(Promise.resolve(hash), contract, "ExternalRegistered", [
      assetId,
      getAddress(address),
      TOKEN,
    ]);
    await assertions.emitWithArgs(Promise.resolve(hash), contract, "LotCommitted", [
      lotId,
      recipe.ordinal,
      zeroAddress,
      licensor,
      root,
      1,
      zeroHash,
    ]);
    const lot = await contract.read.lotOf([lotId]);
    expect(lot).to.include({ root, recipe: recipe.ordinal, gate: 0, count: 1, frozen: false });
    expect([lot.status, lot.class]).to.deep.equal([STATUS.accepted, CLASS.selfPublished]);
    expect(await contract.read.externalOf([assetId])).to.deep.equal([getAddress(address), TOKEN]);
    expect(await contract.read.externalOf([assetId + 1n])).to.deep.equal([zeroAddress, 0n]);
    for (const asset of [assetId, assetId | WHOLE_LOT]) {
      expect(await contract.read.licensable([asset])).to.deep.equal([recipe.ordinal, 0]);
    }
    expect(await isReleasable(assetId + 1n)).to.equal(false);
    expect(await contract.read.externalOf([lotIdOf(licensor, 0n) << 24n])).to.deep.equal([zeroAddress, 0n]);
  });

  it("is never a token here: no leaf verifies, nothing is minted, no title conveyed", async () => {
    await register();
    const market = await actAs(registry, registry.contracts.market.address);
    for (const proof of [[], [hashOf("sibling")]]) {
      expect(await contract.read.verify([assetId, leafOf(0), proof])).to.equal(false);
      await refuse(
        () => contract.write.mint([assetId, leafOf(0), proof], { account: licensor, gas: GAS }),
        "AssetRegistryExternalAsset",
        [assetId],
      );
      await refuse(
        () => contract.write.conveyTitle([assetId, leafOf(0), proof, other], { account: market, gas: GAS }),
        "AssetRegistryExternalAsset",
        [assetId],
      );
    }
  });

  it("sells while the licensor owns the token, keeps what was sold, and sells again when the token is back", async () => {
    await register();
    const source = { recipeId: recipe.id, licensor, assetId };
    const licenseId = await grantLicense(registry, source, other, { usages: USAGES.derivative });
    const { licenses } = registry.contracts;
    await giveToken(stranger);
    for (const asset of [assetId, assetId | WHOLE_LOT]) {
      expect(await isReleasable(asset)).to.equal(false);
      await connection.viem.assertions.revertWithCustomErrorWithArgs(
        contract.read.licensable([asset]),
        contract,
        "AssetRegistryNotReleasable",
        [asset],
      );
    }
    await refuse(
      () => contract.write.mint([assetId, leafOf(0), []], { account: licensor, gas: GAS }),
      "AssetRegistryNotReleasable",
      [assetId],
    );
    expect(await licenses.read.holdsLicense([licenseId, other, assetId, USAGE.derivative])).to.equal(true);
    // a license that was sold makes a parent, whoever owns the token
    const child = await registerRecipe(registry, {
      licensor: other,
      commitment: hashOf("child"),
      parents: [{ asset: assetId, licenseId, rate: 0 }],
    });
    expect((await registry.contracts.splitter.read.edgesOf([child.ordinal])).map(({ parent }) => parent)).to.deep.equal(
      [recipe.ordinal],
    );
    await giveToken(licensor, stranger);
    expect(await isReleasable()).to.equal(true);
    await grantLicense(registry, source, other, { usages: USAGES.derivative });
  });

  it("is registered again by a new owner, under a recipe of its own", async () => {
    await register();
    await giveToken(other);
    const own = await registerRecipe(registry, { licensor: other, commitment: hashOf("own") });
    await register({ from: other, recipeId: own.id });
    const theirs = lotIdOf(other, NONCE) << 24n;
    expect(await contract.read.externalOf([theirs])).to.deep.equal(await contract.read.externalOf([assetId]));
    expect([await isReleasable(), await isReleasable(theirs)]).to.deep.equal([false, true]);
  });

  it("follows the control of its recipe: a new licensor must own the token, too", async () => {
    await register();
    await contract.write.offerControl([recipe.id, other], { account: licensor });
    await contract.write.acceptControl([recipe.id], { account: other });
    expect(await isReleasable()).to.equal(false);
    await giveToken(other);
    expect(await isReleasable()).to.equal(true);
  });

  it("stops selling when its collection turns hostile, at a bounded cost, and hurts no other asset", async () => {
    const hostile = await deployHostile();
    await hostile.write.answerWith([ANSWER.plain, wordOf(licensor)]);
    await register({ at: hostile.address });
    const work = await commitBuilt(registry, recipe.id, licensor, { count: 1 });
    expect(await isReleasable()).to.equal(true);
    for (const mode of ["nothing", "twoWords", "bomb", "burn", "refuse", "reenter"] as const) {
      await hostile.write.answerWith([ANSWER[mode], wordOf(licensor)]);
      expect(await isReleasable(), mode).to.equal(false);
      expect(await isReleasable(work.assetId(0))).to.equal(true);
    }
    await hostile.write.answerWith([ANSWER.plain, wordOf(licensor)]);
    expect(await isReleasable()).to.equal(true);
  });
});
