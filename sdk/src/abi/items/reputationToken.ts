// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/reputationToken.ts";

export const reputationTokenAccountMigratedEvent = /* @__PURE__ */ unpackItem(
  "eAccountMigrated;a*from,a*to,u raw",
) as typeof full.reputationTokenAccountMigratedEvent;

export const reputationTokenAccountMigrationCanceledEvent = /* @__PURE__ */ unpackItem(
  "eAccountMigrationCanceled;a*from,a*by",
) as typeof full.reputationTokenAccountMigrationCanceledEvent;

export const reputationTokenAccountMigrationStartedEvent = /* @__PURE__ */ unpackItem(
  "eAccountMigrationStarted;a*from,a*to,uint48 readyAt",
) as typeof full.reputationTokenAccountMigrationStartedEvent;

export const reputationTokenApprovalEvent = /* @__PURE__ */ unpackItem(
  "eApproval;a*owner,a*spender,u value",
) as typeof full.reputationTokenApprovalEvent;

export const reputationTokenBalancesInheritedEvent = /* @__PURE__ */ unpackItem(
  "eBalancesInherited;a*predecessor,h root,u total",
) as typeof full.reputationTokenBalancesInheritedEvent;

export const reputationTokenDelegateChangedEvent = /* @__PURE__ */ unpackItem(
  "eDelegateChanged;a*delegator,a*fromDelegate,a*toDelegate",
) as typeof full.reputationTokenDelegateChangedEvent;

export const reputationTokenDelegateVotesChangedEvent = /* @__PURE__ */ unpackItem(
  "eDelegateVotesChanged;a*delegate,u previousVotes,u newVotes",
) as typeof full.reputationTokenDelegateVotesChangedEvent;

export const reputationTokenDormancyNotedEvent = /* @__PURE__ */ unpackItem(
  "eDormancyNoted;a*account,u raw,u index",
) as typeof full.reputationTokenDormancyNotedEvent;

export const reputationTokenEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "eEIP712DomainChanged;",
) as typeof full.reputationTokenEIP712DomainChangedEvent;

export const reputationTokenGrantCapacitySetEvent = /* @__PURE__ */ unpackItem(
  "eGrantCapacitySet;uint24 oldCapacity,uint24 newCapacity,uint48 from",
) as typeof full.reputationTokenGrantCapacitySetEvent;

export const reputationTokenIndexChangedEvent = /* @__PURE__ */ unpackItem(
  "eIndexChanged;uint176 gBase,uint48 tBase,uint32 halfLife",
) as typeof full.reputationTokenIndexChangedEvent;

export const reputationTokenInheritanceClaimedEvent = /* @__PURE__ */ unpackItem(
  "eInheritanceClaimed;a*account,u raw",
) as typeof full.reputationTokenInheritanceClaimedEvent;

export const reputationTokenInitializedEvent = /* @__PURE__ */ unpackItem(
  "eInitialized;uint64 version",
) as typeof full.reputationTokenInitializedEvent;

export const reputationTokenReputationGrantedEvent = /* @__PURE__ */ unpackItem(
  "eReputationGranted;a*account,h*source,u amount,u raw,h role,h evidence",
) as typeof full.reputationTokenReputationGrantedEvent;

export const reputationTokenReputationPrunedEvent = /* @__PURE__ */ unpackItem(
  "eReputationPruned;a*account,u raw",
) as typeof full.reputationTokenReputationPrunedEvent;

export const reputationTokenReputationReservedEvent = /* @__PURE__ */ unpackItem(
  "eReputationReserved;a*minter,u raw",
) as typeof full.reputationTokenReputationReservedEvent;

export const reputationTokenReputationSlashedEvent = /* @__PURE__ */ unpackItem(
  "eReputationSlashed;a*account,u amount,u raw,h evidence",
) as typeof full.reputationTokenReputationSlashedEvent;

export const reputationTokenSponsorSetEvent = /* @__PURE__ */ unpackItem(
  "eSponsorSet;a*agent,a*sponsor,uint48 until",
) as typeof full.reputationTokenSponsorSetEvent;

export const reputationTokenTransferEvent = /* @__PURE__ */ unpackItem(
  "eTransfer;a*from,a*to,u value",
) as typeof full.reputationTokenTransferEvent;

export const reputationTokenCLOCK_MODE = /* @__PURE__ */ unpackItem(
  "vCLOCK_MODE;;string ",
) as typeof full.reputationTokenCLOCK_MODE;

export const reputationTokenAccountMigrationOf = /* @__PURE__ */ unpackItem(
  "vaccountMigrationOf;a from;a to,uint48 readyAt",
) as typeof full.reputationTokenAccountMigrationOf;

export const reputationTokenAllowance = /* @__PURE__ */ unpackItem(
  "vallowance;a owner,a spender;u ",
) as typeof full.reputationTokenAllowance;

export const reputationTokenApprove = /* @__PURE__ */ unpackItem(
  "uapprove;a ,u ;b ",
) as typeof full.reputationTokenApprove;

export const reputationTokenBalanceOf = /* @__PURE__ */ unpackItem(
  "vbalanceOf;a account;u ",
) as typeof full.reputationTokenBalanceOf;

export const reputationTokenCancelAccountMigration = /* @__PURE__ */ unpackItem(
  "ncancelAccountMigration;a from;",
) as typeof full.reputationTokenCancelAccountMigration;

export const reputationTokenCheckpoints = /* @__PURE__ */ unpackItem(
  "vcheckpoints;a account,uint32 pos;(uint48 _key,uint208 _value) ",
) as typeof full.reputationTokenCheckpoints;

export const reputationTokenClaimInheritance = /* @__PURE__ */ unpackItem(
  "nclaimInheritance;a account,u raw,h[] proof;",
) as typeof full.reputationTokenClaimInheritance;

export const reputationTokenClock = /* @__PURE__ */ unpackItem("vclock;;uint48 ") as typeof full.reputationTokenClock;

export const reputationTokenCurve = /* @__PURE__ */ unpackItem(
  "vcurve;;uint176 gBase,uint48 tBase,uint32 halfLife_",
) as typeof full.reputationTokenCurve;

export const reputationTokenDecimals = /* @__PURE__ */ unpackItem(
  "vdecimals;;uint8 ",
) as typeof full.reputationTokenDecimals;

export const reputationTokenDelegate = /* @__PURE__ */ unpackItem(
  "ndelegate;a delegatee;",
) as typeof full.reputationTokenDelegate;

export const reputationTokenDelegateBySig = /* @__PURE__ */ unpackItem(
  "ndelegateBySig;a delegatee,u nonce,u expiry,uint8 v,h r,h s;",
) as typeof full.reputationTokenDelegateBySig;

export const reputationTokenDelegates = /* @__PURE__ */ unpackItem(
  "vdelegates;a account;a ",
) as typeof full.reputationTokenDelegates;

export const reputationTokenDormancyOf = /* @__PURE__ */ unpackItem(
  "vdormancyOf;a account;u raw,u index_",
) as typeof full.reputationTokenDormancyOf;

export const reputationTokenEffectiveBalanceOf = /* @__PURE__ */ unpackItem(
  "veffectiveBalanceOf;a account;u ",
) as typeof full.reputationTokenEffectiveBalanceOf;

export const reputationTokenEffectiveTotalSupply = /* @__PURE__ */ unpackItem(
  "veffectiveTotalSupply;;u ",
) as typeof full.reputationTokenEffectiveTotalSupply;

export const reputationTokenEffectiveVotes = /* @__PURE__ */ unpackItem(
  "veffectiveVotes;a account;u ",
) as typeof full.reputationTokenEffectiveVotes;

export const reputationTokenEip712Domain = /* @__PURE__ */ unpackItem(
  "veip712Domain;;bytes1 fields,string name,string version,u chainId,a verifyingContract,h salt,u[] extensions",
) as typeof full.reputationTokenEip712Domain;

export const reputationTokenFinishAccountMigration = /* @__PURE__ */ unpackItem(
  "nfinishAccountMigration;a from;",
) as typeof full.reputationTokenFinishAccountMigration;

export const reputationTokenGetPastTotalSupply = /* @__PURE__ */ unpackItem(
  "vgetPastTotalSupply;u timepoint;u ",
) as typeof full.reputationTokenGetPastTotalSupply;

export const reputationTokenGetPastVotes = /* @__PURE__ */ unpackItem(
  "vgetPastVotes;a account,u timepoint;u ",
) as typeof full.reputationTokenGetPastVotes;

export const reputationTokenGetVotes = /* @__PURE__ */ unpackItem(
  "vgetVotes;a account;u ",
) as typeof full.reputationTokenGetVotes;

export const reputationTokenGrantCapacity = /* @__PURE__ */ unpackItem(
  "vgrantCapacity;;uint24 capacity,uint24 next,uint48 from",
) as typeof full.reputationTokenGrantCapacity;

export const reputationTokenGrantable = /* @__PURE__ */ unpackItem(
  "vgrantable;;u ",
) as typeof full.reputationTokenGrantable;

export const reputationTokenHalfLife = /* @__PURE__ */ unpackItem(
  "vhalfLife;;uint32 ",
) as typeof full.reputationTokenHalfLife;

export const reputationTokenHasClaimedInheritance = /* @__PURE__ */ unpackItem(
  "vhasClaimedInheritance;a account;b ",
) as typeof full.reputationTokenHasClaimedInheritance;

export const reputationTokenIndex = /* @__PURE__ */ unpackItem("vindex;;u ") as typeof full.reputationTokenIndex;

export const reputationTokenInheritBalances = /* @__PURE__ */ unpackItem(
  "ninheritBalances;a predecessor,h root,u total;",
) as typeof full.reputationTokenInheritBalances;

export const reputationTokenInheritance = /* @__PURE__ */ unpackItem(
  "vinheritance;;h root,uint48 since",
) as typeof full.reputationTokenInheritance;

export const reputationTokenInitialize = /* @__PURE__ */ unpackItem(
  "ninitialize;a[] founders,u amount,h evidence;",
) as typeof full.reputationTokenInitialize;

export const reputationTokenMint = /* @__PURE__ */ unpackItem(
  "nmint;a account,u amount,h role,h evidence;",
) as typeof full.reputationTokenMint;

export const reputationTokenMintReserved = /* @__PURE__ */ unpackItem(
  "nmintReserved;a account,u raw,h evidence;u minted",
) as typeof full.reputationTokenMintReserved;

export const reputationTokenMintableTo = /* @__PURE__ */ unpackItem(
  "vmintableTo;a account;u ",
) as typeof full.reputationTokenMintableTo;

export const reputationTokenName = /* @__PURE__ */ unpackItem("vname;;string ") as typeof full.reputationTokenName;

export const reputationTokenNewAccountOf = /* @__PURE__ */ unpackItem(
  "vnewAccountOf;a account;a ",
) as typeof full.reputationTokenNewAccountOf;

export const reputationTokenNonces = /* @__PURE__ */ unpackItem(
  "vnonces;a owner;u ",
) as typeof full.reputationTokenNonces;

export const reputationTokenNoteDormancy = /* @__PURE__ */ unpackItem(
  "nnoteDormancy;a account;",
) as typeof full.reputationTokenNoteDormancy;

export const reputationTokenNumCheckpoints = /* @__PURE__ */ unpackItem(
  "vnumCheckpoints;a account;uint32 ",
) as typeof full.reputationTokenNumCheckpoints;

export const reputationTokenPreset = /* @__PURE__ */ unpackItem("vpreset;;uint8 ") as typeof full.reputationTokenPreset;

export const reputationTokenPrune = /* @__PURE__ */ unpackItem("nprune;a account;") as typeof full.reputationTokenPrune;

export const reputationTokenReservable = /* @__PURE__ */ unpackItem(
  "vreservable;;u ",
) as typeof full.reputationTokenReservable;

export const reputationTokenReserveIssuance = /* @__PURE__ */ unpackItem(
  "nreserveIssuance;u max;u raw",
) as typeof full.reputationTokenReserveIssuance;

export const reputationTokenReserved = /* @__PURE__ */ unpackItem(
  "vreserved;;u ",
) as typeof full.reputationTokenReserved;

export const reputationTokenSetGrantCapacity = /* @__PURE__ */ unpackItem(
  "nsetGrantCapacity;uint24 newCapacity;",
) as typeof full.reputationTokenSetGrantCapacity;

export const reputationTokenSetHalfLife = /* @__PURE__ */ unpackItem(
  "nsetHalfLife;uint32 newHalfLife;",
) as typeof full.reputationTokenSetHalfLife;

export const reputationTokenSetSponsor = /* @__PURE__ */ unpackItem(
  "nsetSponsor;a agent,a sponsor,uint48 until;",
) as typeof full.reputationTokenSetSponsor;

export const reputationTokenSlash = /* @__PURE__ */ unpackItem(
  "nslash;a account,u amount,h evidence;",
) as typeof full.reputationTokenSlash;

export const reputationTokenSponsorOf = /* @__PURE__ */ unpackItem(
  "vsponsorOf;a agent;a sponsor,uint48 until",
) as typeof full.reputationTokenSponsorOf;

export const reputationTokenStartAccountMigration = /* @__PURE__ */ unpackItem(
  "nstartAccountMigration;a from,a to,u deadline,bytes fromSignature,bytes toSignature;",
) as typeof full.reputationTokenStartAccountMigration;

export const reputationTokenStudio = /* @__PURE__ */ unpackItem("vstudio;;a ") as typeof full.reputationTokenStudio;

export const reputationTokenSymbol = /* @__PURE__ */ unpackItem(
  "vsymbol;;string ",
) as typeof full.reputationTokenSymbol;

export const reputationTokenTotalSupply = /* @__PURE__ */ unpackItem(
  "vtotalSupply;;u ",
) as typeof full.reputationTokenTotalSupply;

export const reputationTokenTransfer = /* @__PURE__ */ unpackItem(
  "utransfer;a ,u ;b ",
) as typeof full.reputationTokenTransfer;

export const reputationTokenTransferFrom = /* @__PURE__ */ unpackItem(
  "utransferFrom;a ,a ,u ;b ",
) as typeof full.reputationTokenTransferFrom;
