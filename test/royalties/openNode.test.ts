import { expect } from "chai";
import { type Address, getAddress, numberToHex, zeroAddress, zeroHash } from "viem";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { type EdgeInput, type OptionsInput, type PayeeInput, type RoyaltyStage, useRoyaltyStage } from "./stage.ts";

const ONE = 1_000_000;
const STACK_CAP = 900_000n;
const TRANSACTION_GAS_CAP = 16_777_216n;

const accountAt = (place: number): Address => getAddress(numberToHex(place, { size: 20 }));

/** `count` payees, ascending, with equal weights as far as they go. */
function evenSplit(count: number): PayeeInput[] {
  const weight = Math.floor(ONE / count);
  return Array.from({ length: count }, (_, index) => ({
    account: accountAt(index + 1),
    weight: index === 0 ? ONE - weight * (count - 1) : weight,
    roles: 255,
  }));
}

async function openMany(stage: RoyaltyStage, recipes: number): Promise<void> {
  for (let recipe = 1; recipe <= recipes; recipe++) await stage.openNode(recipe);
}

describe("royalties/openNode", function () {
  const use = useRoyaltyStage();

  it("refuses everybody but AssetRegistry", async function () {
    const { splitter, stranger, market, split, gas, refuses } = use();
    for (const account of [stranger.account.address, market]) {
      const call = () => splitter.write.openNode([1, [], split, FIXED_SPLIT], { account, gas });
      await refuses(call, "RoyaltySplitterUnauthorized", [getAddress(account)]);
    }
  });

  it("refuses ordinal zero", async function () {
    const { openNode, refuses } = use();
    await refuses(() => openNode(0), "RoyaltySplitterUnknownRecipe", [0]);
  });

  it("refuses a node that is open", async function () {
    const { openNode, refuses } = use();
    await openNode(7);
    await refuses(() => openNode(7), "RoyaltySplitterAlreadyOpen", [7]);
    await refuses(() => openNode(7, [[3, 1]]), "RoyaltySplitterAlreadyOpen", [7]);
  });

  it("refuses options that another kind of split has, or that its own lacks", async function () {
    const { openNode, refuses, split, usdc } = use();
    const root = numberToHex(1, { size: 32 });
    const [FIXED, MERKLE, TRADABLE] = [0, 1, 2] as const;
    const merkle = { kind: MERKLE, root, totalWeight: 1n };
    const unfit: Partial<OptionsInput>[] = [
      { kind: FIXED, root },
      { kind: FIXED, totalWeight: 1n },
      { kind: FIXED, token: usdc.address },
      { kind: MERKLE },
      { ...merkle, root: zeroHash },
      { ...merkle, totalWeight: 0n },
      { ...merkle, token: usdc.address },
      { kind: TRADABLE },
      { kind: TRADABLE, token: usdc.address, root },
      { kind: TRADABLE, token: usdc.address, totalWeight: 1n },
    ];
    for (const change of unfit) {
      const options = { ...FIXED_SPLIT, ...change };
      await refuses(() => openNode(1, [], split, options), "RoyaltySplitterInvalidOptions", [1, options.kind]);
    }
  });

  it("refuses an advance without account, token or amount", async function () {
    const { openNode, refuses, split, stranger, usdc } = use();
    const advance = { account: stranger.account.address, token: usdc.address, amount: 1n };
    for (const missing of [{ account: zeroAddress }, { token: zeroAddress }, { amount: 0n }]) {
      const options = { ...FIXED_SPLIT, advance: { ...advance, ...missing } };
      await refuses(() => openNode(1, [], split, options), "RoyaltySplitterInvalidAdvance", [1]);
    }
  });

  it("refuses payees beside a Merkle root", async function () {
    const { openNode, refuses, split } = use();
    const options = { ...FIXED_SPLIT, kind: 1, root: numberToHex(1, { size: 32 }), totalWeight: 9n };
    await refuses(() => openNode(1, [], split, options), "RoyaltySplitterTooManyPayees", [1, 2n, 0n]);
  });

  it("refuses a seventeenth parent", async function () {
    const stage = use();
    await openMany(stage, 17);
    const edges = Array.from({ length: 17 }, (_, index): EdgeInput => [index + 1, 1]);
    await stage.refuses(() => stage.openNode(18, edges), "RoyaltySplitterTooManyParents", [18, 17n, 16n]);
  });

  it("refuses parents out of order, named twice or zero", async function () {
    const stage = use();
    await openMany(stage, 3);
    const { openNode, refuses } = stage;
    await refuses(
      () =>
        openNode(4, [
          [2, 1],
          [1, 1],
        ]),
      "RoyaltySplitterUnsortedParents",
      [4, 1, 2],
    );
    await refuses(
      () =>
        openNode(4, [
          [2, 1],
          [2, 1],
        ]),
      "RoyaltySplitterUnsortedParents",
      [4, 2, 2],
    );
    await refuses(() => openNode(4, [[0, 1]]), "RoyaltySplitterUnsortedParents", [4, 0, 0]);
  });

  it("refuses a parent that is not earlier", async function () {
    const { openNode, refuses } = use();
    await openNode(9);
    await refuses(() => openNode(4, [[4, 1]]), "RoyaltySplitterParentNotEarlier", [4, 4]);
    await refuses(() => openNode(4, [[9, 1]]), "RoyaltySplitterParentNotEarlier", [4, 9]);
    await refuses(() => openNode(4, [[2 ** 32 - 1, 1]]), "RoyaltySplitterParentNotEarlier", [4, 2 ** 32 - 1]);
  });

  it("refuses a parent that is not open", async function () {
    const { openNode, refuses } = use();
    await openNode(1);
    await refuses(
      () =>
        openNode(4, [
          [1, 1],
          [3, 1],
        ]),
      "RoyaltySplitterUnknownRecipe",
      [3],
    );
  });

  it("refuses a stack above 900,000 ppm, from own rates or from what parents pass on", async function () {
    const { openNode, refuses } = use();
    await openNode(1);
    await refuses(() => openNode(2, [[1, 900_001]]), "RoyaltySplitterOverStackCap", [2, 900_001n, STACK_CAP]);
    await openNode(2, [[1, 500_000]]);
    await refuses(() => openNode(3, [[2, 400_001]]), "RoyaltySplitterOverStackCap", [3, 900_001n, STACK_CAP]);
    const most = 2 ** 24 - 1;
    const sum = 2n * BigInt(most) + 500_000n;
    const edges: EdgeInput[] = [
      [1, most],
      [2, most],
    ];
    await refuses(() => openNode(3, edges), "RoyaltySplitterOverStackCap", [3, sum, STACK_CAP]);
  });

  it("refuses a sixty-fifth payee", async function () {
    const { openNode, refuses } = use();
    await refuses(() => openNode(1, [], evenSplit(65)), "RoyaltySplitterTooManyPayees", [1, 65n, 64n]);
  });

  it("refuses payees out of order, named twice or zero", async function () {
    const { openNode, refuses } = use();
    const line = (account: Address): PayeeInput => ({ account, weight: ONE / 2, roles: 0 });
    const [one, two] = [accountAt(1), accountAt(2)];
    const unsorted = [line(two), line(one)];
    await refuses(() => openNode(1, [], unsorted), "RoyaltySplitterUnsortedPayees", [1, one, two]);
    const twice = [line(two), line(two)];
    await refuses(() => openNode(1, [], twice), "RoyaltySplitterUnsortedPayees", [1, two, two]);
    const zero = [line(zeroAddress), line(two)];
    await refuses(() => openNode(1, [], zero), "RoyaltySplitterUnsortedPayees", [1, zeroAddress, zeroAddress]);
  });

  it("refuses weights that do not add up to 1,000,000", async function () {
    const { openNode, refuses } = use();
    const weigh = (...weights: number[]) =>
      weights.map((weight, index): PayeeInput => ({ account: accountAt(index + 1), weight, roles: 0 }));
    const wrong = (weights: number[], sum: bigint) =>
      refuses(() => openNode(1, [], weigh(...weights)), "RoyaltySplitterWrongWeightSum", [1, sum, BigInt(ONE)]);
    await wrong([], 0n);
    await wrong([ONE - 1], 999_999n);
    await wrong([ONE, 1], 1_000_001n);
    await wrong([2 ** 32 - 1, 2 ** 32 - 1], 2n * (2n ** 32n - 1n));
  });

  it("freezes the parents' stacks as pass rates, whatever the input says", async function () {
    const { openNode, splitter, registry, split, viem } = use();
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await openNode(3, [
      [1, 30_000],
      [2, 20_000],
    ]);
    const input = [
      { parent: 2, rate: 5_000, pass: 7 },
      { parent: 3, rate: 0, pass: 900_000 },
    ];
    const edges = [
      { parent: 2, rate: 5_000, pass: 100_000 },
      { parent: 3, rate: 0, pass: 150_000 },
    ];
    const payees = split.map((line) => ({ ...line, account: getAddress(line.account) }));
    const opening = splitter.write.openNode([4, input, split, FIXED_SPLIT], { account: registry });
    await viem.assertions.emitWithArgs(opening, splitter, "NodeOpened", [4, 255_000, edges, payees, FIXED_SPLIT]);
    expect(await splitter.read.stackOf([4])).to.equal(255_000);
    expect(await splitter.read.edgesOf([4])).to.deep.equal(edges);
  });

  it("counts a common ancestor once for each path", async function () {
    const { openNode, splitter } = use();
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await openNode(3, [[1, 100_000]]);
    await openNode(4, [
      [2, 50_000],
      [3, 50_000],
    ]);
    expect(await splitter.read.stackOf([4])).to.equal(300_000);
  });

  it("keeps weights and roles, a weight of zero like any other", async function () {
    const { openNode, splitter, stranger } = use();
    const [unpaid, paid] = [accountAt(1), accountAt(2)];
    await openNode(
      1,
      [],
      [
        { account: unpaid, weight: 0, roles: 255 },
        { account: paid, weight: ONE, roles: 3 },
      ],
    );
    expect(await splitter.read.payeeOf([1, unpaid])).to.deep.equal([0, 255]);
    expect(await splitter.read.payeeOf([1, paid])).to.deep.equal([ONE, 3]);
    expect(await splitter.read.payeeOf([1, stranger.account.address])).to.deep.equal([0, 0]);
  });

  it("admits exactly the cap, and sixteen parents with sixty-four payees in one transaction", async function () {
    const stage = use();
    await openMany(stage, 16);
    const edges = Array.from({ length: 16 }, (_, index): EdgeInput => [index + 1, 56_250]);
    const hash = await stage.openNode(2 ** 32 - 1, edges, evenSplit(64));
    const { gasUsed } = await stage.publicClient.getTransactionReceipt({ hash });
    expect(gasUsed < TRANSACTION_GAS_CAP).to.equal(true);
    expect(await stage.splitter.read.stackOf([2 ** 32 - 1])).to.equal(900_000);
    const stored = await stage.splitter.read.edgesOf([2 ** 32 - 1]);
    expect(stored).to.deep.equal(edges.map(([parent, rate]) => ({ parent, rate, pass: 0 })));
  });

  it("answers for unknown recipes with an error", async function () {
    const { splitter, viem } = use();
    const [stack, edges] = [splitter.read.stackOf([5]), splitter.read.edgesOf([5])];
    await viem.assertions.revertWithCustomErrorWithArgs(stack, splitter, "RoyaltySplitterUnknownRecipe", [5]);
    await viem.assertions.revertWithCustomErrorWithArgs(edges, splitter, "RoyaltySplitterUnknownRecipe", [5]);
  });
});
