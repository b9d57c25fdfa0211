import { type Address, type Client, type Hex, isAddressEqual, zeroHash } from "viem";
import { LotUnscreenedError, PerceptualHashError, ScreeningReportInvalidError } from "../errors/compliance.ts";
import type { ManifestRow } from "../storage/manifest.ts";
import type { PublishedLot } from "../storage/readLot.ts";
import { type ContentStore, getBlock } from "../storage/store.ts";
import type { HashIndex } from "./hashIndex.ts";
import { PER_SOURCE, similarityOf } from "./indexProvider.ts";
import { MIN_QUALITY, perceptualDistance, readPerceptualHash } from "./perceptualHash.ts";
import { isText, type ScreeningAnswer, type ScreeningMethod } from "./provider.ts";
import { readReport, type ScreeningReport } from "./report.ts";
import { MAX_MATCHES, shortened } from "./screen.ts";

/** What can be wrong with the report that a leaf names. */
export type ReportProblem =
  /** The leaf names none. */
  | "reportMissing"
  /** No store has it. */
  | "reportUnavailable"
  | "reportMalformed"
  /** It is about another lot, recipe, registry or chain. */
  | "wrongSubject"
  /** It says that it was made after the lot was committed, or longer before than is allowed. */
  | "wrongTime"
  /** It is about another file than the leaf. */
  | "wrongContent"
  /** Who it names did not sign it. */
  | "unsigned"
  /** It is signed by somebody whose reports do not count here. */
  | "unknownScreener"
  /** No provider searched for this file. */
  | "notSearched"
  /** It is a picture that no provider compared by its looks, or a text that none compared by its words. */
  | "notCompared"
  /** The file looks otherwise than its leaf and the report say. */
  | "wrongLooks"
  /** Something that is known looks the same, and the report does not list it. */
  | "hiddenMatch";

/**
 * Something that is missing or false in a lot's screening. Before a commit it is a reason to refuse the lot; afterwards
 * `assets` and the report's digest are what `challenge` takes.
 */
export type ReportFinding = {
  problem: ReportProblem;
  /** Indices, rising. */
  assets: readonly number[];
  /** Digest of the report, which is the evidence; zero where there is none. */
  reportHash: Hex;
  detail: string;
};

/** In how much two decoders' hashes of one file may differ: bits, and detail. */
const DECODER_TOLERANCE = 12;
const QUALITY_TOLERANCE = 2;

/** What {@link checkLotReport} needs. */
export type CheckLotReportParameters = {
  lot: Pick<PublishedLot, "manifest" | "rows">;
  /** Where reports are; need not be trusted. */
  store: Pick<ContentStore, "get">;
  /** Whose reports count; anybody's by default. */
  screeners?: readonly Address[];
  /** Lets contracts sign (ERC-1271). */
  client?: Client;
  /** When the lot was committed, unix seconds, of `getLot`: a report of a later time was not there then. */
  committedAt?: bigint;
  /** Seconds before the commit that a report may be old; any age by default. */
  maxAge?: bigint;
  /** Searched again: what it knows has to be in the report. It should hold no more than was known when the report was made. */
  index?: HashIndex;
  /** Bits in which pictures may differ to be the same; the index's own limit by default. */
  maxDistance?: number;
  /** Sources that the screening was told to leave out, as in `indexProvider`. */
  except?: (source: string) => boolean;
  /**
   * The perceptual hash of a file, computed anew: `hashImage` of `/node` over the fetched bytes; undefined for one that is
   * no picture. Without it the looks that a leaf states are taken as they are.
   */
  looksOf?: (row: ManifestRow) => Promise<Hex | undefined>;
};

/**
 * Checks every leaf of a lot against the report that it names. An empty list says that the lot was screened as its
 * report tells; it clears nothing.
 *
 * @example
 * ```ts
 * const findings = await checkLotReport({ lot: await readLot(store, manifest), store, screeners });
 * for (const { assets, reportHash } of findings) await client.challenge({ lotId, assets, evidence: reportHash });
 * ```
 */
export async function checkLotReport(parameters: CheckLotReportParameters): Promise<ReportFinding[]> {
  const byReport = new Map<Hex, Rows[number][]>();
  for (const row of parameters.lot.rows) {
    const { reportHash } = row.leaf;
    const rows = byReport.get(reportHash);
    if (rows === undefined) byReport.set(reportHash, [row]);
    else rows.push(row);
  }
  const found: ReportFinding[] = [];
  for (const [reportHash, rows] of byReport) found.push(...(await findingsOf(parameters, reportHash, rows)));
  return found;
}

/** Throws {@link LotUnscreenedError} if something is missing or false: what a studio does before it takes a lot. */
export async function assertScreened(parameters: CheckLotReportParameters): Promise<void> {
  const findings = await checkLotReport(parameters);
  if (findings.length === 0) return;
  throw new LotUnscreenedError(parameters.lot.manifest.lotId, findings);
}

type Rows = PublishedLot["rows"];

async function findingsOf(parameters: CheckLotReportParameters, reportHash: Hex, rows: Rows): Promise<ReportFinding[]> {
  const finding = (problem: ReportProblem, about: Rows, detail: string): ReportFinding[] =>
    about.length === 0 ? [] : [{ problem, assets: about.map(({ index }) => index), reportHash, detail }];
  if (reportHash === zeroHash) return finding("reportMissing", rows, "no report is named");
  const { store, client, screeners } = parameters;
  let block: Uint8Array;
  try {
    block = await getBlock(store as ContentStore, reportHash);
  } catch (error) {
    return finding("reportUnavailable", rows, error instanceof Error ? error.name : String(error));
  }
  try {
    const { report, signed } = await readReport(block, client);
    const subject = differenceOf(report, parameters.lot.manifest);
    if (subject !== undefined) return finding("wrongSubject", rows, subject);
    if (!signed) return finding("unsigned", rows, `${report.screener} did not sign it`);
    if (screeners?.some((screener) => isAddressEqual(screener, report.screener)) === false) {
      return finding("unknownScreener", rows, `${report.screener} signed it`);
    }
    const untimely = untimelyIn(report, parameters);
    if (untimely !== undefined) return finding("wrongTime", rows, untimely);
    const other = rows.filter((row) => !isAbout(report, row));
    const screened = rows.filter((row) => isAbout(report, row));
    const unsearched = screened.filter(({ index }) => answersFor(report, index).every(isNotSearched));
    const uncompared = screened.filter((row) => !unsearched.includes(row) && !isCompared(row, report));
    const hidden = screened.filter((row) => hidesMatch(parameters, report, row));
    return [
      ...finding("wrongContent", other, "the report is about other files"),
      ...finding("notSearched", unsearched, "no provider searched"),
      ...finding("notCompared", uncompared, "no provider compared what it shows or says"),
      ...finding("wrongLooks", await othersIn(parameters, screened), "the file looks otherwise than its leaf says"),
      ...finding("hiddenMatch", hidden, "a known file is the same or looks the same, and is not listed"),
    ];
  } catch (error) {
    if (error instanceof ScreeningReportInvalidError) return finding("reportMalformed", rows, error.shortMessage);
    throw error;
  }
}

function differenceOf(report: ScreeningReport, manifest: PublishedLot["manifest"]): string | undefined {
  if (report.chainId !== manifest.chainId) return `it is about chain ${report.chainId}`;
  if (!isAddressEqual(report.registry, manifest.registry)) return `it is about the registry ${report.registry}`;
  if (report.lotId !== manifest.lotId) return `it is about lot ${report.lotId}`;
  return report.recipeId === manifest.recipeId ? undefined : `it is about recipe ${report.recipeId}`;
}

/** Seconds by which a screener's clock may be ahead of the chain's. */
const CLOCK_TOLERANCE = 60n;

function untimelyIn(
  { screenedAt }: ScreeningReport,
  { committedAt, maxAge }: CheckLotReportParameters,
): string | undefined {
  if (committedAt === undefined) return undefined;
  if (screenedAt > committedAt + CLOCK_TOLERANCE) {
    return `it was made at ${screenedAt}, after the commit at ${committedAt}`;
  }
  if (maxAge === undefined || committedAt - screenedAt <= maxAge) return undefined;
  return `it was made at ${screenedAt}, more than ${maxAge} s before the commit at ${committedAt}`;
}

function isAbout(report: ScreeningReport, { index, leaf }: Rows[number]): boolean {
  const item = report.items[index];
  return item?.contentHash === leaf.contentHash && (item.perceptualHash ?? zeroHash) === leaf.perceptualHash;
}

function answersFor(report: ScreeningReport, index: number): ScreeningAnswer[] {
  return report.findings.flatMap(({ answers }) => answers[index] ?? []);
}

const isNotSearched = ({ outcome }: ScreeningAnswer): boolean => outcome === "notSearched";

/** The same bytes are never found twice in a picture or a text that was touched: those have to be compared. */
function isCompared({ index, mediaType, leaf }: Rows[number], report: ScreeningReport): boolean {
  const answers = answersFor(report, index);
  const compared = (method: ScreeningMethod): boolean =>
    answers.some((answer) => answer.outcome === "searched" && answer.methods.includes(method));
  if (mediaType.startsWith("image/")) {
    return leaf.perceptualHash !== zeroHash && (isPlain(leaf.perceptualHash) || compared("picture"));
  }
  const wordless = (answer: ScreeningAnswer): boolean =>
    answer.outcome === "notSearched" && answer.reason === "tooPlain";
  return !isText(mediaType) || compared("text") || answers.some(wordless);
}

/** Whether a picture has too little detail to be compared, as its hash says; `looksOf` tells whether that is true. */
function isPlain(perceptualHash: Hex): boolean {
  const read = knownHash(perceptualHash);
  return read !== undefined && read.quality < MIN_QUALITY;
}

/** Files whose looks are not those of their leaves: there are none, or they differ beyond what decoders do. */
async function othersIn({ looksOf }: CheckLotReportParameters, rows: Rows): Promise<Rows> {
  if (looksOf === undefined) return [];
  const others: Rows[number][] = [];
  for (const row of rows) {
    const looks = await looksOf(row);
    if (looks !== undefined && !isSameLook(looks, row.leaf.perceptualHash)) others.push(row);
  }
  return others;
}

function isSameLook(looks: Hex, stated: Hex): boolean {
  const [seen, said] = [knownHash(looks), knownHash(stated)];
  if (seen === undefined || said === undefined) return false;
  if (seen.quality < MIN_QUALITY && said.quality < MIN_QUALITY) return true;
  const distance = perceptualDistance(looks, stated);
  return distance === undefined
    ? Math.abs(seen.quality - said.quality) <= QUALITY_TOLERANCE
    : distance <= DECODER_TOLERANCE;
}

function hidesMatch(
  parameters: CheckLotReportParameters,
  report: ScreeningReport,
  { index: place, leaf }: Rows[number],
) {
  const { index, maxDistance, except } = parameters;
  if (index === undefined) return false;
  const answers = answersFor(report, place).flatMap((answer) => (answer.outcome === "searched" ? [answer] : []));
  // In the form in which reports hold them: they are cut there.
  const nameOf = ({ source, item }: { source: string; item: string }) => `${shortened(source)}\n${shortened(item)}`;
  const listed = new Set(answers.flatMap(({ matches }) => matches.map(nameOf)));
  // A provider that found more than a report holds has named the likest: what is less like is not hidden.
  const full = answers.filter(({ matches }) => matches.length >= MAX_MATCHES);
  const beyond = Math.max(-1, ...full.map(({ matches }) => matches.at(-1)?.similarity ?? 0));
  const own = `lot:${report.lotId}`;
  const filter = { perSource: PER_SOURCE, except: (source: string) => source === own || except?.(source) === true };
  const alike =
    knownHash(leaf.perceptualHash) === undefined
      ? []
      : index.nearest(leaf.perceptualHash, maxDistance, undefined, filter);
  const others = alike.filter(({ contentHash }) => contentHash !== leaf.contentHash);
  return [...index.exact(leaf.contentHash, undefined, filter), ...others].some(
    (match) => !listed.has(nameOf(match)) && similarityOf(match) > beyond,
  );
}

/** A hash of an algorithm that is known here; anybody may have put anything into a leaf. */
function knownHash(hash: Hex) {
  try {
    return readPerceptualHash(hash);
  } catch (error) {
    if (error instanceof PerceptualHashError) return undefined;
    throw error;
  }
}
