import { expect } from "chai";
import { type Hash, zeroAddress, zeroHash } from "viem";
import {
  type Agents,
  callFrom,
  DAY,
  expectMandatesRefused,
  GAS,
  grant,
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

  before(async () => {
    const { networkHelpers } = agents.protocol.connection;
    await networkHelpers.impersonateAccount(agents.clones.board);
    await networkHelpers.setBalance(agents.clones.board, 10n ** 20n);
    const { rewind } = agents;
    await rewind();
    await networkHelpers.impersonateAccount(agents.clones.board);
    await networkHelpers.setBalance(agents.clones.board, 10n ** 20n);
    const snapshot = await networkHelpers.takeSnapshot();
    agents.rewind = () => snapshot.restore();
  });

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

  it("expires by itself", async () => {
    const { validUntil } = await agents.mandates.read.mandateOf([id]);
    await agents.protocol.connection.networkHelpers.time.increaseTo(validUntil - 10);
    await pay(agents, id, 1n);
    await agents.protocol.connection.networkHelpers.time.increaseTo(validUntil);
    await expectNoActs("AgentMandatesExpired", [id, validUntil]);
    expect(await agents.mandates.read.isLive([id])).to.equal(false);
    await expectMandatesRefused(agents, () => revoke(), "AgentMandatesExpired", [id, validUntil]);
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

    it("is lifted by the board, but not one of the timelock", async () => {
      const until = (await now()) + 3 * DAY;
      await pause(until);
      await pause(await now());
      await pay(agents, id, 1n);
      await pause(until, agents.clones.timelock);
      const lift = async () => pause(0);
      await expectMandatesRefused(agents, lift, "AgentMandatesPaused", [id, until]);
      await pause(until + DAY);
      await expectMandatesRefused(agents, lift, "AgentMandatesPaused", [id, until + DAY]);
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
