import { deepEqual, equal, ok } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  commitToField,
  createDevelopmentSigner,
  type DevelopmentSigner,
  type FileReport,
  openContainer,
  type RecordSource,
  recover,
  verifyFile,
} from "@imprimatur/sdk/c2pa";
import {
  assetSearch,
  buildHashIndex,
  checkLotReport,
  entriesOfLot,
  indexProvider,
  readReport,
  SAME_PICTURE,
  screen,
  signReport,
} from "@imprimatur/sdk/compliance";
import { toLotId } from "@imprimatur/sdk";
import type { BuiltLot, LotItem } from "@imprimatur/sdk/lot";
import { discloseRecipeField } from "@imprimatur/sdk/merkle";
import {
  type FileSignature,
  type FingerprintedFile,
  fingerprintFiles,
  hashImageViews,
  listFiles,
  signFiles,
} from "@imprimatur/sdk/node";
import { putBlock, readLot } from "@imprimatur/sdk/storage";
import { decode, encode } from "fast-png";
import { type Hex, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { roleKey } from "../cast.ts";
import { withProgress } from "../console/progress.ts";
import type { Verdict } from "./curators.ts";
import { type CommittedLot, commitFolder, type Folder, lotOf, publishingStore } from "./lots.ts";
import { save } from "./output.ts";
import type { RegisteredRecipe, Scene, StudioClones } from "./scene.ts";

/** A lot whose files carry their birth certificates. */
export interface SignedLot extends CommittedLot {
  signatures: readonly FileSignature[];
}

/** The studio's own authority; its certificate lies beside the other documents. */
export async function openAuthority(scene: Scene): Promise<DevelopmentSigner> {
  const authority = await createDevelopmentSigner({ organization: "Lighthouse Studio" });
  await save(scene, AUTHORITY_FILE, authority.trustAnchors);
  return authority;
}

/** Name of the authority's certificate among the documents. */
export const AUTHORITY_FILE = "authority.pem";

/** Signs the files of a folder, screens them, and commits them: the ids in the files are known before the lot is. */
export async function commitSigned(
  scene: Scene,
  studio: StudioClones,
  recipe: RegisteredRecipe,
  folder: Folder & { from: string; authority: DevelopmentSigner },
): Promise<SignedLot> {
  const signatures = await signFolder(scene, recipe, folder);
  const items = await screenFolder(scene, recipe, folder, signatures);
  return { ...(await commitFolder(scene, studio, recipe, { ...folder, items })), signatures };
}

function signFolder(
  scene: Scene,
  recipe: RegisteredRecipe,
  { from, directory, nonce, authority, title }: Folder & { from: string; authority: DevelopmentSigner },
): Promise<FileSignature[]> {
  return scene.teller.step(`sign the files: ${title}`, async () => {
    const { contents } = recipe;
    ok(contents, "nobody knows what the recipe commits to");
    const files = listFiles(from);
    const signed = await withProgress("signing", files.length, (onProgress) =>
      signFiles({
        ...{ directory: from, files, out: directory, signer: authority.signer, onProgress },
        lot: lotOf(scene, recipe, nonce),
        claim: {
          model: MODEL,
          disclosures: [discloseRecipeField(contents, "model")],
          promptCommitments: [commitToField(contents, "step/0")],
        },
        permissions: { ai_training: "notAllowed", ai_generative_training: "notAllowed" },
      }),
    );
    const shown = `${signed.filter(({ problem }) => problem === undefined).length} signed`;
    return { value: signed, shown: [shown, ...unsignedIn(signed)].join(", ") };
  });
}

/** The model's name as the recipe commits to it. */
export const MODEL = "coastline-xl";

/** "250 SVG unsigned (MediaFormatError)". */
function unsignedIn(signed: readonly FileSignature[]): string[] {
  const counts = new Map<string, number>();
  for (const { name, problem } of signed) {
    if (problem === undefined) continue;
    const kind = `${name.slice(name.lastIndexOf(".") + 1).toUpperCase()} unsigned (${problem.name})`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} ${kind}`);
}

/** Looks for copies of what is registered; the signed report's hash goes into every leaf. */
function screenFolder(
  scene: Scene,
  recipe: RegisteredRecipe,
  { directory, nonce, title }: Folder,
  signatures: readonly FileSignature[],
): Promise<LotItem[]> {
  const { clock, teller } = scene;
  return teller.step(`screen the files and sign the report: ${title}`, async () => {
    const screener = privateKeyToAccount(roleKey("registrar"));
    const files = await withProgress("looking", signatures.length, (advance) => lookAt(directory, signatures, advance));
    const registry = indexProvider({ index: buildHashIndex([]), name: "registry", corpus: "no earlier lot" });
    const findings = await screen({ items: files, providers: [registry] });
    const { chainId, assetRegistry, producer, recipeId } = lotOf(scene, recipe, nonce);
    const subject = { chainId, registry: assetRegistry, recipeId, lotId: toLotId(producer, nonce) };
    const report = { ...subject, screenedAt: await clock.now(), items: files, findings };
    const { block, reportHash } = await signReport(report, screener);
    ok((await readReport(block)).signed);
    await putBlock(publishingStore(scene), block);
    const items = files.map((item) => ({ ...item, evidence: { ...item.evidence, reportHash } }));
    return { value: items, shown: `${files.length} searched by their bytes, pictures by their looks` };
  });
}

/** Bytes and looks of every file of the lot, with the hash of its manifest where it has one. */
async function lookAt(
  directory: string,
  signatures: readonly FileSignature[],
  advance: (done: number) => void,
): Promise<FingerprintedFile[]> {
  const looked: FingerprintedFile[] = [];
  for await (const file of fingerprintFiles({ directory, files: signatures.map(({ name }) => name) })) {
    const { c2paHash } = signatures[looked.length] ?? {};
    looked.push({ ...file, evidence: { ...file.evidence, ...(c2paHash === undefined ? {} : { c2paHash }) } });
    advance(looked.length);
  }
  return looked;
}

/** Files of each lot that are verified; all were signed the same way. */
const VERIFIED = 12;

/** A lot with what its curators decided. */
interface Judged {
  lot: SignedLot;
  verdict: Verdict;
}

/** After the verdicts: files name their records and the records name them; what is changed, stripped or blocked shows. */
export function checkBirths(
  scene: Scene,
  { trustAnchors }: DevelopmentSigner,
  works: Judged,
  census: Judged,
): Promise<void> {
  return scene.teller.step("check birth certificates against the chain", async () => {
    const records = new Map<SignedLot, RecordSource>();
    for (const { lot } of [works, census]) records.set(lot, await recordOf(scene, lot.lot));
    const verify: Verify = (bytes, lot) => {
      const record = records.get(lot);
      ok(record);
      return verifyFile(bytes, { trustAnchors, record });
    };
    const released = [works, census].flatMap(({ lot, verdict }) =>
      signedIn(lot)
        .filter(({ index }) => !verdict.blocked.includes(index))
        .slice(0, VERIFIED)
        .map((signature) => ({ lot, signature })),
    );
    const checkGenuine = async ({ lot, signature }: (typeof released)[number]): Promise<void> => {
      const report = await verify(await readFile(join(lot.directory, signature.name)), lot);
      equal(report.outcome, "verified", `${signature.name}: ${failuresOf(report).join(", ")}`);
      equal(report.manifest?.birth?.assetId, signature.assetId);
      equal(report.manifest.birth.model, MODEL);
    };
    await Promise.all(released.map(checkGenuine));
    await checkChanged(scene, census.lot, verify);
    await checkBlocked(census, verify);
    const shown = `${released.length} verified; changed, stripped and blocked ones are told apart`;
    return { value: undefined, shown };
  });
}

type Verify = (bytes: Uint8Array, lot: SignedLot) => Promise<FileReport>;

/** One bit turned: refused. Written anew without its manifest: refused, and found again by its looks. */
async function checkChanged(scene: Scene, lot: SignedLot, verify: Verify): Promise<void> {
  const [first] = signedIn(lot);
  ok(first, "no file of the small lot is signed");
  const bytes = await readFile(join(lot.directory, first.name));
  const tampered = Uint8Array.from(bytes);
  tampered[tampered.length - IN_THE_PICTURE] = (tampered[tampered.length - IN_THE_PICTURE] ?? 0) ^ 1;
  equal((await verify(tampered, lot)).outcome, "refused");
  const stripped = encode(decode(bytes));
  equal(openContainer(stripped).store, undefined);
  equal((await verify(stripped, lot)).badge, "none");
  const index = assetSearch(buildHashIndex(entriesOfLot(lot.lot.lotId, lot.lot.rows)));
  const distanceOf = (one: Hex, other: Hex): number => index.distanceOf(one, other);
  const record = await recordOf(scene, lot.lot);
  const [found] = await recover(stripped, {
    index,
    hashOf: hashImageViews,
    distanceOf,
    maxDistance: SAME_PICTURE,
    record,
  });
  deepEqual([found?.assetId, found?.proved], [first.assetId, true], "the stripped picture's record was not found");
}

/** So far from its end a PNG's picture is. */
const IN_THE_PICTURE = 20;

/** A genuine file that the curators refused: everything holds but its standing. */
async function checkBlocked({ lot, verdict }: Judged, verify: Verify): Promise<void> {
  const blocked = signedIn(lot).filter(({ index }) => verdict.blocked.includes(index));
  for (const { name } of blocked) {
    deepEqual(failuresOf(await verify(await readFile(join(lot.directory, name)), lot)), ["standing"]);
  }
}

const signedIn = ({ signatures }: SignedLot): FileSignature[] =>
  signatures.filter(({ problem }) => problem === undefined);

const failuresOf = ({ checks }: FileReport): string[] =>
  checks.filter(({ outcome }) => outcome === "failed").map(({ check }) => check);

async function recordOf(scene: Scene, { manifest }: BuiltLot): Promise<RecordSource> {
  const { cast, stack } = scene;
  const lot = await readLot(publishingStore(scene), manifest);
  return { client: cast.as("relayer"), assetRegistry: stack.deployment.addressOf("AssetRegistry"), lot };
}

/** What a lot's report leaves open: pictures that nobody could open, files that nothing was searched for. */
export function checkReports(scene: Scene, lots: readonly SignedLot[]): Promise<void> {
  const { cast, teller } = scene;
  return teller.step("check the screening reports that the leaves name", async () => {
    const shown: string[] = [];
    for (const { lot } of lots) {
      const published = await readLot(publishingStore(scene), lot.manifest);
      const screeners = [cast.addressOf("registrar")];
      const findings = await checkLotReport({ lot: published, store: publishingStore(scene), screeners });
      const unseen = published.rows.filter(({ leaf }) => leaf.perceptualHash === zeroHash).map(({ index }) => index);
      const open = findings.flatMap(({ assets }) => assets);
      ok(findings.every(({ problem }) => problem === "notCompared" || problem === "notSearched"));
      ok(
        open.every((index) => unseen.includes(index)),
        "a picture that was looked at counts as not compared",
      );
      shown.push(`${lot.count - open.length} of ${lot.count} compared`);
    }
    return { value: undefined, shown: shown.join(", ") };
  });
}
