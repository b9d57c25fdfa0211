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
