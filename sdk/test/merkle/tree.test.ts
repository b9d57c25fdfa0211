import { expect } from "chai";
import fc from "fast-check";
import { concatHex, type Hex, hashStruct, keccak256, numberToHex, zeroHash } from "viem";
import {
  assetAt,
  depthOf,
  hashLeaf,
  loadKeccak256,
  LotTreeBuilder,
  PositionalTree,
  toLeaf,
  verifyProof,
} from "@imprimatur/sdk/merkle";
import { leaf as anyLeaf, RUNS, uint } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const leavesOf = (count: number): Hex[] => Array.from({ length: count }, (_, i) => keccak256(numberToHex(i + 1)));

/** The definition, word for word: pad to a power of two with zeros, fold. */
function naiveRoot(leaves: readonly Hex[]): Hex {
  let level = [...leaves];
  while (level.length & (level.length - 1)) level.push(zeroHash);
  while (level.length > 1) {
    level = level.flatMap((left, i) => (i % 2 === 0 ? [keccak256(concatHex([left, level[i + 1] as Hex]))] : []));
  }
  return level[0] as Hex;
}

describe("positional tree", () => {
  it("refuses an empty tree, one leaf too many and a position outside", async () => {
    await expectError("LeafCountError", () => PositionalTree.from([]));
    await expectError("LeafCountError", () => depthOf(65_537));
    await expectError("LeafIndexError", () => PositionalTree.from(leavesOf(3)).proof(3));
    await expectError("LeafIndexError", () => PositionalTree.from(leavesOf(3)).leaf(-1));
  });

  it("equals the definition for every count from 1 to 257", () => {
    for (let count = 1; count <= 257; count += 1) {
      expect(PositionalTree.from(leavesOf(count)).root, `${count}`).to.equal(naiveRoot(leavesOf(count)));
    }
  });

  it("equals the definition at the largest lot, in either keccak", async () => {
    const leaves = leavesOf(65_535);
    const tree = PositionalTree.from(leaves, await loadKeccak256());
    expect(tree.root).to.equal(PositionalTree.from(leaves).root);
    const proof = tree.proof(65_534);
    expect(proof[0]).to.equal(zeroHash);
    expect(verifyProof({ root: tree.root, count: 65_535, index: 65_534, leaf: tree.leaf(65_534), proof })).to.equal(
      true,
    );
  });

  it("proves each leaf at its own position only", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (count, pick, other) => {
        const tree = PositionalTree.from(leavesOf(count));
        const index = pick % count;
        const claim = { root: tree.root, count, index, leaf: tree.leaf(index), proof: tree.proof(index) };
        expect(verifyProof(claim)).to.equal(true);
        expect(claim.proof).to.have.lengthOf(depthOf(count));
        expect(verifyProof({ ...claim, index: other % (2 * count) })).to.equal(other % (2 * count) === index);
        expect(verifyProof({ ...claim, leaf: keccak256(claim.leaf) })).to.equal(false);
        expect(verifyProof({ ...claim, proof: [...claim.proof, zeroHash] })).to.equal(false);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("does not prove the padding", () => {
    const tree = PositionalTree.from(leavesOf(3));
    const proof = [tree.leaf(2), tree.proof(2)[1] as Hex];
    expect(verifyProof({ root: tree.root, count: 3, index: 3, leaf: zeroHash, proof })).to.equal(false);
    expect(verifyProof({ root: tree.root, count: 4, index: 3, leaf: zeroHash, proof })).to.equal(false);
    expect(verifyProof({ root: tree.root, count: 70_000, index: 0, leaf: tree.leaf(0), proof })).to.equal(false);
  });
});

const LEAF_TYPES = {
  AssetLeaf: [
    { name: "lotId", type: "uint256" },
    { name: "index", type: "uint32" },
    { name: "contentHash", type: "bytes32" },
    { name: "c2paHash", type: "bytes32" },
    { name: "recipeCommitment", type: "bytes32" },
    { name: "createdAt", type: "uint64" },
    { name: "perceptualHash", type: "bytes32" },
    { name: "machineScore", type: "uint32" },
    { name: "reportHash", type: "bytes32" },
  ],
} as const;

describe("leaf", () => {
  it("refuses fields that do not fit", async () => {
    const good = toLeaf({ contentHash: `0x${"11".repeat(32)}` });
    await expectError("LeafFieldError", () => hashLeaf(1n, { ...good, contentHash: "0x11" }));
    await expectError("LeafFieldError", () => hashLeaf(1n, { ...good, createdAt: 1n << 64n }));
    await expectError("LeafFieldError", () => hashLeaf(1n, { ...good, machineScore: 2 ** 32 }));
    await expectError("LeafFieldError", () => hashLeaf(1n, { ...good, machineScore: 0.5 }));
  });

  it("hashes as the EIP-712 struct", () => {
    fc.assert(
      fc.property(uint(224), fc.nat(0xffff), anyLeaf, (lotId, index, leaf) => {
        const data = { lotId, index, ...leaf };
        const expected = hashStruct({ data, primaryType: "AssetLeaf", types: LEAF_TYPES });
        expect(hashLeaf(assetAt(lotId, index), leaf)).to.equal(expected);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("builds a lot's tree leaf by leaf", async () => {
    const builder = new LotTreeBuilder(5n, await loadKeccak256());
    const leaves = leavesOf(1500).map((contentHash) => toLeaf({ contentHash }));
    leaves.forEach((leaf, index) => expect(builder.add(leaf)).to.equal(index));
    const hashes = leaves.map((leaf, index) => hashLeaf(assetAt(5n, index), leaf));
    expect(builder.count).to.equal(1500);
    expect(builder.build().root).to.equal(PositionalTree.from(hashes).root);
  });
});
