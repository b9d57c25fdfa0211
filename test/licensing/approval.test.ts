import { expect } from "chai";
import { zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Account,
  buy,
  DAY,
  deployMarket,
  derivativeOffer,
  FLOOR,
  GAS,
  type Hash,
  hashOf,
  type Market,
  type OfferInput,
  offerInput,
  publish,
  purchaseOf,
  SCOPE,
  USAGES,
  WHOLE_LOT,
} from "./market.ts";

const FIELD = {
  scope: 1,
  scopeId: 2,
  token: 3,
  price: 4,
  end: 7,
  usages: 8,
  rate: 9,
  referral: 10,
  free: 11,
  title: 12,
  exclusive: 13,
} as const;

const MIN_PRICE = 10_000_000n;
const MIN_RATE = 80_000;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

describe("licensing agents: approval", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let until: number;
  let agent: Account;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
    agent = market.relayer;
    until = (await connection.networkHelpers.time.latest()) + 30 * DAY;
    await appoint();
  });

  const agencyOf = (overrides: Partial<Parameters<typeof toAgency>[0]> = {}) => toAgency(overrides);
  function toAgency(overrides: { until?: number; minRate?: number; usages?: number; minPrice?: bigint }) {
    return {
      until,
      minRate: MIN_RATE,
      usages: USAGES.personal | USAGES.derivative,
      token: market.contracts.usdc.address,
      minPrice: MIN_PRICE,
      ...overrides,
    };
  }

  const appoint = (overrides: Parameters<typeof toAgency>[0] = {}, account = market.licensor, id = market.recipe.id) =>
    market.contracts.market.write.appointAgent([id, agent.address, agencyOf(overrides)], { account, gas: GAS });

  /** What the agent may just publish. */
  const allowed = (overrides: Partial<OfferInput> = {}) =>
    derivativeOffer(market, {
      price: MIN_PRICE,
      rate: MIN_RATE,
      usages: USAGES.personal | USAGES.derivative,
      end: until,
      ...overrides,
    });

  const publishAsAgent = (input: OfferInput) => () =>
    market.contracts.market.write.publishOffer([input], { account: agent, gas: GAS });

  const expectUnauthorized = (call: () => Promise<Hash>, caller: string) =>
    expectRefused(market.protocol, call, {
      by: market.contracts.market,
      error: "LicenseMarketUnauthorized",
      args: [isAddress(caller)],
    });

  describe("appointAgent", () => {
    it("refuses a recipe that nobody registered", async () => {
      await expectRefused(market.protocol, () => appoint({}, market.licensor, hashOf("nothing")), {
        by: market.contracts.market,
        error: "LicenseMarketUnknownRecipe",
        args: [hashOf("nothing")],
      });
    });

    it("refuses anyone but the licensor, the agent itself included", async () => {
      for (const account of [market.stranger, agent]) {
        await expectUnauthorized(() => appoint({ minPrice: 0n }, account), account.address);
      }
    });

    it("keeps the bounds and says them", async () => {
      const { market: contract } = market.contracts;
      await connection.viem.assertions.emitWithArgs(appoint({ minPrice: 7n }), contract, "AgentAppointed", [
        market.recipe.ordinal,
        isAddress(agent.address),
        (agency: { minPrice: bigint; until: number }) => agency.minPrice === 7n && agency.until === until,
      ]);
      const kept = await contract.read.agencyOf([market.recipe.ordinal, agent.address]);
      expect({ ...kept, token: kept.token.toLowerCase() }).to.deep.equal({
        ...agencyOf({ minPrice: 7n }),
        token: market.contracts.usdc.address.toLowerCase(),
      });
    });
  });

  describe("an agent is refused outside its bounds:", () => {
    const cases: [keyof typeof FIELD, () => Partial<OfferInput>][] = [
      ["scope", () => ({ scope: SCOPE.licensor, usages: USAGES.personal, rate: 0 })],
      ["scopeId", () => ({ scope: SCOPE.asset, scopeId: market.assets(WHOLE_LOT), usages: USAGES.personal, rate: 0 })],
      ["token", () => ({ token: market.contracts.keyed.address })],
      ["price", () => ({ price: MIN_PRICE - 1n })],
      ["end", () => ({ end: until + 1 })],
      ["usages", () => ({ usages: USAGES.personal | USAGES.commercial | USAGES.derivative })],
      ["rate", () => ({ rate: MIN_RATE - 1 })],
      ["referral", () => ({ referral: 1, referrerRoot: hashOf("list") })],
      ["title", () => ({ title: true, scope: SCOPE.asset, scopeId: market.assets(7), usages: 0, rate: 0 })],
      ["exclusive", () => ({ exclusive: true, scope: SCOPE.asset, scopeId: market.assets(7) })],
    ];
    for (const [field, overrides] of cases) {
      it(field, async () => {
        await expectRefused(market.protocol, publishAsAgent(allowed(overrides())), {
          by: market.contracts.market,
          error: "LicenseMarketOverAgency",
          args: [isAddress(agent.address), FIELD[field]],
        });
      });
    }

    it("free, though the least price is zero", async () => {
      await appoint({ minPrice: 0n });
      await expectRefused(market.protocol, publishAsAgent(allowed({ price: 0n, free: true })), {
        by: market.contracts.market,
        error: "LicenseMarketOverAgency",
        args: [isAddress(agent.address), FIELD.free],
      });
    });

    it("under the recipe's own floor, though the least rate is lower", async () => {
      await appoint({ minRate: 0 });
      await expectRefused(market.protocol, publishAsAgent(allowed({ rate: FLOOR - 1 })), {
        by: market.contracts.market,
        error: "LicenseMarketInvalidRate",
        args: [FLOOR - 1, FLOOR, 900_000],
      });
    });
  });

  it("publishes inside its bounds, under its own name, and the recipe earns", async () => {
    const { market: contract, splitter, usdc } = market.contracts;
    const input = allowed();
    const offerId = await contract.read.offerIdOf([agent.address, input]);
    await connection.viem.assertions.emitWithArgs(publishAsAgent(input)(), contract, "OfferPublished", [
      offerId,
      market.recipe.ordinal,
      isAddress(market.licensor.address),
      isAddress(agent.address),
      (published: OfferInput) => published.price === MIN_PRICE,
    ]);
    expect((await contract.read.offerOf([offerId])).seller).to.equal(zeroAddress);
    await buy(market, purchaseOf(market, offerId));
    expect((await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address])).sales).to.equal(MIN_PRICE);
  });

  it("sells plain usages without any rate", async () => {
    await publish(market, allowed({ usages: USAGES.personal, rate: 0 }), agent);
  });

  it("publishes for no other recipe, and withdraws nothing", async () => {
    const offerId = await publish(market, offerInput(market));
    const own = await publish(market, allowed(), agent);
    for (const id of [offerId, own]) {
      await expectUnauthorized(
        () => market.contracts.market.write.withdrawOffer([id], { account: agent, gas: GAS }),
        agent.address,
      );
    }
    await market.contracts.market.write.withdrawOffer([own], { account: market.licensor });
  });

  it("publishes nothing more once its agency is ended or over; what it published sells on", async () => {
    const offerId = await publish(market, allowed(), agent);
    await appoint({ until: 0 });
    await expectUnauthorized(publishAsAgent(allowed({ salt: hashOf("late") })), agent.address);
    await buy(market, purchaseOf(market, offerId));

    await appoint();
    await publish(market, allowed({ salt: hashOf("again") }), agent);
    await connection.networkHelpers.time.setNextBlockTimestamp(until);
    await expectUnauthorized(publishAsAgent(allowed({ salt: hashOf("over") })), agent.address);
  });

  it("has no agency under the next licensor, nor when the recipe comes back", async () => {
    const { registry, market: contract } = market.contracts;
    const handOver = async (from: Account, to: Account) => {
      await registry.write.offerControl([market.recipe.id, to.address], { account: from });
      await registry.write.acceptControl([market.recipe.id], { account: to });
    };
    for (const [from, to] of [
      [market.licensor, market.stranger],
      [market.stranger, market.licensor],
    ] as const) {
      await handOver(from, to);
      await expectUnauthorized(publishAsAgent(allowed()), agent.address);
      expect((await contract.read.agencyOf([market.recipe.ordinal, agent.address])).until).to.equal(0);
    }
  });
});
