"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";
import type { getAgency } from "../../actions/licensing/getAgency.ts";
import type { getEscrow } from "../../actions/licensing/getEscrow.ts";
import type { getExclusive } from "../../actions/licensing/getExclusive.ts";
import type { getLicense } from "../../actions/licensing/getLicense.ts";
import type { getOffer } from "../../actions/licensing/getOffer.ts";
import type { getPlainLicense } from "../../actions/licensing/getPlainLicense.ts";
import type { getRevocationRefund } from "../../actions/licensing/getRevocationRefund.ts";
import type { getSeat } from "../../actions/licensing/getSeat.ts";
import type { hasLicense } from "../../actions/licensing/hasLicense.ts";
import type { holdsLicense } from "../../actions/licensing/holdsLicense.ts";
import type { quotePurchase } from "../../actions/licensing/quotePurchase.ts";
import type { verifyLicense } from "../../actions/licensing/verifyLicense.ts";
import { appointAgent, appointAgentAndWait } from "../../actions/licensing/appointAgent.ts";
import { assignSeat, assignSeatAndWait } from "../../actions/licensing/assignSeat.ts";
import { finalizeLicense, finalizeLicenseAndWait } from "../../actions/licensing/finalizeLicense.ts";
import { proveBreach, proveBreachAndWait } from "../../actions/licensing/proveBreach.ts";
import { publishOffer, publishOfferAndWait } from "../../actions/licensing/publishOffer.ts";
import { purchaseBatch, purchaseBatchAndWait } from "../../actions/licensing/purchaseBatch.ts";
import { purchaseLicense, purchaseLicenseAndWait } from "../../actions/licensing/purchaseLicense.ts";
import {
  purchaseLicenseWithAuthorization,
  purchaseLicenseWithAuthorizationAndWait,
} from "../../actions/licensing/purchaseLicenseWithAuthorization.ts";
import { purchaseOrder, purchaseOrderAndWait } from "../../actions/licensing/purchaseOrder.ts";
import { refundLicense, refundLicenseAndWait } from "../../actions/licensing/refundLicense.ts";
import { releaseExclusive, releaseExclusiveAndWait } from "../../actions/licensing/releaseExclusive.ts";
import { renewLicense, renewLicenseAndWait } from "../../actions/licensing/renewLicense.ts";
import { revokeLicense, revokeLicenseAndWait } from "../../actions/licensing/revokeLicense.ts";
import { signPermit } from "../../actions/licensing/signPermit.ts";
import { signPermit2Purchase } from "../../actions/licensing/signPermit2Purchase.ts";
import { signPurchaseAuthorization } from "../../actions/licensing/signPurchaseAuthorization.ts";
import { toPurchase } from "../../actions/licensing/toPurchase.ts";
import { transferLicense, transferLicenseAndWait } from "../../actions/licensing/transferLicense.ts";
import { withdrawOffer, withdrawOfferAndWait } from "../../actions/licensing/withdrawOffer.ts";
import {
  getAgencyQueryOptions,
  getEscrowQueryOptions,
  getExclusiveQueryOptions,
  getLicenseQueryOptions,
  getOfferQueryOptions,
  getPlainLicenseQueryOptions,
  getRevocationRefundQueryOptions,
  getSeatQueryOptions,
  hasLicenseQueryOptions,
  holdsLicenseQueryOptions,
  quotePurchaseQueryOptions,
  verifyLicenseQueryOptions,
} from "../../query/generated/licensing.ts";
import { type ReadHook, type SuspenseReadHook, defineReadHook, defineSuspenseReadHook } from "../readHook.ts";
import { type PrepareHook, type WriteHook, definePrepareHook, defineWriteHook } from "../writeHook.ts";

/**
 * Lets an agent publish offers for a recipe within bounds, or ends that with `until: 0n`. Only the recipe's licensor
 * may; a hand-over of control ends every agency. {@link appointAgent} as a mutation.
 */
export const useAppointAgent: WriteHook<typeof appointAgent, appointAgent.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "licensing",
  "appointAgent",
  appointAgent,
);

/** {@link useAppointAgent}, waiting for the receipt; what it changes is asked anew. */
export const useAppointAgentAndWait: WriteHook<typeof appointAgentAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "appointAgentAndWait", appointAgentAndWait);

/**
 * Gives a seat of a license to an account; only the holder may. A transfer of the license clears all seats. {@link
 * assignSeat} as a mutation.
 */
export const useAssignSeat: WriteHook<typeof assignSeat, assignSeat.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "licensing",
  "assignSeat",
  assignSeat,
);

/** {@link useAssignSeat}, waiting for the receipt; what it changes is asked anew. */
export const useAssignSeatAndWait: WriteHook<typeof assignSeatAndWait, WaitErrorType> = /* @__PURE__ */ defineWriteHook(
  "licensing",
  "assignSeatAndWait",
  assignSeatAndWait,
);

/**
 * Books a sale whose refund window is over, or whose license was used or transferred. Anybody may. {@link
 * finalizeLicense} as a mutation.
 */
export const useFinalizeLicense: WriteHook<typeof finalizeLicense, finalizeLicense.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "finalizeLicense", finalizeLicense);

/** {@link useFinalizeLicense}, waiting for the receipt; what it changes is asked anew. */
export const useFinalizeLicenseAndWait: WriteHook<typeof finalizeLicenseAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "finalizeLicenseAndWait", finalizeLicenseAndWait);

/** What an agent may publish for a recipe now; all zero where it may nothing. {@link getAgency} as a query. */
export const useGetAgency: ReadHook<typeof getAgency, getAgency.ErrorType> =
  /* @__PURE__ */ defineReadHook(getAgencyQueryOptions);

/** {@link useGetAgency}, for which the component waits. */
export const useSuspenseGetAgency: SuspenseReadHook<typeof getAgency, getAgency.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getAgencyQueryOptions);

/** Reads the sale of a license that may still be returned. {@link getEscrow} as a query. */
export const useGetEscrow: ReadHook<typeof getEscrow, getEscrow.ErrorType> =
  /* @__PURE__ */ defineReadHook(getEscrowQueryOptions);

/** {@link useGetEscrow}, for which the component waits. */
export const useSuspenseGetEscrow: SuspenseReadHook<typeof getEscrow, getEscrow.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getEscrowQueryOptions);

/**
 * The exclusive license that was last sold on an asset; undefined where there was none. {@link getExclusive} as a
 * query.
 */
export const useGetExclusive: ReadHook<typeof getExclusive, getExclusive.ErrorType> =
  /* @__PURE__ */ defineReadHook(getExclusiveQueryOptions);

/** {@link useGetExclusive}, for which the component waits. */
export const useSuspenseGetExclusive: SuspenseReadHook<typeof getExclusive, getExclusive.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getExclusiveQueryOptions);

/**
 * Reads a license record: training and derivative rights, and everything that is not plain. {@link getLicense} as a
 * query.
 */
export const useGetLicense: ReadHook<typeof getLicense, getLicense.ErrorType> =
  /* @__PURE__ */ defineReadHook(getLicenseQueryOptions);

/** {@link useGetLicense}, for which the component waits. */
export const useSuspenseGetLicense: SuspenseReadHook<typeof getLicense, getLicense.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getLicenseQueryOptions);

/** Reads an offer as stored. {@link getOffer} as a query. */
export const useGetOffer: ReadHook<typeof getOffer, getOffer.ErrorType> =
  /* @__PURE__ */ defineReadHook(getOfferQueryOptions);

/** {@link useGetOffer}, for which the component waits. */
export const useSuspenseGetOffer: SuspenseReadHook<typeof getOffer, getOffer.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getOfferQueryOptions);

/**
 * Reads the expiries of an account's plain license, without that of the whole lot. {@link getPlainLicense} as a
 * query.
 */
export const useGetPlainLicense: ReadHook<typeof getPlainLicense, getPlainLicense.ErrorType> =
  /* @__PURE__ */ defineReadHook(getPlainLicenseQueryOptions);

/** {@link useGetPlainLicense}, for which the component waits. */
export const useSuspenseGetPlainLicense: SuspenseReadHook<typeof getPlainLicense, getPlainLicense.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getPlainLicenseQueryOptions);

/**
 * What revoking a license would cost its ruler now; 0 while the price is still held back. {@link getRevocationRefund}
 * as a query.
 */
export const useGetRevocationRefund: ReadHook<typeof getRevocationRefund, getRevocationRefund.ErrorType> =
  /* @__PURE__ */ defineReadHook(getRevocationRefundQueryOptions);

/** {@link useGetRevocationRefund}, for which the component waits. */
export const useSuspenseGetRevocationRefund: SuspenseReadHook<
  typeof getRevocationRefund,
  getRevocationRefund.ErrorType
> = /* @__PURE__ */ defineSuspenseReadHook(getRevocationRefundQueryOptions);

/** Who sits on a seat of a license; the zero address for nobody. {@link getSeat} as a query. */
export const useGetSeat: ReadHook<typeof getSeat, getSeat.ErrorType> =
  /* @__PURE__ */ defineReadHook(getSeatQueryOptions);

/** {@link useGetSeat}, for which the component waits. */
export const useSuspenseGetSeat: SuspenseReadHook<typeof getSeat, getSeat.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getSeatQueryOptions);

/**
 * Whether an account has a live plain license for the asset or its whole lot. Training, derivative and sublicense
 * rights are records: see `holdsLicense`. {@link hasLicense} as a query.
 */
export const useHasLicense: ReadHook<typeof hasLicense, hasLicense.ErrorType> =
  /* @__PURE__ */ defineReadHook(hasLicenseQueryOptions);

/** {@link useHasLicense}, for which the component waits. */
export const useSuspenseHasLicense: SuspenseReadHook<typeof hasLicense, hasLicense.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(hasLicenseQueryOptions);

/** Whether an account holds a license record that is live for a usage of the asset. {@link holdsLicense} as a query. */
export const useHoldsLicense: ReadHook<typeof holdsLicense, holdsLicense.ErrorType> =
  /* @__PURE__ */ defineReadHook(holdsLicenseQueryOptions);

/** {@link useHoldsLicense}, for which the component waits. */
export const useSuspenseHoldsLicense: SuspenseReadHook<typeof holdsLicense, holdsLicense.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(holdsLicenseQueryOptions);

/**
 * Shows that a later lot holds a copy of exclusively licensed content: the copy sells nothing while that license
 * lives. Anybody may. {@link proveBreach} as a mutation.
 */
export const useProveBreach: WriteHook<typeof proveBreach, proveBreach.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "licensing",
  "proveBreach",
  proveBreach,
);

/** {@link useProveBreach}, waiting for the receipt; what it changes is asked anew. */
export const useProveBreachAndWait: WriteHook<typeof proveBreachAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "proveBreachAndWait", proveBreachAndWait);

/**
 * Publishes an offer under a recipe; only its licensor may, for a studio by a proposal. {@link publishOffer} as a
 * mutation.
 */
export const usePublishOffer: WriteHook<typeof publishOffer, publishOffer.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "licensing",
  "publishOffer",
  publishOffer,
);

/** {@link usePublishOffer}, waiting for the receipt; what it changes is asked anew. */
export const usePublishOfferAndWait: WriteHook<typeof publishOfferAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "publishOfferAndWait", publishOfferAndWait);

/**
 * Buys several licenses in one transaction: all of them, or with `skipFailures` those that can be had. {@link
 * purchaseBatch} as a mutation.
 */
export const usePurchaseBatch: WriteHook<typeof purchaseBatch, purchaseBatch.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "purchaseBatch", purchaseBatch);

/** {@link usePurchaseBatch}, waiting for the receipt; what it changes is asked anew. */
export const usePurchaseBatchAndWait: WriteHook<typeof purchaseBatchAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "purchaseBatchAndWait", purchaseBatchAndWait);

/**
 * Buys a license; the sender pays out of its allowance to RoyaltySplitter (see `quotePurchase`). {@link
 * purchaseLicense} as a mutation.
 */
export const usePurchaseLicense: WriteHook<typeof purchaseLicense, purchaseLicense.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "purchaseLicense", purchaseLicense);

/** {@link usePurchaseLicense}, waiting for the receipt; what it changes is asked anew. */
export const usePurchaseLicenseAndWait: WriteHook<typeof purchaseLicenseAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "purchaseLicenseAndWait", purchaseLicenseAndWait);

/**
 * Relays a purchase that its payer signed (EIP-3009): the sender pays the gas, the signer the price. {@link
 * purchaseLicenseWithAuthorization} as a mutation.
 */
export const usePurchaseLicenseWithAuthorization: WriteHook<
  typeof purchaseLicenseWithAuthorization,
  purchaseLicenseWithAuthorization.ErrorType
> = /* @__PURE__ */ defineWriteHook("licensing", "purchaseLicenseWithAuthorization", purchaseLicenseWithAuthorization);

/** {@link usePurchaseLicenseWithAuthorization}, waiting for the receipt; what it changes is asked anew. */
export const usePurchaseLicenseWithAuthorizationAndWait: WriteHook<
  typeof purchaseLicenseWithAuthorizationAndWait,
  WaitErrorType
> = /* @__PURE__ */ defineWriteHook(
  "licensing",
  "purchaseLicenseWithAuthorizationAndWait",
  purchaseLicenseWithAuthorizationAndWait,
);

/**
 * Buys with everything a purchase may need: proofs of the asset and of the referrer, and any way to pay.
 * `purchaseLicense` is the cheaper form of the everyday case. {@link purchaseOrder} as a mutation.
 */
export const usePurchaseOrder: WriteHook<typeof purchaseOrder, purchaseOrder.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "purchaseOrder", purchaseOrder);

/** {@link usePurchaseOrder}, waiting for the receipt; what it changes is asked anew. */
export const usePurchaseOrderAndWait: WriteHook<typeof purchaseOrderAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "purchaseOrderAndWait", purchaseOrderAndWait);

/**
 * What a purchase costs, whether it can be made, and what the payer has to do first. Nobody is ever asked for an
 * unlimited allowance. {@link quotePurchase} as a query.
 */
export const useQuotePurchase: ReadHook<typeof quotePurchase, quotePurchase.ErrorType> =
  /* @__PURE__ */ defineReadHook(quotePurchaseQueryOptions);

/** {@link useQuotePurchase}, for which the component waits. */
export const useSuspenseQuotePurchase: SuspenseReadHook<typeof quotePurchase, quotePurchase.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(quotePurchaseQueryOptions);

/**
 * Returns an unused license within its window; the price less the penalty is credited to who paid. Payer and holder
 * may. {@link refundLicense} as a mutation.
 */
export const useRefundLicense: WriteHook<typeof refundLicense, refundLicense.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "refundLicense", refundLicense);

/** {@link useRefundLicense}, waiting for the receipt; what it changes is asked anew. */
export const useRefundLicenseAndWait: WriteHook<typeof refundLicenseAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "refundLicenseAndWait", refundLicenseAndWait);

/**
 * Lets go what exclusive licenses that are over still hold of an asset's lot and content. Anybody may. {@link
 * releaseExclusive} as a mutation.
 */
export const useReleaseExclusive: WriteHook<typeof releaseExclusive, releaseExclusive.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "releaseExclusive", releaseExclusive);

/** {@link useReleaseExclusive}, waiting for the receipt; what it changes is asked anew. */
export const useReleaseExclusiveAndWait: WriteHook<typeof releaseExclusiveAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "releaseExclusiveAndWait", releaseExclusiveAndWait);

/**
 * Extends a license record by its offer's duration, for the offer's price. Anybody may pay; a renewal cannot be
 * returned. {@link renewLicense} as a mutation.
 */
export const useRenewLicense: WriteHook<typeof renewLicense, renewLicense.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "licensing",
  "renewLicense",
  renewLicense,
);

/** {@link useRenewLicense}, waiting for the receipt; what it changes is asked anew. */
export const useRenewLicenseAndWait: WriteHook<typeof renewLicenseAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "renewLicenseAndWait", renewLicenseAndWait);

/**
 * Ends a revocable license by ruling and pays back its remaining time in the same call. Only the timelock of the
 * studio that committed the asset may: by a proposal. {@link revokeLicense} as a mutation.
 */
export const useRevokeLicense: WriteHook<typeof revokeLicense, revokeLicense.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "revokeLicense", revokeLicense);

/** {@link useRevokeLicense}, waiting for the receipt; what it changes is asked anew. */
export const useRevokeLicenseAndWait: WriteHook<typeof revokeLicenseAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "revokeLicenseAndWait", revokeLicenseAndWait);

/**
 * Signs an EIP-2612 allowance of exactly the price for `purchaseOrder`, in place of an approval before it. Whoever
 * presents the permit first cannot stop the purchase: the allowance is there all the same. {@link signPermit} as a
 * mutation.
 */
export const useSignPermit: WriteHook<typeof signPermit, signPermit.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "licensing",
  "signPermit",
  signPermit,
);

/**
 * Signs a Permit2 payment that is good for exactly this purchase: anybody may relay it, nobody can re-aim it. {@link
 * signPermit2Purchase} as a mutation.
 */
export const useSignPermit2Purchase: WriteHook<typeof signPermit2Purchase, signPermit2Purchase.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "signPermit2Purchase", signPermit2Purchase);

/**
 * Signs an EIP-3009 payment that is good for exactly this purchase: anybody may relay it, nobody can re-aim it.
 * {@link signPurchaseAuthorization} as a mutation.
 */
export const useSignPurchaseAuthorization: WriteHook<
  typeof signPurchaseAuthorization,
  signPurchaseAuthorization.ErrorType
> = /* @__PURE__ */ defineWriteHook("licensing", "signPurchaseAuthorization", signPurchaseAuthorization);

/**
 * Completes a purchase: valid for an hour of the chain's time, one seat, no referrer, a random salt. {@link
 * toPurchase} as a mutation.
 */
export const useToPurchase: PrepareHook<typeof toPurchase, toPurchase.ErrorType> = /* @__PURE__ */ definePrepareHook(
  "licensing",
  "toPurchase",
  toPurchase,
);

/**
 * Moves a transferable license and with it what it allows; its seats are cleared and it can no longer be returned.
 * {@link transferLicense} as a mutation.
 */
export const useTransferLicense: WriteHook<typeof transferLicense, transferLicense.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "transferLicense", transferLicense);

/** {@link useTransferLicense}, waiting for the receipt; what it changes is asked anew. */
export const useTransferLicenseAndWait: WriteHook<typeof transferLicenseAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "transferLicenseAndWait", transferLicenseAndWait);

/**
 * Whether an account may use an asset, and why: by a plain license, one of the whole lot, or a record that it holds
 * or sits on, now or at a past block. It needs an RPC and no indexer, so that anybody can check what somebody claims.
 * {@link verifyLicense} as a query.
 */
export const useVerifyLicense: ReadHook<typeof verifyLicense, verifyLicense.ErrorType> =
  /* @__PURE__ */ defineReadHook(verifyLicenseQueryOptions);

/** {@link useVerifyLicense}, for which the component waits. */
export const useSuspenseVerifyLicense: SuspenseReadHook<typeof verifyLicense, verifyLicense.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(verifyLicenseQueryOptions);

/**
 * Ends an offer for good; licenses sold under it stay. Only the recipe's licensor may. {@link withdrawOffer} as a
 * mutation.
 */
export const useWithdrawOffer: WriteHook<typeof withdrawOffer, withdrawOffer.ErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "withdrawOffer", withdrawOffer);

/** {@link useWithdrawOffer}, waiting for the receipt; what it changes is asked anew. */
export const useWithdrawOfferAndWait: WriteHook<typeof withdrawOfferAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("licensing", "withdrawOfferAndWait", withdrawOfferAndWait);
