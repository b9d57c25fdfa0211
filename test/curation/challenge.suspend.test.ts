import { expect } from "chai";
import { parseEventLogs } from "viem";
import { ALL_LANES, closeAudit, drawSeed, type Gate, passDeadline, STATUS, unanimous } from "./fixture.ts";
import {
  addressOf,
  blockedWord,
  challenge,
  challengeLot,
  changesOf,
  disputedGate,
  dropChallenge,
  EVIDENCE,
  eventOf,
  expectConserved,
  firstLot,
  PAID_TERMS,
  passWindow,
  refuseOf,
} from "./disputes.ts";

/** 30 assets of 600 are 5 %. */
const FIVE_PERCENT = (1n << 30n) - 1n;

/** CUR-5: a lot is not challenged to death. */
describe("curation/challenge.suspend", () => {
  const load = disputedGate();
  let gate: Gate;
  let lotId: bigint;
  const refuse = refuseOf(() => gate);

  beforeEach(async () => {
    gate = await load();
    lotId = firstLot(gate);
  });

  const status = async () => (await gate.registry.read.lotOf([lotId])).status;
  const { fee, challengeBond, bond } = PAID_TERMS;

  /** Draws the second audit and has all judge. */
  const reaudit = async (defect: bigint) => {
    await drawSeed(gate, lotId);
    await closeAudit(gate, lotId, unanimous(9, defect));
  };

  it("does not suspend at 5 %, but with one asset more, whoever challenges it", async () => {
    await challenge(gate, lotId, { masks: [FIVE_PERCENT] });
    expect(await status()).to.equal(STATUS.accepted);
    const { stranger, member } = await changesOf(
      gate,
      { stranger: gate.stranger, member: gate.members[0] ?? gate.stranger },
      () => challenge(gate, lotId, { firstWord: 1, masks: [1n] }, gate.members[0]),
    );
    expect([stranger, member]).to.deep.equal([0n, -challengeBond - 2n * fee]);
    expect(await status()).to.equal(STATUS.suspended);
    expect((await gate.curation.read.disputeOf([lotId])).suspender).to.equal(2);
    expect((await gate.curation.read.challengeOf([lotId, 2])).flags).to.equal(4);
    await expectConserved(gate, [lotId]);
  });

  it("opens a tightened audit by today's standings, and says so in this order", async () => {
    const hash = await challenge(gate, lotId, { masks: [2n ** 31n - 1n] });
    const { blockNumber, logs } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    const events = parseEventLogs({ abi: gate.curation.abi, logs }).map(({ eventName }) => eventName);
    expect(events).to.deep.equal(["LotChallenged", "LotSuspended", "AuditOpened"]);
    expect(await eventOf(gate, hash, "LotSuspended")).to.deep.equal({ lotId, id: 1 });
    expect(await eventOf(gate, hash, "LotChallenged")).to.deep.include({ fee: 2n * fee });
    const { time } = gate.connection.networkHelpers;
    const epoch = await gate.curation.read.epochAt([BigInt(await time.latest())]);
    const second = await gate.curation.read.auditOf([lotId, 1]);
    expect(second).to.deep.include({ weight: 0, plan: 1, epoch, flags: 16, clock: Number(blockNumber) + 32 });
    const first = await gate.curation.read.auditOf([lotId, 0]);
    expect(first.flags & 24).to.equal(24);
    expect(second.terms).to.equal(first.terms);
    expect(await gate.curation.read.roundOf([lotId])).to.equal(1);
  });

  it("refuses challenges and panels while the second audit runs", async () => {
    await challengeLot(gate, lotId);
    const { time } = gate.connection.networkHelpers;
    const now = BigInt(await time.latest()) + 5n;
    await time.setNextBlockTimestamp(now);
    const args = [lotId, STATUS.suspended, now, 0];
    await refuse(() => challenge(gate, lotId, { masks: [1n] }), "CurationNoChallengeWindow", args);
    const call = () => gate.curation.write.callPanel([lotId], { account: gate.stranger.account });
    await refuse(call, "CurationLotSuspended", [lotId]);
    expect(await gate.registry.read.isReleasable([lotId << 24n])).to.equal(false);
  });

  it("challenges the whole lot for the lot's bond and one fee", async () => {
    const { stranger } = gate;
    const { hash, ...changes } = await changesOf(gate, { stranger }, () => challengeLot(gate, lotId));
    expect(changes.stranger).to.equal(-bond - fee);
    expect(await eventOf(gate, hash, "LotChallenged")).to.deep.equal({
      lotId,
      id: 1,
      challenger: addressOf(stranger),
      firstWord: 0,
      masks: [],
      evidence: EVIDENCE,
      bond,
      fee,
    });
    expect((await gate.curation.read.challengeOf([lotId, 1])).flags).to.equal(6);
    expect(await status()).to.equal(STATUS.suspended);
    expect(await blockedWord(gate, lotId, 0)).to.equal(0n);
    await expectConserved(gate, [lotId]);
  });

  it("suspends once: after a second acceptance no number of challenges does, and no whole one is taken", async () => {
    await challenge(gate, lotId, { masks: [2n ** 31n - 1n] });
    await reaudit(0n);
    expect(await status()).to.equal(STATUS.accepted);
    await refuse(() => challengeLot(gate, lotId), "CurationAlreadyReaudited", [lotId]);
    const { stranger } = await changesOf(gate, { stranger: gate.stranger }, () =>
      challenge(gate, lotId, { firstWord: 1, masks: [ALL_LANES] }),
    );
    expect(stranger).to.equal(-256n * challengeBond - fee);
    expect(await status()).to.equal(STATUS.accepted);
    expect((await gate.curation.read.disputeOf([lotId])).suspender).to.equal(1);
    // what was challenged before the second audit is as blocked as before
    expect(await blockedWord(gate, lotId, 0)).to.equal(2n ** 31n - 1n);
    await expectConserved(gate, [lotId]);
  });

  describe("when the second audit rejects", () => {
    it("returns bond and fee, and the lot's bond repays the second audit", async () => {
      await challenge(gate, lotId, { firstWord: 2, masks: [3n] }, gate.members[0]);
      await challenge(gate, lotId, { masks: [2n ** 31n - 1n] });
      await reaudit(ALL_LANES);
      expect(await status()).to.equal(STATUS.rejected);
      const words = { masks: [2n ** 31n - 1n] };
      const end = (await gate.registry.read.lotOf([lotId])).releasableAt;
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(end - 1);
      const args = [lotId, 2, BigInt(end - 1), BigInt(end)];
      await refuse(() => dropChallenge(gate, lotId, 2, words), "CurationChallengePending", args);

      await passWindow(gate, lotId);
      const { stranger, producer, members } = gate;
      const people = { stranger, producer, member: members[0] ?? stranger };
      const { hash, ...changes } = await changesOf(gate, people, () => dropChallenge(gate, lotId, 2, words));
      expect(changes).to.deep.equal({ stranger: 31n * challengeBond + 2n * fee, producer: 0n, member: 0n });
      expect(await eventOf(gate, hash, "ChallengeResolved")).to.deep.equal({
        lotId,
        id: 2,
        returned: 31n * challengeBond + fee,
        reward: fee,
        lost: 0n,
        undecided: 0n,
      });
      expect((await gate.curation.read.disputeOf([lotId])).paid).to.equal(fee);
      const other = await changesOf(gate, people, () => dropChallenge(gate, lotId, 1, { firstWord: 2, masks: [3n] }));
      expect(other.member).to.equal(2n * challengeBond + fee);
      expect((await gate.curation.read.disputeOf([lotId])).open).to.equal(0);
      await refuse(() => dropChallenge(gate, lotId, 2, words), "CurationUnknownChallenge", [lotId, 2]);
      await expectConserved(gate, [lotId]);
    });

    it("returns the bond of a challenge of the whole lot, and what the second audit cost", async () => {
      await challengeLot(gate, lotId);
      await reaudit(ALL_LANES);
      await passWindow(gate, lotId);
      const { stranger } = await changesOf(gate, { stranger: gate.stranger }, () =>
        dropChallenge(gate, lotId, 1, { masks: [] }),
      );
      expect(stranger).to.equal(bond + fee);
      await expectConserved(gate, [lotId]);
    });
  });

  it("gives the bond of a challenge of the whole lot to the producer when the lot is accepted for good", async () => {
    await challengeLot(gate, lotId);
    await reaudit(0n);
    await passWindow(gate, lotId);
    const { stranger, producer } = gate;
    const { hash, ...changes } = await changesOf(gate, { stranger, producer }, () =>
      dropChallenge(gate, lotId, 1, { masks: [] }),
    );
    expect(changes).to.deep.equal({ stranger: 0n, producer: bond });
    expect(await eventOf(gate, hash, "ChallengeResolved")).to.deep.include({ returned: 0n, reward: 0n, lost: bond });
    await expectConserved(gate, [lotId]);
  });

  it("returns everything that was not spent when the second audit expires, undrawn or unclosed", async () => {
    const words = { masks: [2n ** 31n - 1n] };
    await challenge(gate, lotId, words);
    const snapshot = await gate.connection.networkHelpers.takeSnapshot();
    const seedBlock = BigInt((await gate.curation.read.auditOf([lotId, 1])).clock);
    const { time } = gate.connection.networkHelpers;
    const now = BigInt(await time.latestBlock());
    await gate.connection.networkHelpers.mine(seedBlock + 8_190n - now);
    const early = [lotId, 1, seedBlock + 8_191n, seedBlock + 8_191n];
    await refuse(() => dropChallenge(gate, lotId, 1, words), "CurationChallengePending", early);
    const returned = 31n * challengeBond + fee;
    const undrawn = await changesOf(gate, { stranger: gate.stranger }, () => dropChallenge(gate, lotId, 1, words));
    expect(undrawn.stranger).to.equal(returned);
    await expectConserved(gate, [lotId]);

    await snapshot.restore();
    await drawSeed(gate, lotId);
    await passDeadline(gate, lotId);
    const deadline = BigInt((await gate.curation.read.auditOf([lotId, 1])).clock);
    const last = deadline + BigInt(PAID_TERMS.timeOut);
    await time.setNextBlockTimestamp(last);
    await refuse(() => dropChallenge(gate, lotId, 1, words), "CurationChallengePending", [lotId, 1, last, last]);
    const unclosed = await changesOf(gate, { stranger: gate.stranger }, () => dropChallenge(gate, lotId, 1, words));
    expect(unclosed.stranger).to.equal(returned);
    expect(await status()).to.equal(STATUS.suspended);
    await expectConserved(gate, [lotId]);
  });
});
