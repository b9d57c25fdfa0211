import { expect } from "chai";
import { getAddress } from "viem";
import { useRoyaltyStage } from "./stage.ts";

describe("royalties/withdraw", function () {
  const use = useRoyaltyStage();

  it("refuses what the token refuses and keeps the balance", async function () {
    const { collect, openNode, stranger, usdc, splitter, balance, gas, refusesByToken } = use();
    const referrer = getAddress(stranger.account.address);
    await openNode(1);
    await collect({ gross: 1_000n, referral: 100n, referrer });
    await usdc.write.setBlocked([referrer, true]);
    const call = () => splitter.write.withdraw([usdc.address, referrer], { gas });
    await refusesByToken(call, usdc, "TestUSDCBlocked", [referrer]);
    expect(await balance(referrer)).to.equal(100n);
    await usdc.write.setBlocked([referrer, false]);
    await call();
    expect(await usdc.read.balanceOf([referrer])).to.equal(100n);
  });

  it("does nothing and says nothing when the balance is empty", async function () {
    const { splitter, usdc, stranger, publicClient } = use();
    const hash = await splitter.write.withdraw([usdc.address, stranger.account.address]);
    const { logs } = await publicClient.getTransactionReceipt({ hash });
    expect(logs).to.have.lengthOf(0);
    const unknown = await splitter.write.withdraw([stranger.account.address, stranger.account.address]);
    expect((await publicClient.getTransactionReceipt({ hash: unknown })).logs).to.have.lengthOf(0);
  });

  it("sends the whole balance to the account itself, whoever calls, and only once", async function () {
    const { collect, openNode, wallet, stranger, usdc, splitter, balance, viem, payees } = use();
    const account = getAddress(payees[0]);
    const token = getAddress(usdc.address);
    await openNode(1);
    await collect({ gross: 1_000n, referral: 100n, referrer: account, settleNow: true });
    await splitter.write.claim([1, token, account]);
    const { result } = await splitter.simulate.withdraw([token, account]);
    expect(result).to.equal(640n);
    const hash = splitter.write.withdraw([token, account], { account: stranger.account });
    await viem.assertions.emitWithArgs(hash, splitter, "Withdrawn", [account, token, account, 640n]);
    expect(await balance(account)).to.equal(0n);
    await splitter.write.withdraw([token, account], { account: wallet(4).account });
    expect(await usdc.read.balanceOf([account])).to.equal(640n);
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(360n);
  });

  it("keeps accounts and tokens apart", async function () {
    const { collect, openNode, stranger, wallet, usdc, splitter, balance } = use();
    const [one, other] = [stranger.account.address, wallet(8).account.address];
    await openNode(1);
    await collect({ gross: 1_000n, referral: 100n, referrer: one });
    await collect({ gross: 1_000n, referral: 70n, referrer: other });
    await splitter.write.withdraw([usdc.address, one]);
    expect(await balance(one)).to.equal(0n);
    expect(await balance(other)).to.equal(70n);
    expect(await usdc.read.balanceOf([other])).to.equal(0n);
  });
});
