import { expect } from "chai";
import { encodeAbiParameters, keccak256, zeroHash } from "viem";
import {
  ALL_LANES,
  ballotKey,
  closeAudit,
  commitLot,
  GAS,
  type Gate,
  laneMask,
  lotIdOf,
  openAudit,
  openSoloGate,
  passDeadline,
  STATUS,
  unanimous,
} from "./fixture.ts";
import {
  acceptLot,
  addressOf,
  blockedWord,
  challenge,
  challengeLot,
  changesOf,
  DEPOSIT,
  disputedGate,
  type DisputeTerms,
  EVIDENCE,
  eventOf,
  expectConserved,
  firstLot,
  passWindow,
  PAID_TERMS,
  refuseOf,
  startPaying,
} from "./disputes.ts";
import { epochNow } from "./rolls.ts";
import { writeCurators } from "./storage.ts";

describe("curation/challenge", () => {
  const load = disputedGate();
  let gate: Gate;
  let lotId: bigint;
  const refuse = refuseOf(() => gate);

  beforeEach(async () => {
    gate = await load();
    lotId = firstLot(gate);
  });

  const call = (lot: bigint, firstWord: number, masks: bigint[], evidence = EVIDENCE) =>
    gate.curation.write.challenge([lot, firstWord, masks, evidence], { account: gate.stranger.account, gas: GAS });
  const windowEnd = async (lot = lotId) => (await gate.registry.read.lotOf([lot])).releasableAt;

  describe("refuses", () => {
    it("a lot that was never committed here, and a solo studio's", async () => {
      const unknown = lotIdOf(addressOf(gate.stranger), 9n);
      await refuse(() => call(unknown, 0, [1n]), "CurationUnknownAudit", [unknown]);
      const solo = await openSoloGate();
      const lot = await commitLot(solo);
      await solo.curation.write.selfCertify([lot, [], []], { account: solo.registrar.account });
      const certified = () =>
        solo.curation.write.challenge([lot, 0, [1n], EVIDENCE], { account: solo.stranger.account, gas: GAS });
      await refuseOf(() => solo)(certified, "CurationUnknownAudit", [lot]);
    });

    it("a lot without verdict, and a rejected one", async () => {
      const pending = await openAudit(gate, { count: 600, nonce: 2n });
      const { time } = gate.connection.networkHelpers;
      let now = BigInt(await time.latest()) + 10n;
      await time.setNextBlockTimestamp(now);
      const args = [pending, STATUS.pending, now, 0];
      await refuse(() => call(pending, 0, [1n]), "CurationNoChallengeWindow", args);
      await closeAudit(gate, pending, unanimous(9, ALL_LANES));
      now = BigInt(await time.latest()) + 10n;
      await time.setNextBlockTimestamp(now);
      await refuse(() => call(pending, 0, [1n]), "CurationNoChallengeWindow", [
        pending,
        STATUS.rejected,
        now,
        await windowEnd(pending),
      ]);
    });

    it("the moment the window ends; a second earlier it is taken", async () => {
      const end = await windowEnd();
      const { time } = gate.connection.networkHelpers;
      await time.setNextBlockTimestamp(end - 1);
      await challenge(gate, lotId, { masks: [1n] });
      await time.setNextBlockTimestamp(end);
      await refuse(() => call(lotId, 0, [2n]), "CurationNoChallengeWindow", [lotId, STATUS.accepted, BigInt(end), end]);
    });

    it("a claim without evidence", async () => {
      await refuse(() => call(lotId, 0, [1n], zeroHash), "CurationEmptyEvidence", []);
    });

    it("no words, more than 64, and words at the ends that say nothing", async () => {
      await refuse(() => call(lotId, 0, []), "CurationInvalidMasks", [0n, 64n]);
      await refuse(() => call(lotId, 0, new Array<bigint>(65).fill(1n)), "CurationInvalidMasks", [65n, 64n]);
      await refuse(() => call(lotId, 0, [0n, 1n]), "CurationEmptyMask", [0]);
      await refuse(() => call(lotId, 1, [1n, 0n]), "CurationEmptyMask", [2]);
    });

    it("assets beyond the lot", async () => {
      await refuse(() => call(lotId, 2, [1n | (1n << 88n)]), "CurationBeyondLot", [lotId, 2, 1n << 88n]);
      await refuse(() => call(lotId, 2, [1n, 6n]), "CurationBeyondLot", [lotId, 3, 6n]);
      for (const word of [3, 255, 256, 65_535]) {
        await refuse(() => call(lotId, word, [5n]), "CurationBeyondLot", [lotId, word, 5n]);
      }
    });

    it("assets that are blocked already, by the verdict or by somebody else", async () => {
      const other = await openAudit(gate, { count: 256, nonce: 2n });
      await closeAudit(gate, other, unanimous(9, laneMask(3, 200)));
      await refuse(() => call(other, 0, [laneMask(2, 3)]), "CurationAlreadyBlocked", [other, 0, laneMask(3)]);
      await challenge(gate, lotId, { masks: [1n, 6n] });
      await refuse(() => call(lotId, 1, [12n]), "CurationAlreadyBlocked", [lotId, 1, 4n]);
    });

    it("a challenger who has not deposited the bonds and the fee", async () => {
      const cost = 3n * PAID_TERMS.challengeBond + PAID_TERMS.fee;
      const poor = gate.registrar;
      const attempt = () => challenge(gate, lotId, { masks: [7n] }, poor);
      await refuse(attempt, "CurationDepositTooSmall", [addressOf(poor), 0n, cost]);
      await gate.curation.write.withdrawDeposit([DEPOSIT - cost + 1n], { account: gate.stranger.account });
      const args = [addressOf(gate.stranger), cost - 1n, cost];
      await refuse(() => call(lotId, 0, [7n]), "CurationDepositTooSmall", args);
    });
  });

  it("blocks at once, takes bond and fee, and records who staked what on which words", async () => {
    const masks = [laneMask(0, 255), 0n, laneMask(87)];
    const { stranger, producer } = gate;
    const { hash, ...changes } = await changesOf(gate, { stranger, producer }, () => challenge(gate, lotId, { masks }));
    const [bond, fee] = [3n * PAID_TERMS.challengeBond, PAID_TERMS.fee];
    expect(changes).to.deep.equal({ stranger: -bond - fee, producer: 0n });
    expect(await eventOf(gate, hash, "LotChallenged")).to.deep.equal({
      lotId,
      id: 1,
      challenger: addressOf(stranger),
      firstWord: 0,
      masks,
      evidence: EVIDENCE,
      bond,
      fee,
    });
    for (const [word, mask] of masks.entries()) expect(await blockedWord(gate, lotId, word)).to.equal(mask);
    const encoded = encodeAbiParameters([{ type: "uint16" }, { type: "uint256[]" }], [0, masks]);
    expect(await gate.curation.read.challengeOf([lotId, 1])).to.deep.equal({
      challenger: addressOf(stranger),
      bond,
      flags: 0,
      masks: keccak256(encoded),
    });
    expect(await gate.curation.read.disputeOf([lotId])).to.deep.include({
      clock: 0,
      challenged: 3,
      challenges: 1,
      open: 1,
      suspender: 0,
      dropped: false,
      paid: 0n,
    });
    expect((await gate.curation.read.auditOf([lotId, 0])).flags & 16).to.equal(16);
    expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);
    await expectConserved(gate, [lotId]);
  });

  it("keeps the asset from being sold when the window is over", async () => {
    await challenge(gate, lotId, { firstWord: 1, masks: [1n] });
    await passWindow(gate, lotId);
    expect(await gate.registry.read.isReleasable([(lotId << 24n) | 256n])).to.equal(false);
    expect(await gate.registry.read.isReleasable([(lotId << 24n) | 257n])).to.equal(true);
  });

  it("adds to what others challenged before, each with a number of its own", async () => {
    await challenge(gate, lotId, { masks: [1n] });
    await challenge(gate, lotId, { masks: [2n, 1n] }, gate.members[0]);
    expect(await blockedWord(gate, lotId, 0)).to.equal(3n);
    const dispute = await gate.curation.read.disputeOf([lotId]);
    expect(dispute).to.deep.include({ challenged: 3, challenges: 2, open: 2 });
    await expectConserved(gate, [lotId]);
  });

  it("stays when a heavier set replaces the verdict, which from then on only adds", async () => {
    const audited = await openAudit(gate, { count: 256, nonce: 2n });
    await passDeadline(gate, audited);
    await closeAudit(gate, audited, unanimous(6, laneMask(9)));
    await challenge(gate, audited, { masks: [laneMask(4)] });
    await closeAudit(gate, audited, unanimous(7, laneMask(7)));
    expect(await blockedWord(gate, audited, 0)).to.equal(laneMask(4, 7, 9));
  });

  describe("without a bond", () => {
    const accept = async (nonce: bigint, terms: Partial<DisputeTerms>) => {
      await startPaying(gate, { bond: 0n, fee: 0n, challengeBond: 0n, ...terms });
      return acceptLot(gate, nonce);
    };
    const member = () => gate.members[0] ?? gate.stranger;

    it("refuses everybody but curators with a standing in the present epoch", async () => {
      const free = await accept(2n, {});
      for (const wallet of [gate.stranger, gate.registrar, gate.producer]) {
        const args = [addressOf(wallet)];
        await refuse(() => challenge(gate, free, { masks: [1n] }, wallet), "CurationUnbondedChallenge", args);
        await refuse(() => challengeLot(gate, free, wallet), "CurationUnbondedChallenge", args);
      }
      expect(await blockedWord(gate, free, 0)).to.equal(0n);
      const snapshot = await gate.connection.networkHelpers.takeSnapshot();
      const args = [addressOf(member())];
      // its standing begins in the next epoch
      await writeCurators(gate, [{ key: ballotKey(1).address, standing: 10_000, epoch: (await epochNow(gate)) + 1 }]);
      await refuse(() => challenge(gate, free, { masks: [1n] }, member()), "CurationUnbondedChallenge", args);
      await writeCurators(gate, [{ key: ballotKey(1).address, standing: 10_000, struckOff: true }]);
      await refuse(() => challengeLot(gate, free, member()), "CurationUnbondedChallenge", args);
      await snapshot.restore();
      await challenge(gate, free, { masks: [1n] }, member());
    });

    it("takes a curator's challenge free of charge, which then needs no deposit", async () => {
      const free = await accept(2n, {});
      await gate.curation.write.withdrawDeposit([DEPOSIT], { account: member().account });
      const hash = await challenge(gate, free, { masks: [1n] }, member());
      expect(await eventOf(gate, hash, "LotChallenged")).to.deep.include({ bond: 0n, fee: 0n });
      await challengeLot(gate, free, member());
      expect((await gate.registry.read.lotOf([free])).status).to.equal(STATUS.suspended);
    });

    it("asks for a standing where the bond of that challenge is zero, not where another one is", async () => {
      const caller = [addressOf(gate.stranger)];
      const assets = await accept(2n, { bond: 5n });
      await refuse(() => challenge(gate, assets, { masks: [1n] }), "CurationUnbondedChallenge", caller);
      await challengeLot(gate, assets);
      const whole = await accept(3n, { challengeBond: 5n, fee: 7n });
      await refuse(() => challengeLot(gate, whole), "CurationUnbondedChallenge", caller);
      await challenge(gate, whole, { masks: [1n] });
      expect(await blockedWord(gate, whole, 0)).to.equal(1n);
    });
  });
});
