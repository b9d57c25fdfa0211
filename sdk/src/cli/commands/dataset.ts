import { z } from "zod";
import { readTrainingPermissions } from "../../c2pa/readTrainingPermissions.ts";
import { checkLineage } from "../../compliance/checkLineage.ts";
import { auditDataset, datasetCard, type InputFacts } from "../../compliance/dataset.ts";
import { type TrainingFlag, trainingFlagOf } from "../../compliance/training.ts";
import { parseCsv } from "../../csv/parse.ts";
import type { ManifestRow } from "../../storage/manifest.ts";
import { type ContentStore, getBlock } from "../../storage/store.ts";
import { checked } from "../answer.ts";
import { type CommandGroup, defineCommand, flag, needed, option } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import { assertWritable, readJson, readText, writeNew } from "../files.ts";
import { listLots, readFiles } from "../lots.ts";
import { withProgress } from "../progress.ts";
import { record, table } from "../table.ts";
import * as values from "../values.ts";

/** What a card says beside what an audit finds. */
export const cardFile = z.strictObject({
  name: values.text,
  description: values.text,
  url: values.text,
  license: values.text,
  creator: values.text,
  datePublished: values.text,
  version: values.text,
  manifestUrl: values.text,
  responsible: z.strictObject({
    dataCollection: values.text,
    dataBiases: values.text,
    personalSensitiveInformation: values.text,
    dataUseCases: values.text,
    dataLimitations: values.text,
  }),
});

const audit = defineCommand({
  name: "audit",
  about: "List a dataset's files with source, license, training permission, duplicates, and check every edge's license",
  args: { lot: needed("id", "the dataset's lot", values.integer) },
  options: {
    facts: option(
      "file",
      "CSV with the columns name, source, license: what the studio knows of each file",
      values.text,
    ),
    offline: flag("do not fetch the files to read what they say about training"),
    about: option("file", "JSON with what the card says beside the audit; see docs/compliance.md", values.text),
    card: option("file", "where the card is written: Croissant with the fields for responsible AI", values.text),
  },
  examples: [
    "1234… --facts sources.csv --store http://127.0.0.1:5001",
    "1234… --facts sources.csv --about about.json --card croissant.json --json",
  ],
  async run(session, { lot: lotId, facts, offline, about, card }) {
    if ((about === undefined) !== (card === undefined)) throw new UsageError("--about and --card go together.");
    if (card !== undefined) await assertWritable(session.path(card));
    const details = about === undefined ? undefined : await readJson(session.path(about), cardFile);
    const stated = facts === undefined ? new Map<string, InputFacts>() : await readFacts(session.path(facts));
    const { client, addresses, fromBlock } = await session.connect();
    const store = session.store();
    const committed = (await listLots(session)).find((one) => one.lotId === lotId);
    if (committed === undefined) throw new CheckFailedError(`There is no lot ${lotId}.`);
    const { recipe, manifest } = committed;
    const { rows } = await readFiles(session, store, committed);
    const lineage = await checkLineage(client, { ...addresses, recipe, fromBlock });
    const found = await withProgress(session, "reading", rows.length, (advance) =>
      auditDataset({
        ...{ lotId, recipe, rows, lineage },
        factsOf: async (row) => {
          advance(row.index);
          const training = offline ? {} : { training: await flagOf(store, row as ManifestRow) };
          return { ...stated.get(row.name), ...training };
        },
      }),
    );
    const text = details === undefined ? undefined : datasetCard({ ...details, manifest, audit: found });
    const written = text === undefined || card === undefined ? null : await writeNew(session.path(card), text);
    const counts = Object.entries(found.problems).filter(([, count]) => count > 0);
    const isClean = counts.length === 0 && found.edgeProblems.length === 0;
    const problematic = found.inputs.filter(({ problems }) => problems.length > 0).slice(0, SHOWN);
    return {
      json: { ...found, clean: isClean, card: written },
      text: [
        ...record([
          ["dataset", lotId],
          ["recipe", recipe],
          ["files", rows.length],
          ...counts,
          ["edges", lineage.length],
          ["edges with a problem", found.edgeProblems.length],
          ["card", written],
        ]),
        "",
        ...table(
          ["file", "source", "license", "training", "problems"],
          problematic.map((input) => [
            ...[input.name, input.source, input.license, input.training],
            input.problems.join(", "),
          ]),
        ),
        ...table(
          ["recipe", "made from", "for", "license", "problems"],
          lineage.map(({ recipe: child, parentAsset, usage, own, licenseId, problems }) => [
            ...[child, parentAsset, usage, licenseId ?? (own ? "its own" : undefined)],
            problems.join(", ") || "none found",
          ]),
        ),
      ],
      exitCode: checked(isClean),
    };
  },
});

/** Rows that people are shown; `--json` has all. */
const SHOWN = 40;

/** Files that may carry a manifest; a text says nothing about training by itself. */
const isMedia = (mediaType: string): boolean => /^(image|video|audio)\//u.test(mediaType);

async function flagOf(store: ContentStore, { mediaType, leaf }: ManifestRow): Promise<TrainingFlag> {
  if (!isMedia(mediaType)) return "unstated";
  return trainingFlagOf(leaf.contentHash, async (digest) => readTrainingPermissions(await getBlock(store, digest)));
}

async function readFacts(path: string): Promise<Map<string, InputFacts>> {
  const [header, ...lines] = parseCsv(await readText(path));
  if (header?.cells.join(",") !== "name,source,license") {
    throw new UsageError(`${path} does not begin with the line name,source,license.`);
  }
  const facts = new Map<string, InputFacts>();
  for (const { cells, line } of lines) {
    const [name = "", source = "", license = ""] = cells;
    if (cells.length !== 3 || name === "") throw new UsageError(`Line ${line} of ${path} has not three cells.`);
    facts.set(name, { source, license });
  }
  return facts;
}

export const DATASET: CommandGroup = {
  name: "dataset",
  about: "What a board reads before it certifies a dataset",
  commands: [audit],
};
