import { expect } from "chai";
import type { Hash } from "viem";
import { headerOf } from "../helpers/history.ts";
import type { Wallet } from "../helpers/protocol.ts";
import {
  closeAudit,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  laneMask,
  passDeadline,
  seedOf,
  sharedGate,
  STATUS,
  unanimous,
} from "./fixture.ts";
import {
  type Closed,
  closedLot,
  creditOf,
  DEPOSIT,
  depositFor,
  expectPot,
  openPaidPanel,
  outcomeBy,
  passWindow,
  settle,
  settledBy,
  TERMS,
} from "./scoring.ts";

const COUNT = 100;
const EVIDENCE = hashOf("evidence");

describe("curation/settleLot.disputes", () => {
  const shared = sharedGate(async () => {
    const gate = await openPaidPanel();
    for (const wallet of gate.members.slice(0, 2)) await depositFor(gate, wallet.account.address);
    return gate;
  });
  let gate: Gate;
  let challenger: Wallet;
  beforeEach(async () => {
    gate = await shared();
    challenger = gate.members[0] as Wallet;
  });

  const people = () => [gate.producer, ...gate.members.slice(0, 2)].map(({ account }) => account.address);
  const freeOf = async ({ account }: Wallet): Promise<bigint> =>
    (await gate.curation.read.producerOf([account.address])).free;

  const challenge = (lotId: bigint, mask: bigint): Promise<Hash> =>
    gate.curation.write.challenge([lotId, 0, [mask], EVIDENCE], { account: challenger.account, gas: GAS });

  const drop = (lotId: bigint, masks: bigint[], id = 1): Promise<Hash> =>
    gate.curation.write.dropChallenge([lotId, id, 0, masks], { account: gate.stranger.account, gas: GAS });

  const veto = (lotId: bigint, mask: bigint): Promise<Hash> =>
    gate.curation.write.veto([lotId, 0, mask, hashOf("reason"), EVIDENCE], { account: gate.timelock, gas: GAS });

  /** Draws and closes the second audit of a suspended lot. */
  async function reaudit(lotId: bigint, defect = 0n): Promise<Closed> {
    const { clock } = await gate.curation.read.auditOf([lotId, 1]);
    await gate.connection.networkHelpers.mine(34n);
    const header = await headerOf(gate.connection, BigInt(clock));
    await gate.curation.write.drawSeed([lotId, header, `0x${"00".repeat(32)}`], { account: gate.stranger.account });
    const seed = await seedOf(gate, lotId);
    await passDeadline(gate, lotId);
    // the challenger judges neither
    const votes = unanimous(9, defect);
    return { lotId, ...(await outcomeBy(gate, await closeAudit(gate, lotId, votes), seed)) };
  }

  it("refuses while a challenge is open", async () => {
    const lot = await closedLot(gate, unanimous(9), { count: COUNT });
    await challenge(lot.lotId, 1n);
    await passWindow(gate, lot.lotId);
    await expectGateRefuses(gate, () => settle(gate, lot), "CurationChallengesOpen", [lot.lotId, 1]);
  });

  it("knows from a veto what the panel missed, and who did not", async () => {
    const votes = unanimous(9).map((vote) => (vote.index < 4 ? { index: vote.index, defect: laneMask(5) } : vote));
    const lot = await closedLot(gate, votes, { count: COUNT });
    await veto(lot.lotId, laneMask(5, 6));
    await passWindow(gate, lot.lotId);
    const { scored, settled } = await settledBy(gate, await settle(gate, lot));
    expect([scored.canary, scored.defects]).to.deep.equal([false, laneMask(5, 6)]);
    const figures = scored.entries.map(({ hits, misses, falseAlarms, points }) => [hits, misses, falseAlarms, points]);
    expect(figures).to.deep.equal([
      ...Array.from({ length: 3 }, () => [1, 1, 0, 4]),
      ...Array.from({ length: 6 }, () => [0, 2, 0, 4]),
    ]);
    expect(settled.returned).to.equal(TERMS.bond);
    await expectPot(gate, people());
  });

  it("counts no lane that the panel itself called bad", async () => {
    const lot = await closedLot(gate, unanimous(9, laneMask(5)), { count: COUNT });
    await veto(lot.lotId, laneMask(6));
    await passWindow(gate, lot.lotId);
    const { scored } = await settledBy(gate, await settle(gate, lot));
    expect(scored.defects).to.equal(laneMask(6));
  });

  it("finds vetoed assets in the sample of a large lot", async () => {
    const lot = await closedLot(gate, unanimous(9), { count: 1_000 });
    const sample = await gate.curation.read.sampleOf([lot.lotId, lot.outcome.seed]);
    await veto(lot.lotId, 2n ** 256n - 1n);
    await passWindow(gate, lot.lotId);
    const { scored } = await settledBy(gate, await settle(gate, lot));
    const lanes = sample.flatMap((position, lane) => (position < 256 ? [lane] : []));
    expect(lanes.length).to.be.greaterThan(20);
    expect(scored.defects).to.equal(laneMask(...lanes));
  });

  it("knows nothing from a veto that was lifted", async () => {
    const lot = await closedLot(gate, unanimous(9), { count: COUNT });
    await veto(lot.lotId, laneMask(5));
    await gate.curation.write.liftVeto([lot.lotId, 0, laneMask(5)], { account: gate.timelock });
    await passWindow(gate, lot.lotId);
    expect((await settledBy(gate, await settle(gate, lot))).scored.defects).to.equal(0n);
  });

  it("knows nothing from a challenge that nobody judged", async () => {
    const lot = await closedLot(gate, unanimous(9), { count: COUNT });
    await challenge(lot.lotId, laneMask(5));
    await passWindow(gate, lot.lotId);
    await gate.curation.write.callPanel([lot.lotId], { account: gate.stranger.account });
    await gate.connection.networkHelpers.mine(8_300n);
    await drop(lot.lotId, [laneMask(5)]);
    expect((await gate.curation.read.disputeOf([lot.lotId])).dropped).to.equal(true);
    expect(await gate.registry.read.blockedWord([lot.lotId, 0])).to.equal(laneMask(5));
    const { scored, settled } = await settledBy(gate, await settle(gate, lot));
    expect([scored.defects, settled.returned]).to.deep.equal([0n, TERMS.bond]);
    expect(await freeOf(challenger)).to.equal(DEPOSIT);
    await expectPot(gate, people());
  });

  describe("of a suspended lot", () => {
    let first: Closed;
    beforeEach(async () => {
      first = await closedLot(gate, unanimous(9), { count: COUNT });
      const options = { account: challenger.account, gas: GAS };
      await gate.curation.write.challengeLot([first.lotId, EVIDENCE], options);
      expect((await gate.registry.read.lotOf([first.lotId])).status).to.equal(STATUS.suspended);
    });

    it("refuses both rounds until the second one is final", async () => {
      await gate.connection.networkHelpers.time.increase(3n * 86_400n);
      await expectGateRefuses(gate, () => settle(gate, first), "CurationNotFinal", [first.lotId]);
      const second = await reaudit(first.lotId);
      await expectGateRefuses(gate, () => settle(gate, first), "CurationNotFinal", [first.lotId]);
      await expectGateRefuses(gate, () => settle(gate, second, 1), "CurationNotFinal", [first.lotId]);
      await passWindow(gate, first.lotId, 1);
      await expectGateRefuses(gate, () => settle(gate, first), "CurationChallengesOpen", [first.lotId, 1]);
      await expectGateRefuses(gate, () => settle(gate, second, 1), "CurationChallengesOpen", [first.lotId, 1]);
    });

    it("pays each panel from who asked it, and settles the bond once", async () => {
      const second = await reaudit(first.lotId);
      await passWindow(gate, first.lotId, 1);
      await drop(first.lotId, []);
      const before = await freeOf(challenger);
      const [one, two] = [await settle(gate, first), await settle(gate, second, 1)];
      const { settled: a } = await settledBy(gate, one);
      const { settled: b, level } = await settledBy(gate, two);
      expect([a.returned, a.slashed, a.paid + a.rest]).to.deep.equal([0n, 0n, TERMS.fee]);
      expect([b.returned, b.slashed, b.paid + b.rest]).to.deep.equal([TERMS.bond, 0n, TERMS.fee]);
      expect(level).to.equal(undefined);
      expect((await freeOf(challenger)) - before).to.equal(b.rest);
      const { accepted } = await gate.curation.read.producerOf([gate.producer.account.address]);
      expect(accepted).to.equal(1);
      await expectGateRefuses(gate, () => settle(gate, second, 1), "CurationAlreadySettled", [first.lotId, 1]);
      await expectPot(gate, people());
    });

    it("takes the bond of a lot that the second panel rejects", async () => {
      const second = await reaudit(first.lotId, laneMask(1, 2, 3) | (laneMask(40) - laneMask(10)));
      await passWindow(gate, first.lotId, 1);
      await drop(first.lotId, []);
      const { settled } = await settledBy(gate, await settle(gate, second, 1));
      const { settled: early, scored } = await settledBy(gate, await settle(gate, first));
      // the second audit is repaid out of the bond
      const { paid } = await gate.curation.read.disputeOf([first.lotId]);
      expect(paid).to.equal(TERMS.fee);
      expect([settled.returned, settled.slashed]).to.deep.equal([0n, TERMS.bond - paid]);
      expect([early.returned, early.slashed, scored.defects]).to.deep.equal([0n, 0n, 0n]);
      expect(await creditOf(gate, gate.timelock)).to.equal(TERMS.bond - paid);
      await expectPot(gate, people());
    });

    it("gives bond and fee back where the second audit expires, and then settles the first", async () => {
      await gate.connection.networkHelpers.mine(8_300n);
      const before = [await freeOf(gate.producer), await freeOf(challenger)];
      await gate.curation.write.expireLot([first.lotId], { account: gate.stranger.account, gas: GAS });
      const after = [await freeOf(gate.producer), await freeOf(challenger)];
      expect(after.map((free, i) => free - (before[i] ?? 0n))).to.deep.equal([TERMS.bond, TERMS.fee]);
      await drop(first.lotId, []);
      expect(await freeOf(challenger)).to.equal(DEPOSIT);
      const { settled } = await settledBy(gate, await settle(gate, first));
      expect([settled.returned, settled.slashed, settled.paid + settled.rest]).to.deep.equal([0n, 0n, TERMS.fee]);
      await expectPot(gate, people());
    });
  });
});
