"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { StudioData } from "../../data/studioData.ts";
import {
  indexedStudioQueryOptions,
  indexedLotQueryOptions,
  indexedPurchasesQueryOptions,
  indexedLicenseQueryOptions,
  indexedEarningsQueryOptions,
  indexedLedgerQueryOptions,
  indexedPayeesQueryOptions,
  indexedProposalQueryOptions,
  indexedMandatesQueryOptions,
  indexedMandateActsQueryOptions,
  indexedCommissionsQueryOptions,
  indexedMilestonesQueryOptions,
  indexedAttestationsQueryOptions,
  indexedContestsQueryOptions,
  indexedPublishedLeavesQueryOptions,
  indexedContentQueryOptions,
  indexedCopiesQueryOptions,
  indexedSupersessionsQueryOptions,
} from "../../query/generated/data.ts";
import { type DataHook, defineDataHook, defineSuspenseDataHook, type SuspenseDataHook } from "../dataHook.ts";

/** `getStudio` of {@link StudioData} as a query. */
export const useIndexedStudio: DataHook<"getStudio"> = /* @__PURE__ */ defineDataHook(indexedStudioQueryOptions);

/** {@link useIndexedStudio}, for which the component waits. */
export const useSuspenseIndexedStudio: SuspenseDataHook<"getStudio"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedStudioQueryOptions);

/** `getLot` of {@link StudioData} as a query. */
export const useIndexedLot: DataHook<"getLot"> = /* @__PURE__ */ defineDataHook(indexedLotQueryOptions);

/** {@link useIndexedLot}, for which the component waits. */
export const useSuspenseIndexedLot: SuspenseDataHook<"getLot"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedLotQueryOptions);

/** `listPurchases` of {@link StudioData} as a query. */
export const useIndexedPurchases: DataHook<"listPurchases"> =
  /* @__PURE__ */ defineDataHook(indexedPurchasesQueryOptions);

/** {@link useIndexedPurchases}, for which the component waits. */
export const useSuspenseIndexedPurchases: SuspenseDataHook<"listPurchases"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedPurchasesQueryOptions);

/** `getLicense` of {@link StudioData} as a query. */
export const useIndexedLicense: DataHook<"getLicense"> = /* @__PURE__ */ defineDataHook(indexedLicenseQueryOptions);

/** {@link useIndexedLicense}, for which the component waits. */
export const useSuspenseIndexedLicense: SuspenseDataHook<"getLicense"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedLicenseQueryOptions);

/** `listEarnings` of {@link StudioData} as a query. */
export const useIndexedEarnings: DataHook<"listEarnings"> = /* @__PURE__ */ defineDataHook(indexedEarningsQueryOptions);

/** {@link useIndexedEarnings}, for which the component waits. */
export const useSuspenseIndexedEarnings: SuspenseDataHook<"listEarnings"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedEarningsQueryOptions);

/** `getLedger` of {@link StudioData} as a query. */
export const useIndexedLedger: DataHook<"getLedger"> = /* @__PURE__ */ defineDataHook(indexedLedgerQueryOptions);

/** {@link useIndexedLedger}, for which the component waits. */
export const useSuspenseIndexedLedger: SuspenseDataHook<"getLedger"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedLedgerQueryOptions);

/** `listPayees` of {@link StudioData} as a query. */
export const useIndexedPayees: DataHook<"listPayees"> = /* @__PURE__ */ defineDataHook(indexedPayeesQueryOptions);

/** {@link useIndexedPayees}, for which the component waits. */
export const useSuspenseIndexedPayees: SuspenseDataHook<"listPayees"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedPayeesQueryOptions);

/** `getProposal` of {@link StudioData} as a query. */
export const useIndexedProposal: DataHook<"getProposal"> = /* @__PURE__ */ defineDataHook(indexedProposalQueryOptions);

/** {@link useIndexedProposal}, for which the component waits. */
export const useSuspenseIndexedProposal: SuspenseDataHook<"getProposal"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedProposalQueryOptions);

/** `listMandates` of {@link StudioData} as a query. */
export const useIndexedMandates: DataHook<"listMandates"> = /* @__PURE__ */ defineDataHook(indexedMandatesQueryOptions);

/** {@link useIndexedMandates}, for which the component waits. */
export const useSuspenseIndexedMandates: SuspenseDataHook<"listMandates"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedMandatesQueryOptions);

/** `listMandateActs` of {@link StudioData} as a query. */
export const useIndexedMandateActs: DataHook<"listMandateActs"> =
  /* @__PURE__ */ defineDataHook(indexedMandateActsQueryOptions);

/** {@link useIndexedMandateActs}, for which the component waits. */
export const useSuspenseIndexedMandateActs: SuspenseDataHook<"listMandateActs"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedMandateActsQueryOptions);

/** `listCommissions` of {@link StudioData} as a query. */
export const useIndexedCommissions: DataHook<"listCommissions"> =
  /* @__PURE__ */ defineDataHook(indexedCommissionsQueryOptions);

/** {@link useIndexedCommissions}, for which the component waits. */
export const useSuspenseIndexedCommissions: SuspenseDataHook<"listCommissions"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedCommissionsQueryOptions);

/** `listMilestones` of {@link StudioData} as a query. */
export const useIndexedMilestones: DataHook<"listMilestones"> =
  /* @__PURE__ */ defineDataHook(indexedMilestonesQueryOptions);

/** {@link useIndexedMilestones}, for which the component waits. */
export const useSuspenseIndexedMilestones: SuspenseDataHook<"listMilestones"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedMilestonesQueryOptions);

/** `listAttestations` of {@link StudioData} as a query. */
export const useIndexedAttestations: DataHook<"listAttestations"> = /* @__PURE__ */ defineDataHook(
  indexedAttestationsQueryOptions,
);

/** {@link useIndexedAttestations}, for which the component waits. */
export const useSuspenseIndexedAttestations: SuspenseDataHook<"listAttestations"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedAttestationsQueryOptions);

/** `listContests` of {@link StudioData} as a query. */
export const useIndexedContests: DataHook<"listContests"> = /* @__PURE__ */ defineDataHook(indexedContestsQueryOptions);

/** {@link useIndexedContests}, for which the component waits. */
export const useSuspenseIndexedContests: SuspenseDataHook<"listContests"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedContestsQueryOptions);

/** `listPublishedLeaves` of {@link StudioData} as a query. */
export const useIndexedPublishedLeaves: DataHook<"listPublishedLeaves"> = /* @__PURE__ */ defineDataHook(
  indexedPublishedLeavesQueryOptions,
);

/** {@link useIndexedPublishedLeaves}, for which the component waits. */
export const useSuspenseIndexedPublishedLeaves: SuspenseDataHook<"listPublishedLeaves"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedPublishedLeavesQueryOptions);

/** `getContent` of {@link StudioData} as a query. */
export const useIndexedContent: DataHook<"getContent"> = /* @__PURE__ */ defineDataHook(indexedContentQueryOptions);

/** {@link useIndexedContent}, for which the component waits. */
export const useSuspenseIndexedContent: SuspenseDataHook<"getContent"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedContentQueryOptions);

/** `listCopies` of {@link StudioData} as a query. */
export const useIndexedCopies: DataHook<"listCopies"> = /* @__PURE__ */ defineDataHook(indexedCopiesQueryOptions);

/** {@link useIndexedCopies}, for which the component waits. */
export const useSuspenseIndexedCopies: SuspenseDataHook<"listCopies"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedCopiesQueryOptions);

/** `listSupersessions` of {@link StudioData} as a query. */
export const useIndexedSupersessions: DataHook<"listSupersessions"> = /* @__PURE__ */ defineDataHook(
  indexedSupersessionsQueryOptions,
);

/** {@link useIndexedSupersessions}, for which the component waits. */
export const useSuspenseIndexedSupersessions: SuspenseDataHook<"listSupersessions"> =
  /* @__PURE__ */ defineSuspenseDataHook(indexedSupersessionsQueryOptions);
