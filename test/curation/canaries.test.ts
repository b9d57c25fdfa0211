import { expect } from "chai";
import { type Hash, parseEventLogs } from "viem";
import {
  commitLot,
  DAY,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  laneMask,
  lotIdOf,
  NO_OUTCOME,
  sharedGate,
  STATUS,
  timestampOf,
  unanimous,
} from "./fixture.ts";
import {
  type Canary,
  canaryAlone,
  canaryPair,
  type Closed,
  closedLot,
  creditOf,
  DEPOSIT,
  depositFor,
  expectPot,
  masksOf,
  openPaidPanel,
  passWindow,
  settle,
  settledBy,
  TERMS,
} from "./scoring.ts";

const COUNT = 10;
const DEFECTS = [2, 7];

/** Of a set of two. */
const BOND = 2n * TERMS.bond;

describe("curation/canaries", () => {
  const shared = sharedGate(async () => {
    const gate = await openPaidPanel();
    await depositFor(gate, gate.registrar.account.address);
    return gate;
  });
  let gate: Gate;
  let canary: Canary;
  let root: Hash;
  let proof: Hash[];
  let deadline: number;
  beforeEach(async () => {
    gate = await shared();
    const { address } = gate.producer.account;
    canary = { lotId: lotIdOf(address, 1n), salt: hashOf("salt"), masks: masksOf(COUNT, DEFECTS) };
    const second = { lotId: lotIdOf(address, 2n), salt: hashOf("other"), masks: masksOf(COUNT, []) };
    ({ root, proof } = canaryPair(canary, second));
    deadline = (await gate.connection.networkHelpers.time.latest()) + 30 * Number(DAY);
  });

  const announce = (count = 2, over: { root?: Hash; by?: Gate["registrar"]; deadline?: number } = {}): Promise<Hash> =>
    gate.curation.write.commitCanaries([over.root ?? root, count, over.deadline ?? deadline], {
      account: (over.by ?? gate.registrar).account,
      gas: GAS,
    });

  const open = (
    { lotId, outcome }: Closed,
    over: Partial<Canary & { root: Hash; proof: Hash[] }> = {},
    by = gate.producer,
  ): Promise<Hash> =>
    gate.curation.write.openCanary(
      [lotId, over.root ?? root, over.proof ?? proof, over.salt ?? canary.salt, over.masks ?? canary.masks, outcome],
      { account: by.account, gas: GAS },
    );

  const resolve = (of = root): Promise<Hash> =>
    gate.curation.write.resolveCanaries([of], { account: gate.stranger.account, gas: GAS });

  describe("commitCanaries", () => {
    it("refuses strangers, producers and curators", async () => {
      for (const by of [gate.stranger, gate.producer, gate.members[0] as Gate["stranger"]]) {
        await expectGateRefuses(gate, () => announce(2, { by }), "CurationUnauthorized", [by.account.address]);
      }
    });

    it("refuses none, a number that is no power of two, a deadline that is over and one too far away", async () => {
      for (const count of [0, 3, 65_535]) {
        await expectGateRefuses(gate, () => announce(count), "CurationInvalidCanaries", [count, deadline]);
      }
      const { time } = gate.connection.networkHelpers;
      const now = (await time.latest()) + 100;
      for (const [at, wrong] of [
        [now, now],
        [now + 1, now + 1 + 90 * Number(DAY) + 1],
      ] as const) {
        await time.setNextBlockTimestamp(at);
        const call = (): Promise<Hash> => announce(2, { deadline: wrong });
        await expectGateRefuses(gate, call, "CurationInvalidCanaries", [2, wrong]);
      }
    });

    it("refuses a root twice", async () => {
      await announce();
      await expectGateRefuses(gate, () => announce(), "CurationDuplicateCanaries", [root]);
    });

    it("refuses a poster without the bond", async () => {
      await gate.curation.write.withdrawDeposit([DEPOSIT - BOND + 1n], { account: gate.registrar.account });
      const { address } = gate.registrar.account;
      const args = [address, BOND - 1n, BOND];
      await expectGateRefuses(gate, () => announce(), "CurationDepositTooSmall", args);
    });

    it("keeps the bond of a lot", async () => {
      const hash = await announce();
      const { address } = gate.registrar.account;
      expect((await gate.curation.read.producerOf([address])).free).to.equal(DEPOSIT - BOND);
      expect(await gate.curation.read.canariesOf([root])).to.deep.equal({
        poster: (await gate.curation.read.canariesOf([root])).poster,
        deadline,
        count: 2,
        opened: 0,
        bond: BOND,
        committedAt: Number(await timestampOf(gate, hash)),
      });
      await expectPot(gate, [address, gate.producer.account.address], BOND);
    });
  });

  describe("openCanary", () => {
    it("refuses everybody but the lot's producer", async () => {
      await announce();
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      for (const by of [gate.registrar, gate.stranger]) {
        await expectGateRefuses(gate, () => open(lot, {}, by), "CurationUnauthorized", [by.account.address]);
      }
    });

    it("refuses a lot without an audit, and one without a verdict", async () => {
      await announce();
      const lot = { lotId: canary.lotId, outcome: NO_OUTCOME, ballots: "0x", judgments: "0x" } as const;
      await expectGateRefuses(gate, () => open(lot), "CurationUnknownAudit", [canary.lotId]);
      await commitLot(gate, { count: COUNT });
      await expectGateRefuses(gate, () => open(lot), "CurationNotFinal", [canary.lotId]);
    });

    it("refuses after the window", async () => {
      await announce();
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      const { clock } = await gate.curation.read.auditOf([lot.lotId, 0]);
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock);
      await expectGateRefuses(gate, () => open(lot), "CurationCanaryTooLate", [lot.lotId, BigInt(clock), clock]);
    });

    it("refuses after the deadline of the set", async () => {
      const { time } = gate.connection.networkHelpers;
      const soon = (await time.latest()) + 2 * Number(DAY);
      await announce(2, { deadline: soon });
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      await time.setNextBlockTimestamp(soon + 1);
      const { clock } = await gate.curation.read.auditOf([lot.lotId, 0]);
      expect(clock).to.be.greaterThan(soon + 1);
      await expectGateRefuses(gate, () => open(lot), "CurationCanaryTooLate", [lot.lotId, BigInt(soon + 1), soon]);
    });

    it("refuses another outcome", async () => {
      await announce();
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      const outcome = { ...lot.outcome, bad: 1n };
      const found = await gate.curation.read.hashOutcome([outcome]);
      const { digest } = await gate.curation.read.auditOf([lot.lotId, 0]);
      const args = [lot.lotId, found, digest];
      await expectGateRefuses(gate, () => open({ ...lot, outcome }), "CurationWrongOutcome", args);
    });

    it("refuses a root that nobody announced", async () => {
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      await expectGateRefuses(gate, () => open(lot), "CurationUnknownCanaries", [root]);
    });

    it("refuses a root announced after the lot was committed", async () => {
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      await announce();
      await expectGateRefuses(gate, () => open(lot), "CurationCanaryCommittedLate", [lot.lotId, root]);
    });

    it("refuses another truth, another salt, another proof and another lot", async () => {
      await announce();
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      const args = [lot.lotId, root];
      for (const over of [
        { masks: masksOf(COUNT, [2]) },
        { masks: [...canary.masks, 0n] },
        { masks: [] },
        { salt: hashOf("another salt") },
        { proof: [] },
        { proof: [hashOf("sibling")] },
      ]) {
        await expectGateRefuses(gate, () => open(lot, over), "CurationWrongCanaryProof", args);
      }
      const third = await closedLot(gate, unanimous(9), { count: COUNT, nonce: 3n });
      await expectGateRefuses(gate, () => open(third), "CurationWrongCanaryProof", [third.lotId, root]);
    });

    it("refuses a truth whose words do not fit the lot", async () => {
      const long = { ...canary, masks: [...canary.masks, 0n] };
      const other = { ...canary, lotId: lotIdOf(gate.producer.account.address, 9n) };
      const pair = canaryPair(long, other);
      await announce(2, { root: pair.root });
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      const call = (): Promise<Hash> => open(lot, { ...pair, masks: long.masks });
      await expectGateRefuses(gate, call, "CurationWrongCanaryProof", [lot.lotId, pair.root]);
    });

    it("refuses a tree that has room for more lots than were announced", async () => {
      await announce(1);
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      await expectGateRefuses(gate, () => open(lot), "CurationWrongCanaryProof", [lot.lotId, root]);
    });

    it("refuses to open twice", async () => {
      await announce();
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      const time = await timestampOf(gate, await open(lot));
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(time + 1n);
      const args = [lot.lotId, time + 1n, Number(time)];
      await expectGateRefuses(gate, () => open(lot), "CurationCanaryTooLate", args);
    });

    it("voids the lot, so that no close and no window revives it", async () => {
      await announce();
      const lot = await closedLot(gate, unanimous(9), { count: COUNT });
      const hash = await open(lot);
      const time = Number(await timestampOf(gate, hash));
      const { logs } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
      const [event] = parseEventLogs({ abi: gate.curation.abi, logs, eventName: "CanaryOpened" });
      expect(event?.args).to.deep.equal({ lotId: lot.lotId, root, salt: canary.salt, masks: canary.masks });
      const stored = await gate.registry.read.lotOf([lot.lotId]);
      expect([stored.status, stored.releasableAt]).to.deep.equal([STATUS.rejected, time]);
      const audit = await gate.curation.read.auditOf([lot.lotId, 0]);
      expect([audit.clock, audit.flags & 128]).to.deep.equal([time, 128]);
      expect(await gate.curation.read.truthOf([lot.lotId])).to.deep.equal([true, laneMask(...DEFECTS)]);
      expect((await gate.curation.read.canariesOf([root])).opened).to.equal(1);
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(time + 5);
      const again = (): Promise<Hash> =>
        gate.curation.write.closeAudit([lot.lotId, 1, lot.ballots, lot.outcome], {
          account: gate.stranger.account,
          gas: GAS,
        });
      await expectGateRefuses(gate, again, "CurationVerdictFinal", [lot.lotId, BigInt(time + 5), time]);
    });

    it("finds the lanes of a sample", async () => {
      const count = 1_000;
      const masks = masksOf(
        count,
        Array.from({ length: 333 }, (_, i) => 3 * i),
      );
      const large = { ...canary, masks };
      const pair = canaryPair(large, { ...canary, lotId: lotIdOf(gate.producer.account.address, 2n) });
      await announce(2, { root: pair.root });
      const lot = await closedLot(gate, unanimous(9), { count });
      await open(lot, { ...pair, masks });
      const sample = await gate.curation.read.sampleOf([lot.lotId, lot.outcome.seed]);
      const lanes = sample.flatMap((position, lane) => (position % 3 === 0 && position < 999 ? [lane] : []));
      expect(await gate.curation.read.truthOf([lot.lotId])).to.deep.equal([true, laneMask(...lanes)]);
    });
  });

  describe("settling", () => {
    it("scores hits, misses and false alarms, and leaves the producer alone", async () => {
      await announce();
      const votes = unanimous(9, laneMask(...DEFECTS)).map((vote) => {
        if (vote.index === 7) return { index: 7 };
        if (vote.index === 8) return { index: 8, defect: laneMask(2, 3, 4) };
        return vote.index === 9 ? { index: 9, defect: laneMask(...DEFECTS), ok: laneMask(0, 1) } : vote;
      });
      const lot = await closedLot(gate, votes, { count: COUNT });
      const before = await gate.curation.read.producerOf([gate.producer.account.address]);
      await open(lot);
      const { settled, scored, level } = await settledBy(gate, await settle(gate, lot));
      expect([settled.returned, settled.slashed, settled.paid + settled.rest]).to.deep.equal([
        TERMS.bond,
        0n,
        TERMS.fee,
      ]);
      expect([scored.canary, scored.defects, level]).to.deep.equal([true, laneMask(...DEFECTS), undefined]);
      const figures = scored.entries.map(({ hits, misses, falseAlarms, points }) => [
        hits,
        misses,
        falseAlarms,
        points,
      ]);
      expect(figures).to.deep.equal([
        ...Array.from({ length: 6 }, () => [2, 0, 0, 20]),
        [0, 2, 0, 4],
        [1, 1, 2, 4],
        [2, 0, 0, 16],
      ]);
      const score = await gate.curation.read.scoreOf([1]);
      expect([score.hits, score.points, score.canaryPoints]).to.deep.equal([2, 0, 20]);
      const after = await gate.curation.read.producerOf([gate.producer.account.address]);
      expect(after).to.deep.equal({ ...before, free: before.free + TERMS.bond + settled.rest });
      await expectPot(gate, [gate.producer.account.address, gate.registrar.account.address], BOND);
    });

    it("pays less for what was wrong before", async () => {
      await announce();
      const votes = unanimous(9, laneMask(...DEFECTS)).map((vote) => (vote.index === 9 ? { index: 9 } : vote));
      const lot = await closedLot(gate, votes, { count: COUNT });
      await open(lot);
      await settle(gate, lot);
      const next = await closedLot(gate, unanimous(9), { nonce: 5n });
      await passWindow(gate, next.lotId);
      const { scored } = await settledBy(gate, await settle(gate, next));
      // one of three: two misses on top of the one that everybody is given
      const total = 8n * 1_000_000n + 333_333n;
      expect(scored.entries.at(-1)?.pay).to.equal((TERMS.fee * 333_333n) / total);
      expect(scored.entries[0]?.pay).to.equal((TERMS.fee * 1_000_000n) / total);
    });
  });

  describe("resolveCanaries", () => {
    it("refuses an unknown root", async () => {
      await expectGateRefuses(gate, resolve, "CurationUnknownCanaries", [root]);
    });

    it("refuses while some are not open and there is time", async () => {
      await announce();
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(deadline);
      await expectGateRefuses(gate, resolve, "CurationCanariesPending", [root, 0, 2]);
    });

    it("forfeits the bond of a set that was not opened in time, once", async () => {
      await announce();
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(deadline + 1);
      const hash = await resolve();
      const { logs } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
      const events = parseEventLogs({ abi: gate.curation.abi, logs, eventName: "CanariesForfeited" });
      expect(events.map(({ args }) => args)).to.deep.equal([{ root, bond: BOND }]);
      expect(await creditOf(gate, gate.timelock)).to.equal(BOND);
      await expectPot(gate, [gate.producer.account.address, gate.registrar.account.address]);
      await expectGateRefuses(gate, resolve, "CurationUnknownCanaries", [root]);
    });

    it("returns the bond when all are open", async () => {
      const alone = canaryAlone(canary);
      await announce(1, { root: alone.root });
      await open(await closedLot(gate, unanimous(9), { count: COUNT }), alone);
      const hash = await resolve(alone.root);
      const { logs } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
      const events = parseEventLogs({ abi: gate.curation.abi, logs, eventName: "CanariesReturned" });
      expect(events.map(({ args }) => args)).to.deep.equal([{ root: alone.root, bond: TERMS.bond }]);
      expect((await gate.curation.read.producerOf([gate.registrar.account.address])).free).to.equal(DEPOSIT);
    });
  });

  it("looks like any other lot until it is opened", async () => {
    await announce();
    const traces: unknown[] = [];
    const snapshot = await gate.connection.networkHelpers.takeSnapshot();
    for (const nonce of [1n, 3n]) {
      const from = BigInt(await gate.connection.networkHelpers.time.latestBlock());
      const lot = await closedLot(gate, unanimous(9), { count: COUNT, nonce });
      const logs = await gate.protocol.publicClient.getLogs({ fromBlock: from + 1n });
      const audit = await gate.curation.read.auditOf([lot.lotId, 0]);
      const { status } = await gate.registry.read.lotOf([lot.lotId]);
      traces.push({
        shapes: logs.map(({ address, topics, data }) => [address, topics[0], data.length]),
        audit: { ...audit, digest: undefined },
        status,
        truth: await gate.curation.read.truthOf([lot.lotId]),
      });
      await snapshot.restore();
    }
    expect(traces[0]).to.deep.equal(traces[1]);
  });
});
