import { expect } from "chai";
import { type Address, getAddress, parseEventLogs, zeroAddress } from "viem";
import { Random } from "../helpers/random.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { useRoyaltyStage } from "./stage.ts";

const TRADABLE = 2;
const RECIPE = 1;
const ID = BigInt(RECIPE);
const SUPPLY = 1_000_000n;

describe("royalties/shares", function () {
  const use = useRoyaltyStage();
  const buyer = () => getAddress(use().wallet(5).account.address);
  const other = () => getAddress(use().wallet(6).account.address);

  const open = (recipe = RECIPE, edges: readonly (readonly [number, number])[] = []) =>
    use().openNode(recipe, edges, use().split, { ...FIXED_SPLIT, kind: TRADABLE, token: use().usdc.address });

  const move = (from: Address, to: Address, amount: bigint, id = ID) =>
    use().splitter.write.transfer([to, id, amount], { account: from, gas: use().gas });

  const sharesOf = (account: Address, id = ID) => use().splitter.read.balanceOf([account, id]);
  const claim = (account: Address, token: Address = use().usdc.address) =>
    use().splitter.write.claim([RECIPE, token, account], { gas: use().gas });
  const claimable = (account: Address, token: Address = use().usdc.address) =>
    use().splitter.read.claimable([RECIPE, token, account]);
  const sell = (gross: bigint, settleNow = true, token?: Address) =>
    use().collect({ gross, settleNow, ...(token === undefined ? {} : { token }) });

  async function otherToken() {
    const { viem, buyer: payer, splitter } = use();
    const token = await viem.deployContract("TestToken", ["Other", "OTHER", 18]);
    await token.write.mint([payer.account.address, 10n ** 9n]);
    await token.write.approve([splitter.address, 10n ** 9n], { account: payer.account });
    return token;
  }

  it("refuses to move parts of fixed and Merkle splits, and of recipes without a node", async function () {
    const { openNode, refuses, payees } = use();
    await openNode(2);
    await openNode(3, [], [], { ...FIXED_SPLIT, kind: 1, root: `0x${"01".repeat(32)}`, totalWeight: 1n });
    for (const recipe of [2, 3]) {
      const call = () => move(payees[0], buyer(), 0n, BigInt(recipe));
      await refuses(call, "RoyaltySplitterNotTradable", [recipe]);
    }
    await refuses(() => move(payees[0], buyer(), 1n, 9n), "RoyaltySplitterUnknownRecipe", [9]);
    expect(await sharesOf(payees[0], 2n), "fixed weights are not shares").to.equal(0n);
  });

  it("refuses an id beyond ordinals, even where its low bits name a recipe", async function () {
    await open();
    const id = ID + 2n ** 32n;
    await use().refuses(() => move(use().payees[0], buyer(), 1n, id), "RoyaltySplitterNotTradable", [RECIPE]);
    expect(await sharesOf(use().payees[0], id)).to.equal(0n);
  });

  it("refuses more than the sender holds, the zero address, and who was not allowed", async function () {
    const { refuses, payees, splitter, gas } = use();
    await open();
    const [from] = payees;
    await refuses(() => move(from, buyer(), 600_001n), "ERC6909InsufficientBalance", [from, 600_000n, 600_001n, ID]);
    await refuses(() => move(from, zeroAddress, 1n), "ERC6909InvalidReceiver", [zeroAddress]);
    const pull = () => splitter.write.transferFrom([from, buyer(), ID, 1n], { account: buyer(), gas });
    await refuses(pull, "ERC6909InsufficientAllowance", [buyer(), 0n, 1n, ID]);
  });

  it("mints a million shares to the payees", async function () {
    const { payees, publicClient, splitter, registry } = use();
    const { logs } = await publicClient.getTransactionReceipt({ hash: await open() });
    const minted = parseEventLogs({ abi: splitter.abi, logs, eventName: "Transfer" }).map(({ args }) => args);
    expect(minted).to.deep.equal(
      [600_000n, 400_000n].map((amount, index) => ({
        caller: getAddress(registry),
        sender: zeroAddress,
        receiver: getAddress(payees[index] as Address),
        id: ID,
        amount,
      })),
    );
    expect([await sharesOf(payees[0]), await sharesOf(payees[1])]).to.deep.equal([600_000n, 400_000n]);
    expect(await splitter.read.supportsInterface(["0x0f632fb3"]), "ERC-6909").to.equal(true);
  });

  it("moves shares with allowances and operators", async function () {
    const { payees, splitter, gas, publicClient } = use();
    await open();
    const [from] = payees;
    await splitter.write.approve([buyer(), ID, 10n], { account: from });
    await splitter.write.transferFrom([from, other(), ID, 4n], { account: buyer(), gas });
    expect(await splitter.read.allowance([from, buyer(), ID])).to.equal(6n);
    await splitter.write.setOperator([buyer(), true], { account: from });
    const hash = await splitter.write.transferFrom([from, other(), ID, 100n], { account: buyer(), gas });
    expect(await splitter.read.allowance([from, buyer(), ID])).to.equal(6n);
    expect(await splitter.read.isOperator([from, buyer()])).to.equal(true);
    expect(await sharesOf(other())).to.equal(104n);
    const { logs } = await publicClient.getTransactionReceipt({ hash });
    expect(parseEventLogs({ abi: splitter.abi, logs, eventName: "Transfer" }).map(({ args }) => args)).to.deep.equal([
      { caller: buyer(), sender: getAddress(from), receiver: other(), id: ID, amount: 100n },
    ]);
  });

  it("leaves what came in before the transfer to the sender, settled or not, claimed or not", async function () {
    const { payees } = use();
    await open();
    const [from] = payees;
    await sell(1_000n);
    await sell(500n, false);
    await move(from, buyer(), 600_000n);
    expect(await claimable(from)).to.equal(900n);
    expect(await claimable(buyer())).to.equal(0n);
    await sell(1_000n);
    expect(await claimable(from)).to.equal(900n);
    expect(await claimable(buyer())).to.equal(600n);
    await claim(from);
    expect(await claimable(from)).to.equal(0n);
    expect(await use().balance(from)).to.equal(900n);
  });

  it("claim, transfer, claim again conserves: nothing is paid twice", async function () {
    const { payees, balance, ledger } = use();
    await open();
    const [one, two] = payees;
    await sell(1_000n);
    await claim(one);
    await move(one, buyer(), 600_000n);
    await claim(buyer());
    expect(await balance(buyer())).to.equal(0n);
    await move(buyer(), other(), 600_000n);
    await claim(other());
    await claim(two);
    expect(await balance(other())).to.equal(0n);
    expect([await balance(one), await balance(two)]).to.deep.equal([600n, 400n]);
    expect((await ledger(1)).own).to.equal(1_000n);
  });

  it("claim, transfer, claim in n tokens conserves: only the settlement token goes with the shares", async function () {
    const { payees, balance } = use();
    await open();
    const [one, two] = payees;
    const tokens = [await otherToken(), await otherToken(), await otherToken()];
    for (const { address } of tokens) await sell(1_000n, true, address);
    for (const { address } of tokens) await claim(one, address);
    await move(one, buyer(), 600_000n);
    for (const { address } of tokens) {
      await claim(buyer(), address);
      expect(await balance(buyer(), address)).to.equal(0n);
      expect([await balance(one, address), await claimable(two, address)]).to.deep.equal([600n, 400n]);
      await sell(1_000n, true, address);
      expect(await claimable(one, address), "registration weights stay").to.equal(600n);
    }
  });

  it("a parent settled in one token earns another from a child, which its first payees keep", async function () {
    const { openNode, collect, settle, payees } = use();
    await open();
    await openNode(2, [[1, 100_000]]);
    const token = await otherToken();
    await move(payees[0], buyer(), 600_000n);
    await collect({ recipe: 2, gross: 10_000n, token: token.address });
    await collect({ recipe: 2, gross: 10_000n });
    await settle([2], token.address);
    await settle([2]);
    expect(await claimable(buyer(), token.address)).to.equal(0n);
    expect(await claimable(payees[0], token.address)).to.equal(600n);
    expect(await claimable(buyer())).to.equal(600n);
    expect(await claimable(payees[0])).to.equal(0n);
  });

  it("moving shares to oneself changes nothing", async function () {
    const { payees } = use();
    await open();
    const [one] = payees;
    await sell(1_001n);
    await move(one, one, 250_000n);
    expect(await sharesOf(one)).to.equal(600_000n);
    expect(await claimable(one)).to.equal(600n);
  });

  it("never fails on a holder who has sold and claimed all: batches race", async function () {
    const { payees, stranger } = use();
    await open();
    await move(payees[0], buyer(), 600_000n);
    await claim(payees[0]);
    await claim(stranger.account.address);
    expect(await use().balance(stranger.account.address)).to.equal(0n);
  });

  it("repays an advance before the shares, also across transfers", async function () {
    const { openNode, usdc, split, payees, balance } = use();
    const advance = { account: other(), token: usdc.address, amount: 500n };
    await openNode(1, [], split, { ...FIXED_SPLIT, kind: TRADABLE, token: usdc.address, advance });
    await sell(400n);
    await move(payees[0], buyer(), 300_000n);
    await sell(1_100n);
    expect(await claimable(buyer())).to.equal(300n);
    expect(await claimable(payees[0])).to.equal(300n);
    expect(await claimable(payees[1])).to.equal(400n);
    await claim(other());
    expect(await balance(other())).to.equal(500n);
    expect(await claimable(other())).to.equal(0n);
  });

  it("costs at most 55,000 gas between holders, and what a settlement costs where there is one to make", async function () {
    const { payees, publicClient } = use();
    const gasOf = async () => {
      const hash = await move(payees[0], buyer(), 1_000n);
      return (await publicClient.getTransactionReceipt({ hash })).gasUsed;
    };
    await open();
    await gasOf();
    await sell(1_000n);
    await claim(buyer());
    const settled = await gasOf();
    expect(settled <= 55_000n, `${settled} gas`).to.equal(true);
    await sell(1_000n, false);
    const settling = await gasOf();
    expect(settling - settled < 12_000n, `${settling} gas`).to.equal(true);
  });

  it("conserves what is pending over random sales, transfers and claims", async function () {
    const { payees, balance, ledger } = use();
    await open();
    const random = new Random(6909);
    const holders = [...payees, buyer(), other()];
    const paid = async () => (await Promise.all(holders.map((each) => balance(each)))).reduce((a, b) => a + b, 0n);
    for (let step = 0; step < 60; step++) {
      const holder = random.pick(holders);
      const before = await Promise.all(holders.map((each) => claimable(each)));
      switch (random.integer(0, 2)) {
        case 0:
          await sell(random.big(1n, 99n));
          break;
        case 1: {
          await move(holder, random.pick(holders), random.big(0n, await sharesOf(holder)));
          const after = await Promise.all(holders.map((each) => claimable(each)));
          expect(after, "a transfer moves no unit of what is pending").to.deep.equal(before);
          break;
        }
        default:
          await claim(holder);
      }
      const { own } = await ledger(RECIPE);
      const pending = (await Promise.all(holders.map((each) => claimable(each)))).reduce((a, b) => a + b, 0n);
      const open_ = own - (await paid()) - pending;
      expect(open_ >= 0n && open_ < BigInt(holders.length), `${open_} units are nobody's`).to.equal(true);
    }
    const shares = await Promise.all(holders.map((each) => sharesOf(each)));
    expect(shares.reduce((a, b) => a + b, 0n)).to.equal(SUPPLY);
  });
});
