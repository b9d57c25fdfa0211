import { appointAgent, type appointAgentAndWait } from "../actions/licensing/appointAgent.ts";
import { assignSeat, type assignSeatAndWait } from "../actions/licensing/assignSeat.ts";
import { finalizeLicense, type finalizeLicenseAndWait } from "../actions/licensing/finalizeLicense.ts";
import { getAgency } from "../actions/licensing/getAgency.ts";
import { getEscrow } from "../actions/licensing/getEscrow.ts";
import { getExclusive } from "../actions/licensing/getExclusive.ts";
import { getLicense } from "../actions/licensing/getLicense.ts";
import { getOffer } from "../actions/licensing/getOffer.ts";
import { getPlainLicense } from "../actions/licensing/getPlainLicense.ts";
import { getRevocationRefund } from "../actions/licensing/getRevocationRefund.ts";
import { getSeat } from "../actions/licensing/getSeat.ts";
import { hasLicense } from "../actions/licensing/hasLicense.ts";
import { holdsLicense } from "../actions/licensing/holdsLicense.ts";
import { proveBreach, type proveBreachAndWait } from "../actions/licensing/proveBreach.ts";
import { publishOffer, type publishOfferAndWait } from "../actions/licensing/publishOffer.ts";
import { purchaseBatch, type purchaseBatchAndWait } from "../actions/licensing/purchaseBatch.ts";
import { purchaseLicense, type purchaseLicenseAndWait } from "../actions/licensing/purchaseLicense.ts";
import {
  purchaseLicenseWithAuthorization,
  type purchaseLicenseWithAuthorizationAndWait,
} from "../actions/licensing/purchaseLicenseWithAuthorization.ts";
import { purchaseOrder, type purchaseOrderAndWait } from "../actions/licensing/purchaseOrder.ts";
import { quotePurchase } from "../actions/licensing/quotePurchase.ts";
import { refundLicense, type refundLicenseAndWait } from "../actions/licensing/refundLicense.ts";
import { releaseExclusive, type releaseExclusiveAndWait } from "../actions/licensing/releaseExclusive.ts";
import { renewLicense, type renewLicenseAndWait } from "../actions/licensing/renewLicense.ts";
import { revokeLicense, type revokeLicenseAndWait } from "../actions/licensing/revokeLicense.ts";
import { signPermit } from "../actions/licensing/signPermit.ts";
import { signPermit2Purchase } from "../actions/licensing/signPermit2Purchase.ts";
import { signPurchaseAuthorization } from "../actions/licensing/signPurchaseAuthorization.ts";
import { toPurchase } from "../actions/licensing/toPurchase.ts";
import { transferLicense, type transferLicenseAndWait } from "../actions/licensing/transferLicense.ts";
import { verifyLicense } from "../actions/licensing/verifyLicense.ts";
import { withdrawOffer, type withdrawOfferAndWait } from "../actions/licensing/withdrawOffer.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Offers, purchases and licenses, as methods of a client. */
export type LicensingActions = {
  /**
   * Reads a license record: training and derivative rights, and everything that is not plain. See {@link
   * getLicense}.
   */
  getLicense: Bound<typeof getLicense>;
  /** Reads an offer as stored. See {@link getOffer}. */
  getOffer: Bound<typeof getOffer>;
  /** Reads the expiries of an account's plain license, without that of the whole lot. See {@link getPlainLicense}. */
  getPlainLicense: Bound<typeof getPlainLicense>;
  /**
   * Whether an account has a live plain license for the asset or its whole lot. Training, derivative and sublicense
   * rights are records: see `holdsLicense`. See {@link hasLicense}.
   */
  hasLicense: Bound<typeof hasLicense>;
  /** Whether an account holds a license record that is live for a usage of the asset. See {@link holdsLicense}. */
  holdsLicense: Bound<typeof holdsLicense>;
  /**
   * Publishes an offer under a recipe; only its licensor may, for a studio by a proposal. See {@link publishOffer}.
   */
  publishOffer: Bound<typeof publishOffer>;
  /** {@link publishOffer}, waiting for the receipt. */
  publishOfferAndWait: Bound<typeof publishOfferAndWait>;
  /**
   * Buys a license; the sender pays out of its allowance to RoyaltySplitter (see `quotePurchase`). See {@link
   * purchaseLicense}.
   */
  purchaseLicense: Bound<typeof purchaseLicense>;
  /** {@link purchaseLicense}, waiting for the receipt. */
  purchaseLicenseAndWait: Bound<typeof purchaseLicenseAndWait>;
  /**
   * Relays a purchase that its payer signed (EIP-3009): the sender pays the gas, the signer the price. See {@link
   * purchaseLicenseWithAuthorization}.
   */
  purchaseLicenseWithAuthorization: Bound<typeof purchaseLicenseWithAuthorization>;
  /** {@link purchaseLicenseWithAuthorization}, waiting for the receipt. */
  purchaseLicenseWithAuthorizationAndWait: Bound<typeof purchaseLicenseWithAuthorizationAndWait>;
  /**
   * What a purchase costs and what the payer has to do first. Nobody is ever asked for an unlimited allowance. See
   * {@link quotePurchase}.
   */
  quotePurchase: Bound<typeof quotePurchase>;
  /**
   * Signs an EIP-3009 payment that is good for exactly this purchase: anybody may relay it, nobody can re-aim it.
   * See {@link signPurchaseAuthorization}.
   */
  signPurchaseAuthorization: Bound<typeof signPurchaseAuthorization>;
  /** Completes a purchase: valid for an hour, one seat, no referrer, a random salt. See {@link toPurchase}. */
  toPurchase: Bound<typeof toPurchase>;
  /**
   * Ends an offer for good; licenses sold under it stay. Only the recipe's licensor may. See {@link withdrawOffer}.
   */
  withdrawOffer: Bound<typeof withdrawOffer>;
  /** {@link withdrawOffer}, waiting for the receipt. */
  withdrawOfferAndWait: Bound<typeof withdrawOfferAndWait>;
  /** Whether an account may use an asset, and why, now or at a past block. See {@link verifyLicense}. */
  verifyLicense: Bound<typeof verifyLicense>;
  /** Lets go what exclusive licenses that are over still hold of an asset's lot and content. See {@link releaseExclusive}. */
  releaseExclusive: Bound<typeof releaseExclusive>;
  /** {@link releaseExclusive}, waiting for the receipt. */
  releaseExclusiveAndWait: Bound<typeof releaseExclusiveAndWait>;
  /** Signs a Permit2 payment that is good for exactly this purchase. See {@link signPermit2Purchase}. */
  signPermit2Purchase: Bound<typeof signPermit2Purchase>;
  /** Signs an EIP-2612 allowance of exactly the price for `purchaseOrder`. See {@link signPermit}. */
  signPermit: Bound<typeof signPermit>;
  /** Buys several licenses in one transaction. See {@link purchaseBatch}. */
  purchaseBatch: Bound<typeof purchaseBatch>;
  /** {@link purchaseBatch}, waiting for the receipt. */
  purchaseBatchAndWait: Bound<typeof purchaseBatchAndWait>;
  /** The exclusive license that was last sold on an asset; undefined where there was none. See {@link getExclusive}. */
  getExclusive: Bound<typeof getExclusive>;
  /** Who sits on a seat of a license; the zero address for nobody. See {@link getSeat}. */
  getSeat: Bound<typeof getSeat>;
  /** What revoking a license would cost its ruler now; 0 while the price is still held back. See {@link getRevocationRefund}. */
  getRevocationRefund: Bound<typeof getRevocationRefund>;
  /** Reads the sale of a license that may still be returned. See {@link getEscrow}. */
  getEscrow: Bound<typeof getEscrow>;
  /** What an agent may publish for a recipe now; all zero where it may nothing. See {@link getAgency}. */
  getAgency: Bound<typeof getAgency>;
  /** Shows that a later lot holds a copy of exclusively licensed content: the copy sells nothing while that license lives. See {@link proveBreach}. */
  proveBreach: Bound<typeof proveBreach>;
  /** {@link proveBreach}, waiting for the receipt. */
  proveBreachAndWait: Bound<typeof proveBreachAndWait>;
  /** Moves a transferable license and with it what it allows; its seats are cleared and it can no longer be returned. See {@link transferLicense}. */
  transferLicense: Bound<typeof transferLicense>;
  /** {@link transferLicense}, waiting for the receipt. */
  transferLicenseAndWait: Bound<typeof transferLicenseAndWait>;
  /** Gives a seat of a license to an account; only the holder may. See {@link assignSeat}. */
  assignSeat: Bound<typeof assignSeat>;
  /** {@link assignSeat}, waiting for the receipt. */
  assignSeatAndWait: Bound<typeof assignSeatAndWait>;
  /** Lets an agent publish offers for a recipe within bounds, or ends that with `until: 0n`. See {@link appointAgent}. */
  appointAgent: Bound<typeof appointAgent>;
  /** {@link appointAgent}, waiting for the receipt. */
  appointAgentAndWait: Bound<typeof appointAgentAndWait>;
  /** Ends a revocable license by ruling and pays back its remaining time in the same call. See {@link revokeLicense}. */
  revokeLicense: Bound<typeof revokeLicense>;
  /** {@link revokeLicense}, waiting for the receipt. */
  revokeLicenseAndWait: Bound<typeof revokeLicenseAndWait>;
  /** Books a sale whose refund window is over, or whose license was used or transferred. See {@link finalizeLicense}. */
  finalizeLicense: Bound<typeof finalizeLicense>;
  /** {@link finalizeLicense}, waiting for the receipt. */
  finalizeLicenseAndWait: Bound<typeof finalizeLicenseAndWait>;
  /** Returns an unused license within its window; the price less the penalty is credited to who paid. See {@link refundLicense}. */
  refundLicense: Bound<typeof refundLicense>;
  /** {@link refundLicense}, waiting for the receipt. */
  refundLicenseAndWait: Bound<typeof refundLicenseAndWait>;
  /** Extends a license record by its offer's duration, for the offer's price. See {@link renewLicense}. */
  renewLicense: Bound<typeof renewLicense>;
  /** {@link renewLicense}, waiting for the receipt. */
  renewLicenseAndWait: Bound<typeof renewLicenseAndWait>;
  /** Buys with everything a purchase may need: proofs of the asset and of the referrer, and any way to pay. See {@link purchaseOrder}. */
  purchaseOrder: Bound<typeof purchaseOrder>;
  /** {@link purchaseOrder}, waiting for the receipt. */
  purchaseOrderAndWait: Bound<typeof purchaseOrderAndWait>;
};

/** The actions behind {@link LicensingActions}. */
export const LICENSING_ACTIONS = {
  getLicense,
  getOffer,
  getPlainLicense,
  hasLicense,
  holdsLicense,
  publishOffer,
  purchaseLicense,
  purchaseLicenseWithAuthorization,
  quotePurchase,
  signPurchaseAuthorization,
  toPurchase,
  withdrawOffer,
  verifyLicense,
  releaseExclusive,
  signPermit2Purchase,
  signPermit,
  purchaseBatch,
  getExclusive,
  getSeat,
  getRevocationRefund,
  getEscrow,
  getAgency,
  proveBreach,
  transferLicense,
  assignSeat,
  appointAgent,
  revokeLicense,
  finalizeLicense,
  refundLicense,
  renewLicense,
  purchaseOrder,
} as const satisfies Record<Unwaiting<keyof LicensingActions>, unknown>;
