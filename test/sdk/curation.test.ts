import { expect } from "chai";
import { assetAt, selfCertify, type StudioAddresses } from "@imprimatur/sdk";
import { buildLot } from "@imprimatur/sdk/lot";
import { curationAbi } from "@imprimatur/sdk/abi";
import { hashAuditBallot, hashOutcome, type Judgment, NO_OUTCOME, type SignedBallot } from "@imprimatur/sdk/curation";
import { type Hex, keccak256, numberToHex, sha256, stringToHex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { CHARTER, expectError, expectRefusal, openStudio, setStage, type Stage } from "./fixture.ts";

const MEMBERS = [1, 2, 3, 4, 5];
const DAY = 86_400n;
const keyOf = (member: number): PrivateKeyAccount =>
  privateKeyToAccount(keccak256(stringToHex(`ballot key ${member}`)));

describe("sdk: curation", () => {
  let stage: Stage;
  let studio: StudioAddresses;
  let recipeId: Hex;
  const indices = new Map<number, number>();

  before(async () => {
    stage = await setStage();
    studio = await openStudio(stage, MEMBERS);
    const registrar = stage.as(1, studio);
    const split = [{ account: studio.timelock, weight: 1_000_000 }];
    ({ recipeId } = await registrar.registerRecipeAndWait({ licensor: studio.timelock, kind: "work", split }));
    await registrar.admitProducerAndWait({ producer: stage.addressOf(9), quota: 5000 });
    for (const member of MEMBERS) {
      const player = stage.as(member, studio);
      const consent = await player.signCuratorKey({ account: keyOf(member), curator: stage.addressOf(member) });
      indices.set(member, (await player.registerCuratorAndWait(consent)).index);
    }
  });

  let nonce = 0n;

  async function commit(count: number): Promise<bigint> {
    nonce += 1n;
    const lot = await buildLot({
      chainId: 31337,
      assetRegistry: stage.addresses.assetRegistry,
      producer: stage.addressOf(9),
      nonce,
      recipeId,
      recipeCommitment: keccak256("0x"),
      items: Array.from({ length: count }, (_, i) => ({
        name: `${i}`,
        mediaType: "image/png",
        bytes: 1,
        contentHash: sha256(numberToHex(i)),
      })),
    });
    await stage.as(9).commitLotAndWait({ ...lot.input, gate: studio.curation });
    return lot.lotId;
  }

  async function draw(lotId: bigint) {
    await stage.protocol.connection.networkHelpers.mine(33);
    await stage.as(8, studio).drawSeedAndWait({ lotId });
    return stage.as(8, studio).sampleLot({ lotId });
  }

  const sign = (member: number, sample: { lotId: bigint; seed: Hex; charterVersion: number }, judgments: Judgment[]) =>
    stage.as(8, studio).signAuditBallot({
      lotId: sample.lotId,
      seed: sample.seed,
      charterVersion: sample.charterVersion,
      curator: indices.get(member)!,
      judgments,
      account: keyOf(member),
    });

  it("reads who curates and who may produce", async () => {
    const reader = stage.as(8, studio);
    const byAddress = await reader.getCurator({ curator: stage.addressOf(3) });
    expect(byAddress).to.include({ index: indices.get(3), key: keyOf(3).address, agent: false, struckOff: false });
    expect(byAddress).to.include({ epoch: 0, tier: 2 });
    expect(byAddress!.standing).to.be.greaterThan(0);
    expect(await reader.getCurator({ curator: indices.get(3)! })).to.deep.equal(byAddress);
    expect(await reader.getCurator({ curator: 99 })).to.equal(undefined);
    expect(await reader.getCurator({ curator: stage.addressOf(9) })).to.equal(undefined);
    expect(await reader.getProducer({ producer: stage.addressOf(9) })).to.deep.equal({
      ...{ quota: 5000, used: 0, day: 0, level: "normal", accepted: 0, rejected: 0, delegate: 0, free: 0n },
      bound: false,
    });
  });

  it("explains what the gate refuses of members and producers", async () => {
    const taken = await stage.as(2, studio).signCuratorKey({ account: keyOf(3), curator: stage.addressOf(2) });
    await expectRefusal("DuplicateError", "CurationKeyTaken", () => stage.as(2, studio).registerCurator(taken));
    const fresh = await stage.as(9, studio).signCuratorKey({ account: keyOf(9), curator: stage.addressOf(9) });
    await expectRefusal("LimitError", "CurationInsufficientReputation", () =>
      stage.as(9, studio).registerCurator(fresh),
    );
    await expectRefusal("ProofError", "CurationInvalidKeySignature", () => stage.as(2, studio).registerCurator(fresh));
    await expectRefusal("UnauthorizedError", "CurationUnauthorized", () =>
      stage.as(2, studio).admitProducer({ producer: stage.addressOf(2), quota: 1 }),
    );
    await expectRefusal("LimitError", "CurationQuotaExceeded", () => commit(5001));
  });

  it("proves the seed by the header of its block, and by no other", async () => {
    const lotId = await commit(300);
    const relayer = stage.as(8, studio);
    await expectError("SeedBlockPendingError", () => relayer.drawSeed({ lotId }));
    await expectError("AuditPhaseError", () => relayer.sampleLot({ lotId }));
    expect((await relayer.getAudit({ lotId })).phase).to.equal("open");
    await stage.protocol.connection.networkHelpers.mine(33);
    const { header, seedBlock } = await relayer.prepareSeed({ lotId });
    const forged: Hex = `${header.slice(0, -2) as Hex}00`;
    await expectRefusal("ProofError", "CurationWrongHeaderHash", () => relayer.drawSeed({ lotId, header: forged }));
    expect((await relayer.getAudit({ lotId })).seedBlock).to.equal(seedBlock);
    const { seed, ballotDeadline } = await relayer.drawSeedAndWait({ lotId, header });
    const audit = await relayer.getAudit({ lotId });
    expect(audit).to.include({ phase: "drawn", seed, ballotDeadline, plan: 0, terms: 0, epoch: 0, excluded: 0 });
    await expectError("AuditPhaseError", () => relayer.prepareSeed({ lotId }));
    await expectRefusal("DuplicateError", "CurationSeedAlreadyDrawn", () => relayer.drawSeed({ lotId, header }));
    await expectError("AuditPhaseError", () => relayer.prepareSeed({ lotId: 5n }));
  });

  it("samples and hashes as the gate does", async () => {
    const sample = await draw(await commit(1000));
    const address = studio.curation;
    const positions = await stage.reader.readContract({
      address,
      abi: curationAbi,
      functionName: "sampleOf",
      args: [sample.lotId, sample.seed],
    });
    expect(sample.positions).to.deep.equal(positions);
    const { lotId, seed, charterVersion } = sample;
    const ballot = { kind: 0, subject: lotId, seed, charterVersion, firstWord: 0, words: [5n, 8n] };
    const digest = await stage.reader.readContract({
      address,
      abi: curationAbi,
      functionName: "hashBallot",
      args: [ballot],
    });
    expect(
      hashAuditBallot({ chainId: 31337, curation: address, subject: lotId, seed, charterVersion, words: [5n, 8n] }),
    ).to.equal(digest);
  });

  it("closes a sample with the simulated verdict, and blocks what was found bad", async () => {
    const sample = await draw(await commit(1000));
    const { lotId, charterVersion } = sample;
    const judgments = sample.positions.map((_, lane): Judgment => (lane === 7 || lane === 200 ? "defect" : "ok"));
    const ballots = await Promise.all(MEMBERS.map((member) => sign(member, sample, judgments)));
    const relayer = stage.as(8, studio);
    const predicted = await relayer.simulateClose({ lotId, charterVersion, ballots });
    const { receipt: _, ...closed } = await relayer.closeAuditAndWait({ lotId, charterVersion, ballots });
    expect(closed).to.include({
      status: "accepted",
      weight: 10,
      expectedWeight: 10,
      widening: 0,
      humanBallots: 5,
      covered: predicted.covered,
      bad: predicted.bad,
    });
    const after = await relayer.sampleLot({ lotId });
    expect([after.seed, after.positions]).to.deep.equal([sample.seed, sample.positions]);
    const { outcome } = await relayer.getOutcome({ lotId });
    expect(hashOutcome(outcome)).to.equal((await relayer.getAudit({ lotId })).digest);
    const lot = await relayer.getLot({ lotId });
    expect(lot).to.include({ status: "accepted", class: "panel", releasableAt: closed.releasableAt });
    expect(lot.blocked).to.deep.equal(predicted.blocked);
    expect(lot.blocked).to.have.members([sample.positions[7], sample.positions[200]]);
    const [bad] = lot.blocked as [number];
    expect((await relayer.getAsset({ assetId: assetAt(lotId, bad) })).releasable).to.equal(false);
    await stage.pass(DAY);
    expect((await relayer.getAsset({ assetId: assetAt(lotId, bad) })).releasable).to.equal(false);
    const good = sample.positions[0]!;
    expect((await relayer.getAsset({ assetId: assetAt(lotId, good) })).releasable).to.equal(true);
    await expectRefusal("TimingError", "CurationVerdictFinal", () =>
      relayer.closeAudit({ lotId, charterVersion, ballots }),
    );
  });

  it("replaces a verdict by a heavier one and names the words it frees", async () => {
    const sample = await draw(await commit(120));
    const { lotId, charterVersion } = sample;
    expect(sample.census).to.equal(true);
    const harsh = sample.positions.map((lane): Judgment => (lane < 4 ? "defect" : "ok"));
    const mild = sample.positions.map((lane): Judgment => (lane < 1 ? "defect" : "ok"));
    const first = await Promise.all([1, 2, 3].map((member) => sign(member, sample, harsh)));
    const relayer = stage.as(8, studio);
    await expectRefusal("TimingError", "CurationBallotsOpen", () =>
      relayer.closeAudit({ lotId, charterVersion, ballots: first }),
    );
    await stage.pass(DAY + 1n);
    await relayer.closeAuditAndWait({ lotId, charterVersion, ballots: first });
    expect((await relayer.getLot({ lotId })).blocked).to.deep.equal([0, 1, 2, 3]);
    await expectRefusal("LimitError", "CurationNotHeavier", () =>
      relayer.closeAudit({ lotId, charterVersion, ballots: first }),
    );

    const both = await Promise.all([
      sign(1, sample, harsh),
      ...[2, 3, 4, 5].map((member) => sign(member, sample, mild)),
    ]);
    const predicted = await relayer.simulateClose({ lotId, charterVersion, ballots: both });
    expect(predicted.blocked).to.deep.equal([0]);
    expect(hashOutcome(predicted.previous)).to.equal((await relayer.getAudit({ lotId })).digest);
    await expectRefusal("InvalidInputError", "CurationWrongOutcome", () =>
      relayer.closeAudit({ lotId, charterVersion, ballots: both, previous: NO_OUTCOME }),
    );
    const closed = await relayer.closeAuditAndWait({ lotId, charterVersion, ballots: both });
    expect(closed).to.include({ status: "accepted", weight: 10 });
    expect((await relayer.getLot({ lotId })).blocked).to.deep.equal([0]);
    expect(await relayer.getAudit({ lotId })).to.include({ phase: "closed", windowEnd: closed.releasableAt });
  });

  it("rejects a lot with too many defects, as predicted", async () => {
    const sample = await draw(await commit(100));
    const { lotId, charterVersion } = sample;
    const judgments = sample.positions.map((lane): Judgment => (lane < 26 ? "defect" : "ok"));
    const ballots = await Promise.all(MEMBERS.map((member) => sign(member, sample, judgments)));
    const relayer = stage.as(8, studio);
    expect(await relayer.simulateClose({ lotId, charterVersion, ballots })).to.deep.include({
      status: "rejected",
      blocked: [],
    });
    expect((await relayer.closeAuditAndWait({ lotId, charterVersion, ballots })).status).to.equal("rejected");
  });

  it("simulates each refusal that the chain decides", async () => {
    const sample = await draw(await commit(50));
    const { lotId, charterVersion } = sample;
    const judgments = sample.positions.map((): Judgment => "ok");
    const [one, two, three] = (await Promise.all([1, 2, 3].map((member) => sign(member, sample, judgments)))) as [
      SignedBallot,
      SignedBallot,
      SignedBallot,
    ];
    const relayer = stage.as(8, studio);
    const sabotaged: [string, string, string, SignedBallot[]][] = [
      ["AuditOpenError", "LimitError", "CurationTooFewBallots", [one, two]],
      ["BallotRejectedError", "UnknownIdError", "CurationUnknownCurator", [one, two, { ...three, curator: 60 }]],
      ["BallotRejectedError", "ProofError", "CurationWrongSigner", [one, two, { ...three, words: [1n, 0n] }]],
      ["BallotRejectedError", "ProofError", "CurationWrongSigner", [one, two, { ...three, curator: indices.get(4)! }]],
    ];
    for (const [simulated, family, errorName, ballots] of sabotaged) {
      await expectError(simulated, () => relayer.simulateClose({ lotId, charterVersion, ballots }));
      await expectRefusal(family, errorName, () => relayer.closeAudit({ lotId, charterVersion, ballots }));
    }
    await stage.pass(DAY);
    const halves = await Promise.all([1, 2, 3].map((member) => sign(member, sample, member === 1 ? judgments : [])));
    await expectError("AuditOpenError", () => relayer.simulateClose({ lotId, charterVersion, ballots: halves }));
    await expectRefusal("LimitError", "CurationUncovered", () =>
      relayer.closeAudit({ lotId, charterVersion, ballots: halves }),
    );
  });

  it("does not count a producer's own ballot", async () => {
    const lot = await buildLot({
      chainId: 31337,
      assetRegistry: stage.addresses.assetRegistry,
      producer: stage.addressOf(1),
      nonce: 1n,
      recipeId,
      recipeCommitment: keccak256("0x"),
      items: [{ name: "a", mediaType: "image/png", bytes: 1, contentHash: sha256("0x01") }],
    });
    await stage.as(1).commitLotAndWait({ ...lot.input, gate: studio.curation });
    const sample = await draw(lot.lotId);
    const ballots = await Promise.all([1, 2, 3].map((member) => sign(member, sample, ["ok"])));
    const { lotId, charterVersion } = sample;
    await expectError("BallotRejectedError", () =>
      stage.as(8, studio).simulateClose({ lotId, charterVersion, ballots }),
    );
    await expectRefusal("UnauthorizedError", "CurationOwnLot", () =>
      stage.as(8, studio).closeAudit({ lotId, charterVersion, ballots }),
    );
  });

  it("certifies the lots of a solo studio by its registrar", async () => {
    const solo = await stage.as(6).createStudioAndWait({
      name: "Solo",
      symbol: "SOLO",
      preset: "solo",
      founders: [stage.addressOf(6)],
      registrar: stage.addressOf(6),
      charter: CHARTER,
    });
    const artist = stage.as(6, solo);
    const split = [{ account: stage.addressOf(6), weight: 1_000_000 }];
    const recipe = await artist.registerRecipeAndWait({ licensor: solo.timelock, kind: "work", split });
    const lot = await buildLot({
      chainId: 31337,
      assetRegistry: stage.addresses.assetRegistry,
      producer: stage.addressOf(6),
      nonce: 9n,
      recipeId: recipe.recipeId,
      recipeCommitment: keccak256("0x"),
      items: Array.from({ length: 600 }, (_, i) => ({
        name: `${i}`,
        mediaType: "image/png",
        bytes: 1,
        contentHash: sha256(numberToHex(i)),
      })),
    });
    await artist.commitLotAndWait({ ...lot.input, gate: solo.curation });
    await expectRefusal("UnauthorizedError", "CurationUnauthorized", () =>
      stage.as(7, solo).selfCertify({ lotId: lot.lotId }),
    );
    const call = selfCertify.encode({ curation: solo.curation, lotId: lot.lotId, blocked: [599, 3, 4] });
    expect(selfCertify.decode(call.data)).to.deep.equal({ lotId: lot.lotId, blocked: [3, 4, 599] });
    await artist.selfCertifyAndWait({ lotId: lot.lotId, blocked: [599, 3, 4] });
    const stored = await artist.getLot({ lotId: lot.lotId });
    expect(stored).to.include({ status: "accepted", class: "selfCertified" });
    expect(stored.blocked).to.deep.equal([3, 4, 599]);
    await expectRefusal("StateError", "CurationNotPending", () => artist.selfCertify({ lotId: lot.lotId }));
    await expectRefusal("StateError", "CurationWrongPreset", () =>
      stage.as(1, studio).selfCertify({ lotId: lot.lotId }),
    );
  });
});
