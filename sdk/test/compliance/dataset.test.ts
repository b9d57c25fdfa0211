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

const [SCHEMA, CROISSANT, RAI] = [
  "https://schema.org/",
  "http://mlcommons.org/croissant/",
  "http://mlcommons.org/croissant/RAI/",
];

/** What Croissant 1.0 asks of a dataset and of a file, by the names of its specification. */
const REQUIRED = {
  dataset: ["@context", "@type", "conformsTo", "name", "description", "url", "license", "creator", "datePublished"],
  file: ["@type", "@id", "name", "contentUrl", "encodingFormat", "sha256"],
};

/** Properties of Croissant's vocabulary for responsible AI, version 1.0. */
const RAI_PROPERTIES = [
  ...["dataCollection", "dataCollectionType", "dataCollectionMissingData", "dataCollectionRawData"],
  ...["dataCollectionTimeframe", "dataImputationProtocol", "dataPreprocessingProtocol", "dataManipulationProtocol"],
  ...["dataAnnotationProtocol", "dataAnnotationPlatform", "dataAnnotationAnalysis", "annotationsPerItem"],
  ...["annotatorDemographics", "machineAnnotationTools", "dataReleaseMaintenancePlan", "dataUseCases"],
  ...["personalSensitiveInformation", "dataSocialImpact", "dataBiases", "dataLimitations"],
];

const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** The address that a name stands for in JSON-LD. */
function iriOf(context: Record<string, string>, name: string): string {
  const term = context[name];
  if (term !== undefined && !name.startsWith("@")) return iriOf(context, term);
  const [prefix, rest] = name.split(":", 2) as [string, string?];
  if (rest === undefined) return `${context["@vocab"] ?? ""}${name}`;
  return rest.startsWith("//") ? name : `${context[prefix] ?? `${prefix}:`}${rest}`;
}

/** What a card has that Croissant 1.0 does not allow, or misses. */
function croissantProblems(card: Record<string, Json>): string[] {
  const context = (card["@context"] ?? {}) as Record<string, string>;
  const problems = REQUIRED.dataset.filter((name) => card[name] === undefined || card[name] === "");
  const must = (right: boolean, problem: string): unknown => right || problems.push(problem);
  const is = (name: Json | undefined, iri: string): unknown =>
    must(typeof name === "string" && iriOf(context, name) === iri, `${textOf(name)} is not ${iri}`);
  is(card["@type"], `${SCHEMA}Dataset`);
  is("conformsTo", "http://purl.org/dc/terms/conformsTo");
  for (const name of ["name", "description", "url", "license", "creator", "datePublished", "version", "distribution"]) {
    is(name, `${SCHEMA}${name}`);
  }
  const conforms = [card["conformsTo"]].flat() as Json[];
  must(conforms.includes(`${CROISSANT}1.0`) && conforms.includes(`${RAI}1.0`), "conforms to another version");
  for (const name of ["url", "license"]) must(URL.canParse(textOf(card[name])), `${name} is no address`);
  must(/^\d{4}-\d\d-\d\d(T.*)?$/.test(textOf(card["datePublished"])), "datePublished is no date");
  is((card["creator"] as Record<string, Json> | undefined)?.["@type"], `${SCHEMA}Organization`);
  for (const file of (card["distribution"] ?? []) as Record<string, Json>[]) {
    for (const name of REQUIRED.file) must(file[name] !== undefined, `a file without ${name}`);
    is(file["@type"], `${CROISSANT}FileObject`);
    must(/^[0-9a-f]{64}$/.test(textOf(file["sha256"])), "sha256 is no digest");
    must(/^\w+\/[\w.+-]+$/.test(textOf(file["encodingFormat"])), "encodingFormat is no media type");
  }
  const rai = Object.keys(card)
    .map((name) => iriOf(context, name))
    .filter((iri) => iri.startsWith(RAI));
  for (const iri of rai) must(RAI_PROPERTIES.includes(iri.slice(RAI.length)), `${iri} is not known`);
  must(rai.length > 0, "no responsible-AI property");
  return problems;
}

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
    expect(croissantProblems(parsed)).to.deep.equal([]);
    for (const property of REQUIRED.dataset) {
      const { [property]: _, ...less } = parsed;
      expect(croissantProblems(less), property).not.to.deep.equal([]);
    }
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
