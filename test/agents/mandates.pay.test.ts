import { expect } from "chai";
import { type Hash, pad, toHex, zeroHash } from "viem";
import {
  type Agents,
  DAY,
  expectMandatesRefused,
  firstHead,
  GAS,
  grant,
  nextHead,
  OTHER_POLICY,
  pay,
  POLICY,
  PURPOSE,
  setUpAgents,
  USDC,
} from "./mandates.ts";

describe("agents/mandates.pay", () => {
  let agents: Agents;
  let id: Hash;

  before(async () => {
    agents = await setUpAgents();
  });

  beforeEach(async () => {
    await agents.rewind();
    id = await grant(agents);
  });

  const increase = (seconds: number) => agents.protocol.connection.networkHelpers.time.increase(seconds);
  const balances = async () => [
    await agents.usdc.read.balanceOf([agents.clones.timelock]),
    await agents.usdc.read.balanceOf([agents.payee]),
  ];

  describe("is refused", () => {
    it("to a mandate that does not exist", () =>
      expectMandatesRefused(agents, () => pay(agents, zeroHash, 1n), "AgentMandatesUnknownMandate", [zeroHash]));

    it("to everybody but the agent, members and timelock included", async () => {
      for (const by of [agents.stranger, ...agents.founders]) {
        await expectMandatesRefused(agents, () => pay(agents, id, 1n, { by }), "AgentMandatesUnauthorized", [
          by.account.address,
        ]);
      }
    });

    it("under another policy than members voted for", () =>
      expectMandatesRefused(agents, () => pay(agents, id, 1n, { policy: OTHER_POLICY }), "AgentMandatesWrongPolicy", [
        id,
        OTHER_POLICY,
        POLICY,
      ]));

    it("to payees who are not listed, and whom members took off", async () => {
      const to = agents.clones.timelock;
      await expectMandatesRefused(agents, () => pay(agents, id, 1n, { to }), "AgentMandatesUnlistedPayee", [id, to]);
      const { mandates, payee } = agents;
      const { hash } = { hash: await mandates.write.setPayee([id, payee, false], { account: to }) };
      await agents.protocol.connection.viem.assertions.emitWithArgs(Promise.resolve(hash), mandates, "PayeeListed", [
        id,
        payee,
        false,
      ]);
      await expectMandatesRefused(agents, () => pay(agents, id, 1n), "AgentMandatesUnlistedPayee", [id, payee]);
    });

    it("above the cap per transaction", () =>
      expectMandatesRefused(agents, () => pay(agents, id, 1_000n * USDC + 1n), "AgentMandatesOverTransaction", [
        id,
        1_000n * USDC + 1n,
        1_000n * USDC,
      ]));

    it("above the cap of a period, until the next one begins", async () => {
      for (let i = 0; i < 4; ++i) await pay(agents, id, 1_000n * USDC);
      await expectMandatesRefused(agents, () => pay(agents, id, 1n), "AgentMandatesOverPeriod", [
        id,
        4_000n * USDC + 1n,
        4_000n * USDC,
      ]);
      await increase(DAY);
      await pay(agents, id, 1_000n * USDC);
    });

    it("above the cap of its life", async () => {
      for (let day = 0; day < 3; ++day) {
        for (let i = 0; i < 4; ++i) await pay(agents, id, 1_000n * USDC);
        await increase(8 * DAY);
      }
      await expectMandatesRefused(agents, () => pay(agents, id, 1n), "AgentMandatesOverLifetime", [id, 1n, 0n]);
    });

    it("above the window of the treasury, which all mandates share, until it has passed", async () => {
      const second = agents.others[5];
      if (second === undefined) throw new Error("No account left");
      const other = await grant(agents, { agent: second.account.address });
      for (let i = 0; i < 4; ++i) await pay(agents, id, 1_000n * USDC);
      for (let i = 0; i < 4; ++i) await pay(agents, other, 1_000n * USDC, { by: second });
      await increase(DAY);
      for (let i = 0; i < 2; ++i) await pay(agents, id, 1_000n * USDC);
      const token = agents.usdc.address;
      const over = (total: bigint) => [token, total, 10_000n * USDC];
      // steps are 10,000 units here, and one unit counts as a step
      const total = 10_000n * USDC + 10_000n;
      const spend = () => pay(agents, other, 1n, { by: second });
      await expectMandatesRefused(agents, spend, "AgentMandatesOverWindow", over(total));
      await increase(5 * DAY);
      await expectMandatesRefused(agents, spend, "AgentMandatesOverWindow", over(total));
      await increase(2 * DAY);
      await spend();
      expect((await agents.mandates.read.windowOf([token]))[1]).to.equal(2_000n * USDC + 10_000n);
    });

    it("while the treasury has approved more than twice the window", async () => {
      const { usdc, mandates, clones } = agents;
      await usdc.write.approve([mandates.address, 20_000n * USDC + 1n], { account: clones.timelock });
      await expectMandatesRefused(agents, () => pay(agents, id, 1n), "AgentMandatesAllowanceTooLarge", [
        usdc.address,
        20_000n * USDC + 1n,
        20_000n * USDC,
      ]);
    });

    it("in a mandate without money", async () => {
      const second = agents.others[5];
      if (second === undefined) throw new Error("No account left");
      const limits = { perTransaction: 0n, perPeriod: 0n, period: 0 };
      const zero = "0x0000000000000000000000000000000000000000" as const;
      const poor = await grant(agents, { agent: second.account.address, token: zero, limits, lifetime: 0n });
      await expectMandatesRefused(agents, () => pay(agents, poor, 1n, { by: second }), "AgentMandatesOverTransaction", [
        poor,
        1n,
        0n,
      ]);
      await expectMandatesRefused(agents, () => pay(agents, poor, 0n, { by: second }), "AgentMandatesUnknownWindow", [
        zero,
      ]);
    });
  });

  it("moves the treasury's money to the payee, and counts it in every cap", async () => {
    const [treasury, before] = (await balances()) as [bigint, bigint];
    await pay(agents, id, 700n * USDC);
    expect(await balances()).to.deep.equal([treasury - 700n * USDC, before + 700n * USDC]);
    const mandate = await agents.mandates.read.mandateOf([id]);
    expect([mandate.spent, mandate.left]).to.deep.equal([700n * USDC, 11_300n * USDC]);
    expect(await agents.mandates.read.windowOf([agents.usdc.address])).to.deep.equal([10_000n * USDC, 700n * USDC]);
    expect(await agents.usdc.read.balanceOf([mandate.account])).to.equal(0n);
  });

  it("extends the log, which an auditor computes from the events", async () => {
    let head = firstHead(id);
    expect(await agents.mandates.read.headOf([id])).to.equal(head);
    for (const amount of [3n, 0n, 5n]) {
      const hash = await pay(agents, id, amount);
      head = nextHead(head, POLICY, 0, [pad(agents.payee, { size: 32 }), toHex(amount, { size: 32 }), PURPOSE]);
      await agents.protocol.connection.viem.assertions.emitWithArgs(
        Promise.resolve(hash),
        agents.mandates,
        "MandatePaid",
        [id, agents.payee, PURPOSE, amount, head],
      );
    }
    expect(await agents.mandates.read.headOf([id])).to.equal(head);
    expect(BigInt(head) & 0xffffffffffn).to.equal(3n);
  });

  it("counts what it spent in the first of new periods when members change their length", async () => {
    await pay(agents, id, 1_000n * USDC);
    const { validUntil } = await agents.mandates.read.mandateOf([id]);
    const limits = { perTransaction: 1_000n * USDC, perPeriod: 1_500n * USDC, period: 2 * DAY };
    await agents.mandates.write.review([id, validUntil, 1, limits], { account: agents.clones.timelock });
    await expectMandatesRefused(agents, () => pay(agents, id, 501n * USDC), "AgentMandatesOverPeriod", [
      id,
      1_501n * USDC,
      1_500n * USDC,
    ]);
    await pay(agents, id, 500n * USDC);
  });

  it("forgets nothing that was spent in a period when members take the caps away and give them back", async () => {
    const { mandates, clones } = agents;
    await pay(agents, id, 1_000n * USDC);
    const { validUntil } = await mandates.read.mandateOf([id]);
    const review = (perTransaction: bigint, perPeriod: bigint, period: number) =>
      mandates.write.review([id, validUntil, 1, { perTransaction, perPeriod, period }], { account: clones.timelock });
    await review(0n, 0n, 0);
    expect((await mandates.read.mandateOf([id])).spent).to.equal(1_000n * USDC);
    await review(1_000n * USDC, 1_500n * USDC, DAY);
    await expectMandatesRefused(agents, () => pay(agents, id, 501n * USDC), "AgentMandatesOverPeriod", [
      id,
      1_501n * USDC,
      1_500n * USDC,
    ]);
  });

  it("keeps every cap of five digits exactly, however large", async () => {
    const { mandates, clones } = agents;
    const { validUntil } = await mandates.read.mandateOf([id]);
    for (const cap of [1n, 99_999n, 524_287n, 12_345n * 10n ** 18n, 52_428n * 10n ** 21n, 79_228n * 10n ** 24n]) {
      const limits = { perTransaction: cap, perPeriod: cap, period: DAY };
      const set = () => mandates.write.review([id, validUntil, 1, limits], { account: clones.timelock, gas: GAS });
      if (cap >= 2n ** 88n) {
        const args = [cap, cap, DAY, 2n ** 88n - 1n];
        await expectMandatesRefused(agents, set, "AgentMandatesInvalidLimits", args);
        continue;
      }
      await set();
      expect((await mandates.read.mandateOf([id])).limits).to.deep.equal(limits);
    }
  });
});
