import { equal } from "node:assert/strict";
import { assetAt, toLotId } from "@imprimatur/sdk";
import { buildMerkleSplit, commitRecipe, hashLeaf, type MerkleSplit, toLeaf } from "@imprimatur/sdk/merkle";
import { getAddress, type Hex, keccak256, sha256, slice, stringToHex } from "viem";
import type { Cast, Role } from "../cast.ts";
import { sendAll } from "./purse.ts";
import { type Ancestor, ONE, PRICES, RATES, type Scene, SHARES, usdc, YEAR } from "./scene.ts";

/** How many people drew for the style, and the one of them whom the story follows. */
export const VOLUNTEERS = 300;
export const VOLUNTEER = { place: 17, drawings: 250n } as const;

/** A style with the lines of its split, of which the chain has the root only. */
export interface Style extends Ancestor {
  split: MerkleSplit;
}

/** A dataset as a single asset, with the two people whose pictures are in it. */
export function registerDataset({ cast, clock, teller, token }: Scene): Promise<Ancestor> {
  return teller.step("register a dataset with its contributors", async () => {
    const collector = cast.as("collector");
    const recipe = commitRecipe({ contents: { parameters: "coastal photographs, 2019 to 2025, with consent" } });
    const registered = await collector.registerRecipeAndWait({
      licensor: cast.addressOf("collector"),
      kind: "dataset",
      commitment: recipe.commitment,
      split: [
        { account: cast.addressOf("firstContributor"), weight: SHARES.firstContributor, roles: ["dataContributor"] },
        { account: cast.addressOf("secondContributor"), weight: SHARES.secondContributor, roles: ["dataContributor"] },
      ],
    });
    const assetId = await registerSingle(cast, "collector", registered.recipeId, recipe.commitment);
    const { offerId } = await collector.publishOfferAndWait({
      recipeId: registered.recipeId,
      token,
      price: PRICES.training,
      duration: "perpetual",
      end: (await clock.now()) + YEAR,
      usages: ["training"],
      rate: RATES.dataset,
    });
    const value = { ...registered, commitment: recipe.commitment, assetId, offerId };
    return { value, shown: `recipe ${value.recipe}, training license for ${usdc(PRICES.training)} and 5 %` };
  });
}

/** A style that hundreds of volunteers drew: the chain keeps one root of their split. */
export function registerStyle({ cast, clock, teller, token }: Scene): Promise<Style> {
  return teller.step(`register a style of ${VOLUNTEERS} volunteers`, async () => {
    const stylist = cast.as("stylist");
    const split = buildMerkleSplit(
      Array.from({ length: VOLUNTEERS }, (_, place) => ({
        account: place === VOLUNTEER.place ? cast.addressOf("volunteer") : passerBy(place),
        weight: place === VOLUNTEER.place ? VOLUNTEER.drawings : 10n + BigInt(place % 7),
      })),
    );
    const recipe = commitRecipe({ contents: { brandKit: "ink on wet paper" } });
    const registered = await stylist.registerRecipeAndWait({
      licensor: cast.addressOf("stylist"),
      kind: "style",
      commitment: recipe.commitment,
      split: [],
      options: split.options,
    });
    const assetId = await registerSingle(cast, "stylist", registered.recipeId, recipe.commitment);
    const { offerId } = await stylist.publishOfferAndWait({
      recipeId: registered.recipeId,
      token,
      price: PRICES.style,
      duration: "perpetual",
      end: (await clock.now()) + YEAR,
      usages: ["derivative"],
      rate: RATES.style,
    });
    const value = { ...registered, commitment: recipe.commitment, assetId, offerId, split };
    return { value, shown: `recipe ${value.recipe}, one Merkle root for ${split.totalWeight} drawings` };
  });
}

/** Somebody who needs no more than an address to be paid. */
const passerBy = (place: number): Hex => getAddress(slice(keccak256(stringToHex(`volunteer ${place}`)), 12));

/** The model's maker buys the right to train on the dataset and registers the model with that license. */
export function registerModel(scene: Scene, dataset: Ancestor): Promise<Ancestor> {
  const { cast, clock, teller, token } = scene;
  return teller.step("buy a training license, register the model", async () => {
    const maker = cast.as("modelMaker");
    const licenseId = await buyWithAllowance(
      scene,
      "modelMaker",
      dataset,
      cast.addressOf("modelMaker"),
      PRICES.training,
    );
    const recipe = commitRecipe({ contents: { model: "coastline-xl", steps: ["fine-tune on the dataset"] } });
    const registered = await maker.registerRecipeAndWait({
      licensor: cast.addressOf("modelMaker"),
      kind: "model",
      commitment: recipe.commitment,
      parents: [{ asset: dataset.assetId, licenseId }],
      split: [{ account: cast.addressOf("modelMaker"), weight: ONE, roles: ["modelTrainer"] }],
    });
    const assetId = await registerSingle(cast, "modelMaker", registered.recipeId, recipe.commitment);
    const { offerId } = await maker.publishOfferAndWait({
      recipeId: registered.recipeId,
      token,
      price: PRICES.derivative,
      duration: "perpetual",
      end: (await clock.now()) + YEAR,
      usages: ["derivative"],
      rate: RATES.model,
    });
    const stored = await maker.getRecipe({ recipeId: registered.recipeId });
    equal(stored.stack, RATES.dataset, "the model owes its dataset another rate than it licensed");
    const value = { ...registered, commitment: recipe.commitment, assetId, offerId };
    return { value, shown: `recipe ${value.recipe} owes recipe ${dataset.recipe} ${RATES.dataset / 10_000} %` };
  });
}

/** Buys a license of an ancestor with an exact allowance; the purchase id is the license id. */
export async function buyWithAllowance(
  scene: Scene,
  payer: Role,
  ancestor: Ancestor,
  licensee: Hex,
  price: bigint,
): Promise<Hex> {
  const { cast, token } = scene;
  const buyer = cast.as(payer);
  const purchase = await buyer.toPurchase({
    offerId: ancestor.offerId,
    assetId: ancestor.assetId,
    licensee,
    maxTotal: price,
  });
  const quote = await buyer.quotePurchase({ purchase, payer: cast.addressOf(payer) });
  equal(quote.gross, price);
  equal(quote.token, token);
  await sendAll(scene, payer, quote.requirements);
  const { purchaseId } = await buyer.purchaseLicenseAndWait({ purchase, settle: false });
  equal(purchaseId, quote.purchaseId);
  return purchaseId;
}

/** Commits and mints a lot of one: the archive of a dataset, the weights of a model. */
async function registerSingle(cast: Cast, maker: Role, recipeId: Hex, recipeCommitment: Hex): Promise<bigint> {
  const nonce = 1n;
  const leaf = toLeaf({ contentHash: sha256(stringToHex(`the files of the ${maker}`)), recipeCommitment });
  const root = hashLeaf(assetAt(toLotId(cast.addressOf(maker), nonce), 0), leaf);
  const { assetId } = await cast.as(maker).registerAndWait({ recipeId, nonce, root, leaf });
  return assetId;
}
