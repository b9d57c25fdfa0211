import { expect } from "chai";
import { type Address, type Hash, hexToBigInt, slice, zeroAddress } from "viem";
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

const nonceOf = (policy: Hash, lots: bigint): bigint => (hexToBigInt(slice(policy, 0, 4)) << 32n) | lots;
const LIMITS = { perTransaction: 1n * USDC, perPeriod: 4n * USDC, period: DAY };

/** The gate is a real Curation clone of the studio; the test asks in its name until Curation itself does. */
describe("agents/mandates.quota", () => {
  let agents: Agents;
  let id: Hash;
  let producer: Address;

  before(async () => {
    agents = await setUpAgents();
    const { networkHelpers } = agents.protocol.connection;
    await networkHelpers.impersonateAccount(agents.clones.curation);
    await networkHelpers.setBalance(agents.clones.curation, 10n ** 20n);
    const snapshot = await networkHelpers.takeSnapshot();
    agents.rewind = () => snapshot.restore();
    producer = agents.agent.account.address;
  });

  beforeEach(async () => {
    await agents.rewind();
    id = await grant(agents);
  });

  const time = () => agents.protocol.connection.networkHelpers.time;
  const admit = (lot: bigint, count: number, { policy = POLICY, by = agents.clones.curation, of = producer } = {}) =>
    agents.mandates.write.useQuota([lotIdOf(of, nonceOf(policy, lot)), count], { account: by, gas: GAS });
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

  it("takes lots whose nonces carry the policy and number them without gaps", async () => {
    const refuses = async (lot: bigint, policy: Hash, expected: bigint) => {
      const lotId = lotIdOf(producer, nonceOf(policy, lot));
      const args = [lotId, nonceOf(policy, lot), expected];
      await expectMandatesRefused(agents, () => admit(lot, 1, { policy }), "AgentMandatesWrongNonce", args);
    };
    await refuses(1n, POLICY, nonceOf(POLICY, 0n));
    await refuses(0n, OTHER_POLICY, nonceOf(POLICY, 0n));
    await admit(0n, 1);
    await refuses(0n, POLICY, nonceOf(POLICY, 1n));
    await agents.mandates.write.changePolicy([id, OTHER_POLICY], { account: agents.timelockAddress });
    await refuses(1n, POLICY, nonceOf(OTHER_POLICY, 1n));
    await admit(1n, 1, { policy: OTHER_POLICY });
  });

  it("counts assets by the day", async () => {
    const day = Math.floor((await time().latest()) / DAY) + 1;
    await time().increaseTo(day * DAY);
    await admit(0n, 300);
    const lotId = lotIdOf(producer, nonceOf(POLICY, 1n));
    await agents.protocol.connection.viem.assertions.emitWithArgs(admit(1n, 200), agents.mandates, "QuotaUsed", [
      id,
      lotId,
      500n,
    ]);
    await expectMandatesRefused(agents, () => admit(2n, 1), "AgentMandatesOverQuota", [id, 501n, 500n]);
    await time().increaseTo((day + 1) * DAY);
    await admit(2n, 500);
    const { used, lots } = await quota();
    expect([used, lots]).to.deep.equal([500, 3]);
  });

  it("follows the studio to its next gate, with what was used, and leaves the old one nothing", async () => {
    await admit(0n, 300);
    const { mandates, clones, protocol } = agents;
    const { curation } = await createSuccessors(protocol, clones, { curation: true, preset: clones.config.preset });
    const record = recordGateCall(protocol, curation);
    const timelock = await protocol.connection.viem.getWalletClient(clones.timelock);
    await timelock.sendTransaction({ to: record.target, data: record.data ?? "0x" });
    await agents.studio.write.setCuration([curation], { account: clones.timelock });
    await expectMandatesRefused(agents, () => mandates.write.moveQuota([POLICY]), "AgentMandatesUnknownMandate", [
      POLICY,
    ]);
    await protocol.connection.viem.assertions.emitWithArgs(mandates.write.moveQuota([id]), mandates, "QuotaMoved", [
      id,
      curation,
    ]);
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
    await admit(1n, 1);
  });
});
