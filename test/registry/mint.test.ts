import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, zeroAddress, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { leafHash, lotTree, proofOf, rootOf } from "../models/lotTree.ts";
import {
  ANSWER,
  assetIdOf,
  type BuiltLot,
  CLASS,
  commitBuilt,
  deployRegistry,
  GAS,
  leafOf,
  lotIdOf,
  lotInput,
  type RecipeRecord,
  recordStudio,
  type Registry,
  registerRecipe,
  STATUS,
  WHOLE_LOT,
} from "./registry.ts";

const COUNT = 5;
const HOUR = 3600;

describe("mint", () => {
  let connection: Connection;
  let registry: Registry;
  let recipe: RecipeRecord;
  let licensor: Address;
  let stranger: Address;
  let lot: BuiltLot;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    licensor = getAddress(registry.licensor.account.address);
    stranger = getAddress(registry.stranger.account.address);
    recipe = await registerRecipe(registry, { licensor });
    lot = await commitBuilt(registry, recipe.id, licensor, { count: COUNT });
  });

  const mint = (from: Address, index: number, from_: BuiltLot = lot, proof: Hash[] = from_.proof(index)) =>
    registry.contracts.registry.write.mint([from_.assetId(index), from_.leaf(index), proof], {
      account: from,
      gas: GAS,
    });

  const refuse = (
    call: () => Promise<Hash>,
    error: Parameters<typeof expectRefused<Registry["contracts"]["registry"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, call, { by: registry.contracts.registry, error, args });

  /** A lot behind a gate of the licensor, and the gate's say on it. */
  const commitGated = async () => {
    const { studio, gate } = await recordStudio(registry, licensor);
    const gated = await commitBuilt(registry, recipe.id, stranger, { count: COUNT, gate: gate.address });
    const { abi, address } = registry.contracts.registry;
    const judge = (status: number, releasableAt: number) =>
      gate.write.call([
        address,
        encodeFunctionData({
          abi,
          functionName: "setVerdict",
          args: [gated.lotId, status, CLASS.panel, releasableAt],
        }),
      ]);
    const block = (mask: bigint) =>
      gate.write.call([address, encodeFunctionData({ abi, functionName: "setBlocked", args: [gated.lotId, 0, mask] })]);
    return { studio, gated, judge, block };
  };

  it("refuses an unknown lot and an index outside it", async () => {
    const unknown = assetIdOf(lotIdOf(licensor, 77n), 0);
    const mintAs = (assetId: bigint) => () =>
      registry.contracts.registry.write.mint([assetId, lot.leaf(0), lot.proof(0)], { account: licensor, gas: GAS });
    for (const assetId of [unknown, lot.assetId(COUNT), lot.assetId(2 ** 24 - 2)]) {
      await refuse(mintAs(assetId), "AssetRegistryNotReleasable", [assetId]);
    }
    // A whole lot can be released, but has no leaf.
    await refuse(mintAs(lot.assetId(WHOLE_LOT)), "AssetRegistryInvalidProof", [lot.assetId(WHOLE_LOT)]);
  });

  it("refuses what is pending, rejected, suspended, in its window, or blocked", async () => {
    const { gated, judge, block } = await commitGated();
    const asset = gated.assetId(1);
    const now = await connection.networkHelpers.time.latest();
    const refused = () => refuse(() => mint(licensor, 1, gated), "AssetRegistryNotReleasable", [asset]);
    await refused();
    await judge(STATUS.rejected, now);
    await refused();
    await judge(STATUS.suspended, now);
    await refused();
    await judge(STATUS.accepted, now + HOUR);
    await refused();
    await connection.networkHelpers.time.increaseTo(now + HOUR);
    await block(0b10n);
    await refused();
    await mint(licensor, 0, gated);
    await block(0n);
    await mint(licensor, 1, gated);
  });

  it("refuses anybody but the licensor and its registrar: producer and token holders too", async () => {
    await refuse(() => mint(stranger, 0), "AssetRegistryUnauthorized", [stranger]);
    const { gated, judge } = await commitGated();
    const now = await connection.networkHelpers.time.latest();
    await judge(STATUS.accepted, now + 2);
    await connection.networkHelpers.time.increase(2);
    await refuse(() => mint(stranger, 0, gated), "AssetRegistryUnauthorized", [stranger]);
  });

  it("refuses a wrong leaf, a wrong sibling and a wrong depth", async () => {
    const { registry: contract } = registry.contracts;
    const asset = lot.assetId(2);
    const wrong: [ReturnType<typeof leafOf>, Hash[]][] = [
      [lot.leaf(3), lot.proof(2)],
      [lot.leaf(2), lot.proof(3)],
      [lot.leaf(2), lot.proof(2).slice(1)],
      [lot.leaf(2), [...lot.proof(2), zeroHash]],
      [{ ...lot.leaf(2), machineScore: 0 }, lot.proof(2)],
    ];
    for (const [leaf, proof] of wrong) {
      const call = () => contract.write.mint([asset, leaf, proof], { account: licensor, gas: GAS });
      await refuse(call, "AssetRegistryInvalidProof", [asset]);
    }
  });

  it("refuses a leaf without content", async () => {
    const lotId = lotIdOf(licensor, 8n);
    const leaf = { ...leafOf(0), contentHash: zeroHash };
    const tree = lotTree([leafHash(lotId, 0, leaf), leafHash(lotId, 1, leafOf(1))]);
    const { write } = registry.contracts.registry;
    await write.commitLot([lotInput({ recipeId: recipe.id, nonce: 8n, root: rootOf(tree) })], { account: licensor });
    const asset = assetIdOf(lotId, 0);
    const call = () => write.mint([asset, leaf, proofOf(tree, 0)], { account: licensor, gas: GAS });
    await refuse(call, "AssetRegistryInvalidContent", [asset]);
  });

  it("refuses to mint twice, whoever holds the token by now", async () => {
    await mint(licensor, 3);
    await refuse(() => mint(licensor, 3), "AssetRegistryDuplicateAsset", [lot.assetId(3)]);
    const { write } = registry.contracts.registry;
    await write.transferFrom([licensor, stranger, lot.assetId(3)], { account: licensor });
    await refuse(() => mint(licensor, 3), "AssetRegistryDuplicateAsset", [lot.assetId(3)]);
  });

  it("mints to the licensor and records the content", async () => {
    const { registry: contract } = registry.contracts;
    const { assertions } = connection.viem;
    const asset = lot.assetId(4);
    const leaf = lot.leaf(4);
    expect(await contract.read.contentHashOf([asset])).to.equal(zeroHash);
    const hash = await mint(licensor, 4);
    const sent = () => Promise.resolve(hash);
    await assertions.emitWithArgs(sent(), contract, "AssetMinted", [
      asset,
      licensor,
      leaf.contentHash,
      leafHash(lot.lotId, 4, leaf),
    ]);
    await assertions.emitWithArgs(sent(), contract, "Transfer", [zeroAddress, licensor, asset]);
    expect(await contract.read.ownerOf([asset])).to.equal(licensor);
    expect(await contract.read.balanceOf([licensor])).to.equal(1n);
    expect(await contract.read.contentHashOf([asset])).to.equal(leaf.contentHash);
  });

  it("mints for the studio's registrar, to the timelock and not to the registrar", async () => {
    const { studio, gated, judge } = await commitGated();
    const now = await connection.networkHelpers.time.latest();
    await judge(STATUS.accepted, now + 2);
    await connection.networkHelpers.time.increase(2);
    await studio.write.answerWith([ANSWER.plain, 1n]);
    await mint(getAddress(registry.relayer.account.address), 2, gated);
    expect(await registry.contracts.registry.read.ownerOf([gated.assetId(2)])).to.equal(licensor);
  });

  it("keeps the licensor in control after the token is sold", async () => {
    const { registry: contract } = registry.contracts;
    await mint(licensor, 0);
    await contract.write.transferFrom([licensor, stranger, lot.assetId(0)], { account: licensor });
    expect(await contract.read.licensable([lot.assetId(0)])).to.deep.equal([recipe.ordinal, 0]);
    expect((await contract.read.recipeOf([recipe.id])).licensor).to.equal(licensor);
    await refuse(() => mint(stranger, 1), "AssetRegistryUnauthorized", [stranger]);
  });
});
