import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Address, type Hex, isAddressEqual } from "viem";
import { auditTokenOf } from "../../actions/internal/auditTokenOf.ts";
import { challenge } from "../../actions/curation/challenge.ts";
import { challengeLot } from "../../actions/curation/challengeLot.ts";
import { deposit } from "../../actions/curation/deposit.ts";
import { getProducer } from "../../actions/curation/getProducer.ts";
import { getLot } from "../../actions/registry/getLot.ts";
import { checkMark } from "../../c2pa/checkMark.ts";
import type { TrustOptions } from "../../c2pa/manifest.ts";
import { article50Report, type MarkedAsset } from "../../compliance/art50.ts";
import { challengeCosts, type ChallengeCostsParameters } from "../../compliance/challengeCosts.ts";
import { checkLotReport, type ReportFinding } from "../../compliance/checkLotReport.ts";
import { reportChallenges } from "../../compliance/reportChallenges.ts";
import { ImageTooLargeError, ImageUnreadableError } from "../../errors/compliance.ts";
import { listFiles } from "../../node/files.ts";
import { loadIndex } from "../../node/indexFile.ts";
import type { ManifestRow } from "../../storage/manifest.ts";
import { type ContentStore, getBlock } from "../../storage/store.ts";
import { assetAt } from "../../types/ids.ts";
import { type Answer, checked } from "../answer.ts";
import { readTrust, TRUST } from "../certificates.ts";
import { defineCommand, flag, option, several } from "../command.ts";
import { CheckFailedError, UsageError } from "../errors.ts";
import { type CommittedLot, listLots, readFiles } from "../lots.ts";
import { answerOf, perform, step } from "../perform.ts";
import { withProgress } from "../progress.ts";
import { requirementsOf } from "../../requirements/requirementsOf.ts";
import { stepsFor } from "../requirements.ts";
import type { Session } from "../session.ts";
import { formatAmount, readToken } from "../token.ts";
import { record, table } from "../table.ts";
import * as values from "../values.ts";

export const REPORT = defineCommand({
  name: "report",
  about:
    "Say which files are marked as synthetic (--art50), or whether a lot's screening is what its leaves say (--screening)",
  sends: true,
  options: {
    art50: flag("which assets are marked, unmarked, failed, as Article 50(2) of the EU's AI Act asks"),
    screening: flag("whether the screening reports that a lot's leaves name are there and true"),
    lot: several("id", "of these lots; with --art50 all of the studio by default", values.integer),
    folder: option("folder", "with --art50: of the files in this folder", values.text),
    screener: several("address", "with --screening: whose reports count; anybody's by default", values.address),
    index: option("file", "with --screening: an index of known files, searched again", values.text),
    looks: flag("with --screening: fetch every file and compare what it looks like"),
    challenge: flag("with --screening: challenge what is missing or false; takes bonds out of the account's deposit"),
    ...TRUST,
  },
  examples: [
    "--art50 --lot 1234… --store http://127.0.0.1:5001",
    "--art50 --folder delivery --trust authority.pem --json",
    "--screening --lot 1234… --store http://127.0.0.1:5001 --challenge --studio 0x… --account alice --yes",
  ],
  async run(session, { art50, screening, ...given }) {
    if (art50 === screening) throw new UsageError("Give either --art50 or --screening.");
    return art50 ? reportMarks(session, given) : reportScreening(session, given);
  },
});

type Marks = {
  lot: readonly bigint[];
  folder: string | undefined;
  trust: string | undefined;
  revoked: readonly string[];
};

/** A file that is looked at, and how. */
type Subject = { assetId: bigint; name: string; read: () => Promise<Uint8Array>; lot: bigint | undefined };

async function reportMarks(session: Session, { lot, folder, ...trusted }: Marks): Promise<Answer> {
  if (folder !== undefined && lot.length > 0) throw new UsageError("--folder and --lot exclude each other.");
  const trust = await readTrust(session, trusted);
  const subjects = folder === undefined ? await subjectsOf(session, lot) : subjectsIn(session.path(folder));
  if (subjects.length === 0) throw new CheckFailedError("There is no file to look at.");
  const named = new Map(subjects.map((subject) => [subject.assetId, subject]));
  const { assets, ...counts } = await withProgress(session, "looking", subjects.length, (advance) => {
    let done = 0;
    const check = async (assetId: bigint) => {
      advance((done += 1));
      const subject = named.get(assetId) as Subject;
      return checkMark(await subject.read(), markOptions(trust, subject));
    };
    return article50Report({ assets: named.keys(), check });
  });
  const rows = assets.map((asset) => rowOf(asset, named.get(asset.assetId) as Subject));
  const shown = rows.filter(({ marking }) => marking !== "marked").slice(0, SHOWN);
  return {
    json: { ...counts, assets: rows },
    text: [
      ...record([["files", rows.length], ...Object.entries(counts)]),
      "",
      ...table(
        ["file", "asset", "marking", "why"],
        shown.map(({ name, assetId, marking, detail }) => [name, assetId, marking, detail]),
      ),
    ],
    exitCode: checked(counts.marked === rows.length),
  };
}

/** Rows that people are shown; `--json` has all. */
const SHOWN = 40;

/** A file out of a lot has to be marked as this asset. */
function markOptions(trust: TrustOptions, { lot, assetId }: Subject) {
  return lot === undefined ? trust : { ...trust, assetId };
}

function rowOf({ marking, detail }: MarkedAsset, { assetId, name, lot }: Subject) {
  return { name, assetId: lot === undefined ? null : assetId, marking, detail };
}

/** Files of lots, out of the content store; those of the studio's lots where none is named. */
async function subjectsOf(session: Session, lotIds: readonly bigint[]): Promise<Subject[]> {
  const store = session.store();
  const subjects: Subject[] = [];
  for (const committed of await lotsOf(session, lotIds)) {
    const { lotId } = committed;
    const { rows } = await readFiles(session, store, committed);
    for (const { index, name, leaf } of rows) {
      const read = () => getBlock(store, leaf.contentHash);
      subjects.push({ assetId: assetAt(lotId, index), name, read, lot: lotId });
    }
  }
  return subjects;
}

async function lotsOf(session: Session, lotIds: readonly bigint[]): Promise<CommittedLot[]> {
  const all = await listLots(session);
  const missing = lotIds.find((lotId) => !all.some((lot) => lot.lotId === lotId));
  if (missing !== undefined) throw new CheckFailedError(`There is no lot ${missing}.`);
  if (lotIds.length > 0) return all.filter(({ lotId }) => lotIds.includes(lotId));
  const [{ client, addresses }, { timelock }] = [await session.connect(), await session.studio()];
  const lots = await Promise.all(all.map(({ lotId }) => getLot(client, { ...addresses, lotId })));
  return all.filter((_, place) => isAddressEqual((lots[place] as getLot.ReturnType).timelock, timelock));
}

function subjectsIn(directory: string): Subject[] {
  return listFiles(directory).map((name, index) => {
    return { assetId: BigInt(index), name, read: () => readFile(join(directory, name)), lot: undefined };
  });
}

type Screening = {
  lot: readonly bigint[];
  screener: readonly Address[];
  index: string | undefined;
  looks: boolean;
  challenge: boolean;
};

async function reportScreening(session: Session, given: Screening): Promise<Answer> {
  const [lotId, ...others] = given.lot;
  if (lotId === undefined || others.length > 0) throw new UsageError("--screening needs --lot, once.");
  const store = session.store();
  const [committed] = (await lotsOf(session, [lotId])) as [CommittedLot];
  const lot = await readFiles(session, store, committed);
  const { client, addresses } = await session.connect();
  const { committedAt } = await getLot(client, { ...addresses, lotId });
  const findings = await checkLotReport({
    ...{ lot, store, client, committedAt },
    ...(given.screener.length === 0 ? {} : { screeners: given.screener }),
    ...(given.index === undefined ? {} : { index: await loadIndex(session.path(given.index)) }),
    ...(given.looks ? { looksOf: looksOf(store) } : {}),
  });
  const said = { lotId, assets: lot.rows.length, findings };
  const text = [
    ...record([
      ["lot", lotId],
      ["assets", lot.rows.length],
      [
        "found",
        findings.length === 0 ? "nothing: it was screened as its report tells; that clears nothing" : undefined,
      ],
    ]),
    ...table(
      ["problem", "assets", "report", "why"],
      findings.map(({ problem, assets, reportHash, detail }) => [problem, assets.length, reportHash, detail]),
    ),
  ];
  if (!given.challenge || findings.length === 0) return { json: said, text, exitCode: checked(findings.length === 0) };
  return challengeAll(session, committed, findings, { json: said, text });
}

async function challengeAll(
  session: Session,
  { lotId, count }: CommittedLot,
  findings: readonly ReportFinding[],
  said: { json: object; text: readonly string[] },
): Promise<Answer> {
  const { client, addresses } = await session.connect();
  const { curation } = await session.studio();
  const { blocked } = await getLot(client, { ...addresses, lotId });
  // A dry run changes nothing, not even a store.
  const store = session.mode.send ? session.store() : { put: () => Promise.resolve() };
  const { evidence, challenges } = await reportChallenges({ curation, lotId, count, findings, blocked, store });
  if (challenges.length === 0) throw new CheckFailedError(`All of these assets of lot ${lotId} are blocked already.`);
  const { paying, told, text } = await bondOf(session, { curation, lotId, count, challenges });
  const steps = challenges.map(({ assets }) =>
    assets === "all"
      ? step(`challenge lot ${lotId} as a whole`, challengeLot, { curation, lotId, evidence })
      : step(`challenge ${assets.length} assets of lot ${lotId}`, challenge, { curation, lotId, assets, evidence }),
  );
  const performed = await perform(session, [...paying, ...steps]);
  return answerOf(performed, { json: { ...said.json, evidence, ...told }, text: [...said.text, ...text] });
}

/** What the challenges cost, and what has to be sent first so that the account's deposit holds it. */
async function bondOf(session: Session, challenged: ChallengeCostsParameters) {
  const { client, addresses } = await session.connect();
  const { curation } = challenged;
  const depositor = session.mode.proposal === undefined ? await session.address() : (await session.studio()).timelock;
  const { costs, total } = await challengeCosts(client, challenged);
  const { free } = await getProducer(client, { curation, producer: depositor });
  const bond = costs.reduce((sum, cost) => sum + cost.bond, 0n);
  const missing = total > free ? total - free : 0n;
  const told = { bond, fee: total - bond, deposit: free, missing };
  if (total === 0n) return { paying: [], told, text: ["These challenges cost no bond: only a curator may send them."] };
  const token = await readToken(client, await auditTokenOf(client, curation));
  const facts: [string, bigint][] = [
    ["bond", bond],
    ["fees", total - bond],
    ["deposit", free],
    ["missing", missing],
  ];
  const text = record(facts.map(([name, amount]) => [name, formatAmount(amount, token)]));
  if (missing === 0n) return { paying: [], told, text };
  const wanted = { ...addresses, curation, action: "deposit", amount: missing, depositor, sender: depositor } as const;
  const paying = [
    ...stepsFor(await requirementsOf(client, wanted), token),
    step(`raise the deposit by ${formatAmount(missing, token)}`, deposit, { curation, depositor }),
  ];
  return { paying, told, text };
}

/** What a file of the store looks like; undefined for what is no picture. */
function looksOf(store: ContentStore): (row: ManifestRow) => Promise<Hex | undefined> {
  return async ({ leaf }) => {
    const { hashImage } = await import("../../node/decodeImage.ts");
    try {
      return await hashImage(await getBlock(store, leaf.contentHash));
    } catch (error) {
      if (error instanceof ImageUnreadableError || error instanceof ImageTooLargeError) return undefined;
      throw error;
    }
  };
}
