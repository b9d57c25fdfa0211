import { expect } from "chai";
import { getAddress, parseEventLogs } from "viem";
import { type EdgeInput, type RoyaltyStage, useRoyaltyStage } from "./stage.ts";

const EMPTY = { passed: 0n, own: 0n, sales: 0n, settledSales: 0n, settledPassed: 0n, paid: 0n };
const TRANSACTION_GAS_CAP = 16_777_216n;

async function settledIn(stage: RoyaltyStage, hash: `0x${string}`) {
  const { logs } = await stage.publicClient.getTransactionReceipt({ hash });
  return parseEventLogs({ abi: stage.splitter.abi, eventName: "Settled", logs }).map(({ args }) => args);
}

describe("royalties/settle", function () {
  const use = useRoyaltyStage();

  /** 1 ← 2 ← 3 at 10 % and 5 %. */
  async function openChain({ openNode }: RoyaltyStage): Promise<void> {
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await openNode(3, [[2, 50_000]]);
  }

  it("refuses a list with an unknown recipe as a whole", async function () {
    const stage = use();
    await openChain(stage);
    await stage.collect({ recipe: 3 });
    await stage.refuses(() => stage.settle([3, 4]), "RoyaltySplitterUnknownRecipe", [4]);
    await stage.refuses(() => stage.settle([0]), "RoyaltySplitterUnknownRecipe", [0]);
  });

  it("refuses totals that do not fit 128 bits, in that token only", async function () {
    const stage = use();
    const { viem, splitter, buyer, collect, openNode, settle, ledger, refusesByToken } = stage;
    const max = 2n ** 128n - 1n;
    const token = await viem.deployContract("TestToken", ["Big", "BIG", 0]);
    await token.write.mint([buyer.account.address, 3n * max]);
    await token.write.approve([splitter.address, 3n * max], { account: buyer.account });
    await openNode(1);
    await openNode(2, [[1, 900_000]]);
    await openNode(3, [[1, 900_000]]);
    for (const recipe of [2, 3]) await collect({ recipe, token: token.address, gross: max });
    await collect({ recipe: 3 });
    await settle([2], token.address);
    const own = (max * 900_000n) / 1_000_000n;
    await refusesByToken(() => settle([3], token.address), splitter, "PairOverflow", [0n, 2n * own]);
    await settle([3]);
    expect((await ledger(1)).own).to.equal(900_000n);
  });

  it("carries money up a whole chain when children come before parents", async function () {
    const stage = use();
    const { collect, settle, ledger, usdc } = stage;
    await openChain(stage);
    await collect({ recipe: 3, gross: 1_000_000n });
    const hash = await settle([3, 2, 1]);
    expect(await ledger(3)).to.deep.include({ own: 850_000n, sales: 1_000_000n, settledSales: 1_000_000n });
    expect(await ledger(2)).to.deep.equal({ ...EMPTY, passed: 100_000n, own: 50_000n, settledPassed: 100_000n });
    expect(await ledger(1)).to.deep.equal({ ...EMPTY, own: 100_000n });
    const token = getAddress(usdc.address);
    expect(await settledIn(stage, hash)).to.deep.equal([
      { recipe: 3, token, sales: 1_000_000n, passed: 0n },
      { recipe: 2, token, sales: 0n, passed: 100_000n },
    ]);
  });

  it("leaves the rest for later when parents come first, and ends the same", async function () {
    const stage = use();
    const { collect, settle, ledger } = stage;
    await openChain(stage);
    await collect({ recipe: 3, gross: 1_000_000n });
    await settle([1, 2, 3]);
    expect(await ledger(2)).to.deep.include({ passed: 100_000n, settledPassed: 0n });
    expect((await ledger(1)).own).to.equal(0n);
    await settle([2]);
    expect((await ledger(1)).own).to.equal(100_000n);
  });

  it("does nothing where nothing is new, and says nothing", async function () {
    const stage = use();
    const { collect, settle, ledger, splitter } = stage;
    await openChain(stage);
    await collect({ recipe: 3, gross: 1_000_000n });
    const first = await settledIn(stage, await settle([3, 3, 2, 2]));
    expect(first.map(({ recipe }) => recipe)).to.deep.equal([3, 2]);
    const before = await Promise.all([1, 2, 3].map((recipe) => ledger(recipe)));
    expect(await settledIn(stage, await settle([3, 2, 1]))).to.deep.equal([]);
    expect(await settledIn(stage, await settle([]))).to.deep.equal([]);
    expect(await settledIn(stage, await settle([3], splitter.address))).to.deep.equal([]);
    expect(await Promise.all([1, 2, 3].map((recipe) => ledger(recipe)))).to.deep.equal(before);
  });

  it("works for anybody", async function () {
    const stage = use();
    const { splitter, stranger, usdc, collect, ledger } = stage;
    await openChain(stage);
    await collect({ recipe: 2, gross: 10n });
    await splitter.write.settle([[2], usdc.address], { account: stranger.account });
    expect((await ledger(1)).own).to.equal(1n);
  });

  it("divides both inboxes in one go and emits their totals", async function () {
    const stage = use();
    const { collect, settle, ledger, usdc } = stage;
    await openChain(stage);
    await collect({ recipe: 3, gross: 999_999n });
    await settle([3]);
    await collect({ recipe: 2, gross: 77n });
    const [event] = await settledIn(stage, await settle([2]));
    expect(event).to.deep.equal({ recipe: 2, token: getAddress(usdc.address), sales: 77n, passed: 99_999n });
    const own = 49_999n + 69n;
    expect(await ledger(2)).to.deep.equal({
      passed: 99_999n,
      own,
      sales: 77n,
      settledSales: 77n,
      settledPassed: 99_999n,
      paid: 0n,
    });
    expect((await ledger(1)).own).to.equal(99_999n + 7n);
  });

  it("loses no unit to many small sales", async function () {
    const stage = use();
    const { collect, ledger } = stage;
    await openChain(stage);
    for (let sale = 0; sale < 10; sale++) await collect({ recipe: 3, gross: 3n, settleNow: true });
    expect(await ledger(3)).to.deep.include({ own: 25n, sales: 30n });
    expect(await ledger(2)).to.deep.include({ own: 1n, passed: 3n });
  });

  it("writes nothing to a parent that is only named", async function () {
    const stage = use();
    const { collect, settle, openNode, ledger, publicClient } = stage;
    await openNode(1);
    await openNode(2);
    await openNode(3, [
      [1, 0],
      [2, 0],
    ]);
    await openNode(4);
    await collect({ recipe: 3, gross: 1_000n });
    await collect({ recipe: 4, gross: 1_000n });
    const gasOf = async (recipe: number) => {
      const { gasUsed } = await publicClient.getTransactionReceipt({ hash: await settle([recipe]) });
      return gasUsed;
    };
    const extra = (await gasOf(3)) - (await gasOf(4));
    expect(extra < 2_100n, `${extra} gas for two named parents is a storage access`).to.equal(true);
    expect((await ledger(3)).own).to.equal(1_000n);
    for (const parent of [1, 2]) expect(await ledger(parent)).to.deep.equal(EMPTY);
  });

  it("pays an ancestor the same whatever rate a shell in between is licensed at", async function () {
    const { openNode, collect, settle, ledger } = use();
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await openNode(3, [[2, 10_000]]);
    await openNode(4, [[1, 100_000]]);
    await collect({ recipe: 3, gross: 1_000_000n });
    await settle([3, 2]);
    expect((await ledger(1)).own).to.equal(100_000n);
    await collect({ recipe: 4, gross: 1_000_000n });
    await settle([4]);
    expect((await ledger(1)).own).to.equal(200_000n);
  });

  it("pays a common ancestor once for each path", async function () {
    const { openNode, collect, settle, ledger } = use();
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await openNode(3, [[1, 200_000]]);
    await openNode(4, [
      [1, 50_000],
      [2, 10_000],
      [3, 20_000],
    ]);
    await collect({ recipe: 4, gross: 1_000_000n });
    await settle([4, 3, 2]);
    expect((await ledger(1)).own).to.equal(350_000n);
    expect((await ledger(4)).own).to.equal(620_000n);
  });

  it("credits sixteen fresh parents, each with both inboxes, within one transaction", async function () {
    const stage = use();
    const { openNode, collect, settle, ledger, publicClient } = stage;
    await openNode(1);
    for (let recipe = 2; recipe <= 17; recipe++) await openNode(recipe, [[1, 10_000]]);
    const edges = Array.from({ length: 16 }, (_, index): EdgeInput => [index + 2, 40_000]);
    await openNode(18, edges);
    await openNode(19, [[18, 0]]);
    await collect({ recipe: 18, gross: 1_000_000n });
    await collect({ recipe: 19, gross: 1_000_000n });
    await settle([19]);
    const { gasUsed } = await publicClient.getTransactionReceipt({ hash: await settle([18]) });
    expect(gasUsed < 500_000n, `${gasUsed} gas`).to.equal(true);
    expect(gasUsed < TRANSACTION_GAS_CAP).to.equal(true);
    for (const parent of [2, 17]) {
      expect(await ledger(parent)).to.deep.equal({ ...EMPTY, passed: 20_000n, own: 80_000n });
    }
  });
});
