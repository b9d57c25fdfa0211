import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { depthOf, leafHash, lotTree, proofOf, rootOf } from "../models/lotTree.ts";
import {
  assetIdOf,
  deployRegistry,
  hashOf,
  leafOf,
  lotIdOf,
  lotInput,
  type Registry,
  registerRecipe,
} from "./registry.ts";

/** Every count up to here is compared at every index. */
const ALL_COUNTS = 257;

/** Random counts up to the largest lot, and indices compared in each. */
const RANDOM_COUNTS = process.env["RELEASE"] === "1" ? 40 : 8;
const RANDOM_INDICES = 64;

/** Proofs that fit one call. */
const BATCH = 64;

/** Deterministic, so that a failure can be repeated. */
function randomOf(seed: number): (below: number) => number {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & (2n ** 64n - 1n);
    return Number((state >> 33n) % BigInt(below));
  };
}

describe("lot tree", () => {
  let connection: Connection;
  let registry: Registry;
  let recipeId: Hash;
  let licensor: Address;
  let harness: Awaited<ReturnType<typeof deployHarness>>;
  const deployHarness = () => connection.viem.deployContract("PositionalMerkleHarness");

  before(async () => {
    connection = await connect();
    registry = await deployRegistry(connection);
    licensor = getAddress(registry.licensor.account.address);
    ({ id: recipeId } = await registerRecipe(registry, { licensor }));
    harness = await deployHarness();
  });

  /** Leaves without fields, for trees whose shape alone is compared. */
  const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => hashOf(`${count}/${index}`));

  const countVerified = async (tree: Hash[][], count: number, leaves: Hash[], proofs: Hash[][]): Promise<number> => {
    let verified = 0n;
    for (let first = 0; first < leaves.length; first += BATCH) {
      const range = [first, first + BATCH] as const;
      verified += await harness.read.countVerified([
        rootOf(tree),
        BigInt(count),
        BigInt(first),
        leaves.slice(...range),
        proofs.slice(...range),
      ]);
    }
    return Number(verified);
  };

  it(`agrees with the model on every leaf of every count from 1 to ${ALL_COUNTS}`, async () => {
    const differences: number[] = [];
    for (let count = 1; count <= ALL_COUNTS; ++count) {
      const leaves = leavesOf(count);
      const tree = lotTree(leaves);
      const proofs = leaves.map((_, index) => proofOf(tree, index));
      if ((await countVerified(tree, count, leaves, proofs)) !== count) differences.push(count);
    }
    expect(differences).to.deep.equal([]);
  });

  it(`agrees with the model that no leaf of any count up to ${ALL_COUNTS} is elsewhere`, async () => {
    const differences: number[] = [];
    for (let count = 2; count <= ALL_COUNTS; ++count) {
      const leaves = leavesOf(count);
      const tree = lotTree(leaves);
      // Each leaf with its own proof, at the next leaf's index; the last one at an index of the padding or beyond.
      const shifted = [leaves.at(-1) as Hash, ...leaves.slice(0, -1)];
      const proofs = shifted.map((_, index) => proofOf(tree, (index + count - 1) % count));
      if ((await countVerified(tree, count, shifted, proofs)) !== 0) differences.push(count);
    }
    expect(differences).to.deep.equal([]);
  });

  it("agrees with the model on the padding: no position from the count on verifies, whatever the proof", async () => {
    for (const count of [1, 3, 5, 6, 7, 9, 129, 255, 257]) {
      const tree = lotTree(leavesOf(count));
      const width = 2 ** depthOf(count);
      const positions = Array.from({ length: width - count }, (_, i) => count + i);
      const proofs = positions.map((position) => proofOf(tree, position));
      const verified = await harness.read.countVerified([
        rootOf(tree),
        BigInt(count),
        BigInt(count),
        positions.map(() => zeroHash),
        proofs,
      ]);
      expect(verified).to.equal(0n);
    }
  });

  it("agrees with the model on the depth of every count at a power of two and beside it", async () => {
    for (let depth = 0; depth <= 16; ++depth) {
      for (const count of [2 ** depth - 1, 2 ** depth, 2 ** depth + 1].filter((value) => value > 0)) {
        expect(await harness.read.depth([BigInt(count)]), `depth of ${count}`).to.equal(BigInt(depthOf(count)));
      }
    }
  });

  it(`agrees with the model on ${RANDOM_COUNTS} random committed lots of up to 65,536 assets`, async () => {
    const random = randomOf(1);
    const { read, write } = registry.contracts.registry;
    const counts = [65_536, 65_535, ...Array.from({ length: RANDOM_COUNTS - 2 }, () => 258 + random(65_279))];
    for (const [nonce, count] of counts.entries()) {
      const lotId = lotIdOf(licensor, BigInt(nonce));
      // Real leaves where the contract will hash them, any other hash elsewhere.
      const indices = new Set([0, count - 1, ...Array.from({ length: RANDOM_INDICES }, () => random(count))]);
      const leaves = Array.from({ length: count }, (_, index) =>
        indices.has(index) ? leafHash(lotId, index, leafOf(index)) : zeroHash,
      );
      const tree = lotTree(leaves);
      await write.commitLot([lotInput({ recipeId, nonce: BigInt(nonce), root: rootOf(tree), count })], {
        account: licensor,
      });
      for (const index of indices) {
        const proof = proofOf(tree, index);
        const other = (index + 1) % count;
        expect(await read.verify([assetIdOf(lotId, index), leafOf(index), proof]), `${index} of ${count}`).to.equal(
          true,
        );
        expect(await read.verify([assetIdOf(lotId, other), leafOf(index), proof])).to.equal(false);
        expect(await read.verify([assetIdOf(lotId, index), leafOf(index), proof.slice(1)])).to.equal(false);
      }
    }
  });
});
