import { expect } from "chai";
import { type Address, getAddress, type Hash, keccak256, parseEventLogs, zeroAddress } from "viem";
import { type RoyaltyStage, useRoyaltyStage } from "./stage.ts";

const ID = keccak256("0x01");
const OTHER_ID = keccak256("0x02");
const EMPTY = { passed: 0n, own: 0n, sales: 0n, settledSales: 0n, settledPassed: 0n, paid: 0n };

async function eventsOf({ publicClient, splitter }: RoyaltyStage, hash: Hash) {
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  return parseEventLogs({ abi: splitter.abi, logs }).map(({ eventName, args }) => ({ eventName, args }));
}

describe("royalties/escrow", function () {
  const use = useRoyaltyStage();

  beforeEach(async function () {
    await use().openNode(1);
    await use().openNode(2, [[1, 100_000]]);
  });

  const opener = () => use().wallet(5);
  const rival = () => use().wallet(6);
  const receiver = () => getAddress(use().wallet(7).account.address);

  const fund = (to: Address, id: Hash, amount: bigint, token: Address = use().usdc.address) =>
    use().splitter.write.fundPot([to, id, token, amount], { account: use().buyer.account, gas: use().gas });

  const release = (id: Hash, amount: bigint, to: Address = receiver(), by = opener()) =>
    use().splitter.write.releasePot([id, use().usdc.address, to, amount], { account: by.account, gas: use().gas });

  const pot = (owner: Address, id: Hash) => use().splitter.read.potOf([owner, id, use().usdc.address]);

  describe("fundPot", function () {
    it("refuses the pots of LicenseMarket, which are filled by sales only", async function () {
      const { refuses, market, buyer } = use();
      const caller = getAddress(buyer.account.address);
      for (const amount of [0n, 5n]) {
        await refuses(() => fund(market, ID, amount), "RoyaltySplitterUnauthorized", [caller]);
      }
    });

    it("refuses the pots of the market, which sales alone fill", async function () {
      const { market, buyer, refuses } = use();
      const payer = getAddress(buyer.account.address);
      for (const amount of [0n, 5n]) {
        await refuses(() => fund(market, ID, amount), "RoyaltySplitterUnauthorized", [payer]);
      }
    });

    it("refuses a token without code", async function () {
      const token = receiver();
      const call = () => fund(opener().account.address, ID, 5n, token);
      await use().refuses(call, "RoyaltySplitterUnknownToken", [token]);
    });

    it("refuses a payer without allowance: nobody pays with another's approval", async function () {
      const { splitter, usdc, stranger, gas, refusesByToken } = use();
      const call = () =>
        splitter.write.fundPot([opener().account.address, ID, usdc.address, 5n], { account: stranger.account, gas });
      await refusesByToken(call, usdc, "ERC20InsufficientAllowance", [getAddress(splitter.address), 0n, 5n]);
    });

    it("refuses a token that delivers less than was paid", async function () {
      const { viem, splitter, buyer, refuses } = use();
      const token = await viem.deployContract("FeeToken");
      await token.write.mint([buyer.account.address, 100_000n]);
      await token.write.approve([splitter.address, 100_000n], { account: buyer.account });
      const call = () => fund(opener().account.address, ID, 100_000n, token.address);
      await refuses(call, "RoyaltySplitterWrongReceipt", [getAddress(token.address), 99_000n, 100_000n]);
    });

    it("does nothing for an amount of zero", async function () {
      expect(await eventsOf(use(), await fund(opener().account.address, ID, 0n))).to.deep.equal([]);
      expect(await pot(opener().account.address, ID)).to.equal(0n);
    });

    it("adds up what anybody pays for the named opener", async function () {
      const stage = use();
      const owner = getAddress(opener().account.address);
      await fund(owner, ID, 40n);
      const [event] = await eventsOf(stage, await fund(owner, ID, 2n));
      expect(event).to.deep.equal({
        eventName: "PotFunded",
        args: {
          opener: owner,
          id: ID,
          payer: getAddress(stage.buyer.account.address),
          token: getAddress(stage.usdc.address),
          amount: 2n,
        },
      });
      expect(await pot(owner, ID)).to.equal(42n);
      expect(await stage.usdc.read.balanceOf([stage.splitter.address])).to.equal(42n);
    });
  });

  describe("releasePot", function () {
    beforeEach(async function () {
      await fund(opener().account.address, ID, 100n);
      await fund(rival().account.address, OTHER_ID, 30n);
    });

    it("refuses a foreign opener: the pot of another under the same id is not the caller's", async function () {
      const { refuses } = use();
      const foreign = getAddress(rival().account.address);
      const call = () => release(ID, 1n, receiver(), rival());
      await refuses(call, "RoyaltySplitterUnknownPot", [foreign, ID]);
    });

    it("refuses another token than the one that came in", async function () {
      const { viem, splitter, gas, refuses } = use();
      const { address } = await viem.deployContract("TestToken", ["Other", "OTHER", 6]);
      const owner = getAddress(opener().account.address);
      const call = () => splitter.write.releasePot([ID, address, receiver(), 1n], { account: opener().account, gas });
      await refuses(call, "RoyaltySplitterUnknownPot", [owner, ID]);
    });

    it("refuses to release more than came in, at once or in parts", async function () {
      const { refuses } = use();
      await refuses(() => release(ID, 101n), "RoyaltySplitterOverRelease", [ID, 101n, 100n]);
      await release(ID, 60n);
      await refuses(() => release(ID, 41n), "RoyaltySplitterOverRelease", [ID, 41n, 40n]);
    });

    it("refuses to release twice", async function () {
      await release(ID, 100n);
      const owner = getAddress(opener().account.address);
      await use().refuses(() => release(ID, 1n), "RoyaltySplitterUnknownPot", [owner, ID]);
      await use().refuses(() => release(ID, 100n), "RoyaltySplitterUnknownPot", [owner, ID]);
    });

    it("refuses the zero address, whose credit nobody could withdraw", async function () {
      const call = () => release(ID, 1n, zeroAddress);
      await use().refuses(call, "RoyaltySplitterInvalidReceiver", [zeroAddress]);
    });

    it("keeps the same id of two openers apart", async function () {
      await fund(rival().account.address, ID, 7n);
      await release(ID, 100n);
      expect(await pot(rival().account.address, ID)).to.equal(7n);
      await release(ID, 7n, receiver(), rival());
      expect(await use().balance(receiver())).to.equal(107n);
      expect(await pot(rival().account.address, OTHER_ID)).to.equal(30n);
    });

    it("credits anybody whom the opener names, who withdraws it", async function () {
      const stage = use();
      const [event] = await eventsOf(stage, await release(ID, 60n));
      expect(event).to.deep.equal({
        eventName: "PotReleased",
        args: {
          opener: getAddress(opener().account.address),
          id: ID,
          to: receiver(),
          token: getAddress(stage.usdc.address),
          amount: 60n,
        },
      });
      expect(await pot(opener().account.address, ID)).to.equal(40n);
      await stage.splitter.write.withdraw([stage.usdc.address, receiver()]);
      expect(await stage.usdc.read.balanceOf([receiver()])).to.equal(60n);
      expect(await stage.usdc.read.balanceOf([stage.splitter.address])).to.equal(70n);
    });

    it("takes nothing from sales, and sales nothing from it", async function () {
      const { collect, ledger, splitter, usdc, payees } = use();
      await collect({ recipe: 1, gross: 1_000n, settleNow: true });
      await release(ID, 100n);
      for (const payee of payees) await splitter.write.claimToWallet([1, usdc.address, payee]);
      expect((await ledger(1)).own).to.equal(1_000n);
      expect(await usdc.read.balanceOf([splitter.address])).to.equal(130n);
      await splitter.write.withdraw([usdc.address, receiver()]);
      expect(await usdc.read.balanceOf([splitter.address])).to.equal(30n);
      await release(OTHER_ID, 30n, receiver(), rival());
    });
  });

  describe("movePot", function () {
    beforeEach(async function () {
      await fund(opener().account.address, ID, 100n);
      await fund(rival().account.address, ID, 30n);
    });

    const move = (from: Hash, to: Hash, amount: bigint, by: Address = opener().account.address) =>
      use().splitter.write.movePot([from, to, use().usdc.address, amount], { account: by, gas: use().gas });

    it("refuses LicenseMarket, whose pots are one sale each", async function () {
      const { refuses, market } = use();
      const caller = getAddress(market);
      for (const amount of [0n, 1n]) {
        await refuses(() => move(ID, OTHER_ID, amount, market), "RoyaltySplitterUnauthorized", [caller]);
      }
    });

    it("refuses a pot in which nothing is: no other opener's, and not before it is filled", async function () {
      const { refuses, stranger } = use();
      const foreign = getAddress(stranger.account.address);
      await refuses(() => move(ID, OTHER_ID, 1n, foreign), "RoyaltySplitterUnknownPot", [foreign, ID]);
      const owner = getAddress(opener().account.address);
      await refuses(() => move(OTHER_ID, ID, 1n), "RoyaltySplitterUnknownPot", [owner, OTHER_ID]);
    });

    it("refuses another token than the one that came in", async function () {
      const { viem, splitter, gas, refuses } = use();
      const { address } = await viem.deployContract("TestToken", ["Other", "OTHER", 6]);
      const call = () => splitter.write.movePot([ID, OTHER_ID, address, 1n], { account: opener().account, gas });
      await refuses(call, "RoyaltySplitterUnknownPot", [getAddress(opener().account.address), ID]);
    });

    it("refuses to move more than came in, at once, in parts, or by any width", async function () {
      const { refuses } = use();
      for (const amount of [101n, 2n ** 128n + 1n, 2n ** 256n - 1n]) {
        await refuses(() => move(ID, OTHER_ID, amount), "RoyaltySplitterOverRelease", [ID, amount, 100n]);
      }
      await move(ID, OTHER_ID, 60n);
      await refuses(() => move(ID, OTHER_ID, 41n), "RoyaltySplitterOverRelease", [ID, 41n, 40n]);
    });

    it("does nothing for an amount of zero, and changes nothing within one pot", async function () {
      expect(await eventsOf(use(), await move(OTHER_ID, ID, 0n))).to.deep.equal([]);
      const owner = opener().account.address;
      await move(ID, ID, 100n);
      expect(await pot(owner, ID)).to.equal(100n);
    });

    it("moves money of one opener only, and no token", async function () {
      const stage = use();
      const owner = getAddress(opener().account.address);
      await fund(owner, OTHER_ID, 5n);
      const events = await eventsOf(stage, await move(ID, OTHER_ID, 60n));
      const token = getAddress(stage.usdc.address);
      expect(events).to.deep.equal([
        { eventName: "PotMoved", args: { opener: owner, from: ID, to: OTHER_ID, token, amount: 60n } },
      ]);
      expect(await pot(owner, ID)).to.equal(40n);
      expect(await pot(owner, OTHER_ID)).to.equal(65n);
      expect(await pot(rival().account.address, ID)).to.equal(30n);
      expect(await pot(rival().account.address, OTHER_ID)).to.equal(0n);
      expect(await stage.balance(owner)).to.equal(0n);
      expect(await stage.usdc.read.balanceOf([stage.splitter.address])).to.equal(135n);
      await release(OTHER_ID, 65n);
      expect(await stage.balance(receiver())).to.equal(65n);
    });
  });

  describe("a sale that waits", function () {
    const GROSS = 1_000_000n;
    const referrer = () => getAddress(use().wallet(8).account.address);
    const waiting = () => ({ recipe: 2, gross: GROSS, referral: 100_000n, referrer: referrer(), pot: ID });

    const book = (sale: object = {}, id = ID, settleNow = false, account = use().market) => {
      const { splitter, toSale, gas } = use();
      return splitter.write.bookPot([id, toSale({ ...waiting(), ...sale }), settleNow], { account, gas });
    };

    const refund = (penalty: bigint, sale: object = {}, account = use().market) => {
      const { splitter, toSale, gas } = use();
      return splitter.write.refundPot([ID, toSale({ ...waiting(), ...sale }), penalty], { account, gas });
    };

    beforeEach(async function () {
      await use().collect(waiting());
    });

    it("is in nobody's books yet, and in the market's pot", async function () {
      const { ledger, balance, market, usdc, splitter } = use();
      expect(await ledger(2)).to.deep.equal(EMPTY);
      expect(await balance(referrer())).to.equal(0n);
      expect(await pot(market, ID)).to.equal(GROSS);
      expect(await usdc.read.balanceOf([splitter.address])).to.equal(GROSS);
    });

    it("is refused with a referral that could never be booked", async function () {
      const { collect, refuses } = use();
      const call = () => collect({ ...waiting(), pot: OTHER_ID, referral: GROSS + 1n });
      await refuses(call, "RoyaltySplitterInvalidReferral", [referrer(), GROSS + 1n, GROSS]);
    });

    it("can be booked and refunded by LicenseMarket only", async function () {
      const { refuses, stranger, registry } = use();
      for (const account of [stranger.account.address, registry]) {
        await refuses(() => book({}, ID, false, account), "RoyaltySplitterUnauthorized", [getAddress(account)]);
        await refuses(() => refund(0n, {}, account), "RoyaltySplitterUnauthorized", [getAddress(account)]);
      }
    });

    it("can be neither booked nor refunded twice, under another name, or for more", async function () {
      const { refuses, market } = use();
      const owner = getAddress(market);
      await refuses(() => book({}, OTHER_ID), "RoyaltySplitterUnknownPot", [owner, OTHER_ID]);
      await refuses(() => book({ gross: GROSS + 1n }), "RoyaltySplitterOverRelease", [ID, GROSS + 1n, GROSS]);
      await refuses(() => refund(0n, { gross: GROSS + 1n }), "RoyaltySplitterOverRelease", [ID, GROSS + 1n, GROSS]);
      await refuses(() => refund(GROSS + 1n), "RoyaltySplitterOverRelease", [ID, GROSS + 1n, GROSS]);
      await book();
      await refuses(() => book(), "RoyaltySplitterUnknownPot", [owner, ID]);
      await refuses(() => refund(0n), "RoyaltySplitterUnknownPot", [owner, ID]);
    });

    it("is booked with its referral, and settled if asked", async function () {
      const stage = use();
      const { ledger, balance, market, usdc } = stage;
      const events = await eventsOf(stage, await book({}, ID, true));
      expect(events.map(({ eventName }) => eventName)).to.deep.equal(["Settled", "PotBooked"]);
      expect(events[1]?.args).to.deep.equal({
        id: ID,
        recipe: 2,
        token: getAddress(usdc.address),
        net: 900_000n,
        referrer: referrer(),
        referral: 100_000n,
      });
      expect(await ledger(2)).to.deep.include({ sales: 900_000n, own: 810_000n });
      expect((await ledger(1)).own).to.equal(90_000n);
      expect(await balance(referrer())).to.equal(100_000n);
      expect(await pot(market, ID)).to.equal(0n);
    });

    it("goes back to the payer less the penalty, which the recipe earns; the referrer gets nothing", async function () {
      const stage = use();
      const { ledger, balance, buyer, usdc, market } = stage;
      const events = await eventsOf(stage, await refund(50_000n));
      const token = getAddress(usdc.address);
      const to = getAddress(buyer.account.address);
      expect(events).to.deep.equal([
        { eventName: "PotReleased", args: { opener: getAddress(market), id: ID, to, token, amount: 950_000n } },
        {
          eventName: "PotBooked",
          args: { id: ID, recipe: 2, token, net: 50_000n, referrer: zeroAddress, referral: 0n },
        },
      ]);
      expect(await balance(to)).to.equal(950_000n);
      expect(await balance(referrer())).to.equal(0n);
      expect((await ledger(2)).sales).to.equal(50_000n);
      expect(await pot(market, ID)).to.equal(0n);
    });

    it("costs nothing where the price is zero", async function () {
      const { collect, ledger, market } = use();
      await collect({ recipe: 2, gross: 0n, pot: OTHER_ID });
      expect(await pot(market, OTHER_ID)).to.equal(0n);
      await book({ gross: 0n, referral: 0n, referrer: zeroAddress }, OTHER_ID);
      expect(await ledger(2)).to.deep.equal(EMPTY);
    });

    it("cannot be released by an opener who names the market's pot", async function () {
      const { refuses, splitter, usdc, stranger, gas } = use();
      const owner = getAddress(stranger.account.address);
      const call = () => splitter.write.releasePot([ID, usdc.address, owner, 1n], { account: stranger.account, gas });
      await refuses(call, "RoyaltySplitterUnknownPot", [owner, ID]);
    });
  });
});
