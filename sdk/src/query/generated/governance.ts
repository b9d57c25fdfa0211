// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getImpact } from "../../actions/governance/getImpact.ts";
import { getImpactOf } from "../../actions/governance/getImpactOf.ts";
import { getMembership } from "../../actions/governance/getMembership.ts";
import { getProposal } from "../../actions/governance/getProposal.ts";
import { getProposalState } from "../../actions/governance/getProposalState.ts";
import { getReputation } from "../../actions/governance/getReputation.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

/** Reads what a studio pays for income now and in the next week. The query of {@link getImpact}. */
export const getImpactQueryOptions: ReadQuery<typeof getImpact> = /* @__PURE__ */ defineReadQuery(
  "governance",
  "getImpact",
  getImpact,
);

/**
 * Reads what a recipe scored in an epoch of impact, and what of it an account can claim, in one round trip. The query
 * of {@link getImpactOf}.
 */
export const getImpactOfQueryOptions: ReadQuery<typeof getImpactOf> = /* @__PURE__ */ defineReadQuery(
  "governance",
  "getImpactOf",
  getImpactOf,
);

/**
 * Reads what became of a member's account: moves, dormancy and inheritance, in one round trip. The query of {@link
 * getMembership}.
 */
export const getMembershipQueryOptions: ReadQuery<typeof getMembership> = /* @__PURE__ */ defineReadQuery(
  "governance",
  "getMembership",
  getMembership,
);

/**
 * Reads where a proposal stands and why, with the shares of all votes; in two round trips, because one needs the
 * snapshot. The query of {@link getProposal}.
 */
export const getProposalQueryOptions: ReadQuery<typeof getProposal> = /* @__PURE__ */ defineReadQuery(
  "governance",
  "getProposal",
  getProposal,
);

/** Reads where a proposal stands, in one round trip. The query of {@link getProposalState}. */
export const getProposalStateQueryOptions: ReadQuery<typeof getProposalState> = /* @__PURE__ */ defineReadQuery(
  "governance",
  "getProposalState",
  getProposalState,
);

/** Reads a member's reputation in one round trip. The query of {@link getReputation}. */
export const getReputationQueryOptions: ReadQuery<typeof getReputation> = /* @__PURE__ */ defineReadQuery(
  "governance",
  "getReputation",
  getReputation,
);
