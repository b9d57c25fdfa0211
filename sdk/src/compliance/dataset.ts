import type { Hex } from "viem";
import type { Json } from "../storage/json.ts";
import { canonicalJson } from "../storage/json.ts";
import type { ManifestRow } from "../storage/manifest.ts";
import type { EdgeProblem, LineageCheck } from "./checkLineage.ts";
import { buildHashIndex, type IndexEntry } from "./hashIndex.ts";
import type { TrainingFlag } from "./training.ts";

/** What is known of one file of a dataset beside its row. */
export type InputFacts = {
  /** Where it is from: an address, a contract, a name. Untrusted text. */
  source?: string;
  /** Under what it is used: the id or the text's address of a license. */
  license?: string;
  /** What its own manifest says; {@link trainingFlagOf}. */
  training?: TrainingFlag;
};

/** What is wrong with one file of a dataset. */
export type InputProblem =
  "unlicensed" | "noSource" | "doNotTrain" | "constrained" | "unreadable" | "duplicate" | "unstamped";

/** One file of a dataset lot as the board sees it. */
export type DatasetInput = {
  index: number;
  /** Untrusted text. */
  name: string;
  contentHash: Hex;
  /** When its leaf says that it was taken in, unix seconds. */
  createdAt: bigint;
  source: string | undefined;
  license: string | undefined;
  training: TrainingFlag;
  /** Indices of earlier files of the lot that are the same or look the same. */
  duplicates: readonly number[];
  problems: readonly InputProblem[];
};

/** What {@link auditDataset} found. */
export type DatasetAudit = {
  lotId: bigint;
  recipe: number;
  /** Every file, in index order. */
  inputs: readonly DatasetInput[];
  /** Every edge of the dataset's own lineage. */
  lineage: readonly LineageCheck[];
  /** How many files have each problem; files without any are not cleared, nothing was found. */
  problems: Readonly<Record<InputProblem, number>>;
  /** The same of the edges. */
  edgeProblems: readonly { parentAsset: bigint; problem: EdgeProblem }[];
};

/** What {@link auditDataset} needs. */
export type AuditDatasetParameters = {
  lotId: bigint;
  /** Ordinal of its recipe. */
  recipe: number;
  rows: readonly Pick<ManifestRow, "index" | "name" | "leaf">[];
  /** From `checkLineage`. */
  lineage: readonly LineageCheck[];
  /** What the studio's records say about each file. */
  factsOf: (row: Pick<ManifestRow, "index" | "name" | "leaf">) => InputFacts | Promise<InputFacts>;
  /** Bits in which pictures may differ to be duplicates; the index's own limit by default. */
  maxDistance?: number;
};

/** Most duplicates that are named for one file. */
const LIMIT = 16;

/**
 * Lists every file of a dataset lot with its source, its license, what it says about training, and its duplicates: what a
 * board reads before it certifies a dataset.
 */
export async function auditDataset(parameters: AuditDatasetParameters): Promise<DatasetAudit> {
  const { lotId, recipe, rows, lineage, factsOf } = parameters;
  const duplicatesOf = duplicateSearch(parameters);
  const inputs: DatasetInput[] = [];
  for (const row of rows) {
    const { source, license, training = "unstated" } = await factsOf(row);
    const { contentHash, createdAt } = row.leaf;
    const facts = { source: source || undefined, license: license || undefined, training };
    const known = { index: row.index, name: row.name, contentHash, createdAt, ...facts, duplicates: duplicatesOf(row) };
    inputs.push({ ...known, problems: problemsOf(known) });
  }
  const problems = {
    unlicensed: 0,
    noSource: 0,
    doNotTrain: 0,
    constrained: 0,
    unreadable: 0,
    duplicate: 0,
    unstamped: 0,
  };
  for (const problem of inputs.flatMap((input) => input.problems)) problems[problem] += 1;
  const edgeProblems = lineage.flatMap(({ parentAsset, problems: found }) =>
    found.map((problem) => ({ parentAsset, problem })),
  );
  return { lotId, recipe, inputs, lineage, problems, edgeProblems };
}

function duplicateSearch({
  rows,
  maxDistance,
}: AuditDatasetParameters): (row: { index: number; leaf: ManifestRow["leaf"] }) => number[] {
  const index = buildHashIndex(
    rows.map(({ index: at, leaf }): IndexEntry => {
      const { contentHash, perceptualHash } = leaf;
      // Hashes of other algorithms are compared by nobody here.
      return {
        contentHash,
        ...(perceptualHash.startsWith("0x01") ? { perceptualHash } : {}),
        source: "lot",
        item: String(at),
      };
    }),
  );
  return ({ index: own, leaf }) => {
    const picture = leaf.perceptualHash.startsWith("0x01") ? leaf.perceptualHash : undefined;
    const alike =
      picture === undefined ? [] : index.nearest(picture, ...(maxDistance === undefined ? [] : [maxDistance]));
    const found = [...index.exact(leaf.contentHash), ...alike].map(({ item }) => Number(item));
    return [...new Set(found)]
      .filter((at) => at < own)
      .sort((a, b) => a - b)
      .slice(0, LIMIT);
  };
}

function problemsOf({
  source,
  license,
  training,
  duplicates,
  createdAt,
}: Omit<DatasetInput, "problems">): InputProblem[] {
  const found: [wrong: boolean, problem: InputProblem][] = [
    [license === undefined, "unlicensed"],
    [source === undefined, "noSource"],
    [training === "notAllowed", "doNotTrain"],
    [training === "constrained", "constrained"],
    [training === "unreadable", "unreadable"],
    [duplicates.length > 0, "duplicate"],
    [createdAt === 0n, "unstamped"],
  ];
  return found.flatMap(([wrong, problem]) => (wrong ? [problem] : []));
}

/** What {@link datasetCard} needs beside an audit. */
export type DatasetCardParameters = {
  name: string;
  description: string;
  /** Address of the dataset's page. */
  url: string;
  /** Address of its license. */
  license: string;
  creator: string;
  /** ISO 8601 date. */
  datePublished: string;
  version: string;
  /** Where the lot's manifest is. */
  manifestUrl: string;
  /** SHA-256 of the manifest. */
  manifest: Hex;
  audit: DatasetAudit;
  /** Responsible-AI fields of Croissant, in words. */
  responsible: {
    dataCollection: string;
    dataBiases: string;
    personalSensitiveInformation: string;
    dataUseCases: string;
    dataLimitations: string;
  };
};

const CONTEXT = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  sc: "https://schema.org/",
  dct: "http://purl.org/dc/terms/",
  conformsTo: "dct:conformsTo",
} as const;

/**
 * The dataset's card: Croissant 1.0 in JSON-LD with the fields of its responsible-AI vocabulary, in canonical JSON. What the
 * audit found is part of it.
 */
export function datasetCard(parameters: DatasetCardParameters): string {
  const { name, description, url, license, creator, datePublished, version, manifestUrl, manifest, audit } = parameters;
  const { responsible } = parameters;
  const card: Json = {
    "@context": CONTEXT,
    "@type": "sc:Dataset",
    conformsTo: ["http://mlcommons.org/croissant/1.0", "http://mlcommons.org/croissant/RAI/1.0"],
    ...{ name, description, url, license, datePublished, version },
    creator: { "@type": "sc:Organization", name: creator },
    distribution: [
      {
        "@type": "cr:FileObject",
        "@id": "manifest",
        name: "manifest",
        contentUrl: manifestUrl,
        encodingFormat: "application/json",
        sha256: manifest.slice(2),
      },
    ],
    identifier: `lot:${audit.lotId}`,
    "rai:dataCollection": responsible.dataCollection,
    "rai:dataBiases": responsible.dataBiases,
    "rai:personalSensitiveInformation": responsible.personalSensitiveInformation,
    "rai:dataUseCases": responsible.dataUseCases,
    "rai:dataLimitations": [responsible.dataLimitations, limitsOf(audit)].filter((text) => text !== "").join(" "),
    "rai:dataCollectionRawData": sourcesOf(audit),
    "rai:dataReleaseMaintenancePlan":
      "A correction is a new lot; the old one is superseded on chain and stays readable.",
  };
  return canonicalJson(card);
}

function limitsOf({ inputs, problems, edgeProblems }: DatasetAudit): string {
  const found = Object.entries(problems).filter(([, count]) => count > 0);
  const lines = found.map(([problem, count]) => `${problem}: ${count} of ${inputs.length} files.`);
  return [...lines, ...(edgeProblems.length === 0 ? [] : [`lineage: ${edgeProblems.length} problems.`])].join(" ");
}

function sourcesOf({ inputs }: DatasetAudit): string {
  const counts = new Map<string, number>();
  for (const { source = "unstated" } of inputs) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].map(([source, count]) => `${source}: ${count}`).join("; ");
}
