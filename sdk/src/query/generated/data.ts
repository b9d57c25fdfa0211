// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { StudioData } from "../../data/studioData.ts";
import { type DataQuery, defineDataQuery } from "../dataQuery.ts";

/** The query of `getStudio` of {@link StudioData}. */
export const indexedStudioQueryOptions: DataQuery<"getStudio"> = /* @__PURE__ */ defineDataQuery("getStudio");

/** The query of `getLot` of {@link StudioData}. */
export const indexedLotQueryOptions: DataQuery<"getLot"> = /* @__PURE__ */ defineDataQuery("getLot");

/** The query of `listPurchases` of {@link StudioData}. */
export const indexedPurchasesQueryOptions: DataQuery<"listPurchases"> =
  /* @__PURE__ */ defineDataQuery("listPurchases");

/** The query of `getLicense` of {@link StudioData}. */
export const indexedLicenseQueryOptions: DataQuery<"getLicense"> = /* @__PURE__ */ defineDataQuery("getLicense");

/** The query of `listEarnings` of {@link StudioData}. */
export const indexedEarningsQueryOptions: DataQuery<"listEarnings"> = /* @__PURE__ */ defineDataQuery("listEarnings");

/** The query of `getLedger` of {@link StudioData}. */
export const indexedLedgerQueryOptions: DataQuery<"getLedger"> = /* @__PURE__ */ defineDataQuery("getLedger");

/** The query of `listPayees` of {@link StudioData}. */
export const indexedPayeesQueryOptions: DataQuery<"listPayees"> = /* @__PURE__ */ defineDataQuery("listPayees");

/** The query of `getProposal` of {@link StudioData}. */
export const indexedProposalQueryOptions: DataQuery<"getProposal"> = /* @__PURE__ */ defineDataQuery("getProposal");

/** The query of `listMandates` of {@link StudioData}. */
export const indexedMandatesQueryOptions: DataQuery<"listMandates"> = /* @__PURE__ */ defineDataQuery("listMandates");

/** The query of `listMandateActs` of {@link StudioData}. */
export const indexedMandateActsQueryOptions: DataQuery<"listMandateActs"> =
  /* @__PURE__ */ defineDataQuery("listMandateActs");

/** The query of `listCommissions` of {@link StudioData}. */
export const indexedCommissionsQueryOptions: DataQuery<"listCommissions"> =
  /* @__PURE__ */ defineDataQuery("listCommissions");

/** The query of `listMilestones` of {@link StudioData}. */
export const indexedMilestonesQueryOptions: DataQuery<"listMilestones"> =
  /* @__PURE__ */ defineDataQuery("listMilestones");

/** The query of `listAttestations` of {@link StudioData}. */
export const indexedAttestationsQueryOptions: DataQuery<"listAttestations"> =
  /* @__PURE__ */ defineDataQuery("listAttestations");

/** The query of `listContests` of {@link StudioData}. */
export const indexedContestsQueryOptions: DataQuery<"listContests"> = /* @__PURE__ */ defineDataQuery("listContests");

/** The query of `listPublishedLeaves` of {@link StudioData}. */
export const indexedPublishedLeavesQueryOptions: DataQuery<"listPublishedLeaves"> =
  /* @__PURE__ */ defineDataQuery("listPublishedLeaves");

/** The query of `getContent` of {@link StudioData}. */
export const indexedContentQueryOptions: DataQuery<"getContent"> = /* @__PURE__ */ defineDataQuery("getContent");

/** The query of `listCopies` of {@link StudioData}. */
export const indexedCopiesQueryOptions: DataQuery<"listCopies"> = /* @__PURE__ */ defineDataQuery("listCopies");

/** The query of `listSupersessions` of {@link StudioData}. */
export const indexedSupersessionsQueryOptions: DataQuery<"listSupersessions"> =
  /* @__PURE__ */ defineDataQuery("listSupersessions");
