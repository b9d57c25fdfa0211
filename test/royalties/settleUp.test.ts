import { expect } from "chai";
import { decodeFunctionResult, encodeFunctionData, getAddress, type Hash, parseEventLogs } from "viem";
import { Random } from "../helpers/random.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { type EdgeInput, type RoyaltyStage, useRoyaltyStage } from "./stage.ts";

const TRANSACTION_GAS_CAP = 16_777_216n;
const MAX_PATH = 64;

async function settledIn({ publicClient, splitter }: RoyaltyStage, hash: Hash): Promise<number[]> {
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  return parseEventLogs({ abi: splitter.abi, eventName: "Settled", logs }).map(({ args }) => args.recipe);
}

const settleUp = ({ splitter, usdc, gas }: RoyaltyStage, recipe: number, maxNodes: bigint) =>
  splitter.write.settleUp([recipe, usdc.address, maxNodes], { gas: gas + 1_700_000n });

async function openChain({ openNode }: RoyaltyStage, length: number): Promise<void> {
  await openNode(1);
  for (let recipe = 2; recipe <= length; recipe++) await openNode(recipe, [[recipe - 1, 10_000]]);
}

describe("royalties/settleUp", function () {
  const use = useRoyaltyStage();

  it("refuses a recipe without a node, even for no work", async function () {
    const stage = use();
    for (const nodes of [0n, 5n]) {
      await stage.refuses(() => settleUp(stage, 3, nodes), "RoyaltySplitterUnknownRecipe", [3]);
    }
  });

  it("carries money up a chain as far as it is told", async function () {
    const stage = use();
    await openChain(stage, 6);
    await stage.collect({ recipe: 6, gross: 1_000_000n });
    expect(await settledIn(stage, await settleUp(stage, 6, 0n))).to.deep.equal([]);
    expect(await settledIn(stage, await settleUp(stage, 6, 3n))).to.deep.equal([6, 5, 4]);
    expect((await stage.ledger(1)).own).to.equal(0n);
    expect(await settledIn(stage, await settleUp(stage, 3, 64n))).to.deep.equal([3, 2]);
    expect((await stage.ledger(1)).own).to.equal(10_000n);
  });

  it("visits every child before its parents, and each recipe once", async function () {
    const stage = use();
    const { openNode, collect, ledger } = stage;
    await openNode(1);
    await openNode(2, [[1, 10_000]]);
    await openNode(3, [[1, 20_000]]);
    await openNode(4, [
      [2, 10_000],
      [3, 10_000],
    ]);
    await openNode(5, [
      [1, 5_000],
      [4, 5_000],
    ]);
    await collect({ recipe: 5, gross: 10_000_000n });
    expect(await settledIn(stage, await settleUp(stage, 5, 64n))).to.deep.equal([5, 4, 3, 2]);
    expect((await ledger(1)).own).to.equal(50_000n + 100_000n + 200_000n);
  });

  it("goes no way that money cannot go", async function () {
    const stage = use();
    const { openNode, collect } = stage;
    await openNode(1);
    await openNode(2);
    await openNode(3, [
      [1, 0],
      [2, 10_000],
    ]);
    await collect({ recipe: 1 });
    await collect({ recipe: 2 });
    await collect({ recipe: 3 });
    expect(await settledIn(stage, await settleUp(stage, 3, 64n))).to.deep.equal([3, 2]);
  });

  it("gives the largest ordinals the place where there is not enough for all", async function () {
    const stage = use();
    const { openNode, collect, splitter, usdc, publicClient } = stage;
    for (let recipe = 1; recipe <= 16; recipe++) await openNode(recipe);
    const edges = Array.from({ length: 16 }, (_, index): EdgeInput => [index + 1, 1_000]);
    await openNode(17, edges);
    for (let recipe = 1; recipe <= 17; recipe++) await collect({ recipe });
    const data = encodeFunctionData({ abi: splitter.abi, functionName: "settleUp", args: [17, usdc.address, 4n] });
    const { data: result = "0x" } = await publicClient.call({ to: splitter.address, data });
    expect(decodeFunctionResult({ abi: splitter.abi, functionName: "settleUp", data: result })).to.equal(4n);
    expect(await settledIn(stage, await settleUp(stage, 17, 4n))).to.deep.equal([17, 16, 15, 14]);
  });

  it("stops at 64 recipes", async function () {
    const stage = use();
    await openChain(stage, 70);
    await stage.collect({ recipe: 70, gross: 10n ** 9n });
    expect(await settledIn(stage, await settleUp(stage, 70, 2n ** 256n - 1n))).to.have.lengthOf(MAX_PATH);
    expect((await stage.ledger(6)).passed).to.equal(50_000_000n);
  });

  it("stays within one transaction however wide the lineage is", async function () {
    this.timeout(300_000);
    const stage = use();
    const { openNode, collect, publicClient } = stage;
    const parents = 16 * 30;
    for (let recipe = 1; recipe <= parents; recipe++) await openNode(recipe);
    const children = Array.from({ length: 30 }, (_, index) => parents + 1 + index);
    for (const [index, child] of children.entries()) {
      await openNode(
        child,
        Array.from({ length: 16 }, (_, at): EdgeInput => [16 * index + at + 1, 50]),
      );
    }
    const [first, second] = [parents + 31, parents + 32];
    await openNode(
      first,
      children.slice(0, 15).map((child): EdgeInput => [child, 50]),
    );
    await openNode(
      second,
      [...children.slice(15), first].map((parent): EdgeInput => [parent, 50]),
    );
    await collect({ recipe: second, gross: 10n ** 12n });
    const hash = await settleUp(stage, second, 64n);
    const { gasUsed } = await publicClient.getTransactionReceipt({ hash });
    expect((await settledIn(stage, hash)).length).to.be.within(14, 17);
    expect(gasUsed > 4_000_000n && gasUsed < TRANSACTION_GAS_CAP, `${gasUsed} gas`).to.equal(true);
  });
});

describe("royalties/claimableWithPath", function () {
  const use = useRoyaltyStage();

  it("refuses a path of more than 64 recipes, and one with an unknown recipe", async function () {
    const { openNode, splitter, usdc, payees, viem } = use();
    await openNode(1);
    const read = (path: number[]) => splitter.read.claimableWithPath([1, usdc.address, payees[0], path]);
    await viem.assertions.revertWithCustomErrorWithArgs(
      read(Array.from({ length: 65 }, () => 1)),
      splitter,
      "RoyaltySplitterPathTooLong",
      [65n, 64n],
    );
    await viem.assertions.revertWithCustomErrorWithArgs(read([1, 2]), splitter, "RoyaltySplitterUnknownRecipe", [2]);
    expect(await read(Array.from({ length: 64 }, () => 1))).to.equal(0n);
  });

  it("equals what settling the path and claiming pays, on random lineages, paths and splits", async function () {
    this.timeout(300_000);
    const stage = use();
    const { openNode, collect, settle, splitter, usdc, payees, split, connection, wallet } = stage;
    const random = new Random(640);
    const size = 12;
    const advance = { account: wallet(6).account.address, token: usdc.address, amount: 5_000n };
    const options = [
      FIXED_SPLIT,
      { ...FIXED_SPLIT, advance },
      { ...FIXED_SPLIT, kind: 2, token: usdc.address },
      { ...FIXED_SPLIT, kind: 2, token: usdc.address, advance },
    ];
    for (let recipe = 1; recipe <= size; recipe++) {
      const earlier = random.shuffle(Array.from({ length: recipe - 1 }, (_, index) => index + 1)).slice(0, 3);
      const edges = earlier.sort((a, b) => a - b).map((parent): EdgeInput => [parent, random.integer(0, 9_999)]);
      await openNode(recipe, edges, split, random.pick(options));
    }
    for (let round = 0; round < 40; round++) {
      for (let sale = 0; sale < 3; sale++) {
        const seller = random.chance(300_000) ? { seller: wallet(7).account.address } : {};
        await collect({ recipe: random.integer(1, size), gross: random.big(1n, 99_999n), ...seller });
      }
      const path = Array.from({ length: random.integer(0, 20) }, () => random.integer(1, size));
      if (random.chance(500_000)) path.sort((a, b) => b - a);
      const recipe = random.integer(1, size);
      const account = random.pick([...payees, advance.account]);
      const foretold = await splitter.read.claimableWithPath([recipe, usdc.address, account, path]);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await settle(path);
      expect(await splitter.read.claimable([recipe, usdc.address, account]), `round ${round}`).to.equal(foretold);
      if (random.chance(500_000)) await snapshot.restore();
    }
  });

  it("can be asked at its bounds: 64 recipes of 16 parents each", async function () {
    this.timeout(300_000);
    const { openNode, collect, splitter, usdc, payees, publicClient } = use();
    for (let recipe = 1; recipe <= 16; recipe++) await openNode(recipe);
    for (let recipe = 17; recipe <= 80; recipe++) {
      await openNode(
        recipe,
        Array.from({ length: 16 }, (_, at): EdgeInput => [recipe - 16 + at, 1]).filter(
          ([parent]) => parent <= 16 || recipe < 20,
        ),
      );
    }
    for (let recipe = 17; recipe <= 80; recipe++) await collect({ recipe, gross: 10n ** 9n });
    const path = Array.from({ length: 64 }, (_, index) => 80 - index);
    const data = encodeFunctionData({
      abi: splitter.abi,
      functionName: "claimableWithPath",
      args: [1, usdc.address, payees[0], path],
    });
    const estimate = await publicClient.estimateGas({ to: splitter.address, data });
    expect(estimate < TRANSACTION_GAS_CAP, `${estimate} gas`).to.equal(true);
  });
});

describe("royalties/multicall", function () {
  const use = useRoyaltyStage();

  it("settles, claims and withdraws over recipes in one call, or not at all", async function () {
    const { openNode, collect, splitter, usdc, payees, gas, refuses, balance } = use();
    const { abi } = splitter;
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await collect({ recipe: 2, gross: 1_000_000n });
    const settle = encodeFunctionData({ abi, functionName: "settleUp", args: [2, usdc.address, 64n] });
    const claims = [1, 2].map((recipe) =>
      encodeFunctionData({ abi, functionName: "claim", args: [recipe, usdc.address, payees[0]] }),
    );
    const withdraw = encodeFunctionData({ abi, functionName: "withdraw", args: [usdc.address, payees[0]] });
    const unknown = encodeFunctionData({ abi, functionName: "claim", args: [9, usdc.address, payees[0]] });
    const broken = () => splitter.write.multicall([[settle, ...claims, unknown]], { gas });
    await refuses(broken, "RoyaltySplitterUnknownRecipe", [9]);
    await splitter.write.multicall([[settle, ...claims, withdraw]], { gas });
    expect(await usdc.read.balanceOf([payees[0]])).to.equal(600_000n);
    expect(await balance(payees[0])).to.equal(0n);
  });

  it("gives nobody another's rights", async function () {
    const { splitter, toSale, stranger, gas, refuses } = use();
    const { abi } = splitter;
    const collect = encodeFunctionData({ abi, functionName: "collect", args: [toSale({}), false] });
    const call = () => splitter.write.multicall([[collect]], { account: stranger.account, gas });
    await refuses(call, "RoyaltySplitterUnauthorized", [getAddress(stranger.account.address)]);
  });
});
