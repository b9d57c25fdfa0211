import { expect } from "chai";
import { type Address, getAddress, type Hash, parseEventLogs, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { storageOf } from "../helpers/refused.ts";
import {
  ANSWER,
  type BuiltLot,
  commitBuilt,
  deployRegistry,
  expectRegistryRefused,
  GAS,
  hashOf,
  lotIdOf,
  PERPETUAL,
  recordStudio,
  type Registry,
  registerRecipe,
} from "./registry.ts";

const MANIFEST = hashOf("another manifest");

describe("registry/supersedeManifest", () => {
  let connection: Connection;
  let registry: Registry;
  let licensor: Address;
  let producer: Address;
  let lot: BuiltLot;
  const fixture = async () => {
    registry = await deployRegistry(connection);
    licensor = getAddress(registry.licensor.account.address);
    producer = getAddress(registry.stranger.account.address);
    const recipe = await registerRecipe(registry, { licensor });
    const grant = [recipe.id, producer, PERPETUAL, true] as const;
    await registry.contracts.registry.write.grantRecipeUse(grant, { account: licensor });
    lot = await commitBuilt(registry, recipe.id, producer);
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
  });

  const supersede = (account: Address, manifest = MANIFEST, lotId = lot.lotId): Promise<Hash> =>
    registry.contracts.registry.write.supersedeManifest([lotId, manifest], { account, gas: GAS });
  const eventsOf = async (hash: Hash) => {
    const { logs } = await registry.protocol.publicClient.waitForTransactionReceipt({ hash });
    return parseEventLogs({ abi: registry.contracts.registry.abi, logs }).map(({ eventName, args }) => [
      eventName,
      args,
    ]);
  };

  it("is refused of unknown lots", async () => {
    const unknown = lotIdOf(producer, 99n);
    await expectRegistryRefused(registry, () => supersede(licensor, MANIFEST, unknown), "AssetRegistryUnknownLot", [
      unknown,
    ]);
  });

  it("is refused to all who do not speak for the licensor, the lot's producer included", async () => {
    for (const who of [producer, getAddress(registry.relayer.account.address)]) {
      await expectRegistryRefused(registry, () => supersede(who), "AssetRegistryUnauthorized", [who]);
    }
  });

  it("is refused without a digest", async () => {
    await expectRegistryRefused(registry, () => supersede(licensor, zeroHash), "AssetRegistryInvalidManifest", [
      lot.lotId,
    ]);
  });

  it("is announced each time, and changes nothing that is kept", async () => {
    const before = await storageOf(registry.protocol);
    for (const manifest of [MANIFEST, hashOf("a third one"), MANIFEST]) {
      expect(await eventsOf(await supersede(licensor, manifest))).to.deep.equal([
        ["ManifestSuperseded", { lotId: lot.lotId, by: licensor, manifest }],
      ]);
    }
    expect(await storageOf(registry.protocol)).to.deep.equal(before);
    const { registry: contract } = registry.contracts;
    expect(await contract.read.verify([lot.assetId(2), lot.leaf(2), lot.proof(2)])).to.equal(true);
  });

  it("is the registrar's work too, while the licensor's studio names it, and ends when control changes hands", async () => {
    const { registry: contract } = registry.contracts;
    const timelock = getAddress(registry.relayer.account.address);
    const { studio } = await recordStudio(registry, timelock);
    const { recipe } = await contract.read.lotOf([lot.lotId]);
    const recipeId = await contract.read.recipeIdOf([recipe]);
    await contract.write.offerControl([recipeId, timelock], { account: licensor });
    await contract.write.acceptControl([recipeId], { account: timelock });
    await studio.write.answerWith([ANSWER.plain, 0n]);
    for (const who of [licensor, producer]) {
      await expectRegistryRefused(registry, () => supersede(who), "AssetRegistryUnauthorized", [who]);
    }
    await studio.write.answerWith([ANSWER.plain, 1n]);
    expect(await eventsOf(await supersede(producer))).to.deep.equal([
      ["ManifestSuperseded", { lotId: lot.lotId, by: producer, manifest: MANIFEST }],
    ]);
    await supersede(timelock);
  });

  it("goes on for a lot that was superseded: old licenses still need its leaves", async () => {
    const { registry: contract } = registry.contracts;
    const { recipe } = await contract.read.lotOf([lot.lotId]);
    const next = await commitBuilt(registry, await contract.read.recipeIdOf([recipe]), producer, { nonce: 1n });
    await contract.write.supersedeLot([lot.lotId, next.lotId], { account: licensor });
    expect(await eventsOf(await supersede(licensor))).to.have.length(1);
  });
});
