import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DriftReport, scoreDrift } from "../../brand/scoreDrift.ts";
import { createBrandKitFromFiles } from "../../node/createBrandKitFromFiles.ts";
import { fileStore } from "../../node/fileStore.ts";
import { mediaTypeOf } from "../../node/mediaType.ts";
import { checked, toJson } from "../answer.ts";
import { calibrated, readKit } from "../brands.ts";
import { type CommandGroup, defineCommand, needed, option } from "../command.ts";
import { UsageError } from "../errors.ts";
import { writeNew } from "../files.ts";
import { BLOCKS, LOT_FILE, type LotFile, readRecipe } from "../lots.ts";
import { record, table } from "../table.ts";
import * as values from "../values.ts";

const create = defineCommand({
  name: "create",
  about:
    "Make a brand kit of a folder: a lot of brand.json and its pictures, for lot commit; nothing leaves this machine",
  args: {
    folder: needed("folder", "brand.json and the reference pictures; folders in it are their tags", values.text),
  },
  options: {
    recipe: needed("recipe", "a recipe of the kind style: its number or id", values.recipe),
    nonce: needed("number", "any number that the producer has not used for a lot", values.integer),
    producer: option("address", "who will commit it; the account by default", values.address),
    out: needed("folder", "where lot.json and the files are written", values.text),
  },
  examples: ["brand --recipe 5 --nonce 2 --out kit-1 --account alice"],
  async run(session, { folder, recipe: named, nonce, out, ...given }) {
    const { addresses, chainId } = await session.connect();
    const { assetRegistry } = addresses;
    const producer = given.producer ?? (await session.address());
    const recipe = await readRecipe(session, named);
    if (recipe.kind !== "style") {
      throw new UsageError(`Recipe ${recipe.recipe} is of the kind ${recipe.kind}, a brand kit is a style.`);
    }
    const target = session.path(out);
    const { kit, lot } = await createBrandKitFromFiles({
      ...{ chainId, assetRegistry, producer, nonce, directory: session.path(folder) },
      ...{ recipeId: recipe.recipeId, recipeCommitment: recipe.commitment },
      store: fileStore(join(target, BLOCKS)),
    });
    const { lotId, root, count, manifest } = lot;
    const built: LotFile = {
      ...{ type: "imprimatur/built-lot", version: 1, chainId, assetRegistry, producer },
      ...{ recipe: recipe.recipe, recipeId: recipe.recipeId, lotId, nonce, root, count, manifest },
    };
    const file = await writeNew(join(target, LOT_FILE), `${toJson(built)}\n`);
    const lines = { brand: kit.manifest.name, lot: lotId, references: kit.references.length, kit: kit.digest, file };
    return { json: { ...built, kit: kit.digest, file }, text: record(Object.entries(lines)) };
  },
});

const show = defineCommand({
  name: "show",
  about: "Show a brand kit, how its lot stands, and what it takes for drift",
  args: { lot: needed("id", "the kit's lot", values.integer) },
  examples: ["1234… --store http://127.0.0.1:5001"],
  async run(session, { lot: lotId }) {
    const kit = await readKit(session, lotId);
    const { lot, digest, manifest } = kit;
    const { features, leftOut, threshold } = await calibrated(session, kit);
    const { name, tone, palette, words, references, fonts } = manifest;
    const usual = features.map(({ extractor: { name: feature, unit }, scale }) => ({ feature, unit, usual: scale }));
    const drifts = references.map((reference, at) => ({ ...reference, drift: leftOut[at] }));
    return {
      json: { lotId, status: lot.status, digest, ...manifest, threshold, usual, references: drifts },
      text: [
        ...record([
          ["brand", name],
          ["lot", `${lotId}, ${lot.status}`],
          ["kit", digest],
          ["tone", tone],
          ["colors", palette.map(({ color }) => color).join(", ") || undefined],
          ["words", words.required.join(", ") || undefined],
          ["never", words.forbidden.join(", ") || undefined],
          ["fonts", fonts.map((font) => `${font.name} (${font.license})`).join(", ") || undefined],
          ["drift", `at most ${threshold}`],
        ]),
        "",
        ...table(
          ["reference", "tags", "drift by the others"],
          drifts.map(({ name: file, tags, drift }) => [file, tags.join(", "), drift]),
        ),
      ],
    };
  },
});

const score = defineCommand({
  name: "score",
  about: "Measure how far a picture or a text is from a brand kit; fails where it is off brand",
  args: {
    lot: needed("id", "the kit's lot", values.integer),
    file: needed("file", "the picture or text", values.text),
  },
  examples: ["1234… render.png --store http://127.0.0.1:5001"],
  async run(session, { lot: lotId, file }) {
    const path = session.path(file);
    const bytes = await readFile(path).catch((cause: unknown) => {
      throw new UsageError(`${path} cannot be read.`, { cause });
    });
    const report = await scoreDrift(await calibrated(session, await readKit(session, lotId)), {
      ...{ name: file, mediaType: mediaTypeOf(file), bytes },
    });
    return { json: { lotId, file, ...report }, text: textOf(report), exitCode: checked(report.onBrand) };
  },
});

function textOf({ score: drift, threshold, onBrand, features, words, copyOf }: DriftReport): string[] {
  return [
    ...record([
      ["drift", `${drift}, at most ${threshold}: ${onBrand ? "on brand" : "off brand"}`],
      ["copy of", copyOf === undefined ? undefined : `reference ${copyOf}`],
      ["forbidden words", words?.forbidden.join(", ") || undefined],
      ["missing words", words?.missing.join(", ") || undefined],
    ]),
    ...(features.length === 0 ? [] : ["", ...featureTable(features)]),
  ];
}

function featureTable(features: DriftReport["features"]): string[] {
  return table(
    ["feature", "distance", "usual", "unit", "weight"],
    features.map(({ feature, distance, usual, unit, weight }) => [
      ...[feature, distance.toFixed(2), usual.toFixed(2), unit],
      weight,
    ]),
  );
}

export const BRAND: CommandGroup = {
  name: "brand",
  about: "Brand kits: make them, look at them, measure drift",
  commands: [create, show, score],
};
