// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/studioGovernor.ts";

export const studioGovernorActionsVetoedEvent = /* @__PURE__ */ unpackItem(
  "eActionsVetoed;u*proposalId,h*actionsHash",
) as typeof full.studioGovernorActionsVetoedEvent;

export const studioGovernorEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "eEIP712DomainChanged;",
) as typeof full.studioGovernorEIP712DomainChangedEvent;

export const studioGovernorInitializedEvent = /* @__PURE__ */ unpackItem(
  "eInitialized;uint64 version",
) as typeof full.studioGovernorInitializedEvent;

export const studioGovernorLateQuorumVoteExtensionSetEvent = /* @__PURE__ */ unpackItem(
  "eLateQuorumVoteExtensionSet;uint64 oldVoteExtension,uint64 newVoteExtension",
) as typeof full.studioGovernorLateQuorumVoteExtensionSetEvent;

export const studioGovernorOverrideProposedEvent = /* @__PURE__ */ unpackItem(
  "eOverrideProposed;u*proposalId,h*actionsHash",
) as typeof full.studioGovernorOverrideProposedEvent;

export const studioGovernorProposalCanceledEvent = /* @__PURE__ */ unpackItem(
  "eProposalCanceled;u proposalId",
) as typeof full.studioGovernorProposalCanceledEvent;

export const studioGovernorProposalCreatedEvent = /* @__PURE__ */ unpackItem(
  "eProposalCreated;u proposalId,a proposer,a[] targets,u[] values,string[] signatures,bytes[] calldatas,u voteStart,u voteEnd,string description",
) as typeof full.studioGovernorProposalCreatedEvent;

export const studioGovernorProposalExecutedEvent = /* @__PURE__ */ unpackItem(
  "eProposalExecuted;u proposalId",
) as typeof full.studioGovernorProposalExecutedEvent;

export const studioGovernorProposalExtendedEvent = /* @__PURE__ */ unpackItem(
  "eProposalExtended;u*proposalId,uint64 extendedDeadline",
) as typeof full.studioGovernorProposalExtendedEvent;

export const studioGovernorProposalGuardianSetEvent = /* @__PURE__ */ unpackItem(
  "eProposalGuardianSet;a oldProposalGuardian,a newProposalGuardian",
) as typeof full.studioGovernorProposalGuardianSetEvent;

export const studioGovernorProposalQueuedEvent = /* @__PURE__ */ unpackItem(
  "eProposalQueued;u proposalId,u etaSeconds",
) as typeof full.studioGovernorProposalQueuedEvent;

export const studioGovernorProposalThresholdSetEvent = /* @__PURE__ */ unpackItem(
  "eProposalThresholdSet;u oldProposalThreshold,u newProposalThreshold",
) as typeof full.studioGovernorProposalThresholdSetEvent;

export const studioGovernorQuorumNumeratorUpdatedEvent = /* @__PURE__ */ unpackItem(
  "eQuorumNumeratorUpdated;u oldQuorumNumerator,u newQuorumNumerator",
) as typeof full.studioGovernorQuorumNumeratorUpdatedEvent;

export const studioGovernorTimelockChangeEvent = /* @__PURE__ */ unpackItem(
  "eTimelockChange;a oldTimelock,a newTimelock",
) as typeof full.studioGovernorTimelockChangeEvent;

export const studioGovernorVoteCapSetEvent = /* @__PURE__ */ unpackItem(
  "eVoteCapSet;u oldVoteCap,u newVoteCap",
) as typeof full.studioGovernorVoteCapSetEvent;

export const studioGovernorVoteCastEvent = /* @__PURE__ */ unpackItem(
  "eVoteCast;a*voter,u proposalId,uint8 support,u weight,string reason",
) as typeof full.studioGovernorVoteCastEvent;

export const studioGovernorVoteCastWithParamsEvent = /* @__PURE__ */ unpackItem(
  "eVoteCastWithParams;a*voter,u proposalId,uint8 support,u weight,string reason,bytes params",
) as typeof full.studioGovernorVoteCastWithParamsEvent;

export const studioGovernorVotingDelaySetEvent = /* @__PURE__ */ unpackItem(
  "eVotingDelaySet;u oldVotingDelay,u newVotingDelay",
) as typeof full.studioGovernorVotingDelaySetEvent;

export const studioGovernorVotingPeriodSetEvent = /* @__PURE__ */ unpackItem(
  "eVotingPeriodSet;u oldVotingPeriod,u newVotingPeriod",
) as typeof full.studioGovernorVotingPeriodSetEvent;

export const studioGovernorBALLOT_TYPEHASH = /* @__PURE__ */ unpackItem(
  "vBALLOT_TYPEHASH;;h ",
) as typeof full.studioGovernorBALLOT_TYPEHASH;

export const studioGovernorCLOCK_MODE = /* @__PURE__ */ unpackItem(
  "vCLOCK_MODE;;string ",
) as typeof full.studioGovernorCLOCK_MODE;

export const studioGovernorCOUNTING_MODE = /* @__PURE__ */ unpackItem(
  "uCOUNTING_MODE;;string ",
) as typeof full.studioGovernorCOUNTING_MODE;

export const studioGovernorEXTENDED_BALLOT_TYPEHASH = /* @__PURE__ */ unpackItem(
  "vEXTENDED_BALLOT_TYPEHASH;;h ",
) as typeof full.studioGovernorEXTENDED_BALLOT_TYPEHASH;

export const studioGovernorBareTargets = /* @__PURE__ */ unpackItem(
  "vbareTargets;u proposalId;u ",
) as typeof full.studioGovernorBareTargets;

export const studioGovernorCancel = /* @__PURE__ */ unpackItem(
  "ncancel;a[] targets,u[] values,bytes[] calldatas,h descriptionHash;u ",
) as typeof full.studioGovernorCancel;

export const studioGovernorCastVote = /* @__PURE__ */ unpackItem(
  "ncastVote;u proposalId,uint8 support;u ",
) as typeof full.studioGovernorCastVote;

export const studioGovernorCastVoteBySig = /* @__PURE__ */ unpackItem(
  "ncastVoteBySig;u proposalId,uint8 support,a voter,bytes signature;u ",
) as typeof full.studioGovernorCastVoteBySig;

export const studioGovernorCastVoteWithReason = /* @__PURE__ */ unpackItem(
  "ncastVoteWithReason;u proposalId,uint8 support,string reason;u ",
) as typeof full.studioGovernorCastVoteWithReason;

export const studioGovernorCastVoteWithReasonAndParams = /* @__PURE__ */ unpackItem(
  "ncastVoteWithReasonAndParams;u proposalId,uint8 support,string reason,bytes params;u ",
) as typeof full.studioGovernorCastVoteWithReasonAndParams;

export const studioGovernorCastVoteWithReasonAndParamsBySig = /* @__PURE__ */ unpackItem(
  "ncastVoteWithReasonAndParamsBySig;u proposalId,uint8 support,a voter,string reason,bytes params,bytes signature;u ",
) as typeof full.studioGovernorCastVoteWithReasonAndParamsBySig;

export const studioGovernorClock = /* @__PURE__ */ unpackItem("vclock;;uint48 ") as typeof full.studioGovernorClock;

export const studioGovernorEip712Domain = /* @__PURE__ */ unpackItem(
  "veip712Domain;;bytes1 fields,string name,string version,u chainId,a verifyingContract,h salt,u[] extensions",
) as typeof full.studioGovernorEip712Domain;

export const studioGovernorExecute = /* @__PURE__ */ unpackItem(
  "pexecute;a[] targets,u[] values,bytes[] calldatas,h descriptionHash;u ",
) as typeof full.studioGovernorExecute;

export const studioGovernorGetProposalId = /* @__PURE__ */ unpackItem(
  "vgetProposalId;a[] targets,u[] values,bytes[] calldatas,h descriptionHash;u ",
) as typeof full.studioGovernorGetProposalId;

export const studioGovernorGetVotes = /* @__PURE__ */ unpackItem(
  "vgetVotes;a account,u timepoint;u ",
) as typeof full.studioGovernorGetVotes;

export const studioGovernorGetVotesWithParams = /* @__PURE__ */ unpackItem(
  "vgetVotesWithParams;a account,u timepoint,bytes params;u ",
) as typeof full.studioGovernorGetVotesWithParams;

export const studioGovernorHasVoted = /* @__PURE__ */ unpackItem(
  "vhasVoted;u proposalId,a account;b ",
) as typeof full.studioGovernorHasVoted;

export const studioGovernorHashProposal = /* @__PURE__ */ unpackItem(
  "uhashProposal;a[] targets,u[] values,bytes[] calldatas,h descriptionHash;u ",
) as typeof full.studioGovernorHashProposal;

export const studioGovernorInitialize = /* @__PURE__ */ unpackItem(
  "ninitialize;(u secondsPerTick,uint48 votingDelay,uint32 votingPeriod,uint48 lateQuorumExtension,u quorumNumerator,u voteCap) input;",
) as typeof full.studioGovernorInitialize;

export const studioGovernorIsOverride = /* @__PURE__ */ unpackItem(
  "visOverride;u proposalId;b ",
) as typeof full.studioGovernorIsOverride;

export const studioGovernorLateQuorumVoteExtension = /* @__PURE__ */ unpackItem(
  "vlateQuorumVoteExtension;;uint48 ",
) as typeof full.studioGovernorLateQuorumVoteExtension;

export const studioGovernorName = /* @__PURE__ */ unpackItem("vname;;string ") as typeof full.studioGovernorName;

export const studioGovernorNoncesAddress = /* @__PURE__ */ unpackItem(
  "vnonces;a owner;u ",
) as typeof full.studioGovernorNoncesAddress;

export const studioGovernorNoncesAddressUint192 = /* @__PURE__ */ unpackItem(
  "vnonces;a owner,uint192 key;u ",
) as typeof full.studioGovernorNoncesAddressUint192;

export const studioGovernorOnERC1155BatchReceived = /* @__PURE__ */ unpackItem(
  "nonERC1155BatchReceived;a ,a ,u[] ,u[] ,bytes ;bytes4 ",
) as typeof full.studioGovernorOnERC1155BatchReceived;

export const studioGovernorOnERC1155Received = /* @__PURE__ */ unpackItem(
  "nonERC1155Received;a ,a ,u ,u ,bytes ;bytes4 ",
) as typeof full.studioGovernorOnERC1155Received;

export const studioGovernorOnERC721Received = /* @__PURE__ */ unpackItem(
  "nonERC721Received;a ,a ,u ,bytes ;bytes4 ",
) as typeof full.studioGovernorOnERC721Received;

export const studioGovernorProposalDeadline = /* @__PURE__ */ unpackItem(
  "vproposalDeadline;u proposalId;u ",
) as typeof full.studioGovernorProposalDeadline;

export const studioGovernorProposalEta = /* @__PURE__ */ unpackItem(
  "vproposalEta;u proposalId;u ",
) as typeof full.studioGovernorProposalEta;

export const studioGovernorProposalGuardian = /* @__PURE__ */ unpackItem(
  "vproposalGuardian;;a ",
) as typeof full.studioGovernorProposalGuardian;

export const studioGovernorProposalNeedsQueuing = /* @__PURE__ */ unpackItem(
  "vproposalNeedsQueuing;u proposalId;b ",
) as typeof full.studioGovernorProposalNeedsQueuing;

export const studioGovernorProposalProposer = /* @__PURE__ */ unpackItem(
  "vproposalProposer;u proposalId;a ",
) as typeof full.studioGovernorProposalProposer;

export const studioGovernorProposalSnapshot = /* @__PURE__ */ unpackItem(
  "vproposalSnapshot;u proposalId;u ",
) as typeof full.studioGovernorProposalSnapshot;

export const studioGovernorProposalThreshold = /* @__PURE__ */ unpackItem(
  "vproposalThreshold;;u ",
) as typeof full.studioGovernorProposalThreshold;

export const studioGovernorProposalThresholdRatio = /* @__PURE__ */ unpackItem(
  "vproposalThresholdRatio;;u ",
) as typeof full.studioGovernorProposalThresholdRatio;

export const studioGovernorProposalVoteCap = /* @__PURE__ */ unpackItem(
  "vproposalVoteCap;u proposalId;u ",
) as typeof full.studioGovernorProposalVoteCap;

export const studioGovernorProposalVotes = /* @__PURE__ */ unpackItem(
  "vproposalVotes;u proposalId;u againstVotes,u forVotes,u abstainVotes",
) as typeof full.studioGovernorProposalVotes;

export const studioGovernorPropose = /* @__PURE__ */ unpackItem(
  "npropose;a[] targets,u[] values,bytes[] calldatas,string description;u ",
) as typeof full.studioGovernorPropose;

export const studioGovernorQueue = /* @__PURE__ */ unpackItem(
  "nqueue;a[] targets,u[] values,bytes[] calldatas,h descriptionHash;u ",
) as typeof full.studioGovernorQueue;

export const studioGovernorQuorum = /* @__PURE__ */ unpackItem(
  "vquorum;u proposalIdOrTimepoint;u ",
) as typeof full.studioGovernorQuorum;

export const studioGovernorQuorumDenominator = /* @__PURE__ */ unpackItem(
  "vquorumDenominator;;u ",
) as typeof full.studioGovernorQuorumDenominator;

export const studioGovernorQuorumNumeratorUint256 = /* @__PURE__ */ unpackItem(
  "vquorumNumerator;u timepoint;u ",
) as typeof full.studioGovernorQuorumNumeratorUint256;

export const studioGovernorQuorumNumerator = /* @__PURE__ */ unpackItem(
  "vquorumNumerator;;u ",
) as typeof full.studioGovernorQuorumNumerator;

export const studioGovernorRelay = /* @__PURE__ */ unpackItem(
  "prelay;a target,u value,bytes data;",
) as typeof full.studioGovernorRelay;

export const studioGovernorSecondsPerTick = /* @__PURE__ */ unpackItem(
  "vsecondsPerTick;;u ",
) as typeof full.studioGovernorSecondsPerTick;

export const studioGovernorSetLateQuorumVoteExtension = /* @__PURE__ */ unpackItem(
  "nsetLateQuorumVoteExtension;uint48 newVoteExtension;",
) as typeof full.studioGovernorSetLateQuorumVoteExtension;

export const studioGovernorSetProposalGuardian = /* @__PURE__ */ unpackItem(
  "nsetProposalGuardian;a newProposalGuardian;",
) as typeof full.studioGovernorSetProposalGuardian;

export const studioGovernorSetProposalThreshold = /* @__PURE__ */ unpackItem(
  "nsetProposalThreshold;u newProposalThreshold;",
) as typeof full.studioGovernorSetProposalThreshold;

export const studioGovernorSetVoteCap = /* @__PURE__ */ unpackItem(
  "nsetVoteCap;u newVoteCap;",
) as typeof full.studioGovernorSetVoteCap;

export const studioGovernorSetVotingDelay = /* @__PURE__ */ unpackItem(
  "nsetVotingDelay;uint48 newVotingDelay;",
) as typeof full.studioGovernorSetVotingDelay;

export const studioGovernorSetVotingPeriod = /* @__PURE__ */ unpackItem(
  "nsetVotingPeriod;uint32 newVotingPeriod;",
) as typeof full.studioGovernorSetVotingPeriod;

export const studioGovernorState = /* @__PURE__ */ unpackItem(
  "vstate;u proposalId;uint8 ",
) as typeof full.studioGovernorState;

export const studioGovernorStudio = /* @__PURE__ */ unpackItem("vstudio;;a ") as typeof full.studioGovernorStudio;

export const studioGovernorSupportsInterface = /* @__PURE__ */ unpackItem(
  "vsupportsInterface;bytes4 interfaceId;b ",
) as typeof full.studioGovernorSupportsInterface;

export const studioGovernorSyncProposalThreshold = /* @__PURE__ */ unpackItem(
  "nsyncProposalThreshold;;",
) as typeof full.studioGovernorSyncProposalThreshold;

export const studioGovernorTimelock = /* @__PURE__ */ unpackItem("vtimelock;;a ") as typeof full.studioGovernorTimelock;

export const studioGovernorToken = /* @__PURE__ */ unpackItem("vtoken;;a ") as typeof full.studioGovernorToken;

export const studioGovernorUpdateQuorumNumerator = /* @__PURE__ */ unpackItem(
  "nupdateQuorumNumerator;u newQuorumNumerator;",
) as typeof full.studioGovernorUpdateQuorumNumerator;

export const studioGovernorUpdateTimelock = /* @__PURE__ */ unpackItem(
  "uupdateTimelock;a ;",
) as typeof full.studioGovernorUpdateTimelock;

export const studioGovernorVersion = /* @__PURE__ */ unpackItem(
  "vversion;;string ",
) as typeof full.studioGovernorVersion;

export const studioGovernorVetoedAt = /* @__PURE__ */ unpackItem(
  "vvetoedAt;h actionsHash;uint48 ",
) as typeof full.studioGovernorVetoedAt;

export const studioGovernorVoteCap = /* @__PURE__ */ unpackItem("vvoteCap;;u ") as typeof full.studioGovernorVoteCap;

export const studioGovernorVoteCapUint256 = /* @__PURE__ */ unpackItem(
  "vvoteCap;u timepoint;u ",
) as typeof full.studioGovernorVoteCapUint256;

export const studioGovernorVotingDelay = /* @__PURE__ */ unpackItem(
  "vvotingDelay;;u ",
) as typeof full.studioGovernorVotingDelay;

export const studioGovernorVotingPeriod = /* @__PURE__ */ unpackItem(
  "vvotingPeriod;;u ",
) as typeof full.studioGovernorVotingPeriod;
