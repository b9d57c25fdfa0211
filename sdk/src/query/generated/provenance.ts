// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getAttestationId } from "../../actions/provenance/getAttestationId.ts";
import { getAttestations } from "../../actions/provenance/getAttestations.ts";
import { getContest } from "../../actions/provenance/getContest.ts";
import { getContestJudge } from "../../actions/provenance/getContestJudge.ts";
import { getContestTerms } from "../../actions/provenance/getContestTerms.ts";
import { getEarliest } from "../../actions/provenance/getEarliest.ts";
import { getPublishedLeaves } from "../../actions/provenance/getPublishedLeaves.ts";
import { isAttestationRevoked } from "../../actions/provenance/isAttestationRevoked.ts";
import { verifyDisclosure } from "../../actions/provenance/verifyDisclosure.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

/** The id of a statement of an attester: what it signs. The query of {@link getAttestationId}. */
export const getAttestationIdQueryOptions: ReadQuery<typeof getAttestationId> = /* @__PURE__ */ defineReadQuery(
  "provenance",
  "getAttestationId",
  getAttestationId,
);

/**
 * Reads what was stated about a subject, out of the logs, oldest first; also what was revoked, which says so. Whom to
 * believe is for the caller to decide, and texts are untrusted: a DID is its attester's only where it was `verified`.
 * The query of {@link getAttestations}.
 */
export const getAttestationsQueryOptions: ReadQuery<typeof getAttestations> = /* @__PURE__ */ defineReadQuery(
  "provenance",
  "getAttestations",
  getAttestations,
);

/** Reads a contest of a recipe's lineage. The query of {@link getContest}. */
export const getContestQueryOptions: ReadQuery<typeof getContest> = /* @__PURE__ */ defineReadQuery(
  "provenance",
  "getContest",
  getContest,
);

/** The timelock that rules contests of a recipe; undefined: nobody does. The query of {@link getContestJudge}. */
export const getContestJudgeQueryOptions: ReadQuery<typeof getContestJudge> = /* @__PURE__ */ defineReadQuery(
  "provenance",
  "getContestJudge",
  getContestJudge,
);

/**
 * Reads what a studio asks of those who contest its recipes; the zero address: they choose token and bond. The query
 * of {@link getContestTerms}.
 */
export const getContestTermsQueryOptions: ReadQuery<typeof getContestTerms> = /* @__PURE__ */ defineReadQuery(
  "provenance",
  "getContestTerms",
  getContestTerms,
);

/** The earliest commit of a content that was proved; undefined: none was. The query of {@link getEarliest}. */
export const getEarliestQueryOptions: ReadQuery<typeof getEarliest> = /* @__PURE__ */ defineReadQuery(
  "provenance",
  "getEarliest",
  getEarliest,
);

/** Reads which leaves of a lot were published, out of the logs. The query of {@link getPublishedLeaves}. */
export const getPublishedLeavesQueryOptions: ReadQuery<typeof getPublishedLeaves> = /* @__PURE__ */ defineReadQuery(
  "provenance",
  "getPublishedLeaves",
  getPublishedLeaves,
);

/** Whether an attester has taken back a statement. The query of {@link isAttestationRevoked}. */
export const isAttestationRevokedQueryOptions: ReadQuery<typeof isAttestationRevoked> = /* @__PURE__ */ defineReadQuery(
  "provenance",
  "isAttestationRevoked",
  isAttestationRevoked,
);

/**
 * Verifies one disclosed field of a recipe, such as the model or one step of the prompt, against what the recipe
 * committed to on chain; the other fields stay hidden. The query of {@link verifyDisclosure}.
 */
export const verifyDisclosureQueryOptions: ReadQuery<typeof verifyDisclosure> = /* @__PURE__ */ defineReadQuery(
  "provenance",
  "verifyDisclosure",
  verifyDisclosure,
);
