export { createStudio, createStudioAndWait } from "./studio/createStudio.ts";
export { getStudio } from "./studio/getStudio.ts";
export { commitLot, commitLotAndWait } from "./registry/commitLot.ts";
export { getAsset } from "./registry/getAsset.ts";
export { getLot } from "./registry/getLot.ts";
export { getRecipe } from "./registry/getRecipe.ts";
export { mint, mintAndWait } from "./registry/mint.ts";
export { register, registerAndWait } from "./registry/register.ts";
export { registerRecipe, registerRecipeAndWait } from "./registry/registerRecipe.ts";
export { signRecipeConsent } from "./registry/signRecipeConsent.ts";
export { verifyAsset } from "./registry/verifyAsset.ts";
export { admitProducer, admitProducerAndWait } from "./curation/admitProducer.ts";
export { closeAudit, closeAuditAndWait } from "./curation/closeAudit.ts";
export { drawSeed, drawSeedAndWait } from "./curation/drawSeed.ts";
export { getAudit } from "./curation/getAudit.ts";
export { getCurator } from "./curation/getCurator.ts";
export { getProducer } from "./curation/getProducer.ts";
export { prepareSeed } from "./curation/prepareSeed.ts";
export { registerCurator, registerCuratorAndWait } from "./curation/registerCurator.ts";
export { sampleLot } from "./curation/sampleLot.ts";
export { selfCertify, selfCertifyAndWait } from "./curation/selfCertify.ts";
export { signAuditBallot } from "./curation/signAuditBallot.ts";
export { signCuratorKey } from "./curation/signCuratorKey.ts";
export { getLicense } from "./licensing/getLicense.ts";
export { getOffer } from "./licensing/getOffer.ts";
export { getPlainLicense } from "./licensing/getPlainLicense.ts";
export { hasLicense } from "./licensing/hasLicense.ts";
export { holdsLicense } from "./licensing/holdsLicense.ts";
export { publishOffer, publishOfferAndWait } from "./licensing/publishOffer.ts";
export { purchaseLicense, purchaseLicenseAndWait } from "./licensing/purchaseLicense.ts";
export {
  purchaseLicenseWithAuthorization,
  purchaseLicenseWithAuthorizationAndWait,
} from "./licensing/purchaseLicenseWithAuthorization.ts";
export { quotePurchase } from "./licensing/quotePurchase.ts";
export { signPurchaseAuthorization } from "./licensing/signPurchaseAuthorization.ts";
export { toPurchase } from "./licensing/toPurchase.ts";
export { withdrawOffer, withdrawOfferAndWait } from "./licensing/withdrawOffer.ts";
export { claim, claimAndWait } from "./royalties/claim.ts";
export { claimToWallet, claimToWalletAndWait } from "./royalties/claimToWallet.ts";
export { getClaimable } from "./royalties/getClaimable.ts";
export { getLedger } from "./royalties/getLedger.ts";
export { getLineage } from "./royalties/getLineage.ts";
export { getRoyaltyBalance } from "./royalties/getRoyaltyBalance.ts";
export { settle, settleAndWait } from "./royalties/settle.ts";
export { withdraw, withdrawAndWait } from "./royalties/withdraw.ts";
export { cancel, cancelAndWait } from "./governance/cancel.ts";
export { delegate, delegateAndWait } from "./governance/delegate.ts";
export { execute, executeAndWait } from "./governance/execute.ts";
export { getProposalState } from "./governance/getProposalState.ts";
export { getReputation } from "./governance/getReputation.ts";
export { propose, proposeAndWait } from "./governance/propose.ts";
export { queue, queueAndWait } from "./governance/queue.ts";
export { signVote } from "./governance/signVote.ts";
export { vote, voteAndWait } from "./governance/vote.ts";
export { voteBySig, voteBySigAndWait } from "./governance/voteBySig.ts";
export type {
  ActionClient,
  Call,
  ContractCall,
  ContractKey,
  On,
  ProtocolContract,
  ReadAction,
  ReadOptions,
  SendOptions,
  StudioContract,
  WaitingAction,
  WaitOptions,
  WriteAction,
} from "./internal/types.ts";
export type { SignOptions } from "./internal/signer.ts";
export type {
  ReadErrorType,
  RevertErrorType,
  SignErrorType,
  WaitErrorType,
  WriteErrorType,
} from "./internal/errorTypes.ts";
