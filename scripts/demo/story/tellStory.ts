import { join } from "node:path";
import { withProgress } from "../console/progress.ts";
import { makeMedia, type MadeMedia } from "../media/makeMedia.ts";
import { compareIndexers } from "./agreement.ts";
import { registerDataset, registerModel } from "./ancestors.ts";
import { auditEverything } from "./audit.ts";
import type { Share, StorySale } from "./books.ts";
import { auditLot, registerCurators } from "./curators.ts";
import { commitFolder } from "./lots.ts";
import { payByVote } from "./payout.ts";
import { fundBuyers } from "./purse.ts";
import { payEverybody } from "./royalties.ts";
import { offerByVote, sellGasless } from "./sale.ts";
import { PRICES, type RegisteredRecipe, type Scene, type StudioClones } from "./scene.ts";
import { openStudio, registerWorks } from "./studio.ts";
import { checkCensus, waitForRelease } from "./verdicts.ts";

/** Where the files of the story come from. */
export interface StoryFiles {
  /** Folder of the sampled lot; undefined: pictures are made. */
  input: string | undefined;
  /** Folder for what is made. */
  workingDirectory: string;
}

/** What the story leaves behind, to go on with. */
export interface StoryEnd {
  studio: StudioClones;
  works: RegisteredRecipe;
  assetId: bigint;
  lotIds: bigint[];
  sales: StorySale[];
  shares: Share[];
}

const SAMPLED = { count: 1_000, seed: 2_026 } as const;
const CENSUS = { count: 240, seed: 7_000, defectEvery: 40 } as const;

/** Tells the whole story, from a dataset to the auditor; every step is asserted. */
export async function tellStory(scene: Scene, files: StoryFiles): Promise<StoryEnd> {
  const { teller } = scene;
  const works = files.input ?? (await makePictures(scene, join(files.workingDirectory, "works"), SAMPLED)).directory;
  const spoiled = await makePictures(scene, join(files.workingDirectory, "spoiled"), CENSUS);
  await fundBuyers(scene);

  const dataset = await registerDataset(scene);
  const model = await registerModel(scene, dataset);
  const studio = await openStudio(scene);
  const recipe = await registerWorks(scene, studio, model);
  const sampled = await commitFolder(scene, studio, recipe, { title: "commit the works", directory: works, nonce: 1n });
  const census = await commitFolder(scene, studio, recipe, {
    title: "commit a small lot with planted defects",
    directory: spoiled.directory,
    nonce: 2n,
  });

  const curators = await registerCurators(scene, studio);
  await teller.step("the seed blocks pass", async () => {
    await scene.clock.mine(SEED_DELAY);
    return { value: undefined, shown: `${SEED_DELAY} blocks` };
  });
  const worksVerdict = await auditLot(scene, studio, curators, sampled, "audit the works");
  const censusVerdict = await auditLot(scene, studio, curators, census, "audit the small lot");
  await checkCensus(scene, census, censusVerdict, spoiled.defects);
  await waitForRelease(scene, studio, { works: sampled, worksVerdict, censusVerdict });

  const offerId = await offerByVote(scene, studio, recipe);
  const { assetId } = await sellGasless(scene, offerId, sampled, worksVerdict);
  const sales = [
    { title: "training license", recipe: dataset, paid: PRICES.training },
    { title: "derivative license", recipe: model, paid: PRICES.derivative },
    { title: "license, gasless", recipe, paid: PRICES.commercial },
  ];
  const shares = await payEverybody(scene, studio, { works: recipe, model, dataset }, sales);
  const payout = await payByVote(scene, studio);
  const lotIds = [worksVerdict.lotId, censusVerdict.lotId];
  const recipes = [dataset.recipe, model.recipe, recipe.recipe];
  await compareIndexers(scene, { studio, lotIds, recipes, proposalIds: [payout], shares });
  await auditEverything(scene, [worksVerdict, censusVerdict], shares);
  return { studio, works: recipe, assetId, lotIds, sales, shares };
}

/** Blocks until the later of the two seed blocks lies in the past. */
const SEED_DELAY = 33;

function makePictures(
  { teller }: Scene,
  directory: string,
  pictures: { count: number; seed: number; defectEvery?: number },
): Promise<MadeMedia> {
  const { count, seed, defectEvery = 0 } = pictures;
  return teller.step(`make ${count} pictures`, async () => {
    const made = await withProgress("drawing", count, (onFile) =>
      makeMedia(directory, count, { seed, defectEvery, onFile }),
    );
    return { value: made, shown: `PNG and SVG, ${made.defects.length} spoiled on purpose` };
  });
}
