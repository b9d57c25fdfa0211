import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hex, keccak256, parseEther, parseEventLogs } from "viem";
import { artifacts } from "hardhat";
import { connect } from "../helpers/protocol.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { type RoyaltyStage, useRoyaltyStage } from "./stage.ts";

const OP_WETH = "0x4200000000000000000000000000000000000006";
const KNOWN_CHAINS: [chainId: number, weth: Address][] = [
  [1, "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2"],
  [10, OP_WETH],
  [137, "0x0d500B1d8E8eF31E21C99d1Db9A6444d3ADf1270"],
  [8453, OP_WETH],
  [42161, "0x82aF49447D8a07e3bd95BD0d56f35241523fBab1"],
  [84532, OP_WETH],
  [11155111, "0xfFf9976782d46CC05630D1f6eBAb18b2324d6B14"],
  [11155420, OP_WETH],
];

const sweep = ({ splitter, gas }: RoyaltyStage, token: Address, recipe = 1) =>
  splitter.write.sweep([recipe, token], { gas });

const receiverOf = ({ splitter }: RoyaltyStage, recipe = 1) => splitter.read.receiverOf([recipe]);

async function payEther(stage: RoyaltyStage, to: Address, value: bigint): Promise<void> {
  const payer = await stage.viem.deployContract("StipendPayer");
  await payer.write.pay([to], { value });
}

describe("royalties/receiver", function () {
  const use = useRoyaltyStage();

  beforeEach(async function () {
    await use().openNode(1);
    await use().openNode(2, [[1, 100_000]]);
  });

  it("refuses to sweep for a recipe without a node, or in a token without code", async function () {
    const stage = use();
    await stage.refuses(() => sweep(stage, stage.usdc.address, 9), "RoyaltySplitterUnknownRecipe", [9]);
    const token = getAddress(stage.stranger.account.address);
    await stage.refuses(() => sweep(stage, token), "RoyaltySplitterUnknownToken", [token]);
  });

  it("lets nobody but the splitter flush it, which would leave the money unbooked", async function () {
    const stage = use();
    await stage.usdc.write.mint([await receiverOf(stage), 5n]);
    await sweep(stage, stage.usdc.address);
    const receiver = await stage.viem.getContractAt("RoyaltyReceiver", await receiverOf(stage));
    const caller = getAddress(stage.stranger.account.address);
    await stage.viem.assertions.revertWithCustomErrorWithArgs(
      receiver.write.flush([stage.usdc.address, false], { account: stage.stranger.account, gas: stage.gas }),
      receiver,
      "RoyaltyReceiverUnauthorized",
      [caller],
    );
  });

  it("has an address of its own for each recipe, known before it exists", async function () {
    const { splitter } = use();
    const { bytecode } = await artifacts.readArtifact("RoyaltyReceiver");
    const salt = `0x${"2".padStart(64, "0")}` as const;
    const packed: Hex = `0xff${splitter.address.slice(2)}${salt.slice(2)}${keccak256(bytecode as Hex).slice(2)}`;
    expect(await receiverOf(use(), 2)).to.equal(getAddress(`0x${keccak256(packed).slice(-40)}`));
    expect(await receiverOf(use(), 1)).to.not.equal(await receiverOf(use(), 2));
  });

  it("books what arrived as the recipe's sale, before and after it was deployed", async function () {
    const stage = use();
    const { usdc, ledger, publicClient, splitter } = stage;
    const to = await receiverOf(stage, 2);
    for (const [round, amount] of [700n, 300n].entries()) {
      await usdc.write.mint([to, amount]);
      const { logs } = await publicClient.getTransactionReceipt({ hash: await sweep(stage, usdc.address, 2) });
      const events = parseEventLogs({ abi: splitter.abi, logs, eventName: "Swept" }).map(({ args }) => args);
      expect(events).to.deep.equal([{ recipe: 2, token: getAddress(usdc.address), amount }]);
      expect((await publicClient.getCode({ address: to }))?.length ?? 0, `round ${round}`).to.be.above(2);
    }
    expect((await ledger(2)).sales).to.equal(1_000n);
    await stage.settle([2]);
    expect((await ledger(1)).own).to.equal(100n);
    expect(await usdc.read.balanceOf([to])).to.equal(0n);
  });

  it("does nothing where nothing arrived, and says nothing", async function () {
    const stage = use();
    const { logs } = await stage.publicClient.getTransactionReceipt({ hash: await sweep(stage, stage.usdc.address) });
    expect(logs).to.deep.equal([]);
    expect((await stage.ledger(1)).sales).to.equal(0n);
  });

  it("takes ether from senders that give 2,300 gas, before and after it was deployed", async function () {
    const stage = use();
    const to = await receiverOf(stage);
    await payEther(stage, to, 3n);
    await sweep(stage, stage.usdc.address);
    await payEther(stage, to, 4n);
    expect(await stage.publicClient.getBalance({ address: to })).to.equal(7n);
  });

  it("lets ether wait on a chain whose wrapped currency nobody knows: a hostile one gets none", async function () {
    const stage = use();
    const trap = await stage.viem.deployContract("TestWrappedNative");
    const to = await receiverOf(stage);
    await payEther(stage, to, parseEther("1"));
    await sweep(stage, trap.address);
    await stage.connection.networkHelpers.setCode(OP_WETH, (await stage.publicClient.getCode(trap)) as Hex);
    await sweep(stage, OP_WETH);
    expect(await stage.publicClient.getBalance({ address: to })).to.equal(parseEther("1"));
    expect((await stage.ledger(1, trap.address)).sales).to.equal(0n);
  });

  it("books what arrives of a token that takes a fee, and refuses one that says more arrived than was sent", async function () {
    const stage = use();
    const fee = await stage.viem.deployContract("FeeToken");
    await fee.write.mint([await receiverOf(stage), 1_000n]);
    await sweep(stage, fee.address);
    expect((await stage.ledger(1, fee.address)).sales).to.equal(await fee.read.balanceOf([stage.splitter.address]));
    const skewed = await stage.viem.deployContract("SkewedToken");
    await skewed.write.mint([await receiverOf(stage), 1_000n]);
    for (const skew of [1n, -1_001n]) {
      await skewed.write.mint([stage.splitter.address, 10n]);
      await skewed.write.setSkew([skew]);
      const received = BigInt.asUintN(256, 1_000n + skew);
      const args = [getAddress(skewed.address), received, 1_000n] as const;
      await stage.refuses(() => sweep(stage, skewed.address), "RoyaltySplitterWrongReceipt", args);
    }
  });

  it("is not reached by a token that calls back in the middle", async function () {
    const stage = use();
    const token = await stage.viem.deployContract("ReentrantToken");
    await token.write.mint([await receiverOf(stage), 1_000n]);
    const data = encodeFunctionData({ abi: stage.splitter.abi, functionName: "sweep", args: [1, token.address] });
    await token.write.arm([stage.splitter.address, data]);
    await stage.refuses(() => sweep(stage, token.address), "ReentrancyGuardReentrantCall", []);
  });
});

describe("royalties/receiver on chains with a wrapped currency", function () {
  for (const [chainId, weth] of KNOWN_CHAINS) {
    it(`wraps ether by the table of chain ids (${chainId})`, async function () {
      const { viem, networkHelpers } = await connect(chainId);
      const publicClient = await viem.getPublicClient();
      const [registry] = await viem.getWalletClients();
      const account = registry?.account.address ?? "0x";
      const book = await viem.deployContract("AddressBook", [account]);
      const splitter = await viem.deployContract("RoyaltySplitter", [book.address]);
      await splitter.write.openNode([1, [], [{ account, weight: 1_000_000, roles: 0 }], FIXED_SPLIT]);
      const trap = await viem.deployContract("TestWrappedNative");
      await networkHelpers.setCode(weth, (await publicClient.getCode(trap)) as Hex);
      const token = await viem.getContractAt("TestWrappedNative", weth);
      const to = await splitter.read.receiverOf([1]);
      const payer = await viem.deployContract("StipendPayer");
      const salesIn = async (address: Address) => (await splitter.read.ledgerOf([1, address])).sales;

      await payer.write.pay([to], { value: parseEther("1") });
      await splitter.write.sweep([1, trap.address]);
      expect(await publicClient.getBalance({ address: to }), "a hostile token gets none").to.equal(parseEther("1"));
      await token.write.mint([to, 5n]);
      await splitter.write.sweep([1, weth]);
      expect(await salesIn(weth)).to.equal(parseEther("1") + 5n);
      await payer.write.pay([to], { value: 2n });
      await splitter.write.sweep([1, weth]);
      expect(await salesIn(weth)).to.equal(parseEther("1") + 7n);
      expect(await token.read.balanceOf([splitter.address])).to.equal(parseEther("1") + 7n);
    });
  }
});
