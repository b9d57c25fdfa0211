// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getAgency } from "../../actions/licensing/getAgency.ts";
import { getEscrow } from "../../actions/licensing/getEscrow.ts";
import { getExclusive } from "../../actions/licensing/getExclusive.ts";
import { getLicense } from "../../actions/licensing/getLicense.ts";
import { getOffer } from "../../actions/licensing/getOffer.ts";
import { getPlainLicense } from "../../actions/licensing/getPlainLicense.ts";
import { getRevocationRefund } from "../../actions/licensing/getRevocationRefund.ts";
import { getSeat } from "../../actions/licensing/getSeat.ts";
import { hasLicense } from "../../actions/licensing/hasLicense.ts";
import { holdsLicense } from "../../actions/licensing/holdsLicense.ts";
import { quotePurchase } from "../../actions/licensing/quotePurchase.ts";
import { verifyLicense } from "../../actions/licensing/verifyLicense.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

/** What an agent may publish for a recipe now; all zero where it may nothing. The query of {@link getAgency}. */
export const getAgencyQueryOptions: ReadQuery<typeof getAgency> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "getAgency",
  getAgency,
);

/** Reads the sale of a license that may still be returned. The query of {@link getEscrow}. */
export const getEscrowQueryOptions: ReadQuery<typeof getEscrow> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "getEscrow",
  getEscrow,
);

/**
 * The exclusive license that was last sold on an asset; undefined where there was none. The query of {@link
 * getExclusive}.
 */
export const getExclusiveQueryOptions: ReadQuery<typeof getExclusive> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "getExclusive",
  getExclusive,
);

/**
 * Reads a license record: training and derivative rights, and everything that is not plain. The query of {@link
 * getLicense}.
 */
export const getLicenseQueryOptions: ReadQuery<typeof getLicense> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "getLicense",
  getLicense,
);

/** Reads an offer as stored. The query of {@link getOffer}. */
export const getOfferQueryOptions: ReadQuery<typeof getOffer> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "getOffer",
  getOffer,
);

/**
 * Reads the expiries of an account's plain license, without that of the whole lot. The query of {@link
 * getPlainLicense}.
 */
export const getPlainLicenseQueryOptions: ReadQuery<typeof getPlainLicense> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "getPlainLicense",
  getPlainLicense,
);

/**
 * What revoking a license would cost its ruler now; 0 while the price is still held back. The query of {@link
 * getRevocationRefund}.
 */
export const getRevocationRefundQueryOptions: ReadQuery<typeof getRevocationRefund> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "getRevocationRefund",
  getRevocationRefund,
);

/** Who sits on a seat of a license; the zero address for nobody. The query of {@link getSeat}. */
export const getSeatQueryOptions: ReadQuery<typeof getSeat> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "getSeat",
  getSeat,
);

/**
 * Whether an account has a live plain license for the asset or its whole lot. Training, derivative and sublicense
 * rights are records: see `holdsLicense`. The query of {@link hasLicense}.
 */
export const hasLicenseQueryOptions: ReadQuery<typeof hasLicense> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "hasLicense",
  hasLicense,
);

/** Whether an account holds a license record that is live for a usage of the asset. The query of {@link holdsLicense}. */
export const holdsLicenseQueryOptions: ReadQuery<typeof holdsLicense> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "holdsLicense",
  holdsLicense,
);

/**
 * What a purchase costs, whether it can be made, and what the payer has to do first. Nobody is ever asked for an
 * unlimited allowance. The query of {@link quotePurchase}.
 */
export const quotePurchaseQueryOptions: ReadQuery<typeof quotePurchase> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "quotePurchase",
  quotePurchase,
);

/**
 * Whether an account may use an asset, and why: by a plain license, one of the whole lot, or a record that it holds
 * or sits on, now or at a past block. It needs an RPC and no indexer, so that anybody can check what somebody claims.
 * The query of {@link verifyLicense}.
 */
export const verifyLicenseQueryOptions: ReadQuery<typeof verifyLicense> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "verifyLicense",
  verifyLicense,
);
