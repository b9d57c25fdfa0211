import { expect } from "chai";
import { type Address, getAddress } from "viem";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { useRoyaltyStage } from "./stage.ts";

const AMOUNT = 1_000n;

/** A sum that is repaid before the split begins. */
describe("royalties/advance", function () {
  const use = useRoyaltyStage();
  const advancer = () => getAddress(use().wallet(5).account.address);

  const open = (account: Address, amount = AMOUNT, token: Address = use().usdc.address) =>
    use().openNode(1, [], use().split, { ...FIXED_SPLIT, advance: { account, token, amount } });

  const claimable = (account: Address, token: Address = use().usdc.address) =>
    use().splitter.read.claimable([1, token, account]);

  const sell = (gross: bigint, token?: Address) =>
    use().collect({ gross, settleNow: true, ...(token === undefined ? {} : { token }) });

  it("keeps what was agreed", async function () {
    const { splitter, usdc, viem } = use();
    await open(advancer());
    const advance = { account: advancer(), token: getAddress(usdc.address), amount: AMOUNT };
    expect(await splitter.read.optionsOf([1])).to.deep.equal({ ...FIXED_SPLIT, advance });
    await viem.assertions.revertWithCustomErrorWithArgs(
      splitter.read.optionsOf([2]),
      splitter,
      "RoyaltySplitterUnknownRecipe",
      [2],
    );
  });

  it("refuses a claim of somebody who neither advanced nor has a part", async function () {
    const { splitter, usdc, stranger, gas, refuses } = use();
    await open(advancer());
    await sell(500n);
    const account = getAddress(stranger.account.address);
    const call = () => splitter.write.claim([1, usdc.address, account], { gas });
    await refuses(call, "RoyaltySplitterUnknownPayee", [1, account]);
  });

  it("gives all to the advancer until the sum is repaid, then nothing more", async function () {
    const { payees, splitter, usdc, gas } = use();
    await open(advancer());
    await sell(999n);
    expect(await claimable(advancer())).to.equal(999n);
    expect(await claimable(payees[0])).to.equal(0n);
    await splitter.write.claimToWallet([1, usdc.address, advancer()], { gas });
    await sell(2n);
    expect(await claimable(advancer())).to.equal(1n);
    expect([await claimable(payees[0]), await claimable(payees[1])]).to.deep.equal([0n, 0n]);
    await sell(1_000n);
    expect(await claimable(advancer())).to.equal(1n);
    expect([await claimable(payees[0]), await claimable(payees[1])]).to.deep.equal([600n, 400n]);
    await splitter.write.claim([1, usdc.address, advancer()], { gas });
    await sell(1_000n);
    expect(await claimable(advancer())).to.equal(0n);
  });

  it("does not matter in which order it is claimed and sold", async function () {
    const { payees, splitter, usdc, gas } = use();
    await open(advancer(), 7n);
    for (let sale = 0; sale < 10; sale++) {
      await sell(3n);
      for (const account of [...payees, advancer()]) await splitter.write.claim([1, usdc.address, account], { gas });
    }
    const credits = await Promise.all([...payees, advancer()].map((account) => use().balance(account)));
    expect(credits).to.deep.equal([13n, 9n, 7n]);
  });

  it("lets the advancer be a payee as well", async function () {
    const { payees, splitter, usdc, gas, balance } = use();
    await open(payees[1]);
    await sell(3_000n);
    expect(await claimable(payees[1])).to.equal(1_000n + 800n);
    await splitter.write.claim([1, usdc.address, payees[1]], { gas });
    await splitter.write.claim([1, usdc.address, payees[0]], { gas });
    expect(await balance(payees[1])).to.equal(1_800n);
    expect(await balance(payees[0])).to.equal(1_200n);
  });

  it("is repaid in one token only", async function () {
    const { viem, buyer, splitter, payees } = use();
    await open(advancer());
    const token = await viem.deployContract("TestToken", ["Other", "OTHER", 18]);
    await token.write.mint([buyer.account.address, 500n]);
    await token.write.approve([splitter.address, 500n], { account: buyer.account });
    await sell(500n, token.address);
    expect(await claimable(advancer(), token.address)).to.equal(0n);
    expect(await claimable(payees[0], token.address)).to.equal(300n);
  });

  it("takes of what parents earn from children too, and nothing of what passes through", async function () {
    const { openNode, collect, settle, payees, ledger } = use();
    await open(advancer(), 60n);
    await openNode(2, [[1, 100_000]]);
    await collect({ recipe: 2, gross: 1_000n });
    await settle([2]);
    expect((await ledger(1)).own).to.equal(100n);
    expect(await claimable(advancer())).to.equal(60n);
    expect(await claimable(payees[0])).to.equal(24n);
  });
});
