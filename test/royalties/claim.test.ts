import { expect } from "chai";
import { type Address, getAddress, type Hash, isAddressEqual, parseEventLogs } from "viem";
import { type RoyaltyStage, useRoyaltyStage } from "./stage.ts";

async function eventsIn({ publicClient, splitter }: RoyaltyStage, hash: Hash) {
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  const own = logs.filter(({ address }) => isAddressEqual(address, splitter.address));
  return parseEventLogs({ abi: splitter.abi, logs: own }).map(({ eventName, args }) => ({ eventName, args }));
}

describe("royalties/claim", function () {
  const use = useRoyaltyStage();

  for (const functionName of ["claim", "claimToWallet"] as const) {
    describe(functionName, function () {
      const call = (recipe: number, account: Address) => () => {
        const { splitter, usdc, stranger, gas } = use();
        const options = { account: stranger.account, gas };
        if (functionName === "claim") return splitter.write.claim([recipe, usdc.address, account], options);
        return splitter.write.claimToWallet([recipe, usdc.address, account], options);
      };

      const simulate = async (account: Address) => {
        const { splitter, usdc } = use();
        if (functionName === "claim") return splitter.simulate.claim([1, usdc.address, account]);
        return splitter.simulate.claimToWallet([1, usdc.address, account]);
      };

      it("refuses an unknown recipe", async function () {
        const { refuses, payees } = use();
        await refuses(call(1, payees[0]), "RoyaltySplitterUnknownRecipe", [1]);
      });

      it("refuses an account without weight, be it named in the split or not", async function () {
        const { refuses, openNode, collect, stranger, payees } = use();
        const [unpaid, paid] = payees;
        await openNode(
          1,
          [],
          [
            { account: unpaid, weight: 0, roles: 1 },
            { account: paid, weight: 1_000_000, roles: 1 },
          ],
        );
        await collect({ settleNow: true });
        const nobody = getAddress(stranger.account.address);
        await refuses(call(1, nobody), "RoyaltySplitterUnknownPayee", [1, nobody]);
        await refuses(call(1, unpaid), "RoyaltySplitterUnknownPayee", [1, getAddress(unpaid)]);
      });

      it("does nothing and says nothing when nothing is due", async function () {
        const stage = use();
        const { openNode, collect, settle, payees, splitter, usdc, balance } = stage;
        await openNode(1);
        expect(await eventsIn(stage, await call(1, payees[0])())).to.deep.equal([]);
        await collect({});
        expect(await eventsIn(stage, await call(1, payees[0])()), "not settled").to.deep.equal([]);
        await settle([1]);
        expect(await eventsIn(stage, await call(1, payees[0])())).to.not.deep.equal([]);
        const held = [await balance(payees[0]), await usdc.read.balanceOf([payees[0]])];
        expect(await eventsIn(stage, await call(1, payees[0])()), "claimed before").to.deep.equal([]);
        expect([await balance(payees[0]), await usdc.read.balanceOf([payees[0]])]).to.deep.equal(held);
        expect(await splitter.read.claimable([1, usdc.address, payees[0]])).to.equal(0n);
      });

      it("pays exactly what claimable says, rounded down, and never the same unit twice", async function () {
        const { openNode, collect, payees, splitter, usdc } = use();
        await openNode(1);
        let claimed = 0n;
        for (const [gross, due] of [
          [1n, 0n],
          [1n, 1n],
          [1n, 0n],
          [2n, 2n],
          [10n ** 12n, 6n * 10n ** 11n],
        ] as const) {
          await collect({ gross, settleNow: true });
          expect(await splitter.read.claimable([1, usdc.address, payees[0]])).to.equal(due);
          const { result } = await simulate(payees[0]);
          expect(result).to.equal(due);
          await call(1, payees[0])();
          claimed += due;
          expect(await splitter.read.claimedOf([1, usdc.address, payees[0]])).to.equal(claimed);
          expect(await splitter.read.claimable([1, usdc.address, payees[0]])).to.equal(0n);
        }
      });

      it("pays one payee, whoever calls, without touching another's part or another recipe", async function () {
        const { openNode, collect, payees, splitter, usdc } = use();
        await openNode(1);
        await openNode(2, [[1, 100_000]]);
        await collect({ recipe: 2, gross: 1_000n, settleNow: true });
        await call(2, payees[0])();
        expect(await splitter.read.claimable([2, usdc.address, payees[1]])).to.equal(360n);
        expect(await splitter.read.claimable([1, usdc.address, payees[0]])).to.equal(60n);
      });
    });
  }

  it("claim credits the balance and emits Claimed", async function () {
    const stage = use();
    const { openNode, collect, payees, usdc, splitter, balance } = stage;
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await collect({ recipe: 2, gross: 1_000n, settleNow: true });
    const [token, account] = [getAddress(usdc.address), getAddress(payees[1])];
    const hash = await splitter.write.claim([2, token, account]);
    const claimed = { eventName: "Claimed", args: { recipe: 2, token, account, amount: 360n } };
    expect(await eventsIn(stage, hash)).to.deep.equal([claimed]);
    await splitter.write.claim([1, token, account]);
    expect(await balance(account)).to.equal(400n);
    expect(await usdc.read.balanceOf([account])).to.equal(0n);
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(1_000n);
  });

  it("claimToWallet sends the tokens, leaves the balance alone and emits Claimed and Withdrawn", async function () {
    const stage = use();
    const { openNode, collect, payees, usdc, splitter, balance } = stage;
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await collect({ recipe: 2, gross: 1_000n, settleNow: true });
    const [token, account] = [getAddress(usdc.address), getAddress(payees[1])];
    await splitter.write.claim([1, token, account]);
    const hash = await splitter.write.claimToWallet([2, token, account]);
    expect(await eventsIn(stage, hash)).to.deep.equal([
      { eventName: "Claimed", args: { recipe: 2, token, account, amount: 360n } },
      { eventName: "Withdrawn", args: { account, token, to: account, amount: 360n } },
    ]);
    expect(await balance(account)).to.equal(40n);
    expect(await usdc.read.balanceOf([account])).to.equal(360n);
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(640n);
  });

  it("claimToWallet refuses what the token refuses, and claim still credits it", async function () {
    const { openNode, collect, payees, usdc, splitter, balance, gas, refusesByToken } = use();
    const blocked = getAddress(payees[0]);
    await openNode(1);
    await collect({ gross: 1_000n, settleNow: true });
    await usdc.write.setBlocked([blocked, true]);
    const call = () => splitter.write.claimToWallet([1, usdc.address, blocked], { gas });
    await refusesByToken(call, usdc, "TestUSDCBlocked", [blocked]);
    expect(await splitter.read.claimable([1, usdc.address, blocked])).to.equal(600n);
    await splitter.write.claim([1, usdc.address, blocked]);
    expect(await balance(blocked)).to.equal(600n);
  });

  it("claimable is zero for strangers and unknown recipes", async function () {
    const { openNode, collect, splitter, usdc, stranger } = use();
    await openNode(1);
    await collect({ settleNow: true });
    const nobody = stranger.account.address;
    expect(await splitter.read.claimable([1, usdc.address, nobody])).to.equal(0n);
    expect(await splitter.read.claimable([99, usdc.address, nobody])).to.equal(0n);
  });
});
