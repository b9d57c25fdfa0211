import { expect } from "chai";
import {
  concatHex,
  decodeErrorResult,
  type Hash,
  hashTypedData,
  type Hex,
  numberToHex,
  parseSignature,
  sliceHex,
  zeroAddress,
} from "viem";
import { revertData } from "../helpers/revertData.ts";
import {
  ALL_LANES,
  ballotKey,
  blockedAssets,
  CLASS,
  closeAudit,
  closedBy,
  commitLot,
  compact,
  DAY,
  expectGateRefuses,
  GAS,
  type Gate,
  grantReputation,
  lotIdOf,
  openAudit,
  openGate,
  openPanel,
  openSoloGate,
  packBallot,
  passDeadline,
  registerCurators,
  sharedGate,
  signBallot,
  signBallots,
  signKey,
  STATUS,
  timestampOf,
  unanimous,
  type Vote,
  wordsOf,
} from "./fixture.ts";
import { inventCurators } from "./storage.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

/** Order of the group of secp256k1. */
const GROUP_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

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

  const close = (ballots: Hex, { lot = lotId, charter = 1, words = [] as number[] } = {}) =>
    gate.curation.write.closeAudit([lot, charter, ballots, words], { account: gate.stranger.account, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  /** Refuses a close in which the ballot number `at` of an otherwise right set is replaced. */
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
      const call = () => solo.curation.write.closeAudit([lot, 1, "0x", []], { gas: GAS });
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

    it("anything before the ballot deadline but the whole weight", async () => {
      const { clock } = await gate.curation.read.auditOf([lotId]);
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
      const { clock } = await gate.curation.read.auditOf([lotId]);
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
      const { clock } = await gate.curation.read.auditOf([lotId]);
      const ballots = await signBallots(gate, lotId, unanimous(9));
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock);
      await refuse(() => close(ballots), "CurationVerdictFinal", [lotId, BigInt(clock), clock]);
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

    it("previous words of a lot without a verdict", async () => {
      const ballots = await signBallots(gate, lotId, unanimous(9));
      await refuse(() => close(ballots, { words: [0] }), "CurationWrongPreviousWords", [lotId, 1n, 0]);
    });
  });

  describe("refuses by one ballot", () => {
    const others = unanimous(6);
    const withVote = (vote: Vote) => [...others.slice(0, 5), vote];

    it("an index that nobody has", async () => {
      for (const index of [0, 10, 65_535]) {
        const votes = index === 0 ? [{ index, key: ballotKey(1) }, ...others] : withVote({ index, key: ballotKey(1) });
        await refuseBallot(votes, "CurationUnknownCurator", [index]);
      }
    });

    it("a curator who registered after the draw", async () => {
      const { stranger } = gate;
      await grantReputation(gate, stranger.account.address, 20n * 10n ** 18n);
      await registerCurators(gate, [stranger]);
      await refuseBallot(withVote({ index: 10 }), "CurationLateCurator", [10, 9]);
    });

    it("a stranger's signature", async () => {
      const key = ballotKey(99);
      await refuseBallot(withVote({ index: 6, key }), "CurationWrongSigner", [6, key.address, ballotKey(6).address]);
    });

    it("another curator's signature", async () => {
      await refuseBallot(withVote({ index: 6, key: ballotKey(7) }), "CurationWrongSigner", [
        6,
        ballotKey(7).address,
        ballotKey(6).address,
      ]);
    });

    it("a curator twice", async () => {
      await refuseBallot([...others, { index: 6 }], "CurationUnsortedBallots", [6]);
    });

    it("ballots that do not rise", async () => {
      await refuseBallot([{ index: 2 }, { index: 1 }, ...others.slice(2)], "CurationUnsortedBallots", [1]);
    });

    it("a lane that is ok and defective", async () => {
      const both = (1n << 3n) | (1n << 255n);
      await refuseBallot(withVote({ index: 6, ok: ALL_LANES, defect: both }), "CurationContradictoryBallot", [6, both]);
    });

    it("a ballot signed for anything else", async () => {
      const foreign = await openPanel(undefined);
      const otherLot = await openAudit(gate, { nonce: 2n });
      const { seed: otherSeed } = await gate.curation.read.auditOf([otherLot]);
      const chainId = await gate.protocol.publicClient.getChainId();
      const votes: Record<string, NonNullable<Vote["signed"]>> = {
        "another lot": { subject: otherLot },
        "an asset of the lot": { subject: lotId << 24n },
        "another seed": { seed: otherSeed },
        "no seed": { seed: numberToHex(0, { size: 16 }) },
        "an adjudication": { kind: 1 },
        "a slate": { kind: 2 },
        "another charter": { charterVersion: 2 },
        "another word": { firstWord: 1 },
        "another chain": { chainId: chainId + 1 },
        "another contract": { verifyingContract: foreign.registry.address },
        "no contract": { verifyingContract: zeroAddress },
      };
      await passDeadline(gate, lotId);
      for (const [what, signed] of Object.entries(votes)) {
        const ballots = await signBallots(gate, lotId, withVote({ index: 6, signed }));
        expect(await refusalOf(ballots), what).to.equal("CurationWrongSigner");
        await gate.connection.viem.assertions.revertWithCustomError(close(ballots), gate.curation, "CurationWrongSigner");
      }
    });

    it("words that were changed on the way", async () => {
      await passDeadline(gate, lotId);
      const ballots = await signBallots(gate, lotId, others);
      const last = (ballots.length - 2) / 2;
      const changed = concatHex([sliceHex(ballots, 0, last - 64), numberToHex(ALL_LANES - 1n), numberToHex(1n, { size: 32 })]);
      expect(await refusalOf(changed)).to.equal("CurationWrongSigner");
    });

    it("a high s, which another signature of the same key also has", async () => {
      await passDeadline(gate, lotId);
      const ballots = await signBallots(gate, lotId, others.slice(0, 5));
      const { r, s, yParity } = await signatureOf(6);
      // the mirrored s does not fit beside the parity bit, so its top bit is lost or becomes the parity
      const mirrored = GROUP_ORDER - BigInt(s);
      for (const parity of [yParity, 1 - yParity]) {
        const vs = numberToHex((mirrored % 2n ** 255n) | (BigInt(parity) << 255n), { size: 32 });
        const forged = concatHex([ballots, packBallot({ index: 6, r, vs })]);
        expect(await refusalOf(forged)).to.equal("CurationWrongSigner");
      }
      // the largest s that fits is above half of the order: refused by its size, with no signer
      const high = compact(numberToHex(2n ** 255n - 1n), yParity);
      const forged = concatHex([ballots, packBallot({ index: 6, r, vs: high })]);
      await refuse(() => close(forged), "CurationWrongSigner", [6, zeroAddress, ballotKey(6).address]);
    });

    it("a signature that is nobody's", async () => {
      await passDeadline(gate, lotId);
      const ballots = await signBallots(gate, lotId, others.slice(0, 5));
      const { s } = await signatureOf(6);
      const none = packBallot({ index: 6, r: numberToHex(0, { size: 32 }), vs: s });
      await refuse(() => close(concatHex([ballots, none])), "CurationWrongSigner", [6, zeroAddress, ballotKey(6).address]);
    });

    it("the producer's own", async () => {
      const { curation, registrar, members } = gate;
      const judge = members[5] ?? gate.stranger;
      await curation.write.admitProducer([judge.account.address, 50_000], { account: registrar.account });
      const lot = await openAudit(gate, { by: judge.account });
      await passDeadline(gate, lot);
      const ballots = await signBallots(gate, lot, others);
      await refuse(() => close(ballots, { lot }), "CurationOwnLot", [6]);
    });

    it("an old key's after it was replaced", async () => {
      const member = gate.members[5] ?? gate.stranger;
      const key = ballotKey(60);
      const consent = await signKey(gate, member.account.address, key);
      const old = await signBallots(gate, lotId, others);
      await gate.curation.write.registerCurator([key.address, consent], { account: member.account });
      await passDeadline(gate, lotId);
      await refuse(() => close(old), "CurationWrongSigner", [6, ballotKey(6).address, key.address]);
      await closeAudit(gate, lotId, withVote({ index: 6, key }));
    });

    /** Signature of curator `index` over a ballot that calls everything ok. */
    const signatureOf = async (index: number) => {
      const { seed } = await gate.curation.read.auditOf([lotId]);
      const digest = await gate.curation.read.hashBallot([
        { kind: 0, subject: lotId, seed, charterVersion: 1, firstWord: 0, words: wordsOf({ index }) },
      ]);
      return parseSignature(await ballotKey(index).sign({ hash: digest }));
    };

    /** Name of the error with which a close is refused. */
    const refusalOf = async (ballots: Hex): Promise<string | undefined> => {
      try {
        await gate.curation.simulate.closeAudit([lotId, 1, ballots, []]);
        return undefined;
      } catch (error) {
        const data = revertData(error);
        return data === undefined ? String(error) : decodeErrorResult({ abi: gate.curation.abi, data }).errorName;
      }
    };
  });

  describe("accepts", () => {
    it("a clean lot before the deadline, when everybody who may vote has voted", async () => {
      const hash = await closeAudit(gate, lotId, unanimous(9));
      const releasableAt = Number((await timestampOf(gate, hash)) + DAY);
      const { seed } = await gate.curation.read.auditOf([lotId]);
      expect(await gate.curation.read.auditOf([lotId])).to.deep.equal({
        seed,
        clock: releasableAt,
        expectedWeight: 9,
        weight: 9,
        plan: 0,
        blockedWords: 0,
        humanBallots: 9,
        inbox: 0,
        widening: 0,
        electorate: 9,
      });
      const lot = await gate.registry.read.lotOf([lotId]);
      expect([lot.status, lot.class, lot.releasableAt, lot.blocked]).to.deep.equal([
        STATUS.accepted,
        CLASS.panel,
        releasableAt,
        false,
      ]);
      const ballots = await signBallots(gate, lotId, unanimous(9));
      const { viem } = gate.connection;
      await viem.assertions.emitWithArgs(hash, gate.curation, "AuditClosed", [
        lotId,
        gate.stranger.account.address,
        1,
        9,
        9,
        ALL_LANES,
        0n,
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
      await closeAudit(gate, lot, unanimous(9).filter(({ index }) => index !== 6));
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
      const sample = await gate.curation.read.sampleOf([lotId]);
      const defect = (1n << 3n) | (1n << 200n);
      await closeAudit(gate, lotId, unanimous(9, defect));
      expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);
      const positions = [sample[3] ?? -1, sample[200] ?? -1];
      expect(await blockedAssets(gate, lotId)).to.deep.equal([...new Set(positions)].sort((a, b) => a - b));
      const words = new Set(positions.map((position) => position >> 8));
      expect((await gate.curation.read.auditOf([lotId])).blockedWords).to.equal(words.size);
      const { releasableAt } = await gate.registry.read.lotOf([lotId]);
      await gate.connection.networkHelpers.time.increaseTo(releasableAt);
      for (const position of positions) {
        expect(await gate.registry.read.isReleasable([(lotId << 24n) | BigInt(position)])).to.equal(false);
      }
    });

    it("and blocks two bad assets of one word as one word", async () => {
      const lot = await openAudit(gate, { nonce: 3n, count: 257 });
      const sample = await gate.curation.read.sampleOf([lot]);
      const lanes = sample.flatMap((position, lane) => (position < 256 ? [lane] : [])).slice(0, 2);
      const defect = lanes.reduce((word, lane) => word | (1n << BigInt(lane)), 0n);
      const votes = unanimous(9, defect);
      await gate.curation.write.closeAudit([lot, 1, await signBallots(gate, lot, votes), []], { gas: GAS });
      expect((await gate.curation.read.auditOf([lot])).blockedWords).to.equal(1);
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

  it("takes 255 ballots within the limits of a transaction", async () => {
    const crowd = await openGate(undefined, { salt: numberToHex(255, { size: 32 }) });
    await inventCurators(crowd, 255);
    const lot = await openAudit(crowd);
    expect((await crowd.curation.read.auditOf([lot])).expectedWeight).to.equal(255);
    const votes = unanimous(255).map((vote) => ({ ...vote, defect: BigInt(vote.index % 2) << BigInt(vote.index) }));
    const ballots = concatHex(await Promise.all(votes.map((vote) => signBallot(crowd, lot, vote))));
    const hash = await crowd.curation.write.closeAudit([lot, 1, ballots, []], { gas: 16_777_216n });
    const receipt = await crowd.protocol.publicClient.getTransactionReceipt({ hash });
    expect(receipt.status).to.equal("success");
    expect(receipt.gasUsed < 16_777_216n).to.equal(true);
    expect((ballots.length - 2) / 2).to.be.lessThan(128 * 1024);
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
