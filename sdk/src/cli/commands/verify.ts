import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Hex } from "viem";
import { getAsset } from "../../actions/registry/getAsset.ts";
import { getExclusive } from "../../actions/licensing/getExclusive.ts";
import { getLineage } from "../../actions/royalties/getLineage.ts";
import { getLot } from "../../actions/registry/getLot.ts";
import { verifyAsset } from "../../actions/registry/verifyAsset.ts";
import { verifyLicense } from "../../actions/licensing/verifyLicense.ts";
import { readLot } from "../../storage/readLot.ts";
import type { ManifestRow } from "../../storage/manifest.ts";
import type { PositionalTree } from "../../merkle/tree.ts";
import { assetAt, indexOf, lotOf } from "../../types/ids.ts";
import { USAGES } from "../../types/enums.ts";
import { checked } from "../answer.ts";
import { defineCommand, needed, option } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import { type CommittedLot, listLots } from "../lots.ts";
import { withProgress } from "../progress.ts";
import type { Session } from "../session.ts";
import { record } from "../table.ts";
import { formatTime } from "../time.ts";
import * as values from "../values.ts";

/** Where a file's content was found. */
type Place = { lot: CommittedLot; row: ManifestRow; tree: PositionalTree };

export const VERIFY = defineCommand({
  name: "verify",
  about: "Verify a file against the chain: its asset, proof, lot, verdict, lineage and license",
  args: { file: needed("file", "the file", values.text) },
  options: {
    asset: option("id", "the asset that it is said to be", values.integer),
    lot: option("id", "look in this lot only", values.integer),
    licensee: option("address", "whether this account may use it", values.address),
    usage: option("usage", `for what: ${USAGES.join(", ")}`, values.oneOf(USAGES)),
  },
  examples: [
    "harbor.png --store http://127.0.0.1:5001",
    "harbor.png --asset 1234… --licensee 0x… --usage commercial --json",
  ],
  async run(session, { file, asset, lot: named, licensee, usage }) {
    const { client, addresses, fromBlock } = await session.connect();
    if ((licensee === undefined) !== (usage === undefined)) throw new UsageError("--licensee and --usage go together.");
    const contentHash = await hashOf(session.path(file));
    const lotId = named ?? (asset === undefined ? undefined : lotOf(asset));
    const place = await find(session, { file, contentHash, lotId, asset });
    const { row, tree, lot } = place;
    const assetId = assetAt(lot.lotId, row.index);
    const proven = await verifyAsset(client, { ...addresses, assetId, leaf: row.leaf, proof: tree.proof(row.index) });
    if (!proven)
      throw new CheckFailedError(`The chain does not confirm asset ${assetId}: the manifest is not the lot's.`);
    const [state, committed, lineage, exclusive] = await Promise.all([
      getAsset(client, { ...addresses, assetId }),
      getLot(client, { ...addresses, lotId: lot.lotId }),
      getLineage(client, { ...addresses, recipe: lot.recipe }),
      getExclusive(client, { ...addresses, assetId }),
    ]);
    const question = licensee === undefined || usage === undefined ? undefined : { account: licensee, usage };
    const license =
      question === undefined
        ? undefined
        : await verifyLicense(client, { ...addresses, ...question, assetId, fromBlock });
    const { index, status, releasable, sold, producer, recipe } = state;
    const facts = {
      assetId,
      contentHash,
      lotId: lot.lotId,
      index,
      producer,
      recipe,
      status,
      class: state.class,
      releasable,
      sold,
    };
    const created = row.leaf.createdAt;
    return {
      json: {
        genuine: true,
        ...{
          ...facts,
          name: row.name,
          createdAt: created,
          committedAt: committed.committedAt,
          blocked: committed.blocked.includes(index),
        },
        ...{ lineage, exclusive: exclusive ?? null, license: license ?? null },
      },
      text: [
        `${basename(file)} is asset ${assetId}: its place in the lot is proved.`,
        "",
        ...record([
          ...Object.entries(facts),
          ["name in the manifest", row.name],
          ["made", formatTime(created)],
          ["committed", formatTime(committed.committedAt)],
          ["lineage, by recipe", lineage.join(" ← ")],
          ["licensed", license === undefined ? undefined : licenseLine(license)],
        ]),
      ],
      exitCode: checked(license?.licensed ?? true),
    };
  },
});

const licenseLine = ({ licensed, rights }: verifyLicense.ReturnType): string =>
  licensed ? `yes, until ${formatTime(rights[0]?.expiry ?? 0n)}` : "no";

/** SHA-256 of a file of any size. */
async function hashOf(path: string): Promise<Hex> {
  const digest = createHash("sha256");
  try {
    await pipeline(createReadStream(path), digest);
  } catch (cause) {
    throw new UsageError(`${path} cannot be read.`, { cause });
  }
  return `0x${digest.digest("hex")}`;
}

type Search = { file: string; contentHash: Hex; lotId: bigint | undefined; asset: bigint | undefined };

/** Where the content was committed first; refuses a changed copy of what it is said to be. */
async function find(session: Session, { file, contentHash, lotId, asset }: Search): Promise<Place> {
  const store = session.store();
  const lots = (await listLots(session)).filter((lot) => lotId === undefined || lot.lotId === lotId);
  if (lots.length === 0)
    throw new CheckFailedError(lotId === undefined ? "No lot was committed." : `There is no lot ${lotId}.`);
  const namesakes: string[] = [];
  const unread: bigint[] = [];
  const found = await withProgress(session, "searching lots", lots.length, async (advance) => {
    for (const [done, lot] of lots.entries()) {
      advance(done);
      const published = await readLot(store, lot.manifest).catch((error: unknown) => {
        if (lotId !== undefined) throw error;
        unread.push(lot.lotId);
        return undefined;
      });
      if (published === undefined) continue;
      const { rows, tree } = published;
      const row = rows.find(
        ({ leaf, index }) => leaf.contentHash === contentHash && (asset === undefined || index === indexOf(asset)),
      );
      if (row !== undefined) return { lot, row, tree };
      const namesake = rows.find(({ name }) => basename(name) === basename(file));
      if (namesake !== undefined) namesakes.push(String(assetAt(lot.lotId, namesake.index)));
    }
    return undefined;
  });
  if (found !== undefined) return found;
  throw refusal({ asset, contentHash, namesakes, unread });
}

function refusal({
  asset,
  contentHash,
  namesakes,
  unread,
}: {
  asset: bigint | undefined;
  contentHash: Hex;
  namesakes: string[];
  unread: bigint[];
}): CheckFailedError {
  const details = unread.length === 0 ? [] : [`The manifests of ${unread.length} lots could not be read.`];
  if (asset !== undefined) {
    return new CheckFailedError(`The file is not asset ${asset}: it was changed, or is another one (${contentHash}).`, {
      details,
    });
  }
  const [namesake] = namesakes;
  const hint =
    namesake === undefined ? {} : { hint: `A file of this name is asset ${namesake}: this one is a changed copy.` };
  return new CheckFailedError(`No committed lot has this content (${contentHash}).`, { details, ...hint });
}
