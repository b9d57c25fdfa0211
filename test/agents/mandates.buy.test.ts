import { expect } from "chai";
import { getAddress, type Hash, toHex } from "viem";
import {
  DAY as MARKET_DAY,
  type Market,
  offerInput,
  prepareMarket,
  publish,
  type Purchase,
  purchaseOf,
  USAGE,
} from "../licensing/market.ts";
import {
  type Agents,
  expectMandatesRefused,
  firstHead,
  GAS,
  grant,
  nextHead,
  POLICY,
  setUpAgents,
  USDC,
} from "./mandates.ts";

const PRICE = 25n * USDC;

describe("agents/mandates.buy", () => {
  let agents: Agents;
  let market: Market;
  let id: Hash;
  let offerId: Hash;
  let plainId: Hash;
  let seatsId: Hash;

  before(async () => {
    agents = await setUpAgents();
    market = await prepareMarket(agents.protocol);
    id = await grant(agents, { payees: [market.licensor.address] });
    seatsId = await publish(market, offerInput(market, { seats: 3 }));
    plainId = await publish(market, offerInput(market));
    const snapshot = await agents.protocol.connection.networkHelpers.takeSnapshot();
    agents.rewind = () => snapshot.restore();
  });

  beforeEach(async () => {
    await agents.rewind();
    offerId = seatsId;
  });

  const purchase = (overrides: Partial<Purchase> = {}): Purchase =>
    purchaseOf(market, offerId, { licensee: agents.clones.timelock, ...overrides });
  const buy = (overrides: Partial<Purchase> = {}): Promise<Hash> =>
    agents.mandates.write.buy([id, POLICY, purchase(overrides)], { account: agents.agent.account, gas: GAS });
  const accountOf = async () => (await agents.mandates.read.mandateOf([id])).account;

  describe("is refused", () => {
    it("for anybody but the treasury, and with a referrer", async () => {
      const agent = agents.agent.account.address;
      await expectMandatesRefused(agents, () => buy({ licensee: agent }), "AgentMandatesInvalidLicensee", [
        getAddress(agent),
      ]);
      await expectMandatesRefused(agents, () => buy({ referrer: agent }), "AgentMandatesInvalidReferrer", [
        getAddress(agent),
      ]);
    });

    it("in another token than the mandate's", async () => {
      const token = market.contracts.keyed.address;
      const foreign = await publish(market, offerInput(market, { token }));
      await expectMandatesRefused(agents, () => buy({ offerId: foreign }), "AgentMandatesWrongToken", [
        id,
        getAddress(token),
        getAddress(agents.usdc.address),
      ]);
    });

    it("from sellers who are not listed: an agent cannot sell to itself", async () => {
      const { mandates, clones } = agents;
      await mandates.write.setPayee([id, market.licensor.address, false], { account: clones.timelock });
      await expectMandatesRefused(agents, () => buy(), "AgentMandatesUnlistedPayee", [
        id,
        getAddress(market.licensor.address),
      ]);
    });

    it("above every cap, seats counted", async () => {
      const { mandates, clones } = agents;
      const { validUntil } = await mandates.read.mandateOf([id]);
      const review = (perTransaction: bigint, perPeriod: bigint) =>
        mandates.write.review([id, validUntil, 1, { perTransaction, perPeriod, period: MARKET_DAY }], {
          account: clones.timelock,
        });
      const three = { seats: 3, maxTotal: 3n * PRICE };
      await review(PRICE, PRICE);
      await expectMandatesRefused(agents, () => buy(three), "AgentMandatesOverTransaction", [id, 3n * PRICE, PRICE]);
      await review(3n * PRICE, 3n * PRICE);
      await buy(three);
      await expectMandatesRefused(agents, () => buy(), "AgentMandatesOverPeriod", [id, 4n * PRICE, 3n * PRICE]);
      await mandates.write.setWindow([agents.usdc.address, 3n * PRICE, 7 * MARKET_DAY], { account: clones.timelock });
      await agents.usdc.write.approve([mandates.address, 3n * PRICE], { account: clones.timelock });
      await review(3n * PRICE, 4n * PRICE);
      await expectMandatesRefused(agents, () => buy(), "AgentMandatesOverWindow", [
        agents.usdc.address,
        4n * PRICE,
        3n * PRICE,
      ]);
    });

    it("by the market, which leaves every cap as it was", async () => {
      const before = await agents.mandates.read.mandateOf([id]);
      await agents.protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
        buy({ maxTotal: PRICE - 1n }),
        market.contracts.market,
        "LicenseMarketOverMaxTotal",
        [PRICE, PRICE - 1n],
      );
      expect(await agents.mandates.read.mandateOf([id])).to.deep.equal(before);
    });
  });

  it("buys for the treasury at the exact price and leaves no token and no approval behind", async () => {
    const { usdc, clones, mandates } = agents;
    const { licenses, splitter } = market.contracts;
    offerId = plainId;
    const account = await accountOf();
    const treasury = await usdc.read.balanceOf([clones.timelock]);
    const purchaseId = await market.contracts.market.read.purchaseIdOf([purchase()]);
    const head = nextHead(firstHead(id), POLICY, 1, [purchaseId, toHex(PRICE, { size: 32 }), offerId]);
    await agents.protocol.connection.viem.assertions.emitWithArgs(buy(), mandates, "MandateBought", [
      id,
      purchaseId,
      offerId,
      getAddress(market.licensor.address),
      PRICE,
      head,
    ]);
    expect(await licenses.read.hasLicense([clones.timelock, purchase().assetId, USAGE.commercial])).to.equal(true);
    expect(await usdc.read.balanceOf([clones.timelock])).to.equal(treasury - PRICE);
    expect(await usdc.read.balanceOf([account])).to.equal(0n);
    expect(await usdc.read.allowance([account, splitter.address])).to.equal(0n);
    expect(await usdc.read.allowance([mandates.address, splitter.address])).to.equal(0n);
    expect((await mandates.read.mandateOf([id])).spent).to.equal(PRICE);
  });

  it("sweeps what the account held before, too", async () => {
    const { usdc, clones } = agents;
    await usdc.write.mint([await accountOf(), 5n]);
    const treasury = await usdc.read.balanceOf([clones.timelock]);
    await buy();
    expect(await usdc.read.balanceOf([clones.timelock])).to.equal(treasury - PRICE + 5n);
  });

  it("takes what is free without touching a token", async () => {
    const free = await publish(market, offerInput(market, { price: 0n, free: true }));
    await buy({ offerId: free, maxTotal: 0n });
    expect((await agents.mandates.read.mandateOf([id])).spent).to.equal(0n);
  });

  it("brings what a refund gives back to the treasury, at anyone's request", async () => {
    const { usdc, clones, mandates, stranger } = agents;
    offerId = await publish(market, offerInput(market, { refundWindow: MARKET_DAY, transferable: true }));
    const treasury = await usdc.read.balanceOf([clones.timelock]);
    await buy();
    const bought = await market.contracts.market.read.purchaseIdOf([purchase()]);
    await market.contracts.market.write.refundLicense([bought], { account: clones.timelock });
    const [account, penalty] = [await accountOf(), PRICE / 20n];
    expect(await market.contracts.splitter.read.creditOf([account, usdc.address])).to.equal(PRICE - penalty);
    await market.contracts.splitter.write.withdraw([usdc.address, account], { account: stranger.account });
    await mandates.write.sweep([id, usdc.address], { account: stranger.account });
    expect(await usdc.read.balanceOf([clones.timelock])).to.equal(treasury - penalty);
    expect((await mandates.read.mandateOf([id])).spent).to.equal(PRICE);
  });
});
