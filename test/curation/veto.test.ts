import { expect } from "chai";
import { type Address, zeroHash } from "viem";
import { ANSWER } from "../registry/registry.ts";
import {
  ALL_LANES,
  closeAudit,
  commitLot,
  GAS,
  type Gate,
  hashOf,
  laneMask,
  lotIdOf,
  openAudit,
  openSoloGate,
  passDeadline,
  unanimous,
} from "./fixture.ts";
import {
  acceptLot,
  addressOf,
  adjudicate,
  agreed,
  blockedWord,
  challenge,
  disputedGate,
  EVIDENCE,
  firstLot,
  REASON,
  refuseOf,
  seatPanel,
} from "./disputes.ts";

const DAY = 86_400;

describe("curation/veto", () => {
  const load = disputedGate();
  let gate: Gate;
  let lotId: bigint;
  const refuse = refuseOf(() => gate);

  beforeEach(async () => {
    gate = await load();
    lotId = firstLot(gate);
  });

  const veto = (word: number, mask: bigint, { by = gate.timelock, lot = lotId, evidence = EVIDENCE } = {}) =>
    gate.curation.write.veto([lot, word, mask, REASON, evidence], { account: by, gas: GAS });
  const confirm = (by = gate.timelock, word = 0) =>
    gate.curation.write.confirmVeto([lotId, word], { account: by, gas: GAS });
  const appeal = (by = addressOf(gate.producer), word = 0, evidence = EVIDENCE) =>
    gate.curation.write.appealVeto([lotId, word, evidence], { account: by, gas: GAS });
  const lift = (mask: bigint, by: Address = addressOf(gate.stranger), word = 0) =>
    gate.curation.write.liftVeto([lotId, word, mask], { account: by, gas: GAS });
  const vetoOf = (word = 0) => gate.curation.read.vetoOf([lotId, word]);
  const time = () => gate.connection.networkHelpers.time;

  /**
   * Lets the studio name an account as every module: no studio has an ethics board yet, and only the directory says who
   * it is.
   */
  const seatBoard = async (board: Address): Promise<void> => {
    const { viem, networkHelpers } = gate.connection;
    const answering = await viem.deployContract("HostileGate");
    const code = await gate.protocol.publicClient.getCode({ address: answering.address });
    await networkHelpers.setCode(gate.studio.address, code ?? "0x");
    const studio = await viem.getContractAt("HostileGate", gate.studio.address);
    await studio.write.answerWith([ANSWER.plain, BigInt(board)]);
  };

  describe("refuses", () => {
    it("everybody but the board and the timelock; the registrar, too", async () => {
      for (const { account } of [gate.registrar, gate.producer, gate.stranger]) {
        const by = addressOf({ account } as typeof gate.stranger);
        await refuse(() => veto(0, 1n, { by }), "CurationUnauthorized", [by]);
      }
    });

    it("a veto without evidence, on nothing, and on what is blocked already", async () => {
      await refuse(() => veto(0, 1n, { evidence: zeroHash }), "CurationEmptyEvidence", []);
      await refuse(() => veto(0, 0n), "CurationAlreadyBlocked", [lotId, 0, 0n]);
      await challenge(gate, lotId, { masks: [laneMask(4)] });
      await refuse(() => veto(0, laneMask(4)), "CurationAlreadyBlocked", [lotId, 0, laneMask(4)]);
    });

    it("a word that has a veto", async () => {
      await veto(0, 1n);
      await refuse(() => veto(0, 2n), "CurationAlreadyVetoed", [lotId, 0]);
      await veto(1, 2n);
    });

    it("a lot that was never committed, another gate's, and what is not in the lot", async () => {
      const unknown = lotIdOf(addressOf(gate.stranger), 9n);
      await refuse(() => veto(0, 1n, { lot: unknown }), "CurationUnknownAudit", [unknown]);
      const { assertions } = gate.connection.viem;
      await assertions.revertWithCustomError(veto(3, 1n), gate.registry, "AssetRegistryUnknownWord");
      await assertions.revertWithCustomError(veto(2, 1n << 88n), gate.registry, "AssetRegistryInvalidMask");
    });

    it("to confirm, appeal or lift where there is no veto", async () => {
      await refuse(() => confirm(), "CurationUnknownVeto", [lotId, 0]);
      await refuse(() => appeal(), "CurationUnknownVeto", [lotId, 0]);
      await refuse(() => lift(1n), "CurationUnknownVeto", [lotId, 0]);
      await veto(0, 3n);
      await refuse(() => lift(4n, gate.timelock), "CurationUnknownVeto", [lotId, 0]);
    });

    it("a stranger who confirms, appeals, or lifts too early", async () => {
      await veto(0, 3n);
      const by = addressOf(gate.stranger);
      await refuse(() => confirm(by), "CurationUnauthorized", [by]);
      await refuse(() => appeal(by), "CurationUnauthorized", [by]);
      const [, until] = await vetoOf();
      await time().setNextBlockTimestamp(until - 1);
      await refuse(() => lift(3n), "CurationVetoStands", [lotId, 0, until]);
      await lift(3n);
    });
  });

  it("blocks at once what was free, for 30 days, whatever the lot's verdict", async () => {
    await challenge(gate, lotId, { masks: [laneMask(4)] });
    const hash = await veto(0, laneMask(4, 5, 6));
    const { blockNumber } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    const { timestamp } = await gate.protocol.publicClient.getBlock({ blockNumber });
    const until = Number(timestamp) + 30 * DAY;
    expect(await vetoOf()).to.deep.equal([laneMask(5, 6), until, false]);
    expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(4, 5, 6));
    await gate.connection.viem.assertions.emitWithArgs(Promise.resolve(hash), gate.curation, "AssetsVetoed", [
      lotId,
      0,
      gate.timelock,
      laneMask(5, 6),
      REASON,
      EVIDENCE,
      until,
    ]);
    await time().increaseTo(until);
    // it lapses by somebody's call, not by itself
    expect(await gate.registry.read.isReleasable([(lotId << 24n) | 5n])).to.equal(false);
    const lifted = lift(ALL_LANES);
    await gate.connection.viem.assertions.emitWithArgs(lifted, gate.curation, "VetoLifted", [
      lotId,
      0,
      addressOf(gate.stranger),
      laneMask(5, 6),
    ]);
    expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(4));
    expect(await vetoOf()).to.deep.equal([0n, 0, false]);
  });

  it("is the board's as soon as the studio has one, and the board lifts what it likes", async () => {
    const board = addressOf(gate.stranger);
    await refuse(() => veto(0, 1n, { by: board }), "CurationUnauthorized", [board]);
    await seatBoard(board);
    await veto(0, 7n, { by: board });
    await lift(2n, board);
    expect((await vetoOf())[0]).to.equal(5n);
    expect(await blockedWord(gate, lotId, 0)).to.equal(5n);
    await lift(5n, board);
    expect(await blockedWord(gate, lotId, 0)).to.equal(0n);
  });

  it("stays for good once the timelock confirmed it", async () => {
    await veto(0, 3n);
    await gate.connection.viem.assertions.emitWithArgs(confirm(), gate.curation, "VetoConfirmed", [lotId, 0]);
    const [, until] = await vetoOf();
    expect((await vetoOf())[2]).to.equal(true);
    await refuse(() => confirm(), "CurationVetoStands", [lotId, 0, until]);
    await refuse(() => appeal(), "CurationVetoStands", [lotId, 0, until]);
    await time().increaseTo(until + 365 * DAY);
    await refuse(() => lift(3n), "CurationVetoStands", [lotId, 0, until]);
    await lift(3n, gate.timelock);
    // the next veto on the word begins as every other
    await veto(0, 1n);
    expect((await vetoOf())[2]).to.equal(false);
    await appeal();
  });

  it("lapses 14 days after an appeal of producer or licensor, once, and never later than without", async () => {
    await veto(0, 3n);
    await refuse(() => appeal(addressOf(gate.producer), 0, zeroHash), "CurationEmptyEvidence", []);
    const [, until] = await vetoOf();
    const hash = await appeal();
    const { blockNumber } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    const { timestamp } = await gate.protocol.publicClient.getBlock({ blockNumber });
    const sooner = Number(timestamp) + 14 * DAY;
    expect((await vetoOf())[1]).to.equal(sooner);
    expect(sooner < until).to.equal(true);
    await gate.connection.viem.assertions.emitWithArgs(Promise.resolve(hash), gate.curation, "VetoAppealed", [
      lotId,
      0,
      addressOf(gate.producer),
      EVIDENCE,
      sooner,
    ]);
    await refuse(() => appeal(), "CurationAlreadyAppealed", [lotId, 0]);

    // the recipe's licensor is the timelock here
    await veto(1, 1n);
    const [, late] = await vetoOf(1);
    await time().increaseTo(late - DAY);
    await appeal(gate.timelock, 1);
    expect((await vetoOf(1))[1]).to.equal(late);
  });

  describe("beside panels and verdicts", () => {
    it("is not touched by a panel that finds the asset ok", async () => {
      // challenged and vetoed meet in one word, never in one asset
      await challenge(gate, lotId, { masks: [laneMask(1, 2)] });
      await veto(0, laneMask(2, 3));
      await seatPanel(gate, lotId);
      await adjudicate(gate, lotId, 1, { masks: [laneMask(1, 2)] }, agreed([0n]));
      expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(3));
      expect((await vetoOf())[0]).to.equal(laneMask(3));
    });

    it("does not free what a panel upheld when it is lifted", async () => {
      await challenge(gate, lotId, { masks: [laneMask(1)] });
      await veto(0, laneMask(1, 2));
      await seatPanel(gate, lotId);
      await adjudicate(gate, lotId, 1, { masks: [laneMask(1)] }, agreed([laneMask(1)]));
      await lift(ALL_LANES, gate.timelock);
      expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(1));
    });

    it("is kept by the first verdict and by a heavier one, which takes over what it finds bad itself", async () => {
      const audited = await openAudit(gate, { count: 256, nonce: 2n });
      await veto(0, laneMask(1, 2), { lot: audited });
      await passDeadline(gate, audited);
      await closeAudit(gate, audited, unanimous(6, laneMask(3)));
      expect(await blockedWord(gate, audited, 0)).to.equal(laneMask(1, 2, 3));
      await closeAudit(gate, audited, unanimous(7, laneMask(2)));
      const [mask] = await gate.curation.read.vetoOf([audited, 0]);
      expect(mask).to.equal(laneMask(1));
      await gate.curation.write.liftVeto([audited, 0, ALL_LANES], { account: gate.timelock, gas: GAS });
      expect(await blockedWord(gate, audited, 0)).to.equal(laneMask(2, 3));
    });

    it("begins anew where a verdict took everything over", async () => {
      const audited = await openAudit(gate, { count: 256, nonce: 2n });
      await veto(0, laneMask(2), { lot: audited });
      await gate.curation.write.confirmVeto([audited, 0], { account: gate.timelock });
      await closeAudit(gate, audited, unanimous(9, laneMask(2)));
      await veto(0, laneMask(5), { lot: audited });
      const [mask, , confirmed] = await gate.curation.read.vetoOf([audited, 0]);
      expect([mask, confirmed]).to.deep.equal([laneMask(5), false]);
    });

    it("lasts through a second audit", async () => {
      await veto(0, laneMask(9));
      const other = await acceptLot(gate, 2n);
      await veto(0, laneMask(9), { lot: other });
      await gate.curation.write.challengeLot([other, EVIDENCE], { account: gate.stranger.account, gas: GAS });
      expect((await gate.curation.read.auditOf([other, 1])).flags & 32).to.equal(32);
      expect(await blockedWord(gate, other, 0)).to.equal(laneMask(9));
    });
  });

  it("stops assets that a solo studio certified, but not a lot that it did not", async () => {
    const solo = await openSoloGate();
    const lot = await commitLot(solo, { count: 300 });
    const call = () =>
      solo.curation.write.veto([lot, 1, 3n, REASON, hashOf("why")], { account: solo.timelock, gas: GAS });
    await refuseOf(() => solo)(call, "CurationUnknownAudit", [lot]);
    await solo.curation.write.selfCertify([lot, [], []], { account: solo.registrar.account });
    await call();
    expect(await solo.registry.read.blockedWord([lot, 1])).to.equal(3n);
  });
});
