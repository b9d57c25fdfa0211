import { expect } from "chai";
import { type Address, type Hash, zeroAddress } from "viem";
import { createSuccessors, recordGateCall } from "../studio/replacing.ts";
import { lotIdOf } from "../registry/registry.ts";
import {
  type Agents,
  DAY,
  expectMandatesRefused,
  GAS,
  grant,
  OTHER_POLICY,
  POLICY,
  setUpAgents,
  USDC,
} from "./mandates.ts";

const nonceOf = (version: bigint, number: bigint): bigint => (version << 32n) | number;
const LIMITS = { perTransaction: 1n * USDC, perPeriod: 4n * USDC, period: DAY };

/** The gate is a real Curation clone of the studio; the test asks in its name until Curation itself does. */
describe("agents/mandates.quota", () => {
  let agents: Agents;
  let id: Hash;
  let producer: Address;

  before(async () => {
    agents = await setUpAgents();
    producer = agents.agent.account.address;
  });

  beforeEach(async () => {
    await agents.rewind();
    id = await grant(agents);
  });

  const time = () => agents.protocol.connection.networkHelpers.time;
  const admit = (lot: bigint, count: number, { version = 1n, by = agents.clones.curation, of = producer } = {}) =>
    agents.mandates.write.useQuota([lotIdOf(of, nonceOf(version, lot)), count], { account: by, gas: GAS });
  const quota = (gate = agents.clones.curation) => agents.mandates.read.quotaOf([gate, producer]);

  it("is refused to every gate but the one it was granted for, and to accounts without a mandate", async () => {
    const [stranger, gate] = [agents.stranger.account.address, agents.clones.curation];
    await expectMandatesRefused(agents, () => admit(0n, 1, { by: stranger }), "AgentMandatesUnknownAgent", [
      stranger,
      producer,
    ]);
    await expectMandatesRefused(agents, () => admit(0n, 1, { of: stranger }), "AgentMandatesUnknownAgent", [
      gate,
      stranger,
    ]);
  });

  it("is zero from the review on, until members vote to go on", async () => {
    const { until } = await quota();
    await time().increaseTo(until);
    await expectMandatesRefused(agents, () => admit(0n, 1), "AgentMandatesQuotaClosed", [id, 0, until]);
    const { mandates, timelockAddress } = agents;
    const { validUntil } = await mandates.read.mandateOf([id]);
    await mandates.write.review([id, validUntil, 3, LIMITS], { account: timelockAddress });
    await admit(0n, 3);
    await expectMandatesRefused(agents, () => admit(1n, 1), "AgentMandatesOverQuota", [id, 4n, 3n]);
  });

  it("is zero while the mandate is paused, and in the block of its revocation", async () => {
    const { mandates, timelockAddress } = agents;
    const { until } = await quota();
    const pausedUntil = (await time().latest()) + DAY;
    await mandates.write.pause([id, pausedUntil], { account: timelockAddress });
    await expectMandatesRefused(agents, () => admit(0n, 1), "AgentMandatesQuotaClosed", [id, pausedUntil, until]);
    await mandates.write.pause([id, 0], { account: timelockAddress });
    await admit(0n, 1);
    await mandates.write.revoke([id], { account: timelockAddress });
    await expectMandatesRefused(agents, () => admit(1n, 1), "AgentMandatesQuotaClosed", [id, 0, 0]);
  });

  describe("takes lots whose nonces are the version of the policy and a number that rises", () => {
    const refuses = async (lot: bigint, version: bigint, least: bigint) => {
      const lotId = lotIdOf(producer, nonceOf(version, lot));
      const args = [lotId, nonceOf(version, lot), least];
      await expectMandatesRefused(agents, () => admit(lot, 1, { version }), "AgentMandatesWrongNonce", args);
    };

    it("and no other version, and no number twice or out of order", async () => {
      await refuses(0n, 0n, nonceOf(1n, 0n));
      await refuses(0n, 2n, nonceOf(1n, 0n));
      await refuses(2n ** 32n - 1n, 1n, nonceOf(1n, 0n));
      await admit(3n, 1);
      await refuses(3n, 1n, nonceOf(1n, 4n));
      await refuses(2n, 1n, nonceOf(1n, 4n));
      await admit(4n, 1);
    });

    it("and passes over at most 65,536 of them, so that no lot ends the numbering", async () => {
      await admit(9n, 1);
      for (const number of [2n ** 32n - 2n, 10n + 65_537n]) await refuses(number, 1n, nonceOf(1n, 10n));
      await admit(10n + 65_536n, 1);
      await admit(10n + 65_537n, 1);
    });

    it("so that what was prepared under an old prompt is not committed under the next, nor under another mandate", async () => {
      const { mandates, timelockAddress } = agents;
      await mandates.write.changePolicy([id, OTHER_POLICY], { account: timelockAddress });
      await refuses(0n, 1n, nonceOf(2n, 0n));
      await admit(0n, 1, { version: 2n });
      await mandates.write.revoke([id], { account: timelockAddress });
      id = await grant(agents);
      expect((await mandates.read.mandateOf([id])).policyVersion).to.equal(3);
      await refuses(1n, 2n, nonceOf(3n, 1n));
      await admit(1n, 1, { version: 3n });
    });

    it("so that an agent of two studios is kept from nothing by what it committed in the other one", async () => {
      // The other studio has seen numbers 0 to 6 of this producer; here it goes on with the next that is free.
      await admit(7n, 1);
      expect((await quota()).next).to.equal(8);
    });
  });

  it("counts assets by the day", async () => {
    const day = Math.floor((await time().latest()) / DAY) + 1;
    await time().increaseTo(day * DAY);
    await admit(0n, 300);
    const lotId = lotIdOf(producer, nonceOf(1n, 1n));
    await agents.protocol.connection.viem.assertions.emitWithArgs(admit(1n, 200), agents.mandates, "QuotaUsed", [
      id,
      lotId,
      500n,
    ]);
    await expectMandatesRefused(agents, () => admit(2n, 1), "AgentMandatesOverQuota", [id, 501n, 500n]);
    await time().increaseTo((day + 1) * DAY);
    await admit(2n, 500);
    const { used, next } = await quota();
    expect([used, next]).to.deep.equal([500, 3]);
  });

  it("follows the studio to its next gate, with what was used, and leaves the old one nothing", async () => {
    await admit(0n, 300);
    const { mandates, clones, protocol } = agents;
    const { curation } = await createSuccessors(protocol, clones, { curation: true, preset: clones.config.preset });
    const record = recordGateCall(protocol, curation);
    const timelock = await protocol.connection.viem.getWalletClient(clones.timelock);
    await timelock.sendTransaction({ to: record.target, data: record.data ?? "0x" });
    await protocol.connection.viem.assertions.emitWithArgs(
      agents.studio.write.setCuration([curation], { account: clones.timelock }),
      mandates,
      "QuotaMoved",
      [id, curation],
    );
    const again = await mandates.write.follow([id]);
    expect((await protocol.publicClient.getTransactionReceipt({ hash: again })).logs).to.deep.equal([]);
    await expectMandatesRefused(agents, () => mandates.write.follow([POLICY]), "AgentMandatesUnknownMandate", [POLICY]);
    expect((await quota()).number).to.equal(0n);
    expect((await quota(curation)).used).to.equal(300);
    await expectMandatesRefused(agents, () => admit(1n, 1), "AgentMandatesUnknownAgent", [clones.curation, producer]);
  });

  it("numbers lots for the agent, whichever mandate it has", async () => {
    await admit(0n, 1);
    await agents.mandates.write.revoke([id], { account: agents.timelockAddress });
    id = await grant(agents, {
      token: zeroAddress,
      limits: { ...LIMITS, perTransaction: 0n, perPeriod: 0n },
      lifetime: 0n,
    });
    await admit(1n, 1, { version: 2n });
  });
});
