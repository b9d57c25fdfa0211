// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/assetRegistry.ts";

export const assetRegistryApprovalEvent = /* @__PURE__ */ unpackItem(
  "eApproval;a*owner,a*approved,u*tokenId",
) as typeof full.assetRegistryApprovalEvent;

export const assetRegistryApprovalForAllEvent = /* @__PURE__ */ unpackItem(
  "eApprovalForAll;a*owner,a*operator,b approved",
) as typeof full.assetRegistryApprovalForAllEvent;

export const assetRegistryAssetFrozenEvent = /* @__PURE__ */ unpackItem(
  "eAssetFrozen;u*assetId,a*ruler,uint40 until",
) as typeof full.assetRegistryAssetFrozenEvent;

export const assetRegistryAssetMintedEvent = /* @__PURE__ */ unpackItem(
  "eAssetMinted;u*assetId,a*to,h contentHash,h leafHash",
) as typeof full.assetRegistryAssetMintedEvent;

export const assetRegistryBlockedSetEvent = /* @__PURE__ */ unpackItem(
  "eBlockedSet;u*lotId,uint16 word,u mask",
) as typeof full.assetRegistryBlockedSetEvent;

export const assetRegistryControlOfferedEvent = /* @__PURE__ */ unpackItem(
  "eControlOffered;uint32*recipe,a*licensor,a*to",
) as typeof full.assetRegistryControlOfferedEvent;

export const assetRegistryControlTransferredEvent = /* @__PURE__ */ unpackItem(
  "eControlTransferred;uint32*recipe,a*from,a*to,uint16 controlEpoch",
) as typeof full.assetRegistryControlTransferredEvent;

export const assetRegistryEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "eEIP712DomainChanged;",
) as typeof full.assetRegistryEIP712DomainChangedEvent;

export const assetRegistryExternalRegisteredEvent = /* @__PURE__ */ unpackItem(
  "eExternalRegistered;u*assetId,a*collection,u*tokenId",
) as typeof full.assetRegistryExternalRegisteredEvent;

export const assetRegistryGateRecordedEvent = /* @__PURE__ */ unpackItem(
  "eGateRecorded;a*gate,a*timelock,a*studio,uint32 ordinal",
) as typeof full.assetRegistryGateRecordedEvent;

export const assetRegistryLotCommittedEvent = /* @__PURE__ */ unpackItem(
  "eLotCommitted;u*lotId,uint32*recipe,a*gate,a producer,h root,uint32 count,h manifest",
) as typeof full.assetRegistryLotCommittedEvent;

export const assetRegistryRecipeRegisteredEvent = /* @__PURE__ */ unpackItem(
  "eRecipeRegistered;h*recipeId,uint32*recipe,a*licensor,uint8 kind,h commitment,h metadata,uint40 validUntil,(u asset,h licenseId,uint24 rate)[] parents,(uint24 derivativeFloor,uint8 ownerUsages,uint24 secondaryRate) terms",
) as typeof full.assetRegistryRecipeRegisteredEvent;

export const assetRegistryRecipeRenewedEvent = /* @__PURE__ */ unpackItem(
  "eRecipeRenewed;uint32*recipe,uint40 validUntil,h[] licenseIds",
) as typeof full.assetRegistryRecipeRenewedEvent;

export const assetRegistryRecipeStoppedEvent = /* @__PURE__ */ unpackItem(
  "eRecipeStopped;uint32*recipe,uint40 validUntil",
) as typeof full.assetRegistryRecipeStoppedEvent;

export const assetRegistryRecipeSuspendedEvent = /* @__PURE__ */ unpackItem(
  "eRecipeSuspended;h*recipeId,a*ruler,uint40 until",
) as typeof full.assetRegistryRecipeSuspendedEvent;

export const assetRegistryRecipeUseGrantedEvent = /* @__PURE__ */ unpackItem(
  "eRecipeUseGranted;uint32*recipe,a*user,uint40 until,b independent",
) as typeof full.assetRegistryRecipeUseGrantedEvent;

export const assetRegistryTransferEvent = /* @__PURE__ */ unpackItem(
  "eTransfer;a*from,a*to,u*tokenId",
) as typeof full.assetRegistryTransferEvent;

export const assetRegistryVerdictSetEvent = /* @__PURE__ */ unpackItem(
  "eVerdictSet;u*lotId,uint8 status,uint8 class,uint40 releasableAt",
) as typeof full.assetRegistryVerdictSetEvent;

export const assetRegistryAcceptControl = /* @__PURE__ */ unpackItem(
  "nacceptControl;h recipeId;",
) as typeof full.assetRegistryAcceptControl;

export const assetRegistryApprove = /* @__PURE__ */ unpackItem(
  "napprove;a to,u tokenId;",
) as typeof full.assetRegistryApprove;

export const assetRegistryBalanceOf = /* @__PURE__ */ unpackItem(
  "vbalanceOf;a owner;u ",
) as typeof full.assetRegistryBalanceOf;

export const assetRegistryBlockedMasks = /* @__PURE__ */ unpackItem(
  "vblockedMasks;u lotId,uint16 first,uint16 count;u[] masks",
) as typeof full.assetRegistryBlockedMasks;

export const assetRegistryBlockedWord = /* @__PURE__ */ unpackItem(
  "vblockedWord;u lotId,uint16 word;u mask",
) as typeof full.assetRegistryBlockedWord;

export const assetRegistryCommitLot = /* @__PURE__ */ unpackItem(
  "ncommitLot;(h recipeId,uint64 nonce,h root,uint32 count,a gate,h manifest) input;u lotId",
) as typeof full.assetRegistryCommitLot;

export const assetRegistryContentHashOf = /* @__PURE__ */ unpackItem(
  "vcontentHashOf;u assetId;h ",
) as typeof full.assetRegistryContentHashOf;

export const assetRegistryContractURI = /* @__PURE__ */ unpackItem(
  "vcontractURI;;string ",
) as typeof full.assetRegistryContractURI;

export const assetRegistryControlEpochOf = /* @__PURE__ */ unpackItem(
  "vcontrolEpochOf;uint32 recipe;uint16 ",
) as typeof full.assetRegistryControlEpochOf;

export const assetRegistryConveyTitle = /* @__PURE__ */ unpackItem(
  "nconveyTitle;u assetId,(h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) leaf,h[] proof,a to;",
) as typeof full.assetRegistryConveyTitle;

export const assetRegistryEip712Domain = /* @__PURE__ */ unpackItem(
  "veip712Domain;;bytes1 fields,string name,string version,u chainId,a verifyingContract,h salt,u[] extensions",
) as typeof full.assetRegistryEip712Domain;

export const assetRegistryExternalOf = /* @__PURE__ */ unpackItem(
  "vexternalOf;u assetId;a collection,u tokenId",
) as typeof full.assetRegistryExternalOf;

export const assetRegistryFreeze = /* @__PURE__ */ unpackItem(
  "nfreeze;u assetId,uint40 until;",
) as typeof full.assetRegistryFreeze;

export const assetRegistryFrozenUntil = /* @__PURE__ */ unpackItem(
  "vfrozenUntil;u assetId;uint40 until",
) as typeof full.assetRegistryFrozenUntil;

export const assetRegistryGateOf = /* @__PURE__ */ unpackItem(
  "vgateOf;a gate;a timelock,uint32 ordinal",
) as typeof full.assetRegistryGateOf;

export const assetRegistryGetApproved = /* @__PURE__ */ unpackItem(
  "vgetApproved;u tokenId;a ",
) as typeof full.assetRegistryGetApproved;

export const assetRegistryGrantRecipeUse = /* @__PURE__ */ unpackItem(
  "ngrantRecipeUse;h recipeId,a user,uint40 until,b independent;",
) as typeof full.assetRegistryGrantRecipeUse;

export const assetRegistryHashLeaf = /* @__PURE__ */ unpackItem(
  "uhashLeaf;u assetId,(h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) leaf;h ",
) as typeof full.assetRegistryHashLeaf;

export const assetRegistryHashRecipe = /* @__PURE__ */ unpackItem(
  "uhashRecipe;(a licensor,uint8 kind,h commitment,h metadata,(u asset,h licenseId,uint24 rate)[] parents,(a account,uint32 weight,uint8 roles)[] split,(uint8 kind,h root,uint64 totalWeight,a token,(a account,a token,uint128 amount) advance) options,(uint24 derivativeFloor,uint8 ownerUsages,uint24 secondaryRate) terms) input;h recipeId",
) as typeof full.assetRegistryHashRecipe;

export const assetRegistryIsApprovedForAll = /* @__PURE__ */ unpackItem(
  "visApprovedForAll;a owner,a operator;b ",
) as typeof full.assetRegistryIsApprovedForAll;

export const assetRegistryIsReleasable = /* @__PURE__ */ unpackItem(
  "visReleasable;u assetId;b releasable",
) as typeof full.assetRegistryIsReleasable;

export const assetRegistryLicensable = /* @__PURE__ */ unpackItem(
  "vlicensable;u assetId;uint32 recipe,uint16 controlEpoch",
) as typeof full.assetRegistryLicensable;

export const assetRegistryLotOf = /* @__PURE__ */ unpackItem(
  "vlotOf;u lotId;(h root,uint32 recipe,uint32 gate,uint40 committedAt,uint40 releasableAt,uint32 count,uint8 status,uint8 class,b blocked,b superseded,b frozen) ",
) as typeof full.assetRegistryLotOf;

export const assetRegistryMint = /* @__PURE__ */ unpackItem(
  "nmint;u assetId,(h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) leaf,h[] proof;",
) as typeof full.assetRegistryMint;

export const assetRegistryName = /* @__PURE__ */ unpackItem("vname;;string ") as typeof full.assetRegistryName;

export const assetRegistryOfferControl = /* @__PURE__ */ unpackItem(
  "nofferControl;h recipeId,a to;",
) as typeof full.assetRegistryOfferControl;

export const assetRegistryOwnerOf = /* @__PURE__ */ unpackItem(
  "vownerOf;u tokenId;a ",
) as typeof full.assetRegistryOwnerOf;

export const assetRegistryPendingLicensorOf = /* @__PURE__ */ unpackItem(
  "vpendingLicensorOf;h recipeId;a ",
) as typeof full.assetRegistryPendingLicensorOf;

export const assetRegistryRecipeCount = /* @__PURE__ */ unpackItem(
  "vrecipeCount;;uint32 ",
) as typeof full.assetRegistryRecipeCount;

export const assetRegistryRecipeIdOf = /* @__PURE__ */ unpackItem(
  "vrecipeIdOf;uint32 recipe;h ",
) as typeof full.assetRegistryRecipeIdOf;

export const assetRegistryRecipeOf = /* @__PURE__ */ unpackItem(
  "vrecipeOf;h recipeId;(a licensor,uint32 ordinal,uint40 validUntil,uint8 kind,uint16 flags) ",
) as typeof full.assetRegistryRecipeOf;

export const assetRegistryRecipeUseOf = /* @__PURE__ */ unpackItem(
  "vrecipeUseOf;h recipeId,a user;uint40 until,b independent",
) as typeof full.assetRegistryRecipeUseOf;

export const assetRegistryRecordGate = /* @__PURE__ */ unpackItem(
  "nrecordGate;a gate;",
) as typeof full.assetRegistryRecordGate;

export const assetRegistryRecordStudio = /* @__PURE__ */ unpackItem(
  "nrecordStudio;a timelock,a studio,a gate;",
) as typeof full.assetRegistryRecordStudio;

export const assetRegistryRegister = /* @__PURE__ */ unpackItem(
  "nregister;(h recipeId,uint64 nonce,h root,uint32 count,a gate,h manifest) input,(h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) leaf;u assetId",
) as typeof full.assetRegistryRegister;

export const assetRegistryRegisterExternal = /* @__PURE__ */ unpackItem(
  "nregisterExternal;h recipeId,uint64 nonce,a collection,u tokenId;u assetId",
) as typeof full.assetRegistryRegisterExternal;

export const assetRegistryRegisterRecipe = /* @__PURE__ */ unpackItem(
  "nregisterRecipe;(a licensor,uint8 kind,h commitment,h metadata,(u asset,h licenseId,uint24 rate)[] parents,(a account,uint32 weight,uint8 roles)[] split,(uint8 kind,h root,uint64 totalWeight,a token,(a account,a token,uint128 amount) advance) options,(uint24 derivativeFloor,uint8 ownerUsages,uint24 secondaryRate) terms) ,u ,bytes ;h recipeId",
) as typeof full.assetRegistryRegisterRecipe;

export const assetRegistryRenderer = /* @__PURE__ */ unpackItem("vrenderer;;a ") as typeof full.assetRegistryRenderer;

export const assetRegistryRenewRecipe = /* @__PURE__ */ unpackItem(
  "nrenewRecipe;(a licensor,uint8 kind,h commitment,h metadata,(u asset,h licenseId,uint24 rate)[] parents,(a account,uint32 weight,uint8 roles)[] split,(uint8 kind,h root,uint64 totalWeight,a token,(a account,a token,uint128 amount) advance) options,(uint24 derivativeFloor,uint8 ownerUsages,uint24 secondaryRate) terms) ,h[] ;uint40 validUntil",
) as typeof full.assetRegistryRenewRecipe;

export const assetRegistryResumeRecipe = /* @__PURE__ */ unpackItem(
  "nresumeRecipe;h ;",
) as typeof full.assetRegistryResumeRecipe;

export const assetRegistryRoyaltyInfo = /* @__PURE__ */ unpackItem(
  "vroyaltyInfo;u tokenId,u salePrice;a receiver,u amount",
) as typeof full.assetRegistryRoyaltyInfo;

export const assetRegistryRulersOf = /* @__PURE__ */ unpackItem(
  "vrulersOf;u assetId;a timelock,a board",
) as typeof full.assetRegistryRulersOf;

export const assetRegistrySafeTransferFromAddressAddressUint256 = /* @__PURE__ */ unpackItem(
  "nsafeTransferFrom;a from,a to,u tokenId;",
) as typeof full.assetRegistrySafeTransferFromAddressAddressUint256;

export const assetRegistrySafeTransferFromAddressAddressUint256Bytes = /* @__PURE__ */ unpackItem(
  "nsafeTransferFrom;a from,a to,u tokenId,bytes data;",
) as typeof full.assetRegistrySafeTransferFromAddressAddressUint256Bytes;

export const assetRegistrySetApprovalForAll = /* @__PURE__ */ unpackItem(
  "nsetApprovalForAll;a operator,b approved;",
) as typeof full.assetRegistrySetApprovalForAll;

export const assetRegistrySetBlocked = /* @__PURE__ */ unpackItem(
  "nsetBlocked;u lotId,uint16 word,u mask;",
) as typeof full.assetRegistrySetBlocked;

export const assetRegistrySetBlockedMasks = /* @__PURE__ */ unpackItem(
  "nsetBlockedMasks;u lotId,uint16 first,u[] masks;",
) as typeof full.assetRegistrySetBlockedMasks;

export const assetRegistrySetVerdict = /* @__PURE__ */ unpackItem(
  "nsetVerdict;u lotId,uint8 status,uint8 class,uint40 releasableAt;",
) as typeof full.assetRegistrySetVerdict;

export const assetRegistryStopRecipe = /* @__PURE__ */ unpackItem(
  "nstopRecipe;uint32 ordinal;",
) as typeof full.assetRegistryStopRecipe;

export const assetRegistryStudioOf = /* @__PURE__ */ unpackItem(
  "vstudioOf;a timelock;a ",
) as typeof full.assetRegistryStudioOf;

export const assetRegistrySupportsInterface = /* @__PURE__ */ unpackItem(
  "vsupportsInterface;bytes4 interfaceId;b ",
) as typeof full.assetRegistrySupportsInterface;

export const assetRegistrySuspendRecipe = /* @__PURE__ */ unpackItem(
  "nsuspendRecipe;h ,uint40 ;",
) as typeof full.assetRegistrySuspendRecipe;

export const assetRegistrySuspensionOf = /* @__PURE__ */ unpackItem(
  "vsuspensionOf;h recipeId;uint40 until,uint40 validUntil",
) as typeof full.assetRegistrySuspensionOf;

export const assetRegistrySymbol = /* @__PURE__ */ unpackItem("vsymbol;;string ") as typeof full.assetRegistrySymbol;

export const assetRegistryTermsOf = /* @__PURE__ */ unpackItem(
  "vtermsOf;h recipeId;(uint24 derivativeFloor,uint8 ownerUsages,uint24 secondaryRate) ",
) as typeof full.assetRegistryTermsOf;

export const assetRegistryTimelockOf = /* @__PURE__ */ unpackItem(
  "vtimelockOf;uint32 gate;a ",
) as typeof full.assetRegistryTimelockOf;

export const assetRegistryTokenURI = /* @__PURE__ */ unpackItem(
  "vtokenURI;u tokenId;string ",
) as typeof full.assetRegistryTokenURI;

export const assetRegistryTransferFrom = /* @__PURE__ */ unpackItem(
  "ntransferFrom;a from,a to,u tokenId;",
) as typeof full.assetRegistryTransferFrom;

export const assetRegistryUnfreeze = /* @__PURE__ */ unpackItem(
  "nunfreeze;u assetId;",
) as typeof full.assetRegistryUnfreeze;

export const assetRegistryVerify = /* @__PURE__ */ unpackItem(
  "vverify;u assetId,(h contentHash,h c2paHash,h recipeCommitment,uint64 createdAt,h perceptualHash,uint32 machineScore,h reportHash) leaf,h[] proof;b ",
) as typeof full.assetRegistryVerify;
