import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, zeroAddress, zeroHash } from "viem";
import { passProposal } from "../helpers/governance.ts";
import {
  type Agents,
  consentTo,
  DAY,
  expectMandatesRefused,
  GAS,
  grant,
  HOUR,
  type MandateInput,
  mandateInput,
  type MandatesError,
  PING,
  POLICY,
  setUpAgents,
  USDC,
} from "./mandates.ts";

const LIMITS = { perTransaction: 1_000n * USDC, perPeriod: 4_000n * USDC, period: DAY };

describe("agents/mandates.grant", () => {
  let agents: Agents;

  before(async () => {
    agents = await setUpAgents();
  });

  beforeEach(() => agents.rewind());

  const now = () => agents.protocol.connection.networkHelpers.time.latest();

  async function expectRefusedGrant(
    overrides: Partial<MandateInput>,
    error: MandatesError,
    args: (input: MandateInput) => readonly unknown[],
  ): Promise<void> {
    const input = await mandateInput(agents, overrides);
    const call = () => agents.mandates.write.grant([input], { account: agents.timelockAddress, gas: GAS });
    await expectMandatesRefused(agents, call, error, args(input));
  }

  describe("is refused", () => {
    it("to all but the timelock", async () => {
      const input = await mandateInput(agents);
      for (const { account } of [agents.agent, agents.stranger, ...agents.founders]) {
        const call = () => agents.mandates.write.grant([input], { account, gas: GAS });
        await expectMandatesRefused(agents, call, "AgentMandatesUnauthorized", [account.address]);
      }
    });

    it("for nobody, the studio, and each of its modules", async () => {
      const { studio, timelock, governor, reputation, curation, board } = agents.clones;
      for (const agent of [
        zeroAddress,
        studio,
        timelock,
        governor,
        reputation,
        curation,
        board,
        agents.mandates.address,
      ]) {
        await expectRefusedGrant({ agent }, "AgentMandatesInvalidAgent", () => [getAddress(agent)]);
      }
    });

    it("to an agent that has a mandate, until that is over", async () => {
      const id = await grant(agents);
      const agent = agents.agent.account.address;
      await expectRefusedGrant({}, "AgentMandatesBusyAgent", () => [getAddress(agent), id]);
      await agents.protocol.connection.networkHelpers.time.increase(90 * DAY);
      await grant(agents);
    });

    it("of a token without a window", async () => {
      const token: Address = agents.protocol.addressOf("TestUSDCKeyed");
      await expectRefusedGrant({ token }, "AgentMandatesUnknownWindow", () => [getAddress(token)]);
    });

    it("in the past or beyond 180 days", async () => {
      const { networkHelpers } = agents.protocol.connection;
      for (const offset of [0, 180 * DAY + 1]) {
        const next = (await now()) + 100;
        const validUntil = next + offset;
        const input = await mandateInput(agents, { validUntil });
        const call = async () => {
          await networkHelpers.time.setNextBlockTimestamp(next);
          return agents.mandates.write.grant([input], { account: agents.timelockAddress, gas: GAS });
        };
        await expectMandatesRefused(agents, call, "AgentMandatesInvalidTerm", [validUntil, BigInt(next + 180 * DAY)]);
      }
    });

    it("with a review in the past or after the end", async () => {
      const start = await now();
      for (const reviewAt of [start, start + 90 * DAY + 1]) {
        const validUntil = start + 90 * DAY;
        await expectRefusedGrant({ reviewAt, validUntil }, "AgentMandatesInvalidReview", () => [reviewAt, validUntil]);
      }
    });

    it("with caps that do not contain each other, have too many digits, a period of no whole hours, or money without a token", async () => {
      const cases: Partial<MandateInput>[] = [
        { limits: { ...LIMITS, perTransaction: LIMITS.perPeriod + 1n } },
        { lifetime: LIMITS.perPeriod - 1n },
        { limits: { ...LIMITS, perTransaction: 524_289n } },
        { limits: { ...LIMITS, perPeriod: LIMITS.perPeriod + 1n } },
        { lifetime: 2n ** 88n },
        { limits: { ...LIMITS, period: 0 } },
        { limits: { ...LIMITS, period: HOUR - 1 } },
        { limits: { ...LIMITS, period: HOUR + 1 } },
        { limits: { ...LIMITS, period: 180 * DAY + HOUR } },
        { token: zeroAddress },
        { token: zeroAddress, limits: { perTransaction: 0n, perPeriod: 0n, period: 0 } },
      ];
      for (const overrides of cases) {
        await expectRefusedGrant(overrides, "AgentMandatesInvalidLimits", ({ limits, lifetime }) => [
          limits.perTransaction,
          limits.perPeriod,
          limits.period,
          lifetime,
        ]);
      }
    });

    it("without a sponsor", () =>
      expectRefusedGrant({ sponsor: zeroAddress }, "AgentMandatesInvalidSponsor", () => [zeroAddress]));

    it("with payees to whom what is paid is lost", async () => {
      const { mandates, usdc, protocol } = agents;
      const { studio, timelock, curation, governor, reputation, board } = agents.clones;
      const ours = [studio, timelock, curation, governor, reputation, board, mandates.address];
      const names = ["RoyaltySplitter", "AssetRegistry", "LicenseMarket"] as const;
      const others = names.map((name) => protocol.addressOf(name));
      for (const payee of [zeroAddress, usdc.address, ...ours, ...others]) {
        await expectRefusedGrant({ payees: [payee] }, "AgentMandatesInvalidPayee", () => [getAddress(payee)]);
      }
    });

    it("with the account of a mandate as its payee, at the grant and later", async () => {
      const { mandates, timelockAddress } = agents;
      const id = await grant(agents);
      const { account } = await mandates.read.mandateOf([id]);
      const list = (listed: boolean) =>
        mandates.write.setPayee([id, account, listed], { account: timelockAddress, gas: GAS });
      await expectMandatesRefused(agents, () => list(true), "AgentMandatesInvalidPayee", [account]);
      await list(false);
    });

    it("without a policy", () =>
      expectRefusedGrant({ policyHash: zeroHash }, "AgentMandatesInvalidPolicy", () => [zeroHash]));

    it("with lists that are too long", async () => {
      const rule = { target: agents.machine, selector: PING };
      const length: readonly unknown[] = [33n, 32n];
      await expectRefusedGrant({ calls: Array(33).fill(rule) }, "AgentMandatesListTooLong", () => length);
      await expectRefusedGrant({ payees: Array(33).fill(agents.payee) }, "AgentMandatesListTooLong", () => length);
    });

    it("in mandates that the studio does not name", async () => {
      const { studio, clones } = agents;
      await studio.write.setMandates([zeroAddress, []], { account: clones.timelock });
      await expectRefusedGrant({}, "AgentMandatesReplaced", () => [zeroAddress]);
    });
  });

  it("is a vote of the members, with 32 payees and 32 functions at most", async () => {
    const { mandates, protocol, clones } = agents;
    const payees = Array.from({ length: 32 }, (_, i) => getAddress(`0x${(i + 1).toString(16).padStart(40, "0")}`));
    const calls = payees.map((_, i) => ({
      target: agents.machine,
      selector: `0x${(i + 1).toString(16).padStart(8, "0")}` as const,
    }));
    const input = await mandateInput(agents, { payees, calls });
    await consentTo(agents, input);
    const data = encodeFunctionData({ abi: mandates.abi, functionName: "grant", args: [input] });
    const { hash } = await passProposal(protocol, clones, [{ target: mandates.address, data }]);
    const { gasUsed } = await protocol.publicClient.getTransactionReceipt({ hash });
    expect(Number(gasUsed)).to.be.lessThan(16_777_216 / 4);
    const id = await mandates.read.mandateIdOf([input.agent]);
    expect(await mandates.read.isPayee([id, payees[31] as Address])).to.equal(true);
    expect(await mandates.read.isCall([id, agents.machine, "0x00000020"])).to.equal(true);
    expect(await mandates.read.isLive([id])).to.equal(true);
  });

  it("writes what was voted for and nothing else", async () => {
    const id = await grant(agents);
    const mandate = await agents.mandates.read.mandateOf([id]);
    const input = await mandateInput(agents);
    expect({ ...mandate, validUntil: 0, reviewAt: 0, account: zeroAddress }).to.deep.equal({
      agent: getAddress(input.agent),
      sponsor: agents.sponsor,
      account: zeroAddress,
      token: getAddress(input.token),
      policyHash: POLICY,
      policyVersion: 1,
      limits: input.limits,
      spent: 0n,
      left: input.lifetime,
      validUntil: 0,
      pausedUntil: 0,
      reviewAt: 0,
      quota: input.quota,
      revoked: false,
    });
    const unknown: Hash = POLICY;
    await agents.protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
      agents.mandates.read.mandateOf([unknown]),
      agents.mandates,
      "AgentMandatesUnknownMandate",
      [unknown],
    );
  });

  describe("setWindow", () => {
    const set = (cap: bigint, length: number, by = agents.timelockAddress, token = agents.usdc.address) =>
      agents.mandates.write.setWindow([token, cap, length], { account: by, gas: GAS });

    it("is the timelock's", async () => {
      const by = agents.stranger.account.address;
      await expectMandatesRefused(agents, () => set(1n, DAY, by), "AgentMandatesUnauthorized", [by]);
    });

    it("takes no account without code, no cap of zero or of eight digits, one to 90 days", async () => {
      const usdc = getAddress(agents.usdc.address);
      const cases: [Address, bigint, number][] = [
        [agents.payee, 1n, DAY],
        [usdc, 0n, DAY],
        [usdc, 12_345_678n, DAY],
        [usdc, 1n, DAY - 1],
        [usdc, 1n, 90 * DAY + 1],
      ];
      for (const [token, cap, length] of cases) {
        const call = () => set(cap, length, agents.timelockAddress, token);
        await expectMandatesRefused(agents, call, "AgentMandatesInvalidWindow", [token, cap, length]);
      }
    });

    it("counts what was taken as if it had been taken now", async () => {
      const id = await grant(agents);
      const { mandates, usdc, agent, payee } = agents;
      await mandates.write.pay([id, POLICY, payee, 999n * USDC + 1n, zeroHash], { account: agent.account });
      await agents.protocol.connection.networkHelpers.time.increase(6 * DAY);
      await agents.protocol.connection.viem.assertions.emitWithArgs(set(1_000n * USDC, DAY), mandates, "WindowSet", [
        usdc.address,
        1_000n * USDC,
        DAY,
      ]);
      const [cap, spent] = await mandates.read.windowOf([usdc.address]);
      expect([cap, spent >= 999n * USDC + 1n, spent < 1_000n * USDC]).to.deep.equal([1_000n * USDC, true, true]);
    });
  });

  it("is reviewed by vote, at latest when it ends", async () => {
    const id = await grant(agents);
    const { mandates, timelockAddress, stranger } = agents;
    const { validUntil } = await mandates.read.mandateOf([id]);
    const review = (reviewAt: number, by = timelockAddress) =>
      mandates.write.review([id, reviewAt, 7, LIMITS], { account: by, gas: GAS });
    const by = stranger.account.address;
    await expectMandatesRefused(agents, () => review(validUntil, by), "AgentMandatesUnauthorized", [by]);
    await expectMandatesRefused(agents, () => review(validUntil + 1), "AgentMandatesInvalidReview", [
      validUntil + 1,
      validUntil,
    ]);
    await agents.protocol.connection.viem.assertions.emitWithArgs(review(validUntil), mandates, "MandateReviewed", [
      id,
      validUntil,
      7,
      LIMITS,
    ]);
  });
});
