import { equal } from "node:assert/strict";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { sha256, stringToHex } from "viem";
import { FOUNDERS } from "../cast.ts";
import { buyWithAllowance } from "./ancestors.ts";
import { type Ancestor, PRICES, RATES, type RegisteredRecipe, type Scene, SHARES, type StudioClones } from "./scene.ts";

const CHARTER = "Coastal light, no people, no text. A defect is a file that cannot be opened, is blank or is broken.";

/** Five founders open a studio: one transaction, no role left behind. */
export function openStudio({ cast, teller }: Scene): Promise<StudioClones> {
  return teller.step("create the studio: five founders, one DAO", async () => {
    const studio = await cast.as("registrar").createStudioAndWait({
      name: "Lighthouse Studio",
      symbol: "LIGHT",
      preset: "collective",
      registrar: cast.addressOf("registrar"),
      founders: FOUNDERS.map((founder) => cast.addressOf(founder)),
      charter: sha256(stringToHex(CHARTER)),
    });
    const { timelock, governor, reputation, curation } = studio;
    const read = await cast.as("registrar").getStudio({ studio: studio.studio });
    equal(read.timelock, timelock);
    equal(read.governor, governor);
    const gas = studio.receipt.gasUsed;
    return {
      value: { studio: studio.studio, timelock, governor, reputation, curation },
      shown: `${studio.studio} in one transaction, ${gas} gas`,
    };
  });
}

/** The registrar buys derivative licenses of model and style for the studio and registers how the studio works. */
export function registerWorks(
  scene: Scene,
  studio: StudioClones,
  { model, style }: { model: Ancestor; style: Ancestor },
): Promise<RegisteredRecipe> {
  const { cast, teller } = scene;
  return teller.step("buy two derivative licenses, register the recipe", async () => {
    const parents = [
      {
        asset: model.assetId,
        licenseId: await buyWithAllowance(scene, "registrar", model, studio.timelock, PRICES.derivative),
      },
      {
        asset: style.assetId,
        licenseId: await buyWithAllowance(scene, "registrar", style, studio.timelock, PRICES.style),
      },
    ];
    const recipe = commitRecipe({
      contents: { model: "coastline-xl", steps: ["a lighthouse at dusk", "upscale"], parameters: '{"steps":30}' },
    });
    const registrar = cast.inStudio("registrar", studio);
    const { recipeId, recipe: ordinal } = await registrar.registerRecipeAndWait({
      licensor: studio.timelock,
      kind: "work",
      commitment: recipe.commitment,
      parents,
      split: [
        { account: cast.addressOf("promptEngineer"), weight: SHARES.promptEngineer, roles: ["promptEngineer"] },
        { account: studio.timelock, weight: SHARES.treasury, roles: ["treasury"] },
      ],
    });
    const { stack } = await registrar.getRecipe({ recipeId });
    equal(
      stack,
      RATES.model + RATES.dataset + RATES.style,
      "the works owe their lineage another stack than was licensed",
    );
    const value = { recipeId, recipe: ordinal, commitment: recipe.commitment, contents: recipe };
    return { value, shown: `recipe ${ordinal} owes its lineage ${stack / 10_000} %` };
  });
}
