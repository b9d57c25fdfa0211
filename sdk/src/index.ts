export * from "./actions/index.ts";
export { simulateClose } from "./actions/curation/simulateClose.ts";
export * from "./data/index.ts";
export * from "./errors/index.ts";
export {
  type DescriptionParts,
  getProposalId,
  hashDescription,
  parseDescription,
  type ProposalContent,
  toDescription,
} from "./governance/proposal.ts";
export {
  purchaseAuthorizationTypedData,
  type PurchaseAuthorizationParameters,
  RECEIVE_WITH_AUTHORIZATION_TYPES,
} from "./licensing/authorization.ts";
export { fromOfferInput, type OfferArgs, type OfferInput, toOfferInput } from "./licensing/offer.ts";
export { hashPurchase, type Purchase, PURCHASE_TYPES } from "./licensing/purchase.ts";
export { fromLicenseSlot, type LicenseSale, type PlainLicense } from "./licensing/sale.ts";
export { buildLot, type BuildLotParameters, type BuiltLot, type LotItem } from "./lot/buildLot.ts";
export {
  hashRecipe,
  RECIPE_CONSENT_TYPES,
  RECIPE_TYPES,
  recipeConsentTypedData,
  type RecipeConsentParameters,
} from "./recipe/hash.ts";
export { fromRecipeInput, type RecipeArgs, type RecipeInput, toRecipeInput } from "./recipe/input.ts";
export {
  type Bound,
  type StudioActions,
  studioActions,
  type StudioActionsParameters,
  type StudioAddresses,
} from "./studioActions.ts";
export * from "./types/enums.ts";
export * from "./types/ids.ts";
export { PERPETUAL } from "./types/time.ts";
export { PROTOCOL_VERSION } from "./types/protocol.ts";
