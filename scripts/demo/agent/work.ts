import { deepEqual, equal, ok } from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { assetAt } from "@imprimatur/sdk";
import {
  type Brief,
  type ChainReport,
  type Generator,
  proceduralGenerator,
  runChain,
  type WorkReport,
} from "@imprimatur/sdk/agent";
import { addressesOf } from "@imprimatur/sdk/addresses";
import { createDevelopmentSigner, verifyFile } from "@imprimatur/sdk/c2pa";
import {
  assertScreened,
  buildHashIndex,
  buildTextIndex,
  indexProvider,
  textProvider,
} from "@imprimatur/sdk/compliance";
import type { BuiltLot } from "@imprimatur/sdk/lot";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { encodePng, fileStore, fileWorkJournal, hashImage } from "@imprimatur/sdk/node";
import { type ContentStore, digestOf, readLot } from "@imprimatur/sdk/storage";
import { keccak256, stringToBytes } from "viem";
import { auditLot, registerCurators, type Verdict } from "../story/curators.ts";
import { ONE, type Scene, usdc } from "../story/scene.ts";
import { connectAs, guardedBy, type Leash, PROMPTS } from "./leash.ts";
import { REWARDS } from "./vote.ts";

/** What the agent made, and where it is. */
export interface Work {
  reports: ChainReport;
  store: ContentStore;
  trustAnchors: string;
  directory: string;
}

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
  name: "imprimatur-storyteller-1",
  generate: ({ brief, seed }) => {
    const lines = LINES.map((_, place) => LINES[(place + seed) % LINES.length] ?? "");
    const text = `# ${brief.title}\n\n${lines.map((line, place) => `${place + 1}. ${line}`).join("\n")}\n`;
    return Promise.resolve({ name: "script.md", mediaType: "text/markdown", bytes: stringToBytes(text) });
  },
};

/** The agent works through its milestones: each lot generated, screened, signed, committed and delivered. */
export async function makeComic(scene: Scene, leash: Leash, workingDirectory: string): Promise<Work> {
  const { stack, teller } = scene;
  const { house, commissionId } = leash;
  const agent = guardedBy(scene, leash, PROMPTS[0]);
  const client = connectAs(scene, house, "agent", agent);
  const store = fileStore(join(workingDirectory, "blocks"));
  const { signer, trustAnchors } = await createDevelopmentSigner({ organization: "Portrait House" });
  const painter = proceduralGenerator({ encode: encodePng, width: 256, height: 256 });
  const fromBlock = await client.getBlockNumber({ cacheTime: 0 });
  const links = Object.fromEntries(
    BRIEFS.map((brief, place) => [
      place,
      {
        brief,
        generator: place === 0 ? writer : painter,
        recipe: (parents: readonly { asset: bigint }[]) => registerRecipe(scene, leash, brief.title, parents),
      },
    ]),
  );
  const parameters = {
    ...{ client, agent, addresses: addressesOf(stack.deployment.contracts), gate: house.curation, links, commissionId },
    ...{ commissions: house.commissions, store, signing: { signer }, fromBlock, interval: 200 },
    screening: {
      providers: [
        indexProvider({ index: buildHashIndex([]), name: "pictures", corpus: "the house's own, none yet" }),
        textProvider({ index: buildTextIndex([]), name: "texts", corpus: "the house's own, none yet" }),
      ],
    },
    fingerprint: ({ bytes, mediaType }: { bytes: Uint8Array; mediaType: string }) =>
      mediaType.startsWith("image/") ? hashImage(bytes) : Promise.resolve(undefined),
  };
  return teller.step("the agent makes a script, characters, panels", async () => {
    const journal = fileWorkJournal(join(workingDirectory, "comic.journal"));
    const chain = runChain({ ...parameters, journal });
    const steps: string[] = [];
    let next = await chain.next();
    for (; next.done !== true; next = await chain.next()) steps.push(next.value.step);
    equal(steps.filter((step) => step === "delivered").length, 3);
    const reports = next.value;
    const quota = await client.getMandateQuota({ gate: house.curation, agent: agent.address });
    equal(quota.used, 7, "other assets count against the quota than were committed");
    const value = { reports, store, trustAnchors, directory: join(workingDirectory, "comic") };
    return {
      value,
      shown: `${quota.used} assets in ${reports.length} lots, ${quota.used} of ${quota.perDay} of the day`,
    };
  });
}

/** The registrar registers how a lot is made, with the lots it builds on as parents. */
async function registerRecipe(scene: Scene, { house }: Leash, title: string, parents: readonly { asset: bigint }[]) {
  const { commitment } = commitRecipe({ contents: { model: title }, secret: keccak256(stringToBytes(title)) });
  const { recipeId } = await scene.cast.inStudio("registrar", house).registerRecipeAndWait({
    ...{ licensor: house.timelock, kind: "work", commitment, parents },
    split: [{ account: house.timelock, weight: ONE, roles: ["treasury"] }],
  });
  return { recipeId, commitment };
}

/** Every delivered file is a birth certificate that the chain knows; a changed copy is refused. */
export function checkFiles({ stack, teller, cast }: Scene, { house }: Leash, work: Work): Promise<void> {
  return teller.step("certificates, screening and lineage hold", async () => {
    const reader = cast.inStudio("relayer", house);
    const assetRegistry = stack.deployment.addressOf("AssetRegistry");
    let checked = 0;
    for (const { report } of work.reports) {
      const lot = await readLot(work.store, report.manifest);
      await assertScreened({ lot, store: work.store, screeners: [cast.addressOf("agent")] });
      for (const { index, cid, mediaType } of lot.rows) {
        if (!mediaType.startsWith("image/")) continue;
        const file = await work.store.get(digestOf(cid));
        const verify = (bytes: Uint8Array) =>
          verifyFile(bytes, {
            ...{ trustAnchors: work.trustAnchors, assetId: assetAt(report.lotId, index) },
            record: { client: reader, assetRegistry, lot },
          });
        const { outcome, checks } = await verify(file);
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

/** Curators judge the lots; once these are releasable, the escrow pays. The agent's sponsor judges none of them. */
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
    const earned = await anybody.getRoyaltyBalance({ token, payee: cast.addressOf("agent") });
    equal(
      earned,
      REWARDS.reduce((sum, reward) => sum + reward, 0n),
    );
    const { milestones } = await anybody.getCommission({ commissionId });
    ok(milestones.every(({ status }) => status === "paid"));
    return { value: undefined, shown: `${usdc(earned)} credited, the pot is empty` };
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
