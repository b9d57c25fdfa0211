// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getBoard } from "../../actions/board/getBoard.ts";
import { getCandidacy } from "../../actions/board/getCandidacy.ts";
import { getClaim } from "../../actions/board/getClaim.ts";
import { getReview } from "../../actions/board/getReview.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

/** Reads the ethics board: its seats, limits and terms, in one round trip. The query of {@link getBoard}. */
export const getBoardQueryOptions: ReadQuery<typeof getBoard> = /* @__PURE__ */ defineReadQuery(
  "board",
  "getBoard",
  getBoard,
);

/**
 * Reads what an account is to the ethics board: candidate, seat, claimant, in one round trip. The query of {@link
 * getCandidacy}.
 */
export const getCandidacyQueryOptions: ReadQuery<typeof getCandidacy> = /* @__PURE__ */ defineReadQuery(
  "board",
  "getCandidacy",
  getCandidacy,
);

/** Reads a claim that somebody filed with the ethics board. The query of {@link getClaim}. */
export const getClaimQueryOptions: ReadQuery<typeof getClaim> = /* @__PURE__ */ defineReadQuery(
  "board",
  "getClaim",
  getClaim,
);

/** Reads a review of the ethics board and how its vote stands, in one round trip. The query of {@link getReview}. */
export const getReviewQueryOptions: ReadQuery<typeof getReview> = /* @__PURE__ */ defineReadQuery(
  "board",
  "getReview",
  getReview,
);
