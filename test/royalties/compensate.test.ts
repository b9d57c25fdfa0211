import { expect } from "chai";
import { type Address, getAddress, parseEventLogs, zeroAddress } from "viem";
import { useRoyaltyStage } from "./stage.ts";

/** The refund that a ruling carries with it. */
describe("royalties/compensate", function () {
  const use = useRoyaltyStage();
  const holder = () => getAddress(use().wallet(5).account.address);

  const compensate = (amount: bigint, { from, to, by, token }: Record<"from" | "to" | "by" | "token", Address>) =>
    use().splitter.write.compensate([token, from, to, amount], { account: by, gas: use().gas });

  const parties = () => ({
    from: getAddress(use().buyer.account.address),
    to: holder(),
    by: use().market,
    token: getAddress(use().usdc.address),
  });

  it("refuses everybody but LicenseMarket", async function () {
    const { refuses, stranger, registry } = use();
    for (const by of [stranger.account.address, registry]) {
      const call = () => compensate(1n, { ...parties(), by });
      await refuses(call, "RoyaltySplitterUnauthorized", [getAddress(by)]);
    }
  });

  it("refuses the zero address", async function () {
    const call = () => compensate(1n, { ...parties(), to: zeroAddress });
    await use().refuses(call, "RoyaltySplitterInvalidReceiver", [zeroAddress]);
  });

  it("refuses a token without code", async function () {
    const call = () => compensate(1n, { ...parties(), token: holder() });
    await use().refuses(call, "RoyaltySplitterUnknownToken", [holder()]);
  });

  it("refuses a ruler without funds, as the token does: no money, no ruling", async function () {
    const { stranger, splitter, usdc, refusesByToken } = use();
    const from = getAddress(stranger.account.address);
    const call = () => compensate(5n, { ...parties(), from });
    await refusesByToken(call, usdc, "ERC20InsufficientAllowance", [getAddress(splitter.address), 0n, 5n]);
    await usdc.write.approve([splitter.address, 5n], { account: stranger.account });
    await refusesByToken(call, usdc, "ERC20InsufficientBalance", [from, 0n, 5n]);
  });

  it("takes the amount and credits it, beside all sales", async function () {
    const { splitter, usdc, balance, publicClient, openNode, collect, ledger } = use();
    await openNode(1);
    await collect({ gross: 1_000n, settleNow: true });
    const hash = await compensate(300n, parties());
    const { logs } = await publicClient.getTransactionReceipt({ hash });
    const { from, to, token } = parties();
    expect(
      parseEventLogs({ abi: splitter.abi, logs }).map(({ eventName, args }) => ({ eventName, args })),
    ).to.deep.equal([{ eventName: "Compensated", args: { from, to, token, amount: 300n } }]);
    expect(await balance(holder())).to.equal(300n);
    expect((await ledger(1)).own).to.equal(1_000n);
    await splitter.write.withdraw([usdc.address, holder()]);
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(1_000n);
  });

  it("touches no token for an amount of zero", async function () {
    const { stranger, balance } = use();
    await compensate(0n, { ...parties(), token: stranger.account.address });
    expect(await balance(holder())).to.equal(0n);
  });
});
