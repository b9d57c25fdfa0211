// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getProposal } from "../../actions/governance/getProposal.ts";
import { getProposalState } from "../../actions/governance/getProposalState.ts";
import { getReputation } from "../../actions/governance/getReputation.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

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
