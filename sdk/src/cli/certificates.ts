import { readFile, stat } from "node:fs/promises";
import { openContainer } from "../c2pa/container.ts";
import { DEFAULT_LIMITS } from "../c2pa/limits.ts";
import type { TrustOptions } from "../c2pa/manifest.ts";
import type { RecordSource } from "../c2pa/record.ts";
import { type FileReport, verifyFile } from "../c2pa/verifyFile.ts";
import type { TrainingPermissions } from "../c2pa/vocabulary.ts";
import { ImprimaturError } from "../errors/base.ts";
import { option, several } from "./command.ts";
import { UsageError } from "./errors.ts";
import { readText } from "./files.ts";
import type { Session } from "./session.ts";
import { record, table } from "./table.ts";
import * as values from "./values.ts";

/** Options that say whom to believe about signers. */
export const TRUST = {
  trust: option("file", "certificates of authorities (PEM) that signers are trusted by", values.text),
  revoked: several("file", "lists of what authorities revoked, PEM or DER", values.text),
};

/** What {@link TRUST} was given. */
export async function readTrust(
  session: Session,
  { trust, revoked }: { trust: string | undefined; revoked: readonly string[] },
): Promise<TrustOptions> {
  const revocationLists = await Promise.all(revoked.map((file) => readBytes(session.path(file))));
  return {
    ...(trust === undefined ? {} : { trustAnchors: await readText(session.path(trust)) }),
    ...(revoked.length === 0 ? {} : { revocationLists }),
  };
}

/** A file as far as it can carry a certificate. */
export type Carrier =
  | { state: "signed"; bytes: Uint8Array }
  | { state: "unsigned"; bytes: Uint8Array }
  | { state: "unsupported"; reason: string };

/** Opens a file: whether it carries a manifest, and why it cannot. */
export async function openCarrier(path: string): Promise<Carrier> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw new UsageError(`${path} cannot be read.`, { cause });
  });
  if (size > DEFAULT_LIMITS.fileBytes) return { state: "unsupported", reason: `it has ${size} bytes` };
  return carrierOf(await readBytes(path));
}

/** The same of bytes that are there already. */
export function carrierOf(bytes: Uint8Array): Carrier {
  try {
    return { state: openContainer(bytes).store === undefined ? "unsigned" : "signed", bytes };
  } catch (error) {
    if (ImprimaturError.is(error)) return { state: "unsupported", reason: error.shortMessage };
    throw error;
  }
}

/** Verifies a signed file against the chain; the lot's manifest comes from the content store. */
export async function certify(
  session: Session,
  bytes: Uint8Array,
  { assetId, ...trust }: TrustOptions & { assetId?: bigint | undefined },
): Promise<FileReport> {
  const { client, addresses, fromBlock } = await session.connect();
  const { assetRegistry } = addresses;
  const source: RecordSource = { client, assetRegistry, store: session.store(), fromBlock };
  return verifyFile(bytes, { ...trust, record: source, ...(assetId === undefined ? {} : { assetId }) });
}

/** Checks that say something about the signer or the studio, not about whether file and record are each other's. */
const ABOUT_OTHERS = ["standing", "trust", "revocation", "certificate"];

/** Whether file and record are each other's, unchanged. */
export function isGenuine({ checks }: FileReport): boolean {
  const proved = checks.filter(({ check }) => check === "leaf" || check === "content");
  const failed = checks.filter(({ check, outcome }) => outcome === "failed" && !ABOUT_OTHERS.includes(check));
  return failed.length === 0 && proved.length === 2 && proved.every(({ outcome }) => outcome === "passed");
}

/** A certificate as `--json` prints it. */
export function certificateJson({ outcome, badge, manifest, record: found, checks }: FileReport) {
  const { signature, digitalSourceType, permissions, birth, c2paHash } = manifest ?? {};
  return {
    ...{ outcome, badge, c2paHash: c2paHash ?? null, signature: signature ?? null, birth: birth ?? null },
    ...{ digitalSourceType: digitalSourceType ?? null, permissions: permissions ?? null },
    standing: found?.standing ?? null,
    checks: checks.map(({ check, outcome: came, reason }) => ({ check, outcome: came, reason })),
  };
}

/** A certificate as people read it. */
export function certificateText({ outcome, badge, manifest, checks }: FileReport): string[] {
  const { signature, digitalSourceType, permissions, birth } = manifest ?? {};
  const { model, disclosures = [], promptCommitments = [], license } = birth ?? {};
  return [
    ...record([
      ["certificate", `${outcome}, ${badge}`],
      ["signed by", signature === undefined ? undefined : `${signature.commonName}, ${signature.organization}`],
      ["made as", digitalSourceType],
      ["model", model],
      ["opened fields", disclosures.map(({ path }) => path).join(", ") || undefined],
      ["closed fields", promptCommitments.map(({ path }) => path).join(", ") || undefined],
      ["machines may", permissions === undefined ? undefined : permissionText(permissions)],
      ["terms", license?.uri ?? license?.textHash ?? license?.offers?.join(", ")],
    ]),
    "",
    ...table(
      ["check", "outcome", "why"],
      checks.map(({ check, outcome: came, reason }) => [check, came, reason]),
    ),
  ];
}

function permissionText(permissions: TrainingPermissions): string {
  return Object.entries(permissions)
    .map(
      ([use, permission]) =>
        `${use}: ${typeof permission === "string" ? permission : `only ${permission.constrained}`}`,
    )
    .join(", ");
}

async function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    throw new UsageError(`${path} cannot be read.`, { cause });
  });
}
