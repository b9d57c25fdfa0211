// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/licenses.ts";

export const licensesApprovalEvent = /* @__PURE__ */ unpackItem("Approval", [
  "a*owner",
  "a*approved",
  "u*tokenId",
]) as typeof full.licensesApprovalEvent;

export const licensesApprovalForAllEvent = /* @__PURE__ */ unpackItem("ApprovalForAll", [
  "a*owner",
  "a*operator",
  "b approved",
]) as typeof full.licensesApprovalForAllEvent;

export const licensesBatchMetadataUpdateEvent = /* @__PURE__ */ unpackItem("BatchMetadataUpdate", [
  "u _fromTokenId",
  "u _toTokenId",
]) as typeof full.licensesBatchMetadataUpdateEvent;

export const licensesBreachProvedEvent = /* @__PURE__ */ unpackItem("BreachProved", [
  "h*licenseId",
  "u*copy",
]) as typeof full.licensesBreachProvedEvent;

export const licensesExclusiveReleasedEvent = /* @__PURE__ */ unpackItem("ExclusiveReleased", [
  "u*assetId",
]) as typeof full.licensesExclusiveReleasedEvent;

export const licensesLicenseEndedEvent = /* @__PURE__ */ unpackItem("LicenseEnded", [
  "h*licenseId",
  "uint8 status",
]) as typeof full.licensesLicenseEndedEvent;

export const licensesLicenseRecordedEvent = /* @__PURE__ */ unpackItem("LicenseRecorded", [
  "h*licenseId",
  "u*assetId",
  "a*holder",
  "uint8 usages",
  "uint24 rate",
  "uint40 expiry",
  "uint32 seats",
]) as typeof full.licensesLicenseRecordedEvent;

export const licensesLicenseRenewedEvent = /* @__PURE__ */ unpackItem("LicenseRenewed", [
  "h*licenseId",
  "uint40 expiry",
]) as typeof full.licensesLicenseRenewedEvent;

export const licensesLicenseUsedEvent = /* @__PURE__ */ unpackItem("LicenseUsed", [
  "h*licenseId",
  "uint32*recipe",
]) as typeof full.licensesLicenseUsedEvent;

export const licensesMetadataUpdateEvent = /* @__PURE__ */ unpackItem("MetadataUpdate", [
  "u _tokenId",
]) as typeof full.licensesMetadataUpdateEvent;

export const licensesSeatAssignedEvent = /* @__PURE__ */ unpackItem("SeatAssigned", [
  "h*licenseId",
  "uint32*seat",
  "a*account",
  "a previous",
]) as typeof full.licensesSeatAssignedEvent;

export const licensesTransferEvent = /* @__PURE__ */ unpackItem("Transfer", [
  "a*from",
  "a*to",
  "u*tokenId",
]) as typeof full.licensesTransferEvent;

export const licensesApprove = /* @__PURE__ */ unpackItem(
  "approve",
  ["a to", "u tokenId"],
  [],
) as typeof full.licensesApprove;

export const licensesAssetRegistry = /* @__PURE__ */ unpackItem(
  "assetRegistry",
  [],
  ["a "],
  "view",
) as typeof full.licensesAssetRegistry;

export const licensesAssignSeat = /* @__PURE__ */ unpackItem(
  "assignSeat",
  ["h licenseId", "uint32 seat", "a account"],
  [],
) as typeof full.licensesAssignSeat;

export const licensesBalanceOf = /* @__PURE__ */ unpackItem(
  "balanceOf",
  ["a owner"],
  ["u "],
  "view",
) as typeof full.licensesBalanceOf;

export const licensesCloseRefund = /* @__PURE__ */ unpackItem(
  "closeRefund",
  ["h licenseId"],
  [],
) as typeof full.licensesCloseRefund;

export const licensesContentHashOf = /* @__PURE__ */ unpackItem(
  "contentHashOf",
  ["h licenseId"],
  ["h "],
  "view",
) as typeof full.licensesContentHashOf;

export const licensesContractURI = /* @__PURE__ */ unpackItem(
  "contractURI",
  [],
  ["string "],
  "view",
) as typeof full.licensesContractURI;

export const licensesEndRecord = /* @__PURE__ */ unpackItem(
  "endRecord",
  ["h licenseId", "uint8 status"],
  [],
) as typeof full.licensesEndRecord;

export const licensesExclusiveOf = /* @__PURE__ */ unpackItem(
  "exclusiveOf",
  ["u assetId"],
  ["h licenseId"],
  "view",
) as typeof full.licensesExclusiveOf;

export const licensesExclusivesIn = /* @__PURE__ */ unpackItem(
  "exclusivesIn",
  ["u lotId"],
  ["uint40 until", "uint32 open"],
  "view",
) as typeof full.licensesExclusivesIn;

export const licensesGetApproved = /* @__PURE__ */ unpackItem(
  "getApproved",
  ["u tokenId"],
  ["a "],
  "view",
) as typeof full.licensesGetApproved;

export const licensesGrantPlain = /* @__PURE__ */ unpackItem(
  "grantPlain",
  ["u assetId", "a licensee", "uint8 usages", "uint40 duration"],
  ["u slot"],
) as typeof full.licensesGrantPlain;

export const licensesGrantRecord = /* @__PURE__ */ unpackItem(
  "grantRecord",
  [
    [
      " grant",
      "h licenseId",
      "h offerId",
      "u assetId",
      "a holder",
      "uint40 expiry",
      "uint24 rate",
      "uint8 usages",
      "uint96 price",
      "uint32 seats",
      "b transferable",
      "b exclusive",
      "b revocable",
      "b refundable",
      "h contentHash",
    ],
  ],
  [],
) as typeof full.licensesGrantRecord;

export const licensesHasLicense = /* @__PURE__ */ unpackItem(
  "hasLicense",
  ["a account", "u assetId", "uint8 usage"],
  ["b "],
  "view",
) as typeof full.licensesHasLicense;

export const licensesHoldsLicense = /* @__PURE__ */ unpackItem(
  "holdsLicense",
  ["h licenseId", "a account", "u assetId", "uint8 usage"],
  ["b "],
  "view",
) as typeof full.licensesHoldsLicense;

export const licensesIsApprovedForAll = /* @__PURE__ */ unpackItem(
  "isApprovedForAll",
  ["a owner", "a operator"],
  ["b "],
  "view",
) as typeof full.licensesIsApprovedForAll;

export const licensesLicenseMarket = /* @__PURE__ */ unpackItem(
  "licenseMarket",
  [],
  ["a "],
  "view",
) as typeof full.licensesLicenseMarket;

export const licensesName = /* @__PURE__ */ unpackItem("name", [], ["string "], "view") as typeof full.licensesName;

export const licensesOwnerOf = /* @__PURE__ */ unpackItem(
  "ownerOf",
  ["u tokenId"],
  ["a "],
  "view",
) as typeof full.licensesOwnerOf;

export const licensesPlainLicenseOf = /* @__PURE__ */ unpackItem(
  "plainLicenseOf",
  ["a account", "u assetId"],
  ["uint40 personal", "uint40 commercial", "uint40 advertising"],
  "view",
) as typeof full.licensesPlainLicenseOf;

export const licensesProveBreach = /* @__PURE__ */ unpackItem(
  "proveBreach",
  [
    "h licenseId",
    "u copy",
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
  ],
  [],
) as typeof full.licensesProveBreach;

export const licensesRecordOf = /* @__PURE__ */ unpackItem(
  "recordOf",
  ["h licenseId"],
  [
    [
      " ",
      "a holder",
      "uint40 expiry",
      "uint24 rate",
      "uint8 usages",
      "uint8 status",
      "u assetId",
      "uint32 usedBy",
      "uint40 boughtAt",
      "uint96 price",
      "uint32 seats",
      "h offerId",
      "b transferable",
      "b exclusive",
      "b revocable",
      "b transferred",
    ],
  ],
  "view",
) as typeof full.licensesRecordOf;

export const licensesReleaseExclusive = /* @__PURE__ */ unpackItem(
  "releaseExclusive",
  ["u assetId"],
  [],
) as typeof full.licensesReleaseExclusive;

export const licensesRenderer = /* @__PURE__ */ unpackItem(
  "renderer",
  [],
  ["a "],
  "view",
) as typeof full.licensesRenderer;

export const licensesRenewRecord = /* @__PURE__ */ unpackItem(
  "renewRecord",
  ["h licenseId", "uint40 duration"],
  ["uint40 expiry"],
) as typeof full.licensesRenewRecord;

export const licensesSafeTransferFromAddressAddressUint256 = /* @__PURE__ */ unpackItem(
  "safeTransferFrom",
  ["a from", "a to", "u tokenId"],
  [],
) as typeof full.licensesSafeTransferFromAddressAddressUint256;

export const licensesSafeTransferFromAddressAddressUint256Bytes = /* @__PURE__ */ unpackItem(
  "safeTransferFrom",
  ["a from", "a to", "u tokenId", "bytes data"],
  [],
) as typeof full.licensesSafeTransferFromAddressAddressUint256Bytes;

export const licensesSeatOf = /* @__PURE__ */ unpackItem(
  "seatOf",
  ["h licenseId", "uint32 seat"],
  ["a "],
  "view",
) as typeof full.licensesSeatOf;

export const licensesSetApprovalForAll = /* @__PURE__ */ unpackItem(
  "setApprovalForAll",
  ["a operator", "b approved"],
  [],
) as typeof full.licensesSetApprovalForAll;

export const licensesSoldOf = /* @__PURE__ */ unpackItem(
  "soldOf",
  ["u assetId"],
  ["b sold", "b exclusive"],
  "view",
) as typeof full.licensesSoldOf;

export const licensesSupportsInterface = /* @__PURE__ */ unpackItem(
  "supportsInterface",
  ["bytes4 interfaceId"],
  ["b "],
  "view",
) as typeof full.licensesSupportsInterface;

export const licensesSymbol = /* @__PURE__ */ unpackItem(
  "symbol",
  [],
  ["string "],
  "view",
) as typeof full.licensesSymbol;

export const licensesTokenURI = /* @__PURE__ */ unpackItem(
  "tokenURI",
  ["u tokenId"],
  ["string "],
  "view",
) as typeof full.licensesTokenURI;

export const licensesTransferFrom = /* @__PURE__ */ unpackItem(
  "transferFrom",
  ["a from", "a to", "u tokenId"],
  [],
) as typeof full.licensesTransferFrom;

export const licensesUseLicense = /* @__PURE__ */ unpackItem(
  "useLicense",
  ["h licenseId", "a holder", "u parentAsset", "uint8 usage", "uint32 recipe"],
  ["uint24 rate", "uint40 expiry"],
) as typeof full.licensesUseLicense;
