export { createStudio, createStudioAndWait } from "./studio/createStudio.ts";
export { getStudio } from "./studio/getStudio.ts";
export { acceptControl, acceptControlAndWait } from "./registry/acceptControl.ts";
export { commitLot, commitLotAndWait } from "./registry/commitLot.ts";
export { freeze, freezeAndWait } from "./registry/freeze.ts";
export { getAsset } from "./registry/getAsset.ts";
export { getExternal } from "./registry/getExternal.ts";
export { getFrozenUntil } from "./registry/getFrozenUntil.ts";
export { getLot } from "./registry/getLot.ts";
export { getPendingLicensor } from "./registry/getPendingLicensor.ts";
export { getRecipe } from "./registry/getRecipe.ts";
export { getRecipeUse } from "./registry/getRecipeUse.ts";
export { getRoyaltyInfo } from "./registry/getRoyaltyInfo.ts";
export { getRulers } from "./registry/getRulers.ts";
export { grantRecipeUse, grantRecipeUseAndWait } from "./registry/grantRecipeUse.ts";
export { mint, mintAndWait } from "./registry/mint.ts";
export { offerControl, offerControlAndWait } from "./registry/offerControl.ts";
export { register, registerAndWait } from "./registry/register.ts";
export { registerExternal, registerExternalAndWait } from "./registry/registerExternal.ts";
export { registerRecipe, registerRecipeAndWait } from "./registry/registerRecipe.ts";
export { renewRecipe, renewRecipeAndWait } from "./registry/renewRecipe.ts";
export { signRecipeConsent } from "./registry/signRecipeConsent.ts";
export { unfreeze, unfreezeAndWait } from "./registry/unfreeze.ts";
export { verifyAsset } from "./registry/verifyAsset.ts";
export { adjudicate, adjudicateAndWait } from "./curation/adjudicate.ts";
export { admitProducer, admitProducerAndWait } from "./curation/admitProducer.ts";
export { appealVeto, appealVetoAndWait } from "./curation/appealVeto.ts";
export { callPanel, callPanelAndWait } from "./curation/callPanel.ts";
export { castDirect, castDirectAndWait } from "./curation/castDirect.ts";
export { challenge, challengeAndWait } from "./curation/challenge.ts";
export { challengeLot, challengeLotAndWait } from "./curation/challengeLot.ts";
export { claimPay, claimPayAndWait } from "./curation/claimPay.ts";
export { claimReputation, claimReputationAndWait } from "./curation/claimReputation.ts";
export { closeAudit, closeAuditAndWait } from "./curation/closeAudit.ts";
export { closeEpoch, closeEpochAndWait } from "./curation/closeEpoch.ts";
export { closeSlate, closeSlateAndWait } from "./curation/closeSlate.ts";
export { commitCanaries, commitCanariesAndWait } from "./curation/commitCanaries.ts";
export { confirmVeto, confirmVetoAndWait } from "./curation/confirmVeto.ts";
export { deposit, depositAndWait } from "./curation/deposit.ts";
export { drawPanel, drawPanelAndWait } from "./curation/drawPanel.ts";
export { drawSeed, drawSeedAndWait } from "./curation/drawSeed.ts";
export { dropChallenge, dropChallengeAndWait } from "./curation/dropChallenge.ts";
export { expireLot, expireLotAndWait } from "./curation/expireLot.ts";
export { fundDeposit } from "./curation/fundDeposit.ts";
export { getAudit } from "./curation/getAudit.ts";
export { getAuditTerms } from "./curation/getAuditTerms.ts";
export { getCanaries } from "./curation/getCanaries.ts";
export { getChallenge } from "./curation/getChallenge.ts";
export { getCurator } from "./curation/getCurator.ts";
export { getDispute } from "./curation/getDispute.ts";
export { getElectorate } from "./curation/getElectorate.ts";
export { getEpochPoints } from "./curation/getEpochPoints.ts";
export { getInbox } from "./curation/getInbox.ts";
export { getOpenMasks } from "./curation/getOpenMasks.ts";
export { getOutcome } from "./curation/getOutcome.ts";
export { getPoints } from "./curation/getPoints.ts";
export { getProducer } from "./curation/getProducer.ts";
export { getScore } from "./curation/getScore.ts";
export { getSlate } from "./curation/getSlate.ts";
export { getTruth } from "./curation/getTruth.ts";
export { getVeto } from "./curation/getVeto.ts";
export { liftStop, liftStopAndWait } from "./curation/liftStop.ts";
export { liftVeto, liftVetoAndWait } from "./curation/liftVeto.ts";
export { openCanary, openCanaryAndWait } from "./curation/openCanary.ts";
export { openSlate, openSlateAndWait } from "./curation/openSlate.ts";
export { preparePanelSeed } from "./curation/preparePanelSeed.ts";
export { prepareSeed } from "./curation/prepareSeed.ts";
export { proveDuplicate, proveDuplicateAndWait } from "./curation/proveDuplicate.ts";
export { proveEquivocation, proveEquivocationAndWait } from "./curation/proveEquivocation.ts";
export { readmitCurator, readmitCuratorAndWait } from "./curation/readmitCurator.ts";
export { redraw, redrawAndWait } from "./curation/redraw.ts";
export { refreshCurators, refreshCuratorsAndWait } from "./curation/refreshCurators.ts";
export { registerCurator, registerCuratorAndWait } from "./curation/registerCurator.ts";
export { requestRefinement, requestRefinementAndWait } from "./curation/requestRefinement.ts";
export { resolveCanaries, resolveCanariesAndWait } from "./curation/resolveCanaries.ts";
export { revealSalt, revealSaltAndWait } from "./curation/revealSalt.ts";
export { scorePractice, scorePracticeAndWait } from "./curation/scorePractice.ts";
export { selfCertify, selfCertifyAndWait } from "./curation/selfCertify.ts";
export { setAuditTerms, setAuditTermsAndWait } from "./curation/setAuditTerms.ts";
export { setAuditToken, setAuditTokenAndWait } from "./curation/setAuditToken.ts";
export { setSaltChain, setSaltChainAndWait } from "./curation/setSaltChain.ts";
export { settleLot, settleLotAndWait } from "./curation/settleLot.ts";
export { signAuditBallot } from "./curation/signAuditBallot.ts";
export { signCuratorKey } from "./curation/signCuratorKey.ts";
export { veto, vetoAndWait } from "./curation/veto.ts";
export { withdrawDeposit, withdrawDepositAndWait } from "./curation/withdrawDeposit.ts";
export { appointAgent, appointAgentAndWait } from "./licensing/appointAgent.ts";
export { assignSeat, assignSeatAndWait } from "./licensing/assignSeat.ts";
export { finalizeLicense, finalizeLicenseAndWait } from "./licensing/finalizeLicense.ts";
export { getAgency } from "./licensing/getAgency.ts";
export { getEscrow } from "./licensing/getEscrow.ts";
export { getExclusive } from "./licensing/getExclusive.ts";
export { getLicense } from "./licensing/getLicense.ts";
export { getOffer } from "./licensing/getOffer.ts";
export { getPlainLicense } from "./licensing/getPlainLicense.ts";
export { getRevocationRefund } from "./licensing/getRevocationRefund.ts";
export { getSeat } from "./licensing/getSeat.ts";
export { hasLicense } from "./licensing/hasLicense.ts";
export { holdsLicense } from "./licensing/holdsLicense.ts";
export { proveBreach, proveBreachAndWait } from "./licensing/proveBreach.ts";
export { publishOffer, publishOfferAndWait } from "./licensing/publishOffer.ts";
export { purchaseBatch, purchaseBatchAndWait } from "./licensing/purchaseBatch.ts";
export { purchaseLicense, purchaseLicenseAndWait } from "./licensing/purchaseLicense.ts";
export {
  purchaseLicenseWithAuthorization,
  purchaseLicenseWithAuthorizationAndWait,
} from "./licensing/purchaseLicenseWithAuthorization.ts";
export { purchaseOrder, purchaseOrderAndWait } from "./licensing/purchaseOrder.ts";
export { quotePurchase } from "./licensing/quotePurchase.ts";
export { refundLicense, refundLicenseAndWait } from "./licensing/refundLicense.ts";
export { releaseExclusive, releaseExclusiveAndWait } from "./licensing/releaseExclusive.ts";
export { renewLicense, renewLicenseAndWait } from "./licensing/renewLicense.ts";
export { revokeLicense, revokeLicenseAndWait } from "./licensing/revokeLicense.ts";
export { signPermit } from "./licensing/signPermit.ts";
export { signPermit2Purchase } from "./licensing/signPermit2Purchase.ts";
export { signPurchaseAuthorization } from "./licensing/signPurchaseAuthorization.ts";
export { toPurchase } from "./licensing/toPurchase.ts";
export { transferLicense, transferLicenseAndWait } from "./licensing/transferLicense.ts";
export { verifyLicense } from "./licensing/verifyLicense.ts";
export { withdrawOffer, withdrawOfferAndWait } from "./licensing/withdrawOffer.ts";
export { batchRoyalties, batchRoyaltiesAndWait } from "./royalties/batchRoyalties.ts";
export { cancelMigration, cancelMigrationAndWait } from "./royalties/cancelMigration.ts";
export { claim, claimAndWait } from "./royalties/claim.ts";
export { claimMerkle, claimMerkleAndWait } from "./royalties/claimMerkle.ts";
export { claimToWallet, claimToWalletAndWait } from "./royalties/claimToWallet.ts";
export { finishMigration, finishMigrationAndWait } from "./royalties/finishMigration.ts";
export { getClaimable } from "./royalties/getClaimable.ts";
export { getClaimableWithPath } from "./royalties/getClaimableWithPath.ts";
export { getLedger } from "./royalties/getLedger.ts";
export { getLineage } from "./royalties/getLineage.ts";
export { getMerkleClaimable } from "./royalties/getMerkleClaimable.ts";
export { getMigration } from "./royalties/getMigration.ts";
export { fundPot, fundPotAndWait } from "./royalties/fundPot.ts";
export { getPot } from "./royalties/getPot.ts";
export { getRecipient } from "./royalties/getRecipient.ts";
export { getRoyaltyBalance } from "./royalties/getRoyaltyBalance.ts";
export { getRoyaltyReceiver } from "./royalties/getRoyaltyReceiver.ts";
export { getShares } from "./royalties/getShares.ts";
export { getSplitOptions } from "./royalties/getSplitOptions.ts";
export { settle, settleAndWait } from "./royalties/settle.ts";
export { settleUp, settleUpAndWait } from "./royalties/settleUp.ts";
export { signMigration } from "./royalties/signMigration.ts";
export { signWithdrawal } from "./royalties/signWithdrawal.ts";
export { startMigration, startMigrationAndWait } from "./royalties/startMigration.ts";
export { sweep, sweepAndWait } from "./royalties/sweep.ts";
export { transferShares, transferSharesAndWait } from "./royalties/transferShares.ts";
export { withdraw, withdrawAndWait } from "./royalties/withdraw.ts";
export { withdrawTo, withdrawToAndWait } from "./royalties/withdrawTo.ts";
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
export { setCharter, setCharterAndWait } from "./studio/setCharter.ts";
export { setRegistrar, setRegistrarAndWait } from "./studio/setRegistrar.ts";
export { setCuration, setCurationAndWait } from "./studio/setCuration.ts";
export { setBoard, setBoardAndWait } from "./studio/setBoard.ts";
export { setMandates, setMandatesAndWait } from "./studio/setMandates.ts";
export { setCommissions, setCommissionsAndWait } from "./studio/setCommissions.ts";
export { setImpact, setImpactAndWait } from "./studio/setImpact.ts";
export { replaceElectorate, replaceElectorateAndWait } from "./studio/replaceElectorate.ts";
export { graduate, graduateAndWait } from "./studio/graduate.ts";
export { setVotingDelay, setVotingDelayAndWait } from "./governance/setVotingDelay.ts";
export { setVotingPeriod, setVotingPeriodAndWait } from "./governance/setVotingPeriod.ts";
export { setLateQuorumExtension, setLateQuorumExtensionAndWait } from "./governance/setLateQuorumExtension.ts";
export { setProposalThreshold, setProposalThresholdAndWait } from "./governance/setProposalThreshold.ts";
export { setQuorum, setQuorumAndWait } from "./governance/setQuorum.ts";
export { setVoteCap, setVoteCapAndWait } from "./governance/setVoteCap.ts";
export { setTimelockDelay, setTimelockDelayAndWait } from "./governance/setTimelockDelay.ts";
export { setHalfLife, setHalfLifeAndWait } from "./governance/setHalfLife.ts";
export { setGrantCapacity, setGrantCapacityAndWait } from "./governance/setGrantCapacity.ts";
export { grantReputation, grantReputationAndWait } from "./governance/grantReputation.ts";
export { slash, slashAndWait } from "./governance/slash.ts";
export { recordGate, recordGateAndWait } from "./registry/recordGate.ts";
export { suspendRecipe, suspendRecipeAndWait } from "./registry/suspendRecipe.ts";
export { resumeRecipe, resumeRecipeAndWait } from "./registry/resumeRecipe.ts";
export { appealReview, appealReviewAndWait } from "./board/appealReview.ts";
export { appointChamber, appointChamberAndWait } from "./board/appointChamber.ts";
export { closeClaim, closeClaimAndWait } from "./board/closeClaim.ts";
export { electSeat, electSeatAndWait } from "./board/electSeat.ts";
export { enactReview, enactReviewAndWait } from "./board/enactReview.ts";
export { fileClaim, fileClaimAndWait } from "./board/fileClaim.ts";
export { getBoard } from "./board/getBoard.ts";
export { getClaim } from "./board/getClaim.ts";
export { getReview } from "./board/getReview.ts";
export { grantAppeal, grantAppealAndWait } from "./board/grantAppeal.ts";
export { lapseClaim, lapseClaimAndWait } from "./board/lapseClaim.ts";
export { openReview, openReviewAndWait } from "./board/openReview.ts";
export { removeSeat, removeSeatAndWait } from "./board/removeSeat.ts";
export { resignSeat, resignSeatAndWait } from "./board/resignSeat.ts";
export { rewardReview, rewardReviewAndWait } from "./board/rewardReview.ts";
export { setClaimTerms, setClaimTermsAndWait } from "./board/setClaimTerms.ts";
export { setVetoLimit, setVetoLimitAndWait } from "./board/setVetoLimit.ts";
export { standForSeat, standForSeatAndWait } from "./board/standForSeat.ts";
export { vetoAsChamber, vetoAsChamberAndWait } from "./board/vetoAsChamber.ts";
export { voteOnReview, voteOnReviewAndWait } from "./board/voteOnReview.ts";
export { claimInheritance, claimInheritanceAndWait } from "./governance/claimInheritance.ts";
export { startAccountMigration, startAccountMigrationAndWait } from "./governance/startAccountMigration.ts";
export { cancelAccountMigration, cancelAccountMigrationAndWait } from "./governance/cancelAccountMigration.ts";
export { finishAccountMigration, finishAccountMigrationAndWait } from "./governance/finishAccountMigration.ts";
export { signAccountMigration } from "./governance/signAccountMigration.ts";
export { noteDormancy, noteDormancyAndWait } from "./governance/noteDormancy.ts";
export { prune, pruneAndWait } from "./governance/prune.ts";
export { delegateBySig, delegateBySigAndWait } from "./governance/delegateBySig.ts";
export { signDelegation } from "./governance/signDelegation.ts";
export { createSuccessors, createSuccessorsAndWait, type SuccessorModule } from "./studio/createSuccessors.ts";
export { getProposal } from "./governance/getProposal.ts";
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
