// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getAsset } from "../../actions/registry/getAsset.ts";
import { getExternal } from "../../actions/registry/getExternal.ts";
import { getFrozenUntil } from "../../actions/registry/getFrozenUntil.ts";
import { getLot } from "../../actions/registry/getLot.ts";
import { getPendingLicensor } from "../../actions/registry/getPendingLicensor.ts";
import { getRecipe } from "../../actions/registry/getRecipe.ts";
import { getRecipeUse } from "../../actions/registry/getRecipeUse.ts";
import { getRoyaltyInfo } from "../../actions/registry/getRoyaltyInfo.ts";
import { getRulers } from "../../actions/registry/getRulers.ts";
import { verifyAsset } from "../../actions/registry/verifyAsset.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

/** Reads an asset in one round trip. The query of {@link getAsset}. */
export const getAssetQueryOptions: ReadQuery<typeof getAsset> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "getAsset",
  getAsset,
);

/** The NFT that an asset stands for; undefined where the asset is one of our own. The query of {@link getExternal}. */
export const getExternalQueryOptions: ReadQuery<typeof getExternal> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "getExternal",
  getExternal,
);

/**
 * First second in which an asset is no longer frozen, unix time; 0 where it is not. The query of {@link
 * getFrozenUntil}.
 */
export const getFrozenUntilQueryOptions: ReadQuery<typeof getFrozenUntil> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "getFrozenUntil",
  getFrozenUntil,
);

/** Reads a lot, its verdict, and which of its assets are blocked. The query of {@link getLot}. */
export const getLotQueryOptions: ReadQuery<typeof getLot> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "getLot",
  getLot,
);

/** Whom control of a recipe was offered to; the zero address for nobody. The query of {@link getPendingLicensor}. */
export const getPendingLicensorQueryOptions: ReadQuery<typeof getPendingLicensor> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "getPendingLicensor",
  getPendingLicensor,
);

/** Reads a recipe with its terms and its place in the lineage. The query of {@link getRecipe}. */
export const getRecipeQueryOptions: ReadQuery<typeof getRecipe> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "getRecipe",
  getRecipe,
);

/**
 * Whether and until when an account may commit lots under a recipe of somebody else. The query of {@link
 * getRecipeUse}.
 */
export const getRecipeUseQueryOptions: ReadQuery<typeof getRecipeUse> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "getRecipeUse",
  getRecipeUse,
);

/** What a marketplace owes on a resale of a minted asset, and to whom (ERC-2981). The query of {@link getRoyaltyInfo}. */
export const getRoyaltyInfoQueryOptions: ReadQuery<typeof getRoyaltyInfo> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "getRoyaltyInfo",
  getRoyaltyInfo,
);

/**
 * Who may revoke (timelock) and freeze (board, else timelock) an asset; zero addresses where nobody may. The query of
 * {@link getRulers}.
 */
export const getRulersQueryOptions: ReadQuery<typeof getRulers> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "getRulers",
  getRulers,
);

/** Whether the leaf is the committed lot's at this asset's place. The query of {@link verifyAsset}. */
export const verifyAssetQueryOptions: ReadQuery<typeof verifyAsset> = /* @__PURE__ */ defineReadQuery(
  "registry",
  "verifyAsset",
  verifyAsset,
);
