import { expect } from "chai";
import { concatHex, type Hash, hashTypedData, type Hex, keccak256, numberToHex, sliceHex } from "viem";
import { judgmentsOf } from "../models/judgments.ts";
import {
  ALL_LANES,
  blockedAssets,
  CLASS,
  closeAudit,
  closedBy,
  commitLot,
  DAY,
  expectGateRefuses,
  GAS,
  type Gate,
  lotIdOf,
  NO_OUTCOME,
  openAudit,
  openPanel,
  openSoloGate,
  passDeadline,
  presentOutcome,
  seedOf,
  sharedGate,
  signBallots,
  STATUS,
  timestampOf,
  unanimous,
  type Vote,
} from "./fixture.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

describe("curation/closeAudit", () => {
  const load = sharedGate(async () => {
    const opened = await openPanel();
    await openAudit(opened);
    return opened;
  });
  let gate: Gate;
  let lotId: bigint;

  beforeEach(async () => {
    gate = await load();
    lotId = lotIdOf(gate.producer.account.address, 1n);
  });

  const close = (ballots: Hex, { lot = lotId, charter = 1, previous = NO_OUTCOME } = {}) =>
    gate.curation.write.closeAudit([lot, charter, ballots, previous], { account: gate.stranger.account, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  /** Refuses these votes, signed, after the deadline. */
  const refuseBallot = async (votes: Vote[], error: RefusedBy, args: readonly unknown[]) => {
    await passDeadline(gate, lotId);
    const ballots = await signBallots(gate, lotId, votes);
    await refuse(() => close(ballots), error, args);
  };

  describe("refuses by its state", () => {
    it("a lot that was never committed here", async () => {
      const unknown = lotIdOf(gate.stranger.account.address, 9n);
      await refuse(() => close("0x", { lot: unknown }), "CurationUnknownAudit", [unknown]);
    });

    it("a solo studio's lot", async () => {
      const solo = await openSoloGate();
      const lot = await commitLot(solo);
      const call = () => solo.curation.write.closeAudit([lot, 1, "0x", NO_OUTCOME], { gas: GAS });
      await expectGateRefuses(solo, call, "CurationUnknownAudit", [lot]);
    });

    it("a lot whose seed is not drawn", async () => {
      const lot = await commitLot(gate, { nonce: 2n });
      await refuse(() => close("0x", { lot }), "CurationSeedNotDrawn", [lot]);
    });

    it("a charter that the studio never had", async () => {
      for (const version of [0, 2, 2 ** 32 - 1]) {
        await refuse(() => close("0x", { charter: version }), "CurationUnknownCharter", [version, 1]);
      }
    });

    it("anything before the ballot deadline but the whole panel", async () => {
      const { clock } = await gate.curation.read.auditOf([lotId, 0]);
      const ballots = await signBallots(gate, lotId, unanimous(8));
      for (const seconds of [10_000, 1]) {
        await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock - seconds);
        await refuse(() => close(ballots), "CurationBallotsOpen", [lotId, BigInt(clock - seconds), clock]);
      }
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock);
      await close(ballots);
    });

    it("a first close more than seven days after the deadline, which is how a lot expires", async () => {
      const { networkHelpers } = gate.connection;
      const { clock } = await gate.curation.read.auditOf([lotId, 0]);
      const latest = BigInt(clock) + 7n * DAY;
      const ballots = await signBallots(gate, lotId, unanimous(9));
      const snapshot = await networkHelpers.takeSnapshot();
      await networkHelpers.time.setNextBlockTimestamp(latest);
      await close(ballots);
      await snapshot.restore();
      expect(await gate.curation.read.isExpired([lotId])).to.equal(false);
      await networkHelpers.time.setNextBlockTimestamp(latest + 1n);
      await refuse(() => close(ballots), "CurationAuditTimedOut", [lotId, latest + 1n, latest]);
      expect(await gate.curation.read.isExpired([lotId])).to.equal(true);
      expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.pending);
    });

    it("a heavier set once the challenge window is over", async () => {
      await passDeadline(gate, lotId);
      await closeAudit(gate, lotId, unanimous(6));
      const { clock } = await gate.curation.read.auditOf([lotId, 0]);
      const ballots = await signBallots(gate, lotId, unanimous(9));
      const previous = await presentOutcome(gate, lotId);
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock);
      await refuse(() => close(ballots, { previous }), "CurationVerdictFinal", [lotId, BigInt(clock), clock]);
      expect(await gate.curation.read.isExpired([lotId])).to.equal(false);
    });
  });

  describe("refuses by the set of ballots", () => {
    it("bytes that are not whole ballots", async () => {
      const ballots = await signBallots(gate, lotId, unanimous(9));
      for (const bytes of [sliceHex(ballots, 1), concatHex([ballots, "0x00"]), sliceHex(ballots, 0, 129)]) {
        await refuse(() => close(bytes), "AuditBallotsInvalidLength", [BigInt((bytes.length - 2) / 2)]);
      }
    });

    it("fewer than three ballots", async () => {
      await refuse(() => close("0x"), "CurationTooFewBallots", [lotId, 0n, 3n]);
      await refuseBallot(unanimous(2), "CurationTooFewBallots", [lotId, 2n, 3n]);
    });

    it("more than 255 ballots", async () => {
      const many = `0x${"00".repeat(256 * 130)}` as const;
      await refuse(() => close(many), "CurationTooManyBallots", [lotId, 256n, 255n]);
    });

    it("less than 60 % of the expected weight", async () => {
      await refuseBallot(unanimous(5), "CurationNoQuorum", [lotId, 5n, 6n]);
    });

    it("the kind part of the ballots, when the hostile part is missed for the quorum", async () => {
      const kind = unanimous(5);
      await refuseBallot(kind, "CurationNoQuorum", [lotId, 5n, 6n]);
      expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.pending);
    });

    it("lanes where neither side has 40 % of the expected weight", async () => {
      const lanes = (1n << 200n) | 1n;
      // three say ok, three nothing: 3 of 9 is 33 %
      const votes = unanimous(6).map((vote) => (vote.index > 3 ? { ...vote, ok: ALL_LANES ^ lanes } : vote));
      await refuseBallot(votes, "CurationUncovered", [lotId, lanes]);
    });

    it("lanes that are split below coverage", async () => {
      const lane = 1n << 7n;
      const votes = unanimous(6).map((vote) => (vote.index > 3 ? { ...vote, defect: lane } : vote));
      await refuseBallot(votes, "CurationUncovered", [lotId, lane]);
    });

    it("the outcome of a lot without a verdict", async () => {
      const ballots = await signBallots(gate, lotId, unanimous(9));
      for (const change of [{ bad: 1n }, { seed: numberToHex(1, { size: 16 }) }, { weights: 9n }]) {
        const previous = { ...NO_OUTCOME, ...change };
        const [found, expected] = await Promise.all(
          [previous, NO_OUTCOME].map((outcome) => gate.curation.read.hashOutcome([outcome])),
        );
        await refuse(() => close(ballots, { previous }), "CurationWrongOutcome", [lotId, found, expected]);
      }
    });
  });

  describe("accepts", () => {
    it("a clean lot before the deadline, when everybody who may vote has voted", async () => {
      const hash = await closeAudit(gate, lotId, unanimous(9));
      const releasableAt = Number((await timestampOf(gate, hash)) + DAY);
      const ballots = await signBallots(gate, lotId, unanimous(9));
      const outcome = {
        seed: await seedOf(gate, lotId),
        ballots: keccak256(judgmentsOf(ballots)),
        covered: ALL_LANES,
        bad: 0n,
        weights: 9n,
      };
      expect(await gate.curation.read.auditOf([lotId, 0])).to.deep.equal({
        digest: await gate.curation.read.hashOutcome([outcome]),
        clock: releasableAt,
        weight: 9,
        excluded: 0,
        terms: 0,
        epoch: 0,
        plan: 0,
        humanBallots: 9,
        inbox: 0,
        flags: 0,
      });
      const lot = await gate.registry.read.lotOf([lotId]);
      expect([lot.status, lot.class, lot.releasableAt, lot.blocked]).to.deep.equal([
        STATUS.accepted,
        CLASS.panel,
        releasableAt,
        false,
      ]);
      const { viem } = gate.connection;
      await viem.assertions.emitWithArgs(hash, gate.curation, "AuditClosed", [
        lotId,
        gate.stranger.account.address,
        1,
        9,
        9,
        9,
        0,
        ALL_LANES,
        0n,
        9n,
        STATUS.accepted,
        releasableAt,
        ballots,
      ]);
      await viem.assertions.emitWithArgs(hash, gate.registry, "VerdictSet", [
        lotId,
        STATUS.accepted,
        CLASS.panel,
        releasableAt,
      ]);
    });

    it("without the producer's own weight, when everybody else has voted", async () => {
      const { curation, registrar, members } = gate;
      const judge = members[5] ?? gate.stranger;
      await curation.write.admitProducer([judge.account.address, 50_000], { account: registrar.account });
      const lot = await openAudit(gate, { by: judge.account });
      await closeAudit(
        gate,
        lot,
        unanimous(9).filter(({ index }) => index !== 6),
      );
      expect((await gate.registry.read.lotOf([lot])).status).to.equal(STATUS.accepted);
    });

    it("at quorum after the deadline, and releases by time alone", async () => {
      await passDeadline(gate, lotId);
      await closeAudit(gate, lotId, unanimous(6));
      const asset = lotId << 24n;
      const { releasableAt } = await gate.registry.read.lotOf([lotId]);
      expect(await gate.registry.read.isReleasable([asset])).to.equal(false);
      await gate.connection.networkHelpers.time.increaseTo(releasableAt - 1);
      expect(await gate.registry.read.isReleasable([asset])).to.equal(false);
      await gate.connection.networkHelpers.time.increaseTo(releasableAt);
      expect(await gate.registry.read.isReleasable([asset])).to.equal(true);
    });

    it("with at most two bad lanes, whose assets are blocked", async () => {
      const sample = await gate.curation.read.sampleOf([lotId, await seedOf(gate, lotId)]);
      const defect = (1n << 3n) | (1n << 200n);
      await closeAudit(gate, lotId, unanimous(9, defect));
      expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);
      const positions = [sample[3] ?? -1, sample[200] ?? -1];
      expect(await blockedAssets(gate, lotId)).to.deep.equal([...new Set(positions)].sort((a, b) => a - b));
      const { releasableAt } = await gate.registry.read.lotOf([lotId]);
      await gate.connection.networkHelpers.time.increaseTo(releasableAt);
      for (const position of positions) {
        expect(await gate.registry.read.isReleasable([(lotId << 24n) | BigInt(position)])).to.equal(false);
      }
    });

    it("and blocks two bad assets of one word as one word", async () => {
      const lot = await openAudit(gate, { nonce: 3n, count: 257 });
      const sample = await gate.curation.read.sampleOf([lot, await seedOf(gate, lot)]);
      const lanes = sample.flatMap((position, lane) => (position < 256 ? [lane] : [])).slice(0, 2);
      const defect = lanes.reduce((word, lane) => word | (1n << BigInt(lane)), 0n);
      const votes = unanimous(9, defect);
      await gate.curation.write.closeAudit([lot, 1, await signBallots(gate, lot, votes), NO_OUTCOME], { gas: GAS });
      const expected = [...new Set(lanes.map((lane) => sample[lane] ?? -1))].sort((a, b) => a - b);
      expect(await blockedAssets(gate, lot)).to.deep.equal(expected);
    });

    it("by the strict majority of a lane only: a tie is a defect", async () => {
      const [tied, lost] = [1n << 0n, 1n << 1n];
      const votes: Vote[] = [
        ...unanimous(4).map((vote) => ({ ...vote, defect: tied | lost })),
        ...[5, 6, 7, 8].map((index) => ({ index, ok: ALL_LANES ^ lost })),
      ];
      await passDeadline(gate, lotId);
      const hash = await closeAudit(gate, lotId, votes);
      const { bad, covered } = await closedBy(gate, hash);
      expect([bad, covered]).to.deep.equal([tied | lost, ALL_LANES]);
    });

    it("under an older charter that all ballots name", async () => {
      await gate.studio.write.setCharter([numberToHex(7, { size: 32 })], { account: gate.timelock });
      const ballots = await signBallots(gate, lotId, unanimous(9), 1);
      await close(ballots);
      expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);
    });

    it("under the newest charter", async () => {
      await gate.studio.write.setCharter([numberToHex(7, { size: 32 })], { account: gate.timelock });
      await close(await signBallots(gate, lotId, unanimous(9), 2), { charter: 2 });
      expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);
    });
  });

  describe("rejects", () => {
    it("a sample with three bad lanes, and blocks nothing by mask", async () => {
      const defect = 0b1011n;
      const hash = await closeAudit(gate, lotId, unanimous(9, defect));
      const lot = await gate.registry.read.lotOf([lotId]);
      expect([lot.status, lot.class, lot.blocked]).to.deep.equal([STATUS.rejected, CLASS.panel, false]);
      expect((await closedBy(gate, hash)).bad).to.equal(defect);
      await gate.connection.networkHelpers.time.increaseTo(lot.releasableAt);
      expect(await gate.registry.read.isReleasable([lotId << 24n])).to.equal(false);
    });
  });

  it("hashes ballots as EIP-712 says, with its own domain", async () => {
    const [, name, version, chainId, verifyingContract] = await gate.curation.read.eip712Domain();
    expect([name, version, verifyingContract]).to.deep.equal(["Imprimatur Curation", "1", gate.curation.address]);
    const message = {
      kind: 2,
      subject: 12n,
      seed: numberToHex(34n, { size: 16 }),
      charterVersion: 5,
      firstWord: 6,
      words: [7n, 8n, 9n, 10n],
    };
    const expected = hashTypedData({
      domain: { name, version, chainId, verifyingContract },
      types: {
        AuditBallot: [
          { name: "kind", type: "uint8" },
          { name: "subject", type: "uint256" },
          { name: "seed", type: "bytes16" },
          { name: "charterVersion", type: "uint32" },
          { name: "firstWord", type: "uint16" },
          { name: "words", type: "uint256[]" },
        ],
      },
      primaryType: "AuditBallot",
      message,
    });
    expect(await gate.curation.read.hashBallot([message])).to.equal(expected);
  });
});
