import { expect } from "chai";
import { type Hash, zeroAddress, zeroHash } from "viem";
import {
  type Agents,
  callFrom,
  consentTo,
  DAY,
  expectMandatesRefused,
  GAS,
  grant,
  mandateInput,
  type MandatesError,
  OTHER_POLICY,
  pay,
  POLICY,
  setUpAgents,
  USDC,
} from "./mandates.ts";

describe("agents/mandates.stops", () => {
  let agents: Agents;
  let id: Hash;

  before(async () => {
    agents = await setUpAgents();
  });

  beforeEach(async () => {
    await agents.rewind();
    id = await grant(agents);
  });

  const now = () => agents.protocol.connection.networkHelpers.time.latest();
  const increase = (seconds: number) => agents.protocol.connection.networkHelpers.time.increase(seconds);
  const pause = (until: number, by = agents.clones.board, mandateId = id) =>
    agents.mandates.write.pause([mandateId, until], { account: by, gas: GAS });
  const revoke = (by = agents.clones.timelock, mandateId = id) =>
    agents.mandates.write.revoke([mandateId], { account: by, gas: GAS });
  const purchase = () => ({
    offerId: zeroHash,
    assetId: 0n,
    licensee: agents.clones.timelock,
    referrer: zeroAddress,
    seats: 1,
    maxTotal: 0n,
    deadline: 2 ** 40 - 1,
    salt: zeroHash,
  });

  /** Every act of an agent is refused in the same way. */
  async function expectNoActs(error: MandatesError, args: readonly unknown[], policy = POLICY): Promise<void> {
    const { mandates, agent } = agents;
    await expectMandatesRefused(agents, () => pay(agents, id, 1n, { policy }), error, args);
    await expectMandatesRefused(agents, () => callFrom(agents, id, { policy }), error, args);
    const buy = () => mandates.write.buy([id, policy, purchase()], { account: agent.account, gas: GAS });
    await expectMandatesRefused(agents, buy, error, args);
  }

  describe("revoke", () => {
    it("is the timelock's alone", async () => {
      for (const by of [agents.agent.account.address, agents.clones.board, agents.stranger.account.address]) {
        await expectMandatesRefused(agents, () => revoke(by), "AgentMandatesUnauthorized", [by]);
      }
    });

    it("needs a mandate in force", async () => {
      const unknown = () => revoke(agents.clones.timelock, zeroHash);
      await expectMandatesRefused(agents, unknown, "AgentMandatesUnknownMandate", [zeroHash]);
      await revoke();
      await expectMandatesRefused(agents, () => revoke(), "AgentMandatesRevoked", [id]);
    });

    it("ends every act in the same block", async () => {
      const { connection } = agents.protocol;
      const test = await connection.viem.getTestClient();
      await test.setAutomine(false);
      const first = await revoke();
      const { mandates, agent, payee } = agents;
      const second = await mandates.write.pay([id, POLICY, payee, 1n, zeroHash], {
        account: agent.account,
        gas: 1_000_000n,
        maxPriorityFeePerGas: 1n,
      });
      await test.mine({ blocks: 1 });
      await test.setAutomine(true);
      const [revoked, paid] = [
        await agents.protocol.publicClient.getTransactionReceipt({ hash: first }),
        await agents.protocol.publicClient.getTransactionReceipt({ hash: second }),
      ];
      expect([paid.blockNumber, revoked.status, paid.status]).to.deep.equal([
        revoked.blockNumber,
        "success",
        "reverted",
      ]);
      expect(await agents.mandates.read.isLive([id])).to.equal(false);
      await expectNoActs("AgentMandatesRevoked", [id]);
    });

    it("announces itself and lets the agent have another mandate", async () => {
      await agents.protocol.connection.viem.assertions.emitWithArgs(revoke(), agents.mandates, "MandateRevoked", [id]);
      const next = await grant(agents);
      expect(next).to.not.equal(id);
      expect(await agents.mandates.read.mandateIdOf([agents.agent.account.address])).to.equal(next);
    });

    it("ends the sponsorship, and succeeds when reputation refuses to", async () => {
      const { token, founders, mandates, clones, studio, others } = agents;
      const sponsor = founders[0]?.account.address as `0x${string}`;
      const other = others[4]?.account.address as `0x${string}`;
      const sponsored = await grant(agents, { agent: other, sponsor });
      expect((await token.read.sponsorOf([other]))[0].toLowerCase()).to.equal(sponsor.toLowerCase());
      await revoke(clones.timelock, sponsored);
      expect((await token.read.sponsorOf([other]))[0]).to.equal(zeroAddress);
      const again = await grant(agents, { agent: other, sponsor });
      await studio.write.setMandates([zeroAddress, []], { account: clones.timelock });
      await revoke(clones.timelock, again);
      expect((await mandates.read.mandateOf([again])).revoked).to.equal(true);
    });
  });

  it("ends every act of a module that the studio has replaced, with an allowance left, until it is back", async () => {
    const { studio, clones, mandates, protocol } = agents;
    const other = agents.others[4]?.account.address as `0x${string}`;
    const second = await grant(agents, { agent: other });
    await pay(agents, id, 1n);
    const put = (module: `0x${string}`) => studio.write.setMandates([module, []], { account: clones.timelock });
    const emits = (call: Promise<Hash>, present: boolean) =>
      protocol.connection.viem.assertions.emitWithArgs(call, mandates, "PresenceNoted", [present]);
    await emits(put(zeroAddress), false);
    await expectNoActs("AgentMandatesReplaced", [zeroAddress]);
    expect([await mandates.read.isLive([id]), await mandates.read.isLive([second])]).to.deep.equal([false, false]);
    const silent = await mandates.write.notePresence({ account: agents.stranger.account });
    expect((await protocol.publicClient.getTransactionReceipt({ hash: silent })).logs).to.deep.equal([]);
    await revoke(clones.timelock, second);
    await emits(put(mandates.address), true);
    await pay(agents, id, 1n);
    expect(await mandates.read.isLive([second])).to.equal(false);
  });

  it("has no more mandates in force than a studio can stop in one call, and forgets those that are over", async () => {
    const { mandates, clones, studio, protocol } = agents;
    const agentOf = (i: number) => `0x${(0xa9e000 + i).toString(16).padStart(40, "0")}` as const;
    const poor = { token: zeroAddress, limits: { perTransaction: 0n, perPeriod: 0n, period: 0 }, lifetime: 0n };
    const ids: Hash[] = [];
    for (let i = 1; i < 64; ++i) ids.push(await grant(agents, { ...poor, agent: agentOf(i), payees: [], calls: [] }));
    const input = await mandateInput(agents, { ...poor, agent: agentOf(64), payees: [], calls: [] });
    const more = () => mandates.write.grant([input], { account: clones.timelock, gas: GAS });
    await expectMandatesRefused(agents, more, "AgentMandatesTooManyMandates", [64n]);
    const hash = await studio.write.setMandates([zeroAddress, []], { account: clones.timelock });
    expect(Number((await protocol.publicClient.getTransactionReceipt({ hash })).gasUsed)).to.be.lessThan(1_000_000);
    for (const each of ids) expect(await mandates.read.isLive([each])).to.equal(false);
    await studio.write.setMandates([mandates.address, []], { account: clones.timelock });
    for (const each of ids.slice(0, 2)) await revoke(clones.timelock, each);
    await consentTo(agents, input);
    await more();
    await pay(agents, id, 1n);
  });

  it("expires by itself", async () => {
    const { validUntil } = await agents.mandates.read.mandateOf([id]);
    await agents.protocol.connection.networkHelpers.time.increaseTo(validUntil - 10);
    await pay(agents, id, 1n);
    await agents.protocol.connection.networkHelpers.time.increaseTo(validUntil);
    await expectNoActs("AgentMandatesExpired", [id, validUntil]);
    expect(await agents.mandates.read.isLive([id])).to.equal(false);
    const { mandates, timelockAddress } = agents;
    const change = () => mandates.write.changePolicy([id, OTHER_POLICY], { account: timelockAddress, gas: GAS });
    await expectMandatesRefused(agents, change, "AgentMandatesExpired", [id, validUntil]);
  });

  it("can be revoked after its end, which touches no later mandate of the agent", async () => {
    const { mandates, token, sponsor, agent } = agents;
    await agents.protocol.connection.networkHelpers.time.increase(90 * DAY);
    const later = await grant(agents);
    await revoke();
    expect((await mandates.read.mandateOf([id])).revoked).to.equal(true);
    expect(await mandates.read.isLive([later])).to.equal(true);
    expect((await token.read.sponsorOf([agent.account.address]))[0]).to.equal(sponsor);
    const { until } = await mandates.read.quotaOf([agents.clones.curation, agent.account.address]);
    expect(until).to.be.greaterThan(await now());
  });

  describe("pause", () => {
    it("is the board's and the timelock's", async () => {
      for (const { account } of [agents.agent, agents.stranger, ...agents.founders]) {
        const call = () => pause(2 ** 40, account.address);
        await expectMandatesRefused(agents, call, "AgentMandatesUnauthorized", [account.address]);
      }
      await expectMandatesRefused(
        agents,
        () => pause(2 ** 40, agents.clones.board, zeroHash),
        "AgentMandatesUnknownMandate",
        [zeroHash],
      );
    });

    it("stops every act until it ends", async () => {
      const until = (await now()) + 3 * DAY;
      await agents.protocol.connection.viem.assertions.emitWithArgs(pause(until), agents.mandates, "MandatePaused", [
        id,
        agents.clones.board,
        until,
      ]);
      await expectNoActs("AgentMandatesPaused", [id, until]);
      expect(await agents.mandates.read.isLive([id])).to.equal(false);
      await increase(3 * DAY);
      await pay(agents, id, 1n);
    });

    it("is lifted by the board, but one of the timelock only down to what the timelock asked for", async () => {
      const until = (await now()) + 3 * DAY;
      await pause(until);
      await pause(await now());
      await pay(agents, id, 1n);
      await pause(until, agents.clones.timelock);
      const lift = async () => pause(0);
      await expectMandatesRefused(agents, lift, "AgentMandatesPaused", [id, until]);
      await pause(until + DAY);
      await expectMandatesRefused(agents, lift, "AgentMandatesPaused", [id, until]);
      expect((await agents.mandates.read.mandateOf([id])).pausedUntil).to.equal(until + DAY);
      await pause(until);
      expect((await agents.mandates.read.mandateOf([id])).pausedUntil).to.equal(until);
      await pause(0, agents.clones.timelock);
      await pay(agents, id, 1n);
    });

    it("never reaches beyond the end", async () => {
      const { validUntil } = await agents.mandates.read.mandateOf([id]);
      await pause(2 ** 48 - 1, agents.clones.timelock);
      expect((await agents.mandates.read.mandateOf([id])).pausedUntil).to.equal(validUntil);
    });
  });

  describe("changePolicy", () => {
    const change = (hash: Hash, by = agents.clones.timelock) =>
      agents.mandates.write.changePolicy([id, hash], { account: by, gas: GAS });

    it("is the timelock's, and takes another policy than before", async () => {
      const agent = agents.agent.account.address;
      await expectMandatesRefused(agents, () => change(OTHER_POLICY, agent), "AgentMandatesUnauthorized", [agent]);
      for (const hash of [zeroHash, POLICY]) {
        await expectMandatesRefused(agents, () => change(hash), "AgentMandatesInvalidPolicy", [hash]);
      }
    });

    it("refuses the old policy from then on", async () => {
      await agents.protocol.connection.viem.assertions.emitWithArgs(
        change(OTHER_POLICY),
        agents.mandates,
        "PolicyChanged",
        [id, 2, OTHER_POLICY],
      );
      await expectNoActs("AgentMandatesWrongPolicy", [id, POLICY, OTHER_POLICY]);
      await pay(agents, id, USDC, { policy: OTHER_POLICY });
      expect((await agents.mandates.read.mandateOf([id])).policyVersion).to.equal(2);
    });
  });
});
