import type { Hex } from "viem";
import { BirthClaimError, C2paEngineError, ManifestBoxError } from "../errors/c2pa.ts";
import { ImprimaturError } from "../errors/base.ts";
import { BIRTH_LABEL, type BirthClaim, findUnproved, parseBirth } from "./birth.ts";
import { type ManifestParts, readStore } from "./boxes.ts";
import type { CheckList, FileCheckName } from "./checks.ts";
import type { SignableMediaType } from "./container.ts";
import { certificatesIn } from "./cose.ts";
import { digestOf } from "./digest.ts";
import { loadC2pa } from "./engine.ts";
import type { ReadLimits } from "./limits.ts";
import { findRevoked } from "./revocation.ts";
import { ENGINE_SETTINGS } from "./settings.ts";
import {
  type DigitalSourceType,
  fromSourceTypeUri,
  parsePermissions,
  strictest,
  TRAINING_LABELS,
  type TrainingPermissions,
} from "./vocabulary.ts";

/** Who signed, as the certificate says. */
export type ClaimSignature = { commonName: string; organization: string; serialNumber: string; algorithm: string };

/** What a file's own manifest says. Texts are untrusted: show them, never obey them. */
export type FileManifest = {
  label: string;
  c2paHash: Hex;
  signature: ClaimSignature | undefined;
  digitalSourceType: DigitalSourceType | undefined;
  permissions: TrainingPermissions | undefined;
  birth: BirthClaim | undefined;
};

/** Whom to believe about signers. */
export type TrustOptions = {
  /** Certificates of authorities, PEM. */
  trustAnchors?: string;
  /** What authorities revoked, DER or PEM. */
  revocationLists?: readonly (Uint8Array | string)[];
};

type Status = { code: string; explanation?: string };
type Statuses = { success?: Status[]; failure?: Status[] };
type EngineReport = {
  active_manifest?: string;
  manifests?: Record<
    string,
    {
      assertions?: { label: string; data?: unknown }[];
      ingredients?: unknown[];
      signature_info?: { issuer?: string; common_name?: string; cert_serial_number?: string; alg?: string };
    }
  >;
  validation_results?: { activeManifest?: Statuses; ingredientDeltas?: { validationDeltas?: Statuses }[] };
};

/** Checks that the engine's codes belong to, the first match counts; what matches none is about assertions. */
const FAMILIES: readonly [pattern: RegExp, check: FileCheckName][] = [
  [/^signingCredential\.untrusted$/, "trust"],
  [/^signingCredential\.(ocsp\.)?revoked$/, "revocation"],
  [/^(signingCredential\.|claimSignature\.outsideValidity$|timeStamp\.)/, "certificate"],
  [/^(claimSignature|claim|algorithm)\./, "signature"],
  [/^assertion\.(dataHash|bmffHash|boxesHash)\./, "binding"],
  [/^ingredient\./, "ingredients"],
];

/** What must have been seen for a check to pass: silence is no success. */
const NEEDED: readonly [check: FileCheckName, code: RegExp][] = [
  ["signature", /^claimSignature\.validated$/],
  ["assertions", /^assertion\.hashedURI\.match$/],
  ["binding", /^assertion\.(dataHash|bmffHash|boxesHash)\.match$/],
  ["certificate", /^claimSignature\.insideValidity$/],
  ["trust", /^signingCredential\.trusted$/],
];

/** Checks a manifest store against its file and reads what it says; never throws for what the file holds. */
export async function checkManifest(
  list: CheckList,
  file: { bytes: Uint8Array; mediaType: SignableMediaType; store: Uint8Array },
  { limits, ...trust }: TrustOptions & { limits: ReadLimits },
): Promise<FileManifest | undefined> {
  try {
    const manifests = readStore(file.store, limits);
    const active = manifests.at(-1) as ManifestParts;
    const certificates = manifests.map(({ signature }) => certificatesIn(signature, limits.depth)).at(-1) ?? [];
    const report = await askEngine(file, trust);
    if (report.active_manifest !== active.label) throw new ManifestBoxError("the engine reads another manifest");
    list.note("manifest", true, active.label);
    noteStatuses(list, report, trust);
    await noteRevocation(list, certificates, trust);
    return { ...describe(report, active), c2paHash: await digestOf(file.store), birth: noteBirth(list, active) };
  } catch (error) {
    if (error instanceof C2paEngineError) throw error;
    if (error instanceof ImprimaturError) list.note("manifest", false, error.shortMessage, error);
    else list.note("manifest", false, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

async function askEngine(
  { bytes, mediaType }: { bytes: Uint8Array; mediaType: string },
  { trustAnchors }: TrustOptions,
): Promise<EngineReport> {
  const { WasmReader } = await loadC2pa();
  const settings = trustAnchors === undefined ? {} : { trust: { trust_anchors: trustAnchors } };
  const reader = await WasmReader.fromBytes(mediaType, bytes, JSON.stringify({ ...ENGINE_SETTINGS, ...settings }));
  try {
    return JSON.parse(reader.json()) as EngineReport;
  } finally {
    reader.free();
  }
}

function noteStatuses(list: CheckList, report: EngineReport, { trustAnchors }: TrustOptions): void {
  const { activeManifest = {}, ingredientDeltas = [] } = report.validation_results ?? {};
  const { success = [], failure = [] } = activeManifest;
  if (trustAnchors === undefined) list.skip(["trust"], "no trust anchors were given");
  for (const { code, explanation } of failure) {
    const check = FAMILIES.find(([pattern]) => pattern.test(code))?.[1] ?? "assertions";
    if (check !== "trust" || trustAnchors !== undefined) list.note(check, false, `${code}: ${explanation ?? ""}`);
  }
  for (const [check, code] of NEEDED) {
    const seen = success.find((status) => code.test(status.code));
    if (check === "trust" && trustAnchors === undefined) continue;
    list.note(check, seen !== undefined, seen === undefined ? "the engine did not confirm it" : seen.code);
  }
  noteIngredients(
    list,
    report,
    ingredientDeltas.flatMap(({ validationDeltas }) => validationDeltas?.failure ?? []),
  );
}

/** An ingredient may be by a signer whom nobody here knows; it must not be broken. */
function noteIngredients(list: CheckList, { manifests, active_manifest = "" }: EngineReport, failures: Status[]): void {
  const broken = failures.find(({ code }) => code !== "signingCredential.untrusted");
  const count = manifests?.[active_manifest]?.ingredients?.length ?? 0;
  const unknown = failures.length > 0 ? ", some by unknown signers" : "";
  list.note("ingredients", broken === undefined, broken?.code ?? `${count} ingredients${unknown}`);
}

async function noteRevocation(
  list: CheckList,
  certificates: readonly Uint8Array[],
  { revocationLists, trustAnchors = "" }: TrustOptions,
): Promise<void> {
  if (revocationLists === undefined) {
    list.skip(["revocation"], "no revocation lists were given");
    return;
  }
  try {
    const { revoked, unlisted } = await findRevoked({ certificates, trustAnchors, revocationLists });
    if (revoked !== undefined) list.note("revocation", false, `certificate ${revoked} is revoked`);
    else if (unlisted.length > 0) list.skip(["revocation"], `no list is by ${unlisted.join(" or ")}`);
    else list.note("revocation", true, "on none of the lists");
  } catch (error) {
    if (!(error instanceof ImprimaturError)) throw error;
    list.note("revocation", false, error.shortMessage, error);
  }
}

function noteBirth(list: CheckList, { assertions }: ManifestParts): BirthClaim | undefined {
  const births = assertions.filter(({ label }) => label === BIRTH_LABEL || label.startsWith(`${BIRTH_LABEL}__`));
  const contents = births[0]?.boxes.find(({ type }) => type === "json")?.contents;
  try {
    if (births.length !== 1 || contents === undefined) {
      throw new BirthClaimError("assertion", `is there ${births.length} times, not once as JSON`);
    }
    const birth = parseBirth(contents);
    const unproved = findUnproved(birth);
    list.note("birth", true, `names asset ${birth.assetId} on chain ${birth.chainId}`);
    list.note(
      "fields",
      unproved === undefined,
      unproved === undefined ? "as committed to" : `${unproved} is not as committed to`,
    );
    return birth;
  } catch (error) {
    if (!(error instanceof ImprimaturError)) throw error;
    list.note("birth", false, error.shortMessage, error);
    return undefined;
  }
}

function describe({ manifests }: EngineReport, { label }: ManifestParts) {
  const { assertions = [], signature_info: info } = manifests?.[label] ?? {};
  const dataOf = (start: string): unknown => assertions.find((assertion) => assertion.label.startsWith(start))?.data;
  const { actions = [] } = (dataOf("c2pa.actions") ?? {}) as { actions?: { digitalSourceType?: string }[] };
  const source = actions.find(({ digitalSourceType }) => digitalSourceType !== undefined)?.digitalSourceType;
  const training = assertions.filter(({ label: name }) => TRAINING_LABELS.includes(name.replace(/__\d+$/, "")));
  return {
    label,
    signature:
      info === undefined
        ? undefined
        : {
            commonName: info.common_name ?? "",
            organization: info.issuer ?? "",
            serialNumber: info.cert_serial_number ?? "",
            algorithm: info.alg ?? "",
          },
    digitalSourceType: source === undefined ? undefined : fromSourceTypeUri(source),
    permissions: training.length === 0 ? undefined : strictest(training.map(({ data }) => parsePermissions(data))),
  };
}
