import { expect } from "chai";
import { zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { deployMarket, type Hash, hashOf, type Market, offerInput, publish, purchaseOf, buy } from "./market.ts";
import { fill, NO_EVIDENCE, orderOf, referrerList } from "./orders.ts";

const PRICE = 25_000_001n;
const REFERRAL = 99_999;
const PART = (PRICE * BigInt(REFERRAL)) / 1_000_000n;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

describe("referrers", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let list: ReturnType<typeof referrerList>;
  let offerId: Hash;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
    const { relayer, stranger, buyer, licensee, licensor } = market;
    list = referrerList([relayer, stranger, buyer, licensee, licensor].map(({ address }) => address));
    offerId = await publish(market, offerInput(market, { price: PRICE, referral: REFERRAL, referrerRoot: list.root }));
  });

  const referred = (referrer: `0x${string}`, proof = list.proofOf(referrer), id = offerId) =>
    orderOf(purchaseOf(market, id, { referrer, maxTotal: PRICE }), {
      evidence: { ...NO_EVIDENCE, referrerProof: proof },
    });

  const expectUnlisted = (order: ReturnType<typeof referred>) =>
    expectRefused(market.protocol, () => fill(market, order), {
      by: market.contracts.market,
      error: "LicenseMarketUnlistedReferrer",
      args: [order.purchase.offerId, isAddress(order.purchase.referrer)],
    });

  const creditOf = (account: `0x${string}`) =>
    market.contracts.splitter.read.creditOf([account, market.contracts.usdc.address]);

  it("refuses the payer and the licensee, though both are on the list", async () => {
    for (const { address } of [market.buyer, market.licensee]) await expectUnlisted(referred(address));
  });

  it("refuses whoever is not on the list, whatever proof it brings", async () => {
    const outsider = market.contracts.usdc.address;
    await expectUnlisted(referred(outsider, []));
    await expectUnlisted(referred(outsider, list.proofOf(market.relayer.address)));
    await expectUnlisted(referred(market.relayer.address, list.proofOf(market.stranger.address)));
    await expectUnlisted(referred(market.relayer.address, list.proofOf(market.relayer.address).slice(1)));
  });

  it("refuses a listed referrer without its proof", async () => {
    await expectUnlisted(referred(market.relayer.address, []));
  });

  it("refuses everybody where the offer pays no referral", async () => {
    const plain = await publish(market, offerInput(market, { price: PRICE }));
    await expectUnlisted(referred(market.relayer.address, [], plain));
  });

  it("credits the referrer with its part, rounded down, and the recipe with the rest", async () => {
    const { market: contract, splitter, usdc } = market.contracts;
    const order = referred(market.relayer.address);
    await connection.viem.assertions.emitWithArgs(fill(market, order), contract, "LicensePurchased", [
      offerId,
      market.assets(7),
      isAddress(market.licensee.address),
      await contract.read.purchaseIdOf([order.purchase]),
      isAddress(market.buyer.address),
      isAddress(market.relayer.address),
      market.recipe.ordinal,
      isAddress(usdc.address),
      PRICE,
      PART,
      (license: bigint) => license !== 0n,
    ]);
    expect(await creditOf(market.relayer.address)).to.equal(PART);
    expect((await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address])).sales).to.equal(PRICE - PART);
  });

  it("pays the licensor like anybody else on the list", async () => {
    await fill(market, referred(market.licensor.address));
    expect(await creditOf(market.licensor.address)).to.equal(PART);
  });

  it("gives all to the recipe where nobody is named", async () => {
    const { splitter, usdc } = market.contracts;
    await fill(market, referred(zeroAddress, []));
    expect((await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address])).sales).to.equal(PRICE);
  });

  it("needs no proof of the only referrer, not even an order", async () => {
    const { root } = referrerList([market.relayer.address]);
    const input = offerInput(market, { price: PRICE, referral: REFERRAL, referrerRoot: root, salt: hashOf("one") });
    const single = await publish(market, input);
    await buy(market, purchaseOf(market, single, { referrer: market.relayer.address, maxTotal: PRICE }));
    expect(await creditOf(market.relayer.address)).to.equal(PART);
    await expectUnlisted(referred(market.stranger.address, [], single));
  });
});
