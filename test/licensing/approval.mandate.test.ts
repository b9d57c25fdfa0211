import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, toFunctionSelector } from "viem";
import { type ActingHouse, openActingHouse } from "../agents/acting.ts";
import { callFrom, DAY, GAS, grant, type MandatesError } from "../agents/mandates.ts";
import { expectRefused } from "../helpers/refused.ts";
import { hashOf, type OfferInput, offerInput, USAGES } from "./market.ts";

const MIN_PRICE = 10_000_000n;

/** A licensor appoints the account of a mandate: what the mandate may not do, its agency does not let it do either. */
describe("licensing agents: mandates", () => {
  let house: ActingHouse;
  let account: Address;
  let validUntil: number;
  let restore: () => Promise<void>;

  before(async () => {
    house = await openActingHouse();
    const { mandates, mandateId, market, recipeId, timelock, usdc } = house;
    ({ account, validUntil } = await mandates.read.mandateOf([mandateId]));
    await list(mandateId);
    const bounds = { minRate: 0, usages: USAGES.personal, token: usdc.address, minPrice: MIN_PRICE };
    // the agency outlives the mandate by far
    const agency = { ...bounds, until: validUntil + 300 * DAY };
    await market.contracts.market.write.appointAgent([recipeId, account, agency], { account: timelock });
    const snapshot = await house.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });
  beforeEach(() => restore());

  const time = () => house.connection.networkHelpers.time;
  async function list(mandateId: Hash): Promise<void> {
    const { mandates, market, timelock } = house;
    const { abi, address } = market.contracts.market;
    const item = abi.find((each) => each.type === "function" && each.name === "publishOffer");
    const rule = { target: address, selector: toFunctionSelector(item as never) };
    await mandates.write.setCall([mandateId, rule, true], { account: timelock, gas: GAS });
  }
  const offerOf = (salt: string, overrides: Partial<OfferInput> = {}): OfferInput =>
    offerInput(house.market, {
      ...{ recipeId: house.recipeId, price: MIN_PRICE, usages: USAGES.personal },
      ...{ end: validUntil + 100 * DAY, salt: hashOf(salt) },
      ...overrides,
    });
  const publish = (offer: OfferInput, mandateId = house.mandateId): Promise<Hash> => {
    const { abi, address } = house.market.contracts.market;
    const data = encodeFunctionData({ abi, functionName: "publishOffer", args: [offer] });
    return callFrom(house, mandateId, { target: address, data });
  };
  const isPublished = async (offer: OfferInput, by = account) => {
    const { market } = house.market.contracts;
    const published = await market.getEvents.OfferPublished({}, { fromBlock: 0n });
    const id = await market.read.offerIdOf([by, offer]);
    return published.some(({ args }) => args.offerId === id);
  };

  it("publish offers of the studio by their account, within the agency's bounds", async () => {
    const offer = offerOf("first");
    await publish(offer);
    expect(await isPublished(offer)).to.equal(true);
    await expectRefused(house.protocol, () => publish(offerOf("cheap", { price: MIN_PRICE - 1n })), {
      by: house.market.contracts.market,
      error: "LicenseMarketOverAgency",
      args: [getAddress(account), 4],
    });
  });

  /** Its agency is in force, but neither the agent nor its account can use it. */
  async function expectPowerless(error: MandatesError, args: readonly unknown[]): Promise<void> {
    const { mandates, market, agent, protocol, connection, recipeId } = house;
    const { market: contract, registry } = market.contracts;
    const offer = offerOf("late");
    await expectRefused(protocol, () => publish(offer), { by: mandates, error, args, others: [mandates.address] });
    const { ordinal } = await registry.read.recipeOf([recipeId]);
    const { until } = await contract.read.agencyOf([ordinal, account]);
    expect(until).to.be.greaterThan(await time().latest());
    const signer = { account: agent.account, gas: GAS };
    const own = getAddress(agent.account.address);
    await expectRefused(protocol, () => contract.write.publishOffer([offer], signer), {
      ...{ by: contract, error: "LicenseMarketUnauthorized", args: [own] },
    });
    const deputy = await connection.viem.getContractAt("MandateAccount", account);
    const data = encodeFunctionData({ abi: contract.abi, functionName: "publishOffer", args: [offer] });
    await expectRefused(protocol, () => deputy.write.execute([contract.address, data], signer), {
      ...{ by: deputy, error: "MandateAccountUnauthorized", args: [own] },
    });
    expect(await isPublished(offer)).to.equal(false);
  }

  it("publish nothing once they are revoked, though the agency goes on; nor does the agent's next mandate", async () => {
    const { mandates, mandateId, timelock, market, protocol } = house;
    await publish(offerOf("before"));
    await mandates.write.revoke([mandateId], { account: timelock });
    await expectPowerless("AgentMandatesRevoked", [mandateId]);
    const next = await grant(house);
    await list(next);
    const other = (await mandates.read.mandateOf([next])).account;
    await expectRefused(protocol, () => publish(offerOf("next"), next), {
      by: market.contracts.market,
      error: "LicenseMarketUnauthorized",
      args: [getAddress(other)],
    });
    await expectPowerless("AgentMandatesRevoked", [mandateId]);
  });

  it("publish nothing while the board pauses them, and again afterwards", async () => {
    const { mandates, mandateId, clones } = house;
    const until = (await time().latest()) + DAY;
    await mandates.write.pause([mandateId, until], { account: clones.board });
    await expectPowerless("AgentMandatesPaused", [mandateId, until]);
    await time().setNextBlockTimestamp(until);
    await publish(offerOf("after"));
    expect(await isPublished(offerOf("after"))).to.equal(true);
  });

  it("publish nothing from the second of their end on", async () => {
    await time().setNextBlockTimestamp(validUntil - 1);
    await publish(offerOf("last"));
    await time().setNextBlockTimestamp(validUntil);
    await expectPowerless("AgentMandatesExpired", [house.mandateId, validUntil]);
  });

  it("publish nothing once the function is taken off their list", async () => {
    const { mandates, mandateId, market, timelock } = house;
    const { abi, address } = market.contracts.market;
    const data = encodeFunctionData({ abi, functionName: "publishOffer", args: [offerOf("late")] });
    const selector = data.slice(0, 10) as Hash;
    await mandates.write.setCall([mandateId, { target: address, selector }, false], { account: timelock });
    await expectPowerless("AgentMandatesUnlistedCall", [mandateId, getAddress(address), selector]);
  });
});
