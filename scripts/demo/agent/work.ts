import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { assetAt } from "@imprimatur/sdk";
import {
  type Brief,
  type ChainLink,
  type ChainReport,
  type Generator,
  proceduralGenerator,
  runChain,
  type WorkRecipe,
  type WorkReport,
} from "@imprimatur/sdk/agent";
import { addressesOf } from "@imprimatur/sdk/addresses";
import {
  type ClaimSigner,
  commitToField,
  createDevelopmentSigner,
  type LicenseTerms,
  verifyFile,
} from "@imprimatur/sdk/c2pa";
import {
  assertScreened,
  buildHashIndex,
  buildTextIndex,
  indexProvider,
  textProvider,
} from "@imprimatur/sdk/compliance";
import type { BuiltLot } from "@imprimatur/sdk/lot";
import { commitRecipe, discloseRecipeField } from "@imprimatur/sdk/merkle";
import { encodePng, fileStore, fileWorkJournal, hashImageViews } from "@imprimatur/sdk/node";
import { type ContentStore, digestOf, readLot } from "@imprimatur/sdk/storage";
import { keccak256, stringToBytes } from "viem";
import { auditLot, registerCurators, type Verdict } from "../story/curators.ts";
import { ONE, type Scene, usdc } from "../story/scene.ts";
import { type AgentName, AGENTS, connectAs, guardedBy, type Leash, PROMPTS } from "./leash.ts";
import { keepTerms, PERMISSIONS } from "./terms.ts";
import { QUOTAS, REWARDS } from "./vote.ts";

/** What the agents made, and where it is. */
export interface Work {
  reports: ChainReport;
  store: ContentStore;
  license: LicenseTerms;
  trustAnchors: string;
  directory: string;
}

/** Folder of files, reports and manifests. */
export const BLOCKS = "blocks";

const BRIEFS: readonly Brief[] = [
  { title: "Script", text: "A script of one page: a lamp that is afraid of the dark.", count: 1, seed: 11 },
  { title: "Characters", text: "The lamp, and the night.", count: 2, seed: 12 },
  { title: "Panels", text: "Four panels of the script, with the characters.", count: 4, seed: 13 },
];
const LINES = [
  "The lamp wakes.",
  "The night knocks.",
  "They count the stars.",
  "The lamp stays on.",
  "Nobody is afraid.",
];

/** Writes a script from its seed: a generator of texts that needs no service. */
const writer: Generator = {
  name: AGENTS.writer.model,
  generate: ({ brief, seed }) => {
    const lines = LINES.map((_, place) => LINES[(place + seed) % LINES.length] ?? "");
    const text = `# ${brief.title}\n\n${lines.map((line, place) => `${place + 1}. ${line}`).join("\n")}\n`;
    return Promise.resolve({ name: "script.md", mediaType: "text/markdown", bytes: stringToBytes(text) });
  },
};

/**
 * Both agents work side by side: the writer on the script, the painter on characters and panels once what these need is
 * delivered. Each lot is generated, screened, signed, committed and delivered.
 */
export async function makeComic(scene: Scene, leash: Leash, workingDirectory: string): Promise<Work> {
  const { teller } = scene;
  const store = fileStore(join(workingDirectory, BLOCKS));
  const { signer, trustAnchors } = await createDevelopmentSigner({ organization: "Portrait House" });
  const place = { store, signer, workingDirectory, license: await keepTerms(store) };
  return teller.step("two agents make script, characters, panels", async () => {
    const waiting = Promise.withResolvers<undefined>();
    const painting = workAs(scene, leash, "painter", { ...place, onWait: () => waiting.resolve(undefined) });
    equal(await Promise.race([waiting.promise, painting]), undefined, "the painter did not wait for the script");
    const [written, painted] = await Promise.all([workAs(scene, leash, "writer", place), painting]);
    equal([...written.steps, ...painted.steps].filter((step) => step === "delivered").length, BRIEFS.length);
    deepEqual([written.used, painted.used], [1, 6], "other assets count against the quotas than were committed");
    const reports = [...written.reports, ...painted.reports];
    const { license } = place;
    const value = { reports, store, license, trustAnchors, directory: join(workingDirectory, "comic") };
    const shown = `7 assets in ${reports.length} lots, ${painted.used} of the painter's ${QUOTAS.painter} a day`;
    return { value, shown };
  });
}

interface Workplace {
  store: ContentStore;
  license: LicenseTerms;
  signer: ClaimSigner;
  workingDirectory: string;
  /** Called when a milestone waits for another agent's. */
  onWait?: () => void;
}

/** One agent on its leash works through the milestones that it is assigned. */
async function workAs(
  scene: Scene,
  leash: Leash,
  name: AgentName,
  { store, signer, license, workingDirectory, onWait }: Workplace,
) {
  const { house, commissionId } = leash;
  const mandateId = name === "writer" ? leash.writer : leash.mandateId;
  const agent = guardedBy(scene, { house, mandateId }, PROMPTS[0], name);
  const client = connectAs(scene, house, AGENTS[name].role, agent);
  const chain = runChain({
    ...{ client, agent, addresses: addressesOf(scene.stack.deployment.contracts), gate: house.curation, commissionId },
    ...{ commissions: house.commissions, store, signing: { signer, permissions: PERMISSIONS }, interval: 200 },
    links: linksOf(scene, leash, license),
    fromBlock: await client.getBlockNumber({ cacheTime: 0 }),
    journal: fileWorkJournal(join(workingDirectory, `${name}.journal`)),
    screening: {
      providers: [
        indexProvider({ index: buildHashIndex([]), name: "pictures", corpus: "the house's own, none yet" }),
        textProvider({ index: buildTextIndex([]), name: "texts", corpus: "the house's own, none yet" }),
      ],
    },
    fingerprint: ({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }) =>
      mediaType.startsWith("image/") ? hashImageViews(bytes) : Promise.resolve(undefined),
  });
  const steps: string[] = [];
  let next = await chain.next();
  for (; next.done !== true; next = await chain.next()) {
    steps.push(next.value.step);
    if (next.value.step === "waiting") onWait?.();
  }
  const { used } = await client.getMandateQuota({ gate: house.curation, agent: agent.address });
  return { steps, reports: next.value, used };
}

/** How each milestone is made. */
function linksOf(scene: Scene, leash: Leash, license: LicenseTerms): Record<number, ChainLink> {
  const painter = proceduralGenerator({ encode: encodePng, width: 256, height: 256 });
  return Object.fromEntries(
    BRIEFS.map((brief, place) => {
      const generator = place === 0 ? writer : painter;
      const recipe: ChainLink["recipe"] = async (parents) => ({
        ...(await registerRecipe(scene, leash, { brief, generator, parents })),
        license,
      });
      return [place, { brief, generator, recipe }];
    }),
  );
}

/** The registrar registers how a lot is made, with the lots it builds on as parents; files name the model. */
async function registerRecipe(
  scene: Scene,
  { house }: Leash,
  { brief, generator, parents }: { brief: Brief; generator: Generator; parents: readonly { asset: bigint }[] },
): Promise<Omit<WorkRecipe, "license">> {
  const contents = { model: generator.name, steps: [brief.text] };
  const recipe = commitRecipe({ contents, secret: keccak256(stringToBytes(brief.title)) });
  const { recipeId } = await scene.cast.inStudio("registrar", house).registerRecipeAndWait({
    ...{ licensor: house.timelock, kind: "work", commitment: recipe.commitment, parents },
    split: [{ account: house.timelock, weight: ONE, roles: ["treasury"] }],
  });
  return {
    ...{ recipeId, commitment: recipe.commitment },
    disclosures: [discloseRecipeField(recipe, "model")],
    promptCommitments: [commitToField(recipe, "step/0")],
  };
}

/** Every delivered file is a birth certificate that the chain knows; a changed copy is refused. */
export function checkFiles({ stack, teller, cast }: Scene, { house }: Leash, work: Work): Promise<void> {
  return teller.step("certificates, screening and lineage hold", async () => {
    const reader = cast.inStudio("relayer", house);
    const assetRegistry = stack.deployment.addressOf("AssetRegistry");
    let checked = 0;
    for (const { milestone, report } of work.reports) {
      const screener = AGENTS[milestone === 0 ? "writer" : "painter"].role;
      const lot = await readLot(work.store, report.manifest);
      await assertScreened({ lot, store: work.store, screeners: [cast.addressOf(screener)] });
      for (const { index, cid, mediaType } of lot.rows) {
        if (!mediaType.startsWith("image/")) continue;
        const file = await work.store.get(digestOf(cid));
        const verify = (bytes: Uint8Array) =>
          verifyFile(bytes, {
            ...{ trustAnchors: work.trustAnchors, assetId: assetAt(report.lotId, index) },
            record: { client: reader, assetRegistry, lot },
          });
        const { outcome, checks, manifest } = await verify(file);
        deepEqual([manifest?.permissions, manifest?.birth?.license], [PERMISSIONS, work.license]);
        const open = checks
          .filter((check) => check.outcome !== "passed")
          .map(({ check, reason }) => `${check}: ${reason}`);
        equal(outcome, "verified", open.join("; "));
        const tampered = Uint8Array.from(file);
        tampered[file.length - 40] = (tampered[file.length - 40] ?? 0) ^ 1;
        equal((await verify(tampered)).outcome, "refused");
        checked += 1;
      }
    }
    const panels = work.reports.at(-1)?.report as WorkReport;
    const { recipe } = await reader.getLot({ lotId: panels.lotId });
    equal((await reader.getLineage({ recipe })).length, 3, "the panels do not name script and characters as parents");
    return { value: undefined, shown: `${checked} pictures verified, ${checked} changed copies refused` };
  });
}

/** Curators judge the lots; once these are releasable, the escrow pays. The agents' sponsor judges none of them. */
export async function judgeAndPay(scene: Scene, leash: Leash, work: Work): Promise<void> {
  const { cast, clock, teller, token } = scene;
  const { house, commissionId } = leash;
  const curators = (await registered(scene, leash)).filter(({ role }) => role !== "founder4");
  await clock.mine(SEED_DELAY);
  const verdicts: Verdict[] = [];
  for (const [place, { report }] of work.reports.entries()) {
    const lot = await savedLot(work, report);
    const directory = join(work.directory, String(place));
    verdicts.push(await auditLot(scene, house, curators, { lot, directory }, `curators judge milestone ${place}`));
  }
  await teller.step("accepted lots pay their milestones", async () => {
    deepEqual(
      verdicts.map(({ status }) => status),
      ["accepted", "accepted", "accepted"],
    );
    const anybody = connectAs(scene, house, "relayer");
    const last = verdicts.map(({ releasableAt }) => releasableAt).reduce((one, other) => (one > other ? one : other));
    await clock.passUntil(last);
    for (const milestone of REWARDS.keys()) await anybody.payMilestoneAndWait({ commissionId, milestone });
    const earnedBy = (name: AgentName) =>
      anybody.getRoyaltyBalance({ token, payee: cast.addressOf(AGENTS[name].role) });
    const [written, painted] = [await earnedBy("writer"), await earnedBy("painter")];
    deepEqual([written, painted], [REWARDS[0], REWARDS[1] + REWARDS[2]]);
    const { milestones } = await anybody.getCommission({ commissionId });
    ok(milestones.every(({ status }) => status === "paid"));
    return { value: undefined, shown: `${usdc(written)} to the writer, ${usdc(painted)} to the painter` };
  });
}

const SEED_DELAY = 33;
const known = new WeakMap<Leash, Promise<Awaited<ReturnType<typeof registerCurators>>>>();

/** A gate takes lots once there are curators to judge them. */
export function registered(scene: Scene, leash: Leash): ReturnType<typeof registerCurators> {
  const found = known.get(leash) ?? registerCurators(scene, leash.house);
  known.set(leash, found);
  return found;
}

/** A lot as its publisher has it, with its files in a folder for the curators. */
async function savedLot({ store, directory, reports }: Work, report: WorkReport): Promise<BuiltLot> {
  const place = reports.findIndex((each) => each.report === report);
  const folder = join(directory, String(place));
  await mkdir(folder, { recursive: true });
  const { rows, tree } = await readLot(store, report.manifest);
  for (const { name, cid } of rows) await writeFile(join(folder, name), await store.get(digestOf(cid)));
  const { lotId, count, root, manifest } = report;
  const input = { recipeId: root, nonce: 0n, root, count, manifest };
  return { lotId, count, root, manifest, input, rows, tree, store };
}
