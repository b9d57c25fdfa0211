import { join } from "node:path";
import { withProgress } from "../console/progress.ts";
import { makeMedia, type MadeMedia } from "../media/makeMedia.ts";
import type { DevelopmentSigner } from "@imprimatur/sdk/c2pa";
import { compareIndexers } from "./agreement.ts";
import { registerDataset, registerModel, registerStyle } from "./ancestors.ts";
import { auditEverything } from "./audit.ts";
import { checkBirths, checkReports, commitSigned, openAuthority, type SignedLot } from "./birth.ts";
import { type Books, incomesOf, type Lineage, type StorySale } from "./books.ts";
import { auditLot, registerCurators, type Verdict } from "./curators.ts";
import { offerByAgent } from "./licensing/agency.ts";
import { fillBasket } from "./licensing/basket.ts";
import { checkCertificate } from "./licensing/certificate.ts";
import { sellExclusively } from "./licensing/exclusive.ts";
import { sellGasless } from "./licensing/gasless.ts";
import { type HandedOver, handOver } from "./licensing/handOver.ts";
import { offerByVote } from "./licensing/priceList.ts";
import { giveBack } from "./licensing/refund.ts";
import { sellTitle } from "./licensing/title.ts";
import { payByVote } from "./payout.ts";
import { type Pieces, pickPieces } from "./pieces.ts";
import { fundBuyers } from "./purse.ts";
import { payEverybody, payVolunteer } from "./royalties.ts";
import { PRICES, type RegisteredRecipe, type Scene, type StudioClones } from "./scene.ts";
import { stateEarnings } from "./statement.ts";
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
export interface StoryEnd extends Books {
  studio: StudioClones;
  works: RegisteredRecipe;
  /** A license that changed hands. */
  license: HandedOver;
}

const SAMPLED = { count: 1_000, seed: 2_026 } as const;
const CENSUS = { count: 240, seed: 7_000, defectEvery: 40 } as const;

/** Tells the whole story, from a dataset to the auditor; every step is asserted. */
export async function tellStory(scene: Scene, files: StoryFiles): Promise<StoryEnd> {
  const drawn = join(files.workingDirectory, "drawn");
  const from = files.input ?? (await makePictures(scene, join(drawn, "works"), SAMPLED)).directory;
  const spoiled = await makePictures(scene, join(drawn, "spoiled"), CENSUS);
  await fundBuyers(scene);

  const dataset = await registerDataset(scene);
  const model = await registerModel(scene, dataset);
  const style = await registerStyle(scene);
  const studio = await openStudio(scene);
  const works = await registerWorks(scene, studio, { model, style });
  const lineage = { works, model, style, dataset };
  const authority = await openAuthority(scene);
  const { workingDirectory } = files;
  const { pieces, verdicts } = await curate(scene, studio, works, { from, spoiled, workingDirectory, authority });

  const { license, sales } = await sell(scene, studio, lineage, pieces);
  await checkCertificate(scene, license);
  const incomes = incomesOf(lineage, sales);
  const paid = await payEverybody(scene, studio, incomes);
  const shares = [...paid, await payVolunteer(scene, lineage, { sales, incomes, shares: paid })];
  const payout = await payByVote(scene, studio);
  await stateEarnings(scene, studio, shares);
  const lotIds = verdicts.map(({ lotId }) => lotId);
  const recipes = [dataset, model, style, works].map(({ recipe }) => recipe);
  await compareIndexers(scene, {
    studio,
    lotIds,
    recipes,
    proposalIds: [payout],
    shares,
    licenseIds: [license.licenseId],
  });
  await auditEverything(scene, verdicts, shares);
  return { studio, works, license, sales, incomes, shares };
}

/** What both lots are made of. */
interface Materials {
  /** Files of the sampled lot, as they were drawn. */
  from: string;
  spoiled: MadeMedia;
  /** Where the signed files go. */
  workingDirectory: string;
  authority: DevelopmentSigner;
}

/** Both lots, from the commit to the day on which they may be sold. */
async function curate(
  scene: Scene,
  studio: StudioClones,
  recipe: RegisteredRecipe,
  { from, spoiled, workingDirectory, authority }: Materials,
): Promise<{ pieces: Pieces; verdicts: Verdict[] }> {
  const commit = (title: string, name: string, folder: string, nonce: bigint): Promise<SignedLot> =>
    commitSigned(scene, studio, recipe, {
      title,
      from: folder,
      directory: join(workingDirectory, name),
      nonce,
      authority,
    });
  // A gate takes lots once there are curators to judge them.
  const curators = await registerCurators(scene, studio);
  const works = await commit("commit the works", "works", from, 1n);
  const census = await commit("commit a small lot with planted defects", "spoiled", spoiled.directory, 2n);
  await checkReports(scene, [works, census]);
  await scene.teller.step("the seed blocks pass", async () => {
    await scene.clock.mine(SEED_DELAY);
    return { value: undefined, shown: `${SEED_DELAY} blocks` };
  });
  const worksVerdict = await auditLot(scene, studio, curators, works, "audit the works");
  const censusVerdict = await auditLot(scene, studio, curators, census, "audit the small lot");
  await checkCensus(scene, census, censusVerdict, spoiled.defects);
  await waitForRelease(scene, studio, { works, worksVerdict, censusVerdict });
  await checkBirths(scene, authority, { lot: works, verdict: worksVerdict }, { lot: census, verdict: censusVerdict });
  return {
    pieces: pickPieces(works, worksVerdict, census, censusVerdict),
    verdicts: [worksVerdict, censusVerdict],
  };
}

/** Every way in which the studio sells, and all that was sold before. */
async function sell(
  scene: Scene,
  studio: StudioClones,
  { works, model, style, dataset }: Lineage,
  pieces: Pieces,
): Promise<{ license: HandedOver; sales: StorySale[] }> {
  const offers = await offerByVote(scene, studio, works, pieces);
  const team = await offerByAgent(scene, works);
  const gasless = await sellGasless(scene, offers.commercial, works, pieces.popular);
  const basket = await fillBasket(scene, works, offers.commercial, pieces);
  const title = await sellTitle(scene, works, offers.title, pieces.titled);
  const exclusive = await sellExclusively(scene, works, offers, pieces.exclusive);
  const penalty = await giveBack(scene, works, team, pieces.shared);
  const license = await handOver(scene, works, team, pieces.shared);
  const ancestral = [
    { title: "training license", recipe: dataset, paid: PRICES.training },
    { title: "derivative license", recipe: model, paid: PRICES.derivative },
    { title: "derivative license", recipe: style, paid: PRICES.style },
  ];
  const sales = [...ancestral, gasless, ...basket, title, exclusive, penalty, license.sale];
  return { license, sales };
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
