import { expect } from "chai";
import { curationAbi } from "@imprimatur/sdk/abi";
import {
  buildCanaries,
  DEFAULT_TERMS,
  drawnWeight,
  factorOf,
  hashOutcome,
  parseBallots,
  relay,
  type SignedBallot,
  standingAt,
} from "@imprimatur/sdk/curation";
import { toHex } from "viem";
import { mappingSlot, slotOf } from "../curation/storage.ts";
import { expectError, expectRefusal } from "./fixture.ts";
import { CHALLENGER, DAY, EVIDENCE, Gate, MEMBERS, PRODUCER, REGISTRAR, RELAYER, TERMS } from "./gate.ts";

describe("sdk: audits that cost and pay", () => {
  let gate: Gate;

  before(async () => {
    gate = await Gate.open();
  });

  it("refuses deposits before the studio has a token, and takes them afterwards", async () => {
    await expectError("AuditTokenUnsetError", () => gate.as(PRODUCER).fundDeposit({ amount: 1n }));
    await expectRefusal("UnauthorizedError", "CurationUnauthorized", () =>
      gate.as(2).setAuditToken({ token: gate.token }),
    );
    await gate.as(REGISTRAR).setAuditTokenAndWait({ token: gate.token, ...gate.byVote });
    const { account } = gate.byVote;
    await expectRefusal("DuplicateError", "CurationAuditTokenAlreadySet", () =>
      gate.as(REGISTRAR).setAuditToken({ token: gate.token, account }),
    );
    const set = await gate.as(REGISTRAR).setAuditTermsAndWait({ terms: TERMS, account });
    expect([set.version, set.terms]).to.deep.equal([1, TERMS]);
    expect((await gate.as(REGISTRAR).getAuditTerms({ version: 1 })).terms).to.deep.equal(TERMS);
    await expectRefusal("LimitError", "CurationInvalidTerms", () =>
      gate.as(REGISTRAR).setAuditTerms({ terms: { ...TERMS, quorum: 1 }, account }),
    );
    await expectRefusal("PaymentError", "CurationDepositTooSmall", () => gate.commit(3));
    for (const depositor of [REGISTRAR, PRODUCER, CHALLENGER]) {
      const booked = await gate.as(depositor).fundDeposit({ amount: 50_000n });
      expect(booked.amount).to.equal(50_000n);
      expect(booked.account.toLowerCase()).to.equal(gate.stage.addressOf(depositor).toLowerCase());
    }
    await expectRefusal("PaymentError", "CurationNothingDeposited", () =>
      gate.as(PRODUCER).deposit({ depositor: gate.stage.addressOf(PRODUCER) }),
    );
    expect((await gate.as(PRODUCER).withdrawDepositAndWait({ amount: 1_000n })).amount).to.equal(1_000n);
    expect((await gate.as(PRODUCER).getProducer({ producer: gate.stage.addressOf(PRODUCER) })).free).to.equal(49_000n);
  });

  it("relays ballots, those of the inbox included, and pays who judged", async () => {
    const lotId = await gate.commit(300);
    const sample = await gate.draw(lotId);
    const ballots = await gate.signAll(sample, [3]);
    const { charterVersion } = sample;
    const [cast, ...others] = ballots as [SignedBallot, ...SignedBallot[]];
    const booked = await gate.as(RELAYER).castDirectAndWait({ lotId, charterVersion, ballot: cast });
    expect(booked).to.include({ lotId, index: cast.curator, practice: false });
    expect(parseBallots(booked.ballot)).to.deep.equal([cast]);
    expect(await gate.as(RELAYER).getInbox({ lotId, round: 0 })).to.deep.equal({
      charterVersion,
      curators: [cast.curator],
    });
    await expectRefusal("DuplicateError", "CurationAlreadyCast", () =>
      gate.as(RELAYER).castDirect({ lotId, charterVersion, ballot: cast }),
    );
    await expectError("BallotMissingError", () =>
      gate.as(RELAYER).simulateClose({ lotId, charterVersion, ballots: others }),
    );
    const forged = { ...others[0]!, words: [1n, 2n] };
    let asked = 0;
    const collect = () => [[], others.slice(1), [forged, ...others.slice(1)], others][Math.min(asked++, 3)]!;
    const parameters = { assetRegistry: gate.stage.addresses.assetRegistry, curation: gate.studio.curation };
    const pause = () => Promise.resolve();
    const closed = await relay(gate.as(RELAYER), { ...parameters, lotId, charterVersion, collect, pause });
    expect(closed).to.include({ status: "accepted", weight: 10, expectedWeight: 10 });
    expect(asked).to.equal(4);
    expect(await relay(gate.as(7), { ...parameters, lotId, charterVersion, collect: () => others, pause })).to.equal(
      undefined,
    );

    await gate.stage.pass(DAY + 1n);
    const { outcome, judgments, round } = await gate.as(RELAYER).getOutcome({ lotId });
    expect(hashOutcome(outcome)).to.equal((await gate.as(RELAYER).getAudit({ lotId })).digest);
    await expectRefusal("InvalidInputError", "CurationWrongOutcome", () =>
      gate.as(RELAYER).settleLot({ lotId, round, outcome: { ...outcome, bad: 0n }, judgments }),
    );
    const settled = await gate.as(RELAYER).settleLotAndWait({ lotId, round, outcome, judgments });
    expect(settled).to.include({ paid: 100n, rest: 1n, returned: 1_000n, slashed: 0n });
    const score = await gate.as(RELAYER).getScore({ curator: 1 });
    expect(score.pay).to.equal(20n);
    expect((await gate.as(RELAYER).claimPayAndWait({ curator: gate.stage.addressOf(1) })).amount).to.equal(20n);
    expect(await gate.differences()).to.deep.equal([]);
  });

  it("weighs curators as the gate does", async () => {
    const lotId = await gate.commit(300);
    const { seed } = await gate.draw(lotId);
    const { panel } = DEFAULT_TERMS;
    const { epoch } = (await gate.as(RELAYER).getCurator({ curator: 1 }))!;
    const electorate = await gate.as(RELAYER).getElectorate({ epoch });
    for (const index of gate.indices.values()) {
      const read = { address: gate.studio.curation, abi: curationAbi } as const;
      const curator = await gate.stage.reader.readContract({ ...read, functionName: "curatorOf", args: [index] });
      for (const at of [epoch, epoch + 1, epoch + 4]) {
        const stored = await gate.stage.reader.readContract({ ...read, functionName: "standingOf", args: [index, at] });
        expect(standingAt(curator, at)).to.equal(stored);
      }
      const standing = standingAt(curator, epoch);
      for (const widening of [0, 1, 2]) {
        const args = [lotId, seed, index, widening] as const;
        const weight = await gate.stage.reader.readContract({ ...read, functionName: "drawnWeightOf", args });
        const factor = factorOf(panel, electorate);
        expect(drawnWeight({ seed, index, standing, factor, widening })).to.equal(weight);
      }
    }
  });

  it("opens canaries and scores who saw their defects", async () => {
    const next = (BigInt(gate.stage.addressOf(PRODUCER)) << 64n) | (gate.nonce + 1n);
    const canaries = buildCanaries([{ lotId: next, count: 200, defects: [3, 4, 9] }]);
    const deadline = (await gate.stage.now()) + 30n * DAY;
    await expectRefusal("UnauthorizedError", "CurationUnauthorized", () =>
      gate.as(2).commitCanaries({ root: canaries.root, count: 1, deadline }),
    );
    await gate.as(REGISTRAR).commitCanariesAndWait({ root: canaries.root, count: canaries.count, deadline });
    const lotId = await gate.close(200, [3, 4, 77]);
    expect(lotId).to.equal(next);
    const { outcome } = await gate.as(RELAYER).getOutcome({ lotId });
    await expectRefusal("TimingError", "CurationCanariesPending", () =>
      gate.as(RELAYER).resolveCanaries({ root: canaries.root }),
    );
    const opened = await gate.as(PRODUCER).openCanaryAndWait({ ...canaries.open(lotId), outcome });
    expect(opened.lotId).to.equal(lotId);
    expect(await gate.as(RELAYER).getTruth({ lotId })).to.deep.equal({ opened: true, lanes: 0b1000011000n });
    expect((await gate.as(RELAYER).getCanaries({ root: canaries.root })).opened).to.equal(1);
    const { judgments } = await gate.as(RELAYER).getOutcome({ lotId });
    await gate.as(RELAYER).settleLotAndWait({ lotId, round: 0, outcome, judgments });
    const { hits, misses, falseAlarms } = await gate.as(RELAYER).getScore({ curator: 2 });
    expect([hits, misses, falseAlarms]).to.deep.equal([2, 1, 1]);
    const resolved = await gate.as(RELAYER).resolveCanariesAndWait({ root: canaries.root });
    expect(resolved).to.include({ bond: 1_000n, forfeited: false });
    await expectRefusal("StateError", "CurationNoPractice", () =>
      gate.as(RELAYER).scorePractice({ lotId, index: 1, ok: 0n, defect: 0n }),
    );
    expect(await gate.differences()).to.deep.equal([]);
  });

  it("forfeits the bond of canaries that were never opened", async () => {
    const canaries = buildCanaries([{ lotId: 1n, count: 1, defects: [0] }]);
    const deadline = (await gate.stage.now()) + 2n * DAY;
    await gate.as(REGISTRAR).commitCanariesAndWait({ root: canaries.root, count: 1, deadline });
    await gate.stage.pass(3n * DAY);
    expect((await gate.as(RELAYER).resolveCanariesAndWait({ root: canaries.root })).forfeited).to.equal(true);
  });

  it("gives everything back where an audit expires", async () => {
    const lotId = await gate.commit(300);
    await expectRefusal("TimingError", "CurationNotExpired", () => gate.as(RELAYER).expireLot({ lotId }));
    await expectRefusal("TimingError", "CurationSaltNotOverdue", () => gate.as(RELAYER).redraw({ lotId }));
    await gate.draw(lotId);
    await gate.stage.pass(8n * DAY + 2n);
    expect(await gate.as(RELAYER).expireLotAndWait({ lotId })).to.include({ round: 0, bond: 1_000n, fee: 101n });
    expect(await gate.differences()).to.deep.equal([]);
  });

  it("shares an epoch's reputation, and lets standings be refreshed", async () => {
    const epoch = 0;
    const all = await gate.as(RELAYER).getEpochPoints({ epoch });
    expect(all.points > 0n).to.equal(true);
    await gate.stage.pass(8n * DAY);
    const closed = await gate.as(RELAYER).closeEpochAndWait({ epoch });
    expect(closed.budget > 0n).to.equal(true);
    await expectRefusal("DuplicateError", "CurationEpochClosed", async () => {
      await gate.stage.pass(7n * DAY);
      return gate.as(RELAYER).closeEpoch({ epoch });
    });
    const own = await gate.as(RELAYER).getPoints({ curator: 1, epoch });
    expect(own.points > 0n).to.equal(true);
    const claimed = await gate.as(1).claimReputationAndWait({ curator: gate.stage.addressOf(1), epoch });
    expect(claimed.raw > 0n).to.equal(true);
    await expectRefusal("StateError", "CurationNothingToClaim", () =>
      gate.as(1).claimReputation({ curator: gate.stage.addressOf(1), epoch }),
    );
    const { standings } = await gate
      .as(RELAYER)
      .refreshCuratorsAndWait({ accounts: MEMBERS.map(gate.stage.addressOf) });
    expect(standings.map(({ index }) => index)).to.include(gate.indices.get(1));
    expect(await gate.differences()).to.deep.equal([]);
  });

  it("needs no chain of salts here", async () => {
    const { account } = gate.byVote;
    await expectRefusal("InvalidInputError", "CurationUnexpectedSaltChain", () =>
      gate.as(REGISTRAR).setSaltChain({ anchor: EVIDENCE, account }),
    );
    await expectRefusal("StateError", "CurationSaltChainUnset", () =>
      gate.as(REGISTRAR).revealSalt({ span: 0n, link: EVIDENCE }),
    );
  });

  it("finds a deposit and a score that no log explains", async () => {
    const { networkHelpers } = gate.stage.protocol.connection;
    for (const [label, key, field, bit] of [
      ["producers", BigInt(gate.stage.addressOf(PRODUCER)), "free", 144n],
      ["scores", 1n, "hits", 0n],
    ] as const) {
      const slot = mappingSlot(await slotOf(label), key);
      const snapshot = await networkHelpers.takeSnapshot();
      const before = BigInt(await networkHelpers.getStorageAt(gate.studio.curation, slot));
      await networkHelpers.setStorageAt(gate.studio.curation, slot, toHex(before ^ (1n << bit), { size: 32 }));
      const differences = await gate.differences();
      await snapshot.restore();
      expect(differences.map((difference) => difference.field)).to.deep.equal([field]);
    }
  });
});
