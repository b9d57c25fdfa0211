import { expect } from "chai";
import { type Address, getAddress, zeroAddress, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { leafHash, type LeafFields } from "../models/lotTree.ts";
import {
  assetIdOf,
  CLASS,
  deployRegistry,
  GAS,
  hashOf,
  leafOf,
  lotIdOf,
  type LotInput,
  lotInput,
  type RecipeRecord,
  recordStudio,
  type Registry,
  registerRecipe,
  STATUS,
} from "./registry.ts";

describe("register: independent only", () => {
  let connection: Connection;
  let registry: Registry;
  let recipe: RecipeRecord;
  let licensor: Address;
  let stranger: Address;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    licensor = getAddress(registry.licensor.account.address);
    stranger = getAddress(registry.stranger.account.address);
    recipe = await registerRecipe(registry, { licensor });
  });

  const inputOf = (producer: Address, overrides: Partial<LotInput> = {}, leaf = leafOf(0)): LotInput => {
    const root = leafHash(lotIdOf(producer, overrides.nonce ?? 0n), 0, leaf);
    return lotInput({ recipeId: recipe.id, root, count: 1, ...overrides });
  };

  const register = (from: Address, input: LotInput, leaf: LeafFields = leafOf(0)) =>
    registry.contracts.registry.write.register([input, leaf], { account: from, gas: GAS });

  const refuse = (
    from: Address,
    [input, leaf]: [LotInput, LeafFields?],
    error: Parameters<typeof expectRefused<Registry["contracts"]["registry"]>>[2]["error"],
    args: readonly unknown[],
  ) =>
    expectRefused(registry.protocol, () => register(from, input, leaf), {
      by: registry.contracts.registry,
      error,
      args,
    });

  it("refuses a lot with a gate: no door past the audit", async () => {
    const { gate } = await recordStudio(registry, licensor);
    const address = getAddress(gate.address);
    await refuse(licensor, [inputOf(licensor, { gate: address })], "AssetRegistryNotIndependent", [address]);
  });

  it("refuses more or fewer assets than one", async () => {
    for (const count of [0, 2]) {
      await refuse(licensor, [inputOf(licensor, { count })], "AssetRegistryNotSingle", [count]);
    }
  });

  it("refuses an unknown recipe, and anybody but its licensor", async () => {
    const recipeId = hashOf("nothing");
    await refuse(licensor, [inputOf(licensor, { recipeId })], "AssetRegistryUnknownRecipe", [recipeId]);
    await refuse(stranger, [inputOf(stranger)], "AssetRegistryUnauthorized", [stranger]);
  });

  it("refuses a studio's registrar: its lots go through the gate", async () => {
    const { studio } = await recordStudio(registry, licensor);
    await studio.write.answerWith([0, 1n]);
    await refuse(stranger, [inputOf(stranger)], "AssetRegistryUnauthorized", [stranger]);
  });

  it("refuses a root that is not the leaf's, and a leaf of another place", async () => {
    const asset = assetIdOf(lotIdOf(licensor, 0n), 0);
    await refuse(licensor, [inputOf(licensor, { root: hashOf("x") })], "AssetRegistryInvalidProof", [asset]);
    await refuse(licensor, [inputOf(licensor), leafOf(1)], "AssetRegistryInvalidProof", [asset]);
    const elsewhere = leafHash(lotIdOf(stranger, 0n), 0, leafOf(0));
    await refuse(licensor, [inputOf(licensor, { root: elsewhere })], "AssetRegistryInvalidProof", [asset]);
  });

  it("refuses a leaf without content", async () => {
    const leaf = { ...leafOf(0), contentHash: zeroHash };
    const asset = assetIdOf(lotIdOf(licensor, 0n), 0);
    await refuse(licensor, [inputOf(licensor, {}, leaf), leaf], "AssetRegistryInvalidContent", [asset]);
  });

  it("refuses the same nonce twice", async () => {
    await register(licensor, inputOf(licensor));
    await refuse(licensor, [inputOf(licensor)], "AssetRegistryDuplicateLot", [lotIdOf(licensor, 0n)]);
  });

  it("commits, releases and mints to the licensor in one call", async () => {
    const { registry: contract } = registry.contracts;
    const { assertions } = connection.viem;
    const input = inputOf(licensor, { nonce: 4n });
    const lotId = lotIdOf(licensor, 4n);
    const asset = assetIdOf(lotId, 0);
    const hash = await register(licensor, input);
    const sent = () => Promise.resolve(hash);
    await assertions.emitWithArgs(sent(), contract, "LotCommitted", [
      lotId,
      recipe.ordinal,
      zeroAddress,
      licensor,
      input.root,
      1,
      input.manifest,
    ]);
    await assertions.emitWithArgs(sent(), contract, "AssetMinted", [
      asset,
      licensor,
      leafOf(0).contentHash,
      input.root,
    ]);
    await assertions.emitWithArgs(sent(), contract, "Transfer", [zeroAddress, licensor, asset]);
    expect(await contract.read.ownerOf([asset])).to.equal(licensor);
    expect(await contract.read.contentHashOf([asset])).to.equal(leafOf(0).contentHash);
    expect(await contract.read.isReleasable([asset])).to.equal(true);
    expect(await contract.read.lotOf([lotId])).to.deep.include({
      status: STATUS.accepted,
      class: CLASS.selfPublished,
      gate: 0,
      count: 1,
    });
  });

  it("registers the same content again: the earliest commit is for readers to find", async () => {
    const first = inputOf(licensor);
    const second = inputOf(licensor, { nonce: 1n });
    await register(licensor, first);
    await register(licensor, second);
    const assets = [0n, 1n].map((nonce) => assetIdOf(lotIdOf(licensor, nonce), 0));
    const { contentHashOf } = registry.contracts.registry.read;
    const hashes = await Promise.all(assets.map((asset) => contentHashOf([asset])));
    expect(hashes).to.deep.equal([leafOf(0).contentHash, leafOf(0).contentHash]);
  });
});
