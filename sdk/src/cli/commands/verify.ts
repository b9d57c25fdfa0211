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
import type { ManifestRow } from "../../storage/manifest.ts";
import type { PositionalTree } from "../../merkle/tree.ts";
import { assetAt, indexOf, lotOf } from "../../types/ids.ts";
import { USAGES } from "../../types/enums.ts";
import type { FileReport } from "../../c2pa/verifyFile.ts";
import { recover, type Recovered } from "../../c2pa/recover.ts";
import { assetSearch } from "../../compliance/assetSearch.ts";
import { entriesOfLot } from "../../compliance/entries.ts";
import { type HashIndex, HashIndexBuilder } from "../../compliance/hashIndex.ts";
import { SAME_PICTURE } from "../../compliance/perceptualHash.ts";
import { ImageDecoderMissingError, ImageTooLargeError, ImageUnreadableError } from "../../errors/compliance.ts";
import { type Answer, checked } from "../answer.ts";
import {
  type Carrier,
  certificateJson,
  certificateText,
  certify,
  isGenuine,
  openCarrier,
  readTrust,
  TRUST,
} from "../certificates.ts";
import { defineCommand, needed, option } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import { type CommittedLot, listLots, readFiles } from "../lots.ts";
import { withProgress } from "../progress.ts";
import type { Session } from "../session.ts";
import { record, table } from "../table.ts";
import { formatTime } from "../time.ts";
import * as values from "../values.ts";

/** Where a file's content was found. */
type Place = { lot: CommittedLot; row: ManifestRow; tree: PositionalTree };

export const VERIFY = defineCommand({
  name: "verify",
  about: "Verify a file: its birth certificate, its asset on chain, proof, verdict, lineage and license",
  args: { file: needed("file", "the file", values.text) },
  options: {
    asset: option("id", "the asset that it is said to be", values.integer),
    lot: option("id", "look in this lot only", values.integer),
    licensee: option("address", "whether this account may use it", values.address),
    usage: option("usage", `for what: ${USAGES.join(", ")}`, values.oneOf(USAGES)),
    ...TRUST,
  },
  examples: [
    "harbor.png --store http://127.0.0.1:5001",
    "harbor.png --trust authority.pem",
    "harbor.png --asset 1234… --licensee 0x… --usage commercial --json",
  ],
  async run(session, { file, asset: said, lot: named, licensee, usage, ...trusted }) {
    const { client, addresses, fromBlock } = await session.connect();
    if ((licensee === undefined) !== (usage === undefined)) throw new UsageError("--licensee and --usage go together.");
    const path = session.path(file);
    const contentHash = await hashOf(path);
    const carrier = await openCarrier(path);
    const certificate =
      carrier.state === "signed"
        ? await certify(session, carrier.bytes, { ...(await readTrust(session, trusted)), assetId: said })
        : undefined;
    if (certificate !== undefined && !isGenuine(certificate)) return refused(file, certificate);
    const asset = said ?? certificate?.manifest?.birth?.assetId;
    const lotId = named ?? (asset === undefined ? undefined : lotOf(asset));
    const found = await find(session, { file, contentHash, lotId, asset, carrier });
    if ("recovered" in found) return recovered(file, contentHash, found.recovered);
    const { row, tree, lot } = found;
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
        certificate: certificate === undefined ? null : certificateJson(certificate),
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
        "",
        ...(certificate === undefined ? [`Birth certificate: ${uncertified(carrier)}`] : certificateText(certificate)),
      ],
      exitCode: checked((license?.licensed ?? true) && certificate?.outcome !== "refused"),
    };
  },
});

/** A file whose manifest, or whose record, is not as it was signed. */
function refused(file: string, certificate: FileReport): Answer {
  const { contentHash, manifest } = certificate;
  return {
    json: {
      ...{ genuine: false, contentHash, assetId: manifest?.birth?.assetId ?? null },
      certificate: certificateJson(certificate),
    },
    text: [`${basename(file)} is not what it says, or was changed.`, "", ...certificateText(certificate)],
    exitCode: checked(false),
  };
}

/** A file that nobody committed, and registered pictures that it looks like. */
function recovered(file: string, contentHash: Hex, found: readonly Recovered[]): Answer {
  const rows = found.map(({ assetId, distance, proved }) => ({ assetId, distance, proved: proved ?? false }));
  return {
    json: { genuine: false, contentHash, recovered: rows },
    text: [
      `${basename(file)} was not committed as it is: it lost its certificate, or is a changed copy. It looks like:`,
      "",
      ...table(
        ["asset", "bits that differ", "on chain"],
        rows.map(({ assetId, distance, proved }) => [assetId, distance, proved ? "yes" : "no"]),
      ),
    ],
    exitCode: checked(false),
  };
}

function uncertified(carrier: Carrier): string {
  return carrier.state === "unsupported" ? `none. ${carrier.reason}` : "none, the file carries no manifest";
}

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

type Search = {
  file: string;
  contentHash: Hex;
  lotId: bigint | undefined;
  asset: bigint | undefined;
  carrier: Carrier;
};

/** Where the content was committed first, or what it looks like; refuses a changed copy of what it is said to be. */
async function find(
  session: Session,
  { file, contentHash, lotId, asset, carrier }: Search,
): Promise<Place | { recovered: Recovered[] }> {
  const store = session.store();
  const lots = (await listLots(session)).filter((lot) => lotId === undefined || lot.lotId === lotId);
  if (lots.length === 0)
    throw new CheckFailedError(lotId === undefined ? "No lot was committed." : `There is no lot ${lotId}.`);
  const namesakes: string[] = [];
  const known = new HashIndexBuilder();
  const unread: bigint[] = [];
  const found = await withProgress(session, "searching lots", lots.length, async (advance) => {
    for (const [done, lot] of lots.entries()) {
      advance(done);
      const published = await readFiles(session, store, lot).catch((error: unknown) => {
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
      for (const entry of entriesOfLot(lot.lotId, rows)) known.add(entry);
      const namesake = rows.find(({ name }) => basename(name) === basename(file));
      if (namesake !== undefined) namesakes.push(String(assetAt(lot.lotId, namesake.index)));
    }
    return undefined;
  });
  if (found !== undefined) return found;
  const alike = asset === undefined ? await recoverFrom(session, carrier, known.build()) : [];
  if (alike.length > 0) return { recovered: alike };
  throw refusal({ asset, contentHash, namesakes, unread });
}

/** Registered pictures that look like the file; none where it is no picture, or nobody can look at it. */
async function recoverFrom(session: Session, carrier: Carrier, index: HashIndex): Promise<Recovered[]> {
  if (carrier.state === "unsupported" || index.size === 0) return [];
  const { client, addresses, fromBlock } = await session.connect();
  const source = { client, assetRegistry: addresses.assetRegistry, store: session.store(), fromBlock };
  const { hashImageViews } = await import("../../node/decodeImage.ts");
  const search = assetSearch(index);
  const distanceOf = (one: Hex, other: Hex): number => search.distanceOf(one, other);
  const question = { index: search, hashOf: hashImageViews, distanceOf, maxDistance: SAME_PICTURE, record: source };
  return recover(carrier.bytes, question).catch((error: unknown) => {
    if (error instanceof ImageUnreadableError || error instanceof ImageTooLargeError) return [];
    if (error instanceof ImageDecoderMissingError) return [];
    throw error;
  });
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
