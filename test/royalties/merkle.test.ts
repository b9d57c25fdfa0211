import { expect } from "chai";
import { type Address, getAddress, type Hash, parseEventLogs, zeroHash } from "viem";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { merkleSplit, type ModelLeaf } from "../models/merkleSplit.ts";
import type { ModelTree } from "../models/sortedMerkle.ts";
import { useRoyaltyStage } from "./stage.ts";

const MERKLE = 1;
const LEAVES = 1_000;

describe("royalties/merkle", function () {
  const use = useRoyaltyStage();
  let leaves: ModelLeaf[];
  let tree: ModelTree;

  const accountOf = (index: number): Address => getAddress(`0x${(0xacc0000 + index).toString(16).padStart(40, "0")}`);

  /** Leaf 0 and leaf 1 are the same account's. */
  const leavesOf = (weights: readonly bigint[]): ModelLeaf[] =>
    weights.map((weight, index) => ({ index: BigInt(index), account: accountOf(Math.max(index, 1)), weight }));

  const openMerkle = (recipe: number, { root }: ModelTree, totalWeight: bigint) =>
    use().openNode(recipe, [], [], { ...FIXED_SPLIT, kind: MERKLE, root, totalWeight });

  const claim = (leaf: ModelLeaf, proof: readonly Hash[], recipe = 1) =>
    use().splitter.write.claimMerkle([recipe, use().usdc.address, leaf, [...proof]], { gas: use().gas });

  const claimable = (leaf: ModelLeaf, recipe = 1) =>
    use().splitter.read.claimableMerkle([recipe, use().usdc.address, leaf]);

  const at = (index: number): [ModelLeaf, Hash[]] => [leaves[index] as ModelLeaf, tree.proofs[index] as Hash[]];

  beforeEach(function () {
    leaves = leavesOf([5n, 7n, 11n, 13n, 17n, 19n, 28n]);
    tree = merkleSplit(leaves);
  });

  it("refuses an unknown recipe and one with another kind of split", async function () {
    const { openNode, refuses, connection, splitter, usdc } = use();
    const [leaf, proof] = at(0);
    await refuses(() => claim(leaf, proof, 9), "RoyaltySplitterUnknownRecipe", [9]);
    await openNode(1);
    await refuses(() => claim(leaf, proof), "RoyaltySplitterWrongKind", [1, 0]);
    const read = splitter.read.claimableMerkle([1, usdc.address, leaf]);
    await connection.viem.assertions.revertWithCustomErrorWithArgs(read, splitter, "RoyaltySplitterWrongKind", [1, 0]);
  });

  it("refuses a claim by account: there are no accounts to look up", async function () {
    const { refuses, splitter, usdc, gas } = use();
    await openMerkle(1, tree, 100n);
    for (const account of [accountOf(2), use().payees[0]]) {
      const call = () => splitter.write.claim([1, usdc.address, account], { gas });
      await refuses(call, "RoyaltySplitterWrongKind", [1, MERKLE]);
    }
  });

  it("refuses a wrong proof: another leaf's, a changed field, none", async function () {
    const { refuses, collect } = use();
    await openMerkle(1, tree, 100n);
    await collect({ gross: 1_000n, settleNow: true });
    const [leaf, proof] = at(2);
    const [, foreign] = at(3);
    const wrong: [ModelLeaf, Hash[]][] = [
      [leaf, foreign],
      [leaf, []],
      [leaf, [...proof, zeroHash]],
      [{ ...leaf, weight: leaf.weight + 1n }, proof],
      [{ ...leaf, account: accountOf(3) }, proof],
      [{ ...leaf, index: 3n }, proof],
    ];
    for (const [changed, with_] of wrong) {
      await refuses(() => claim(changed, with_), "RoyaltySplitterInvalidProof", [1, changed.index]);
    }
  });

  it("pays an honest root exactly, each leaf its floor, whatever the order", async function () {
    const { collect, ledger, balance } = use();
    await openMerkle(1, tree, 100n);
    await collect({ gross: 10_007n, settleNow: true });
    for (const index of [6, 2, 0, 5, 1, 3, 4]) {
      const [leaf, proof] = at(index);
      const due = (10_007n * leaf.weight) / 100n;
      expect(await claimable(leaf)).to.equal(due);
      await claim(leaf, proof);
      expect(await claimable(leaf)).to.equal(0n);
      expect(await use().splitter.read.merkleClaimedOf([1, use().usdc.address, leaf.index])).to.equal(due);
    }
    const paid = leaves.reduce((sum, { weight }) => sum + (10_007n * weight) / 100n, 0n);
    expect((await ledger(1)).paid).to.equal(paid);
    expect(await balance(accountOf(1)), "both leaves of one account").to.equal(500n + 700n);
  });

  it("pays later income to the last unit, and nothing twice", async function () {
    const { collect, ledger, publicClient, splitter } = use();
    await openMerkle(1, tree, 100n);
    for (let sale = 0; sale < 10; sale++) {
      await collect({ gross: 10n, settleNow: true });
      for (const index of [0, 4]) await claim(...at(index));
    }
    const hash = await claim(...at(4));
    const { logs } = await publicClient.getTransactionReceipt({ hash });
    expect(parseEventLogs({ abi: splitter.abi, logs })).to.deep.equal([]);
    expect((await ledger(1)).paid).to.equal(5n + 17n);
  });

  it("says whose leaf was paid", async function () {
    const { collect, publicClient, splitter, usdc } = use();
    await openMerkle(1, tree, 100n);
    await collect({ gross: 1_000n, settleNow: true });
    const { logs } = await publicClient.getTransactionReceipt({ hash: await claim(...at(3)) });
    expect(
      parseEventLogs({ abi: splitter.abi, logs }).map(({ eventName, args }) => ({ eventName, args })),
    ).to.deep.equal([
      {
        eventName: "MerkleClaimed",
        args: { recipe: 1, token: getAddress(usdc.address), account: accountOf(3), index: 3n, amount: 130n },
      },
    ]);
  });

  it("lets an inflated root stop at paid = own, and touches no other recipe", async function () {
    const { collect, ledger, openNode, splitter, usdc, payees } = use();
    const greedy = leavesOf([80n, 70n, 60n]);
    const { root, proofs } = merkleSplit(greedy);
    await openMerkle(1, { root, proofs }, 100n);
    await openNode(2);
    await collect({ recipe: 1, gross: 1_000n, settleNow: true });
    await collect({ recipe: 2, gross: 1_000n, settleNow: true });
    const paid: bigint[] = [];
    for (const [index, leaf] of greedy.entries()) {
      paid.push(await claimable(leaf));
      await claim(leaf, proofs[index] as Hash[]);
    }
    expect(paid).to.deep.equal([800n, 200n, 0n]);
    expect(await ledger(1)).to.deep.include({ own: 1_000n, paid: 1_000n });
    for (const payee of payees) await splitter.write.claimToWallet([2, usdc.address, payee]);
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(1_000n);
    await collect({ recipe: 1, gross: 100n, settleNow: true });
    await claim(greedy[2] as ModelLeaf, proofs[2] as Hash[]);
    expect(await ledger(1)).to.deep.include({ own: 1_100n, paid: 1_100n });
  });

  it("takes two leaves of one index as one", async function () {
    const { collect, ledger } = use();
    const twins = [...leavesOf([60n]), { index: 0n, account: accountOf(5), weight: 40n }];
    const { root, proofs } = merkleSplit(twins);
    await openMerkle(1, { root, proofs }, 100n);
    await collect({ gross: 1_000n, settleNow: true });
    for (const [index, leaf] of twins.entries()) await claim(leaf, proofs[index] as Hash[]);
    expect((await ledger(1)).paid).to.equal(600n);
  });

  it("keeps tokens apart", async function () {
    const { viem, collect, splitter, buyer, usdc } = use();
    const token = await viem.deployContract("TestToken", ["Other", "OTHER", 18]);
    await token.write.mint([buyer.account.address, 1_000n]);
    await token.write.approve([splitter.address, 1_000n], { account: buyer.account });
    await openMerkle(1, tree, 100n);
    await collect({ gross: 1_000n, settleNow: true });
    await collect({ gross: 1_000n, settleNow: true, token: token.address });
    await claim(...at(6));
    expect(await splitter.read.merkleClaimedOf([1, token.address, 6n])).to.equal(0n);
    expect(await splitter.read.claimableMerkle([1, token.address, leaves[6] as ModelLeaf])).to.equal(280n);
    expect(await splitter.read.claimableMerkle([1, usdc.address, leaves[6] as ModelLeaf])).to.equal(0n);
  });

  it("serves a thousand contributors: the last one proves a part of a thousandth", async function () {
    const { collect, publicClient } = use();
    leaves = leavesOf(Array.from({ length: LEAVES }, () => 1n));
    tree = merkleSplit(leaves);
    await openMerkle(1, tree, BigInt(LEAVES));
    await collect({ gross: 1_000_000n, settleNow: true });
    const hash = await claim(...at(LEAVES - 1));
    const { gasUsed } = await publicClient.getTransactionReceipt({ hash });
    expect(await use().balance(accountOf(LEAVES - 1))).to.equal(1_000n);
    expect(gasUsed < 200_000n, `${gasUsed} gas`).to.equal(true);
  });

  it("repays an advance first and shares the rest", async function () {
    const { openNode, collect, splitter, usdc, stranger, ledger, balance } = use();
    const advance = { account: stranger.account.address, token: usdc.address, amount: 600n };
    await openNode(1, [], [], { ...FIXED_SPLIT, kind: MERKLE, root: tree.root, totalWeight: 100n, advance });
    await collect({ gross: 1_000n, settleNow: true });
    for (let index = 0; index < leaves.length; index++) await claim(...at(index));
    expect((await ledger(1)).paid).to.equal(400n);
    await splitter.write.claim([1, usdc.address, stranger.account.address], { gas: use().gas });
    expect(await balance(stranger.account.address)).to.equal(600n);
    await splitter.write.claim([1, usdc.address, stranger.account.address], { gas: use().gas });
    expect(await balance(stranger.account.address)).to.equal(600n);
  });
});
