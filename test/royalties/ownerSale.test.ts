import { expect } from "chai";
import { getAddress, parseEventLogs } from "viem";
import { useRoyaltyStage } from "./stage.ts";

const EMPTY = { passed: 0n, own: 0n, sales: 0n, settledSales: 0n, settledPassed: 0n, paid: 0n };

/** Sales by the owner of a token: the lineage is paid, the recipe's own payees are not. */
describe("royalties/ownerSale", function () {
  const use = useRoyaltyStage();
  const seller = () => getAddress(use().wallet(5).account.address);

  beforeEach(async function () {
    await use().openNode(1);
    await use().openNode(2, [[1, 100_000]]);
    await use().openNode(3, [
      [1, 33_333],
      [2, 200_001],
    ]);
  });

  it("refuses a recipe without a node, whose stack nobody knows", async function () {
    const { collect, refuses } = use();
    const call = () => collect({ recipe: 9, seller: seller() });
    await refuses(call, "RoyaltySplitterUnknownRecipe", [9]);
  });

  it("leaves everything to the owner where there is no lineage", async function () {
    const { collect, balance, ledger } = use();
    await collect({ recipe: 1, gross: 999n, seller: seller(), settleNow: true });
    expect(await balance(seller())).to.equal(999n);
    expect(await ledger(1)).to.deep.equal(EMPTY);
  });

  it("gives the owner a floor and the lineage the rest, to the last unit", async function () {
    const stage = use();
    const { collect, balance, ledger, usdc, splitter, publicClient } = stage;
    const hash = await collect({ recipe: 3, gross: 1_000_001n, seller: seller() });
    const stack = 33_333n + 200_001n + 100_000n;
    const kept = (1_000_001n * (1_000_000n - stack)) / 1_000_000n;
    const { logs } = await publicClient.getTransactionReceipt({ hash });
    expect(parseEventLogs({ abi: splitter.abi, logs, eventName: "OwnerPaid" }).map(({ args }) => args)).to.deep.equal([
      { recipe: 3, token: getAddress(usdc.address), seller: seller(), kept, passed: 1_000_001n - kept },
    ]);
    expect(await balance(seller())).to.equal(kept);
    expect(await ledger(3)).to.deep.equal({ ...EMPTY, passed: 1_000_001n - kept });
    expect(await usdc.read.balanceOf([splitter.address])).to.equal(1_000_001n);
  });

  it("pays every ancestor what a licensor's sale would, and the recipe's payees nothing", async function () {
    const { collect, settle, ledger, connection } = use();
    const sale = { recipe: 3, gross: 30_000_000n };
    const snapshot = await connection.networkHelpers.takeSnapshot();
    await collect(sale);
    await settle([3, 2, 1]);
    const usual = [await ledger(1), await ledger(2)];
    await snapshot.restore();
    await collect({ ...sale, seller: seller() });
    await settle([3, 2, 1]);
    expect([(await ledger(1)).own, (await ledger(2)).own]).to.deep.equal(usual.map(({ own }) => own));
    expect((await ledger(3)).own).to.equal(0n);
  });

  it("takes the referral first", async function () {
    const { collect, balance, stranger } = use();
    const referrer = stranger.account.address;
    await collect({ recipe: 2, gross: 1_000n, referral: 100n, referrer, seller: seller() });
    expect(await balance(referrer)).to.equal(100n);
    expect(await balance(seller())).to.equal(810n);
  });

  it("can wait in a pot like any other sale", async function () {
    const { collect, splitter, toSale, market, gas, balance, ledger } = use();
    const pot = `0x${"ab".repeat(32)}` as const;
    const sale = { recipe: 2, gross: 1_000n, seller: seller(), pot };
    await collect(sale);
    expect(await balance(seller())).to.equal(0n);
    await splitter.write.bookPot([pot, toSale(sale), false], { account: market, gas });
    expect(await balance(seller())).to.equal(900n);
    expect((await ledger(2)).passed).to.equal(100n);
  });
});
