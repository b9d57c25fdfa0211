import { rejects } from "node:assert/strict";
import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hex, zeroAddress, zeroHash } from "viem";
import { type RoyaltyStage, useRoyaltyStage } from "./stage.ts";

const PRICE = 1_000_000n;
const NONCE = zeroHash;
const LEAF = { index: 0n, account: zeroAddress, weight: 1n };

/** What every token of these tests can do. */
interface Mintable {
  address: Address;
  write: {
    mint(args: readonly [Address, bigint]): Promise<Hex>;
    approve(args: readonly [Address, bigint], options: { account: RoyaltyStage["buyer"]["account"] }): Promise<Hex>;
  };
}

describe("royalties/hostileTokens", function () {
  const use = useRoyaltyStage();

  beforeEach(async function () {
    const { openNode, collect } = use();
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await collect({ recipe: 2, gross: PRICE, settleNow: true });
  });

  /** Whatever happened in another token: USDC's books are as they were, and every unit of it can be paid out. */
  afterEach(async function () {
    const { splitter, usdc, payees, ledger } = use();
    expect((await ledger(2)).own).to.equal(900_000n);
    expect((await ledger(1)).own).to.equal(100_000n);
    for (const recipe of [1, 2]) {
      for (const payee of payees) await splitter.write.claimToWallet([recipe, usdc.address, payee]);
    }
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(0n);
  });

  async function fund(token: Mintable, amount: bigint = 10n * PRICE): Promise<void> {
    const { buyer, splitter } = use();
    await token.write.mint([buyer.account.address, amount]);
    await token.write.approve([splitter.address, amount], { account: buyer.account });
  }

  const sell = (token: Address, gross: bigint = PRICE, settleNow = true) =>
    use().collect({ recipe: 2, token, gross, settleNow });

  it("refuses a token that takes a fee, and pays out exactly what is owed if it starts to later", async function () {
    const { viem, splitter, payees, refuses } = use();
    const token = await viem.deployContract("FeeToken");
    await fund(token);
    const args = [getAddress(token.address), 990_000n, PRICE] as const;
    await refuses(() => sell(token.address), "RoyaltySplitterWrongReceipt", args);
    await token.write.setFee([0n]);
    await sell(token.address);
    await token.write.setFee([10_000n]);
    await splitter.write.claimToWallet([2, token.address, payees[0]]);
    expect(await token.read.balanceOf([payees[0]])).to.equal(534_600n);
    expect(await token.read.balanceOf([splitter.address])).to.equal(PRICE - 540_000n);
  });

  it("refuses a token that delivers more than was paid, or takes from what was there", async function () {
    const { viem, splitter, payees, refuses } = use();
    const token = await viem.deployContract("SkewedToken");
    const { address } = token;
    await fund(token);
    await sell(address);
    const refused = async (skew: bigint) => {
      await token.write.setSkew([skew]);
      const received = BigInt.asUintN(256, PRICE + skew);
      await refuses(() => sell(address), "RoyaltySplitterWrongReceipt", [getAddress(address), received, PRICE]);
    };
    await refused(1n);
    await refused(-1n);
    await refused(-PRICE);
    await refused(-PRICE - 1n);
    await token.write.setSkew([0n]);
    await splitter.write.claimToWallet([2, address, payees[0]]);
    expect(await token.read.balanceOf([payees[0]])).to.equal(540_000n);
  });

  it("refuses a token that answers true and moves nothing, with or without an authorization", async function () {
    const { viem, splitter, market, toSale, gas, refuses } = use();
    const { address } = await viem.deployContract("LyingToken");
    const args = [getAddress(address), 0n, PRICE] as const;
    await refuses(() => sell(address), "RoyaltySplitterWrongReceipt", args);
    const sale = toSale({ recipe: 2, token: address, gross: PRICE });
    const authorized = () =>
      splitter.write.collectWithAuthorization([sale, false, 2 ** 32, NONCE, "0x"], { account: market, gas });
    await refuses(authorized, "RoyaltySplitterWrongReceipt", args);
  });

  it("is deceived by a token that lies about balances, in that token alone: nobody can take out what never came", async function () {
    const { viem, splitter, payees, refusesByToken, ledger } = use();
    const token = await viem.deployContract("PhantomToken");
    await sell(token.address);
    expect((await ledger(2, token.address)).own).to.equal(900_000n);
    const pay = () => splitter.write.claimToWallet([2, token.address, payees[0]], { gas: use().gas });
    await refusesByToken(pay, token, "ERC20InsufficientBalance", [getAddress(splitter.address), 0n, 540_000n]);
    expect(await token.read.balanceOf([payees[0]])).to.equal(0n);
  });

  it("refuses an authorization on a token that knows none", async function () {
    const { viem, splitter, market, toSale, gas, ledger } = use();
    const { address } = await viem.deployContract("TestToken", ["Plain", "PLAIN", 18]);
    const sale = toSale({ recipe: 2, token: address, gross: PRICE });
    await viem.assertions.revert(
      splitter.write.collectWithAuthorization([sale, false, 2 ** 32, NONCE, "0x"], { account: market, gas }),
    );
    expect((await ledger(2, address)).sales).to.equal(0n);
  });

  it("refuses a token that answers false, and keeps what it will not pay out", async function () {
    const { viem, splitter, payees, gas, refusesByToken, ledger } = use();
    const token = await viem.deployContract("FalseReturnToken");
    const failed = [getAddress(token.address)] as const;
    const unfunded = () => sell(token.address);
    await refusesByToken(unfunded, splitter, "SafeERC20FailedOperation", failed);
    await fund(token);
    await sell(token.address);
    await splitter.write.claim([2, token.address, payees[0]]);
    await token.write.setFailing([true]);
    const claim = () => splitter.write.claimToWallet([1, token.address, payees[0]], { gas });
    await refusesByToken(claim, splitter, "SafeERC20FailedOperation", failed);
    const withdraw = () => splitter.write.withdraw([token.address, payees[0]], { gas });
    await refusesByToken(withdraw, splitter, "SafeERC20FailedOperation", failed);
    await token.write.setFailing([false]);
    await withdraw();
    await claim();
    expect(await token.read.balanceOf([payees[0]])).to.equal(600_000n);
    expect((await ledger(2, token.address)).own).to.equal(900_000n);
  });

  it("handles a token that returns nothing", async function () {
    const { viem, splitter, payees, gas, refusesByToken } = use();
    const token = await viem.deployContract("NoReturnToken");
    const unfunded = [getAddress(splitter.address), PRICE];
    await refusesByToken(() => sell(token.address), token, "NoReturnTokenInsufficient", unfunded);
    await fund(token);
    await sell(token.address);
    await splitter.write.claimToWallet([2, token.address, payees[0]], { gas });
    await splitter.write.claim([2, token.address, payees[1]]);
    await splitter.write.withdraw([token.address, payees[1]], { gas });
    expect(await token.read.balanceOf([payees[0]])).to.equal(540_000n);
    expect(await token.read.balanceOf([payees[1]])).to.equal(360_000n);
  });

  describe("a token that calls back", function () {
    /** Everything that moves credits or tokens, and every view of money. */
    function callbacks(token: Address): Hex[] {
      const { splitter, payees, usdc } = use();
      const { abi } = splitter;
      const [payee] = payees;
      return [
        encodeFunctionData({ abi, functionName: "settle", args: [[2], token] }),
        encodeFunctionData({ abi, functionName: "claim", args: [1, token, payee] }),
        encodeFunctionData({ abi, functionName: "claimToWallet", args: [1, token, payee] }),
        encodeFunctionData({ abi, functionName: "claimToWallet", args: [1, usdc.address, payee] }),
        encodeFunctionData({ abi, functionName: "withdraw", args: [token, payee] }),
        encodeFunctionData({ abi, functionName: "settleUp", args: [2, token, 9n] }),
        encodeFunctionData({ abi, functionName: "sweep", args: [1, usdc.address] }),
        encodeFunctionData({ abi, functionName: "fundPot", args: [payee, NONCE, usdc.address, 1n] }),
        encodeFunctionData({ abi, functionName: "releasePot", args: [NONCE, usdc.address, payee, 0n] }),
        encodeFunctionData({ abi, functionName: "withdrawTo", args: [usdc.address, token, payee, 0n, "0x"] }),
        encodeFunctionData({ abi, functionName: "claimMerkle", args: [1, token, LEAF, []] }),
        encodeFunctionData({ abi, functionName: "transfer", args: [payee, 1n, 0n] }),
        encodeFunctionData({ abi, functionName: "claimable", args: [1, token, payee] }),
        encodeFunctionData({ abi, functionName: "claimableWithPath", args: [1, token, payee, [2]] }),
        encodeFunctionData({ abi, functionName: "claimableMerkle", args: [1, token, LEAF] }),
        encodeFunctionData({ abi, functionName: "merkleClaimedOf", args: [1, token, 0n] }),
        encodeFunctionData({ abi, functionName: "potOf", args: [payee, NONCE, token] }),
        encodeFunctionData({ abi, functionName: "claimedOf", args: [1, token, payee] }),
        encodeFunctionData({ abi, functionName: "creditOf", args: [payee, token] }),
        encodeFunctionData({ abi, functionName: "ledgerOf", args: [1, token] }),
      ];
    }

    it("is refused whatever it calls, from a sale, a claim and a withdrawal", async function () {
      const { viem, splitter, payees, gas, refuses } = use();
      const token = await viem.deployContract("ReentrantToken");
      await fund(token);
      await sell(token.address);
      await splitter.write.claim([2, token.address, payees[1]]);
      const entries = [
        () => sell(token.address),
        () => splitter.write.claimToWallet([2, token.address, payees[0]], { gas }),
        () => splitter.write.withdraw([token.address, payees[1]], { gas }),
      ];
      for (const data of callbacks(token.address)) {
        for (const enter of entries) {
          await token.write.arm([splitter.address, data]);
          await refuses(enter, "ReentrancyGuardReentrantCall", []);
        }
      }
      await token.write.arm([zeroAddress, "0x"]);
      for (const enter of entries) await enter();
      expect(await token.read.balanceOf([splitter.address])).to.equal(2n * PRICE - 1_080_000n - 360_000n);
    });

    it("cannot book a second sale inside the first, even if it were the market", async function () {
      const { viem, connection, publicClient, splitter, buyer, market, toSale, gas, refuses } = use();
      const { address } = await viem.deployContract("ReentrantToken");
      const code = (await publicClient.getCode({ address })) as Hex;
      await connection.networkHelpers.setCode(market, code);
      const token = await viem.getContractAt("ReentrantToken", market);
      await fund(token);
      const inner = encodeFunctionData({
        abi: splitter.abi,
        functionName: "collect",
        args: [toSale({ recipe: 2, token: market, gross: PRICE }), false],
      });
      await token.write.arm([splitter.address, inner]);
      const outer = () =>
        splitter.write.collect(
          [toSale({ recipe: 2, token: market, gross: PRICE, payer: buyer.account.address }), false],
          {
            account: market,
            gas,
          },
        );
      await refuses(outer, "ReentrancyGuardReentrantCall", []);
    });
  });

  it("lets only its own holders lose when a token shrinks, and owes no more when it grows", async function () {
    const { viem, splitter, payees, gas, refusesByToken, ledger } = use();
    const token = await viem.deployContract("RebasingToken");
    await fund(token);
    await sell(token.address);
    await token.write.rebase([splitter.address, 600_000n]);
    await splitter.write.claimToWallet([2, token.address, payees[0]], { gas });
    const short = () => splitter.write.claimToWallet([2, token.address, payees[1]], { gas });
    const missing = [getAddress(splitter.address), 60_000n, 360_000n];
    await refusesByToken(short, token, "ERC20InsufficientBalance", missing);
    await token.write.rebase([splitter.address, 9n * PRICE]);
    await short();
    expect(await token.read.balanceOf([payees[1]])).to.equal(360_000n);
    expect((await ledger(2, token.address)).own).to.equal(900_000n);
    await sell(token.address);
    expect((await ledger(2, token.address)).sales).to.equal(2n * PRICE);
  });

  it("waits while a token is paused: what is owed can be credited and is paid later", async function () {
    const { viem, splitter, payees, gas, refusesByToken, balance } = use();
    const token = await viem.deployContract("PausableToken");
    await fund(token);
    await sell(token.address, PRICE, false);
    await token.write.pause();
    await refusesByToken(() => sell(token.address), token, "EnforcedPause", []);
    await use().settle([2], token.address);
    await splitter.write.claim([2, token.address, payees[0]]);
    const withdraw = () => splitter.write.withdraw([token.address, payees[0]], { gas });
    await refusesByToken(withdraw, token, "EnforcedPause", []);
    expect(await balance(payees[0], token.address)).to.equal(540_000n);
    await token.write.unpause();
    await withdraw();
    expect(await token.read.balanceOf([payees[0]])).to.equal(540_000n);
  });

  it("survives answers of any length", async function () {
    const { viem, splitter, payees, gas, publicClient } = use();
    const token = await viem.deployContract("ReturnBombToken");
    await fund(token);
    await token.write.setBomb([1_000_000n, false]);
    await sell(token.address);
    const hash = await splitter.write.claimToWallet([2, token.address, payees[0]], { gas });
    const { gasUsed } = await publicClient.getTransactionReceipt({ hash });
    expect(gasUsed < 3_000_000n, "the answer is not copied").to.equal(true);
    await token.write.setBomb([1_000_000n, true]);
    await rejects(sell(token.address), /reverted/);
    await rejects(splitter.write.claimToWallet([2, token.address, payees[1]], { gas }), /reverted/);
    expect(await splitter.read.claimable([2, token.address, payees[1]])).to.equal(360_000n);
  });

  it("pays forty of fifty payees when ten are blocked, and the ten once they are not", async function () {
    const { usdc, splitter, openNode, collect, gas, refusesByToken } = use();
    const accounts = Array.from({ length: 50 }, (_, index) =>
      getAddress(`0x${(index + 1).toString(16).padStart(40, "0")}`),
    );
    const blocked = accounts.filter((_, index) => index % 5 === 0);
    await openNode(
      3,
      [],
      accounts.map((account) => ({ account, weight: 20_000, roles: 1 })),
    );
    await collect({ recipe: 3, gross: PRICE, settleNow: true });
    for (const account of blocked) await usdc.write.setBlocked([account, true]);
    const claim = (account: Address) => splitter.write.claimToWallet([3, usdc.address, account], { gas });
    for (const account of accounts) {
      expect(await splitter.read.claimable([3, usdc.address, account])).to.equal(20_000n);
      if (blocked.includes(account)) {
        await refusesByToken(() => claim(account), usdc, "TestUSDCBlocked", [account]);
      } else {
        await claim(account);
      }
    }
    for (const account of blocked) {
      await usdc.write.setBlocked([account, false]);
      await claim(account);
    }
    for (const account of accounts) expect(await usdc.read.balanceOf([account])).to.equal(20_000n);
  });

  it("freezes only its own token when an issuer blocks the splitter itself", async function () {
    const { viem, splitter, payees, gas, balance } = use();
    const token = await viem.deployContract("TestUSDC");
    await fund(token);
    await sell(token.address);
    await token.write.setBlocked([splitter.address, true]);
    await viem.assertions.revertWithCustomErrorWithArgs(
      splitter.write.claimToWallet([2, token.address, payees[0]], { gas }),
      token,
      "TestUSDCBlocked",
      [getAddress(splitter.address)],
    );
    await splitter.write.claim([2, token.address, payees[0]]);
    expect(await balance(payees[0], token.address)).to.equal(540_000n);
  });
});
