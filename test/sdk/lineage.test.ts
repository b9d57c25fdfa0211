import { expect } from "chai";
import { checkLineage, type LineageCheck } from "@imprimatur/sdk/compliance";
import { type Address, type Hex, keccak256, stringToHex } from "viem";
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
    await fund(stage, "TestUSDC", stage.addressOf(3), 20n * PRICE);
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

  /** A license of the dataset or the model that runs for an hour, and what is bought by it. */
  const sell = async (seller: number, { recipeId }: ForSale, usage: "training" | "derivative", terms = {}) => {
    const offer = { recipeId, token, price: PRICE, end: (await stage.now()) + YEAR, usages: [usage], rate: 50_000 };
    return (await stage.as(seller).publishOfferAndWait({ ...offer, duration: 3_600n, ...terms })).offerId;
  };

  it("counts the license of the last renewal, not the one that expired", async () => {
    const offerId = await sell(1, dataset, "training");
    const licenseId = await buy(stage, 3, { ...dataset, offerId }, PRICE);
    const licensor = stage.addressOf(3);
    const split = [{ account: licensor, weight: 1_000_000 }];
    const commitment = keccak256(stringToHex("renewed"));
    const parents = [{ asset: dataset.assetId, licenseId }];
    const input = { licensor, kind: "model" as const, commitment, split, parents };
    const { recipe } = await stage.as(3).registerRecipeAndWait(input);
    await stage.pass(3_601n);
    expect((await check(recipe))[0]).to.deep.include({ licenseId, problems: ["expired"] });
    const renewed = await buy(stage, 3, { ...dataset, offerId }, PRICE);
    await stage.as(3).renewRecipeAndWait({ ...input, renewals: [{ asset: dataset.assetId, licenseId: renewed }] });
    expect((await check(recipe))[0]).to.deep.include({ licenseId: renewed, problems: [] });
    await stage.pass(3_601n);
    expect((await check(recipe))[0]).to.deep.include({ licenseId: renewed, problems: ["expired"] });
  });

  it("misses the license of a parent that went to somebody else after it was used as one's own", async () => {
    const licensor = stage.addressOf(2);
    const split = [{ account: licensor, weight: 1_000_000 }];
    const terms = { seller: 2, token, price: PRICE, split, kind: "work" as const, usages: ["personal" as const] };
    const mine = await putOnSale(stage, { ...terms, label: "given away" });
    const commitment = keccak256(stringToHex("made of it"));
    const parents = [{ asset: mine.assetId, rate: 0 }];
    const { recipe } = await stage.as(2).registerRecipeAndWait({ licensor, kind: "work", commitment, split, parents });
    expect((await check(recipe))[0]).to.deep.include({ own: true, problems: [] });
    await stage.as(2).offerControlAndWait({ recipeId: mine.recipeId, to: stage.addressOf(4) });
    await stage.as(4).acceptControlAndWait({ recipeId: mine.recipeId });
    expect((await check(recipe))[0]).to.deep.include({ own: false, licenseId: undefined, problems: ["unlicensed"] });
  });

  it("says what is wrong with any license that a registration names: the registry's word is not taken", async () => {
    // The registry refuses all of these, so the log is told otherwise; the licenses are real.
    const naming = (licenseId: Hex): Promise<LineageCheck[]> => {
      const request = (async (call: never) => {
        const text = JSON.stringify(await (stage.reader.request as (call: never) => Promise<unknown>)(call));
        return JSON.parse(text.replaceAll(derived.slice(2), licenseId.slice(2))) as unknown;
      }) as typeof stage.reader.request;
      const client = { ...stage.reader, request };
      const { recipe } = work;
      return checkLineage(client, { ...stage.addresses, recipe, fromBlock: 0n, ancestors: false });
    };
    const problemsOf = async (licenseId: Hex) => (await naming(licenseId))[0]!.problems;
    expect(await problemsOf(derived), "as it is").to.deep.equal([]);
    expect(await problemsOf(keccak256("0x01")), "never granted").to.deep.equal(["ended"]);
    expect(await problemsOf(trained)).to.deep.equal(["wrongUsage", "wrongAsset", "usedElsewhere"]);

    const perpetual = { duration: "perpetual" as const, rate: 100_000 };
    const commercial = await sell(2, model, "derivative", { ...perpetual, usages: ["commercial", "training"] });
    expect(await problemsOf(await buy(stage, 3, { ...model, offerId: commercial }, PRICE))).to.deep.equal([
      "wrongUsage",
    ]);

    const split = [{ account: stage.addressOf(2), weight: 1_000_000 }];
    const other = { seller: 2, token, price: PRICE, split, kind: "model" as const, usages: ["derivative" as const] };
    const second = await putOnSale(stage, { ...other, label: "second model", rate: 100_000 });
    expect(await problemsOf(await buy(stage, 3, second, PRICE))).to.deep.equal(["wrongAsset"]);

    const used = await buy(stage, 3, model, PRICE);
    expect(await problemsOf(used), "not used yet").to.deep.equal([]);
    const licensor = stage.addressOf(3);
    const own = [{ account: licensor, weight: 1_000_000 }];
    const commitment = keccak256(stringToHex("another work"));
    const parents = [{ asset: model.assetId, licenseId: used }];
    await stage.as(3).registerRecipeAndWait({ licensor, kind: "work", commitment, split: own, parents });
    expect(await problemsOf(used)).to.deep.equal(["usedElsewhere"]);

    const refundable = await sell(2, model, "derivative", { ...perpetual, refundWindow: 3_600, penalty: 100_000 });
    const returned = await buy(stage, 3, { ...model, offerId: refundable }, PRICE);
    expect(await problemsOf(returned), "not returned yet").to.deep.equal([]);
    await stage.as(3).refundLicenseAndWait({ licenseId: returned });
    expect(await problemsOf(returned)).to.deep.equal(["ended"]);
  });
});
