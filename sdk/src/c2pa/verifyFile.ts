import { type Hex, isAddressEqual } from "viem";
import type { BirthClaim } from "./birth.ts";
import {
  CheckList,
  type FileCheck,
  type FileCheckName,
  INTEGRITY_CHECKS,
  MANIFEST_CHECKS,
  RECORD_CHECKS,
} from "./checks.ts";
import { openContainer, type SignableMediaType } from "./container.ts";
import { digestOf } from "./digest.ts";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits.ts";
import { checkManifest, type FileManifest, type TrustOptions } from "./manifest.ts";
import { type AssetRecord, type AssetStanding, readRecord, type RecordSource } from "./record.ts";

/** What {@link verifyFile} is given beside the file. */
export type VerifyFileParameters = TrustOptions & {
  /** Where the record is looked up; without it the chain is not asked. */
  record?: RecordSource;
  /** The asset that the file is said to be; without it the file's own word is taken and checked. */
  assetId?: bigint;
  limits?: ReadLimits;
};

/** What is known of a file. */
export type FileReport = {
  /** `verified`: every check passed, but for lists of revocations that nobody gave; `refused`: one failed. */
  outcome: "verified" | "refused" | "incomplete";
  /** What C2PA alone says of it. */
  badge: "trusted" | "valid" | "invalid" | "none";
  checks: readonly FileCheck[];
  mediaType: SignableMediaType;
  /** SHA-256 of the file. */
  contentHash: Hex;
  manifest: FileManifest | undefined;
  record: AssetRecord | undefined;
};

/**
 * Checks a file: who signed it, that it was not changed since, and that its record on chain is the one it names and
 * names it back.
 *
 * Throws for what cannot be looked at (`MediaTooLargeError`, `MediaFormatError`, `MediaCorruptError`) and when the
 * client fails; everything that is wrong with the file itself is in the report.
 *
 * @example
 * ```ts
 * const record = { client, assetRegistry, store };
 * const { outcome, checks } = await verifyFile(bytes, { trustAnchors, record });
 * ```
 */
export async function verifyFile(file: Uint8Array, parameters: VerifyFileParameters = {}): Promise<FileReport> {
  const { record: source, assetId, limits = DEFAULT_LIMITS, ...trust } = parameters;
  const { mediaType, store } = openContainer(file, limits);
  const contentHash = await digestOf(file);
  const list = new CheckList();
  if (store === undefined) list.note("manifest", false, "the file carries no manifest, or was stripped of it");
  const manifest =
    store === undefined
      ? undefined
      : await checkManifest(list, { bytes: file, mediaType, store }, { ...trust, limits });
  list.skip(MANIFEST_CHECKS, "the manifest cannot be read");
  const badge = badgeOf(list, store);

  const birth = manifest?.birth;
  const named = assetId ?? birth?.assetId;
  if (assetId !== undefined) noteAsset(list, assetId, birth);
  const record = source === undefined || named === undefined ? undefined : await readRecord(source, named);
  if (source === undefined) list.skip(RECORD_CHECKS, "no record source was given");
  else if (record === undefined) list.skip(RECORD_CHECKS, "no asset is named");
  else noteRecord(list, { source, record, birth, contentHash, c2paHash: manifest?.c2paHash });
  const checks = list.all();
  return { outcome: outcomeOf(checks), badge, checks, mediaType, contentHash, manifest, record };
}

function badgeOf(list: CheckList, store: Uint8Array | undefined): FileReport["badge"] {
  if (store === undefined) return "none";
  const needed = ["manifest", ...INTEGRITY_CHECKS] as const;
  if (needed.some((check) => list.outcomeOf(check) === "failed")) return "invalid";
  return list.outcomeOf("trust") === "passed" ? "trusted" : "valid";
}

function outcomeOf(checks: readonly FileCheck[]): FileReport["outcome"] {
  if (checks.some(({ outcome }) => outcome === "failed")) return "refused";
  const open = checks.filter(({ check, outcome }) => outcome === "not checked" && check !== "revocation");
  return open.length === 0 ? "verified" : "incomplete";
}

function noteAsset(list: CheckList, assetId: bigint, birth: BirthClaim | undefined): void {
  if (birth === undefined) {
    list.skip(["asset"], "the file names none");
    return;
  }
  const same = birth.assetId === assetId;
  list.note("asset", same, same ? "the one asked for" : `the file names ${birth.assetId}, asked for was ${assetId}`);
}

/** Whether the studio stands by the asset: a genuine file may have been refused, or be stopped. */
function noteStanding(
  list: CheckList,
  { status, class: verdict, blocked, frozenUntil, superseded }: AssetStanding,
): void {
  const found: [wrong: boolean, reason: string][] = [
    [blocked, "the curators blocked the asset"],
    [frozenUntil !== undefined, `a ruling stops its sales until ${frozenUntil ?? 0n}`],
    [status === "rejected", "the lot was rejected"],
    [status === "suspended", "the lot's verdict is suspended"],
  ];
  const wrong = found.flatMap(([is, reason]) => (is ? [reason] : []));
  const newer = superseded ? "; a corrected lot took its place" : "";
  if (wrong.length > 0) list.note("standing", false, wrong.join("; ") + newer);
  else if (status === "accepted") list.note("standing", true, `${status} (${verdict})${newer}`);
  else list.skip(["standing"], `there is no verdict yet${newer}`);
}

type Found = {
  source: RecordSource;
  record: AssetRecord;
  birth: BirthClaim | undefined;
  contentHash: Hex;
  c2paHash: Hex | undefined;
};

function noteRecord(list: CheckList, { source, record, birth, contentHash, c2paHash }: Found): void {
  const { lot, leaf, proved, chainId, assetId } = record;
  const equal = (check: FileCheckName, what: string, claimed: string | undefined, found: string): void => {
    if (claimed === undefined) {
      list.skip([check], "the file does not say");
      return;
    }
    const same = claimed.toLowerCase() === found.toLowerCase();
    list.note(check, same, same ? `${what} is the same` : `the file says ${claimed}, the record ${found}`);
  };
  if (birth !== undefined) {
    const here = birth.chainId === chainId && isAddressEqual(birth.assetRegistry, source.assetRegistry);
    const elsewhere = `the file names ${birth.assetRegistry} on chain ${birth.chainId}, asked was ${source.assetRegistry} on chain ${chainId}`;
    list.note("chain", here, here ? "the registry that was asked" : elsewhere);
  }
  list.note("lot", lot !== undefined, lot === undefined ? `the registry has no asset ${assetId}` : `lot ${lot.lotId}`);
  if (lot !== undefined) equal("recipe", "the recipe", birth?.recipeId, lot.recipeId);
  if (record.standing !== undefined) noteStanding(list, record.standing);
  if (lot === undefined || leaf === undefined) {
    list.skip(RECORD_CHECKS, "there is no leaf to compare with");
    return;
  }
  list.note("leaf", proved, proved ? "proved against the lot's root" : "it does not belong to the lot's root");
  equal("content", "the content", contentHash, leaf.contentHash);
  equal("c2paHash", "the manifest", c2paHash, leaf.c2paHash);
  equal("recipeCommitment", "the commitment", birth?.recipeCommitment, leaf.recipeCommitment);
  list.skip(RECORD_CHECKS, "the file does not say");
}
