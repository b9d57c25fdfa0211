import { expect } from "chai";
import { concat, type Hash, type Hex, keccak256, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { leafHash, type LeafFields } from "../models/lotTree.ts";
import {
  assetIdOf,
  type BuiltLot,
  commitBuilt,
  deployRegistry,
  hashOf,
  lotIdOf,
  lotInput,
  type Registry,
  registerRecipe,
} from "./registry.ts";

/** Not a power of two: its tree of depth 4 has padding. */
const COUNT = 11;

describe("verify", () => {
  let connection: Connection;
  let registry: Registry;
  let lot: BuiltLot;

  const setUp = async () => {
    const deployed = await deployRegistry(connection);
    const licensor = deployed.licensor.account.address;
    const recipe = await registerRecipe(deployed, { licensor });
    return { deployed, lot: await commitBuilt(deployed, recipe.id, licensor, { count: COUNT }), recipe };
  };

  before(async () => {
    connection = await connect();
    ({ deployed: registry, lot } = await setUp());
  });

  const verify = (assetId: bigint, leaf: LeafFields, proof: Hash[]) =>
    registry.contracts.registry.read.verify([assetId, leaf, proof]);

  const verifyAt = (index: number, overrides: { leaf?: LeafFields; proof?: Hash[]; assetId?: bigint } = {}) =>
    verify(
      overrides.assetId ?? lot.assetId(index),
      overrides.leaf ?? lot.leaf(index),
      overrides.proof ?? lot.proof(index),
    );

  it("refuses an unknown lot, with and without a proof", async () => {
    const unknown = assetIdOf(lotIdOf(registry.licensor.account.address, 99n), 0);
    expect(await verify(unknown, lot.leaf(0), lot.proof(0))).to.equal(false);
    expect(await verify(unknown, lot.leaf(0), [])).to.equal(false);
  });

  it("refuses a proof that is too short or too long", async () => {
    const proof = lot.proof(4);
    for (const wrong of [[], proof.slice(1), proof.slice(0, -1), [...proof, zeroHash], [zeroHash, ...proof]]) {
      expect(await verifyAt(4, { proof: wrong })).to.equal(false);
    }
  });

  it("refuses swapped and altered siblings", async () => {
    const [first, second, ...rest] = lot.proof(4) as [Hash, Hash, ...Hash[]];
    expect(await verifyAt(4, { proof: [second, first, ...rest] })).to.equal(false);
    expect(await verifyAt(4, { proof: [hashOf("other"), second, ...rest] })).to.equal(false);
    expect(await verifyAt(4, { proof: lot.proof(5) })).to.equal(false);
  });

  it("refuses a leaf at its sibling's index, though the parent's hash is the same", async () => {
    expect(await verifyAt(4, { assetId: lot.assetId(5), proof: lot.proof(5) })).to.equal(false);
    expect(await verifyAt(4, { assetId: lot.assetId(5) })).to.equal(false);
  });

  it("refuses every index from the count on: padding is no leaf", async () => {
    for (const index of [COUNT, COUNT + 1, 15, 16, 2 ** 16, 2 ** 24 - 1]) {
      expect(await verifyAt(10, { assetId: lot.assetId(index) })).to.equal(false);
    }
  });

  it("refuses another value in any field", async () => {
    const leaf = lot.leaf(3);
    const others: Partial<LeafFields>[] = [
      { contentHash: zeroHash },
      { c2paHash: zeroHash },
      { recipeCommitment: zeroHash },
      { createdAt: leaf.createdAt + 1n },
      { perceptualHash: zeroHash },
      { machineScore: leaf.machineScore + 1 },
      { reportHash: zeroHash },
    ];
    for (const other of others) expect(await verifyAt(3, { leaf: { ...leaf, ...other } })).to.equal(false);
    expect(await verifyAt(3)).to.equal(true);
  });

  it("gives an inner node of 64 bytes no leaf that leads to it", async () => {
    // A lot whose root is the parent of two leaves, declared as a single asset: only a leaf with that very hash would
    // verify, and a leaf is hashed from ten words.
    const licensor = registry.licensor.account.address;
    const { contracts } = registry;
    const recipe = await registerRecipe(registry, { licensor, commitment: hashOf("forged") });
    const lotId = lotIdOf(licensor, 50n);
    const leaves = [0, 1].map((index) => leafHash(lotId, index, lot.leaf(index)));
    const preimage: Hex = concat(leaves as [Hash, Hash]);
    const input = lotInput({ recipeId: recipe.id, nonce: 50n, root: keccak256(preimage), count: 1 });
    await contracts.registry.write.commitLot([input], { account: licensor });

    for (const index of [0, 1]) {
      expect(await verify(assetIdOf(lotId, index), lot.leaf(index), [])).to.equal(false);
      expect(await verify(assetIdOf(lotId, index), lot.leaf(index), [leaves[1 - index] as Hash])).to.equal(false);
    }
  });

  it("accepts every leaf of the lot with its own proof", async () => {
    for (let index = 0; index < COUNT; ++index) expect(await verifyAt(index)).to.equal(true);
  });

  it("accepts the one leaf of a lot of one without any sibling", async () => {
    const licensor = registry.licensor.account.address;
    const recipe = await registerRecipe(registry, { licensor, commitment: hashOf("single") });
    const single = await commitBuilt(registry, recipe.id, licensor, { nonce: 60n, count: 1 });
    expect(await verify(single.assetId(0), single.leaf(0), [])).to.equal(true);
    expect(await verify(single.assetId(0), single.leaf(0), [zeroHash])).to.equal(false);
    expect(await verify(single.assetId(1), single.leaf(0), [])).to.equal(false);
  });
});
