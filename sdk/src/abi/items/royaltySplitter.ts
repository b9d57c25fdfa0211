// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/royaltySplitter.ts";

export const royaltySplitterApprovalEvent = /* @__PURE__ */ unpackItem("Approval", [
  "a*owner",
  "a*spender",
  "u*id",
  "u amount",
]) as typeof full.royaltySplitterApprovalEvent;

export const royaltySplitterClaimedEvent = /* @__PURE__ */ unpackItem("Claimed", [
  "uint32*recipe",
  "a*token",
  "a*account",
  "u amount",
]) as typeof full.royaltySplitterClaimedEvent;

export const royaltySplitterCompensatedEvent = /* @__PURE__ */ unpackItem("Compensated", [
  "a*from",
  "a*to",
  "a*token",
  "u amount",
]) as typeof full.royaltySplitterCompensatedEvent;

export const royaltySplitterEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "EIP712DomainChanged",
  [],
) as typeof full.royaltySplitterEIP712DomainChangedEvent;

export const royaltySplitterMerkleClaimedEvent = /* @__PURE__ */ unpackItem("MerkleClaimed", [
  "uint32*recipe",
  "a*token",
  "a*account",
  "u index",
  "u amount",
]) as typeof full.royaltySplitterMerkleClaimedEvent;

export const royaltySplitterMigrationCanceledEvent = /* @__PURE__ */ unpackItem("MigrationCanceled", [
  "a*account",
]) as typeof full.royaltySplitterMigrationCanceledEvent;

export const royaltySplitterMigrationStartedEvent = /* @__PURE__ */ unpackItem("MigrationStarted", [
  "a*account",
  "a*to",
  "uint40 readyAt",
]) as typeof full.royaltySplitterMigrationStartedEvent;

export const royaltySplitterNodeOpenedEvent = /* @__PURE__ */ unpackItem("NodeOpened", [
  "uint32*recipe",
  "uint24 stack",
  ["[] edges", "uint32 parent", "uint24 rate", "uint24 pass"],
  ["[] payees", "a account", "uint32 weight", "uint8 roles"],
  [
    " options",
    "uint8 kind",
    "h root",
    "uint64 totalWeight",
    "a token",
    [" advance", "a account", "a token", "uint128 amount"],
  ],
]) as typeof full.royaltySplitterNodeOpenedEvent;

export const royaltySplitterOperatorSetEvent = /* @__PURE__ */ unpackItem("OperatorSet", [
  "a*owner",
  "a*spender",
  "b approved",
]) as typeof full.royaltySplitterOperatorSetEvent;

export const royaltySplitterOwnerPaidEvent = /* @__PURE__ */ unpackItem("OwnerPaid", [
  "uint32*recipe",
  "a*token",
  "a*seller",
  "u kept",
  "u passed",
]) as typeof full.royaltySplitterOwnerPaidEvent;

export const royaltySplitterPayeeMigratedEvent = /* @__PURE__ */ unpackItem("PayeeMigrated", [
  "a*account",
  "a*to",
]) as typeof full.royaltySplitterPayeeMigratedEvent;

export const royaltySplitterPotBookedEvent = /* @__PURE__ */ unpackItem("PotBooked", [
  "h*id",
  "uint32*recipe",
  "a token",
  "u net",
  "a referrer",
  "u referral",
]) as typeof full.royaltySplitterPotBookedEvent;

export const royaltySplitterPotFundedEvent = /* @__PURE__ */ unpackItem("PotFunded", [
  "a*opener",
  "h*id",
  "a*payer",
  "a token",
  "u amount",
]) as typeof full.royaltySplitterPotFundedEvent;

export const royaltySplitterPotMovedEvent = /* @__PURE__ */ unpackItem("PotMoved", [
  "a*opener",
  "h*from",
  "h*to",
  "a token",
  "u amount",
]) as typeof full.royaltySplitterPotMovedEvent;

export const royaltySplitterPotReleasedEvent = /* @__PURE__ */ unpackItem("PotReleased", [
  "a*opener",
  "h*id",
  "a*to",
  "a token",
  "u amount",
]) as typeof full.royaltySplitterPotReleasedEvent;

export const royaltySplitterSettledEvent = /* @__PURE__ */ unpackItem("Settled", [
  "uint32*recipe",
  "a*token",
  "u sales",
  "u passed",
]) as typeof full.royaltySplitterSettledEvent;

export const royaltySplitterSweptEvent = /* @__PURE__ */ unpackItem("Swept", [
  "uint32*recipe",
  "a*token",
  "u amount",
]) as typeof full.royaltySplitterSweptEvent;

export const royaltySplitterTransferEvent = /* @__PURE__ */ unpackItem("Transfer", [
  "a caller",
  "a*sender",
  "a*receiver",
  "u*id",
  "u amount",
]) as typeof full.royaltySplitterTransferEvent;

export const royaltySplitterWithdrawnEvent = /* @__PURE__ */ unpackItem("Withdrawn", [
  "a*account",
  "a*token",
  "a*to",
  "u amount",
]) as typeof full.royaltySplitterWithdrawnEvent;

export const royaltySplitterAllowance = /* @__PURE__ */ unpackItem(
  "allowance",
  ["a owner", "a spender", "u id"],
  ["u "],
  "view",
) as typeof full.royaltySplitterAllowance;

export const royaltySplitterApprove = /* @__PURE__ */ unpackItem(
  "approve",
  ["a spender", "u id", "u amount"],
  ["b "],
) as typeof full.royaltySplitterApprove;

export const royaltySplitterAssetRegistry = /* @__PURE__ */ unpackItem(
  "assetRegistry",
  [],
  ["a "],
  "view",
) as typeof full.royaltySplitterAssetRegistry;

export const royaltySplitterBalanceOf = /* @__PURE__ */ unpackItem(
  "balanceOf",
  ["a owner", "u id"],
  ["u "],
  "view",
) as typeof full.royaltySplitterBalanceOf;

export const royaltySplitterBookPot = /* @__PURE__ */ unpackItem(
  "bookPot",
  [
    "h id",
    [
      " sale",
      "uint32 recipe",
      "a token",
      "a payer",
      "a referrer",
      "uint128 gross",
      "uint128 referral",
      "a seller",
      "h pot",
    ],
    "b settleNow",
  ],
  [],
) as typeof full.royaltySplitterBookPot;

export const royaltySplitterCancelMigration = /* @__PURE__ */ unpackItem(
  "cancelMigration",
  ["a account"],
  [],
) as typeof full.royaltySplitterCancelMigration;

export const royaltySplitterClaim = /* @__PURE__ */ unpackItem(
  "claim",
  ["uint32 recipe", "a token", "a account"],
  ["u amount"],
) as typeof full.royaltySplitterClaim;

export const royaltySplitterClaimMerkle = /* @__PURE__ */ unpackItem(
  "claimMerkle",
  ["uint32 recipe", "a token", [" line", "u index", "a account", "uint64 weight"], "bytes32[] proof"],
  ["u amount"],
) as typeof full.royaltySplitterClaimMerkle;

export const royaltySplitterClaimToWallet = /* @__PURE__ */ unpackItem(
  "claimToWallet",
  ["uint32 recipe", "a token", "a account"],
  ["u amount"],
) as typeof full.royaltySplitterClaimToWallet;

export const royaltySplitterClaimable = /* @__PURE__ */ unpackItem(
  "claimable",
  ["uint32 recipe", "a token", "a account"],
  ["u "],
  "view",
) as typeof full.royaltySplitterClaimable;

export const royaltySplitterClaimableMerkle = /* @__PURE__ */ unpackItem(
  "claimableMerkle",
  ["uint32 recipe", "a token", [" line", "u index", "a account", "uint64 weight"]],
  ["u "],
  "view",
) as typeof full.royaltySplitterClaimableMerkle;

export const royaltySplitterClaimableWithPath = /* @__PURE__ */ unpackItem(
  "claimableWithPath",
  ["uint32 recipe", "a token", "a account", "uint32[] path"],
  ["u "],
  "view",
) as typeof full.royaltySplitterClaimableWithPath;

export const royaltySplitterClaimedOf = /* @__PURE__ */ unpackItem(
  "claimedOf",
  ["uint32 recipe", "a token", "a account"],
  ["u "],
  "view",
) as typeof full.royaltySplitterClaimedOf;

export const royaltySplitterCollect = /* @__PURE__ */ unpackItem(
  "collect",
  [
    [
      " sale",
      "uint32 recipe",
      "a token",
      "a payer",
      "a referrer",
      "uint128 gross",
      "uint128 referral",
      "a seller",
      "h pot",
    ],
    "b settleNow",
  ],
  [],
) as typeof full.royaltySplitterCollect;

export const royaltySplitterCollectWithAuthorization = /* @__PURE__ */ unpackItem(
  "collectWithAuthorization",
  [
    [
      " sale",
      "uint32 recipe",
      "a token",
      "a payer",
      "a referrer",
      "uint128 gross",
      "uint128 referral",
      "a seller",
      "h pot",
    ],
    "b settleNow",
    "uint40 deadline",
    "h purchaseId",
    "bytes signature",
  ],
  [],
) as typeof full.royaltySplitterCollectWithAuthorization;

export const royaltySplitterCollectWithPermit2 = /* @__PURE__ */ unpackItem(
  "collectWithPermit2",
  [
    [
      " sale",
      "uint32 recipe",
      "a token",
      "a payer",
      "a referrer",
      "uint128 gross",
      "uint128 referral",
      "a seller",
      "h pot",
    ],
    "b settleNow",
    "uint40 deadline",
    "h purchaseId",
    "h witness",
    "bytes signature",
  ],
  [],
) as typeof full.royaltySplitterCollectWithPermit2;

export const royaltySplitterCompensate = /* @__PURE__ */ unpackItem(
  "compensate",
  ["a token", "a from", "a to", "uint128 amount"],
  [],
) as typeof full.royaltySplitterCompensate;

export const royaltySplitterCreditOf = /* @__PURE__ */ unpackItem(
  "creditOf",
  ["a account", "a token"],
  ["u "],
  "view",
) as typeof full.royaltySplitterCreditOf;

export const royaltySplitterEdgesOf = /* @__PURE__ */ unpackItem(
  "edgesOf",
  ["uint32 recipe"],
  [["[] ", "uint32 parent", "uint24 rate", "uint24 pass"]],
  "view",
) as typeof full.royaltySplitterEdgesOf;

export const royaltySplitterEip712Domain = /* @__PURE__ */ unpackItem(
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
) as typeof full.royaltySplitterEip712Domain;

export const royaltySplitterFinishMigration = /* @__PURE__ */ unpackItem(
  "finishMigration",
  ["a account"],
  [],
) as typeof full.royaltySplitterFinishMigration;

export const royaltySplitterFundPot = /* @__PURE__ */ unpackItem(
  "fundPot",
  ["a opener", "h id", "a token", "uint128 amount"],
  [],
) as typeof full.royaltySplitterFundPot;

export const royaltySplitterIsOperator = /* @__PURE__ */ unpackItem(
  "isOperator",
  ["a owner", "a spender"],
  ["b "],
  "view",
) as typeof full.royaltySplitterIsOperator;

export const royaltySplitterLedgerOf = /* @__PURE__ */ unpackItem(
  "ledgerOf",
  ["uint32 recipe", "a token"],
  [
    [
      " ",
      "uint128 passed",
      "uint128 own",
      "uint128 sales",
      "uint128 settledSales",
      "uint128 settledPassed",
      "uint128 paid",
    ],
  ],
  "view",
) as typeof full.royaltySplitterLedgerOf;

export const royaltySplitterLicenseMarket = /* @__PURE__ */ unpackItem(
  "licenseMarket",
  [],
  ["a "],
  "view",
) as typeof full.royaltySplitterLicenseMarket;

export const royaltySplitterMerkleClaimedOf = /* @__PURE__ */ unpackItem(
  "merkleClaimedOf",
  ["uint32 recipe", "a token", "u index"],
  ["u "],
  "view",
) as typeof full.royaltySplitterMerkleClaimedOf;

export const royaltySplitterMigrationOf = /* @__PURE__ */ unpackItem(
  "migrationOf",
  ["a account"],
  ["a to", "uint40 readyAt"],
  "view",
) as typeof full.royaltySplitterMigrationOf;

export const royaltySplitterMovePot = /* @__PURE__ */ unpackItem(
  "movePot",
  ["h from", "h to", "a token", "u amount"],
  [],
) as typeof full.royaltySplitterMovePot;

export const royaltySplitterMulticall = /* @__PURE__ */ unpackItem(
  "multicall",
  ["bytes[] data"],
  ["bytes[] results"],
) as typeof full.royaltySplitterMulticall;

export const royaltySplitterNonces = /* @__PURE__ */ unpackItem(
  "nonces",
  ["a account"],
  ["u "],
  "view",
) as typeof full.royaltySplitterNonces;

export const royaltySplitterOpenNode = /* @__PURE__ */ unpackItem(
  "openNode",
  [
    "uint32 recipe",
    ["[] edges", "uint32 parent", "uint24 rate", "uint24 pass"],
    ["[] payees", "a account", "uint32 weight", "uint8 roles"],
    [
      " options",
      "uint8 kind",
      "h root",
      "uint64 totalWeight",
      "a token",
      [" advance", "a account", "a token", "uint128 amount"],
    ],
  ],
  ["uint24 stack"],
) as typeof full.royaltySplitterOpenNode;

export const royaltySplitterOptionsOf = /* @__PURE__ */ unpackItem(
  "optionsOf",
  ["uint32 recipe"],
  [
    [
      " ",
      "uint8 kind",
      "h root",
      "uint64 totalWeight",
      "a token",
      [" advance", "a account", "a token", "uint128 amount"],
    ],
  ],
  "view",
) as typeof full.royaltySplitterOptionsOf;

export const royaltySplitterPayeeOf = /* @__PURE__ */ unpackItem(
  "payeeOf",
  ["uint32 recipe", "a account"],
  ["uint32 weight", "uint8 roles"],
  "view",
) as typeof full.royaltySplitterPayeeOf;

export const royaltySplitterPotOf = /* @__PURE__ */ unpackItem(
  "potOf",
  ["a opener", "h id", "a token"],
  ["u "],
  "view",
) as typeof full.royaltySplitterPotOf;

export const royaltySplitterReceiverOf = /* @__PURE__ */ unpackItem(
  "receiverOf",
  ["uint32 recipe"],
  ["a "],
  "view",
) as typeof full.royaltySplitterReceiverOf;

export const royaltySplitterRecipientOf = /* @__PURE__ */ unpackItem(
  "recipientOf",
  ["a account"],
  ["a "],
  "view",
) as typeof full.royaltySplitterRecipientOf;

export const royaltySplitterRefundPot = /* @__PURE__ */ unpackItem(
  "refundPot",
  [
    "h id",
    [
      " sale",
      "uint32 recipe",
      "a token",
      "a payer",
      "a referrer",
      "uint128 gross",
      "uint128 referral",
      "a seller",
      "h pot",
    ],
    "uint128 penalty",
  ],
  [],
) as typeof full.royaltySplitterRefundPot;

export const royaltySplitterReleasePot = /* @__PURE__ */ unpackItem(
  "releasePot",
  ["h id", "a token", "a to", "uint128 amount"],
  [],
) as typeof full.royaltySplitterReleasePot;

export const royaltySplitterSetOperator = /* @__PURE__ */ unpackItem(
  "setOperator",
  ["a spender", "b approved"],
  ["b "],
) as typeof full.royaltySplitterSetOperator;

export const royaltySplitterSettle = /* @__PURE__ */ unpackItem(
  "settle",
  ["uint32[] recipes", "a token"],
  [],
) as typeof full.royaltySplitterSettle;

export const royaltySplitterSettleUp = /* @__PURE__ */ unpackItem(
  "settleUp",
  ["uint32 recipe", "a token", "u maxNodes"],
  ["u settled"],
) as typeof full.royaltySplitterSettleUp;

export const royaltySplitterStackOf = /* @__PURE__ */ unpackItem(
  "stackOf",
  ["uint32 recipe"],
  ["uint24 "],
  "view",
) as typeof full.royaltySplitterStackOf;

export const royaltySplitterStartMigration = /* @__PURE__ */ unpackItem(
  "startMigration",
  ["a account", "a to", "u deadline", "bytes accountSignature", "bytes toSignature"],
  [],
) as typeof full.royaltySplitterStartMigration;

export const royaltySplitterSupportsInterface = /* @__PURE__ */ unpackItem(
  "supportsInterface",
  ["bytes4 interfaceId"],
  ["b "],
  "view",
) as typeof full.royaltySplitterSupportsInterface;

export const royaltySplitterSweep = /* @__PURE__ */ unpackItem(
  "sweep",
  ["uint32 recipe", "a token"],
  ["u amount"],
) as typeof full.royaltySplitterSweep;

export const royaltySplitterTransfer = /* @__PURE__ */ unpackItem(
  "transfer",
  ["a receiver", "u id", "u amount"],
  ["b "],
) as typeof full.royaltySplitterTransfer;

export const royaltySplitterTransferFrom = /* @__PURE__ */ unpackItem(
  "transferFrom",
  ["a sender", "a receiver", "u id", "u amount"],
  ["b "],
) as typeof full.royaltySplitterTransferFrom;

export const royaltySplitterWithdraw = /* @__PURE__ */ unpackItem(
  "withdraw",
  ["a token", "a account"],
  ["u "],
) as typeof full.royaltySplitterWithdraw;

export const royaltySplitterWithdrawTo = /* @__PURE__ */ unpackItem(
  "withdrawTo",
  ["a token", "a account", "a to", "u deadline", "bytes signature"],
  ["u amount"],
) as typeof full.royaltySplitterWithdrawTo;
