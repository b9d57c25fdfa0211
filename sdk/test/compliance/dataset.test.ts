import { expect } from "chai";
import {
  article50Report,
  auditDataset,
  datasetCard,
  type DatasetCardParameters,
  type InputFacts,
  type LineageCheck,
  type MarkingCheck,
  trainingFlagOf,
} from "@imprimatur/sdk/compliance";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { canonicalJson, type Json } from "@imprimatur/sdk/storage";
import { type Hex, sha256, stringToBytes } from "viem";
import { expectError } from "../helpers/errors.ts";

describe("training flags", () => {
  const flag = (permissions: Awaited<ReturnType<Parameters<typeof trainingFlagOf>[1]>>) =>
    trainingFlagOf("file", async () => permissions);

  it("never takes a manifest that cannot be read for a permission", async () => {
    expect(await trainingFlagOf("file", () => Promise.reject(new Error("damaged")))).to.equal("unreadable");
  });

  it("takes the strictest of what a manifest says, and silence for nothing", async () => {
    expect(await flag(undefined)).to.equal("unstated");
    expect(await flag({ ai_inference: "notAllowed" })).to.equal("unstated");
    expect(await flag({ ai_training: "allowed", data_mining: "notAllowed" })).to.equal("notAllowed");
    expect(await flag({ ai_training: "allowed", ai_generative_training: { constrained: "ask" } })).to.equal(
      "constrained",
    );
    expect(await flag({ ai_training: "allowed" })).to.equal("allowed");
  });
});

describe("dataset audit and card", () => {
  const looks: (Hex | undefined)[] = [
    `0x0128${"a5".repeat(30)}`,
    `0x0128${"a5".repeat(29)}a7`,
    `0x0228${"a5".repeat(30)}`,
    undefined,
  ];
  const rows = looks.map((perceptualHash, index) => ({
    index,
    name: `${index}.png`,
    leaf: toLeaf({
      contentHash: sha256(stringToBytes(index === 3 ? "0" : String(index))),
      createdAt: index === 2 ? 0n : 1_700_000_000n,
      ...(perceptualHash === undefined ? {} : { perceptualHash }),
    }),
  }));
  const facts: InputFacts[] = [
    { source: "https://a.example", license: "CC-BY-4.0", training: "allowed" },
    { source: "https://a.example", training: "notAllowed" },
    { license: "own", training: "constrained" },
    { source: "", license: "", training: "unreadable" },
  ];
  const edge: LineageCheck = {
    ...{ recipe: 2, parentAsset: 5n, parentRecipe: 1, parentKind: "dataset", usage: "training", own: false },
    ...{ licenseId: undefined, expiry: undefined, problems: ["unlicensed"] },
  };
  const audit = () =>
    auditDataset({ lotId: 7n, recipe: 2, rows, lineage: [edge], factsOf: ({ index }) => facts[index]! });

  it("fails with the reader of facts, for an audit with gaps would look whole", async () => {
    const factsOf = (): never => {
      throw new RangeError("no records");
    };
    await expectError("RangeError", () => auditDataset({ lotId: 7n, recipe: 2, rows, lineage: [], factsOf }));
  });

  it("lists every file with license, source, flag, time and duplicates, and counts what is wrong", async () => {
    const { inputs, problems, edgeProblems, lineage } = await audit();
    expect(inputs.map(({ problems: found }) => found)).to.deep.equal([
      [],
      ["unlicensed", "doNotTrain", "duplicate"],
      ["noSource", "constrained", "unstamped"],
      ["unlicensed", "noSource", "unreadable", "duplicate"],
    ]);
    expect(inputs.map(({ duplicates }) => duplicates)).to.deep.equal([[], [0], [], [0]]);
    expect(inputs[0]).to.deep.include({ license: "CC-BY-4.0", source: "https://a.example", createdAt: 1_700_000_000n });
    expect(problems).to.deep.equal({
      ...{ unlicensed: 2, noSource: 2, doNotTrain: 1, constrained: 1, unreadable: 1, duplicate: 2, unstamped: 1 },
    });
    expect(lineage).to.deep.equal([edge]);
    expect(edgeProblems).to.deep.equal([{ parentAsset: 5n, problem: "unlicensed" }]);
  });

  it("takes nothing for a duplicate within no distance", async () => {
    const strict = { lotId: 7n, recipe: 2, rows, lineage: [], factsOf: () => ({}), maxDistance: 0 };
    expect((await auditDataset(strict)).inputs.map(({ duplicates }) => duplicates)).to.deep.equal([[], [], [], [0]]);
  });

  it("writes a Croissant card with the responsible-AI fields and what the audit found", async () => {
    const card: DatasetCardParameters = {
      ...{
        name: "Clouds",
        description: "Skies",
        url: "https://c.example",
        license: "https://l.example",
        creator: "Atelier",
      },
      ...{ datePublished: "2026-11-21", version: "1.0.0", manifestUrl: "ipfs://m", manifest: sha256("0x01") },
      audit: await audit(),
      responsible: {
        ...{ dataCollection: "Taken by members", dataBiases: "Northern skies", personalSensitiveInformation: "None" },
        ...{ dataUseCases: "Backgrounds", dataLimitations: "Daylight only." },
      },
    };
    const text = datasetCard(card);
    const parsed = JSON.parse(text) as Record<string, Json>;
    expect(canonicalJson(parsed)).to.equal(text);
    expect(parsed["@type"]).to.equal("sc:Dataset");
    expect(parsed["conformsTo"]).to.include("http://mlcommons.org/croissant/RAI/1.0");
    expect(parsed["identifier"]).to.equal("lot:7");
    expect(parsed["distribution"]).to.have.nested.property("[0].sha256", sha256("0x01").slice(2));
    expect(parsed["rai:dataCollection"]).to.equal("Taken by members");
    expect(parsed["rai:dataLimitations"])
      .to.contain("Daylight only. unlicensed: 2 of 4 files.")
      .and.contain("lineage: 1");
    expect(parsed["rai:dataCollectionRawData"]).to.equal("https://a.example: 2; unstated: 2");
  });
});

describe("article 50 report", () => {
  it("counts every asset once: marked, unmarked or failed, never left out", async () => {
    const checks: Record<string, MarkingCheck> = {
      1: { state: "valid", synthetic: true },
      2: { state: "valid", synthetic: false },
      3: { state: "none" },
      4: { state: "invalid", reason: "assertion.dataHash.mismatch" },
    };
    const check = async (assetId: bigint): Promise<MarkingCheck> => {
      const found = checks[String(assetId)];
      if (found === undefined) throw new Error("no file");
      return found;
    };
    const report = await article50Report({ assets: [1n, 2n, 3n, 4n, 5n], check });
    expect(report).to.deep.include({ marked: 1, unmarked: 2, failed: 2 });
    expect(report.assets.map(({ marking, detail }) => `${marking}: ${detail}`)).to.deep.equal([
      "marked: a manifest that holds calls it synthetic",
      "unmarked: its manifest does not call it synthetic",
      "unmarked: no manifest",
      "failed: assertion.dataHash.mismatch",
      "failed: no file",
    ]);
    expect(await article50Report({ assets: [], check })).to.deep.equal({
      assets: [],
      marked: 0,
      unmarked: 0,
      failed: 0,
    });
  });
});
