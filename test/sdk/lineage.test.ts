import { expect } from "chai";
import { checkLineage, type LineageCheck } from "@imprimatur/sdk/compliance";
import type { Address, Hex } from "viem";
import { expectError, setStage, type Stage, YEAR } from "./fixture.ts";
import { buy, type ForSale, fund, putOnSale, type SaleTerms } from "./market.ts";

const PRICE = 10_000_000n;
const PERPETUAL = 2n ** 40n - 1n;

describe("sdk: licenses of a lineage", () => {
  let stage: Stage;
  let token: Address;
  let dataset: ForSale;
  let model: ForSale;
  let work: ForSale;
  let trained: Hex;
  let derived: Hex;

  before(async () => {
    stage = await setStage();
    token = await fund(stage, "TestUSDC", stage.addressOf(2), 10n * PRICE);
    await fund(stage, "TestUSDC", stage.addressOf(3), 10n * PRICE);
    const sell = (seller: number, terms: Pick<SaleTerms, "label" | "kind" | "usages" | "rate" | "parents">) => {
      const split = [{ account: stage.addressOf(seller), weight: 1_000_000 }];
      return putOnSale(stage, { seller, token, price: PRICE, split, ...terms });
    };
    dataset = await sell(1, { label: "dataset", kind: "dataset", usages: ["training"], rate: 50_000 });
    trained = await buy(stage, 2, dataset, PRICE);
    const data = [{ asset: dataset.assetId, licenseId: trained }];
    model = await sell(2, { label: "model", kind: "model", usages: ["derivative"], rate: 100_000, parents: data });
    derived = await buy(stage, 3, model, PRICE);
    const made = [{ asset: model.assetId, licenseId: derived }];
    work = await sell(3, { label: "work", kind: "work", usages: ["personal"], parents: made });
  });

  const check = (recipe: number, ancestors = true): Promise<LineageCheck[]> =>
    checkLineage(stage.reader, { ...stage.addresses, recipe, fromBlock: 0n, ancestors });

  it("refuses a recipe that there is not", async () => {
    await expectError("RecipeUnknownError", () => check(999));
  });

  it("finds no edge where nothing was used", async () => {
    expect(await check(dataset.recipe)).to.deep.equal([]);
  });

  it("checks every edge up to the data: derivative rights for the model, training rights for what it learned from", async () => {
    const none = { own: false, expiry: PERPETUAL, problems: [] };
    const edges = [
      {
        ...{ recipe: work.recipe, parentAsset: model.assetId, parentRecipe: model.recipe, parentKind: "model" },
        ...{ usage: "derivative", licenseId: derived, ...none },
      },
      {
        ...{ recipe: model.recipe, parentAsset: dataset.assetId, parentRecipe: dataset.recipe, parentKind: "dataset" },
        ...{ usage: "training", licenseId: trained, ...none },
      },
    ];
    expect(await check(work.recipe)).to.deep.equal(edges);
    expect(await check(work.recipe, false)).to.deep.equal(edges.slice(0, 1));
  });

  it("needs no license for what the licensor made itself", async () => {
    const licensor = stage.addressOf(2);
    const split = [{ account: licensor, weight: 1_000_000 }];
    const parents = [{ asset: model.assetId, rate: 0 }];
    const { recipe } = await stage.as(2).registerRecipeAndWait({ licensor, kind: "work", split, parents });
    const [edge] = await check(recipe, false);
    expect(edge).to.deep.include({ own: true, licenseId: undefined, expiry: undefined, problems: [] });
  });

  it("says which licenses have expired since", async () => {
    const end = (await stage.now()) + YEAR;
    const terms = { recipeId: dataset.recipeId, token, price: PRICE, end, rate: 50_000, usages: ["training" as const] };
    const { offerId } = await stage.as(1).publishOfferAndWait({ ...terms, duration: 3_600n });
    const licenseId = await buy(stage, 3, { ...dataset, offerId }, PRICE);
    const licensor = stage.addressOf(3);
    const split = [{ account: licensor, weight: 1_000_000 }];
    const parents = [{ asset: dataset.assetId, licenseId }];
    const { recipe } = await stage.as(3).registerRecipeAndWait({ licensor, kind: "model", split, parents });
    expect((await check(recipe))[0]?.problems).to.deep.equal([]);
    await stage.pass(3_601n);
    expect((await check(recipe))[0]).to.deep.include({ licenseId, problems: ["expired"] });
  });
});
