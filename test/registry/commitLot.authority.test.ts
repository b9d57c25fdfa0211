import { expect } from "chai";
import { type Address, decodeErrorResult, encodeFunctionData, getAddress, zeroAddress, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  CLASS,
  deployRegistry,
  GAS,
  hashOf,
  lotIdOf,
  type LotInput,
  lotInput,
  MAX_LOT,
  type RecipeRecord,
  recordStudio,
  type Registry,
  registerRecipe,
  STATUS,
} from "./registry.ts";

describe("commitLot: authority", () => {
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

  const commit = (from: Address, overrides: Partial<LotInput> = {}) =>
    registry.contracts.registry.write.commitLot([lotInput({ recipeId: recipe.id, ...overrides })], {
      account: from,
      gas: GAS,
    });

  const expectCommitRefused = (
    from: Address,
    overrides: Partial<LotInput>,
    error: Parameters<typeof expectRefused<Registry["contracts"]["registry"]>>[2]["error"],
    args: readonly unknown[],
    others: Address[] = [],
  ) =>
    expectRefused(registry.protocol, () => commit(from, overrides), {
      by: registry.contracts.registry,
      error,
      args,
      others,
    });

  it("refuses a recipe nobody registered", async () => {
    const recipeId = hashOf("nothing");
    await expectCommitRefused(licensor, { recipeId }, "AssetRegistryUnknownRecipe", [recipeId]);
  });

  it("refuses a stranger's independent lot under somebody's recipe", async () => {
    await expectCommitRefused(stranger, {}, "AssetRegistryUnauthorized", [stranger]);
  });

  it("refuses a gate that is not recorded", async () => {
    const gate = getAddress(stranger);
    await expectCommitRefused(stranger, { gate }, "AssetRegistryUnknownGate", [gate]);
    await expectCommitRefused(licensor, { gate }, "AssetRegistryUnknownGate", [gate]);
  });

  it("refuses a lot under somebody's recipe behind the stranger's own gate", async () => {
    const { gate } = await recordStudio(registry, stranger);
    await expectCommitRefused(stranger, { gate: gate.address }, "AssetRegistryForeignGate", [
      getAddress(gate.address),
      stranger,
      licensor,
    ]);
  });

  it("refuses the licensor's own recipe behind another studio's gate", async () => {
    const { gate } = await recordStudio(registry, stranger);
    await expectCommitRefused(licensor, { gate: gate.address }, "AssetRegistryForeignGate", [
      getAddress(gate.address),
      stranger,
      licensor,
    ]);
  });

  it("refuses an empty root, an empty lot and one above the limit", async () => {
    const lotId = lotIdOf(licensor, 0n);
    await expectCommitRefused(licensor, { root: zeroHash }, "AssetRegistryInvalidRoot", [lotId]);
    for (const count of [0, MAX_LOT + 1, 2 ** 32 - 1]) {
      await expectCommitRefused(licensor, { count }, "AssetRegistryInvalidCount", [lotId, count, MAX_LOT]);
    }
  });

  it("refuses a nonce that was used, under whatever recipe", async () => {
    await commit(licensor);
    const other = await registerRecipe(registry, { licensor, commitment: hashOf("other") });
    const lotId = lotIdOf(licensor, 0n);
    await expectCommitRefused(licensor, {}, "AssetRegistryDuplicateLot", [lotId]);
    await expectCommitRefused(licensor, { recipeId: other.id, root: hashOf("x") }, "AssetRegistryDuplicateLot", [
      lotId,
    ]);
  });

  it("refuses the whole lot when its gate does", async () => {
    const { gate } = await recordStudio(registry, licensor);
    await gate.write.refuseLots([true]);
    await expectRefused(registry.protocol, () => commit(stranger, { gate: gate.address }), {
      by: gate,
      error: "HostileGateRefuses",
      args: [lotIdOf(stranger, 0n)],
      others: [gate.address],
    });
    expect(await registry.contracts.registry.read.lotOf([lotIdOf(stranger, 0n)])).to.deep.include({
      root: zeroHash,
      count: 0,
      status: STATUS.none,
    });
  });

  it("commits the licensor's independent lot and releases it at once", async () => {
    const { registry: contract } = registry.contracts;
    const input = lotInput({ recipeId: recipe.id, nonce: 9n, count: MAX_LOT });
    const lotId = lotIdOf(licensor, 9n);
    await connection.viem.assertions.emitWithArgs(
      contract.write.commitLot([input], { account: licensor }),
      contract,
      "LotCommitted",
      [lotId, recipe.ordinal, zeroAddress, licensor, input.root, MAX_LOT, input.manifest],
    );
    const now = await connection.networkHelpers.time.latest();
    expect(await contract.read.lotOf([lotId])).to.deep.equal({
      root: input.root,
      recipe: recipe.ordinal,
      gate: 0,
      committedAt: now,
      releasableAt: now,
      count: MAX_LOT,
      status: STATUS.accepted,
      class: CLASS.selfPublished,
      blocked: false,
      superseded: false,
      frozen: false,
    });
    expect(await contract.read.isReleasable([(lotId << 24n) | 65_535n])).to.equal(true);
    expect(await contract.read.isReleasable([(lotId << 24n) | 65_536n])).to.equal(false);
    expect(await contract.read.licensable([lotId << 24n])).to.deep.equal([recipe.ordinal, 0]);
  });

  it("commits anybody's lot whom the licensor's gate admits, and waits for its verdict", async () => {
    const { registry: contract } = registry.contracts;
    const { gate } = await recordStudio(registry, licensor);
    const input = lotInput({ recipeId: recipe.id, gate: gate.address, count: 1 });
    const lotId = lotIdOf(stranger, 0n);
    await connection.viem.assertions.emitWithArgs(
      contract.write.commitLot([input], { account: stranger }),
      contract,
      "LotCommitted",
      [lotId, recipe.ordinal, getAddress(gate.address), stranger, input.root, 1, input.manifest],
    );
    expect(await contract.read.lotOf([lotId])).to.deep.equal({
      root: input.root,
      recipe: recipe.ordinal,
      gate: 1,
      committedAt: await connection.networkHelpers.time.latest(),
      releasableAt: 0,
      count: 1,
      status: STATUS.pending,
      class: CLASS.none,
      blocked: false,
      superseded: false,
      frozen: false,
    });
    expect(await contract.read.isReleasable([lotId << 24n])).to.equal(false);
  });

  it("lets no gate re-enter as somebody else while it admits", async () => {
    const { registry: contract } = registry.contracts;
    const { gate } = await recordStudio(registry, licensor);
    const again = lotInput({ recipeId: recipe.id, gate: zeroAddress, nonce: 1n });
    await gate.write.callBack([
      contract.address,
      encodeFunctionData({ abi: contract.abi, functionName: "commitLot", args: [again] }),
    ]);
    await commit(stranger, { gate: gate.address });
    expect(await gate.read.succeeded()).to.equal(false);
    const error = decodeErrorResult({ abi: contract.abi, data: await gate.read.echo() });
    expect(error.errorName).to.equal("AssetRegistryUnauthorized");
    expect(error.args).to.deep.equal([getAddress(gate.address)]);
  });
});
