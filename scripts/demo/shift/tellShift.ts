import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { assetAt } from "@imprimatur/sdk";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { withProgress } from "../console/progress.ts";
import { makeDrawings } from "../media/makeDrawings.ts";
import type { MadeMedia } from "../media/makeMedia.ts";
import { commitFolder } from "../story/lots.ts";
import type { RegisteredRecipe, Scene, StudioClones } from "../story/scene.ts";
import { openStudio } from "../story/studio.ts";
import { auditBooks } from "./audit.ts";
import { plantedIn, type ShiftContext } from "./context.ts";
import { type Crew, startCrew } from "./crew.ts";
import { awaitVerdict, challengeRest, judgeChallenges } from "./judging.ts";
import { depositFor, voteForTerms } from "./money.ts";
import { settleAndPay } from "./pay.ts";
import { GasBook, type ShiftReport } from "./report.ts";
import { checkPictures, NONCE, signPictures } from "./signing.ts";

/** One drawing in so many is cut off. */
const DEFECT_EVERY = 2_500;

/** So many are PNG, which can be signed; the others are SVG, which cannot, and are drawn and hashed in no time. */
const PICTURES = 100;

/** One shift: a machine makes thousands of files, five people judge a sample, everybody is paid. */
export async function tellShift(
  scene: Scene,
  shift: { assets: number; workingDirectory: string },
): Promise<ShiftReport> {
  const media = await draw(scene, join(shift.workingDirectory, "shift"), shift.assets);
  const studio = await openStudio(scene);
  const recipe = await registerDrawings(scene, studio);
  await voteForTerms(scene, studio);
  await depositFor(scene, studio, ["registrar", "volunteer"]);
  await using crew = await hire(scene, studio);

  const gas = new GasBook();
  const pictures = await signPictures(scene, recipe, media);
  const committed = await commitFolder(scene, studio, recipe, {
    title: "commit one root for all of them",
    directory: media.directory,
    nonce: NONCE,
    items: pictures.items,
  });
  await gas.note("commit", scene, studio, committed.lot.lotId);
  const context = { scene, studio, crew, media, gas, lot: committed.lot };
  const verdict = await awaitVerdict(context);
  const dispute = await challengeRest(context, verdict);
  const panel = await judgeChallenges(context, verdict, dispute);
  await checkRelease(context);
  await checkPictures(context, pictures);
  const pay = await settleAndPay(context, panel);
  await auditBooks(context, verdict);
  return {
    assets: media.count,
    curators: crew.curators.length,
    gas,
    sampled: verdict.sampled,
    disputed: panel.pieces,
    pay,
  };
}

function draw({ teller }: Scene, directory: string, count: number): Promise<MadeMedia> {
  return teller.step(`draw ${count.toLocaleString("en-US")} files`, async () => {
    const defects = Math.max(1, Math.floor(count / DEFECT_EVERY));
    const media = await withProgress("drawing", count, (onFile) =>
      makeDrawings(directory, count, { seed: 41, defects, pictures: PICTURES, onFile }),
    );
    return { value: media, shown: `${defects} cut off on purpose` };
  });
}

/** How the files are made; nothing of others is in it. */
function registerDrawings({ cast, teller }: Scene, studio: StudioClones): Promise<RegisteredRecipe> {
  return teller.step("register how they are made", async () => {
    const recipe = commitRecipe({ contents: { steps: ["circles and bars"], parameters: '{"seed":41}' } });
    const registered = await cast.inStudio("registrar", studio).registerRecipeAndWait({
      licensor: studio.timelock,
      kind: "work",
      commitment: recipe.commitment,
      split: [{ account: studio.timelock, weight: 1_000_000, roles: ["treasury"] }],
    });
    const value = { recipeId: registered.recipeId, recipe: registered.recipe, commitment: recipe.commitment };
    return { value, shown: `recipe ${value.recipe}` };
  });
}

function hire(scene: Scene, studio: StudioClones): Promise<Crew> {
  return scene.teller.step("start a ballot box and five curators", async () => {
    const crew = await startCrew(scene, studio);
    return { value: crew, shown: `six processes, ${crew.boxUrl}` };
  });
}

/** All good files may be licensed, by time alone; the cut off ones never. */
function checkRelease(context: ShiftContext): Promise<void> {
  const { scene, studio, lot } = context;
  return scene.teller.step("what is good may be licensed", async () => {
    const reader = scene.cast.inStudio("relayer", studio);
    const { blocked, releasableAt } = await reader.getLot({ lotId: lot.lotId });
    ok((await scene.clock.now()) >= releasableAt, "the window is still open");
    deepEqual([...blocked], plantedIn(context), "other files are blocked than were cut off");
    for (const index of [0, 1, lot.count - 2, ...blocked]) {
      const { releasable } = await reader.getAsset({ assetId: assetAt(lot.lotId, index) });
      equal(releasable, !blocked.includes(index), `asset ${index}`);
    }
    return { value: undefined, shown: `${(lot.count - blocked.length).toLocaleString("en-US")} of ${lot.count}` };
  });
}
