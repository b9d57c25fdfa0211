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
