"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";
import type { getAudit } from "../../actions/curation/getAudit.ts";
import type { getAuditTerms } from "../../actions/curation/getAuditTerms.ts";
import type { getCanaries } from "../../actions/curation/getCanaries.ts";
import type { getChallenge } from "../../actions/curation/getChallenge.ts";
import type { getCurator } from "../../actions/curation/getCurator.ts";
import type { getDispute } from "../../actions/curation/getDispute.ts";
import type { getElectorate } from "../../actions/curation/getElectorate.ts";
import type { getEpochPoints } from "../../actions/curation/getEpochPoints.ts";
import type { getInbox } from "../../actions/curation/getInbox.ts";
import type { getOpenMasks } from "../../actions/curation/getOpenMasks.ts";
import type { getOutcome } from "../../actions/curation/getOutcome.ts";
import type { getPoints } from "../../actions/curation/getPoints.ts";
import type { getProducer } from "../../actions/curation/getProducer.ts";
import type { getScore } from "../../actions/curation/getScore.ts";
import type { getSlate } from "../../actions/curation/getSlate.ts";
import type { getTruth } from "../../actions/curation/getTruth.ts";
import type { getVeto } from "../../actions/curation/getVeto.ts";
import type { preparePanelSeed } from "../../actions/curation/preparePanelSeed.ts";
import type { prepareSeed } from "../../actions/curation/prepareSeed.ts";
import type { sampleLot } from "../../actions/curation/sampleLot.ts";
import type { simulateAdjudication } from "../../actions/curation/simulateAdjudication.ts";
import type { simulateClose } from "../../actions/curation/simulateClose.ts";
import type { simulateSlate } from "../../actions/curation/simulateSlate.ts";
import type { weighBallots } from "../../actions/curation/weighBallots.ts";
import { adjudicate, adjudicateAndWait } from "../../actions/curation/adjudicate.ts";
import { admitProducer, admitProducerAndWait } from "../../actions/curation/admitProducer.ts";
import { appealVeto, appealVetoAndWait } from "../../actions/curation/appealVeto.ts";
import { callPanel, callPanelAndWait } from "../../actions/curation/callPanel.ts";
import { castDirect, castDirectAndWait } from "../../actions/curation/castDirect.ts";
import { challenge, challengeAndWait } from "../../actions/curation/challenge.ts";
import { challengeLot, challengeLotAndWait } from "../../actions/curation/challengeLot.ts";
import { claimPay, claimPayAndWait } from "../../actions/curation/claimPay.ts";
import { claimReputation, claimReputationAndWait } from "../../actions/curation/claimReputation.ts";
import { closeAudit, closeAuditAndWait } from "../../actions/curation/closeAudit.ts";
import { closeEpoch, closeEpochAndWait } from "../../actions/curation/closeEpoch.ts";
import { closeSigned, closeSignedAndWait } from "../../actions/curation/closeSigned.ts";
import { closeSlate, closeSlateAndWait } from "../../actions/curation/closeSlate.ts";
import { commitCanaries, commitCanariesAndWait } from "../../actions/curation/commitCanaries.ts";
import { confirmVeto, confirmVetoAndWait } from "../../actions/curation/confirmVeto.ts";
import { deposit, depositAndWait } from "../../actions/curation/deposit.ts";
import { drawPanel, drawPanelAndWait } from "../../actions/curation/drawPanel.ts";
import { drawSeed, drawSeedAndWait } from "../../actions/curation/drawSeed.ts";
import { dropChallenge, dropChallengeAndWait } from "../../actions/curation/dropChallenge.ts";
import { expireLot, expireLotAndWait } from "../../actions/curation/expireLot.ts";
import { fundDeposit } from "../../actions/curation/fundDeposit.ts";
import { liftStop, liftStopAndWait } from "../../actions/curation/liftStop.ts";
import { liftVeto, liftVetoAndWait } from "../../actions/curation/liftVeto.ts";
import { openCanary, openCanaryAndWait } from "../../actions/curation/openCanary.ts";
import { openSlate, openSlateAndWait } from "../../actions/curation/openSlate.ts";
import { proveDuplicate, proveDuplicateAndWait } from "../../actions/curation/proveDuplicate.ts";
import { proveEquivocation, proveEquivocationAndWait } from "../../actions/curation/proveEquivocation.ts";
import { readmitCurator, readmitCuratorAndWait } from "../../actions/curation/readmitCurator.ts";
import { redraw, redrawAndWait } from "../../actions/curation/redraw.ts";
import { refreshCurators, refreshCuratorsAndWait } from "../../actions/curation/refreshCurators.ts";
import { registerCurator, registerCuratorAndWait } from "../../actions/curation/registerCurator.ts";
import { relay } from "../../actions/curation/relay.ts";
import { requestRefinement, requestRefinementAndWait } from "../../actions/curation/requestRefinement.ts";
import { resolveCanaries, resolveCanariesAndWait } from "../../actions/curation/resolveCanaries.ts";
import { revealSalt, revealSaltAndWait } from "../../actions/curation/revealSalt.ts";
import { scorePractice, scorePracticeAndWait } from "../../actions/curation/scorePractice.ts";
import { selfCertify, selfCertifyAndWait } from "../../actions/curation/selfCertify.ts";
import { setAuditTerms, setAuditTermsAndWait } from "../../actions/curation/setAuditTerms.ts";
import { setAuditToken, setAuditTokenAndWait } from "../../actions/curation/setAuditToken.ts";
import { setSaltChain, setSaltChainAndWait } from "../../actions/curation/setSaltChain.ts";
import { settleLot, settleLotAndWait } from "../../actions/curation/settleLot.ts";
import { signAuditBallot } from "../../actions/curation/signAuditBallot.ts";
import { signCuratorKey } from "../../actions/curation/signCuratorKey.ts";
import { veto, vetoAndWait } from "../../actions/curation/veto.ts";
import { withdrawDeposit, withdrawDepositAndWait } from "../../actions/curation/withdrawDeposit.ts";
import {
  getAuditQueryOptions,
  getAuditTermsQueryOptions,
  getCanariesQueryOptions,
  getChallengeQueryOptions,
  getCuratorQueryOptions,
  getDisputeQueryOptions,
  getElectorateQueryOptions,
  getEpochPointsQueryOptions,
  getInboxQueryOptions,
  getOpenMasksQueryOptions,
  getOutcomeQueryOptions,
  getPointsQueryOptions,
  getProducerQueryOptions,
  getScoreQueryOptions,
  getSlateQueryOptions,
  getTruthQueryOptions,
  getVetoQueryOptions,
  preparePanelSeedQueryOptions,
  prepareSeedQueryOptions,
  sampleLotQueryOptions,
  simulateAdjudicationQueryOptions,
  simulateCloseQueryOptions,
  simulateSlateQueryOptions,
  weighBallotsQueryOptions,
} from "../../query/generated/curation.ts";
import { type ReadHook, type SuspenseReadHook, defineReadHook, defineSuspenseReadHook } from "../readHook.ts";
import { type WriteHook, defineWriteHook } from "../writeHook.ts";

/**
 * Relays ballots of the panel on one challenge: decided assets are cleared or stay blocked. See `getChallenge`.
 * {@link adjudicate} as a mutation.
 */
export const useAdjudicate: WriteHook<typeof adjudicate, adjudicate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "adjudicate",
  adjudicate,
);

/** {@link useAdjudicate}, waiting for the receipt; what it changes is asked anew. */
export const useAdjudicateAndWait: WriteHook<typeof adjudicateAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "adjudicateAndWait",
  adjudicateAndWait,
);

/**
 * Lets an account commit lots to the studio's gate; only the registrar or the timelock may. {@link admitProducer} as
 * a mutation.
 */
export const useAdmitProducer: WriteHook<typeof admitProducer, admitProducer.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "admitProducer", admitProducer);

/** {@link useAdmitProducer}, waiting for the receipt; what it changes is asked anew. */
export const useAdmitProducerAndWait: WriteHook<typeof admitProducerAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "admitProducerAndWait", admitProducerAndWait);

/** Shortens a veto, once; only the lot's producer or its recipe's licensor may. {@link appealVeto} as a mutation. */
export const useAppealVeto: WriteHook<typeof appealVeto, appealVeto.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "appealVeto",
  appealVeto,
);

/** {@link useAppealVeto}, waiting for the receipt; what it changes is asked anew. */
export const useAppealVetoAndWait: WriteHook<typeof appealVetoAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "appealVetoAndWait",
  appealVetoAndWait,
);

/**
 * Asks for a fresh panel to judge a lot's challenges, once its window is over. Anybody may. {@link callPanel} as a
 * mutation.
 */
export const useCallPanel: WriteHook<typeof callPanel, callPanel.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "callPanel",
  callPanel,
);

/** {@link useCallPanel}, waiting for the receipt; what it changes is asked anew. */
export const useCallPanelAndWait: WriteHook<typeof callPanelAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "callPanelAndWait",
  callPanelAndWait,
);

/**
 * Casts a signed ballot of one pair of words on chain, so that no relayer can leave it out. Anybody may. {@link
 * castDirect} as a mutation.
 */
export const useCastDirect: WriteHook<typeof castDirect, castDirect.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "castDirect",
  castDirect,
);

/** {@link useCastDirect}, waiting for the receipt; what it changes is asked anew. */
export const useCastDirectAndWait: WriteHook<typeof castDirectAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "castDirectAndWait",
  castDirectAndWait,
);

/**
 * Challenges assets of an accepted lot within its window: they are blocked at once, and a panel judges them. The bond
 * is taken from the sender's deposit. {@link challenge} as a mutation.
 */
export const useChallenge: WriteHook<typeof challenge, challenge.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "challenge",
  challenge,
);

/** {@link useChallenge}, waiting for the receipt; what it changes is asked anew. */
export const useChallengeAndWait: WriteHook<typeof challengeAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "challengeAndWait",
  challengeAndWait,
);

/**
 * Challenges an accepted lot as a whole: it is suspended and audited once more, more strictly. {@link challengeLot}
 * as a mutation.
 */
export const useChallengeLot: WriteHook<typeof challengeLot, challengeLot.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "challengeLot",
  challengeLot,
);

/** {@link useChallengeLot}, waiting for the receipt; what it changes is asked anew. */
export const useChallengeLotAndWait: WriteHook<typeof challengeLotAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "challengeLotAndWait", challengeLotAndWait);

/**
 * Credits a curator with what it earned; it is withdrawn like any royalty. Anybody may, for anybody. {@link claimPay}
 * as a mutation.
 */
export const useClaimPay: WriteHook<typeof claimPay, claimPay.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "claimPay",
  claimPay,
);

/** {@link useClaimPay}, waiting for the receipt; what it changes is asked anew. */
export const useClaimPayAndWait: WriteHook<typeof claimPayAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "claimPayAndWait",
  claimPayAndWait,
);

/** Mints a curator's part of an epoch's reputation. Anybody may, for anybody. {@link claimReputation} as a mutation. */
export const useClaimReputation: WriteHook<typeof claimReputation, claimReputation.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "claimReputation", claimReputation);

/** {@link useClaimReputation}, waiting for the receipt; what it changes is asked anew. */
export const useClaimReputationAndWait: WriteHook<typeof claimReputationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "claimReputationAndWait", claimReputationAndWait);

/**
 * Relays ballots: the chain verifies and counts them and sets the verdict. A bound client also weighs signed ballots
 * and finds the present verdict by itself. {@link closeAudit} as a mutation.
 */
export const useCloseAudit: WriteHook<typeof closeAudit, closeAudit.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "closeAudit",
  closeAudit,
);

/** {@link useCloseAudit}, waiting for the receipt; what it changes is asked anew. */
export const useCloseAuditAndWait: WriteHook<typeof closeAuditAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "closeAuditAndWait",
  closeAuditAndWait,
);

/**
 * Reserves the reputation that the curators of an epoch that is over share. Anybody may. {@link closeEpoch} as a
 * mutation.
 */
export const useCloseEpoch: WriteHook<typeof closeEpoch, closeEpoch.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "closeEpoch",
  closeEpoch,
);

/** {@link useCloseEpoch}, waiting for the receipt; what it changes is asked anew. */
export const useCloseEpochAndWait: WriteHook<typeof closeEpochAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "closeEpochAndWait",
  closeEpochAndWait,
);

/**
 * `closeAudit` with what it may leave out found first: the weights of the ballots and the present verdict. {@link
 * closeSigned} as a mutation.
 */
export const useCloseSigned: WriteHook<typeof closeSigned, closeSigned.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "closeSigned",
  closeSigned,
);

/** {@link useCloseSigned}, waiting for the receipt; what it changes is asked anew. */
export const useCloseSignedAndWait: WriteHook<typeof closeSignedAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "closeSignedAndWait", closeSignedAndWait);

/** Relays approvals: the chain verifies and counts them and selects the best. {@link closeSlate} as a mutation. */
export const useCloseSlate: WriteHook<typeof closeSlate, closeSlate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "closeSlate",
  closeSlate,
);

/** {@link useCloseSlate}, waiting for the receipt; what it changes is asked anew. */
export const useCloseSlateAndWait: WriteHook<typeof closeSlateAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "closeSlateAndWait",
  closeSlateAndWait,
);

/**
 * Announces lots of known truth among those to come; the registrar, the timelock or the board may, with a bond from
 * its deposit. {@link commitCanaries} as a mutation.
 */
export const useCommitCanaries: WriteHook<typeof commitCanaries, commitCanaries.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "commitCanaries", commitCanaries);

/** {@link useCommitCanaries}, waiting for the receipt; what it changes is asked anew. */
export const useCommitCanariesAndWait: WriteHook<typeof commitCanariesAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "commitCanariesAndWait", commitCanariesAndWait);

/** Keeps a veto from lapsing; only the timelock may. {@link confirmVeto} as a mutation. */
export const useConfirmVeto: WriteHook<typeof confirmVeto, confirmVeto.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "confirmVeto",
  confirmVeto,
);

/** {@link useConfirmVeto}, waiting for the receipt; what it changes is asked anew. */
export const useConfirmVetoAndWait: WriteHook<typeof confirmVetoAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "confirmVetoAndWait", confirmVetoAndWait);

/**
 * Books what was paid into an account's pot as its deposit at the studio's gate. Anybody may; see `fundDeposit`.
 * {@link deposit} as a mutation.
 */
export const useDeposit: WriteHook<typeof deposit, deposit.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "deposit",
  deposit,
);

/** {@link useDeposit}, waiting for the receipt; what it changes is asked anew. */
export const useDepositAndWait: WriteHook<typeof depositAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "depositAndWait",
  depositAndWait,
);

/**
 * Draws the panel that judges a lot's challenges from the prevRandao of its seed block. Anybody may. {@link
 * drawPanel} as a mutation.
 */
export const useDrawPanel: WriteHook<typeof drawPanel, drawPanel.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "drawPanel",
  drawPanel,
);

/** {@link useDrawPanel}, waiting for the receipt; what it changes is asked anew. */
export const useDrawPanelAndWait: WriteHook<typeof drawPanelAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "drawPanelAndWait",
  drawPanelAndWait,
);

/** Draws a lot's seed from the prevRandao of its seed block: fixes sample and panel. {@link drawSeed} as a mutation. */
export const useDrawSeed: WriteHook<typeof drawSeed, drawSeed.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "drawSeed",
  drawSeed,
);

/** {@link useDrawSeed}, waiting for the receipt; what it changes is asked anew. */
export const useDrawSeedAndWait: WriteHook<typeof drawSeedAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "drawSeedAndWait",
  drawSeedAndWait,
);

/**
 * Ends a challenge that no panel will decide any more: its lot was rejected, or the panel timed out. {@link
 * dropChallenge} as a mutation.
 */
export const useDropChallenge: WriteHook<typeof dropChallenge, dropChallenge.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "dropChallenge", dropChallenge);

/** {@link useDropChallenge}, waiting for the receipt; what it changes is asked anew. */
export const useDropChallengeAndWait: WriteHook<typeof dropChallengeAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "dropChallengeAndWait", dropChallengeAndWait);

/** Gives bond and fee back where an audit came to no verdict in time. Anybody may. {@link expireLot} as a mutation. */
export const useExpireLot: WriteHook<typeof expireLot, expireLot.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "expireLot",
  expireLot,
);

/** {@link useExpireLot}, waiting for the receipt; what it changes is asked anew. */
export const useExpireLotAndWait: WriteHook<typeof expireLotAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "expireLotAndWait",
  expireLotAndWait,
);

/**
 * Pays into an account's deposit at the studio's gate: approves exactly the amount if the allowance is smaller, fills
 * the account's pot, and has the gate book it. {@link fundDeposit} as a mutation.
 */
export const useFundDeposit: WriteHook<typeof fundDeposit, fundDeposit.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "fundDeposit",
  fundDeposit,
);

/** Reads the audit of a lot. {@link getAudit} as a query. */
export const useGetAudit: ReadHook<typeof getAudit, getAudit.ErrorType> =
  /* @__PURE__ */ defineReadHook(getAuditQueryOptions);

/** {@link useGetAudit}, for which the component waits. */
export const useSuspenseGetAudit: SuspenseReadHook<typeof getAudit, getAudit.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getAuditQueryOptions);

/** Reads terms by which lots are audited, by their version. {@link getAuditTerms} as a query. */
export const useGetAuditTerms: ReadHook<typeof getAuditTerms, getAuditTerms.ErrorType> =
  /* @__PURE__ */ defineReadHook(getAuditTermsQueryOptions);

/** {@link useGetAuditTerms}, for which the component waits. */
export const useSuspenseGetAuditTerms: SuspenseReadHook<typeof getAuditTerms, getAuditTerms.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getAuditTermsQueryOptions);

/** Reads a set of canaries. {@link getCanaries} as a query. */
export const useGetCanaries: ReadHook<typeof getCanaries, getCanaries.ErrorType> =
  /* @__PURE__ */ defineReadHook(getCanariesQueryOptions);

/** {@link useGetCanaries}, for which the component waits. */
export const useSuspenseGetCanaries: SuspenseReadHook<typeof getCanaries, getCanaries.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getCanariesQueryOptions);

/** Reads a challenge; see `getOpenMasks` for what it is about. {@link getChallenge} as a query. */
export const useGetChallenge: ReadHook<typeof getChallenge, getChallenge.ErrorType> =
  /* @__PURE__ */ defineReadHook(getChallengeQueryOptions);

/** {@link useGetChallenge}, for which the component waits. */
export const useSuspenseGetChallenge: SuspenseReadHook<typeof getChallenge, getChallenge.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getChallengeQueryOptions);

/** Reads a curator; undefined if there is none. {@link getCurator} as a query. */
export const useGetCurator: ReadHook<typeof getCurator, getCurator.ErrorType> =
  /* @__PURE__ */ defineReadHook(getCuratorQueryOptions);

/** {@link useGetCurator}, for which the component waits. */
export const useSuspenseGetCurator: SuspenseReadHook<typeof getCurator, getCurator.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getCuratorQueryOptions);

/** Reads the state of a lot's challenges and of their panel. {@link getDispute} as a query. */
export const useGetDispute: ReadHook<typeof getDispute, getDispute.ErrorType> =
  /* @__PURE__ */ defineReadHook(getDisputeQueryOptions);

/** {@link useGetDispute}, for which the component waits. */
export const useSuspenseGetDispute: SuspenseReadHook<typeof getDispute, getDispute.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getDisputeQueryOptions);

/** Reads the sum of curators' standings in an epoch. {@link getElectorate} as a query. */
export const useGetElectorate: ReadHook<typeof getElectorate, getElectorate.ErrorType> =
  /* @__PURE__ */ defineReadHook(getElectorateQueryOptions);

/** {@link useGetElectorate}, for which the component waits. */
export const useSuspenseGetElectorate: SuspenseReadHook<typeof getElectorate, getElectorate.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getElectorateQueryOptions);

/** Reads the points of all curators in an epoch and the reputation that they share. {@link getEpochPoints} as a query. */
export const useGetEpochPoints: ReadHook<typeof getEpochPoints, getEpochPoints.ErrorType> =
  /* @__PURE__ */ defineReadHook(getEpochPointsQueryOptions);

/** {@link useGetEpochPoints}, for which the component waits. */
export const useSuspenseGetEpochPoints: SuspenseReadHook<typeof getEpochPoints, getEpochPoints.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getEpochPointsQueryOptions);

/** Reads whose ballots were cast directly. {@link getInbox} as a query. */
export const useGetInbox: ReadHook<typeof getInbox, getInbox.ErrorType> =
  /* @__PURE__ */ defineReadHook(getInboxQueryOptions);

/** {@link useGetInbox}, for which the component waits. */
export const useSuspenseGetInbox: SuspenseReadHook<typeof getInbox, getInbox.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getInboxQueryOptions);

/**
 * Rebuilds from the logs what is undecided of a challenge: the chain keeps only its hash. {@link getOpenMasks} as a
 * query.
 */
export const useGetOpenMasks: ReadHook<typeof getOpenMasks, getOpenMasks.ErrorType> =
  /* @__PURE__ */ defineReadHook(getOpenMasksQueryOptions);

/** {@link useGetOpenMasks}, for which the component waits. */
export const useSuspenseGetOpenMasks: SuspenseReadHook<typeof getOpenMasks, getOpenMasks.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getOpenMasksQueryOptions);

/**
 * Rebuilds from the logs what the newest close of an audit decided: the chain keeps only its digest. {@link
 * getOutcome} as a query.
 */
export const useGetOutcome: ReadHook<typeof getOutcome, getOutcome.ErrorType> =
  /* @__PURE__ */ defineReadHook(getOutcomeQueryOptions);

/** {@link useGetOutcome}, for which the component waits. */
export const useSuspenseGetOutcome: SuspenseReadHook<typeof getOutcome, getOutcome.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getOutcomeQueryOptions);

/** Reads a curator's points in an epoch. {@link getPoints} as a query. */
export const useGetPoints: ReadHook<typeof getPoints, getPoints.ErrorType> =
  /* @__PURE__ */ defineReadHook(getPointsQueryOptions);

/** {@link useGetPoints}, for which the component waits. */
export const useSuspenseGetPoints: SuspenseReadHook<typeof getPoints, getPoints.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getPointsQueryOptions);

/** Reads what a producer may commit, and what its deposit is. {@link getProducer} as a query. */
export const useGetProducer: ReadHook<typeof getProducer, getProducer.ErrorType> =
  /* @__PURE__ */ defineReadHook(getProducerQueryOptions);

/** {@link useGetProducer}, for which the component waits. */
export const useSuspenseGetProducer: SuspenseReadHook<typeof getProducer, getProducer.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getProducerQueryOptions);

/** Reads what a curator has scored and earned. {@link getScore} as a query. */
export const useGetScore: ReadHook<typeof getScore, getScore.ErrorType> =
  /* @__PURE__ */ defineReadHook(getScoreQueryOptions);

/** {@link useGetScore}, for which the component waits. */
export const useSuspenseGetScore: SuspenseReadHook<typeof getScore, getScore.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getScoreQueryOptions);

/** Reads a slate. {@link getSlate} as a query. */
export const useGetSlate: ReadHook<typeof getSlate, getSlate.ErrorType> =
  /* @__PURE__ */ defineReadHook(getSlateQueryOptions);

/** {@link useGetSlate}, for which the component waits. */
export const useSuspenseGetSlate: SuspenseReadHook<typeof getSlate, getSlate.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getSlateQueryOptions);

/** Reads the truth about an opened canary. {@link getTruth} as a query. */
export const useGetTruth: ReadHook<typeof getTruth, getTruth.ErrorType> =
  /* @__PURE__ */ defineReadHook(getTruthQueryOptions);

/** {@link useGetTruth}, for which the component waits. */
export const useSuspenseGetTruth: SuspenseReadHook<typeof getTruth, getTruth.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getTruthQueryOptions);

/** Reads the veto on a word of assets. {@link getVeto} as a query. */
export const useGetVeto: ReadHook<typeof getVeto, getVeto.ErrorType> =
  /* @__PURE__ */ defineReadHook(getVetoQueryOptions);

/** {@link useGetVeto}, for which the component waits. */
export const useSuspenseGetVeto: SuspenseReadHook<typeof getVeto, getVeto.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getVetoQueryOptions);

/**
 * Lets a stopped producer commit again, under tightened inspection; only the timelock may. {@link liftStop} as a
 * mutation.
 */
export const useLiftStop: WriteHook<typeof liftStop, liftStop.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "liftStop",
  liftStop,
);

/** {@link useLiftStop}, waiting for the receipt; what it changes is asked anew. */
export const useLiftStopAndWait: WriteHook<typeof liftStopAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "liftStopAndWait",
  liftStopAndWait,
);

/**
 * Frees vetoed assets; the board or the timelock may at any time, anybody once the veto has lapsed. {@link liftVeto}
 * as a mutation.
 */
export const useLiftVeto: WriteHook<typeof liftVeto, liftVeto.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "liftVeto",
  liftVeto,
);

/** {@link useLiftVeto}, waiting for the receipt; what it changes is asked anew. */
export const useLiftVetoAndWait: WriteHook<typeof liftVetoAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "liftVetoAndWait",
  liftVetoAndWait,
);

/**
 * Opens a canary: voids the lot, and its panel is scored against the truth. Anybody may who has the proof. {@link
 * openCanary} as a mutation.
 */
export const useOpenCanary: WriteHook<typeof openCanary, openCanary.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "openCanary",
  openCanary,
);

/** {@link useOpenCanary}, waiting for the receipt; what it changes is asked anew. */
export const useOpenCanaryAndWait: WriteHook<typeof openCanaryAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "openCanaryAndWait",
  openCanaryAndWait,
);

/** Opens a vote on the best k of up to 4,096 candidates. {@link openSlate} as a mutation. */
export const useOpenSlate: WriteHook<typeof openSlate, openSlate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "openSlate",
  openSlate,
);

/** {@link useOpenSlate}, waiting for the receipt; what it changes is asked anew. */
export const useOpenSlateAndWait: WriteHook<typeof openSlateAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "openSlateAndWait",
  openSlateAndWait,
);

/**
 * Fetches the header that proves the seed of the panel that judges a lot's challenges. {@link preparePanelSeed} as a
 * query.
 */
export const usePreparePanelSeed: ReadHook<typeof preparePanelSeed, preparePanelSeed.ErrorType> =
  /* @__PURE__ */ defineReadHook(preparePanelSeedQueryOptions);

/** {@link usePreparePanelSeed}, for which the component waits. */
export const useSuspensePreparePanelSeed: SuspenseReadHook<typeof preparePanelSeed, preparePanelSeed.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(preparePanelSeedQueryOptions);

/**
 * Fetches the header that proves a lot's seed and checks that it hashes to the block's hash. {@link prepareSeed} as a
 * query.
 */
export const usePrepareSeed: ReadHook<typeof prepareSeed, prepareSeed.ErrorType> =
  /* @__PURE__ */ defineReadHook(prepareSeedQueryOptions);

/** {@link usePrepareSeed}, for which the component waits. */
export const useSuspensePrepareSeed: SuspenseReadHook<typeof prepareSeed, prepareSeed.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(prepareSeedQueryOptions);

/**
 * Proves that an accepted asset copies an earlier one of the same studio: it is blocked. {@link proveDuplicate} as a
 * mutation.
 */
export const useProveDuplicate: WriteHook<typeof proveDuplicate, proveDuplicate.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "proveDuplicate", proveDuplicate);

/** {@link useProveDuplicate}, waiting for the receipt; what it changes is asked anew. */
export const useProveDuplicateAndWait: WriteHook<typeof proveDuplicateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "proveDuplicateAndWait", proveDuplicateAndWait);

/** Strikes off a curator who signed two different ballots on one thing. {@link proveEquivocation} as a mutation. */
export const useProveEquivocation: WriteHook<typeof proveEquivocation, proveEquivocation.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "proveEquivocation", proveEquivocation);

/** {@link useProveEquivocation}, waiting for the receipt; what it changes is asked anew. */
export const useProveEquivocationAndWait: WriteHook<typeof proveEquivocationAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "proveEquivocationAndWait", proveEquivocationAndWait);

/** Lets a curator who was struck off judge again; only the timelock may. {@link readmitCurator} as a mutation. */
export const useReadmitCurator: WriteHook<typeof readmitCurator, readmitCurator.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "readmitCurator", readmitCurator);

/** {@link useReadmitCurator}, waiting for the receipt; what it changes is asked anew. */
export const useReadmitCuratorAndWait: WriteHook<typeof readmitCuratorAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "readmitCuratorAndWait", readmitCuratorAndWait);

/**
 * Gives an audit another seed block, once, because the salt of its span was never revealed and the chain of salts was
 * replaced. Anybody may. {@link redraw} as a mutation.
 */
export const useRedraw: WriteHook<typeof redraw, redraw.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "redraw",
  redraw,
);

/** {@link useRedraw}, waiting for the receipt; what it changes is asked anew. */
export const useRedrawAndWait: WriteHook<typeof redrawAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "redrawAndWait",
  redrawAndWait,
);

/**
 * Brings curators' standings up to their reputation, from the next epoch on. Anybody may, for anybody. {@link
 * refreshCurators} as a mutation.
 */
export const useRefreshCurators: WriteHook<typeof refreshCurators, refreshCurators.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "refreshCurators", refreshCurators);

/** {@link useRefreshCurators}, waiting for the receipt; what it changes is asked anew. */
export const useRefreshCuratorsAndWait: WriteHook<typeof refreshCuratorsAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "refreshCuratorsAndWait", refreshCuratorsAndWait);

/**
 * Registers the sender, a member with enough reputation, as a curator, or gives a curator a new key. {@link
 * registerCurator} as a mutation.
 */
export const useRegisterCurator: WriteHook<typeof registerCurator, registerCurator.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "registerCurator", registerCurator);

/** {@link useRegisterCurator}, waiting for the receipt; what it changes is asked anew. */
export const useRegisterCuratorAndWait: WriteHook<typeof registerCuratorAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "registerCuratorAndWait", registerCuratorAndWait);

/**
 * Collects ballots until they make a verdict, and closes the audit: as soon as all who are drawn have judged, else
 * after the deadline. Ballots that the chain would refuse are left out, those from its inbox are added. Any number of
 * relayers may work on one audit. {@link relay} as a mutation.
 */
export const useRelay: WriteHook<typeof relay, relay.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "relay",
  relay,
);

/**
 * Asks the producer of a selected candidate to refine it; the registrar or the timelock may. {@link
 * requestRefinement} as a mutation.
 */
export const useRequestRefinement: WriteHook<typeof requestRefinement, requestRefinement.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "requestRefinement", requestRefinement);

/** {@link useRequestRefinement}, waiting for the receipt; what it changes is asked anew. */
export const useRequestRefinementAndWait: WriteHook<typeof requestRefinementAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "requestRefinementAndWait", requestRefinementAndWait);

/**
 * Ends a set of canaries: its bond goes back once all are opened, and to the timelock after the deadline. Anybody
 * may. {@link resolveCanaries} as a mutation.
 */
export const useResolveCanaries: WriteHook<typeof resolveCanaries, resolveCanaries.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "resolveCanaries", resolveCanaries);

/** {@link useResolveCanaries}, waiting for the receipt; what it changes is asked anew. */
export const useResolveCanariesAndWait: WriteHook<typeof resolveCanariesAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "resolveCanariesAndWait", resolveCanariesAndWait);

/** Reveals the salt of a span of 256 blocks that is over. Anybody may who knows it. {@link revealSalt} as a mutation. */
export const useRevealSalt: WriteHook<typeof revealSalt, revealSalt.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "revealSalt",
  revealSalt,
);

/** {@link useRevealSalt}, waiting for the receipt; what it changes is asked anew. */
export const useRevealSaltAndWait: WriteHook<typeof revealSaltAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "revealSaltAndWait",
  revealSaltAndWait,
);

/**
 * The assets that a lot's curators judge, and what their ballots have to name; before and after the close. {@link
 * sampleLot} as a query.
 */
export const useSampleLot: ReadHook<typeof sampleLot, sampleLot.ErrorType> =
  /* @__PURE__ */ defineReadHook(sampleLotQueryOptions);

/** {@link useSampleLot}, for which the component waits. */
export const useSuspenseSampleLot: SuspenseReadHook<typeof sampleLot, sampleLot.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(sampleLotQueryOptions);

/**
 * Scores a ballot of a curator without a standing on an opened canary. Anybody may. {@link scorePractice} as a
 * mutation.
 */
export const useScorePractice: WriteHook<typeof scorePractice, scorePractice.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "scorePractice", scorePractice);

/** {@link useScorePractice}, waiting for the receipt; what it changes is asked anew. */
export const useScorePracticeAndWait: WriteHook<typeof scorePracticeAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "scorePracticeAndWait", scorePracticeAndWait);

/**
 * Accepts a lot of a solo studio without judges, and says so in its verdict; only the registrar or the timelock may.
 * {@link selfCertify} as a mutation.
 */
export const useSelfCertify: WriteHook<typeof selfCertify, selfCertify.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "selfCertify",
  selfCertify,
);

/** {@link useSelfCertify}, waiting for the receipt; what it changes is asked anew. */
export const useSelfCertifyAndWait: WriteHook<typeof selfCertifyAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "selfCertifyAndWait", selfCertifyAndWait);

/**
 * Sets the terms by which lots committed from now on are audited; only the timelock may. {@link setAuditTerms} as a
 * mutation.
 */
export const useSetAuditTerms: WriteHook<typeof setAuditTerms, setAuditTerms.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "setAuditTerms", setAuditTerms);

/** {@link useSetAuditTerms}, waiting for the receipt; what it changes is asked anew. */
export const useSetAuditTermsAndWait: WriteHook<typeof setAuditTermsAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "setAuditTermsAndWait", setAuditTermsAndWait);

/**
 * Sets the token of the studio's deposits, bonds and fees, once; only the timelock may. {@link setAuditToken} as a
 * mutation.
 */
export const useSetAuditToken: WriteHook<typeof setAuditToken, setAuditToken.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "setAuditToken", setAuditToken);

/** {@link useSetAuditToken}, waiting for the receipt; what it changes is asked anew. */
export const useSetAuditTokenAndWait: WriteHook<typeof setAuditTokenAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "setAuditTokenAndWait", setAuditTokenAndWait);

/**
 * Begins a chain of pre-committed salts, which seeds need off L1; the registrar or the timelock the first time, then
 * the timelock. {@link setSaltChain} as a mutation.
 */
export const useSetSaltChain: WriteHook<typeof setSaltChain, setSaltChain.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "setSaltChain",
  setSaltChain,
);

/** {@link useSetSaltChain}, waiting for the receipt; what it changes is asked anew. */
export const useSetSaltChainAndWait: WriteHook<typeof setSaltChainAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "setSaltChainAndWait", setSaltChainAndWait);

/**
 * Pays the panel of a final audit, scores its ballots and decides about the bond. Anybody may, once a round; see
 * `getOutcome`. {@link settleLot} as a mutation.
 */
export const useSettleLot: WriteHook<typeof settleLot, settleLot.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "settleLot",
  settleLot,
);

/** {@link useSettleLot}, waiting for the receipt; what it changes is asked anew. */
export const useSettleLotAndWait: WriteHook<typeof settleLotAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "settleLotAndWait",
  settleLotAndWait,
);

/**
 * Signs a curator's ballot: one `"ok"`, `"defect"` or undefined (abstains) for each lane of a sample or of challenged
 * words, or the approvals of a slate. {@link signAuditBallot} as a mutation.
 */
export const useSignAuditBallot: WriteHook<typeof signAuditBallot, signAuditBallot.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "signAuditBallot", signAuditBallot);

/**
 * Signs, with a ballot key, that it serves a member: what `registerCurator` takes. {@link signCuratorKey} as a
 * mutation.
 */
export const useSignCuratorKey: WriteHook<typeof signCuratorKey, signCuratorKey.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "signCuratorKey", signCuratorKey);

/**
 * What `adjudicate` would decide with these ballots, computed here; throws `BallotRejectedError` for a ballot that
 * the chain would refuse, `AuditOpenError` where nothing is decided yet. {@link simulateAdjudication} as a query.
 */
export const useSimulateAdjudication: ReadHook<typeof simulateAdjudication, simulateAdjudication.ErrorType> =
  /* @__PURE__ */ defineReadHook(simulateAdjudicationQueryOptions);

/** {@link useSimulateAdjudication}, for which the component waits. */
export const useSuspenseSimulateAdjudication: SuspenseReadHook<
  typeof simulateAdjudication,
  simulateAdjudication.ErrorType
> = /* @__PURE__ */ defineSuspenseReadHook(simulateAdjudicationQueryOptions);

/**
 * The verdict that `closeAudit` would give with these ballots, computed here; throws `BallotRejectedError` for a
 * ballot that the chain would refuse, `AuditOpenError` where there is no verdict yet. {@link simulateClose} as a
 * query.
 */
export const useSimulateClose: ReadHook<typeof simulateClose, simulateClose.ErrorType> =
  /* @__PURE__ */ defineReadHook(simulateCloseQueryOptions);

/** {@link useSimulateClose}, for which the component waits. */
export const useSuspenseSimulateClose: SuspenseReadHook<typeof simulateClose, simulateClose.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(simulateCloseQueryOptions);

/**
 * The result that `closeSlate` would give with these ballots, computed here; throws `BallotRejectedError` for a
 * ballot that the chain would refuse, `AuditOpenError` where there is no result yet. {@link simulateSlate} as a
 * query.
 */
export const useSimulateSlate: ReadHook<typeof simulateSlate, simulateSlate.ErrorType> =
  /* @__PURE__ */ defineReadHook(simulateSlateQueryOptions);

/** {@link useSimulateSlate}, for which the component waits. */
export const useSuspenseSimulateSlate: SuspenseReadHook<typeof simulateSlate, simulateSlate.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(simulateSlateQueryOptions);

/**
 * Blocks assets by ethical judgment until it lapses or is confirmed; only the board or the timelock may. {@link veto}
 * as a mutation.
 */
export const useVeto: WriteHook<typeof veto, veto.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "veto",
  veto,
);

/** {@link useVeto}, waiting for the receipt; what it changes is asked anew. */
export const useVetoAndWait: WriteHook<typeof vetoAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "curation",
  "vetoAndWait",
  vetoAndWait,
);

/**
 * What the ballots of an audit weigh now; the panel widens while drawn curators sleep. {@link weighBallots} as a
 * query.
 */
export const useWeighBallots: ReadHook<typeof weighBallots, weighBallots.ErrorType> =
  /* @__PURE__ */ defineReadHook(weighBallotsQueryOptions);

/** {@link useWeighBallots}, for which the component waits. */
export const useSuspenseWeighBallots: SuspenseReadHook<typeof weighBallots, weighBallots.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(weighBallotsQueryOptions);

/**
 * Credits the sender with a part of its deposit that is not at stake; it is withdrawn like any royalty. {@link
 * withdrawDeposit} as a mutation.
 */
export const useWithdrawDeposit: WriteHook<typeof withdrawDeposit, withdrawDeposit.ErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "withdrawDeposit", withdrawDeposit);

/** {@link useWithdrawDeposit}, waiting for the receipt; what it changes is asked anew. */
export const useWithdrawDepositAndWait: WriteHook<typeof withdrawDepositAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("curation", "withdrawDepositAndWait", withdrawDepositAndWait);
