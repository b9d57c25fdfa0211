// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/licenseMarket.ts";

export const licenseMarketAgentAppointedEvent = /* @__PURE__ */ unpackItem("AgentAppointed", [
  "uint32*recipe",
  "a*agent",
  [" agency", "uint40 until", "uint24 minRate", "uint8 usages", "a token", "uint96 minPrice"],
]) as typeof full.licenseMarketAgentAppointedEvent;

export const licenseMarketLicenseFinalizedEvent = /* @__PURE__ */ unpackItem("LicenseFinalized", [
  "h*licenseId",
  "h*offerId",
  "a*referrer",
  "uint32 recipe",
  "a token",
  "u net",
  "u referral",
]) as typeof full.licenseMarketLicenseFinalizedEvent;

export const licenseMarketLicensePurchasedEvent = /* @__PURE__ */ unpackItem("LicensePurchased", [
  "h*offerId",
  "u*assetId",
  "a*licensee",
  "h purchaseId",
  "a payer",
  "a referrer",
  "uint32 recipe",
  "a token",
  "u gross",
  "u referral",
  "u license",
]) as typeof full.licenseMarketLicensePurchasedEvent;

export const licenseMarketLicenseRefundedEvent = /* @__PURE__ */ unpackItem("LicenseRefunded", [
  "h*licenseId",
  "h*offerId",
  "a*payer",
  "a token",
  "u refund",
  "u penalty",
]) as typeof full.licenseMarketLicenseRefundedEvent;

export const licenseMarketLicenseRevokedEvent = /* @__PURE__ */ unpackItem("LicenseRevoked", [
  "h*licenseId",
  "a*ruler",
  "a*holder",
  "a token",
  "u refund",
]) as typeof full.licenseMarketLicenseRevokedEvent;

export const licenseMarketOfferPublishedEvent = /* @__PURE__ */ unpackItem("OfferPublished", [
  "h*offerId",
  "uint32*recipe",
  "a*licensor",
  "a publisher",
  [
    " input",
    "h recipeId",
    "uint8 scope",
    "u scopeId",
    "a token",
    "uint96 price",
    "uint40 duration",
    "uint40 start",
    "uint40 end",
    "uint8 usages",
    "uint24 rate",
    "uint24 referral",
    "b free",
    "b title",
    "b exclusive",
    "b transferable",
    "b revocable",
    "uint32 supply",
    "uint32 perPayer",
    "uint32 seats",
    "uint32 refundWindow",
    "uint24 penalty",
    "h referrerRoot",
    "uint16 territory",
    "uint8 legalPreset",
    "h textHash",
    "h salt",
  ],
]) as typeof full.licenseMarketOfferPublishedEvent;

export const licenseMarketOfferWithdrawnEvent = /* @__PURE__ */ unpackItem("OfferWithdrawn", [
  "h*offerId",
]) as typeof full.licenseMarketOfferWithdrawnEvent;

export const licenseMarketPurchaseSkippedEvent = /* @__PURE__ */ unpackItem("PurchaseSkipped", [
  "u*position",
  "h*offerId",
  "u*assetId",
  "bytes reason",
]) as typeof full.licenseMarketPurchaseSkippedEvent;

export const licenseMarketAgencyOf = /* @__PURE__ */ unpackItem(
  "agencyOf",
  ["uint32 recipe", "a agent"],
  [[" ", "uint40 until", "uint24 minRate", "uint8 usages", "a token", "uint96 minPrice"]],
  "view",
) as typeof full.licenseMarketAgencyOf;

export const licenseMarketAppointAgent = /* @__PURE__ */ unpackItem(
  "appointAgent",
  [
    "h recipeId",
    "a agent",
    [" agency", "uint40 until", "uint24 minRate", "uint8 usages", "a token", "uint96 minPrice"],
  ],
  [],
) as typeof full.licenseMarketAppointAgent;

export const licenseMarketAssetRegistry = /* @__PURE__ */ unpackItem(
  "assetRegistry",
  [],
  ["a "],
  "view",
) as typeof full.licenseMarketAssetRegistry;

export const licenseMarketBoughtBy = /* @__PURE__ */ unpackItem(
  "boughtBy",
  ["h offerId", "a payer"],
  ["uint32 "],
  "view",
) as typeof full.licenseMarketBoughtBy;

export const licenseMarketEscrowOf = /* @__PURE__ */ unpackItem(
  "escrowOf",
  ["h licenseId"],
  [[" ", "a payer", "uint40 refundableUntil", "a referrer"]],
  "view",
) as typeof full.licenseMarketEscrowOf;

export const licenseMarketFillOrder = /* @__PURE__ */ unpackItem(
  "fillOrder",
  [
    [
      " order",
      [
        " purchase",
        "h offerId",
        "u assetId",
        "a licensee",
        "a referrer",
        "uint32 seats",
        "uint96 maxTotal",
        "uint40 deadline",
        "h salt",
      ],
      [
        " evidence",
        [
          " leaf",
          "h contentHash",
          "h c2paHash",
          "h recipeCommitment",
          "uint64 createdAt",
          "h perceptualHash",
          "uint32 machineScore",
          "h reportHash",
        ],
        "bytes32[] proof",
        "bytes32[] referrerProof",
      ],
      [" payment", "uint8 method", "a payer", "bytes data"],
      "b settle",
    ],
    "a caller",
  ],
  ["h "],
) as typeof full.licenseMarketFillOrder;

export const licenseMarketFinalizeLicense = /* @__PURE__ */ unpackItem(
  "finalizeLicense",
  ["h licenseId", "b settle"],
  [],
) as typeof full.licenseMarketFinalizeLicense;

export const licenseMarketHeadroom = /* @__PURE__ */ unpackItem(
  "headroom",
  ["uint32 recipe"],
  ["uint24 "],
  "view",
) as typeof full.licenseMarketHeadroom;

export const licenseMarketLicenses = /* @__PURE__ */ unpackItem(
  "licenses",
  [],
  ["a "],
  "view",
) as typeof full.licenseMarketLicenses;

export const licenseMarketOfferIdOf = /* @__PURE__ */ unpackItem(
  "offerIdOf",
  [
    "a publisher",
    [
      " input",
      "h recipeId",
      "uint8 scope",
      "u scopeId",
      "a token",
      "uint96 price",
      "uint40 duration",
      "uint40 start",
      "uint40 end",
      "uint8 usages",
      "uint24 rate",
      "uint24 referral",
      "b free",
      "b title",
      "b exclusive",
      "b transferable",
      "b revocable",
      "uint32 supply",
      "uint32 perPayer",
      "uint32 seats",
      "uint32 refundWindow",
      "uint24 penalty",
      "h referrerRoot",
      "uint16 territory",
      "uint8 legalPreset",
      "h textHash",
      "h salt",
    ],
  ],
  ["h "],
  "pure",
) as typeof full.licenseMarketOfferIdOf;

export const licenseMarketOfferOf = /* @__PURE__ */ unpackItem(
  "offerOf",
  ["h offerId"],
  [
    [
      " offer",
      "a token",
      "uint96 price",
      "uint32 recipe",
      "uint40 duration",
      "uint40 start",
      "uint40 end",
      "uint8 usages",
      "uint24 rate",
      "uint24 referral",
      "uint16 controlEpoch",
      "uint8 scope",
      "u scopeId",
      "b free",
      "b recorded",
      "b withdrawn",
      "b title",
      "b exclusive",
      "b transferable",
      "b revocable",
      "uint32 supply",
      "uint32 sold",
      "uint32 perPayer",
      "uint32 seats",
      "uint32 refundWindow",
      "uint24 penalty",
      "h referrerRoot",
      "a seller",
    ],
  ],
  "view",
) as typeof full.licenseMarketOfferOf;

export const licenseMarketPublishOffer = /* @__PURE__ */ unpackItem(
  "publishOffer",
  [
    [
      " input",
      "h recipeId",
      "uint8 scope",
      "u scopeId",
      "a token",
      "uint96 price",
      "uint40 duration",
      "uint40 start",
      "uint40 end",
      "uint8 usages",
      "uint24 rate",
      "uint24 referral",
      "b free",
      "b title",
      "b exclusive",
      "b transferable",
      "b revocable",
      "uint32 supply",
      "uint32 perPayer",
      "uint32 seats",
      "uint32 refundWindow",
      "uint24 penalty",
      "h referrerRoot",
      "uint16 territory",
      "uint8 legalPreset",
      "h textHash",
      "h salt",
    ],
  ],
  ["h offerId"],
) as typeof full.licenseMarketPublishOffer;

export const licenseMarketPurchaseBatch = /* @__PURE__ */ unpackItem(
  "purchaseBatch",
  [
    [
      "[] orders",
      [
        " purchase",
        "h offerId",
        "u assetId",
        "a licensee",
        "a referrer",
        "uint32 seats",
        "uint96 maxTotal",
        "uint40 deadline",
        "h salt",
      ],
      [
        " evidence",
        [
          " leaf",
          "h contentHash",
          "h c2paHash",
          "h recipeCommitment",
          "uint64 createdAt",
          "h perceptualHash",
          "uint32 machineScore",
          "h reportHash",
        ],
        "bytes32[] proof",
        "bytes32[] referrerProof",
      ],
      [" payment", "uint8 method", "a payer", "bytes data"],
      "b settle",
    ],
    "b skipFailures",
  ],
  ["bytes32[] purchaseIds"],
) as typeof full.licenseMarketPurchaseBatch;

export const licenseMarketPurchaseIdOf = /* @__PURE__ */ unpackItem(
  "purchaseIdOf",
  [
    [
      " purchase",
      "h offerId",
      "u assetId",
      "a licensee",
      "a referrer",
      "uint32 seats",
      "uint96 maxTotal",
      "uint40 deadline",
      "h salt",
    ],
  ],
  ["h "],
  "view",
) as typeof full.licenseMarketPurchaseIdOf;

export const licenseMarketPurchaseLicense = /* @__PURE__ */ unpackItem(
  "purchaseLicense",
  [
    [
      " purchase",
      "h offerId",
      "u assetId",
      "a licensee",
      "a referrer",
      "uint32 seats",
      "uint96 maxTotal",
      "uint40 deadline",
      "h salt",
    ],
    "b settle",
  ],
  ["h "],
) as typeof full.licenseMarketPurchaseLicense;

export const licenseMarketPurchaseLicenseWithAuthorization = /* @__PURE__ */ unpackItem(
  "purchaseLicenseWithAuthorization",
  [
    [
      " purchase",
      "h offerId",
      "u assetId",
      "a licensee",
      "a referrer",
      "uint32 seats",
      "uint96 maxTotal",
      "uint40 deadline",
      "h salt",
    ],
    "a payer",
    "b settle",
    "bytes signature",
  ],
  ["h "],
) as typeof full.licenseMarketPurchaseLicenseWithAuthorization;

export const licenseMarketPurchaseOrder = /* @__PURE__ */ unpackItem(
  "purchaseOrder",
  [
    [
      " order",
      [
        " purchase",
        "h offerId",
        "u assetId",
        "a licensee",
        "a referrer",
        "uint32 seats",
        "uint96 maxTotal",
        "uint40 deadline",
        "h salt",
      ],
      [
        " evidence",
        [
          " leaf",
          "h contentHash",
          "h c2paHash",
          "h recipeCommitment",
          "uint64 createdAt",
          "h perceptualHash",
          "uint32 machineScore",
          "h reportHash",
        ],
        "bytes32[] proof",
        "bytes32[] referrerProof",
      ],
      [" payment", "uint8 method", "a payer", "bytes data"],
      "b settle",
    ],
  ],
  ["h "],
) as typeof full.licenseMarketPurchaseOrder;

export const licenseMarketRefundLicense = /* @__PURE__ */ unpackItem(
  "refundLicense",
  ["h licenseId"],
  [],
) as typeof full.licenseMarketRefundLicense;

export const licenseMarketRenewLicense = /* @__PURE__ */ unpackItem(
  "renewLicense",
  ["h licenseId", "uint96 maxTotal", "uint40 deadline", "b settle"],
  ["uint40 expiry"],
) as typeof full.licenseMarketRenewLicense;

export const licenseMarketRevocationRefundOf = /* @__PURE__ */ unpackItem(
  "revocationRefundOf",
  ["h licenseId"],
  ["a token", "u amount"],
  "view",
) as typeof full.licenseMarketRevocationRefundOf;

export const licenseMarketRevokeLicense = /* @__PURE__ */ unpackItem(
  "revokeLicense",
  ["h licenseId", "uint96 maxRefund"],
  [],
) as typeof full.licenseMarketRevokeLicense;

export const licenseMarketRoyaltySplitter = /* @__PURE__ */ unpackItem(
  "royaltySplitter",
  [],
  ["a "],
  "view",
) as typeof full.licenseMarketRoyaltySplitter;

export const licenseMarketWithdrawOffer = /* @__PURE__ */ unpackItem(
  "withdrawOffer",
  ["h offerId"],
  [],
) as typeof full.licenseMarketWithdrawOffer;
