import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { join } from "node:path";
import type { WorkSigning } from "../agent/worker/parameters.ts";
import { createDevelopmentSigner } from "../c2pa/development.ts";
import { type ClaimSigner, webCryptoSigner } from "../c2pa/signer.ts";
import type { TrainingPermissions } from "../c2pa/vocabulary.ts";
import { type FileSignature, signFiles, type SignFilesParameters } from "../node/signFiles.ts";
import { flag, option } from "./command.ts";
import { UsageError } from "./errors.ts";
import { assertNew, readText, writeNew } from "./files.ts";
import { withProgress } from "./progress.ts";
import type { Session } from "./session.ts";
import * as values from "./values.ts";

/** Options that say whether and how a lot's pictures are signed. */
export const SIGNING = {
  sign: flag("put a birth certificate (C2PA) into every picture; the lot's files are then those in <out>/files"),
  certificate: option("file", "certificates to sign with, PEM; one for local use is made by default", values.text),
  key: option("file", "their private key: PKCS #8, PEM, P-256 or Ed25519", values.text),
  model: option("name", "what made the pictures, for their certificates", values.text),
  forbidTraining: flag("say in the certificates that machines must not learn from the pictures"),
};

/** What {@link SIGNING} was given. */
export type SigningOptions = {
  sign: boolean;
  certificate?: string | undefined;
  key?: string | undefined;
  model?: string | undefined;
  forbidTraining: boolean;
};

/** Folder of the lot's files beside its manifest, where they were signed. */
export const SIGNED_FILES = "files";

/** The certificate of the authority that was made for local use. */
const AUTHORITY_FILE = "authority.pem";

const NO_TRAINING: TrainingPermissions = { ai_training: "notAllowed", ai_generative_training: "notAllowed" };

/** A lot's files after they were signed. */
export type SignedFolder = {
  directory: string;
  signatures: readonly FileSignature[];
  /** What readers trust the signer by; undefined where the certificates were given. */
  authority: string | undefined;
};

/** How an agent signs what it makes; undefined where no certificate was given. */
export async function readWorkSigning(
  session: Session,
  given: Pick<SigningOptions, "certificate" | "key" | "forbidTraining">,
): Promise<WorkSigning | undefined> {
  const signer = await readGivenSigner(session, given);
  const { forbidTraining } = given;
  if (signer !== undefined) return { signer, ...(forbidTraining ? { permissions: NO_TRAINING } : {}) };
  if (forbidTraining)
    throw new UsageError("--forbid-training is written into certificates: give --certificate and --key.");
  return undefined;
}

/** Signs a folder into `target`; undefined where that was not asked for. */
export async function signFolder(
  session: Session,
  options: SigningOptions,
  folder: Pick<SignFilesParameters, "directory" | "lot"> & { files: readonly string[]; target: string },
): Promise<SignedFolder | undefined> {
  const { sign, model, forbidTraining } = options;
  if (!sign) {
    assertUnused(options);
    return undefined;
  }
  const { directory, files, lot, target } = folder;
  const out = join(target, SIGNED_FILES);
  await assertNew(out);
  const { signer, trustAnchors } = await readSigner(session, options);
  const signatures = await withProgress(session, "signing", files.length, (onProgress) =>
    signFiles({
      ...{ directory, files, out, lot, signer, onProgress },
      ...(model === undefined ? {} : { claim: { model } }),
      ...(forbidTraining ? { permissions: NO_TRAINING } : {}),
    }),
  );
  const authority = trustAnchors === undefined ? undefined : await writeNew(join(target, AUTHORITY_FILE), trustAnchors);
  return { directory: out, signatures, authority };
}

/** What was signed, as `--json` prints it. */
export function signedJson(signed: SignedFolder | undefined) {
  if (signed === undefined) return { signed: 0 };
  const { authority = null, directory, signatures } = signed;
  const unsigned = signatures.flatMap(({ name, problem }) =>
    problem === undefined ? [] : [{ name, reason: problem.shortMessage }],
  );
  return { signed: signatures.length - unsigned.length, unsigned, authority, files: directory };
}

/** The same as people read it. */
export function signedLines(signed: SignedFolder | undefined): [string, string | undefined][] {
  if (signed === undefined) return [];
  const { authority, directory, signatures } = signed;
  const count = signatures.filter(({ problem }) => problem === undefined).length;
  return [
    ["signed", `${count}; ${signatures.length - count} carry no certificate`],
    ["files of the lot", directory],
    ["trust them by", authority],
  ];
}

function assertUnused({ certificate, key, model, forbidTraining }: SigningOptions): void {
  if ([certificate, key, model].every((each) => each === undefined) && !forbidTraining) return;
  throw new UsageError("--certificate, --key, --model and --forbid-training say how to sign: give --sign too.");
}

/** The signer of the given files, or one of an authority that is made for local use. */
async function readSigner(
  session: Session,
  options: SigningOptions,
): Promise<{ signer: ClaimSigner; trustAnchors?: string }> {
  const signer = await readGivenSigner(session, options);
  return signer === undefined ? createDevelopmentSigner() : { signer };
}

/** The signer of the given files; undefined where there are none. */
async function readGivenSigner(
  session: Session,
  { certificate, key }: Pick<SigningOptions, "certificate" | "key">,
): Promise<ClaimSigner | undefined> {
  if ((certificate === undefined) !== (key === undefined)) throw new UsageError("--certificate and --key go together.");
  if (certificate === undefined || key === undefined) return undefined;
  const chain = certificatesIn(await readText(session.path(certificate)), certificate);
  const privateKey = keyIn(await readText(session.path(key)), key);
  if (chain[0]?.checkPrivateKey(privateKey) !== true) {
    const hint = "The signer's certificate comes first, then those above it.";
    throw new UsageError(`${key} is not the key of the first certificate in ${certificate}.`, { hint });
  }
  const pkcs8 = privateKey.export({ type: "pkcs8", format: "der" });
  const imported = await crypto.subtle.importKey("pkcs8", pkcs8, algorithmOf(privateKey, key), false, ["sign"]);
  return webCryptoSigner({ key: imported, certificates: chain.map(({ raw }) => raw) });
}

function certificatesIn(pem: string, file: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
  if (found.length === 0) throw new UsageError(`${file} has no certificate: PEM is expected.`);
  try {
    return found.map((each) => new X509Certificate(each));
  } catch (cause) {
    throw new UsageError(`${file} has a certificate that cannot be read.`, { cause });
  }
}

function keyIn(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    const hint = "PKCS #8 in PEM is read, without a password.";
    throw new UsageError(`${file} is no private key that can be read.`, { cause, hint });
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject, file: string) {
  if (asymmetricKeyType === "ed25519") return { name: "Ed25519" };
  if (asymmetricKeyDetails?.namedCurve === "prime256v1") return { name: "ECDSA", namedCurve: "P-256" };
  throw new UsageError(`${file} is a key of another kind than P-256 or Ed25519.`);
}
