import { appealReview, type appealReviewAndWait } from "../actions/board/appealReview.ts";
import { appointChamber, type appointChamberAndWait } from "../actions/board/appointChamber.ts";
import { closeClaim, type closeClaimAndWait } from "../actions/board/closeClaim.ts";
import { electSeat, type electSeatAndWait } from "../actions/board/electSeat.ts";
import { enactReview, type enactReviewAndWait } from "../actions/board/enactReview.ts";
import { fileClaim, type fileClaimAndWait } from "../actions/board/fileClaim.ts";
import { getBoard } from "../actions/board/getBoard.ts";
import { getCandidacy } from "../actions/board/getCandidacy.ts";
import { getClaim } from "../actions/board/getClaim.ts";
import { getReview } from "../actions/board/getReview.ts";
import { grantAppeal, type grantAppealAndWait } from "../actions/board/grantAppeal.ts";
import { lapseClaim, type lapseClaimAndWait } from "../actions/board/lapseClaim.ts";
import { openReview, type openReviewAndWait } from "../actions/board/openReview.ts";
import { removeSeat, type removeSeatAndWait } from "../actions/board/removeSeat.ts";
import { resignSeat, type resignSeatAndWait } from "../actions/board/resignSeat.ts";
import { rewardReview, type rewardReviewAndWait } from "../actions/board/rewardReview.ts";
import { setClaimTerms, type setClaimTermsAndWait } from "../actions/board/setClaimTerms.ts";
import { setVetoLimit, type setVetoLimitAndWait } from "../actions/board/setVetoLimit.ts";
import { standForSeat, type standForSeatAndWait } from "../actions/board/standForSeat.ts";
import { vetoAsChamber, type vetoAsChamberAndWait } from "../actions/board/vetoAsChamber.ts";
import { voteOnReview, type voteOnReviewAndWait } from "../actions/board/voteOnReview.ts";
import { withdrawBond, type withdrawBondAndWait } from "../actions/board/withdrawBond.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** The ethics board, as methods of a client. */
export type BoardActions = {
  /**
   * Asks that a quarantine be confirmed by two thirds in 14 days or lifted; the lot's producer or the recipe's
   * licensor may, once.  * See {@link appealReview}.
   */
  appealReview: Bound<typeof appealReview>;
  /** {@link appealReview}, waiting for the receipt. */
  appealReviewAndWait: Bound<typeof appealReviewAndWait>;
  /** Lets stakeholders from outside veto beside the board; only the timelock may.  * See {@link appointChamber}. */
  appointChamber: Bound<typeof appointChamber>;
  /** {@link appointChamber}, waiting for the receipt. */
  appointChamberAndWait: Bound<typeof appointChamberAndWait>;
  /** Sends the bond of an answered claim where the finding says; anybody may.  * See {@link closeClaim}. */
  closeClaim: Bound<typeof closeClaim>;
  /** {@link closeClaim}, waiting for the receipt. */
  closeClaimAndWait: Bound<typeof closeClaimAndWait>;
  /**
   * Elects a candidate for a year; only the timelock may, and no board can veto that.  * See {@link electSeat}.
   */
  electSeat: Bound<typeof electSeat>;
  /** {@link electSeat}, waiting for the receipt. */
  electSeatAndWait: Bound<typeof electSeatAndWait>;
  /** Does what enough live seats support; anybody may.  * See {@link enactReview}. */
  enactReview: Bound<typeof enactReview>;
  /** {@link enactReview}, waiting for the receipt. */
  enactReviewAndWait: Bound<typeof enactReviewAndWait>;
  /**
   * Files a claim that the board must answer in 14 days; anybody may, for the bond that `fundPot` puts aside (see `toBondId`).  *
   * See {@link fileClaim}.
   */
  fileClaim: Bound<typeof fileClaim>;
  /** {@link fileClaim}, waiting for the receipt. */
  fileClaimAndWait: Bound<typeof fileClaimAndWait>;
  /** Reads the ethics board: its seats, limits and terms, in one round trip.  * See {@link getBoard}. */
  getBoard: Bound<typeof getBoard>;
  /**
   * Reads what an account is to the ethics board: candidate, seat, claimant, in one round trip.  * See {@link
   * getCandidacy}.
   */
  getCandidacy: Bound<typeof getCandidacy>;
  /** Reads a claim that somebody filed with the ethics board.  * See {@link getClaim}. */
  getClaim: Bound<typeof getClaim>;
  /**
   * Reads a review of the ethics board and how its vote stands, in one round trip.  * See {@link getReview}.
   */
  getReview: Bound<typeof getReview>;
  /**
   * Lifts a quarantine that was appealed 14 days ago and not confirmed; anybody may.  * See {@link grantAppeal}.
   */
  grantAppeal: Bound<typeof grantAppeal>;
  /** {@link grantAppeal}, waiting for the receipt. */
  grantAppealAndWait: Bound<typeof grantAppealAndWait>;
  /**
   * Ends a claim that nobody answered in 14 days: its subject is stopped, the bond goes back; anybody may.  * See
   * {@link lapseClaim}.
   */
  lapseClaim: Bound<typeof lapseClaim>;
  /** {@link lapseClaim}, waiting for the receipt. */
  lapseClaimAndWait: Bound<typeof lapseClaimAndWait>;
  /**
   * Asks the ethics board to decide; a live seat may, and has voted for it by that.  * See {@link openReview}.
   */
  openReview: Bound<typeof openReview>;
  /** {@link openReview}, waiting for the receipt. */
  openReviewAndWait: Bound<typeof openReviewAndWait>;
  /** Empties a seat before its term is over; only the timelock may.  * See {@link removeSeat}. */
  removeSeat: Bound<typeof removeSeat>;
  /** {@link removeSeat}, waiting for the receipt. */
  removeSeatAndWait: Bound<typeof removeSeatAndWait>;
  /** Empties the sender's seat.  * See {@link resignSeat}. */
  resignSeat: Bound<typeof resignSeat>;
  /** {@link resignSeat}, waiting for the receipt. */
  resignSeatAndWait: Bound<typeof resignSeatAndWait>;
  /**
   * Mints reputation to the seats that voted on the answer to a claim; anybody may, one review a day.  * See {@link
   * rewardReview}.
   */
  rewardReview: Bound<typeof rewardReview>;
  /** {@link rewardReview}, waiting for the receipt. */
  rewardReviewAndWait: Bound<typeof rewardReviewAndWait>;
  /** Sets what a claim costs; only the timelock may.  * See {@link setClaimTerms}. */
  setClaimTerms: Bound<typeof setClaimTerms>;
  /** {@link setClaimTerms}, waiting for the receipt. */
  setClaimTermsAndWait: Bound<typeof setClaimTermsAndWait>;
  /** Sets how often the board may veto; only the timelock may.  * See {@link setVetoLimit}. */
  setVetoLimit: Bound<typeof setVetoLimit>;
  /** {@link setVetoLimit}, waiting for the receipt. */
  setVetoLimitAndWait: Bound<typeof setVetoLimitAndWait>;
  /** Says that the sender is ready to be elected in the next 90 days.  * See {@link standForSeat}. */
  standForSeat: Bound<typeof standForSeat>;
  /** {@link standForSeat}, waiting for the receipt. */
  standForSeatAndWait: Bound<typeof standForSeatAndWait>;
  /**
   * Vetoes proposals in the name of the appointed chamber, under the board's limits.  * See {@link vetoAsChamber}.
   */
  vetoAsChamber: Bound<typeof vetoAsChamber>;
  /** {@link vetoAsChamber}, waiting for the receipt. */
  vetoAsChamberAndWait: Bound<typeof vetoAsChamberAndWait>;
  /**
   * Votes on a review in public; a live seat that began before the review may, once.  * See {@link voteOnReview}.
   */
  voteOnReview: Bound<typeof voteOnReview>;
  /** {@link voteOnReview}, waiting for the receipt. */
  voteOnReviewAndWait: Bound<typeof voteOnReviewAndWait>;
  /**
   * Credits the sender with what it put aside for claims and did not use; it is withdrawn like any royalty.  * See
   * {@link withdrawBond}.
   */
  withdrawBond: Bound<typeof withdrawBond>;
  /** {@link withdrawBond}, waiting for the receipt. */
  withdrawBondAndWait: Bound<typeof withdrawBondAndWait>;
};

/** The actions behind {@link BoardActions}. */
export const BOARD_ACTIONS = {
  appealReview,
  appointChamber,
  closeClaim,
  electSeat,
  enactReview,
  fileClaim,
  getBoard,
  getCandidacy,
  getClaim,
  getReview,
  grantAppeal,
  lapseClaim,
  openReview,
  removeSeat,
  resignSeat,
  rewardReview,
  setClaimTerms,
  setVetoLimit,
  standForSeat,
  vetoAsChamber,
  voteOnReview,
  withdrawBond,
} as const satisfies Record<Unwaiting<keyof BoardActions>, unknown>;
