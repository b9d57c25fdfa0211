import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroAddress, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import {
  type BuiltLot,
  commitBuilt,
  deployRegistry,
  expectRegistryRefused,
  GAS,
  hashOf,
  lotInput,
  recipeIdOf,
  recipeInput,
  type RecipeRecord,
  recordStudio,
  type Registry,
  type RegistryError,
  registerRecipe,
} from "./registry.ts";

describe("registry/control", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  let licensor: Address;
  let heir: Address;
  let stranger: Address;
  let recipe: RecipeRecord;
  let lot: BuiltLot;

  const fixture = async () => {
    registry = await deployRegistry(connection);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    heir = getAddress(registry.stranger.account.address);
    stranger = getAddress(registry.relayer.account.address);
    recipe = await registerRecipe(registry, { licensor });
    lot = await commitBuilt(registry, recipe.id, licensor);
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
  });

  const offer = (to: Address, from = licensor, recipeId = recipe.id) =>
    contract.write.offerControl([recipeId, to], { account: from, gas: GAS });

  const accept = (from: Address, recipeId = recipe.id) =>
    contract.write.acceptControl([recipeId], { account: from, gas: GAS });

  const mint = (from: Address, index: number) =>
    contract.write.mint([lot.assetId(index), lot.leaf(index), lot.proof(index)], { account: from, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RegistryError, args: readonly unknown[]) =>
    expectRegistryRefused(registry, call, error, args);

  it("refuses an offer of an unknown recipe, and one by anybody but the licensor", async () => {
    const unknown = hashOf("nothing");
    await refuse(() => offer(heir, licensor, unknown), "AssetRegistryUnknownRecipe", [unknown]);
    for (const account of [heir, stranger]) {
      await refuse(() => offer(account, account), "AssetRegistryUnauthorized", [account]);
    }
    // a registrar registers and mints, but never gives a recipe away
    const { studio } = await recordStudio(registry, licensor);
    await studio.write.answerWith([0, 1n]);
    await refuse(() => offer(stranger, stranger), "AssetRegistryUnauthorized", [stranger]);
  });

  it("refuses whom nobody offered it to, and everybody after the offer was taken back or replaced", async () => {
    await refuse(() => accept(heir, hashOf("nothing")), "AssetRegistryNoOffer", [hashOf("nothing"), heir]);
    await refuse(() => accept(heir), "AssetRegistryNoOffer", [recipe.id, heir]);
    await offer(heir);
    for (const account of [stranger, licensor]) {
      await refuse(() => accept(account), "AssetRegistryNoOffer", [recipe.id, account]);
    }
    await offer(zeroAddress);
    expect(await contract.read.pendingLicensorOf([recipe.id])).to.equal(zeroAddress);
    await refuse(() => accept(heir), "AssetRegistryNoOffer", [recipe.id, heir]);
    await offer(heir);
    await offer(stranger);
    await refuse(() => accept(heir), "AssetRegistryNoOffer", [recipe.id, heir]);
  });

  it("changes nothing until it is accepted, and then the licensor and the epoch, once", async () => {
    const { assertions } = connection.viem;
    await assertions.emitWithArgs(offer(heir), contract, "ControlOffered", [recipe.ordinal, licensor, heir]);
    expect(await contract.read.pendingLicensorOf([recipe.id])).to.equal(heir);
    const before = await contract.read.recipeOf([recipe.id]);
    expect(before.licensor).to.equal(licensor);
    expect(await contract.read.controlEpochOf([recipe.ordinal])).to.equal(0);

    await assertions.emitWithArgs(accept(heir), contract, "ControlTransferred", [recipe.ordinal, licensor, heir, 1]);
    expect(await contract.read.recipeOf([recipe.id])).to.deep.equal({ ...before, licensor: heir });
    expect(await contract.read.licensable([lot.assetId(0)])).to.deep.equal([recipe.ordinal, 1]);
    expect(await contract.read.pendingLicensorOf([recipe.id])).to.equal(zeroAddress);
    await refuse(() => accept(heir), "AssetRegistryNoOffer", [recipe.id, heir]);
  });

  it("gives the heir commits, mints and children, and takes them from the former licensor", async () => {
    await mint(licensor, 0);
    await offer(heir);
    await accept(heir);
    await refuse(() => mint(licensor, 1), "AssetRegistryUnauthorized", [licensor]);
    await refuse(() => offer(licensor), "AssetRegistryUnauthorized", [licensor]);
    const input = lotInput({ recipeId: recipe.id, nonce: 7n });
    await refuse(
      () => contract.write.commitLot([input], { account: licensor, gas: GAS }),
      "AssetRegistryUnauthorized",
      [licensor],
    );

    await contract.write.commitLot([input], { account: heir });
    await mint(heir, 1);
    expect(await contract.read.ownerOf([lot.assetId(0)])).to.equal(licensor);
    expect(await contract.read.ownerOf([lot.assetId(1)])).to.equal(heir);
    const child = await registerRecipe(registry, {
      licensor: heir,
      commitment: hashOf("child"),
      parents: [{ asset: lot.assetId(2), licenseId: zeroHash, rate: 5 }],
    });
    expect(child.ordinal).to.equal(2);
    // the payees of a split are for ever
    expect(await registry.contracts.splitter.read.payeeOf([recipe.ordinal, licensor])).to.deep.equal([1_000_000, 1]);
  });

  it("never lets the former licensor register the recipe again", async () => {
    await offer(heir);
    await accept(heir);
    const input = recipeInput({ licensor });
    await refuse(
      () => contract.write.registerRecipe([input, 0n, "0x"], { account: licensor, gas: GAS }),
      "AssetRegistryDuplicateRecipe",
      [recipeIdOf(input)],
    );
  });

  it("keeps what a gate judges, but takes no more of its lots", async () => {
    const { gate } = await recordStudio(registry, licensor);
    const input = lotInput({ recipeId: recipe.id, nonce: 1n, gate: gate.address });
    await contract.write.commitLot([input], { account: stranger });
    await offer(heir);
    await accept(heir);
    await refuse(
      () => contract.write.commitLot([{ ...input, nonce: 2n }], { account: stranger, gas: GAS }),
      "AssetRegistryForeignGate",
      [getAddress(gate.address), licensor, heir],
    );
  });

  it("counts on when control goes there and back: what was published before never comes back to life", async () => {
    await offer(heir);
    await accept(heir);
    await offer(licensor, heir);
    await accept(licensor);
    expect(await contract.read.controlEpochOf([recipe.ordinal])).to.equal(2);
    // an offer to oneself is a way to end everything at once
    await offer(licensor);
    await accept(licensor);
    expect(await contract.read.controlEpochOf([recipe.ordinal])).to.equal(3);
    expect(await contract.read.controlEpochOf([recipe.ordinal + 1])).to.equal(0);
  });
});
