import { expect } from "chai";
import { encode } from "fast-png";
import { assetAt, toLotId } from "@imprimatur/sdk";
import {
  assertScreened,
  buildHashIndex,
  challengeCosts,
  checkLotReport,
  type CheckLotReportParameters,
  indexProvider,
  reportChallenges,
  screen,
  type ScreeningAnswer,
  signReport,
} from "@imprimatur/sdk/compliance";
import { buildLot, type LotItem } from "@imprimatur/sdk/lot";
import { hashImage } from "@imprimatur/sdk/node";
import { getBlock, memoryStore, putBlock, readLot } from "@imprimatur/sdk/storage";
import { type Abi, encodeFunctionData, type Hex, keccak256, sha256, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { expectError } from "./fixture.ts";
import { CHALLENGER, DAY, Gate, PRODUCER, RELAYER } from "./gate.ts";

const COUNT = 8;
const SCREENER = privateKeyToAccount(`0x${"11".repeat(32)}`);
const CLEAN: ScreeningAnswer = { outcome: "searched", methods: ["exact", "picture"], matches: [] };

/** A picture with a pattern of its own, at any size. */
function draw(seed: number, side = 64): Uint8Array {
  const data = Uint8Array.from({ length: side * side * 3 }, (_, at) => {
    const [x, y] = [(Math.floor(at / 3) % side) / side, Math.floor(at / 3 / side) / side];
    return 128 + 110 * Math.sin(7 * x * (1 + (seed % 3)) + seed) * Math.cos(5 * y * (1 + (seed % 4)) - seed * x);
  });
  return encode({ width: side, height: side, data, channels: 3 });
}

describe("sdk: lots whose screening is missing or false", () => {
  const store = memoryStore();
  let gate: Gate;
  let files: (LotItem & { perceptualHash: Hex })[];
  /** What somebody else had made before: a smaller copy of the third picture. */
  let known: ReturnType<typeof buildHashIndex>;
  let nonce = 1_000n;

  before(async () => {
    gate = await Gate.openPaying();
    files = await Promise.all(
      Array.from({ length: COUNT }, async (_, index) => {
        const bytes = draw(index);
        const perceptualHash = await hashImage(bytes);
        const contentHash = await putBlock(store, bytes);
        return { name: `${index}.png`, mediaType: "image/png", bytes: bytes.length, contentHash, perceptualHash };
      }),
    );
    const copy = draw(2, 48);
    const looks = { contentHash: sha256(copy), perceptualHash: await hashImage(copy) };
    known = buildHashIndex([{ ...looks, source: "another studio", item: "7" }]);
  });

  /** Screens, signs and builds; `answers` and `items` are what the producer says instead of the truth. */
  async function prepare(lies: { answers?: ScreeningAnswer[]; items?: typeof files; report?: boolean } = {}) {
    const { stage, recipeId } = gate;
    const items = lies.items ?? files;
    const producer = stage.addressOf(PRODUCER);
    const { assetRegistry } = stage.addresses;
    nonce += 1n;
    const registry = indexProvider({ index: known, name: "registry", corpus: "all there was" });
    const [found] = await screen({ items, providers: [registry] });
    const findings = [{ ...found!, answers: lies.answers ?? found!.answers }];
    const subject = { chainId: 31337, registry: assetRegistry, lotId: toLotId(producer, nonce), recipeId };
    const { block } = await signReport({ ...subject, screenedAt: await stage.now(), items, findings }, SCREENER);
    const reportHash = lies.report === false ? zeroHash : await putBlock(store, block);
    const built = await buildLot({
      ...{ chainId: 31337, assetRegistry, producer, nonce, recipeId, recipeCommitment: keccak256("0x"), store },
      items: items.map((item) => ({ ...item, evidence: { perceptualHash: item.perceptualHash, reportHash } })),
    });
    const checking: CheckLotReportParameters = {
      ...{ lot: await readLot(store, built.manifest), store, screeners: [SCREENER.address], index: known },
      looksOf: async ({ leaf }) => hashImage(await getBlock(store, leaf.contentHash)),
    };
    return { built, checking };
  }

  /** Commits what was built; the curators, who cannot know every picture, find nothing wrong. */
  async function accept({ built }: Awaited<ReturnType<typeof prepare>>): Promise<bigint> {
    const { lotId, input } = built;
    await gate.stage.as(PRODUCER).commitLotAndWait({ ...input, gate: gate.studio.curation });
    const sample = await gate.draw(lotId);
    const { charterVersion } = sample;
    await gate.as(RELAYER).closeAuditAndWait({ lotId, charterVersion, ballots: await gate.signAll(sample) });
    return lotId;
  }

  const releasable = async (lotId: bigint, index: number): Promise<boolean> =>
    (await gate.as(RELAYER).getAsset({ assetId: assetAt(lotId, index) })).releasable;

  async function challenge(lotId: bigint, checking: CheckLotReportParameters) {
    const findings = await checkLotReport(checking);
    const { blocked } = await gate.as(RELAYER).getLot({ lotId });
    const { curation } = gate.studio;
    return reportChallenges({ curation, lotId, count: COUNT, findings, blocked, store });
  }

  /** Sends the call as it was built. */
  async function send({ call }: Awaited<ReturnType<typeof challenge>>["challenges"][number]): Promise<void> {
    const { address: to, functionName, args } = call;
    const abi: Abi = call.abi;
    const data = encodeFunctionData({ abi, functionName, args });
    const client = gate.as(CHALLENGER);
    const hash = await client.sendTransaction({ to, data });
    expect((await client.waitForTransactionReceipt({ hash })).status).to.equal("success");
  }

  /** What is said that challenges cost is what they take out of the deposit. */
  async function expectCosts(
    lotId: bigint,
    challenges: Awaited<ReturnType<typeof challenge>>["challenges"],
    expected: { bond: bigint; fee: bigint }[],
  ): Promise<void> {
    const { curation } = gate.studio;
    const { costs, total } = await challengeCosts(gate.stage.reader, { curation, lotId, count: COUNT, challenges });
    expect(costs).to.deep.equal(expected);
    const producer = gate.stage.addressOf(CHALLENGER);
    const free = async () => (await gate.as(RELAYER).getProducer({ producer })).free;
    const before = await free();
    for (const each of challenges) await send(each);
    expect(before - (await free())).to.equal(total);
  }

  it("refuses a report of another time than before the commit", async () => {
    const { built, checking } = await prepare();
    const lotId = await accept({ built, checking });
    const { committedAt } = await gate.as(RELAYER).getLot({ lotId });
    const problems = async (more: Partial<CheckLotReportParameters>) =>
      (await checkLotReport({ ...checking, ...more })).map(({ problem, assets }) => [problem, assets.length]);
    expect(await problems({ committedAt })).to.deep.equal([]);
    expect(await problems({ committedAt: committedAt - 3_600n })).to.deep.equal([["wrongTime", COUNT]]);
    expect(await problems({ committedAt: committedAt + 100n, maxAge: 99n })).to.deep.equal([["wrongTime", COUNT]]);
    expect(await problems({ committedAt: committedAt + 100n, maxAge: 3_600n })).to.deep.equal([]);
  });

  it("refuses a lot before its commit: no report, a hidden match, looks that are not the file's", async () => {
    const blind = files.map((file, at) => (at === 2 ? { ...file, perceptualHash: files[5]!.perceptualHash } : file));
    const lies = [
      { report: false },
      { answers: files.map(() => CLEAN) },
      { answers: files.map(() => CLEAN), items: blind },
    ];
    for (const lie of lies) {
      await expectError("LotUnscreenedError", async () => assertScreened((await prepare(lie)).checking));
    }
    const honest = await prepare();
    await assertScreened(honest.checking);
    const none = { curation: gate.studio.curation, lotId: honest.built.lotId, count: COUNT, findings: [], store };
    expect((await reportChallenges(none)).challenges).to.deep.equal([]);
  });

  it("challenges the asset whose match the report hides: it is blocked at once, the others are sold", async () => {
    const prepared = await prepare({ answers: files.map(() => CLEAN) });
    const lotId = await accept(prepared);
    const { evidence, challenges } = await challenge(lotId, prepared.checking);
    expect(challenges.map(({ assets }) => assets)).to.deep.equal([[2]]);
    const shown = JSON.parse(new TextDecoder().decode(await getBlock(store, evidence))) as Record<string, unknown>;
    expect(shown).to.deep.include({ type: "imprimatur/report-findings", version: 1, lotId: String(lotId) });
    expect(shown["findings"]).to.have.nested.property("[0].problem", "hiddenMatch");

    await expectCosts(lotId, challenges, [{ bond: 7n, fee: 202n }]);
    expect(await gate.as(RELAYER).getChallenge({ lotId, id: 1 })).to.include({ bond: 7n });
    expect((await gate.as(RELAYER).getLot({ lotId })).blocked).to.deep.equal([2]);
    await gate.stage.pass(DAY + 1n);
    expect(await releasable(lotId, 2)).to.equal(false);
    // What is blocked is not challenged again.
    expect((await challenge(lotId, prepared.checking)).challenges).to.deep.equal([]);
  });

  it("challenges the asset whose leaf says that it looks like another", async () => {
    const blind = files.map((file, at) => (at === 2 ? { ...file, perceptualHash: files[5]!.perceptualHash } : file));
    const prepared = await prepare({ items: blind });
    const lotId = await accept(prepared);
    expect((await checkLotReport({ ...prepared.checking, looksOf: async () => undefined })).length).to.equal(0);
    const { challenges } = await challenge(lotId, prepared.checking);
    await send(challenges[0]!);
    expect((await gate.as(RELAYER).getLot({ lotId })).blocked).to.deep.equal([2]);
  });

  it("challenges a lot without a report as a whole: it is suspended, nothing of it is sold", async () => {
    const prepared = await prepare({ report: false });
    const lotId = await accept(prepared);
    const { challenges } = await challenge(lotId, prepared.checking);
    expect(challenges.map(({ assets }) => assets)).to.deep.equal(["all"]);
    await expectCosts(lotId, challenges, [{ bond: 1_000n, fee: 101n }]);
    expect((await gate.as(RELAYER).getLot({ lotId })).status).to.equal("suspended");
    await gate.stage.pass(DAY + 1n);
    expect(await releasable(lotId, 0)).to.equal(false);
  });
});
