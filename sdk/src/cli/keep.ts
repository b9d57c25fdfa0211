import type { Address } from "viem";
import { issueCertificate } from "../legal/certificate.ts";
import { renderLicenseText } from "../legal/licenseText.ts";
import type { OfferArgs } from "../licensing/offer.ts";
import type { Purchase } from "../licensing/purchase.ts";
import { toJson } from "./answer.ts";
import { CheckFailedError, UsageError } from "./errors.ts";
import { type Failure, toFailure } from "./failure.ts";
import { assertWritable, writeNew } from "./files.ts";
import type { Session } from "./session.ts";

const KINDS = ["receipt", "text", "certificate"] as const;

/** What a buyer wants to keep, and in which files. */
export type Wishes = Readonly<Record<(typeof KINDS)[number], string | undefined>>;

/** Files that were written, and what became of the others. */
export type Kept = { files: Record<string, string>; failures: (Failure & { keeping: string })[] };

/** Refuses what cannot be kept while nothing is paid yet. */
export async function assertKeepable(session: Session, wishes: Wishes): Promise<void> {
  const paths = KINDS.flatMap((kind) => (wishes[kind] === undefined ? [] : [session.path(wishes[kind])]));
  if (new Set(paths).size < paths.length) throw new UsageError("Two of the files to keep have the same name.");
  for (const path of paths) await assertWritable(path);
}

/** Refuses to keep a text that only the licensor has. */
export function assertStandardText(terms: OfferArgs, { text }: Wishes): void {
  if (text === undefined || renderLicenseText(terms).textHash === terms.textHash) return;
  throw new CheckFailedError("The offer's text has details of its own: ask the licensor for it, and leave out --text.");
}

/** Makes and writes each of the files; what fails keeps the others from nothing, and hides no purchase. */
export async function keep(
  session: Session,
  wishes: Wishes,
  { receipt, terms, purchase }: { receipt: object; terms: OfferArgs; purchase: Purchase },
): Promise<Kept> {
  const contents = {
    receipt: () => Promise.resolve(`${toJson({ type: "imprimatur/receipt", version: 1, ...receipt })}\n`),
    text: () => Promise.resolve(renderLicenseText(terms).markdown),
    certificate: () => certificateOf(session, terms, purchase),
  };
  const kept: Kept = { files: {}, failures: [] };
  for (const kind of KINDS) {
    const path = wishes[kind];
    if (path === undefined) continue;
    try {
      kept.files[kind] = await writeNew(session.path(path), await contents[kind]());
    } catch (error) {
      kept.failures.push({ keeping: kind, ...toFailure(error) });
    }
  }
  return kept;
}

async function certificateOf(
  session: Session,
  { usages: [usage = "personal"] }: OfferArgs,
  { licensee: account, assetId }: { licensee: Address; assetId: bigint },
): Promise<string> {
  const { client, addresses, fromBlock } = await session.connect();
  return (await issueCertificate(client, { addresses, fromBlock, account, assetId, usage })).json;
}
