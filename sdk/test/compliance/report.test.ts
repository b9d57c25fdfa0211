import { expect } from "chai";
import {
  assertScreened,
  assetSearch,
  buildHashIndex,
  checkLotReport,
  type CheckLotReportParameters,
  entriesOfLot,
  indexProvider,
  notSearched,
  readReport,
  screen,
  type ScreeningAnswer,
  type ScreeningReport,
  signReport,
} from "@imprimatur/sdk/compliance";
import { buildLot, type LotItem } from "@imprimatur/sdk/lot";
import { canonicalBytes, memoryStore, putBlock, readLot } from "@imprimatur/sdk/storage";
import { assetAt, toLotId } from "@imprimatur/sdk";
import { concat, type Hex, numberToHex, sha256, slice, stringToBytes, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { expectError } from "../helpers/errors.ts";

const SCREENER = privateKeyToAccount(`0x${"11".repeat(32)}`);
const OTHER = privateKeyToAccount(`0x${"22".repeat(32)}`);
const PRODUCER = "0x00000000000000000000000000000000000000A1";
const REGISTRY = "0x00000000000000000000000000000000000000b2";
const RECIPE: Hex = `0x${"33".repeat(32)}`;
const IDS = { chainId: 31_337, registry: REGISTRY, lotId: toLotId(PRODUCER, 1n), recipeId: RECIPE } as const;

const LOOKS: Hex[] = ["a5", "5a", "c3"].map((byte): Hex => `0x0128${byte.repeat(30)}`);
const ITEMS: (LotItem & { perceptualHash: Hex })[] = LOOKS.map((perceptualHash, at) => ({
  name: `${at}.png`,
  mediaType: "image/png",
  bytes: at,
  contentHash: sha256(stringToBytes(`file ${at}`)),
  perceptualHash,
}));

/** Somebody else's picture that looks like the first file but for one bit. */
const KNOWN = {
  contentHash: sha256("0x01"),
  perceptualHash: `${LOOKS[0]!.slice(0, -1)}4` as Hex,
  source: "lot:9",
  item: "4",
};

describe("signed screening reports", () => {
  const store = memoryStore();
  const index = buildHashIndex([KNOWN]);
  const registry = indexProvider({ index, name: "registry", corpus: "block 7" });

  const report = async (changes: Partial<ScreeningReport> = {}): Promise<Omit<ScreeningReport, "screener">> => {
    const findings = await screen({ items: ITEMS, providers: [registry] });
    return { ...IDS, screenedAt: 1_700_000_000n, items: ITEMS, findings, ...changes };
  };

  /** Signs, stores, and builds the lot whose leaves name the report; what `checkLotReport` takes. */
  async function lotWith(reportHash: Hex, items: readonly LotItem[] = ITEMS): Promise<CheckLotReportParameters> {
    const ids = {
      chainId: IDS.chainId,
      assetRegistry: REGISTRY,
      producer: PRODUCER,
      nonce: 1n,
      recipeId: RECIPE,
    } as const;
    const built = await buildLot({
      ...ids,
      recipeCommitment: zeroHash,
      store,
      items: items.map((item, at) => {
        const { perceptualHash = LOOKS[at]! } = item as { perceptualHash?: Hex };
        return { ...item, evidence: { perceptualHash, reportHash } };
      }),
    });
    return { lot: await readLot(store, built.manifest), store };
  }

  async function screened(changes: Partial<ScreeningReport> = {}): Promise<CheckLotReportParameters> {
    const { block } = await signReport(await report(changes), SCREENER);
    return lotWith(await putBlock(store, block));
  }

  async function problemsOf(parameters: CheckLotReportParameters): Promise<[string, readonly number[]][]> {
    return (await checkLotReport(parameters)).map(({ problem, assets }) => [problem, assets]);
  }

  it("refuses to sign what a provider did not answer for every file", async () => {
    const whole = await report();
    await expectError("ScreeningReportInvalidError", () => signReport({ ...whole, items: ITEMS.slice(1) }, SCREENER));
  });

  it("refuses bytes that are no report, whichever field is missing or of another kind", async () => {
    const { block } = await signReport(await report(), SCREENER);
    const good = JSON.parse(new TextDecoder().decode(block)) as { report: Record<string, unknown> };
    await expectError("ScreeningReportInvalidError", () => readReport(stringToBytes("no JSON")));
    await expectError("ScreeningReportInvalidError", () => readReport(stringToBytes("[]")));
    await expectError("ScreeningReportInvalidError", () => readReport(Uint8Array.of(0xff)));
    for (const changes of [{ type: "other" }, { version: 2 }, { signature: "none" }, { report: null }]) {
      await expectError("ScreeningReportInvalidError", () =>
        readReport(canonicalBytes({ ...good, ...changes } as never)),
      );
    }
    for (const key of Object.keys(good.report)) {
      for (const value of [undefined, -1, "x", {}, [1]]) {
        const bytes = stringToBytes(JSON.stringify({ ...good, report: { ...good.report, [key]: value } }));
        await expectError("ScreeningReportInvalidError", () => readReport(bytes));
      }
    }
  });

  it("reads back what was signed, by whom, and is found by its hash", async () => {
    const whole = await report();
    const { block, reportHash } = await signReport(whole, SCREENER);
    expect(reportHash).to.equal(sha256(block));
    const read = await readReport(block);
    expect(read).to.deep.include({ reportHash, signed: true });
    expect(read.report.screener).to.equal(SCREENER.address);
    expect(read.report.findings).to.deep.equal(whole.findings);
    expect(read.report.items).to.deep.equal(
      ITEMS.map(({ contentHash, perceptualHash }) => ({ contentHash, perceptualHash })),
    );
    expect((await signReport(whole, SCREENER)).reportHash).to.equal(reportHash);
  });

  it("notices every change of a signed report", async () => {
    const { block } = await signReport(await report(), SCREENER);
    const text = new TextDecoder().decode(block);
    for (const [from, to] of [
      ["1700000000", "1700000001"],
      ['"chainId":31337', '"chainId":1'],
      ['"corpus":"block 7"', '"corpus":"block 8"'],
      [ITEMS[2]!.contentHash, ITEMS[1]!.contentHash],
      [SCREENER.address.toLowerCase(), OTHER.address.toLowerCase()],
      [REGISTRY.toLowerCase(), PRODUCER.toLowerCase()],
    ] as const) {
      expect(text).to.contain(from);
      expect((await readReport(stringToBytes(text.replaceAll(from, to)))).signed, from).to.equal(false);
    }
    const { signature } = JSON.parse(text) as { signature: string };
    expect((await readReport(stringToBytes(text.replace(signature, "0x1234")))).signed).to.equal(false);
  });

  it("finds nothing wrong with a lot that was screened, and lets it pass", async () => {
    const lot = { ...(await screened()), screeners: [SCREENER.address], index };
    expect(await checkLotReport(lot)).to.deep.equal([]);
    await assertScreened(lot);
  });

  it("refuses a lot without a report, with every asset", async () => {
    const lot = await lotWith(zeroHash);
    expect(await problemsOf(lot)).to.deep.equal([["reportMissing", [0, 1, 2]]]);
    const error = await expectError("LotUnscreenedError", () => assertScreened(lot));
    expect(error).to.have.property("lotId", IDS.lotId);
    expect(error.message).to.contain("reportMissing, 3 assets").and.contain("Hint:");
  });

  it("refuses a lot whose report nobody has, or is no report", async () => {
    expect(await problemsOf(await lotWith(sha256("0x77")))).to.deep.equal([["reportUnavailable", [0, 1, 2]]]);
    const nonsense = await putBlock(store, stringToBytes("{}"));
    expect(await problemsOf(await lotWith(nonsense))).to.deep.equal([["reportMalformed", [0, 1, 2]]]);
  });

  it("refuses a report about another chain, registry, lot or recipe", async () => {
    for (const changes of [
      { chainId: 1 },
      { registry: PRODUCER },
      { lotId: IDS.lotId + 1n },
      { recipeId: zeroHash },
    ] as const) {
      expect(await problemsOf(await screened(changes))).to.deep.equal([["wrongSubject", [0, 1, 2]]]);
    }
  });

  it("refuses a report that nobody signed, or whose screener does not count", async () => {
    const { block } = await signReport(await report(), SCREENER);
    const forged = new TextDecoder().decode(block).replace(SCREENER.address.toLowerCase(), OTHER.address.toLowerCase());
    expect(await problemsOf(await lotWith(await putBlock(store, stringToBytes(forged))))).to.deep.equal([
      ["unsigned", [0, 1, 2]],
    ]);
    expect(await problemsOf({ ...(await screened()), screeners: [OTHER.address] })).to.deep.equal([
      ["unknownScreener", [0, 1, 2]],
    ]);
  });

  it("names the assets whose file or looks are not those that were screened", async () => {
    const { block } = await signReport(await report(), SCREENER);
    const reportHash = await putBlock(store, block);
    const swapped = ITEMS.map((item, at) => (at === 1 ? { ...item, contentHash: sha256("0x05") } : item));
    expect(await problemsOf(await lotWith(reportHash, swapped))).to.deep.equal([["wrongContent", [1]]]);
    const looks = ITEMS.map(({ contentHash }, at) => ({ contentHash, perceptualHash: LOOKS[at === 2 ? 0 : at]! }));
    expect(await problemsOf(await screened({ items: looks }))).to.deep.equal([["wrongContent", [2]]]);
  });

  it("names the assets for which no provider searched", async () => {
    const [found] = await screen({ items: ITEMS, providers: [registry] });
    const answers = found!.answers.map((answer, at) => (at === 1 ? notSearched("timeout", "late") : answer));
    const findings = [{ ...found!, answers }];
    expect(await problemsOf(await screened({ findings }))).to.deep.equal([["notSearched", [1]]]);
  });

  it("names the assets whose match the report hides", async () => {
    const [found] = await screen({ items: ITEMS, providers: [registry] });
    const clean = { outcome: "searched", methods: ["exact", "picture"], matches: [] } as const;
    const lot = await screened({ findings: [{ ...found!, answers: found!.answers.map(() => clean) }] });
    expect(await checkLotReport(lot)).to.deep.equal([]);
    expect(await problemsOf({ ...lot, index })).to.deep.equal([["hiddenMatch", [0]]]);
    expect(await problemsOf({ ...lot, index, maxDistance: 0 })).to.deep.equal([]);
    const error = await expectError("LotUnscreenedError", () => assertScreened({ ...lot, index }));
    expect(error).to.have.deep.nested.property("findings[0].assets", [0]);
  });

  const EXACT = { outcome: "searched", methods: ["exact"], matches: [] } as const;
  const LOOKED = { outcome: "searched", methods: ["exact", "picture"], matches: [] } as const;
  const READ = { outcome: "searched", methods: ["text"], matches: [] } as const;
  const answered = (...answers: ScreeningAnswer[]) => [{ provider: "registry", corpus: "block 7", answers }];
  const noLooks = ITEMS.map((item, at) => (at === 1 ? { ...item, perceptualHash: zeroHash } : item));

  it("does not let pictures pass that nobody looked at", async () => {
    const exact = await screened({ findings: answered(LOOKED, EXACT, LOOKED) });
    expect(await problemsOf(exact)).to.deep.equal([["notCompared", [1]]]);
    const report0 = await report({ items: noLooks, findings: answered(LOOKED, LOOKED, LOOKED) });
    const { block } = await signReport(report0, SCREENER);
    expect(await problemsOf(await lotWith(await putBlock(store, block), noLooks))).to.deep.equal([
      ["notCompared", [1]],
    ]);
  });

  it("asks for words where a file is a text, unless it has none", async () => {
    const texts = ITEMS.map((item) => ({ ...item, mediaType: "text/plain" }));
    const lotOf = async (...answers: ScreeningAnswer[]) => {
      const { block } = await signReport(await report({ findings: answered(...answers) }), SCREENER);
      return lotWith(await putBlock(store, block), texts);
    };
    const wordless = [...answered(EXACT, EXACT, EXACT), ...answered(READ, notSearched("tooPlain", "no words"), READ)];
    const { block } = await signReport(await report({ findings: wordless }), SCREENER);
    expect(await problemsOf(await lotWith(await putBlock(store, block), texts))).to.deep.equal([]);
    expect(await problemsOf(await lotOf(READ, LOOKED, EXACT))).to.deep.equal([["notCompared", [1, 2]]]);
  });

  it("takes a plain surface as it is, and finds out where a file looks otherwise than its leaf says", async () => {
    const plain: Hex = `0x0102${"a5".repeat(30)}`;
    const flat = ITEMS.map((item, at) => (at === 0 ? { ...item, perceptualHash: plain } : item));
    const findings = answered(EXACT, LOOKED, LOOKED);
    const { block } = await signReport(await report({ items: flat, findings }), SCREENER);
    const lot = await lotWith(await putBlock(store, block), flat);
    expect(await problemsOf(lot)).to.deep.equal([]);
    const seen = (at: number): Hex => [plain, LOOKS[1]!, LOOKS[2]!][at]!;
    expect(await problemsOf({ ...lot, looksOf: async ({ index: at }) => seen(at) })).to.deep.equal([]);
    const honest = { ...lot, looksOf: async ({ index: at }: { index: number }) => LOOKS[at] };
    expect(await problemsOf(honest)).to.deep.equal([["wrongLooks", [0]]]);
    const swapped = { ...lot, looksOf: async ({ index: at }: { index: number }) => (at === 2 ? LOOKS[1] : seen(at)) };
    expect(await problemsOf(swapped)).to.deep.equal([["wrongLooks", [2]]]);
    const renamed = noLooks.map((item) => ({ ...item, mediaType: "application/octet-stream" }));
    const other = await signReport(
      await report({ items: renamed, findings: answered(LOOKED, EXACT, LOOKED) }),
      SCREENER,
    );
    const hiding = await lotWith(await putBlock(store, other.block), renamed);
    expect(await problemsOf(hiding)).to.deep.equal([]);
    expect(await problemsOf({ ...hiding, looksOf: honest.looksOf })).to.deep.equal([["wrongLooks", [1]]]);
  });

  it("accuses nobody for a hash of another algorithm, names that were cut, sources left out, or more than is kept", async () => {
    const foreign = ITEMS.map((item, at): (typeof ITEMS)[number] =>
      at === 2 ? { ...item, perceptualHash: `0x09${"11".repeat(31)}` } : item,
    );
    const { block } = await signReport(
      await report({ items: foreign, findings: answered(LOOKED, LOOKED, LOOKED) }),
      SCREENER,
    );
    const lot = await lotWith(await putBlock(store, block), foreign);
    const unlike = buildHashIndex([
      { ...KNOWN, perceptualHash: LOOKS[1]!.replace("5a5a", "ffff") as Hex, source: "x" },
    ]);
    expect((await problemsOf({ ...lot, index: unlike })).flatMap(([, assets]) => assets)).not.to.include(2);

    const long = buildHashIndex([{ ...KNOWN, item: "n".repeat(600) }]);
    const named = await screen({
      items: ITEMS,
      providers: [indexProvider({ index: long, name: "registry", corpus: "block 7" })],
    });
    expect(await problemsOf({ ...(await screened({ findings: named })), index: long })).to.deep.equal([]);

    const except = (source: string): boolean => source === KNOWN.source;
    const without = await screen({
      items: ITEMS,
      providers: [indexProvider({ index, name: "registry", corpus: "block 7", except })],
    });
    const left = await screened({ findings: without });
    expect(await problemsOf({ ...left, index, except })).to.deep.equal([]);
    expect(await problemsOf({ ...left, index })).to.deep.equal([["hiddenMatch", [0]]]);

    const crowd = buildHashIndex(
      Array.from({ length: 90 }, (_, at) => ({ ...KNOWN, contentHash: sha256(numberToHex(at)), source: `lot:${at}` })),
    );
    const many = await screen({
      items: ITEMS,
      providers: [indexProvider({ index: crowd, name: "registry", corpus: "block 7" })],
    });
    expect((many[0]?.answers[0] as unknown as { matches: unknown[] }).matches).to.have.length(64);
    const shifted = buildHashIndex(
      Array.from({ length: 90 }, (_, at) => ({
        ...KNOWN,
        contentHash: sha256(numberToHex(89 - at)),
        source: `lot:${89 - at}`,
      })),
    );
    expect(await problemsOf({ ...(await screened({ findings: many })), index: shifted })).to.deep.equal([]);
  });

  it("signs what a reader will have, whatever a provider answered", async () => {
    const match = { method: "text", source: "s".repeat(900), item: "half \ud800 pair", similarity: 1 } as const;
    const odd = { outcome: "searched", methods: ["picture", "exact"], matches: [match], more: 1 } as const;
    const { block } = await signReport(await report({ findings: answered(odd, LOOKED, LOOKED) }), SCREENER);
    const read = await readReport(block);
    expect(read.signed).to.equal(true);
    expect(read.report.findings[0]!.answers[0]).to.have.nested.property("matches[0].source").with.length(500);
  });

  it("refuses a block that holds more than was signed, and a signature that somebody turned", async () => {
    const { block } = await signReport(await report(), SCREENER);
    const good = JSON.parse(new TextDecoder().decode(block)) as { signature: Hex; report: Record<string, unknown> };
    for (const more of [{ note: "cleared" }, { report: { ...good.report, note: "cleared" } }]) {
      const bytes = canonicalBytes({ ...good, ...more } as never);
      await expectError("ScreeningReportInvalidError", () => readReport(bytes));
    }
    const spaced = stringToBytes(JSON.stringify(good, undefined, 1));
    await expectError("ScreeningReportInvalidError", () => readReport(spaced));
    const order = 0xffffffff_ffffffff_ffffffff_fffffffe_baaedce6_af48a03b_bfd25e8c_d0364141n;
    const { signature } = good;
    const [r, s, v] = [slice(signature, 0, 32), slice(signature, 32, 64), slice(signature, 64)];
    const turned = concat([r, numberToHex(order - BigInt(s), { size: 32 }), v === "0x1b" ? "0x1c" : "0x1b"]);
    const bare = concat([r, s, v === "0x1b" ? "0x00" : "0x01"]);
    for (const other of [turned, bare]) {
      expect((await readReport(canonicalBytes({ ...good, signature: other } as never))).signed).to.equal(false);
    }
    expect((await readReport(block)).signed).to.equal(true);
  });

  it("does not take the lot itself for a match", async () => {
    const lot = await screened();
    const own = buildHashIndex([KNOWN, ...entriesOfLot(IDS.lotId, lot.lot.rows)]);
    expect(await checkLotReport({ ...lot, index: own })).to.deep.equal([]);
  });

  it("gives the index to those who recover a stripped file", async () => {
    const lot = await screened();
    const search = assetSearch(
      buildHashIndex([{ ...KNOWN, source: "folder" }, ...entriesOfLot(IDS.lotId, lot.lot.rows)]),
    );
    expect(search.nearest(LOOKS[0]!, 44)).to.deep.equal([{ assetId: assetAt(IDS.lotId, 0), hash: LOOKS[0] }]);
    expect(search.distanceOf(LOOKS[0]!, KNOWN.perceptualHash)).to.equal(1);
    expect(search.distanceOf(LOOKS[0]!, zeroHash)).to.equal(240);
  });
});
