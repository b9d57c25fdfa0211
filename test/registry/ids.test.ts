import { expect } from "chai";
import { type Address, getAddress, zeroAddress } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { leafHash } from "../models/lotTree.ts";
import {
  assetIdOf,
  buildLot,
  commitBuilt,
  deployRegistry,
  GAS,
  hashOf,
  leafOf,
  lotIdOf,
  lotInput,
  type RecipeRecord,
  type Registry,
  registerRecipe,
} from "./registry.ts";

describe("ids", () => {
  let connection: Connection;
  let registry: Registry;
  let recipe: RecipeRecord;
  let licensor: Address;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    licensor = getAddress(registry.licensor.account.address);
    recipe = await registerRecipe(registry, { licensor });
  });

  const commit = (nonce: bigint, root = hashOf("root")) =>
    registry.contracts.registry.write.commitLot([lotInput({ recipeId: recipe.id, nonce, root })], {
      account: licensor,
      gas: GAS,
    });

  it("refuses a nonce twice", async () => {
    await commit(5n);
    await expectRefused(registry.protocol, () => commit(5n, hashOf("other root")), {
      by: registry.contracts.registry,
      error: "AssetRegistryDuplicateLot",
      args: [lotIdOf(licensor, 5n)],
    });
  });

  it("are known before the commit and unmoved by a hundred commits of others", async () => {
    const lot = buildLot(licensor, 3n, 4);
    const stranger = registry.stranger.account.address;
    const foreign = await registerRecipe(registry, { licensor: stranger });
    for (let nonce = 0n; nonce < 100n; ++nonce) {
      await registry.contracts.registry.write.commitLot([lotInput({ recipeId: foreign.id, nonce })], {
        account: stranger,
      });
    }
    const committed = await commitBuilt(registry, recipe.id, licensor, { nonce: 3n, count: 4 });
    expect(committed.root).to.equal(lot.root);
    for (const index of [0, 1, 2, 3]) {
      const args = [lot.assetId(index), lot.leaf(index), lot.proof(index)] as const;
      expect(await registry.contracts.registry.read.verify(args)).to.equal(true);
    }
  });

  it("take any unused nonce, in any order, up to the widest", async () => {
    const widest = 2n ** 64n - 1n;
    for (const nonce of [7n, 0n, widest, 1n]) await commit(nonce);
    for (const nonce of [7n, 0n, widest, 1n]) {
      const lot = await registry.contracts.registry.read.lotOf([lotIdOf(licensor, nonce)]);
      expect(lot.root).to.equal(hashOf("root"));
    }
    expect(lotIdOf(licensor, widest)).to.equal((BigInt(licensor) << 64n) | widest);
    expect(await registry.contracts.registry.read.lotOf([lotIdOf(licensor, 2n)])).to.deep.include({ recipe: 0 });
  });

  it("hash into leaves as 256 and 32 bits at the limits of their widths", async () => {
    const widestLot = (2n ** 160n - 1n) * 2n ** 64n + (2n ** 64n - 1n);
    for (const [lotId, index] of [
      [0n, 0],
      [widestLot, 0],
      [widestLot, 65_535],
      [widestLot, 2 ** 24 - 1],
      [lotIdOf(zeroAddress, 1n), 1],
    ] as const) {
      const hash = await registry.contracts.registry.read.hashLeaf([assetIdOf(lotId, index), leafOf(0)]);
      expect(hash).to.equal(leafHash(lotId, index, leafOf(0)));
    }
  });
});
