// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/reputationToken.ts";

export const reputationTokenAccountMigratedEvent = /* @__PURE__ */ unpackItem("AccountMigrated", [
  "a*from",
  "a*to",
  "u raw",
]) as typeof full.reputationTokenAccountMigratedEvent;

export const reputationTokenAccountMigrationCanceledEvent = /* @__PURE__ */ unpackItem("AccountMigrationCanceled", [
  "a*from",
  "a*by",
]) as typeof full.reputationTokenAccountMigrationCanceledEvent;

export const reputationTokenAccountMigrationStartedEvent = /* @__PURE__ */ unpackItem("AccountMigrationStarted", [
  "a*from",
  "a*to",
  "uint48 readyAt",
]) as typeof full.reputationTokenAccountMigrationStartedEvent;

export const reputationTokenApprovalEvent = /* @__PURE__ */ unpackItem("Approval", [
  "a*owner",
  "a*spender",
  "u value",
]) as typeof full.reputationTokenApprovalEvent;

export const reputationTokenBalancesInheritedEvent = /* @__PURE__ */ unpackItem("BalancesInherited", [
  "a*predecessor",
  "h root",
  "u total",
]) as typeof full.reputationTokenBalancesInheritedEvent;

export const reputationTokenDelegateChangedEvent = /* @__PURE__ */ unpackItem("DelegateChanged", [
  "a*delegator",
  "a*fromDelegate",
  "a*toDelegate",
]) as typeof full.reputationTokenDelegateChangedEvent;

export const reputationTokenDelegateVotesChangedEvent = /* @__PURE__ */ unpackItem("DelegateVotesChanged", [
  "a*delegate",
  "u previousVotes",
  "u newVotes",
]) as typeof full.reputationTokenDelegateVotesChangedEvent;

export const reputationTokenDormancyNotedEvent = /* @__PURE__ */ unpackItem("DormancyNoted", [
  "a*account",
  "u raw",
  "u index",
]) as typeof full.reputationTokenDormancyNotedEvent;

export const reputationTokenEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "EIP712DomainChanged",
  [],
) as typeof full.reputationTokenEIP712DomainChangedEvent;

export const reputationTokenGrantCapacitySetEvent = /* @__PURE__ */ unpackItem("GrantCapacitySet", [
  "uint24 oldCapacity",
  "uint24 newCapacity",
  "uint48 from",
]) as typeof full.reputationTokenGrantCapacitySetEvent;

export const reputationTokenIndexChangedEvent = /* @__PURE__ */ unpackItem("IndexChanged", [
  "uint176 gBase",
  "uint48 tBase",
  "uint32 halfLife",
]) as typeof full.reputationTokenIndexChangedEvent;

export const reputationTokenInheritanceClaimedEvent = /* @__PURE__ */ unpackItem("InheritanceClaimed", [
  "a*account",
  "u raw",
]) as typeof full.reputationTokenInheritanceClaimedEvent;

export const reputationTokenInitializedEvent = /* @__PURE__ */ unpackItem("Initialized", [
  "uint64 version",
]) as typeof full.reputationTokenInitializedEvent;

export const reputationTokenReputationGrantedEvent = /* @__PURE__ */ unpackItem("ReputationGranted", [
  "a*account",
  "h*source",
  "u amount",
  "u raw",
  "h role",
  "h evidence",
]) as typeof full.reputationTokenReputationGrantedEvent;

export const reputationTokenReputationPrunedEvent = /* @__PURE__ */ unpackItem("ReputationPruned", [
  "a*account",
  "u raw",
]) as typeof full.reputationTokenReputationPrunedEvent;

export const reputationTokenReputationReservedEvent = /* @__PURE__ */ unpackItem("ReputationReserved", [
  "a*minter",
  "u raw",
]) as typeof full.reputationTokenReputationReservedEvent;

export const reputationTokenReputationSlashedEvent = /* @__PURE__ */ unpackItem("ReputationSlashed", [
  "a*account",
  "u amount",
  "u raw",
  "h evidence",
]) as typeof full.reputationTokenReputationSlashedEvent;

export const reputationTokenSponsorSetEvent = /* @__PURE__ */ unpackItem("SponsorSet", [
  "a*agent",
  "a*sponsor",
  "uint48 until",
]) as typeof full.reputationTokenSponsorSetEvent;

export const reputationTokenTransferEvent = /* @__PURE__ */ unpackItem("Transfer", [
  "a*from",
  "a*to",
  "u value",
]) as typeof full.reputationTokenTransferEvent;

export const reputationTokenCLOCK_MODE = /* @__PURE__ */ unpackItem(
  "CLOCK_MODE",
  [],
  ["string "],
  "view",
) as typeof full.reputationTokenCLOCK_MODE;

export const reputationTokenAccountMigrationOf = /* @__PURE__ */ unpackItem(
  "accountMigrationOf",
  ["a from"],
  ["a to", "uint48 readyAt"],
  "view",
) as typeof full.reputationTokenAccountMigrationOf;

export const reputationTokenAllowance = /* @__PURE__ */ unpackItem(
  "allowance",
  ["a owner", "a spender"],
  ["u "],
  "view",
) as typeof full.reputationTokenAllowance;

export const reputationTokenApprove = /* @__PURE__ */ unpackItem(
  "approve",
  ["a ", "u "],
  ["b "],
  "pure",
) as typeof full.reputationTokenApprove;

export const reputationTokenBalanceOf = /* @__PURE__ */ unpackItem(
  "balanceOf",
  ["a account"],
  ["u "],
  "view",
) as typeof full.reputationTokenBalanceOf;

export const reputationTokenCancelAccountMigration = /* @__PURE__ */ unpackItem(
  "cancelAccountMigration",
  ["a from"],
  [],
) as typeof full.reputationTokenCancelAccountMigration;

export const reputationTokenCheckpoints = /* @__PURE__ */ unpackItem(
  "checkpoints",
  ["a account", "uint32 pos"],
  [[" ", "uint48 _key", "uint208 _value"]],
  "view",
) as typeof full.reputationTokenCheckpoints;

export const reputationTokenClaimInheritance = /* @__PURE__ */ unpackItem(
  "claimInheritance",
  ["a account", "u raw", "bytes32[] proof"],
  [],
) as typeof full.reputationTokenClaimInheritance;

export const reputationTokenClock = /* @__PURE__ */ unpackItem(
  "clock",
  [],
  ["uint48 "],
  "view",
) as typeof full.reputationTokenClock;

export const reputationTokenCurve = /* @__PURE__ */ unpackItem(
  "curve",
  [],
  ["uint176 gBase", "uint48 tBase", "uint32 halfLife_"],
  "view",
) as typeof full.reputationTokenCurve;

export const reputationTokenDecimals = /* @__PURE__ */ unpackItem(
  "decimals",
  [],
  ["uint8 "],
  "view",
) as typeof full.reputationTokenDecimals;

export const reputationTokenDelegate = /* @__PURE__ */ unpackItem(
  "delegate",
  ["a delegatee"],
  [],
) as typeof full.reputationTokenDelegate;

export const reputationTokenDelegateBySig = /* @__PURE__ */ unpackItem(
  "delegateBySig",
  ["a delegatee", "u nonce", "u expiry", "uint8 v", "h r", "h s"],
  [],
) as typeof full.reputationTokenDelegateBySig;

export const reputationTokenDelegates = /* @__PURE__ */ unpackItem(
  "delegates",
  ["a account"],
  ["a "],
  "view",
) as typeof full.reputationTokenDelegates;

export const reputationTokenDormancyOf = /* @__PURE__ */ unpackItem(
  "dormancyOf",
  ["a account"],
  ["u raw", "u index_"],
  "view",
) as typeof full.reputationTokenDormancyOf;

export const reputationTokenEffectiveBalanceOf = /* @__PURE__ */ unpackItem(
  "effectiveBalanceOf",
  ["a account"],
  ["u "],
  "view",
) as typeof full.reputationTokenEffectiveBalanceOf;

export const reputationTokenEffectiveTotalSupply = /* @__PURE__ */ unpackItem(
  "effectiveTotalSupply",
  [],
  ["u "],
  "view",
) as typeof full.reputationTokenEffectiveTotalSupply;

export const reputationTokenEffectiveVotes = /* @__PURE__ */ unpackItem(
  "effectiveVotes",
  ["a account"],
  ["u "],
  "view",
) as typeof full.reputationTokenEffectiveVotes;

export const reputationTokenEip712Domain = /* @__PURE__ */ unpackItem(
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
) as typeof full.reputationTokenEip712Domain;

export const reputationTokenFinishAccountMigration = /* @__PURE__ */ unpackItem(
  "finishAccountMigration",
  ["a from"],
  [],
) as typeof full.reputationTokenFinishAccountMigration;

export const reputationTokenGetPastTotalSupply = /* @__PURE__ */ unpackItem(
  "getPastTotalSupply",
  ["u timepoint"],
  ["u "],
  "view",
) as typeof full.reputationTokenGetPastTotalSupply;

export const reputationTokenGetPastVotes = /* @__PURE__ */ unpackItem(
  "getPastVotes",
  ["a account", "u timepoint"],
  ["u "],
  "view",
) as typeof full.reputationTokenGetPastVotes;

export const reputationTokenGetVotes = /* @__PURE__ */ unpackItem(
  "getVotes",
  ["a account"],
  ["u "],
  "view",
) as typeof full.reputationTokenGetVotes;

export const reputationTokenGrantCapacity = /* @__PURE__ */ unpackItem(
  "grantCapacity",
  [],
  ["uint24 capacity", "uint24 next", "uint48 from"],
  "view",
) as typeof full.reputationTokenGrantCapacity;

export const reputationTokenGrantable = /* @__PURE__ */ unpackItem(
  "grantable",
  [],
  ["u "],
  "view",
) as typeof full.reputationTokenGrantable;

export const reputationTokenHalfLife = /* @__PURE__ */ unpackItem(
  "halfLife",
  [],
  ["uint32 "],
  "view",
) as typeof full.reputationTokenHalfLife;

export const reputationTokenHasClaimedInheritance = /* @__PURE__ */ unpackItem(
  "hasClaimedInheritance",
  ["a account"],
  ["b "],
  "view",
) as typeof full.reputationTokenHasClaimedInheritance;

export const reputationTokenIndex = /* @__PURE__ */ unpackItem(
  "index",
  [],
  ["u "],
  "view",
) as typeof full.reputationTokenIndex;

export const reputationTokenInheritBalances = /* @__PURE__ */ unpackItem(
  "inheritBalances",
  ["a predecessor", "h root", "u total"],
  [],
) as typeof full.reputationTokenInheritBalances;

export const reputationTokenInheritance = /* @__PURE__ */ unpackItem(
  "inheritance",
  [],
  ["h root", "uint48 since"],
  "view",
) as typeof full.reputationTokenInheritance;

export const reputationTokenInitialize = /* @__PURE__ */ unpackItem(
  "initialize",
  ["address[] founders", "u amount", "h evidence"],
  [],
) as typeof full.reputationTokenInitialize;

export const reputationTokenMint = /* @__PURE__ */ unpackItem(
  "mint",
  ["a account", "u amount", "h role", "h evidence"],
  [],
) as typeof full.reputationTokenMint;

export const reputationTokenMintReserved = /* @__PURE__ */ unpackItem(
  "mintReserved",
  ["a account", "u raw", "h evidence"],
  ["u minted"],
) as typeof full.reputationTokenMintReserved;

export const reputationTokenMintableTo = /* @__PURE__ */ unpackItem(
  "mintableTo",
  ["a account"],
  ["u "],
  "view",
) as typeof full.reputationTokenMintableTo;

export const reputationTokenName = /* @__PURE__ */ unpackItem(
  "name",
  [],
  ["string "],
  "view",
) as typeof full.reputationTokenName;

export const reputationTokenNewAccountOf = /* @__PURE__ */ unpackItem(
  "newAccountOf",
  ["a account"],
  ["a "],
  "view",
) as typeof full.reputationTokenNewAccountOf;

export const reputationTokenNonces = /* @__PURE__ */ unpackItem(
  "nonces",
  ["a owner"],
  ["u "],
  "view",
) as typeof full.reputationTokenNonces;

export const reputationTokenNoteDormancy = /* @__PURE__ */ unpackItem(
  "noteDormancy",
  ["a account"],
  [],
) as typeof full.reputationTokenNoteDormancy;

export const reputationTokenNumCheckpoints = /* @__PURE__ */ unpackItem(
  "numCheckpoints",
  ["a account"],
  ["uint32 "],
  "view",
) as typeof full.reputationTokenNumCheckpoints;

export const reputationTokenPreset = /* @__PURE__ */ unpackItem(
  "preset",
  [],
  ["uint8 "],
  "view",
) as typeof full.reputationTokenPreset;

export const reputationTokenPrune = /* @__PURE__ */ unpackItem(
  "prune",
  ["a account"],
  [],
) as typeof full.reputationTokenPrune;

export const reputationTokenReservable = /* @__PURE__ */ unpackItem(
  "reservable",
  [],
  ["u "],
  "view",
) as typeof full.reputationTokenReservable;

export const reputationTokenReserveIssuance = /* @__PURE__ */ unpackItem(
  "reserveIssuance",
  ["u max"],
  ["u raw"],
) as typeof full.reputationTokenReserveIssuance;

export const reputationTokenReserved = /* @__PURE__ */ unpackItem(
  "reserved",
  [],
  ["u "],
  "view",
) as typeof full.reputationTokenReserved;

export const reputationTokenSetGrantCapacity = /* @__PURE__ */ unpackItem(
  "setGrantCapacity",
  ["uint24 newCapacity"],
  [],
) as typeof full.reputationTokenSetGrantCapacity;

export const reputationTokenSetHalfLife = /* @__PURE__ */ unpackItem(
  "setHalfLife",
  ["uint32 newHalfLife"],
  [],
) as typeof full.reputationTokenSetHalfLife;

export const reputationTokenSetSponsor = /* @__PURE__ */ unpackItem(
  "setSponsor",
  ["a agent", "a sponsor", "uint48 until"],
  [],
) as typeof full.reputationTokenSetSponsor;

export const reputationTokenSlash = /* @__PURE__ */ unpackItem(
  "slash",
  ["a account", "u amount", "h evidence"],
  [],
) as typeof full.reputationTokenSlash;

export const reputationTokenSponsorOf = /* @__PURE__ */ unpackItem(
  "sponsorOf",
  ["a agent"],
  ["a sponsor", "uint48 until"],
  "view",
) as typeof full.reputationTokenSponsorOf;

export const reputationTokenStartAccountMigration = /* @__PURE__ */ unpackItem(
  "startAccountMigration",
  ["a from", "a to", "u deadline", "bytes fromSignature", "bytes toSignature"],
  [],
) as typeof full.reputationTokenStartAccountMigration;

export const reputationTokenStudio = /* @__PURE__ */ unpackItem(
  "studio",
  [],
  ["a "],
  "view",
) as typeof full.reputationTokenStudio;

export const reputationTokenSymbol = /* @__PURE__ */ unpackItem(
  "symbol",
  [],
  ["string "],
  "view",
) as typeof full.reputationTokenSymbol;

export const reputationTokenTotalSupply = /* @__PURE__ */ unpackItem(
  "totalSupply",
  [],
  ["u "],
  "view",
) as typeof full.reputationTokenTotalSupply;

export const reputationTokenTransfer = /* @__PURE__ */ unpackItem(
  "transfer",
  ["a ", "u "],
  ["b "],
  "pure",
) as typeof full.reputationTokenTransfer;

export const reputationTokenTransferFrom = /* @__PURE__ */ unpackItem(
  "transferFrom",
  ["a ", "a ", "u "],
  ["b "],
  "pure",
) as typeof full.reputationTokenTransferFrom;
