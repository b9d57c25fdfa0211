// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/royaltySplitter.ts";

export const royaltySplitterApprovalEvent = /* @__PURE__ */ unpackItem(
  "eApproval;a*owner,a*spender,u*id,u amount",
) as typeof full.royaltySplitterApprovalEvent;

export const royaltySplitterClaimedEvent = /* @__PURE__ */ unpackItem(
  "eClaimed;uint32*recipe,a*token,a*account,u amount",
) as typeof full.royaltySplitterClaimedEvent;

export const royaltySplitterCompensatedEvent = /* @__PURE__ */ unpackItem(
  "eCompensated;a*from,a*to,a*token,u amount",
) as typeof full.royaltySplitterCompensatedEvent;

export const royaltySplitterEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "eEIP712DomainChanged;",
) as typeof full.royaltySplitterEIP712DomainChangedEvent;

export const royaltySplitterMerkleClaimedEvent = /* @__PURE__ */ unpackItem(
  "eMerkleClaimed;uint32*recipe,a*token,a*account,u index,u amount",
) as typeof full.royaltySplitterMerkleClaimedEvent;

export const royaltySplitterMigrationCanceledEvent = /* @__PURE__ */ unpackItem(
  "eMigrationCanceled;a*account",
) as typeof full.royaltySplitterMigrationCanceledEvent;

export const royaltySplitterMigrationStartedEvent = /* @__PURE__ */ unpackItem(
  "eMigrationStarted;a*account,a*to,uint40 readyAt",
) as typeof full.royaltySplitterMigrationStartedEvent;

export const royaltySplitterNodeOpenedEvent = /* @__PURE__ */ unpackItem(
  "eNodeOpened;uint32*recipe,uint24 stack,(uint32 parent,uint24 rate,uint24 pass)[] edges,(a account,uint32 weight,uint8 roles)[] payees,(uint8 kind,h root,uint64 totalWeight,a token,(a account,a token,uint128 amount) advance) options",
) as typeof full.royaltySplitterNodeOpenedEvent;

export const royaltySplitterOperatorSetEvent = /* @__PURE__ */ unpackItem(
  "eOperatorSet;a*owner,a*spender,b approved",
) as typeof full.royaltySplitterOperatorSetEvent;

export const royaltySplitterOwnerPaidEvent = /* @__PURE__ */ unpackItem(
  "eOwnerPaid;uint32*recipe,a*token,a*seller,u kept,u passed",
) as typeof full.royaltySplitterOwnerPaidEvent;

export const royaltySplitterPayeeMigratedEvent = /* @__PURE__ */ unpackItem(
  "ePayeeMigrated;a*account,a*to",
) as typeof full.royaltySplitterPayeeMigratedEvent;

export const royaltySplitterPotBookedEvent = /* @__PURE__ */ unpackItem(
  "ePotBooked;h*id,uint32*recipe,a token,u net,a referrer,u referral",
) as typeof full.royaltySplitterPotBookedEvent;

export const royaltySplitterPotFundedEvent = /* @__PURE__ */ unpackItem(
  "ePotFunded;a*opener,h*id,a*payer,a token,u amount",
) as typeof full.royaltySplitterPotFundedEvent;

export const royaltySplitterPotMovedEvent = /* @__PURE__ */ unpackItem(
  "ePotMoved;a*opener,h*from,h*to,a token,u amount",
) as typeof full.royaltySplitterPotMovedEvent;

export const royaltySplitterPotReleasedEvent = /* @__PURE__ */ unpackItem(
  "ePotReleased;a*opener,h*id,a*to,a token,u amount",
) as typeof full.royaltySplitterPotReleasedEvent;

export const royaltySplitterSettledEvent = /* @__PURE__ */ unpackItem(
  "eSettled;uint32*recipe,a*token,u sales,u passed",
) as typeof full.royaltySplitterSettledEvent;

export const royaltySplitterSweptEvent = /* @__PURE__ */ unpackItem(
  "eSwept;uint32*recipe,a*token,u amount",
) as typeof full.royaltySplitterSweptEvent;

export const royaltySplitterTransferEvent = /* @__PURE__ */ unpackItem(
  "eTransfer;a caller,a*sender,a*receiver,u*id,u amount",
) as typeof full.royaltySplitterTransferEvent;

export const royaltySplitterWithdrawnEvent = /* @__PURE__ */ unpackItem(
  "eWithdrawn;a*account,a*token,a*to,u amount",
) as typeof full.royaltySplitterWithdrawnEvent;

export const royaltySplitterAllowance = /* @__PURE__ */ unpackItem(
  "vallowance;a owner,a spender,u id;u ",
) as typeof full.royaltySplitterAllowance;

export const royaltySplitterApprove = /* @__PURE__ */ unpackItem(
  "napprove;a spender,u id,u amount;b ",
) as typeof full.royaltySplitterApprove;

export const royaltySplitterAssetRegistry = /* @__PURE__ */ unpackItem(
  "vassetRegistry;;a ",
) as typeof full.royaltySplitterAssetRegistry;

export const royaltySplitterBalanceOf = /* @__PURE__ */ unpackItem(
  "vbalanceOf;a owner,u id;u ",
) as typeof full.royaltySplitterBalanceOf;

export const royaltySplitterBookPot = /* @__PURE__ */ unpackItem(
  "nbookPot;h id,(uint32 recipe,a token,a payer,a referrer,uint128 gross,uint128 referral,a seller,h pot) sale,b settleNow;",
) as typeof full.royaltySplitterBookPot;

export const royaltySplitterCancelMigration = /* @__PURE__ */ unpackItem(
  "ncancelMigration;a account;",
) as typeof full.royaltySplitterCancelMigration;

export const royaltySplitterClaim = /* @__PURE__ */ unpackItem(
  "nclaim;uint32 recipe,a token,a account;u amount",
) as typeof full.royaltySplitterClaim;

export const royaltySplitterClaimMerkle = /* @__PURE__ */ unpackItem(
  "nclaimMerkle;uint32 recipe,a token,(u index,a account,uint64 weight) line,h[] proof;u amount",
) as typeof full.royaltySplitterClaimMerkle;

export const royaltySplitterClaimToWallet = /* @__PURE__ */ unpackItem(
  "nclaimToWallet;uint32 recipe,a token,a account;u amount",
) as typeof full.royaltySplitterClaimToWallet;

export const royaltySplitterClaimable = /* @__PURE__ */ unpackItem(
  "vclaimable;uint32 recipe,a token,a account;u ",
) as typeof full.royaltySplitterClaimable;

export const royaltySplitterClaimableMerkle = /* @__PURE__ */ unpackItem(
  "vclaimableMerkle;uint32 recipe,a token,(u index,a account,uint64 weight) line;u ",
) as typeof full.royaltySplitterClaimableMerkle;

export const royaltySplitterClaimableWithPath = /* @__PURE__ */ unpackItem(
  "vclaimableWithPath;uint32 recipe,a token,a account,uint32[] path;u ",
) as typeof full.royaltySplitterClaimableWithPath;

export const royaltySplitterClaimedOf = /* @__PURE__ */ unpackItem(
  "vclaimedOf;uint32 recipe,a token,a account;u ",
) as typeof full.royaltySplitterClaimedOf;

export const royaltySplitterCollect = /* @__PURE__ */ unpackItem(
  "ncollect;(uint32 recipe,a token,a payer,a referrer,uint128 gross,uint128 referral,a seller,h pot) sale,b settleNow;",
) as typeof full.royaltySplitterCollect;

export const royaltySplitterCollectWithAuthorization = /* @__PURE__ */ unpackItem(
  "ncollectWithAuthorization;(uint32 recipe,a token,a payer,a referrer,uint128 gross,uint128 referral,a seller,h pot) sale,b settleNow,uint40 deadline,h purchaseId,bytes signature;",
) as typeof full.royaltySplitterCollectWithAuthorization;

export const royaltySplitterCollectWithPermit2 = /* @__PURE__ */ unpackItem(
  "ncollectWithPermit2;(uint32 recipe,a token,a payer,a referrer,uint128 gross,uint128 referral,a seller,h pot) sale,b settleNow,uint40 deadline,h purchaseId,h witness,bytes signature;",
) as typeof full.royaltySplitterCollectWithPermit2;

export const royaltySplitterCompensate = /* @__PURE__ */ unpackItem(
  "ncompensate;a token,a from,a to,uint128 amount;",
) as typeof full.royaltySplitterCompensate;

export const royaltySplitterCreditOf = /* @__PURE__ */ unpackItem(
  "vcreditOf;a account,a token;u ",
) as typeof full.royaltySplitterCreditOf;

export const royaltySplitterEdgesOf = /* @__PURE__ */ unpackItem(
  "vedgesOf;uint32 recipe;(uint32 parent,uint24 rate,uint24 pass)[] ",
) as typeof full.royaltySplitterEdgesOf;

export const royaltySplitterEip712Domain = /* @__PURE__ */ unpackItem(
  "veip712Domain;;bytes1 fields,string name,string version,u chainId,a verifyingContract,h salt,u[] extensions",
) as typeof full.royaltySplitterEip712Domain;

export const royaltySplitterFinishMigration = /* @__PURE__ */ unpackItem(
  "nfinishMigration;a account;",
) as typeof full.royaltySplitterFinishMigration;

export const royaltySplitterFundPot = /* @__PURE__ */ unpackItem(
  "nfundPot;a opener,h id,a token,uint128 amount;",
) as typeof full.royaltySplitterFundPot;

export const royaltySplitterIsOperator = /* @__PURE__ */ unpackItem(
  "visOperator;a owner,a spender;b ",
) as typeof full.royaltySplitterIsOperator;

export const royaltySplitterLedgerOf = /* @__PURE__ */ unpackItem(
  "vledgerOf;uint32 recipe,a token;(uint128 passed,uint128 own,uint128 sales,uint128 settledSales,uint128 settledPassed,uint128 paid) ",
) as typeof full.royaltySplitterLedgerOf;

export const royaltySplitterLicenseMarket = /* @__PURE__ */ unpackItem(
  "vlicenseMarket;;a ",
) as typeof full.royaltySplitterLicenseMarket;

export const royaltySplitterMerkleClaimedOf = /* @__PURE__ */ unpackItem(
  "vmerkleClaimedOf;uint32 recipe,a token,u index;u ",
) as typeof full.royaltySplitterMerkleClaimedOf;

export const royaltySplitterMigrationOf = /* @__PURE__ */ unpackItem(
  "vmigrationOf;a account;a to,uint40 readyAt",
) as typeof full.royaltySplitterMigrationOf;

export const royaltySplitterMovePot = /* @__PURE__ */ unpackItem(
  "nmovePot;h from,h to,a token,u amount;",
) as typeof full.royaltySplitterMovePot;

export const royaltySplitterMulticall = /* @__PURE__ */ unpackItem(
  "nmulticall;bytes[] data;bytes[] results",
) as typeof full.royaltySplitterMulticall;

export const royaltySplitterNonces = /* @__PURE__ */ unpackItem(
  "vnonces;a account;u ",
) as typeof full.royaltySplitterNonces;

export const royaltySplitterOpenNode = /* @__PURE__ */ unpackItem(
  "nopenNode;uint32 recipe,(uint32 parent,uint24 rate,uint24 pass)[] edges,(a account,uint32 weight,uint8 roles)[] payees,(uint8 kind,h root,uint64 totalWeight,a token,(a account,a token,uint128 amount) advance) options;uint24 stack",
) as typeof full.royaltySplitterOpenNode;

export const royaltySplitterOptionsOf = /* @__PURE__ */ unpackItem(
  "voptionsOf;uint32 recipe;(uint8 kind,h root,uint64 totalWeight,a token,(a account,a token,uint128 amount) advance) ",
) as typeof full.royaltySplitterOptionsOf;

export const royaltySplitterPayeeOf = /* @__PURE__ */ unpackItem(
  "vpayeeOf;uint32 recipe,a account;uint32 weight,uint8 roles",
) as typeof full.royaltySplitterPayeeOf;

export const royaltySplitterPotOf = /* @__PURE__ */ unpackItem(
  "vpotOf;a opener,h id,a token;u ",
) as typeof full.royaltySplitterPotOf;

export const royaltySplitterReceiverOf = /* @__PURE__ */ unpackItem(
  "vreceiverOf;uint32 recipe;a ",
) as typeof full.royaltySplitterReceiverOf;

export const royaltySplitterRecipientOf = /* @__PURE__ */ unpackItem(
  "vrecipientOf;a account;a ",
) as typeof full.royaltySplitterRecipientOf;

export const royaltySplitterRefundPot = /* @__PURE__ */ unpackItem(
  "nrefundPot;h id,(uint32 recipe,a token,a payer,a referrer,uint128 gross,uint128 referral,a seller,h pot) sale,uint128 penalty;",
) as typeof full.royaltySplitterRefundPot;

export const royaltySplitterReleasePot = /* @__PURE__ */ unpackItem(
  "nreleasePot;h id,a token,a to,uint128 amount;",
) as typeof full.royaltySplitterReleasePot;

export const royaltySplitterSetOperator = /* @__PURE__ */ unpackItem(
  "nsetOperator;a spender,b approved;b ",
) as typeof full.royaltySplitterSetOperator;

export const royaltySplitterSettle = /* @__PURE__ */ unpackItem(
  "nsettle;uint32[] recipes,a token;",
) as typeof full.royaltySplitterSettle;

export const royaltySplitterSettleUp = /* @__PURE__ */ unpackItem(
  "nsettleUp;uint32 recipe,a token,u maxNodes;u settled",
) as typeof full.royaltySplitterSettleUp;

export const royaltySplitterStackOf = /* @__PURE__ */ unpackItem(
  "vstackOf;uint32 recipe;uint24 ",
) as typeof full.royaltySplitterStackOf;

export const royaltySplitterStartMigration = /* @__PURE__ */ unpackItem(
  "nstartMigration;a account,a to,u deadline,bytes accountSignature,bytes toSignature;",
) as typeof full.royaltySplitterStartMigration;

export const royaltySplitterSupportsInterface = /* @__PURE__ */ unpackItem(
  "vsupportsInterface;bytes4 interfaceId;b ",
) as typeof full.royaltySplitterSupportsInterface;

export const royaltySplitterSweep = /* @__PURE__ */ unpackItem(
  "nsweep;uint32 recipe,a token;u amount",
) as typeof full.royaltySplitterSweep;

export const royaltySplitterTransfer = /* @__PURE__ */ unpackItem(
  "ntransfer;a receiver,u id,u amount;b ",
) as typeof full.royaltySplitterTransfer;

export const royaltySplitterTransferFrom = /* @__PURE__ */ unpackItem(
  "ntransferFrom;a sender,a receiver,u id,u amount;b ",
) as typeof full.royaltySplitterTransferFrom;

export const royaltySplitterWithdraw = /* @__PURE__ */ unpackItem(
  "nwithdraw;a token,a account;u ",
) as typeof full.royaltySplitterWithdraw;

export const royaltySplitterWithdrawTo = /* @__PURE__ */ unpackItem(
  "nwithdrawTo;a token,a account,a to,u deadline,bytes signature;u amount",
) as typeof full.royaltySplitterWithdrawTo;
