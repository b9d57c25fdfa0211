import {
  type Address,
  type Client,
  getAddress,
  type Hex,
  hexToBigInt,
  isAddress,
  isAddressEqual,
  isHash,
  isHex,
  keccak256,
  recoverTypedDataAddress,
  sha256,
  size,
  slice,
} from "viem";
import { verifyTypedData } from "viem/actions";
import { ImprimaturError } from "../errors/base.ts";
import { ScreeningReportInvalidError } from "../errors/compliance.ts";
import { canonicalBytes, type Json } from "../storage/json.ts";
import { PROTOCOL_VERSION } from "../types/protocol.ts";
import { type ScreeningItem } from "./provider.ts";
import { checkedAnswer, type ProviderFindings } from "./screen.ts";

/** What was searched for a lot before it was committed, and what was found. */
export type ScreeningReport = {
  chainId: number;
  /** AssetRegistry. */
  registry: Address;
  /** Known before the commit: `producer << 64 | nonce`. */
  lotId: bigint;
  recipeId: Hex;
  /** Unix seconds. */
  screenedAt: bigint;
  /** Who answers for the report. */
  screener: Address;
  /** The lot's files in index order. */
  items: readonly Pick<ScreeningItem, "contentHash" | "perceptualHash">[];
  /** What each provider said about each item, in their order. */
  findings: readonly ProviderFindings[];
};

/** A report as it is stored: one raw block. */
export type SignedReport = {
  block: Uint8Array;
  /** SHA-256 of the block: what every leaf of the lot holds, and by which the block is found. */
  reportHash: Hex;
};

/** EIP-712 type of a screener's signature. */
export const SCREENING_REPORT_TYPES = {
  ScreeningReport: [
    { name: "lotId", type: "uint256" },
    { name: "recipeId", type: "bytes32" },
    { name: "screenedAt", type: "uint64" },
    { name: "body", type: "bytes32" },
  ],
} as const;

const TYPE = "imprimatur/screening-report";
const VERSION = 1;

/** The EIP-712 domain of reports about the lots of a registry. */
export function reportDomain(chainId: number, registry: Address) {
  return { name: "Imprimatur AssetRegistry", version: PROTOCOL_VERSION, chainId, verifyingContract: registry } as const;
}

/** The EIP-712 message of a report: bound to chain, registry, lot and recipe; `body` is keccak-256 of its canonical JSON. */
export function reportTypedData(report: ScreeningReport) {
  const { chainId, registry, lotId, recipeId, screenedAt } = report;
  const domain = reportDomain(chainId, registry);
  const message = { lotId, recipeId, screenedAt, body: keccak256(canonicalBytes(toJson(report))) };
  return { domain, types: SCREENING_REPORT_TYPES, primaryType: "ScreeningReport", message } as const;
}

/** Who signs a report: an account of viem, or anything that signs typed data. */
export type ReportSigner = {
  address: Address;
  signTypedData(typedData: ReturnType<typeof reportTypedData>): Promise<Hex>;
};

/**
 * Signs what a screening found and makes it one block. Its hash goes into every leaf as `reportHash`; the block goes where
 * the lot's manifest goes.
 *
 * @example
 * ```ts
 * const { block, reportHash } = await signReport({ ...lotIds, screenedAt, items, findings }, account);
 * await store.put(reportHash, block);
 * ```
 */
export async function signReport(
  report: Omit<ScreeningReport, "screener">,
  signer: ReportSigner,
): Promise<SignedReport> {
  for (const { provider, answers } of report.findings) {
    if (answers.length === report.items.length) continue;
    throw new ScreeningReportInvalidError(`${provider} answered ${answers.length} of ${report.items.length} files`);
  }
  // What is signed is what a reader will have: answers in the form in which reports hold them.
  const findings = report.findings.map((finding) => ({ ...finding, answers: finding.answers.map(checkedAnswer) }));
  const whole = { ...report, findings, screener: signer.address };
  const signature = await signer.signTypedData(reportTypedData(whole));
  const block = blockOf(whole, signature);
  return { block, reportHash: sha256(block) };
}

function blockOf(report: ScreeningReport, signature: Hex): Uint8Array {
  return canonicalBytes({ type: TYPE, version: VERSION, report: toJson(report), signature });
}

/** Only one block says what was signed: nothing may stand in it that the signature does not cover. */
function assertCanonical(block: Uint8Array, report: ScreeningReport, signature: Hex): void {
  try {
    const expected = blockOf(report, signature);
    if (block.length === expected.length && block.every((byte, at) => byte === expected[at])) return;
  } catch (error) {
    if (!(error instanceof ImprimaturError)) throw error;
    throw new ScreeningReportInvalidError("it has no canonical form", error);
  }
  throw new ScreeningReportInvalidError("it holds more, or is written otherwise, than what was signed");
}

/** A report that was read, and whether who it names signed it. */
export type VerifiedReport = { report: ScreeningReport; reportHash: Hex; signed: boolean };

/**
 * Reads a report's block and checks its signature; with a client also that of a contract (ERC-1271). Throws
 * {@link ScreeningReportInvalidError} on anything that is not a report.
 */
export async function readReport(block: Uint8Array, client?: Client): Promise<VerifiedReport> {
  const { report, signature } = parse(block);
  assertCanonical(block, report, signature);
  const signed = await isSigned(report, signature, client);
  return { report, reportHash: sha256(block), signed };
}

const HALF_ORDER = 0x7fff_ffff_ffff_ffff_ffff_ffff_ffff_ffff_5d57_6e73_57a4_501d_dfe9_2f46_681b_20a0n;
const KEY_SIGNATURE_BYTES = 65;

/** Whether a key's signature is written as nobody signs: anybody can make such ones of it, and a second block with them. */
function isTurned(signature: Hex): boolean {
  if (size(signature) !== KEY_SIGNATURE_BYTES) return false;
  return hexToBigInt(slice(signature, 32, 64)) > HALF_ORDER || !/1[bc]$/.test(signature);
}

async function isSigned(report: ScreeningReport, signature: Hex, client: Client | undefined): Promise<boolean> {
  if (isTurned(signature)) return false;
  const typedData = reportTypedData(report);
  if (client !== undefined) return verifyTypedData(client, { ...typedData, address: report.screener, signature });
  try {
    return isAddressEqual(await recoverTypedDataAddress({ ...typedData, signature }), report.screener);
  } catch {
    return false; // no signature of any key
  }
}

function toJson(report: ScreeningReport): Json {
  const { chainId, registry, lotId, recipeId, screenedAt, screener, items, findings } = report;
  return {
    chainId,
    registry: registry.toLowerCase(),
    lotId: String(lotId),
    recipeId,
    screenedAt: Number(screenedAt),
    screener: screener.toLowerCase(),
    items: items.map(({ contentHash, perceptualHash }) => {
      return perceptualHash === undefined ? { contentHash } : { contentHash, perceptualHash };
    }),
    findings: findings.map(({ provider, corpus, answers }) => ({ provider, corpus, answers })),
  };
}

function parse(block: Uint8Array): { report: ScreeningReport; signature: Hex } {
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(block)) as Record<string, unknown>;
  } catch (error) {
    throw new ScreeningReportInvalidError("it is not UTF-8 JSON", error);
  }
  const { type, version, report, signature } = objectIn(value, "the block");
  demand(type === TYPE && version === VERSION, "it is of another type or version");
  demand(isHex(signature), "its signature is not hex");
  const fields = objectIn(report, "the report");
  const { chainId, registry, lotId, recipeId, screenedAt, screener, items, findings } = fields;
  demand(isWhole(chainId) && isWhole(screenedAt), "its chain or time is no number");
  demand(isText(registry) && isAddress(registry) && isText(screener) && isAddress(screener), "it lacks an address");
  demand(isText(lotId) && /^(0|[1-9]\d{0,67})$/.test(lotId), "its lot id is no number");
  demand(isText(recipeId) && isHash(recipeId), "its recipe id is no hash");
  demand(Array.isArray(items) && Array.isArray(findings), "it lists nothing");
  const parsed = {
    ...{ chainId, recipeId, lotId: BigInt(lotId), screenedAt: BigInt(screenedAt) },
    ...{ registry: getAddress(registry), screener: getAddress(screener) },
    items: items.map(itemIn),
    findings: findings.map((finding) => findingsIn(finding, items.length)),
  };
  return { report: parsed, signature };
}

function itemIn(value: unknown): ScreeningReport["items"][number] {
  const { contentHash, perceptualHash } = objectIn(value, "an item");
  demand(isText(contentHash) && isHash(contentHash), "an item has no content hash");
  if (perceptualHash === undefined) return { contentHash };
  demand(isText(perceptualHash) && isHash(perceptualHash), "a perceptual hash of an item is none");
  return { contentHash, perceptualHash };
}

function findingsIn(value: unknown, count: number): ProviderFindings {
  const { provider, corpus, answers } = objectIn(value, "a finding");
  demand(isText(provider) && isText(corpus), "a finding has no provider");
  demand(Array.isArray(answers) && answers.length === count, "a provider did not answer for every item");
  return { provider, corpus, answers: answers.map(checkedAnswer) };
}

function objectIn(value: unknown, what: string): Record<string, unknown> {
  demand(typeof value === "object" && value !== null && !Array.isArray(value), `${what} is not an object`);
  return value as Record<string, unknown>;
}

const isText = (value: unknown): value is string => typeof value === "string";
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function demand(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new ScreeningReportInvalidError(otherwise);
}
