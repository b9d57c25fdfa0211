import { acceptControl, type acceptControlAndWait } from "../actions/registry/acceptControl.ts";
import { commitLot, type commitLotAndWait } from "../actions/registry/commitLot.ts";
import { freeze, type freezeAndWait } from "../actions/registry/freeze.ts";
import { getAsset } from "../actions/registry/getAsset.ts";
import { getExternal } from "../actions/registry/getExternal.ts";
import { getFrozenUntil } from "../actions/registry/getFrozenUntil.ts";
import { getLot } from "../actions/registry/getLot.ts";
import { getPendingLicensor } from "../actions/registry/getPendingLicensor.ts";
import { getRecipe } from "../actions/registry/getRecipe.ts";
import { getRecipeUse } from "../actions/registry/getRecipeUse.ts";
import { getRoyaltyInfo } from "../actions/registry/getRoyaltyInfo.ts";
import { getRulers } from "../actions/registry/getRulers.ts";
import { grantRecipeUse, type grantRecipeUseAndWait } from "../actions/registry/grantRecipeUse.ts";
import { mint, type mintAndWait } from "../actions/registry/mint.ts";
import { offerControl, type offerControlAndWait } from "../actions/registry/offerControl.ts";
import { register, type registerAndWait } from "../actions/registry/register.ts";
import { registerExternal, type registerExternalAndWait } from "../actions/registry/registerExternal.ts";
import { registerRecipe, type registerRecipeAndWait } from "../actions/registry/registerRecipe.ts";
import { renewRecipe, type renewRecipeAndWait } from "../actions/registry/renewRecipe.ts";
import { signRecipeConsent } from "../actions/registry/signRecipeConsent.ts";
import { unfreeze, type unfreezeAndWait } from "../actions/registry/unfreeze.ts";
import { verifyAsset } from "../actions/registry/verifyAsset.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Recipes, lots and assets, as methods of a client. */
export type RegistryActions = {
  /** Commits a lot of the sender. See {@link commitLot}. */
  commitLot: Bound<typeof commitLot>;
  /** {@link commitLot}, waiting for the receipt. */
  commitLotAndWait: Bound<typeof commitLotAndWait>;
  /** Reads an asset in one round trip. See {@link getAsset}. */
  getAsset: Bound<typeof getAsset>;
  /** Reads a lot, its verdict, and which of its assets are blocked. See {@link getLot}. */
  getLot: Bound<typeof getLot>;
  /** Reads a recipe with its terms and its place in the lineage. See {@link getRecipe}. */
  getRecipe: Bound<typeof getRecipe>;
  /**
   * Mints a releasable asset to its recipe's licensor; only the licensor or its studio's registrar may. See {@link
   * mint}.
   */
  mint: Bound<typeof mint>;
  /** {@link mint}, waiting for the receipt. */
  mintAndWait: Bound<typeof mintAndWait>;
  /**
   * Commits an independent lot of one asset and mints it to the sender, the recipe's licensor. See {@link register}.
   */
  register: Bound<typeof register>;
  /** {@link register}, waiting for the receipt. */
  registerAndWait: Bound<typeof registerAndWait>;
  /** Registers a recipe, once, and opens its royalty node. See {@link registerRecipe}. */
  registerRecipe: Bound<typeof registerRecipe>;
  /** {@link registerRecipe}, waiting for the receipt. */
  registerRecipeAndWait: Bound<typeof registerRecipeAndWait>;
  /** Signs a licensor's consent, so that somebody else can register the recipe. See {@link signRecipeConsent}. */
  signRecipeConsent: Bound<typeof signRecipeConsent>;
  /** Whether the leaf is the committed lot's at this asset's place. See {@link verifyAsset}. */
  verifyAsset: Bound<typeof verifyAsset>;
  /** What a marketplace owes on a resale of a minted asset, and to whom (ERC-2981). See {@link getRoyaltyInfo}. */
  getRoyaltyInfo: Bound<typeof getRoyaltyInfo>;
  /** Who may revoke (timelock) and freeze (board, else timelock) an asset; zero addresses where nobody may. See {@link getRulers}. */
  getRulers: Bound<typeof getRulers>;
  /** First second in which an asset is no longer frozen, unix time; 0 where it is not. See {@link getFrozenUntil}. */
  getFrozenUntil: Bound<typeof getFrozenUntil>;
  /** The NFT that an asset stands for; undefined where the asset is one of our own. See {@link getExternal}. */
  getExternal: Bound<typeof getExternal>;
  /** Whom control of a recipe was offered to; the zero address for nobody. See {@link getPendingLicensor}. */
  getPendingLicensor: Bound<typeof getPendingLicensor>;
  /** Whether and until when an account may commit lots under a recipe of somebody else. See {@link getRecipeUse}. */
  getRecipeUse: Bound<typeof getRecipeUse>;
  /** Lets a recipe whose licenses run out commit lots again, with new licenses at rates not above the frozen ones. See {@link renewRecipe}. */
  renewRecipe: Bound<typeof renewRecipe>;
  /** {@link renewRecipe}, waiting for the receipt. */
  renewRecipeAndWait: Bound<typeof renewRecipeAndWait>;
  /** Lets a frozen asset or lot be sold again before its time. See {@link unfreeze}. */
  unfreeze: Bound<typeof unfreeze>;
  /** {@link unfreeze}, waiting for the receipt. */
  unfreezeAndWait: Bound<typeof unfreezeAndWait>;
  /** Stops new sales of an asset or a lot for a while. See {@link freeze}. */
  freeze: Bound<typeof freeze>;
  /** {@link freeze}, waiting for the receipt. */
  freezeAndWait: Bound<typeof freezeAndWait>;
  /** Registers an NFT of another collection, so that it can be licensed and be a parent without a second token. See {@link registerExternal}. */
  registerExternal: Bound<typeof registerExternal>;
  /** {@link registerExternal}, waiting for the receipt. */
  registerExternalAndWait: Bound<typeof registerExternalAndWait>;
  /** Takes over a recipe whose control was offered to the sender; offers, agencies and grants of before lapse. See {@link acceptControl}. */
  acceptControl: Bound<typeof acceptControl>;
  /** {@link acceptControl}, waiting for the receipt. */
  acceptControlAndWait: Bound<typeof acceptControlAndWait>;
  /** Offers control of a recipe to another account, which has to accept it. See {@link offerControl}. */
  offerControl: Bound<typeof offerControl>;
  /** {@link offerControl}, waiting for the receipt. */
  offerControlAndWait: Bound<typeof offerControlAndWait>;
  /** Lets somebody else commit lots under a recipe. See {@link grantRecipeUse}. */
  grantRecipeUse: Bound<typeof grantRecipeUse>;
  /** {@link grantRecipeUse}, waiting for the receipt. */
  grantRecipeUseAndWait: Bound<typeof grantRecipeUseAndWait>;
};

/** The actions behind {@link RegistryActions}. */
export const REGISTRY_ACTIONS = {
  commitLot,
  getAsset,
  getLot,
  getRecipe,
  mint,
  register,
  registerRecipe,
  signRecipeConsent,
  verifyAsset,
  getRoyaltyInfo,
  getRulers,
  getFrozenUntil,
  getExternal,
  getPendingLicensor,
  getRecipeUse,
  renewRecipe,
  unfreeze,
  freeze,
  registerExternal,
  acceptControl,
  offerControl,
  grantRecipeUse,
} as const satisfies Record<Unwaiting<keyof RegistryActions>, unknown>;
