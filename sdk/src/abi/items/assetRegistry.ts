// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/assetRegistry.ts";

export const assetRegistryApprovalEvent = /* @__PURE__ */ unpackItem("Approval", [
  "a*owner",
  "a*approved",
  "u*tokenId",
]) as typeof full.assetRegistryApprovalEvent;

export const assetRegistryApprovalForAllEvent = /* @__PURE__ */ unpackItem("ApprovalForAll", [
  "a*owner",
  "a*operator",
  "b approved",
]) as typeof full.assetRegistryApprovalForAllEvent;

export const assetRegistryAssetFrozenEvent = /* @__PURE__ */ unpackItem("AssetFrozen", [
  "u*assetId",
  "a*ruler",
  "uint40 until",
]) as typeof full.assetRegistryAssetFrozenEvent;

export const assetRegistryAssetMintedEvent = /* @__PURE__ */ unpackItem("AssetMinted", [
  "u*assetId",
  "a*to",
  "h contentHash",
  "h leafHash",
]) as typeof full.assetRegistryAssetMintedEvent;

export const assetRegistryBlockedSetEvent = /* @__PURE__ */ unpackItem("BlockedSet", [
  "u*lotId",
  "uint16 word",
  "u mask",
]) as typeof full.assetRegistryBlockedSetEvent;

export const assetRegistryControlOfferedEvent = /* @__PURE__ */ unpackItem("ControlOffered", [
  "uint32*recipe",
  "a*licensor",
  "a*to",
]) as typeof full.assetRegistryControlOfferedEvent;

export const assetRegistryControlTransferredEvent = /* @__PURE__ */ unpackItem("ControlTransferred", [
  "uint32*recipe",
  "a*from",
  "a*to",
  "uint16 controlEpoch",
]) as typeof full.assetRegistryControlTransferredEvent;

export const assetRegistryEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "EIP712DomainChanged",
  [],
) as typeof full.assetRegistryEIP712DomainChangedEvent;

export const assetRegistryExternalRegisteredEvent = /* @__PURE__ */ unpackItem("ExternalRegistered", [
  "u*assetId",
  "a*collection",
  "u*tokenId",
]) as typeof full.assetRegistryExternalRegisteredEvent;

export const assetRegistryGateRecordedEvent = /* @__PURE__ */ unpackItem("GateRecorded", [
  "a*gate",
  "a*timelock",
  "a*studio",
  "uint32 ordinal",
]) as typeof full.assetRegistryGateRecordedEvent;

export const assetRegistryLotCommittedEvent = /* @__PURE__ */ unpackItem("LotCommitted", [
  "u*lotId",
  "uint32*recipe",
  "a*gate",
  "a producer",
  "h root",
  "uint32 count",
  "h manifest",
]) as typeof full.assetRegistryLotCommittedEvent;

export const assetRegistryLotSupersededEvent = /* @__PURE__ */ unpackItem("LotSuperseded", [
  "u*lotId",
  "u*successor",
  "a*licensor",
]) as typeof full.assetRegistryLotSupersededEvent;

export const assetRegistryManifestSupersededEvent = /* @__PURE__ */ unpackItem("ManifestSuperseded", [
  "u*lotId",
  "a*by",
  "h manifest",
]) as typeof full.assetRegistryManifestSupersededEvent;

export const assetRegistryRecipeRegisteredEvent = /* @__PURE__ */ unpackItem("RecipeRegistered", [
  "h*recipeId",
  "uint32*recipe",
  "a*licensor",
  "uint8 kind",
  "h commitment",
  "h metadata",
  "uint40 validUntil",
  ["[] parents", "u asset", "h licenseId", "uint24 rate"],
  [" terms", "uint24 derivativeFloor", "uint8 ownerUsages", "uint24 secondaryRate"],
]) as typeof full.assetRegistryRecipeRegisteredEvent;

export const assetRegistryRecipeRenewedEvent = /* @__PURE__ */ unpackItem("RecipeRenewed", [
  "uint32*recipe",
  "uint40 validUntil",
  "bytes32[] licenseIds",
]) as typeof full.assetRegistryRecipeRenewedEvent;

export const assetRegistryRecipeStoppedEvent = /* @__PURE__ */ unpackItem("RecipeStopped", [
  "uint32*recipe",
  "uint40 validUntil",
]) as typeof full.assetRegistryRecipeStoppedEvent;

export const assetRegistryRecipeSuspendedEvent = /* @__PURE__ */ unpackItem("RecipeSuspended", [
  "h*recipeId",
  "a*ruler",
  "uint40 until",
]) as typeof full.assetRegistryRecipeSuspendedEvent;

export const assetRegistryRecipeUseGrantedEvent = /* @__PURE__ */ unpackItem("RecipeUseGranted", [
  "uint32*recipe",
  "a*user",
  "uint40 until",
  "b independent",
]) as typeof full.assetRegistryRecipeUseGrantedEvent;

export const assetRegistryTransferEvent = /* @__PURE__ */ unpackItem("Transfer", [
  "a*from",
  "a*to",
  "u*tokenId",
]) as typeof full.assetRegistryTransferEvent;

export const assetRegistryVerdictSetEvent = /* @__PURE__ */ unpackItem("VerdictSet", [
  "u*lotId",
  "uint8 status",
  "uint8 class",
  "uint40 releasableAt",
]) as typeof full.assetRegistryVerdictSetEvent;

export const assetRegistryAcceptControl = /* @__PURE__ */ unpackItem(
  "acceptControl",
  ["h recipeId"],
  [],
) as typeof full.assetRegistryAcceptControl;

export const assetRegistryApprove = /* @__PURE__ */ unpackItem(
  "approve",
  ["a to", "u tokenId"],
  [],
) as typeof full.assetRegistryApprove;

export const assetRegistryBalanceOf = /* @__PURE__ */ unpackItem(
  "balanceOf",
  ["a owner"],
  ["u "],
  "view",
) as typeof full.assetRegistryBalanceOf;

export const assetRegistryBlockedMasks = /* @__PURE__ */ unpackItem(
  "blockedMasks",
  ["u lotId", "uint16 first", "uint16 count"],
  ["uint256[] masks"],
  "view",
) as typeof full.assetRegistryBlockedMasks;

export const assetRegistryBlockedWord = /* @__PURE__ */ unpackItem(
  "blockedWord",
  ["u lotId", "uint16 word"],
  ["u mask"],
  "view",
) as typeof full.assetRegistryBlockedWord;

export const assetRegistryCommitLot = /* @__PURE__ */ unpackItem(
  "commitLot",
  [[" input", "h recipeId", "uint64 nonce", "h root", "uint32 count", "a gate", "h manifest"]],
  ["u lotId"],
) as typeof full.assetRegistryCommitLot;

export const assetRegistryContentHashOf = /* @__PURE__ */ unpackItem(
  "contentHashOf",
  ["u assetId"],
  ["h "],
  "view",
) as typeof full.assetRegistryContentHashOf;

export const assetRegistryContractURI = /* @__PURE__ */ unpackItem(
  "contractURI",
  [],
  ["string "],
  "view",
) as typeof full.assetRegistryContractURI;

export const assetRegistryControlEpochOf = /* @__PURE__ */ unpackItem(
  "controlEpochOf",
  ["uint32 recipe"],
  ["uint16 "],
  "view",
) as typeof full.assetRegistryControlEpochOf;

export const assetRegistryConveyTitle = /* @__PURE__ */ unpackItem(
  "conveyTitle",
  [
    "u assetId",
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
    "a to",
  ],
  [],
) as typeof full.assetRegistryConveyTitle;

export const assetRegistryEip712Domain = /* @__PURE__ */ unpackItem(
  "eip712Domain",
  [],
  [
    "bytes1 fields",
    "string name",
    "string version",
    "u chainId",
    "a verifyingContract",
    "h salt",
    "uint256[] extensions",
  ],
  "view",
) as typeof full.assetRegistryEip712Domain;

export const assetRegistryExternalOf = /* @__PURE__ */ unpackItem(
  "externalOf",
  ["u assetId"],
  ["a collection", "u tokenId"],
  "view",
) as typeof full.assetRegistryExternalOf;

export const assetRegistryFreeze = /* @__PURE__ */ unpackItem(
  "freeze",
  ["u assetId", "uint40 until"],
  [],
) as typeof full.assetRegistryFreeze;

export const assetRegistryFrozenUntil = /* @__PURE__ */ unpackItem(
  "frozenUntil",
  ["u assetId"],
  ["uint40 until"],
  "view",
) as typeof full.assetRegistryFrozenUntil;

export const assetRegistryGateOf = /* @__PURE__ */ unpackItem(
  "gateOf",
  ["a gate"],
  ["a timelock", "uint32 ordinal"],
  "view",
) as typeof full.assetRegistryGateOf;

export const assetRegistryGetApproved = /* @__PURE__ */ unpackItem(
  "getApproved",
  ["u tokenId"],
  ["a "],
  "view",
) as typeof full.assetRegistryGetApproved;

export const assetRegistryGrantRecipeUse = /* @__PURE__ */ unpackItem(
  "grantRecipeUse",
  ["h recipeId", "a user", "uint40 until", "b independent"],
  [],
) as typeof full.assetRegistryGrantRecipeUse;

export const assetRegistryHashLeaf = /* @__PURE__ */ unpackItem(
  "hashLeaf",
  [
    "u assetId",
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
  ],
  ["h "],
  "pure",
) as typeof full.assetRegistryHashLeaf;

export const assetRegistryHashRecipe = /* @__PURE__ */ unpackItem(
  "hashRecipe",
  [
    [
      " input",
      "a licensor",
      "uint8 kind",
      "h commitment",
      "h metadata",
      ["[] parents", "u asset", "h licenseId", "uint24 rate"],
      ["[] split", "a account", "uint32 weight", "uint8 roles"],
      [
        " options",
        "uint8 kind",
        "h root",
        "uint64 totalWeight",
        "a token",
        [" advance", "a account", "a token", "uint128 amount"],
      ],
      [" terms", "uint24 derivativeFloor", "uint8 ownerUsages", "uint24 secondaryRate"],
    ],
  ],
  ["h recipeId"],
  "pure",
) as typeof full.assetRegistryHashRecipe;

export const assetRegistryIsApprovedForAll = /* @__PURE__ */ unpackItem(
  "isApprovedForAll",
  ["a owner", "a operator"],
  ["b "],
  "view",
) as typeof full.assetRegistryIsApprovedForAll;

export const assetRegistryIsReleasable = /* @__PURE__ */ unpackItem(
  "isReleasable",
  ["u assetId"],
  ["b releasable"],
  "view",
) as typeof full.assetRegistryIsReleasable;

export const assetRegistryLicensable = /* @__PURE__ */ unpackItem(
  "licensable",
  ["u assetId"],
  ["uint32 recipe", "uint16 controlEpoch"],
  "view",
) as typeof full.assetRegistryLicensable;

export const assetRegistryLotOf = /* @__PURE__ */ unpackItem(
  "lotOf",
  ["u lotId"],
  [
    [
      " ",
      "h root",
      "uint32 recipe",
      "uint32 gate",
      "uint40 committedAt",
      "uint40 releasableAt",
      "uint32 count",
      "uint8 status",
      "uint8 class",
      "b blocked",
      "b superseded",
      "b frozen",
    ],
  ],
  "view",
) as typeof full.assetRegistryLotOf;

export const assetRegistryMint = /* @__PURE__ */ unpackItem(
  "mint",
  [
    "u assetId",
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
) as typeof full.assetRegistryMint;

export const assetRegistryName = /* @__PURE__ */ unpackItem(
  "name",
  [],
  ["string "],
  "view",
) as typeof full.assetRegistryName;

export const assetRegistryOfferControl = /* @__PURE__ */ unpackItem(
  "offerControl",
  ["h recipeId", "a to"],
  [],
) as typeof full.assetRegistryOfferControl;

export const assetRegistryOwnerOf = /* @__PURE__ */ unpackItem(
  "ownerOf",
  ["u tokenId"],
  ["a "],
  "view",
) as typeof full.assetRegistryOwnerOf;

export const assetRegistryPendingLicensorOf = /* @__PURE__ */ unpackItem(
  "pendingLicensorOf",
  ["h recipeId"],
  ["a "],
  "view",
) as typeof full.assetRegistryPendingLicensorOf;

export const assetRegistryRecipeCount = /* @__PURE__ */ unpackItem(
  "recipeCount",
  [],
  ["uint32 "],
  "view",
) as typeof full.assetRegistryRecipeCount;

export const assetRegistryRecipeIdOf = /* @__PURE__ */ unpackItem(
  "recipeIdOf",
  ["uint32 recipe"],
  ["h "],
  "view",
) as typeof full.assetRegistryRecipeIdOf;

export const assetRegistryRecipeOf = /* @__PURE__ */ unpackItem(
  "recipeOf",
  ["h recipeId"],
  [[" ", "a licensor", "uint32 ordinal", "uint40 validUntil", "uint8 kind", "uint16 flags"]],
  "view",
) as typeof full.assetRegistryRecipeOf;

export const assetRegistryRecipeUseOf = /* @__PURE__ */ unpackItem(
  "recipeUseOf",
  ["h recipeId", "a user"],
  ["uint40 until", "b independent"],
  "view",
) as typeof full.assetRegistryRecipeUseOf;

export const assetRegistryRecordGate = /* @__PURE__ */ unpackItem(
  "recordGate",
  ["a gate"],
  [],
) as typeof full.assetRegistryRecordGate;

export const assetRegistryRecordStudio = /* @__PURE__ */ unpackItem(
  "recordStudio",
  ["a timelock", "a studio", "a gate"],
  [],
) as typeof full.assetRegistryRecordStudio;

export const assetRegistryRegister = /* @__PURE__ */ unpackItem(
  "register",
  [
    [" input", "h recipeId", "uint64 nonce", "h root", "uint32 count", "a gate", "h manifest"],
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
  ],
  ["u assetId"],
) as typeof full.assetRegistryRegister;

export const assetRegistryRegisterExternal = /* @__PURE__ */ unpackItem(
  "registerExternal",
  ["h recipeId", "uint64 nonce", "a collection", "u tokenId"],
  ["u assetId"],
) as typeof full.assetRegistryRegisterExternal;

export const assetRegistryRegisterRecipe = /* @__PURE__ */ unpackItem(
  "registerRecipe",
  [
    [
      " ",
      "a licensor",
      "uint8 kind",
      "h commitment",
      "h metadata",
      ["[] parents", "u asset", "h licenseId", "uint24 rate"],
      ["[] split", "a account", "uint32 weight", "uint8 roles"],
      [
        " options",
        "uint8 kind",
        "h root",
        "uint64 totalWeight",
        "a token",
        [" advance", "a account", "a token", "uint128 amount"],
      ],
      [" terms", "uint24 derivativeFloor", "uint8 ownerUsages", "uint24 secondaryRate"],
    ],
    "u ",
    "bytes ",
  ],
  ["h recipeId"],
) as typeof full.assetRegistryRegisterRecipe;

export const assetRegistryRenderer = /* @__PURE__ */ unpackItem(
  "renderer",
  [],
  ["a "],
  "view",
) as typeof full.assetRegistryRenderer;

export const assetRegistryRenewRecipe = /* @__PURE__ */ unpackItem(
  "renewRecipe",
  [
    [
      " ",
      "a licensor",
      "uint8 kind",
      "h commitment",
      "h metadata",
      ["[] parents", "u asset", "h licenseId", "uint24 rate"],
      ["[] split", "a account", "uint32 weight", "uint8 roles"],
      [
        " options",
        "uint8 kind",
        "h root",
        "uint64 totalWeight",
        "a token",
        [" advance", "a account", "a token", "uint128 amount"],
      ],
      [" terms", "uint24 derivativeFloor", "uint8 ownerUsages", "uint24 secondaryRate"],
    ],
    "bytes32[] ",
  ],
  ["uint40 validUntil"],
) as typeof full.assetRegistryRenewRecipe;

export const assetRegistryResumeRecipe = /* @__PURE__ */ unpackItem(
  "resumeRecipe",
  ["h "],
  [],
) as typeof full.assetRegistryResumeRecipe;

export const assetRegistryRoyaltyInfo = /* @__PURE__ */ unpackItem(
  "royaltyInfo",
  ["u tokenId", "u salePrice"],
  ["a receiver", "u amount"],
  "view",
) as typeof full.assetRegistryRoyaltyInfo;

export const assetRegistryRulersOf = /* @__PURE__ */ unpackItem(
  "rulersOf",
  ["u assetId"],
  ["a timelock", "a board"],
  "view",
) as typeof full.assetRegistryRulersOf;

export const assetRegistrySafeTransferFromAddressAddressUint256 = /* @__PURE__ */ unpackItem(
  "safeTransferFrom",
  ["a from", "a to", "u tokenId"],
  [],
) as typeof full.assetRegistrySafeTransferFromAddressAddressUint256;

export const assetRegistrySafeTransferFromAddressAddressUint256Bytes = /* @__PURE__ */ unpackItem(
  "safeTransferFrom",
  ["a from", "a to", "u tokenId", "bytes data"],
  [],
) as typeof full.assetRegistrySafeTransferFromAddressAddressUint256Bytes;

export const assetRegistrySetApprovalForAll = /* @__PURE__ */ unpackItem(
  "setApprovalForAll",
  ["a operator", "b approved"],
  [],
) as typeof full.assetRegistrySetApprovalForAll;

export const assetRegistrySetBlocked = /* @__PURE__ */ unpackItem(
  "setBlocked",
  ["u lotId", "uint16 word", "u mask"],
  [],
) as typeof full.assetRegistrySetBlocked;

export const assetRegistrySetBlockedMasks = /* @__PURE__ */ unpackItem(
  "setBlockedMasks",
  ["u lotId", "uint16 first", "uint256[] masks"],
  [],
) as typeof full.assetRegistrySetBlockedMasks;

export const assetRegistrySetVerdict = /* @__PURE__ */ unpackItem(
  "setVerdict",
  ["u lotId", "uint8 status", "uint8 class", "uint40 releasableAt"],
  [],
) as typeof full.assetRegistrySetVerdict;

export const assetRegistryStopRecipe = /* @__PURE__ */ unpackItem(
  "stopRecipe",
  ["uint32 ordinal"],
  [],
) as typeof full.assetRegistryStopRecipe;

export const assetRegistryStudioOf = /* @__PURE__ */ unpackItem(
  "studioOf",
  ["a timelock"],
  ["a "],
  "view",
) as typeof full.assetRegistryStudioOf;

export const assetRegistrySupersedeLot = /* @__PURE__ */ unpackItem(
  "supersedeLot",
  ["u ", "u "],
  [],
) as typeof full.assetRegistrySupersedeLot;

export const assetRegistrySupersedeManifest = /* @__PURE__ */ unpackItem(
  "supersedeManifest",
  ["u ", "h "],
  [],
) as typeof full.assetRegistrySupersedeManifest;

export const assetRegistrySupportsInterface = /* @__PURE__ */ unpackItem(
  "supportsInterface",
  ["bytes4 interfaceId"],
  ["b "],
  "view",
) as typeof full.assetRegistrySupportsInterface;

export const assetRegistrySuspendRecipe = /* @__PURE__ */ unpackItem(
  "suspendRecipe",
  ["h ", "uint40 "],
  [],
) as typeof full.assetRegistrySuspendRecipe;

export const assetRegistrySuspensionOf = /* @__PURE__ */ unpackItem(
  "suspensionOf",
  ["h recipeId"],
  ["uint40 until", "uint40 validUntil"],
  "view",
) as typeof full.assetRegistrySuspensionOf;

export const assetRegistrySymbol = /* @__PURE__ */ unpackItem(
  "symbol",
  [],
  ["string "],
  "view",
) as typeof full.assetRegistrySymbol;

export const assetRegistryTermsOf = /* @__PURE__ */ unpackItem(
  "termsOf",
  ["h recipeId"],
  [[" ", "uint24 derivativeFloor", "uint8 ownerUsages", "uint24 secondaryRate"]],
  "view",
) as typeof full.assetRegistryTermsOf;

export const assetRegistryTimelockOf = /* @__PURE__ */ unpackItem(
  "timelockOf",
  ["uint32 gate"],
  ["a "],
  "view",
) as typeof full.assetRegistryTimelockOf;

export const assetRegistryTokenURI = /* @__PURE__ */ unpackItem(
  "tokenURI",
  ["u tokenId"],
  ["string "],
  "view",
) as typeof full.assetRegistryTokenURI;

export const assetRegistryTransferFrom = /* @__PURE__ */ unpackItem(
  "transferFrom",
  ["a from", "a to", "u tokenId"],
  [],
) as typeof full.assetRegistryTransferFrom;

export const assetRegistryUnfreeze = /* @__PURE__ */ unpackItem(
  "unfreeze",
  ["u assetId"],
  [],
) as typeof full.assetRegistryUnfreeze;

export const assetRegistryVerify = /* @__PURE__ */ unpackItem(
  "verify",
  [
    "u assetId",
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
  ["b "],
  "view",
) as typeof full.assetRegistryVerify;
