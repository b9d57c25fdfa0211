"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";
import type { getBoard } from "../../actions/board/getBoard.ts";
import type { getCandidacy } from "../../actions/board/getCandidacy.ts";
import type { getClaim } from "../../actions/board/getClaim.ts";
import type { getReview } from "../../actions/board/getReview.ts";
import { appealReview, appealReviewAndWait } from "../../actions/board/appealReview.ts";
import { appointChamber, appointChamberAndWait } from "../../actions/board/appointChamber.ts";
import { closeClaim, closeClaimAndWait } from "../../actions/board/closeClaim.ts";
import { electSeat, electSeatAndWait } from "../../actions/board/electSeat.ts";
import { enactReview, enactReviewAndWait } from "../../actions/board/enactReview.ts";
import { fileClaim, fileClaimAndWait } from "../../actions/board/fileClaim.ts";
import { grantAppeal, grantAppealAndWait } from "../../actions/board/grantAppeal.ts";
import { lapseClaim, lapseClaimAndWait } from "../../actions/board/lapseClaim.ts";
import { openReview, openReviewAndWait } from "../../actions/board/openReview.ts";
import { removeSeat, removeSeatAndWait } from "../../actions/board/removeSeat.ts";
import { resignSeat, resignSeatAndWait } from "../../actions/board/resignSeat.ts";
import { rewardReview, rewardReviewAndWait } from "../../actions/board/rewardReview.ts";
import { setClaimTerms, setClaimTermsAndWait } from "../../actions/board/setClaimTerms.ts";
import { setVetoLimit, setVetoLimitAndWait } from "../../actions/board/setVetoLimit.ts";
import { standForSeat, standForSeatAndWait } from "../../actions/board/standForSeat.ts";
import { vetoAsChamber, vetoAsChamberAndWait } from "../../actions/board/vetoAsChamber.ts";
import { voteOnReview, voteOnReviewAndWait } from "../../actions/board/voteOnReview.ts";
import { withdrawBond, withdrawBondAndWait } from "../../actions/board/withdrawBond.ts";
import {
  getBoardQueryOptions,
  getCandidacyQueryOptions,
  getClaimQueryOptions,
  getReviewQueryOptions,
} from "../../query/generated/board.ts";
import { type ReadHook, type SuspenseReadHook, defineReadHook, defineSuspenseReadHook } from "../readHook.ts";
import { type WriteHook, defineWriteHook } from "../writeHook.ts";

/**
 * Asks that a quarantine be confirmed by two thirds in 14 days or lifted; the lot's producer or the recipe's licensor
 * may, once. {@link appealReview} as a mutation.
 */
export const useAppealReview: WriteHook<typeof appealReview, appealReview.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "appealReview",
  appealReview,
);

/** {@link useAppealReview}, waiting for the receipt; what it changes is asked anew. */
export const useAppealReviewAndWait: WriteHook<typeof appealReviewAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "appealReviewAndWait", appealReviewAndWait);

/** Lets stakeholders from outside veto beside the board; only the timelock may. {@link appointChamber} as a mutation. */
export const useAppointChamber: WriteHook<typeof appointChamber, appointChamber.ErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "appointChamber", appointChamber);

/** {@link useAppointChamber}, waiting for the receipt; what it changes is asked anew. */
export const useAppointChamberAndWait: WriteHook<typeof appointChamberAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "appointChamberAndWait", appointChamberAndWait);

/** Sends the bond of an answered claim where the finding says; anybody may. {@link closeClaim} as a mutation. */
export const useCloseClaim: WriteHook<typeof closeClaim, closeClaim.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "closeClaim",
  closeClaim,
);

/** {@link useCloseClaim}, waiting for the receipt; what it changes is asked anew. */
export const useCloseClaimAndWait: WriteHook<typeof closeClaimAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "closeClaimAndWait",
  closeClaimAndWait,
);

/** Elects a candidate for a year; only the timelock may, and no board can veto that. {@link electSeat} as a mutation. */
export const useElectSeat: WriteHook<typeof electSeat, electSeat.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "electSeat",
  electSeat,
);

/** {@link useElectSeat}, waiting for the receipt; what it changes is asked anew. */
export const useElectSeatAndWait: WriteHook<typeof electSeatAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "electSeatAndWait",
  electSeatAndWait,
);

/** Does what enough live seats support; anybody may. {@link enactReview} as a mutation. */
export const useEnactReview: WriteHook<typeof enactReview, enactReview.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "enactReview",
  enactReview,
);

/** {@link useEnactReview}, waiting for the receipt; what it changes is asked anew. */
export const useEnactReviewAndWait: WriteHook<typeof enactReviewAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "enactReviewAndWait", enactReviewAndWait);

/**
 * Files a claim that the board must answer in 14 days; anybody may, for the bond that `fundPot` puts aside (see
 * `toBondId`). {@link fileClaim} as a mutation.
 */
export const useFileClaim: WriteHook<typeof fileClaim, fileClaim.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "fileClaim",
  fileClaim,
);

/** {@link useFileClaim}, waiting for the receipt; what it changes is asked anew. */
export const useFileClaimAndWait: WriteHook<typeof fileClaimAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "fileClaimAndWait",
  fileClaimAndWait,
);

/** Reads the ethics board: its seats, limits and terms, in one round trip. {@link getBoard} as a query. */
export const useGetBoard: ReadHook<typeof getBoard, getBoard.ErrorType> =
  /* @__PURE__ */ defineReadHook(getBoardQueryOptions);

/** {@link useGetBoard}, for which the component waits. */
export const useSuspenseGetBoard: SuspenseReadHook<typeof getBoard, getBoard.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getBoardQueryOptions);

/**
 * Reads what an account is to the ethics board: candidate, seat, claimant, in one round trip. {@link getCandidacy} as
 * a query.
 */
export const useGetCandidacy: ReadHook<typeof getCandidacy, getCandidacy.ErrorType> =
  /* @__PURE__ */ defineReadHook(getCandidacyQueryOptions);

/** {@link useGetCandidacy}, for which the component waits. */
export const useSuspenseGetCandidacy: SuspenseReadHook<typeof getCandidacy, getCandidacy.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getCandidacyQueryOptions);

/** Reads a claim that somebody filed with the ethics board. {@link getClaim} as a query. */
export const useGetClaim: ReadHook<typeof getClaim, getClaim.ErrorType> =
  /* @__PURE__ */ defineReadHook(getClaimQueryOptions);

/** {@link useGetClaim}, for which the component waits. */
export const useSuspenseGetClaim: SuspenseReadHook<typeof getClaim, getClaim.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getClaimQueryOptions);

/** Reads a review of the ethics board and how its vote stands, in one round trip. {@link getReview} as a query. */
export const useGetReview: ReadHook<typeof getReview, getReview.ErrorType> =
  /* @__PURE__ */ defineReadHook(getReviewQueryOptions);

/** {@link useGetReview}, for which the component waits. */
export const useSuspenseGetReview: SuspenseReadHook<typeof getReview, getReview.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getReviewQueryOptions);

/** Lifts a quarantine that was appealed 14 days ago and not confirmed; anybody may. {@link grantAppeal} as a mutation. */
export const useGrantAppeal: WriteHook<typeof grantAppeal, grantAppeal.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "grantAppeal",
  grantAppeal,
);

/** {@link useGrantAppeal}, waiting for the receipt; what it changes is asked anew. */
export const useGrantAppealAndWait: WriteHook<typeof grantAppealAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "grantAppealAndWait", grantAppealAndWait);

/**
 * Ends a claim that nobody answered in 14 days: its subject is stopped, the bond goes back; anybody may. {@link
 * lapseClaim} as a mutation.
 */
export const useLapseClaim: WriteHook<typeof lapseClaim, lapseClaim.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "lapseClaim",
  lapseClaim,
);

/** {@link useLapseClaim}, waiting for the receipt; what it changes is asked anew. */
export const useLapseClaimAndWait: WriteHook<typeof lapseClaimAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "lapseClaimAndWait",
  lapseClaimAndWait,
);

/** Asks the ethics board to decide; a live seat may, and has voted for it by that. {@link openReview} as a mutation. */
export const useOpenReview: WriteHook<typeof openReview, openReview.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "openReview",
  openReview,
);

/** {@link useOpenReview}, waiting for the receipt; what it changes is asked anew. */
export const useOpenReviewAndWait: WriteHook<typeof openReviewAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "openReviewAndWait",
  openReviewAndWait,
);

/** Empties a seat before its term is over; only the timelock may. {@link removeSeat} as a mutation. */
export const useRemoveSeat: WriteHook<typeof removeSeat, removeSeat.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "removeSeat",
  removeSeat,
);

/** {@link useRemoveSeat}, waiting for the receipt; what it changes is asked anew. */
export const useRemoveSeatAndWait: WriteHook<typeof removeSeatAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "removeSeatAndWait",
  removeSeatAndWait,
);

/** Empties the sender's seat. {@link resignSeat} as a mutation. */
export const useResignSeat: WriteHook<typeof resignSeat, resignSeat.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "resignSeat",
  resignSeat,
);

/** {@link useResignSeat}, waiting for the receipt; what it changes is asked anew. */
export const useResignSeatAndWait: WriteHook<typeof resignSeatAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "resignSeatAndWait",
  resignSeatAndWait,
);

/**
 * Mints reputation to the seats that voted on the answer to a claim; anybody may, one review a day. {@link
 * rewardReview} as a mutation.
 */
export const useRewardReview: WriteHook<typeof rewardReview, rewardReview.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "rewardReview",
  rewardReview,
);

/** {@link useRewardReview}, waiting for the receipt; what it changes is asked anew. */
export const useRewardReviewAndWait: WriteHook<typeof rewardReviewAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "rewardReviewAndWait", rewardReviewAndWait);

/** Sets what a claim costs; only the timelock may. {@link setClaimTerms} as a mutation. */
export const useSetClaimTerms: WriteHook<typeof setClaimTerms, setClaimTerms.ErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "setClaimTerms", setClaimTerms);

/** {@link useSetClaimTerms}, waiting for the receipt; what it changes is asked anew. */
export const useSetClaimTermsAndWait: WriteHook<typeof setClaimTermsAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "setClaimTermsAndWait", setClaimTermsAndWait);

/** Sets how often the board may veto; only the timelock may. {@link setVetoLimit} as a mutation. */
export const useSetVetoLimit: WriteHook<typeof setVetoLimit, setVetoLimit.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "setVetoLimit",
  setVetoLimit,
);

/** {@link useSetVetoLimit}, waiting for the receipt; what it changes is asked anew. */
export const useSetVetoLimitAndWait: WriteHook<typeof setVetoLimitAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "setVetoLimitAndWait", setVetoLimitAndWait);

/** Says that the sender is ready to be elected in the next 90 days. {@link standForSeat} as a mutation. */
export const useStandForSeat: WriteHook<typeof standForSeat, standForSeat.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "standForSeat",
  standForSeat,
);

/** {@link useStandForSeat}, waiting for the receipt; what it changes is asked anew. */
export const useStandForSeatAndWait: WriteHook<typeof standForSeatAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "standForSeatAndWait", standForSeatAndWait);

/**
 * Vetoes proposals in the name of the appointed chamber, under the board's limits. {@link vetoAsChamber} as a
 * mutation.
 */
export const useVetoAsChamber: WriteHook<typeof vetoAsChamber, vetoAsChamber.ErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "vetoAsChamber", vetoAsChamber);

/** {@link useVetoAsChamber}, waiting for the receipt; what it changes is asked anew. */
export const useVetoAsChamberAndWait: WriteHook<typeof vetoAsChamberAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "vetoAsChamberAndWait", vetoAsChamberAndWait);

/**
 * Votes on a review in public; a live seat that began before the review may, once. {@link voteOnReview} as a
 * mutation.
 */
export const useVoteOnReview: WriteHook<typeof voteOnReview, voteOnReview.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "voteOnReview",
  voteOnReview,
);

/** {@link useVoteOnReview}, waiting for the receipt; what it changes is asked anew. */
export const useVoteOnReviewAndWait: WriteHook<typeof voteOnReviewAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "voteOnReviewAndWait", voteOnReviewAndWait);

/**
 * Credits the sender with what it put aside for claims and did not use; it is withdrawn like any royalty. {@link
 * withdrawBond} as a mutation.
 */
export const useWithdrawBond: WriteHook<typeof withdrawBond, withdrawBond.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "board",
  "withdrawBond",
  withdrawBond,
);

/** {@link useWithdrawBond}, waiting for the receipt; what it changes is asked anew. */
export const useWithdrawBondAndWait: WriteHook<typeof withdrawBondAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("board", "withdrawBondAndWait", withdrawBondAndWait);
