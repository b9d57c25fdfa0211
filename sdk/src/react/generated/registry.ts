"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";
import type { getAsset } from "../../actions/registry/getAsset.ts";
import type { getExternal } from "../../actions/registry/getExternal.ts";
import type { getFrozenUntil } from "../../actions/registry/getFrozenUntil.ts";
import type { getLot } from "../../actions/registry/getLot.ts";
import type { getPendingLicensor } from "../../actions/registry/getPendingLicensor.ts";
import type { getRecipe } from "../../actions/registry/getRecipe.ts";
import type { getRecipeUse } from "../../actions/registry/getRecipeUse.ts";
import type { getRoyaltyInfo } from "../../actions/registry/getRoyaltyInfo.ts";
import type { getRulers } from "../../actions/registry/getRulers.ts";
import type { verifyAsset } from "../../actions/registry/verifyAsset.ts";
import { acceptControl, acceptControlAndWait } from "../../actions/registry/acceptControl.ts";
import { commitLot, commitLotAndWait } from "../../actions/registry/commitLot.ts";
import { freeze, freezeAndWait } from "../../actions/registry/freeze.ts";
import { grantRecipeUse, grantRecipeUseAndWait } from "../../actions/registry/grantRecipeUse.ts";
import { mint, mintAndWait } from "../../actions/registry/mint.ts";
import { offerControl, offerControlAndWait } from "../../actions/registry/offerControl.ts";
import { recordGate, recordGateAndWait } from "../../actions/registry/recordGate.ts";
import { register, registerAndWait } from "../../actions/registry/register.ts";
import { registerExternal, registerExternalAndWait } from "../../actions/registry/registerExternal.ts";
import { registerRecipe, registerRecipeAndWait } from "../../actions/registry/registerRecipe.ts";
import { renewRecipe, renewRecipeAndWait } from "../../actions/registry/renewRecipe.ts";
import { resumeRecipe, resumeRecipeAndWait } from "../../actions/registry/resumeRecipe.ts";
import { signRecipeConsent } from "../../actions/registry/signRecipeConsent.ts";
import { suspendRecipe, suspendRecipeAndWait } from "../../actions/registry/suspendRecipe.ts";
import { unfreeze, unfreezeAndWait } from "../../actions/registry/unfreeze.ts";
import {
  getAssetQueryOptions,
  getExternalQueryOptions,
  getFrozenUntilQueryOptions,
  getLotQueryOptions,
  getPendingLicensorQueryOptions,
  getRecipeQueryOptions,
  getRecipeUseQueryOptions,
  getRoyaltyInfoQueryOptions,
  getRulersQueryOptions,
  verifyAssetQueryOptions,
} from "../../query/generated/registry.ts";
import { type ReadHook, type SuspenseReadHook, defineReadHook, defineSuspenseReadHook } from "../readHook.ts";
import { type WriteHook, defineWriteHook } from "../writeHook.ts";

/**
 * Takes over a recipe whose control was offered to the sender; offers, agencies and grants of before lapse. {@link
 * acceptControl} as a mutation.
 */
export const useAcceptControl: WriteHook<typeof acceptControl, acceptControl.ErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "acceptControl", acceptControl);

/** {@link useAcceptControl}, waiting for the receipt; what it changes is asked anew. */
export const useAcceptControlAndWait: WriteHook<typeof acceptControlAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "acceptControlAndWait", acceptControlAndWait);

/** Commits a lot of the sender. {@link commitLot} as a mutation. */
export const useCommitLot: WriteHook<typeof commitLot, commitLot.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "commitLot",
  commitLot,
);

/** {@link useCommitLot}, waiting for the receipt; what it changes is asked anew. */
export const useCommitLotAndWait: WriteHook<typeof commitLotAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "commitLotAndWait",
  commitLotAndWait,
);

/**
 * Stops new sales of an asset or a lot for a while. The committing studio's board may, where there is none its
 * timelock, once per subject in 180 days. {@link freeze} as a mutation.
 */
export const useFreeze: WriteHook<typeof freeze, freeze.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "freeze",
  freeze,
);

/** {@link useFreeze}, waiting for the receipt; what it changes is asked anew. */
export const useFreezeAndWait: WriteHook<typeof freezeAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "freezeAndWait",
  freezeAndWait,
);

/** Reads an asset in one round trip. {@link getAsset} as a query. */
export const useGetAsset: ReadHook<typeof getAsset, getAsset.ErrorType> =
  /* @__PURE__ */ defineReadHook(getAssetQueryOptions);

/** {@link useGetAsset}, for which the component waits. */
export const useSuspenseGetAsset: SuspenseReadHook<typeof getAsset, getAsset.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getAssetQueryOptions);

/** The NFT that an asset stands for; undefined where the asset is one of our own. {@link getExternal} as a query. */
export const useGetExternal: ReadHook<typeof getExternal, getExternal.ErrorType> =
  /* @__PURE__ */ defineReadHook(getExternalQueryOptions);

/** {@link useGetExternal}, for which the component waits. */
export const useSuspenseGetExternal: SuspenseReadHook<typeof getExternal, getExternal.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getExternalQueryOptions);

/**
 * First second in which an asset is no longer frozen, unix time; 0 where it is not. {@link getFrozenUntil} as a
 * query.
 */
export const useGetFrozenUntil: ReadHook<typeof getFrozenUntil, getFrozenUntil.ErrorType> =
  /* @__PURE__ */ defineReadHook(getFrozenUntilQueryOptions);

/** {@link useGetFrozenUntil}, for which the component waits. */
export const useSuspenseGetFrozenUntil: SuspenseReadHook<typeof getFrozenUntil, getFrozenUntil.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getFrozenUntilQueryOptions);

/** Reads a lot, its verdict, and which of its assets are blocked. {@link getLot} as a query. */
export const useGetLot: ReadHook<typeof getLot, getLot.ErrorType> = /* @__PURE__ */ defineReadHook(getLotQueryOptions);

/** {@link useGetLot}, for which the component waits. */
export const useSuspenseGetLot: SuspenseReadHook<typeof getLot, getLot.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getLotQueryOptions);

/** Whom control of a recipe was offered to; the zero address for nobody. {@link getPendingLicensor} as a query. */
export const useGetPendingLicensor: ReadHook<typeof getPendingLicensor, getPendingLicensor.ErrorType> =
  /* @__PURE__ */ defineReadHook(getPendingLicensorQueryOptions);

/** {@link useGetPendingLicensor}, for which the component waits. */
export const useSuspenseGetPendingLicensor: SuspenseReadHook<typeof getPendingLicensor, getPendingLicensor.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getPendingLicensorQueryOptions);

/** Reads a recipe with its terms and its place in the lineage. {@link getRecipe} as a query. */
export const useGetRecipe: ReadHook<typeof getRecipe, getRecipe.ErrorType> =
  /* @__PURE__ */ defineReadHook(getRecipeQueryOptions);

/** {@link useGetRecipe}, for which the component waits. */
export const useSuspenseGetRecipe: SuspenseReadHook<typeof getRecipe, getRecipe.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getRecipeQueryOptions);

/** Whether and until when an account may commit lots under a recipe of somebody else. {@link getRecipeUse} as a query. */
export const useGetRecipeUse: ReadHook<typeof getRecipeUse, getRecipeUse.ErrorType> =
  /* @__PURE__ */ defineReadHook(getRecipeUseQueryOptions);

/** {@link useGetRecipeUse}, for which the component waits. */
export const useSuspenseGetRecipeUse: SuspenseReadHook<typeof getRecipeUse, getRecipeUse.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getRecipeUseQueryOptions);

/** What a marketplace owes on a resale of a minted asset, and to whom (ERC-2981). {@link getRoyaltyInfo} as a query. */
export const useGetRoyaltyInfo: ReadHook<typeof getRoyaltyInfo, getRoyaltyInfo.ErrorType> =
  /* @__PURE__ */ defineReadHook(getRoyaltyInfoQueryOptions);

/** {@link useGetRoyaltyInfo}, for which the component waits. */
export const useSuspenseGetRoyaltyInfo: SuspenseReadHook<typeof getRoyaltyInfo, getRoyaltyInfo.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getRoyaltyInfoQueryOptions);

/**
 * Who may revoke (timelock) and freeze (board, else timelock) an asset; zero addresses where nobody may. {@link
 * getRulers} as a query.
 */
export const useGetRulers: ReadHook<typeof getRulers, getRulers.ErrorType> =
  /* @__PURE__ */ defineReadHook(getRulersQueryOptions);

/** {@link useGetRulers}, for which the component waits. */
export const useSuspenseGetRulers: SuspenseReadHook<typeof getRulers, getRulers.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getRulersQueryOptions);

/** Lets somebody else commit lots under a recipe. Only its licensor may. {@link grantRecipeUse} as a mutation. */
export const useGrantRecipeUse: WriteHook<typeof grantRecipeUse, grantRecipeUse.ErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "grantRecipeUse", grantRecipeUse);

/** {@link useGrantRecipeUse}, waiting for the receipt; what it changes is asked anew. */
export const useGrantRecipeUseAndWait: WriteHook<typeof grantRecipeUseAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "grantRecipeUseAndWait", grantRecipeUseAndWait);

/**
 * Mints a releasable asset to its recipe's licensor; only the licensor or its studio's registrar may. {@link mint} as
 * a mutation.
 */
export const useMint: WriteHook<typeof mint, mint.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "mint",
  mint,
);

/** {@link useMint}, waiting for the receipt; what it changes is asked anew. */
export const useMintAndWait: WriteHook<typeof mintAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "mintAndWait",
  mintAndWait,
);

/**
 * Offers control of a recipe to another account, which has to accept it. Only the licensor may. {@link offerControl}
 * as a mutation.
 */
export const useOfferControl: WriteHook<typeof offerControl, offerControl.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "offerControl",
  offerControl,
);

/** {@link useOfferControl}, waiting for the receipt; what it changes is asked anew. */
export const useOfferControlAndWait: WriteHook<typeof offerControlAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "offerControlAndWait", offerControlAndWait);

/**
 * Records one more gate of the studio for good; only its timelock may. Older gates keep their lots. {@link
 * recordGate} as a mutation.
 */
export const useRecordGate: WriteHook<typeof recordGate, recordGate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "recordGate",
  recordGate,
);

/** {@link useRecordGate}, waiting for the receipt; what it changes is asked anew. */
export const useRecordGateAndWait: WriteHook<typeof recordGateAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "recordGateAndWait",
  recordGateAndWait,
);

/**
 * Commits an independent lot of one asset and mints it to the sender, the recipe's licensor. {@link register} as a
 * mutation.
 */
export const useRegister: WriteHook<typeof register, register.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "register",
  register,
);

/** {@link useRegister}, waiting for the receipt; what it changes is asked anew. */
export const useRegisterAndWait: WriteHook<typeof registerAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "registerAndWait",
  registerAndWait,
);

/**
 * Registers an NFT of another collection, so that it can be licensed and be a parent without a second token. The
 * sender must own it and be the recipe's licensor. {@link registerExternal} as a mutation.
 */
export const useRegisterExternal: WriteHook<typeof registerExternal, registerExternal.ErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "registerExternal", registerExternal);

/** {@link useRegisterExternal}, waiting for the receipt; what it changes is asked anew. */
export const useRegisterExternalAndWait: WriteHook<typeof registerExternalAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "registerExternalAndWait", registerExternalAndWait);

/** Registers a recipe, once, and opens its royalty node. {@link registerRecipe} as a mutation. */
export const useRegisterRecipe: WriteHook<typeof registerRecipe, registerRecipe.ErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "registerRecipe", registerRecipe);

/** {@link useRegisterRecipe}, waiting for the receipt; what it changes is asked anew. */
export const useRegisterRecipeAndWait: WriteHook<typeof registerRecipeAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "registerRecipeAndWait", registerRecipeAndWait);

/**
 * Lets a recipe whose licenses run out commit lots again, with new licenses at rates not above the frozen ones. The
 * recipe must be exactly the registered one. {@link renewRecipe} as a mutation.
 */
export const useRenewRecipe: WriteHook<typeof renewRecipe, renewRecipe.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "renewRecipe",
  renewRecipe,
);

/** {@link useRenewRecipe}, waiting for the receipt; what it changes is asked anew. */
export const useRenewRecipeAndWait: WriteHook<typeof renewRecipeAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "renewRecipeAndWait", renewRecipeAndWait);

/**
 * Ends the suspension of a recipe; anybody may once it is over, who rules the recipe before. {@link resumeRecipe} as
 * a mutation.
 */
export const useResumeRecipe: WriteHook<typeof resumeRecipe, resumeRecipe.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "resumeRecipe",
  resumeRecipe,
);

/** {@link useResumeRecipe}, waiting for the receipt; what it changes is asked anew. */
export const useResumeRecipeAndWait: WriteHook<typeof resumeRecipeAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "resumeRecipeAndWait", resumeRecipeAndWait);

/** Signs a licensor's consent, so that somebody else can register the recipe. {@link signRecipeConsent} as a mutation. */
export const useSignRecipeConsent: WriteHook<typeof signRecipeConsent, signRecipeConsent.ErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "signRecipeConsent", signRecipeConsent);

/**
 * Stops new lots of a recipe for a while; only the board of its licensor's studio, or its timelock, may. {@link
 * suspendRecipe} as a mutation.
 */
export const useSuspendRecipe: WriteHook<typeof suspendRecipe, suspendRecipe.ErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "suspendRecipe", suspendRecipe);

/** {@link useSuspendRecipe}, waiting for the receipt; what it changes is asked anew. */
export const useSuspendRecipeAndWait: WriteHook<typeof suspendRecipeAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("registry", "suspendRecipeAndWait", suspendRecipeAndWait);

/** Lets a frozen asset or lot be sold again before its time. {@link unfreeze} as a mutation. */
export const useUnfreeze: WriteHook<typeof unfreeze, unfreeze.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "unfreeze",
  unfreeze,
);

/** {@link useUnfreeze}, waiting for the receipt; what it changes is asked anew. */
export const useUnfreezeAndWait: WriteHook<typeof unfreezeAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "registry",
  "unfreezeAndWait",
  unfreezeAndWait,
);

/** Whether the leaf is the committed lot's at this asset's place. {@link verifyAsset} as a query. */
export const useVerifyAsset: ReadHook<typeof verifyAsset, verifyAsset.ErrorType> =
  /* @__PURE__ */ defineReadHook(verifyAssetQueryOptions);

/** {@link useVerifyAsset}, for which the component waits. */
export const useSuspenseVerifyAsset: SuspenseReadHook<typeof verifyAsset, verifyAsset.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(verifyAssetQueryOptions);
