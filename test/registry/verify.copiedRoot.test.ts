import { expect } from "chai";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  assetIdOf,
  buildLot,
  commitBuilt,
  deployRegistry,
  GAS,
  lotIdOf,
  lotInput,
  type Registry,
  registerRecipe,
} from "./registry.ts";

const COUNT = 9;

describe("verify: a copied root", () => {
  let connection: Connection;
  let registry: Registry;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
  });

  it("verifies no leaf for the thief who was mined first, and all for the author", async () => {
    const { registry: contract } = registry.contracts;
    const author = registry.licensor.account.address;
    const thief = registry.stranger.account.address;
    const authors = await registerRecipe(registry, { licensor: author });
    const thiefs = await registerRecipe(registry, { licensor: thief });
    const lot = buildLot(author, 0n, COUNT);

    await contract.write.commitLot([lotInput({ recipeId: thiefs.id, root: lot.root, count: COUNT })], {
      account: thief,
    });
    await commitBuilt(registry, authors.id, author, { count: COUNT });

    const copy = lotIdOf(thief, 0n);
    for (let index = 0; index < COUNT; ++index) {
      const [leaf, proof] = [lot.leaf(index), lot.proof(index)];
      expect(await contract.read.verify([assetIdOf(copy, index), leaf, proof])).to.equal(false);
      expect(await contract.read.verify([lot.assetId(index), leaf, proof])).to.equal(true);
    }
    await expectRefused(
      registry.protocol,
      () => contract.write.mint([assetIdOf(copy, 0), lot.leaf(0), lot.proof(0)], { account: thief, gas: GAS }),
      { by: contract, error: "AssetRegistryInvalidProof", args: [assetIdOf(copy, 0)] },
    );
  });
});
