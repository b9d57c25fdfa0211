// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/licenseMarket.ts";

export const licenseMarketAgentAppointedEvent = /* @__PURE__ */ unpackItem(
  "eAgentAppointed;uint32*recipe,a*agent,(uint40 until,uint24 minRate,uint8 usages,a token,uint96 minPrice) agency",
) as typeof full.licenseMarketAgentAppointedEvent;

export const licenseMarketLicenseFinalizedEvent = /* @__PURE__ */ unpackItem(
  "eLicenseFinalized;h*licenseId,h*offerId,a*referrer,uint32 recipe,a token,u net,u referral",
) as typeof full.licenseMarketLicenseFinalizedEvent;

export const licenseMarketLicensePurchasedEvent = /* @__PURE__ */ unpackItem(
  "eLicensePurchased;h*offerId,u*assetId,a*licensee,h purchaseId,a payer,a referrer,uint32 recipe,a token,u gross,u referral,u license",
) as typeof full.licenseMarketLicensePurchasedEvent;

export const licenseMarketLicenseRefundedEvent = /* @__PURE__ */ unpackItem(
  "eLicenseRefunded;h*licenseId,h*offerId,a*payer,a token,u refund,u penalty",
) as typeof full.licenseMarketLicenseRefundedEvent;

export const licenseMarketLicenseRevokedEvent = /* @__PURE__ */ unpackItem(
  "eLicenseRevoked;h*licenseId,a*ruler,a*holder,a token,u refund",
) as typeof full.licenseMarketLicenseRevokedEvent;

export const licenseMarketOfferPublishedEvent = /* @__PURE__ */ unpackItem(
  "eOfferPublished;h*offerId,uint32*recipe,a*licensor,a publisher,(h recipeId,uint8 scope,u scopeId,a token,uint96 price,uint40 duration,uint40 start,uint40 end,uint8 usages,uint24 rate,uint24 referral,b free,b title,b exclusive,b transferable,b revocable,uint32 supply,uint32 perPayer,uint32 seats,uint32 refundWindow,uint24 penalty,h referrerRoot,uint16 territory,uint8 legalPreset,h textHash,h salt) input",
) as typeof full.licenseMarketOfferPublishedEvent;

export const licenseMarketOfferWithdrawnEvent = /* @__PURE__ */ unpackItem(
  "eOfferWithdrawn;h*offerId",
) as typeof full.licenseMarketOfferWithdrawnEvent;

export const licenseMarketPurchaseSkippedEvent = /* @__PURE__ */ unpackItem(
  "ePurchaseSkipped;u*position,h*offerId,u*assetId,bytes reason",
) as typeof full.licenseMarketPurchaseSkippedEvent;

export const licenseMarketAgencyOf = /* @__PURE__ */ unpackItem(
  "vagencyOf;uint32 recipe,a agent;(uint40 until,uint24 minRate,uint8 usages,a token,uint96 minPrice) ",
) as typeof full.licenseMarketAgencyOf;

export const licenseMarketAppointAgent = /* @__PURE__ */ unpackItem(
  "nappointAgent;h recipeId,a agent,(uint40 until,uint24 minRate,uint8 usages,a token,uint96 minPrice) agency;",
) as typeof full.licenseMarketAppointAgent;

export const licenseMarketAssetRegistry = /* @__PURE__ */ unpackItem(
  "vassetRegistry;;a ",
) as typeof full.licenseMarketAssetRegistry;

export const licenseMarketBoughtBy = /* @__PURE__ */ unpackItem(
  "vboughtBy;h offerId,a payer;uint32 ",
) as typeof full.licenseMarketBoughtBy;

export const licenseMarketEscrowOf = /* @__PURE__ */ unpackItem(
  "vescrowOf;h licenseId;(a payer,uint40 refundableUntil,a referrer) ",
) as typeof full.licenseMarketEscrowOf;

export const licenseMarketFillOrder = /* @__PURE__ */ unpackItem(
  "nfillOrder;((h offerId,u assetId,a licensee,a referrer,uint32 seats,uint96 maxTotal,uint40 deadline,h salt) purchase,((h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) leaf,h[] proof,h[] referrerProof) evidence,(uint8 method,a payer,bytes data) payment,b settle) order,a caller;h ",
) as typeof full.licenseMarketFillOrder;

export const licenseMarketFinalizeLicense = /* @__PURE__ */ unpackItem(
  "nfinalizeLicense;h licenseId,b settle;",
) as typeof full.licenseMarketFinalizeLicense;

export const licenseMarketHeadroom = /* @__PURE__ */ unpackItem(
  "vheadroom;uint32 recipe;uint24 ",
) as typeof full.licenseMarketHeadroom;

export const licenseMarketLicenses = /* @__PURE__ */ unpackItem("vlicenses;;a ") as typeof full.licenseMarketLicenses;

export const licenseMarketOfferIdOf = /* @__PURE__ */ unpackItem(
  "uofferIdOf;a publisher,(h recipeId,uint8 scope,u scopeId,a token,uint96 price,uint40 duration,uint40 start,uint40 end,uint8 usages,uint24 rate,uint24 referral,b free,b title,b exclusive,b transferable,b revocable,uint32 supply,uint32 perPayer,uint32 seats,uint32 refundWindow,uint24 penalty,h referrerRoot,uint16 territory,uint8 legalPreset,h textHash,h salt) input;h ",
) as typeof full.licenseMarketOfferIdOf;

export const licenseMarketOfferOf = /* @__PURE__ */ unpackItem(
  "vofferOf;h offerId;(a token,uint96 price,uint32 recipe,uint40 duration,uint40 start,uint40 end,uint8 usages,uint24 rate,uint24 referral,uint16 controlEpoch,uint8 scope,u scopeId,b free,b recorded,b withdrawn,b title,b exclusive,b transferable,b revocable,uint32 supply,uint32 sold,uint32 perPayer,uint32 seats,uint32 refundWindow,uint24 penalty,h referrerRoot,a seller) offer",
) as typeof full.licenseMarketOfferOf;

export const licenseMarketPublishOffer = /* @__PURE__ */ unpackItem(
  "npublishOffer;(h recipeId,uint8 scope,u scopeId,a token,uint96 price,uint40 duration,uint40 start,uint40 end,uint8 usages,uint24 rate,uint24 referral,b free,b title,b exclusive,b transferable,b revocable,uint32 supply,uint32 perPayer,uint32 seats,uint32 refundWindow,uint24 penalty,h referrerRoot,uint16 territory,uint8 legalPreset,h textHash,h salt) input;h offerId",
) as typeof full.licenseMarketPublishOffer;

export const licenseMarketPurchaseBatch = /* @__PURE__ */ unpackItem(
  "npurchaseBatch;((h offerId,u assetId,a licensee,a referrer,uint32 seats,uint96 maxTotal,uint40 deadline,h salt) purchase,((h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) leaf,h[] proof,h[] referrerProof) evidence,(uint8 method,a payer,bytes data) payment,b settle)[] orders,b skipFailures;h[] purchaseIds",
) as typeof full.licenseMarketPurchaseBatch;

export const licenseMarketPurchaseIdOf = /* @__PURE__ */ unpackItem(
  "vpurchaseIdOf;(h offerId,u assetId,a licensee,a referrer,uint32 seats,uint96 maxTotal,uint40 deadline,h salt) purchase;h ",
) as typeof full.licenseMarketPurchaseIdOf;

export const licenseMarketPurchaseLicense = /* @__PURE__ */ unpackItem(
  "npurchaseLicense;(h offerId,u assetId,a licensee,a referrer,uint32 seats,uint96 maxTotal,uint40 deadline,h salt) purchase,b settle;h ",
) as typeof full.licenseMarketPurchaseLicense;

export const licenseMarketPurchaseLicenseWithAuthorization = /* @__PURE__ */ unpackItem(
  "npurchaseLicenseWithAuthorization;(h offerId,u assetId,a licensee,a referrer,uint32 seats,uint96 maxTotal,uint40 deadline,h salt) purchase,a payer,b settle,bytes signature;h ",
) as typeof full.licenseMarketPurchaseLicenseWithAuthorization;

export const licenseMarketPurchaseOrder = /* @__PURE__ */ unpackItem(
  "npurchaseOrder;((h offerId,u assetId,a licensee,a referrer,uint32 seats,uint96 maxTotal,uint40 deadline,h salt) purchase,((h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) leaf,h[] proof,h[] referrerProof) evidence,(uint8 method,a payer,bytes data) payment,b settle) order;h ",
) as typeof full.licenseMarketPurchaseOrder;

export const licenseMarketRefundLicense = /* @__PURE__ */ unpackItem(
  "nrefundLicense;h licenseId;",
) as typeof full.licenseMarketRefundLicense;

export const licenseMarketRenewLicense = /* @__PURE__ */ unpackItem(
  "nrenewLicense;h licenseId,uint96 maxTotal,uint40 deadline,b settle;uint40 expiry",
) as typeof full.licenseMarketRenewLicense;

export const licenseMarketRevocationRefundOf = /* @__PURE__ */ unpackItem(
  "vrevocationRefundOf;h licenseId;a token,u amount",
) as typeof full.licenseMarketRevocationRefundOf;

export const licenseMarketRevokeLicense = /* @__PURE__ */ unpackItem(
  "nrevokeLicense;h licenseId,uint96 maxRefund;",
) as typeof full.licenseMarketRevokeLicense;

export const licenseMarketRoyaltySplitter = /* @__PURE__ */ unpackItem(
  "vroyaltySplitter;;a ",
) as typeof full.licenseMarketRoyaltySplitter;

export const licenseMarketWithdrawOffer = /* @__PURE__ */ unpackItem(
  "nwithdrawOffer;h offerId;",
) as typeof full.licenseMarketWithdrawOffer;
