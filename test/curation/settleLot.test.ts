import { expect } from "chai";
import { keccak256 } from "viem";
import {
  ALL_LANES,
  commitLot,
  expectGateRefuses,
  type Gate,
  laneMask,
  sharedGate,
  STATUS,
  unanimous,
} from "./fixture.ts";
import {
  closedLot,
  creditOf,
  DEPOSIT,
  expectPot,
  finalLot,
  openPaidPanel,
  passWindow,
  settle,
  settledBy,
  TERMS,
} from "./scoring.ts";

describe("curation/settleLot", () => {
  const shared = sharedGate(openPaidPanel);
  let gate: Gate;
  beforeEach(async () => {
    gate = await shared();
  });

  const refuses = (
    ...[call, error, args]: [
      Parameters<typeof expectGateRefuses>[1],
      Parameters<typeof expectGateRefuses>[2],
      readonly unknown[],
    ]
  ) => expectGateRefuses(gate, call, error, args);

  it("refuses a lot without an audit", async () => {
    const lot = await finalLot(gate);
    await refuses(() => settle(gate, { ...lot, lotId: lot.lotId + 1n }), "CurationUnknownAudit", [lot.lotId + 1n]);
  });

  it("refuses a round that never was", async () => {
    const lot = await finalLot(gate);
    await refuses(() => settle(gate, lot, 1), "CurationUnknownAudit", [lot.lotId]);
  });

  it("refuses a lot without a verdict", async () => {
    const lot = await finalLot(gate);
    const lotId = await commitLot(gate, { nonce: 2n });
    await refuses(() => settle(gate, { ...lot, lotId }), "CurationNotFinal", [lotId]);
  });

  it("refuses a verdict that can still be replaced", async () => {
    const lot = await closedLot(gate);
    await refuses(() => settle(gate, lot), "CurationNotFinal", [lot.lotId]);
    const { time } = gate.connection.networkHelpers;
    const { clock } = await gate.curation.read.auditOf([lot.lotId, 0]);
    await time.setNextBlockTimestamp(clock - 1);
    await refuses(() => settle(gate, lot), "CurationNotFinal", [lot.lotId]);
    await time.setNextBlockTimestamp(clock);
    await settle(gate, lot);
  });

  it("refuses another outcome", async () => {
    const lot = await finalLot(gate);
    const { digest } = await gate.curation.read.auditOf([lot.lotId, 0]);
    const { weights, bad, covered } = lot.outcome;
    for (const change of [{ bad: bad ^ 1n }, { covered: covered ^ 1n }, { weights: weights << 8n }]) {
      const outcome = { ...lot.outcome, ...change };
      const found = await gate.curation.read.hashOutcome([outcome]);
      await refuses(() => settle(gate, { ...lot, outcome }), "CurationWrongOutcome", [lot.lotId, found, digest]);
    }
  });

  it("refuses ballots of another close", async () => {
    const lot = await finalLot(gate);
    const other = await finalLot(gate, unanimous(9, 1n), { nonce: 2n });
    const error = [lot.lotId, keccak256(other.judgments), lot.outcome.ballots];
    await refuses(() => settle(gate, { ...lot, judgments: other.judgments }), "CurationWrongBallots", error);
  });

  it("refuses to settle twice", async () => {
    const lot = await finalLot(gate);
    await settle(gate, lot);
    await refuses(() => settle(gate, lot), "CurationAlreadySettled", [lot.lotId, 0]);
  });

  it("pays the panel of an accepted lot and returns its bond", async () => {
    const lot = await finalLot(gate);
    const { settled, scored, level } = await settledBy(gate, await settle(gate, lot));
    const pay = TERMS.fee / 9n;
    const rest = TERMS.fee - 9n * pay;
    expect(settled).to.deep.equal({
      lotId: lot.lotId,
      round: 0,
      paid: 9n * pay,
      rest,
      returned: TERMS.bond,
      slashed: 0n,
    });
    expect(scored.canary).to.equal(false);
    expect(scored.defects).to.equal(0n);
    expect(level).to.equal(undefined);
    expect(scored.entries).to.deep.equal(
      Array.from({ length: 9 }, (_, i) => ({ index: i + 1, hits: 0, misses: 0, falseAlarms: 0, points: 4, pay })),
    );
    const score = await gate.curation.read.scoreOf([1]);
    expect([score.points, score.canaryPoints, score.pay]).to.deep.equal([4, 0, pay]);
    expect((await gate.curation.read.epochPointsOf([score.epoch])).points).to.equal(36n);
    const producer = await gate.curation.read.producerOf([gate.producer.account.address]);
    expect([producer.free, producer.accepted, producer.level]).to.deep.equal([DEPOSIT - TERMS.fee + rest, 1, 0]);
    await expectPot(gate, [gate.producer.account.address]);
  });

  it("gives the bond of a rejected lot to the timelock", async () => {
    const lot = await finalLot(gate, unanimous(9, laneMask(1, 2, 3)));
    const { settled } = await settledBy(gate, await settle(gate, lot));
    expect([settled.returned, settled.slashed]).to.deep.equal([0n, TERMS.bond]);
    expect(await creditOf(gate, gate.timelock)).to.equal(TERMS.bond);
    const producer = await gate.curation.read.producerOf([gate.producer.account.address]);
    expect([producer.free, producer.accepted, producer.rejected]).to.deep.equal([
      DEPOSIT - TERMS.bond - settled.paid,
      0,
      1,
    ]);
    await expectPot(gate, [gate.producer.account.address]);
  });

  it("pays nothing for agreeing with the majority", async () => {
    const dissent = unanimous(9, laneMask(5)).map((vote) => (vote.index > 6 ? { index: vote.index } : vote));
    const lot = await finalLot(gate, dissent);
    const { scored } = await settledBy(gate, await settle(gate, lot));
    expect(new Set(scored.entries.map(({ points }) => points))).to.deep.equal(new Set([4]));
    expect(new Set(scored.entries.map(({ pay }) => pay)).size).to.equal(1);
  });

  it("pays by the lanes that were judged, and nobody who judged less than half of them", async () => {
    const half = ALL_LANES >> 128n;
    const votes = unanimous(9).map((vote) => {
      if (vote.index === 8) return { index: 8, ok: half };
      return vote.index === 9 ? { index: 9, ok: half >> 1n } : vote;
    });
    const lot = await finalLot(gate, votes);
    const { scored } = await settledBy(gate, await settle(gate, lot));
    const total = 7n * 256n + 128n;
    expect(scored.entries.map(({ pay }) => pay)).to.deep.equal([
      ...Array.from({ length: 7 }, () => (TERMS.fee * 256n) / total),
      (TERMS.fee * 128n) / total,
      0n,
    ]);
    expect(scored.entries.map(({ points }) => points)).to.deep.equal([4, 4, 4, 4, 4, 4, 4, 4, 0]);
    await expectPot(gate, [gate.producer.account.address]);
  });

  it("settles by the terms of the commit", async () => {
    const lot = await closedLot(gate);
    await gate.curation.write.setAuditTerms([{ ...TERMS, bond: 1n, fee: 1n }], { account: gate.timelock });
    await passWindow(gate, lot.lotId);
    const { settled } = await settledBy(gate, await settle(gate, lot));
    expect([settled.returned, settled.paid + settled.rest]).to.deep.equal([TERMS.bond, TERMS.fee]);
  });

  it("leaves the verdict alone", async () => {
    const lot = await finalLot(gate);
    const before = await gate.registry.read.lotOf([lot.lotId]);
    await settle(gate, lot);
    expect(await gate.registry.read.lotOf([lot.lotId])).to.deep.equal(before);
    expect(before.status).to.equal(STATUS.accepted);
  });
});
