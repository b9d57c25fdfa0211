import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isAddressEqual } from "viem";
import { commitLot } from "../../actions/registry/commitLot.ts";
import { getAudit } from "../../actions/curation/getAudit.ts";
import { getLot } from "../../actions/registry/getLot.ts";
import { assertLotSize, buildLotFromFiles } from "../../node/buildLotFromFiles.ts";
import { fileStore } from "../../node/fileStore.ts";
import { listFiles } from "../../node/files.ts";
import { digestOf } from "../../storage/cid.ts";
import { toJson } from "../answer.ts";
import { type CommandGroup, defineCommand, flag, needed, option } from "../command.ts";
import { UsageError } from "../errors.ts";
import { assertNew, writeNew } from "../files.ts";
import { Looks } from "../looks.ts";
import { BLOCKS, listLots, LOT_FILE, type LotFile, readLotFile, readRecipe } from "../lots.ts";
import { answerOf, perform, step } from "../perform.ts";
import { withProgress } from "../progress.ts";
import type { Session } from "../session.ts";
import { SIGNING, signedJson, signedLines, signFolder } from "../signing.ts";
import { record, table } from "../table.ts";
import { formatTime } from "../time.ts";
import * as values from "../values.ts";
import { upload } from "./lotUpload.ts";

const build = defineCommand({
  name: "build",
  about: "Hash a folder into a lot, with looks and certificates of pictures; nothing leaves this machine",
  args: { folder: needed("folder", "the files", values.text) },
  options: {
    recipe: needed("recipe", "how they were made: its number or id", values.recipe),
    nonce: needed("number", "any number that the producer has not used for a lot", values.integer),
    producer: option("address", "who will commit it; the account by default", values.address),
    createdAt: option("date", "when the works were made; now by default", values.moment),
    out: needed("folder", "where lot.json and the blocks of its manifest are written", values.text),
    plain: flag("hash bytes only: no perceptual hashes of pictures, which need the package sharp"),
    ...SIGNING,
  },
  examples: [
    "renders --recipe 4 --nonce 1 --out lot-1 --account alice",
    "renders --recipe 4 --nonce 2 --out lot-2 --account alice --sign --model sdxl-1.0 --forbid-training",
  ],
  async run(session, { folder, recipe: named, nonce, createdAt, out, plain, ...given }) {
    const from = session.path(folder);
    const files = listFiles(from);
    assertLotSize(from, files);
    const { addresses, chainId } = await session.connect();
    const { assetRegistry } = addresses;
    const producer = given.producer ?? (await session.address());
    const recipe = await readRecipe(session, named);
    const target = session.path(out);
    await assertNew(join(target, LOT_FILE));
    const { recipeId, commitment: recipeCommitment } = recipe;
    const ids = { chainId, assetRegistry, producer, nonce, recipeId, recipeCommitment };
    const signed = await signFolder(session, given, { directory: from, files, lot: ids, target });
    const { directory = from, signatures } = signed ?? {};
    const looks = new Looks({ directory, files, plain, signatures });
    const lot = await withProgress(session, "hashing", files.length, (onProgress) =>
      buildLotFromFiles({
        ...{ ...ids, directory, files, onProgress, items: looks.items() },
        ...(createdAt === undefined ? {} : { createdAt }),
        store: fileStore(join(target, BLOCKS)),
      }),
    );
    const { lotId, root, count, manifest } = lot;
    const built: LotFile = {
      ...{ type: "imprimatur/built-lot", version: 1, chainId, assetRegistry, producer },
      ...{ recipe: recipe.recipe, recipeId, lotId, nonce, root, count, manifest },
    };
    const file = await writeNew(join(target, LOT_FILE), `${toJson(built)}\n`);
    const facts = { lot: lotId, assets: count, recipe: recipe.recipe, root, manifest, file };
    return {
      json: { ...built, file, ...looks.json(), ...signedJson(signed) },
      text: record([...Object.entries(facts), ...looks.lines(), ...signedLines(signed)]),
    };
  },
});

const commit = defineCommand({
  name: "commit",
  about: "Publish a built lot's manifest and commit its root",
  sends: true,
  args: { lot: needed("folder", "what lot build wrote", values.text) },
  options: { independent: flag("without a studio's gate: self-published") },
  examples: ["lot-1 --studio 0x… --store http://127.0.0.1:5001 --account alice --yes"],
  async run(session, { lot: path, independent }) {
    const { lot, directory } = await readLotFile(session.path(path));
    const { addresses, chainId } = await session.connect();
    if (lot.chainId !== chainId || !isAddressEqual(lot.assetRegistry, addresses.assetRegistry)) {
      throw new UsageError(`${path} was built for chain ${lot.chainId} and the registry ${lot.assetRegistry}.`);
    }
    const account = session.mode.proposal === undefined ? await session.address() : lot.producer;
    if (!isAddressEqual(account, lot.producer)) {
      throw new UsageError(`${path} was built for ${lot.producer}, not for ${account}.`, {
        hint: "A lot's id has its producer inside: build it again with this account.",
      });
    }
    const gate = independent ? undefined : (await session.studio()).curation;
    const { recipeId, nonce, root, count, manifest, lotId } = lot;
    const args = { ...addresses, recipeId, nonce, root, count, manifest, ...(gate === undefined ? {} : { gate }) };
    if (session.mode.send) await publish(session, join(directory, BLOCKS));
    const performed = await perform(session, [step(`commit lot ${lotId} of ${count} assets`, commitLot, args)]);
    return answerOf(performed, { json: { lotId } });
  },
});

/** Brings the blocks of a manifest where others fetch them. */
async function publish(session: Session, directory: string): Promise<void> {
  const store = session.store();
  const files = await readdir(directory);
  await withProgress(session, "publishing", files.length, async (advance) => {
    for (const [done, file] of files.entries()) {
      await store.put(digestOf(file), await readFile(join(directory, file)));
      advance(done + 1);
    }
  });
}

const show = defineCommand({
  name: "show",
  about: "Show a lot and its verdict",
  args: { lot: needed("id", "the lot", values.integer) },
  examples: ["1234…", "1234… --json"],
  async run(session, { lot: lotId }) {
    const { client, addresses } = await session.connect();
    const lot = await getLot(client, { ...addresses, lotId });
    const { blocked, blockedWords: _, committedAt, releasableAt, ...rest } = lot;
    const times = { committed: formatTime(committedAt), releasable: formatTime(releasableAt) };
    const lines = Object.entries({ ...rest, ...times, blocked: blocked.length === 0 ? "none" : blocked.join(", ") });
    return { json: lot, text: record(lines) };
  },
});

const status = defineCommand({
  name: "status",
  about: "Say where a lot's audit stands and what comes next",
  args: { lot: needed("id", "the lot", values.integer) },
  examples: ["1234… --studio 0x…"],
  async run(session, { lot: lotId }) {
    const { client, addresses } = await session.connect();
    const lot = await getLot(client, { ...addresses, lotId });
    const audit = lot.gate === 0 ? undefined : await getAudit(client, { ...(await session.studio()), lotId });
    const phase = audit?.phase ?? "none";
    const next = nextOf(lot, audit);
    const facts = { lotId, status: lot.status, class: lot.class, phase, blocked: lot.blocked.length, next };
    return { json: { ...facts, audit: audit ?? null }, text: record(Object.entries(facts)) };
  },
});

function nextOf(lot: getLot.ReturnType, audit: getAudit.ReturnType | undefined): string {
  if (audit?.phase === "open") return `imprimatur curate seed, after block ${audit.seedBlock}`;
  if (audit?.phase === "drawn")
    return `curators judge until ${formatTime(audit.ballotDeadline ?? 0n)}, then curate close`;
  if (lot.status === "accepted") return `its assets are for sale from ${formatTime(lot.releasableAt)}`;
  return lot.status === "rejected" ? "nothing: the curators refused it" : "nothing is known to be waited for";
}

const list = defineCommand({
  name: "list",
  about: "List committed lots",
  options: { recipe: option("number", "of this recipe only", values.count) },
  examples: ["", "--recipe 4"],
  async run(session, { recipe }) {
    const lots = await listLots(session, recipe);
    const rows = lots.map(({ lotId, recipe: of, producer, count }) => [lotId, of, count, producer]);
    return { json: { lots }, text: table(["lot", "recipe", "assets", "producer"], rows) };
  },
});

export const LOT: CommandGroup = {
  name: "lot",
  about: "Hash folders into lots, commit them, follow their audits",
  commands: [build, upload, commit, show, status, list],
};
