export * from "./actions/plain.ts";
export * from "./actions/composed.ts";
export { toBondId, toReasonCode, toRoleTag } from "./board/codes.ts";
export {
  type BoardDecision,
  fromPayload,
  type ProposalActions,
  toPayload,
  toProposalActions,
} from "./board/decision.ts";
export * from "./data/index.ts";
export { ImprimaturError, type ImprimaturErrorOptions } from "./errors/base.ts";
export { buildProposal, type BuiltProposal } from "./governance/buildProposal.ts";
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
export type { Agency } from "./licensing/agency.ts";
export { fromOrderInput, type Evidence, type Order, type OrderInput, toOrderInput } from "./licensing/order.ts";
export { fromPaymentInput, type Payment, type PaymentInput, toPaymentInput } from "./licensing/payment.ts";
export { PERMIT2 } from "./licensing/permit2Address.ts";
export {
  PERMIT2_PURCHASE_TYPES,
  permit2PurchaseTypedData,
  type Permit2PurchaseParameters,
} from "./licensing/permit2.ts";
export { grossOf, hashPurchase, type Purchase, PURCHASE_TYPES } from "./licensing/purchase.ts";
export { fromLicenseSlot, type LicenseSale, type PlainLicense } from "./licensing/sale.ts";
export {
  hashRecipe,
  RECIPE_CONSENT_TYPES,
  RECIPE_TYPES,
  recipeConsentTypedData,
  type RecipeConsentParameters,
} from "./recipe/hash.ts";
export {
  fromSplitOptionsInput,
  type SplitOptions,
  type SplitOptionsInput,
  toSplitOptionsInput,
} from "./recipe/options.ts";
export { PAYEE_MIGRATION_TYPES, royaltySplitterDomain, WITHDRAWAL_TYPES } from "./royalties/signatures.ts";
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
