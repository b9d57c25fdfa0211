import { expect } from "chai";
import { concatHex, encodeAbiParameters, type Hash, type Hex, keccak256, numberToHex, sliceHex, zeroHash } from "viem";
import {
  ALL_LANES,
  ballotKey,
  closeAudit,
  commitLot,
  expectGateRefuses,
  GAS,
  type Gate,
  laneMask,
  lotIdOf,
  NO_OUTCOME,
  openAudit,
  openGate,
  openPanel,
  passDeadline,
  sharedGate,
  signBallot,
  signBallots,
  signKey,
  STATUS,
  unanimous,
  type Vote,
} from "./fixture.ts";
import { DEFAULT_TERMS } from "./rolls.ts";
import { inventCurators, writeCurators } from "./storage.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

const SEVEN_DAYS = 7 * 86_400;

describe("curation/castDirect", () => {
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

  const cast = (ballot: Hex, { lot = lotId, charter = 1 } = {}) =>
    gate.curation.write.castDirect([lot, charter, ballot], { account: gate.stranger.account, gas: GAS });

  const castVote = async (vote: Vote, charter = 1) => cast(await signBallot(gate, lotId, vote, charter), { charter });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  const refuseVote = async (vote: Vote, error: RefusedBy, args: readonly unknown[], charter = 1) => {
    const ballot = await signBallot(gate, lotId, vote, charter);
    await refuse(() => cast(ballot, { charter }), error, args);
  };

  const close = async (votes: readonly Vote[], charter = 1) => {
    const ballots = await signBallots(gate, lotId, votes, charter);
    return gate.curation.write.closeAudit([lotId, charter, ballots, NO_OUTCOME], { gas: GAS });
  };

  const refuseClose = async (votes: readonly Vote[], error: RefusedBy, args: readonly unknown[], charter = 1) => {
    const ballots = await signBallots(gate, lotId, votes, charter);
    await refuse(
      () => gate.curation.write.closeAudit([lotId, charter, ballots, NO_OUTCOME], { gas: GAS }),
      error,
      args,
    );
  };

  describe("refuses", () => {
    it("a lot that was never committed here, and one without a seed", async () => {
      const ballot = await signBallot(gate, lotId, { index: 1 });
      const unknown = lotIdOf(gate.stranger.account.address, 9n);
      await refuse(() => cast(ballot, { lot: unknown }), "CurationUnknownAudit", [unknown]);
      const lot = await commitLot(gate, { nonce: 2n });
      await refuse(() => cast(ballot, { lot }), "CurationSeedNotDrawn", [lot]);
    });

    it("bytes that are not one ballot", async () => {
      const ballot = await signBallot(gate, lotId, { index: 1 });
      for (const bytes of ["0x", sliceHex(ballot, 1), concatHex([ballot, ballot])] as const) {
        await refuse(() => cast(bytes), "AuditBallotsInvalidLength", [BigInt((bytes.length - 2) / 2)]);
      }
    });

    it("a ballot that no close would count", async () => {
      const both = laneMask(3);
      await refuseVote({ index: 10, key: ballotKey(1) }, "CurationUnknownCurator", [10]);
      await refuseVote({ index: 6, ok: ALL_LANES, defect: both }, "CurationContradictoryBallot", [6, both]);
      const [wrong, right] = [ballotKey(7).address, ballotKey(6).address];
      await refuseVote({ index: 6, key: ballotKey(7) }, "CurationWrongSigner", [6, wrong, right]);
    });

    it("a charter that is not the newest", async () => {
      await gate.studio.write.setCharter([numberToHex(7, { size: 32 })], { account: gate.timelock });
      await refuseVote({ index: 1 }, "CurationInboxCharter", [lotId, 1, 2]);
      await refuseVote({ index: 1 }, "CurationInboxCharter", [lotId, 3, 2], 3);
      await castVote({ index: 1 }, 2);
    });

    it("another charter than the first one's, though it is newer by now", async () => {
      await castVote({ index: 1 });
      await gate.studio.write.setCharter([numberToHex(7, { size: 32 })], { account: gate.timelock });
      await refuseVote({ index: 2 }, "CurationInboxCharter", [lotId, 2, 1], 2);
      await castVote({ index: 2 });
    });

    it("a curator twice, whatever it says the second time", async () => {
      await castVote({ index: 4 });
      for (const defect of [0n, ALL_LANES]) {
        await refuseVote({ index: 4, defect }, "CurationAlreadyCast", [lotId, 4]);
      }
    });

    it("the producer's own", async () => {
      const { curation, registrar, members } = gate;
      const judge = members[5] ?? gate.stranger;
      await curation.write.admitProducer([judge.account.address, 50_000], { account: registrar.account });
      const lot = await openAudit(gate, { by: judge.account });
      const ballot = await signBallot(gate, lot, { index: 6 });
      await refuse(() => cast(ballot, { lot }), "CurationOwnLot", [6]);
    });

    it("everything once the audit is closed", async () => {
      await closeAudit(gate, lotId, unanimous(9));
      const ballot = await signBallot(gate, lotId, { index: 1 });
      const { clock } = await gate.curation.read.auditOf([lotId, 0]);
      const time = BigInt(clock) - 9n;
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(time);
      await refuse(() => cast(ballot), "CurationBallotsClosed", [lotId, time, clock]);
    });

    it("everything once the audit has timed out", async () => {
      const { clock } = await gate.curation.read.auditOf([lotId, 0]);
      const { time } = gate.connection.networkHelpers;
      await time.setNextBlockTimestamp(clock + SEVEN_DAYS);
      await castVote({ index: 1 });
      await time.setNextBlockTimestamp(clock + SEVEN_DAYS + 1);
      const late = BigInt(clock + SEVEN_DAYS + 1);
      await refuseVote({ index: 2 }, "CurationBallotsClosed", [lotId, late, clock]);
    });

    it("more than 200 ballots, which would leave no room for others", async () => {
      await inventCurators(gate, 201);
      await gate.curation.write.setAuditTerms([{ ...DEFAULT_TERMS, panel: 128 }], { account: gate.timelock });
      lotId = await openAudit(gate, { nonce: 3n });
      await passDeadline(gate, lotId);
      for (let index = 1; index <= 200; index++) await castVote({ index });
      expect((await gate.curation.read.auditOf([lotId, 0])).inbox).to.equal(200);
      await refuseVote({ index: 201 }, "CurationInboxFull", [lotId]);
    });
  });

  it("keeps who cast, counts them in the audit's slot, and says what was cast", async () => {
    const ballot = await signBallot(gate, lotId, { index: 7, defect: laneMask(9) });
    const hash = await cast(ballot);
    await castVote({ index: 2 });
    expect(await gate.curation.read.inboxOf([lotId, 0])).to.deep.equal([1, [7, 2]]);
    expect((await gate.curation.read.auditOf([lotId, 0])).inbox).to.equal(2);
    const { assertions } = gate.connection.viem;
    await assertions.emitWithArgs(hash, gate.curation, "BallotCast", [lotId, 7, 1, false, ballot]);
  });

  describe("makes a close", () => {
    it("include every ballot that was cast", async () => {
      await castVote({ index: 8, defect: ALL_LANES });
      await passDeadline(gate, lotId);
      await refuseClose(unanimous(7), "CurationBallotMissing", [lotId, 8]);
      await close([...unanimous(7), { index: 8, defect: ALL_LANES }]);
      expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);
    });

    it("name the charter of the ballots that were cast", async () => {
      await gate.studio.write.setCharter([numberToHex(7, { size: 32 })], { account: gate.timelock });
      await castVote({ index: 8 }, 2);
      await passDeadline(gate, lotId);
      await refuseClose(unanimous(9), "CurationInboxCharter", [lotId, 1, 2]);
      await close(unanimous(9), 2);
    });

    it("free to count another ballot of that curator, which its equivocation proves", async () => {
      await castVote({ index: 8, defect: ALL_LANES });
      await passDeadline(gate, lotId);
      await close(unanimous(8));
    });

    it("free to leave out a curator that has another key, and it may cast again", async () => {
      await castVote({ index: 8 });
      const member = gate.members[7] ?? gate.stranger;
      const key = ballotKey(80);
      const consent = await signKey(gate, member.account.address, key);
      await gate.curation.write.registerCurator([key.address, consent], { account: member.account });
      await passDeadline(gate, lotId);
      const snapshot = await gate.connection.networkHelpers.takeSnapshot();
      await close(unanimous(7));
      await snapshot.restore();
      await castVote({ index: 8, key });
      expect(await gate.curation.read.inboxOf([lotId, 0])).to.deep.equal([1, [8]]);
      await refuseClose(unanimous(7), "CurationBallotMissing", [lotId, 8]);
      await close([...unanimous(7), { index: 8, key }]);
    });

    it("free to leave out a curator that was struck off", async () => {
      const all = (struckOff: number) =>
        writeCurators(
          gate,
          gate.members.map((_, i) => ({
            key: ballotKey(i + 1).address,
            standing: 10_000,
            struckOff: i + 1 === struckOff,
          })),
        );
      await castVote({ index: 8 });
      await all(8);
      await passDeadline(gate, lotId);
      await close(unanimous(7));
    });
  });

  describe("of curators without standing", () => {
    const NOVICE = 4;

    /** A studio with a novice among its curators, and an audit by terms with these flags. */
    const openDoor = async (flags: number) => {
      gate = await openGate(undefined, { salt: numberToHex(flags + 1, { size: 32 }) });
      const standings = [1_000, 1_000, 1_000, 0];
      const curators = standings.map((standing, i) => ({ key: ballotKey(i + 1).address, standing }));
      await writeCurators(gate, curators);
      await gate.curation.write.setAuditTerms([{ ...DEFAULT_TERMS, flags }], { account: gate.timelock });
      lotId = await openAudit(gate, { count: 20 });
    };

    it("are refused where the door is closed", async () => {
      await openDoor(0);
      await refuseVote({ index: NOVICE }, "CurationNotDrawn", [NOVICE, 0]);
    });

    it("are practice where it is open: kept as a hash, once, and bound to nothing", async () => {
      await openDoor(1);
      const words = [5n, 2n] as const;
      const ballot = await signBallot(gate, lotId, { index: NOVICE, ok: words[0], defect: words[1] });
      const hash = await cast(ballot);
      const digest = keccak256(encodeAbiParameters([{ type: "uint256" }, { type: "uint256" }], words));
      expect(await gate.curation.read.practiceOf([lotId, NOVICE])).to.equal(digest);
      const { assertions } = gate.connection.viem;
      await assertions.emitWithArgs(hash, gate.curation, "BallotCast", [lotId, NOVICE, 1, true, ballot]);
      expect(await gate.curation.read.inboxOf([lotId, 0])).to.deep.equal([0, []]);
      await refuseVote({ index: NOVICE }, "CurationAlreadyCast", [lotId, NOVICE]);
      await closeAudit(gate, lotId, unanimous(3));
    });

    it("must name a charter that exists, and count in no close", async () => {
      await openDoor(1);
      await refuseVote({ index: NOVICE }, "CurationUnknownCharter", [2, 1], 2);
      expect(await gate.curation.read.practiceOf([lotId, NOVICE])).to.equal(zeroHash);
      await refuseClose([...unanimous(3), { index: NOVICE }], "CurationNotDrawn", [NOVICE, 0]);
    });

    it("do not make practice of curators that have a standing and are not drawn", async () => {
      await openDoor(1);
      const standings = [10_000_000, 10_000_000, 10_000_000, 100];
      const curators = standings.map((standing, i) => ({ key: ballotKey(i + 1).address, standing }));
      await writeCurators(gate, curators);
      lotId = await openAudit(gate, { nonce: 2n, count: 20 });
      await refuseVote({ index: NOVICE }, "CurationNotDrawn", [NOVICE, 0]);
    });
  });
});
