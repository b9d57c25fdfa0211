// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/licenses.ts";

export const licensesApprovalEvent = /* @__PURE__ */ unpackItem(
  "eApproval;a*owner,a*approved,u*tokenId",
) as typeof full.licensesApprovalEvent;

export const licensesApprovalForAllEvent = /* @__PURE__ */ unpackItem(
  "eApprovalForAll;a*owner,a*operator,b approved",
) as typeof full.licensesApprovalForAllEvent;

export const licensesBatchMetadataUpdateEvent = /* @__PURE__ */ unpackItem(
  "eBatchMetadataUpdate;u _fromTokenId,u _toTokenId",
) as typeof full.licensesBatchMetadataUpdateEvent;

export const licensesBreachProvedEvent = /* @__PURE__ */ unpackItem(
  "eBreachProved;h*licenseId,u*copy",
) as typeof full.licensesBreachProvedEvent;

export const licensesExclusiveReleasedEvent = /* @__PURE__ */ unpackItem(
  "eExclusiveReleased;u*assetId",
) as typeof full.licensesExclusiveReleasedEvent;

export const licensesLicenseEndedEvent = /* @__PURE__ */ unpackItem(
  "eLicenseEnded;h*licenseId,uint8 status",
) as typeof full.licensesLicenseEndedEvent;

export const licensesLicenseRecordedEvent = /* @__PURE__ */ unpackItem(
  "eLicenseRecorded;h*licenseId,u*assetId,a*holder,uint8 usages,uint24 rate,uint40 expiry,uint32 seats",
) as typeof full.licensesLicenseRecordedEvent;

export const licensesLicenseRenewedEvent = /* @__PURE__ */ unpackItem(
  "eLicenseRenewed;h*licenseId,uint40 expiry",
) as typeof full.licensesLicenseRenewedEvent;

export const licensesLicenseUsedEvent = /* @__PURE__ */ unpackItem(
  "eLicenseUsed;h*licenseId,uint32*recipe",
) as typeof full.licensesLicenseUsedEvent;

export const licensesMetadataUpdateEvent = /* @__PURE__ */ unpackItem(
  "eMetadataUpdate;u _tokenId",
) as typeof full.licensesMetadataUpdateEvent;

export const licensesSeatAssignedEvent = /* @__PURE__ */ unpackItem(
  "eSeatAssigned;h*licenseId,uint32*seat,a*account,a previous",
) as typeof full.licensesSeatAssignedEvent;

export const licensesTransferEvent = /* @__PURE__ */ unpackItem(
  "eTransfer;a*from,a*to,u*tokenId",
) as typeof full.licensesTransferEvent;

export const licensesApprove = /* @__PURE__ */ unpackItem("napprove;a to,u tokenId;") as typeof full.licensesApprove;

export const licensesAssetRegistry = /* @__PURE__ */ unpackItem(
  "vassetRegistry;;a ",
) as typeof full.licensesAssetRegistry;

export const licensesAssignSeat = /* @__PURE__ */ unpackItem(
  "nassignSeat;h licenseId,uint32 seat,a account;",
) as typeof full.licensesAssignSeat;

export const licensesBalanceOf = /* @__PURE__ */ unpackItem("vbalanceOf;a owner;u ") as typeof full.licensesBalanceOf;

export const licensesCloseRefund = /* @__PURE__ */ unpackItem(
  "ncloseRefund;h licenseId;",
) as typeof full.licensesCloseRefund;

export const licensesContentHashOf = /* @__PURE__ */ unpackItem(
  "vcontentHashOf;h licenseId;h ",
) as typeof full.licensesContentHashOf;

export const licensesContractURI = /* @__PURE__ */ unpackItem(
  "vcontractURI;;string ",
) as typeof full.licensesContractURI;

export const licensesEndRecord = /* @__PURE__ */ unpackItem(
  "nendRecord;h licenseId,uint8 status;",
) as typeof full.licensesEndRecord;

export const licensesExclusiveOf = /* @__PURE__ */ unpackItem(
  "vexclusiveOf;u assetId;h licenseId",
) as typeof full.licensesExclusiveOf;

export const licensesExclusivesIn = /* @__PURE__ */ unpackItem(
  "vexclusivesIn;u lotId;uint40 until,uint32 open",
) as typeof full.licensesExclusivesIn;

export const licensesGetApproved = /* @__PURE__ */ unpackItem(
  "vgetApproved;u tokenId;a ",
) as typeof full.licensesGetApproved;

export const licensesGrantPlain = /* @__PURE__ */ unpackItem(
  "ngrantPlain;u assetId,a licensee,uint8 usages,uint40 duration;u slot",
) as typeof full.licensesGrantPlain;

export const licensesGrantRecord = /* @__PURE__ */ unpackItem(
  "ngrantRecord;(h licenseId,h offerId,u assetId,a holder,uint40 expiry,uint24 rate,uint8 usages,uint96 price,uint32 seats,b transferable,b exclusive,b revocable,b refundable,h contentHash) grant;",
) as typeof full.licensesGrantRecord;

export const licensesHasLicense = /* @__PURE__ */ unpackItem(
  "vhasLicense;a account,u assetId,uint8 usage;b ",
) as typeof full.licensesHasLicense;

export const licensesHoldsLicense = /* @__PURE__ */ unpackItem(
  "vholdsLicense;h licenseId,a account,u assetId,uint8 usage;b ",
) as typeof full.licensesHoldsLicense;

export const licensesIsApprovedForAll = /* @__PURE__ */ unpackItem(
  "visApprovedForAll;a owner,a operator;b ",
) as typeof full.licensesIsApprovedForAll;

export const licensesLicenseMarket = /* @__PURE__ */ unpackItem(
  "vlicenseMarket;;a ",
) as typeof full.licensesLicenseMarket;

export const licensesName = /* @__PURE__ */ unpackItem("vname;;string ") as typeof full.licensesName;

export const licensesOwnerOf = /* @__PURE__ */ unpackItem("vownerOf;u tokenId;a ") as typeof full.licensesOwnerOf;

export const licensesPlainLicenseOf = /* @__PURE__ */ unpackItem(
  "vplainLicenseOf;a account,u assetId;uint40 personal,uint40 commercial,uint40 advertising",
) as typeof full.licensesPlainLicenseOf;

export const licensesProveBreach = /* @__PURE__ */ unpackItem(
  "nproveBreach;h licenseId,u copy,(h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) leaf,h[] proof;",
) as typeof full.licensesProveBreach;

export const licensesRecordOf = /* @__PURE__ */ unpackItem(
  "vrecordOf;h licenseId;(a holder,uint40 expiry,uint24 rate,uint8 usages,uint8 status,u assetId,uint32 usedBy,uint40 boughtAt,uint96 price,uint32 seats,h offerId,b transferable,b exclusive,b revocable,b transferred) ",
) as typeof full.licensesRecordOf;

export const licensesReleaseExclusive = /* @__PURE__ */ unpackItem(
  "nreleaseExclusive;u assetId;",
) as typeof full.licensesReleaseExclusive;

export const licensesRenderer = /* @__PURE__ */ unpackItem("vrenderer;;a ") as typeof full.licensesRenderer;

export const licensesRenewRecord = /* @__PURE__ */ unpackItem(
  "nrenewRecord;h licenseId,uint40 duration;uint40 expiry",
) as typeof full.licensesRenewRecord;

export const licensesSafeTransferFromAddressAddressUint256 = /* @__PURE__ */ unpackItem(
  "nsafeTransferFrom;a from,a to,u tokenId;",
) as typeof full.licensesSafeTransferFromAddressAddressUint256;

export const licensesSafeTransferFromAddressAddressUint256Bytes = /* @__PURE__ */ unpackItem(
  "nsafeTransferFrom;a from,a to,u tokenId,bytes data;",
) as typeof full.licensesSafeTransferFromAddressAddressUint256Bytes;

export const licensesSeatOf = /* @__PURE__ */ unpackItem(
  "vseatOf;h licenseId,uint32 seat;a ",
) as typeof full.licensesSeatOf;

export const licensesSetApprovalForAll = /* @__PURE__ */ unpackItem(
  "nsetApprovalForAll;a operator,b approved;",
) as typeof full.licensesSetApprovalForAll;

export const licensesSoldOf = /* @__PURE__ */ unpackItem(
  "vsoldOf;u assetId;b sold,b exclusive",
) as typeof full.licensesSoldOf;

export const licensesSupportsInterface = /* @__PURE__ */ unpackItem(
  "vsupportsInterface;bytes4 interfaceId;b ",
) as typeof full.licensesSupportsInterface;

export const licensesSymbol = /* @__PURE__ */ unpackItem("vsymbol;;string ") as typeof full.licensesSymbol;

export const licensesTokenURI = /* @__PURE__ */ unpackItem(
  "vtokenURI;u tokenId;string ",
) as typeof full.licensesTokenURI;

export const licensesTransferFrom = /* @__PURE__ */ unpackItem(
  "ntransferFrom;a from,a to,u tokenId;",
) as typeof full.licensesTransferFrom;

export const licensesUseLicense = /* @__PURE__ */ unpackItem(
  "nuseLicense;h licenseId,a holder,u parentAsset,uint8 usage,uint32 recipe;uint24 rate,uint40 expiry",
) as typeof full.licensesUseLicense;
