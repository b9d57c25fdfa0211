import { expect } from "chai";
import { type Address, getAddress, zeroAddress } from "viem";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { merkleSplit } from "../models/merkleSplit.ts";
import { type EdgeInput, useRoyaltyStage } from "./stage.ts";

/**
 * What auditors found in the royalty code of 0xSplits and Story, each asked of this ledger. Findings about licenses are in
 * `test/licensing`.
 */
describe("royalties/auditFindings", function () {
  const use = useRoyaltyStage();

  const payout = (recipe: number, account: Address, token: Address = use().usdc.address) =>
    use().splitter.write.claimToWallet([recipe, token, account], { gas: use().gas });

  async function fundedToken(name: "FeeToken" | "PausableToken" | "TestToken", amount: bigint) {
    const { viem, buyer, splitter } = use();
    const token = await viem.deployContract(
      name as "TestToken",
      (name === "TestToken" ? ["Two", "TWO", 2] : []) as never,
    );
    await token.write.mint([buyer.account.address, amount]);
    await token.write.approve([splitter.address, amount], { account: buyer.account });
    return token;
  }

  describe("0xSplits", function () {
    it("v1 M-01: fee on transfer credits more than arrived, and the last to claim loses", async function () {
      const { openNode, collect, refuses, ledger } = use();
      const token = await fundedToken("FeeToken", 1_000_000n);
      await openNode(1);
      const call = () => collect({ token: token.address, gross: 1_000_000n });
      await refuses(call, "RoyaltySplitterWrongReceipt", [getAddress(token.address), 990_000n, 1_000_000n]);
      expect((await ledger(1, token.address)).sales).to.equal(0n);
    });

    it("v2 H-01: a withdrawal incentive and a deposit for anybody drain the ledger in a loop", async function () {
      const { openNode, collect, splitter, usdc, payees, stranger, gas } = use();
      await openNode(1);
      await collect({ gross: 1_000_000n, settleNow: true });
      await splitter.write.claim([1, usdc.address, payees[0]], { account: stranger.account, gas });
      for (let round = 0; round < 3; round++) {
        await splitter.write.withdraw([usdc.address, payees[0]], { account: stranger.account, gas });
      }
      expect(await usdc.read.balanceOf([stranger.account.address]), "who calls earns nothing").to.equal(0n);
      expect(await usdc.read.balanceOf([payees[0]])).to.equal(600_000n);
      expect(await usdc.read.balanceOf([splitter.address])).to.equal(400_000n);
    });

    it("v2 H-02: calls in the ledger's name let somebody pose as somebody else", async function () {
      const { splitter } = use();
      const functions = splitter.abi.flatMap((item) => (item.type === "function" ? [item] : []));
      const takesCalls = functions.filter(({ inputs }) =>
        inputs.some(({ name, type }) => /^bytes(\[\])?$/.test(type) && !/signature/i.test(name)),
      );
      expect(
        takesCalls.map(({ name }) => name),
        "calls to itself only",
      ).to.deep.equal(["multicall"]);
      const mutability: string[] = functions.map(({ stateMutability }) => stateMutability);
      expect(mutability).to.not.include("payable");
    });

    it("v2 M-01: a split that is too long to be paid out", async function () {
      const { openNode, collect, publicClient } = use();
      const lines = Array.from({ length: 64 }, (_, index) => ({
        account: getAddress(`0x${(0xb000 + index).toString(16).padStart(40, "0")}`),
        weight: 15_625,
        roles: 1,
      }));
      await openNode(1, [], lines);
      const { gasUsed } = await publicClient.getTransactionReceipt({ hash: await collect({ settleNow: true }) });
      expect(gasUsed < 200_000n, `${gasUsed} gas, whatever the number of payees`).to.equal(true);
      await payout(1, (lines[63] as { account: Address }).account);
    });

    it("v2 M-02: many small distributions of a token with two decimals favor the majority", async function () {
      const { openNode, collect, splitter, payees } = use();
      const token = await fundedToken("TestToken", 100n);
      await openNode(
        1,
        [],
        [
          { account: payees[0], weight: 990_000, roles: 1 },
          { account: payees[1], weight: 10_000, roles: 1 },
        ],
      );
      for (let sale = 0; sale < 100; sale++) {
        await collect({ token: token.address, gross: 1n, settleNow: true });
        await splitter.write.claim([1, token.address, payees[0]]);
      }
      expect(await splitter.read.claimable([1, token.address, payees[1]]), "to the last cent").to.equal(1n);
      expect(await use().balance(payees[0], token.address)).to.equal(99n);
    });

    it("v2 L-01: allocations whose sum overflows", async function () {
      const { openNode, refuses, payees } = use();
      const wide = payees.map((account) => ({ account, weight: 2 ** 32 - 1, roles: 1 }));
      const sum = 2n * (2n ** 32n - 1n);
      await refuses(() => openNode(1, [], wide), "RoyaltySplitterWrongWeightSum", [1, sum, 1_000_000n]);
    });

    it("v2 L-02: a withdrawal of an exact amount fails once somebody has taken a part of it", async function () {
      const { openNode, collect, splitter, usdc, payees, stranger, gas } = use();
      await openNode(1);
      await collect({ settleNow: true });
      await payout(1, payees[0]);
      await splitter.write.claimToWallet([1, usdc.address, payees[0]], { account: stranger.account, gas });
      await splitter.write.withdraw([usdc.address, payees[0]], { gas });
      expect(await usdc.read.balanceOf([payees[0]])).to.equal(600_000n);
    });

    it("v2 L-03: an event that names the wrong owner", async function () {
      const { openNode, splitter } = use();
      await openNode(1);
      const names = splitter.abi.flatMap((item) => (item.type === "function" ? [item.name] : []));
      expect(names.filter((name) => /owner|admin|pause|upgrade|initialize/i.test(name))).to.deep.equal([]);
    });

    it("v2 G-01: a unit that is kept back makes what is shown differ from what is paid", async function () {
      const { openNode, collect, splitter, usdc, payees } = use();
      await openNode(1);
      await collect({ gross: 5n, settleNow: true });
      for (const payee of payees) {
        const shown = await splitter.read.claimable([1, usdc.address, payee]);
        await payout(1, payee);
        expect(await usdc.read.balanceOf([payee])).to.equal(shown);
      }
      expect(await usdc.read.balanceOf([splitter.address])).to.equal(0n);
    });
  });

  describe("Story", function () {
    it("H-3: an expiry of zero that means never; H-4: a child that outlives its parent; of money neither asks", async function () {
      const { openNode, collect, settle, ledger, connection } = use();
      await openNode(1);
      await openNode(2, [[1, 100_000]]);
      await connection.networkHelpers.time.increase(100 * 365 * 24 * 60 * 60);
      await collect({ recipe: 2, gross: 1_000_000n });
      await settle([2]);
      expect((await ledger(1)).own, "parents are paid whatever has expired").to.equal(100_000n);
    });

    it("H-5: policies that grandchildren inherit take others' shares: an insertion takes nothing from ancestors", async function () {
      const { openNode, collect, settle, ledger } = use();
      await openNode(1);
      await openNode(2, [[1, 100_000]]);
      await openNode(3, [[2, 50_000]]);
      await collect({ recipe: 3, gross: 1_000_000n });
      await settle([3, 2]);
      expect((await ledger(1)).own).to.equal(100_000n);
      expect((await ledger(2)).own).to.equal(50_000n);
      expect((await ledger(3)).own).to.equal(850_000n);
    });

    it("H-6: terms that change after the sale: rates and weights of a node are for ever", async function () {
      const { openNode, refuses, splitter } = use();
      await openNode(1);
      await openNode(2, [[1, 100_000]]);
      await refuses(() => openNode(2, [[1, 1]]), "RoyaltySplitterAlreadyOpen", [2]);
      await refuses(() => openNode(1), "RoyaltySplitterAlreadyOpen", [1]);
      expect(await splitter.read.edgesOf([2])).to.deep.equal([{ parent: 1, rate: 100_000, pass: 0 }]);
    });

    it("H-7: a parent named twice, or in another order, or the recipe itself: no circles", async function () {
      const { openNode, refuses } = use();
      await openNode(1);
      await openNode(2);
      const twice: EdgeInput[] = [
        [1, 10],
        [1, 10],
      ];
      await refuses(() => openNode(3, twice), "RoyaltySplitterUnsortedParents", [3, 1, 1]);
      const falling: EdgeInput[] = [
        [2, 10],
        [1, 10],
      ];
      await refuses(() => openNode(3, falling), "RoyaltySplitterUnsortedParents", [3, 1, 2]);
      await refuses(() => openNode(3, [[3, 10]]), "RoyaltySplitterParentNotEarlier", [3, 3]);
    });

    it("L-9 and FuzzingLabs: numbers cropped to 32 or 128 bits, or made negative", async function () {
      const { viem, openNode, collect, splitter, buyer, payees, refusesByToken } = use();
      const max = 2n ** 128n - 1n;
      const token = await viem.deployContract("TestToken", ["Huge", "HUGE", 18]);
      await token.write.mint([buyer.account.address, 3n * max]);
      await token.write.approve([splitter.address, 3n * max], { account: buyer.account });
      await openNode(1, [], use().split, { ...FIXED_SPLIT, kind: 2, token: token.address });
      await collect({ token: token.address, gross: max, settleNow: true });
      const call = () => collect({ token: token.address, gross: 1n });
      await refusesByToken(call, splitter, "PairOverflow", [max + 1n, max]);
      const [one, two] = payees;
      await splitter.write.transfer([two, 1n, 600_000n], { account: one, gas: use().gas });
      expect(await splitter.read.claimable([1, token.address, one])).to.equal((max * 600_000n) / 1_000_000n);
      expect(await splitter.read.claimable([1, token.address, two])).to.equal((max * 400_000n) / 1_000_000n);
      await payout(1, one, token.address);
      await payout(1, two, token.address);
      expect((await token.read.balanceOf([splitter.address])) <= 1n).to.equal(true);
    });

    it("v1.0 L-2: a paused token stops what is earned in others", async function () {
      const { openNode, collect, usdc, payees, settle } = use();
      const token = await fundedToken("PausableToken", 1_000n);
      await openNode(1);
      await collect({ token: token.address, gross: 1_000n });
      await collect({ gross: 1_000n });
      const paused = await use().viem.getContractAt("PausableToken", token.address);
      await paused.write.pause();
      await settle([1]);
      await settle([1], token.address);
      await payout(1, payees[0]);
      expect(await usdc.read.balanceOf([payees[0]])).to.equal(600n);
    });

    it("R-8: royalties under dispute are locked for ever: every pot and every credit has a way out", async function () {
      const { splitter, usdc, buyer, wallet, gas, balance } = use();
      const opener = wallet(5);
      const id = `0x${"08".repeat(32)}` as const;
      await splitter.write.fundPot([opener.account.address, id, usdc.address, 100n], { account: buyer.account, gas });
      const back = buyer.account.address;
      await splitter.write.releasePot([id, usdc.address, back, 100n], { account: opener.account, gas });
      expect(await balance(back)).to.equal(100n);
      await usdc.write.setBlocked([back, true]);
      const to = wallet(6).account.address;
      await splitter.write.withdrawTo([usdc.address, back, to, 0n, "0x"], { account: buyer.account, gas });
      expect(await usdc.read.balanceOf([to])).to.equal(100n);
    });

    it("v1.0 H-5 and Trust L-5: who calls for somebody else takes nothing and stops nothing", async function () {
      const { openNode, collect, splitter, usdc, payees, stranger, gas, refuses } = use();
      await openNode(1);
      await collect({ settleNow: true });
      const thief = getAddress(stranger.account.address);
      const claim = () => splitter.write.claim([1, usdc.address, thief], { account: thief, gas });
      await refuses(claim, "RoyaltySplitterUnknownPayee", [1, thief]);
      await splitter.write.claim([1, usdc.address, payees[0]], { account: thief, gas });
      const away = () =>
        splitter.write.withdrawTo([usdc.address, payees[0], thief, 2n ** 40n, "0x"], { account: thief, gas });
      await refuses(away, "RoyaltySplitterInvalidSignature", [getAddress(payees[0])]);
      expect(await usdc.read.balanceOf([thief])).to.equal(0n);
    });

    it("vaults: one child with nothing to claim stops the claims over all of them", async function () {
      const { openNode, collect, settle, splitter, usdc, payees, gas } = use();
      for (const recipe of [1, 2, 3]) await openNode(recipe);
      await collect({ recipe: 2, gross: 10n });
      await settle([3, 2, 1, 2]);
      for (const recipe of [1, 2, 3]) await splitter.write.claim([recipe, usdc.address, payees[0]], { gas });
      expect(await use().balance(payees[0])).to.equal(6n);
    });

    it("vaults: shares moved after a claim are paid a second time in another token", async function () {
      const { openNode, collect, splitter, usdc, payees, stranger, gas } = use();
      const other = await fundedToken("TestToken", 1_000n);
      await openNode(1, [], use().split, { ...FIXED_SPLIT, kind: 2, token: usdc.address });
      await collect({ gross: 1_000n, settleNow: true });
      await collect({ token: other.address, gross: 1_000n, settleNow: true });
      for (const token of [usdc.address, other.address]) await payout(1, payees[0], token);
      await splitter.write.transfer([stranger.account.address, 1n, 600_000n], { account: payees[0], gas });
      for (const token of [usdc.address, other.address]) {
        await payout(1, stranger.account.address, token);
        expect(await splitter.read.claimable([1, token, payees[1]])).to.equal(400n);
      }
      expect(await usdc.read.balanceOf([stranger.account.address])).to.equal(0n);
      expect(await other.read.balanceOf([stranger.account.address])).to.equal(0n);
    });

    it("weights beyond their whole: an inflated root is its own recipe's loss", async function () {
      const { openNode, collect, splitter, usdc, gas } = use();
      const leaf = { index: 0n, account: use().stranger.account.address, weight: 2n ** 64n - 1n };
      const { root } = merkleSplit([leaf]);
      await openNode(1, [], [], { ...FIXED_SPLIT, kind: 1, root, totalWeight: 1n });
      await openNode(2);
      await collect({ recipe: 1, gross: 10n, settleNow: true });
      await collect({ recipe: 2, gross: 1_000n, settleNow: true });
      await splitter.write.claimMerkle([1, usdc.address, leaf, []], { gas });
      expect(await use().balance(leaf.account)).to.equal(10n);
    });

    it("nobody's address: the ledger cannot be made to owe what nobody can withdraw", async function () {
      const { refuses, buyer, splitter, usdc, gas, wallet } = use();
      const opener = wallet(5);
      const id = `0x${"09".repeat(32)}` as const;
      await splitter.write.fundPot([opener.account.address, id, usdc.address, 9n], { account: buyer.account, gas });
      const lost = () =>
        splitter.write.releasePot([id, usdc.address, zeroAddress, 9n], { account: opener.account, gas });
      await refuses(lost, "RoyaltySplitterInvalidReceiver", [zeroAddress]);
    });
  });
});
