import { expect } from "chai";
import { assetAt } from "@imprimatur/sdk";
import { curationAbi } from "@imprimatur/sdk/abi";
import {
  type Judgment,
  type SignedBallot,
  simulateAdjudication,
  simulateSlate,
  slateProof,
  toApprovals,
} from "@imprimatur/sdk/curation";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { concatHex, type Hex, keccak256, stringToHex } from "viem";
import { expectError, expectRefusal } from "./fixture.ts";
import { CHALLENGER, DAY, EVIDENCE, Gate, keyOf, MEMBERS, PRODUCER, REGISTRAR, RELAYER } from "./gate.ts";

describe("sdk: disputes, vetoes and slates", () => {
  let gate: Gate;

  before(async () => {
    gate = await Gate.openPaying();
  });

  it("challenges assets, has a panel judge them, and moves the stakes", async () => {
    const lotId = await gate.close(600);
    const challenged = await gate.as(CHALLENGER).challengeAndWait({ lotId, assets: [5, 300, 301], evidence: EVIDENCE });
    expect(challenged).to.include({ id: 1, firstWord: 0, bond: 21n, fee: 101n });
    expect((await gate.as(RELAYER).getLot({ lotId })).blocked).to.deep.equal([5, 300, 301]);
    await expectRefusal("DuplicateError", "CurationAlreadyBlocked", () =>
      gate.as(CHALLENGER).challenge({ lotId, assets: [5], evidence: EVIDENCE }),
    );
    await expectRefusal("TimingError", "CurationChallengeWindowOpen", () => gate.as(RELAYER).callPanel({ lotId }));
    await gate.stage.pass(DAY + 1n);
    await gate.as(RELAYER).callPanelAndWait({ lotId });
    expect((await gate.as(RELAYER).getDispute({ lotId })).phase).to.equal("called");
    await gate.mine(33);
    const { seed } = await gate.as(RELAYER).drawPanelAndWait({ lotId });
    const { charterVersion } = await gate.as(RELAYER).sampleLot({ lotId });
    const open = await gate.as(RELAYER).getOpenMasks({ lotId, id: 1 });
    expect(open.assets).to.deep.equal([5, 300, 301]);
    const judgments = Array.from({ length: 512 }, (_, asset): Judgment => (asset === 300 ? "ok" : "defect"));
    const judge = (member: number) =>
      gate.as(RELAYER).signAuditBallot({
        ...{ kind: "adjudication", lotId, firstWord: open.firstWord, seed, charterVersion, judgments },
        ...{ curator: gate.indices.get(member)!, account: keyOf(member) },
      });
    const ballots = await Promise.all(MEMBERS.map(judge));
    const reads = { assetRegistry: gate.stage.addresses.assetRegistry, curation: gate.studio.curation };
    await expectError("AuditOpenError", () =>
      simulateAdjudication(gate.as(RELAYER), { ...reads, lotId, id: 1, charterVersion, ballots: ballots.slice(1) }),
    );
    const ruling = await simulateAdjudication(gate.as(RELAYER), { ...reads, lotId, id: 1, charterVersion, ballots });
    expect([ruling.cleared, ruling.open]).to.deep.equal([[300], []]);
    const { firstWord, masks, decided, upheld, ballots: weighed } = ruling;
    const call = { lotId, id: 1, charterVersion, firstWord, masks, ballots: weighed };
    const judged = await gate.as(RELAYER).adjudicateAndWait(call);
    expect([judged.decided, judged.upheld]).to.deep.equal([decided, upheld]);
    expect((await gate.as(RELAYER).getLot({ lotId })).blocked).to.deep.equal([5, 301]);
    expect((await gate.as(RELAYER).getChallenge({ lotId, id: 1 })).resolved).to.equal(true);
    await expectError("ChallengeResolvedError", () => gate.as(RELAYER).getOpenMasks({ lotId, id: 1 }));
    await expectRefusal("UnknownIdError", "CurationUnknownChallenge", () =>
      gate.as(RELAYER).dropChallenge({ lotId, id: 1, firstWord, masks }),
    );
    const { outcome, judgments: said } = await gate.as(RELAYER).getOutcome({ lotId });
    await gate.as(RELAYER).settleLotAndWait({ lotId, round: 0, outcome, judgments: said });
    expect(await gate.differences()).to.deep.equal([]);
  });

  it("audits a lot once more after it was challenged as a whole", async () => {
    const lotId = await gate.close(300);
    await gate.as(CHALLENGER).challengeLotAndWait({ lotId, evidence: EVIDENCE });
    expect((await gate.as(RELAYER).getLot({ lotId })).status).to.equal("suspended");
    const sample = await gate.draw(lotId);
    expect(sample).to.include({ round: 1, plan: 1, acceptance: 0 });
    const ballots = await gate.signAll(sample);
    const { charterVersion } = sample;
    expect(await gate.as(RELAYER).closeAuditAndWait({ lotId, charterVersion, ballots })).to.include({
      status: "accepted",
    });
    expect((await gate.as(RELAYER).sampleLot({ lotId, round: 0 })).plan).to.equal(0);
    await gate.stage.pass(DAY + 1n);
    const { suspender: id } = await gate.as(RELAYER).getDispute({ lotId });
    const dropped = await gate.as(RELAYER).dropChallengeAndWait({ lotId, id, firstWord: 0, masks: [] });
    expect(dropped).to.include({ returned: 0n, reward: 0n, lost: 1_000n });
    for (const round of [0, 1]) {
      const { outcome, judgments } = await gate.as(RELAYER).getOutcome({ lotId, round });
      await gate.as(RELAYER).settleLotAndWait({ lotId, round, outcome, judgments });
    }
    expect(await gate.differences()).to.deep.equal([]);
  });

  it("selects the best of a slate as simulated, and asks to refine one", async () => {
    const lotId = await gate.close(300);
    await gate.stage.pass(DAY + 1n);
    const candidates = Array.from({ length: 300 }, (_, i) => assetAt(lotId, i));
    const brief = keccak256(stringToHex("brief"));
    const ballotDeadline = (await gate.stage.now()) + DAY;
    await expectRefusal("LimitError", "CurationInvalidSlate", () =>
      gate.as(REGISTRAR).openSlate({ candidates, k: 0, ballotDeadline, brief }),
    );
    const { slateId } = await gate.as(REGISTRAR).openSlateAndWait({ candidates, k: 3, ballotDeadline, brief });
    const { charterVersion } = await gate.as(RELAYER).sampleLot({ lotId });
    const seed = await gate.stage.reader.readContract({
      ...{ address: gate.studio.curation, abi: curationAbi, functionName: "slateSeedOf", args: [slateId] },
    });
    const approvals = [[1, 2, 280], [1, 280, 9], [1, 280, 9, 40], [40], [2]];
    const ballots = await Promise.all(
      MEMBERS.map((member, at) =>
        gate.as(RELAYER).signAuditBallot({
          ...{ kind: "slate", slateId, seed, charterVersion, words: toApprovals(approvals[at]!, 300) },
          ...{ curator: gate.indices.get(member)!, account: keyOf(member) },
        }),
      ),
    );
    const result = await simulateSlate(gate.as(RELAYER), {
      curation: gate.studio.curation,
      slateId,
      charterVersion,
      ballots,
    });
    expect(result.selected).to.deep.equal([1, 2, 280]);
    await expectRefusal("TimingError", "CurationSlateOpen", () =>
      gate.as(RELAYER).closeSlate({ slateId, charterVersion, ballots: result.ballots }),
    );
    await gate.stage.pass(DAY);
    const closed = await gate.as(RELAYER).closeSlateAndWait({ slateId, charterVersion, ballots: result.ballots });
    expect([closed.selected, closed.weight, Number(closed.threshold)]).to.deep.equal([
      ...[result.selectedWords, result.weight, result.threshold],
    ]);
    expect((await gate.as(RELAYER).getSlate({ slateId })).phase).to.equal("closed");
    await gate.stage.pass(DAY + 1n);
    const refine = (candidate: number) => ({
      ...{ slateId, candidate, assetId: candidates[candidate]!, proof: slateProof(candidates, candidate) },
      ...{ selected: closed.selected, note: brief },
    });
    await expectRefusal("StateError", "CurationNotSelected", () => gate.as(REGISTRAR).requestRefinement(refine(9)));
    const asked = await gate.as(REGISTRAR).requestRefinementAndWait(refine(280));
    expect(asked).to.include({ assetId: candidates[280], slateId });
    expect(await gate.differences()).to.deep.equal([]);
  });

  it("vetoes, confirms, appeals and lifts", async () => {
    const lotId = await gate.close(300);
    const { account } = gate.byVote;
    const words = { lotId, word: 0, mask: 0b110n };
    await expectRefusal("UnauthorizedError", "CurationUnauthorized", () =>
      gate.as(2).veto({ ...words, reasonCode: EVIDENCE, evidence: EVIDENCE }),
    );
    const vetoed = await gate.as(2).vetoAndWait({ ...words, reasonCode: EVIDENCE, evidence: EVIDENCE, account });
    expect(vetoed.mask).to.equal(0b110n);
    expect((await gate.as(RELAYER).getLot({ lotId })).blocked).to.deep.equal([1, 2]);
    await gate.as(PRODUCER).appealVetoAndWait({ lotId, word: 0, evidence: EVIDENCE });
    await expectRefusal("DuplicateError", "CurationAlreadyAppealed", () =>
      gate.as(PRODUCER).appealVeto({ lotId, word: 0, evidence: EVIDENCE }),
    );
    await gate.as(2).confirmVetoAndWait({ lotId, word: 0, account });
    expect(await gate.as(2).getVeto({ lotId, word: 0 })).to.include({ mask: 0b110n, confirmed: true });
    await expectRefusal("TimingError", "CurationVetoStands", () =>
      gate.as(2).liftVeto({ lotId, word: 0, mask: 0b10n }),
    );
    expect(await gate.differences()).to.deep.equal([]);
    await gate.as(2).liftVetoAndWait({ lotId, word: 0, mask: 0b10n, account });
    expect((await gate.as(RELAYER).getLot({ lotId })).blocked).to.deep.equal([2]);
    expect(await gate.differences()).to.deep.equal([]);
  });

  it("proves a copy within the studio", async () => {
    const offset = 1_000_000;
    const first = await gate.close(3);
    await gate.stage.pass(1n);
    const second = await (async () => {
      const lotId = await gate.commit(3, (i) => i - offset);
      const sample = await gate.draw(lotId);
      const { charterVersion } = sample;
      await gate.as(RELAYER).closeAuditAndWait({ lotId, charterVersion, ballots: await gate.signAll(sample) });
      return lotId;
    })();
    await gate.stage.pass(DAY + 1n);
    const leafOf = (lotId: bigint, index: number) => toLeaf(gate.lots.get(lotId)!.rows[index]!.leaf);
    const proofOf = (lotId: bigint, index: number) => gate.lots.get(lotId)!.tree.proof(index);
    const duplicate = (copy: number, original: number) => ({
      ...{ copy: assetAt(second, copy), copyLeaf: leafOf(second, copy), copyProof: proofOf(second, copy) },
      ...{ original: assetAt(first, original), originalLeaf: leafOf(first, original) },
      originalProof: proofOf(first, original),
    });
    await expectRefusal("ProofError", "CurationNoDuplicate", () => gate.as(CHALLENGER).proveDuplicate(duplicate(1, 2)));
    const proved = await gate.as(CHALLENGER).proveDuplicateAndWait(duplicate(1, 1));
    expect(proved.copy).to.equal(assetAt(second, 1));
    expect((await gate.as(RELAYER).getLot({ lotId: second })).blocked).to.deep.equal([1]);
    expect(await gate.differences()).to.deep.equal([]);
  });

  it("strikes off who signs two ballots on one thing, and readmits", async () => {
    const lotId = await gate.commit(300);
    const sample = await gate.draw(lotId);
    const judgments = sample.positions.map((): Judgment => "ok");
    const [one, two] = [await gate.sign(5, sample, judgments), await gate.sign(5, sample, judgments.slice(1))];
    const { seed, charterVersion } = sample;
    const message = ({ words }: SignedBallot) => ({
      ...{ kind: 0, subject: lotId, seed, charterVersion, firstWord: 0, words },
    });
    const signature = ({ r, vs }: SignedBallot): Hex => concatHex([r, vs]);
    const proof = (a: SignedBallot, b: SignedBallot) => ({
      ...{ a: message(a), signatureA: signature(a), b: message(b), signatureB: signature(b) },
    });
    await expectRefusal("ProofError", "CurationNoEquivocation", () =>
      gate.as(RELAYER).proveEquivocation(proof(one, one)),
    );
    const struck = await gate.as(RELAYER).proveEquivocationAndWait(proof(one, two));
    expect(struck.index).to.equal(gate.indices.get(5));
    expect(await gate.as(RELAYER).getCurator({ curator: struck.index })).to.include({ struckOff: true, standing: 0 });
    expect(await gate.differences()).to.deep.equal([]);
    const { account } = gate.byVote;
    await expectRefusal("StateError", "CurationNotStruckOff", () =>
      gate.as(RELAYER).readmitCurator({ curator: gate.stage.addressOf(4), account }),
    );
    await gate.as(RELAYER).readmitCuratorAndWait({ curator: gate.stage.addressOf(5), account });
    await expectRefusal("StateError", "CurationNotStopped", () =>
      gate.as(RELAYER).liftStop({ producer: gate.stage.addressOf(PRODUCER), account }),
    );
  });
});
