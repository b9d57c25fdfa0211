import { expect } from "chai";
import { getAddress, zeroAddress } from "viem";
import { useRoyaltyStage } from "./stage.ts";

const MAX_TOTAL = 2n ** 128n - 1n;
const EMPTY = { passed: 0n, own: 0n, sales: 0n, settledSales: 0n, settledPassed: 0n, paid: 0n };

describe("royalties/collect", function () {
  const use = useRoyaltyStage();

  beforeEach(async function () {
    await use().openNode(1);
    await use().openNode(2, [[1, 100_000]]);
  });

  it("refuses everybody but LicenseMarket", async function () {
    const { splitter, stranger, registry, toSale, gas, refuses } = use();
    for (const account of [stranger.account.address, registry]) {
      const call = () => splitter.write.collect([toSale({}), false], { account, gas });
      await refuses(call, "RoyaltySplitterUnauthorized", [getAddress(account)]);
    }
  });

  it("refuses a referral above the gross, or without a referrer", async function () {
    const { collect, stranger, refuses } = use();
    const referrer = getAddress(stranger.account.address);
    const above = () => collect({ gross: 10n, referral: 11n, referrer });
    await refuses(above, "RoyaltySplitterInvalidReferral", [referrer, 11n, 10n]);
    const nobody = () => collect({ gross: 10n, referral: 1n });
    await refuses(nobody, "RoyaltySplitterInvalidReferral", [zeroAddress, 1n, 10n]);
  });

  it("refuses to settle a recipe without a node", async function () {
    const { collect, refuses } = use();
    await refuses(() => collect({ recipe: 3, settleNow: true }), "RoyaltySplitterUnknownRecipe", [3]);
    await refuses(() => collect({ recipe: 0, gross: 0n, settleNow: true }), "RoyaltySplitterUnknownRecipe", [0]);
  });

  it("refuses a token without code", async function () {
    const { collect, stranger, refuses } = use();
    const token = getAddress(stranger.account.address);
    await refuses(() => collect({ token }), "RoyaltySplitterUnknownToken", [token]);
  });

  it("refuses a payer without allowance or balance, as the token does", async function () {
    const { collect, stranger, splitter, usdc, refusesByToken } = use();
    const payer = getAddress(stranger.account.address);
    const spender = getAddress(splitter.address);
    await refusesByToken(() => collect({ payer, gross: 5n }), usdc, "ERC20InsufficientAllowance", [spender, 0n, 5n]);
    await usdc.write.approve([splitter.address, 9n], { account: stranger.account });
    await refusesByToken(() => collect({ payer, gross: 5n }), usdc, "ERC20InsufficientBalance", [payer, 0n, 5n]);
  });

  it("refuses sales whose total does not fit 128 bits", async function () {
    const { collect, splitter, viem, buyer, refusesByToken } = use();
    const token = await viem.deployContract("TestToken", ["Big", "BIG", 0]);
    await token.write.mint([buyer.account.address, MAX_TOTAL + 1n]);
    await token.write.approve([splitter.address, MAX_TOTAL + 1n], { account: buyer.account });
    await collect({ token: token.address, gross: MAX_TOTAL, settleNow: true });
    const pair = { abi: splitter.abi, address: splitter.address };
    const settled = () => collect({ token: token.address, gross: 1n });
    await refusesByToken(settled, pair, "PairOverflow", [MAX_TOTAL + 1n, MAX_TOTAL]);
  });

  it("books the sale and leaves it to be settled", async function () {
    const { collect, ledger, balance, usdc, splitter, buyer, payees } = use();
    const held = await usdc.read.balanceOf([buyer.account.address]);
    await collect({ recipe: 2, gross: 700n });
    await collect({ recipe: 2, gross: 300n });
    expect(await ledger(2)).to.deep.equal({ ...EMPTY, sales: 1_000n });
    expect(await ledger(1)).to.deep.equal(EMPTY);
    expect(await splitter.read.claimable([2, usdc.address, payees[0]])).to.equal(0n);
    expect(await balance(payees[0])).to.equal(0n);
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(1_000n);
    expect(await usdc.read.balanceOf([buyer.account.address])).to.equal(held - 1_000n);
  });

  it("settles one hop at once when asked to", async function () {
    const { collect, ledger, usdc, splitter, viem } = use();
    const sale = collect({ recipe: 2, gross: 1_000n, settleNow: true });
    await viem.assertions.emitWithArgs(sale, splitter, "Settled", [2, getAddress(usdc.address), 1_000n, 0n]);
    expect(await ledger(2)).to.deep.equal({ ...EMPTY, own: 900n, sales: 1_000n, settledSales: 1_000n });
    expect(await ledger(1)).to.deep.equal({ ...EMPTY, own: 100n });
  });

  it("credits the referral to the referrer and only the rest to the recipe", async function () {
    const { collect, ledger, balance, stranger, usdc, splitter } = use();
    const referrer = stranger.account.address;
    await collect({ recipe: 2, gross: 1_000n, referral: 100n, referrer });
    await collect({ recipe: 2, gross: 50n, referral: 50n, referrer });
    expect(await ledger(2)).to.deep.equal({ ...EMPTY, sales: 900n });
    expect(await balance(referrer)).to.equal(150n);
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(1_050n);
  });

  it("touches no token when nothing is paid", async function () {
    const { collect, ledger, stranger, publicClient } = use();
    const hash = await collect({ gross: 0n, token: stranger.account.address });
    const { logs } = await publicClient.getTransactionReceipt({ hash });
    expect(logs).to.have.lengthOf(0);
    expect(await ledger(1, stranger.account.address)).to.deep.equal(EMPTY);
  });

  it("keeps tokens apart", async function () {
    const { collect, ledger, protocol, viem, buyer, splitter, usdc } = use();
    const keyed = await viem.getContractAt("TestUSDCKeyed", protocol.addressOf("TestUSDCKeyed"));
    await keyed.write.mint([buyer.account.address, 500n]);
    await keyed.write.approve([splitter.address, 500n], { account: buyer.account });
    await collect({ gross: 300n });
    await collect({ gross: 500n, token: keyed.address, settleNow: true });
    expect(await ledger(1)).to.deep.equal({ ...EMPTY, sales: 300n });
    expect(await ledger(1, keyed.address)).to.deep.equal({ ...EMPTY, own: 500n, sales: 500n, settledSales: 500n });
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(300n);
  });
});
