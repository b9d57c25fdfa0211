// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/studioGovernor.ts";

export const studioGovernorActionsVetoedEvent = /* @__PURE__ */ unpackItem("ActionsVetoed", [
  "u*proposalId",
  "h*actionsHash",
]) as typeof full.studioGovernorActionsVetoedEvent;

export const studioGovernorEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "EIP712DomainChanged",
  [],
) as typeof full.studioGovernorEIP712DomainChangedEvent;

export const studioGovernorInitializedEvent = /* @__PURE__ */ unpackItem("Initialized", [
  "uint64 version",
]) as typeof full.studioGovernorInitializedEvent;

export const studioGovernorLateQuorumVoteExtensionSetEvent = /* @__PURE__ */ unpackItem("LateQuorumVoteExtensionSet", [
  "uint64 oldVoteExtension",
  "uint64 newVoteExtension",
]) as typeof full.studioGovernorLateQuorumVoteExtensionSetEvent;

export const studioGovernorOverrideProposedEvent = /* @__PURE__ */ unpackItem("OverrideProposed", [
  "u*proposalId",
  "h*actionsHash",
]) as typeof full.studioGovernorOverrideProposedEvent;

export const studioGovernorProposalCanceledEvent = /* @__PURE__ */ unpackItem("ProposalCanceled", [
  "u proposalId",
]) as typeof full.studioGovernorProposalCanceledEvent;

export const studioGovernorProposalCreatedEvent = /* @__PURE__ */ unpackItem("ProposalCreated", [
  "u proposalId",
  "a proposer",
  "address[] targets",
  "uint256[] values",
  "string[] signatures",
  "bytes[] calldatas",
  "u voteStart",
  "u voteEnd",
  "string description",
]) as typeof full.studioGovernorProposalCreatedEvent;

export const studioGovernorProposalExecutedEvent = /* @__PURE__ */ unpackItem("ProposalExecuted", [
  "u proposalId",
]) as typeof full.studioGovernorProposalExecutedEvent;

export const studioGovernorProposalExtendedEvent = /* @__PURE__ */ unpackItem("ProposalExtended", [
  "u*proposalId",
  "uint64 extendedDeadline",
]) as typeof full.studioGovernorProposalExtendedEvent;

export const studioGovernorProposalGuardianSetEvent = /* @__PURE__ */ unpackItem("ProposalGuardianSet", [
  "a oldProposalGuardian",
  "a newProposalGuardian",
]) as typeof full.studioGovernorProposalGuardianSetEvent;

export const studioGovernorProposalQueuedEvent = /* @__PURE__ */ unpackItem("ProposalQueued", [
  "u proposalId",
  "u etaSeconds",
]) as typeof full.studioGovernorProposalQueuedEvent;

export const studioGovernorProposalThresholdSetEvent = /* @__PURE__ */ unpackItem("ProposalThresholdSet", [
  "u oldProposalThreshold",
  "u newProposalThreshold",
]) as typeof full.studioGovernorProposalThresholdSetEvent;

export const studioGovernorQuorumNumeratorUpdatedEvent = /* @__PURE__ */ unpackItem("QuorumNumeratorUpdated", [
  "u oldQuorumNumerator",
  "u newQuorumNumerator",
]) as typeof full.studioGovernorQuorumNumeratorUpdatedEvent;

export const studioGovernorTimelockChangeEvent = /* @__PURE__ */ unpackItem("TimelockChange", [
  "a oldTimelock",
  "a newTimelock",
]) as typeof full.studioGovernorTimelockChangeEvent;

export const studioGovernorVoteCapSetEvent = /* @__PURE__ */ unpackItem("VoteCapSet", [
  "u oldVoteCap",
  "u newVoteCap",
]) as typeof full.studioGovernorVoteCapSetEvent;

export const studioGovernorVoteCastEvent = /* @__PURE__ */ unpackItem("VoteCast", [
  "a*voter",
  "u proposalId",
  "uint8 support",
  "u weight",
  "string reason",
]) as typeof full.studioGovernorVoteCastEvent;

export const studioGovernorVoteCastWithParamsEvent = /* @__PURE__ */ unpackItem("VoteCastWithParams", [
  "a*voter",
  "u proposalId",
  "uint8 support",
  "u weight",
  "string reason",
  "bytes params",
]) as typeof full.studioGovernorVoteCastWithParamsEvent;

export const studioGovernorVotingDelaySetEvent = /* @__PURE__ */ unpackItem("VotingDelaySet", [
  "u oldVotingDelay",
  "u newVotingDelay",
]) as typeof full.studioGovernorVotingDelaySetEvent;

export const studioGovernorVotingPeriodSetEvent = /* @__PURE__ */ unpackItem("VotingPeriodSet", [
  "u oldVotingPeriod",
  "u newVotingPeriod",
]) as typeof full.studioGovernorVotingPeriodSetEvent;

export const studioGovernorBALLOT_TYPEHASH = /* @__PURE__ */ unpackItem(
  "BALLOT_TYPEHASH",
  [],
  ["h "],
  "view",
) as typeof full.studioGovernorBALLOT_TYPEHASH;

export const studioGovernorCLOCK_MODE = /* @__PURE__ */ unpackItem(
  "CLOCK_MODE",
  [],
  ["string "],
  "view",
) as typeof full.studioGovernorCLOCK_MODE;

export const studioGovernorCOUNTING_MODE = /* @__PURE__ */ unpackItem(
  "COUNTING_MODE",
  [],
  ["string "],
  "pure",
) as typeof full.studioGovernorCOUNTING_MODE;

export const studioGovernorEXTENDED_BALLOT_TYPEHASH = /* @__PURE__ */ unpackItem(
  "EXTENDED_BALLOT_TYPEHASH",
  [],
  ["h "],
  "view",
) as typeof full.studioGovernorEXTENDED_BALLOT_TYPEHASH;

export const studioGovernorBareTargets = /* @__PURE__ */ unpackItem(
  "bareTargets",
  ["u proposalId"],
  ["u "],
  "view",
) as typeof full.studioGovernorBareTargets;

export const studioGovernorCancel = /* @__PURE__ */ unpackItem(
  "cancel",
  ["address[] targets", "uint256[] values", "bytes[] calldatas", "h descriptionHash"],
  ["u "],
) as typeof full.studioGovernorCancel;

export const studioGovernorCastVote = /* @__PURE__ */ unpackItem(
  "castVote",
  ["u proposalId", "uint8 support"],
  ["u "],
) as typeof full.studioGovernorCastVote;

export const studioGovernorCastVoteBySig = /* @__PURE__ */ unpackItem(
  "castVoteBySig",
  ["u proposalId", "uint8 support", "a voter", "bytes signature"],
  ["u "],
) as typeof full.studioGovernorCastVoteBySig;

export const studioGovernorCastVoteWithReason = /* @__PURE__ */ unpackItem(
  "castVoteWithReason",
  ["u proposalId", "uint8 support", "string reason"],
  ["u "],
) as typeof full.studioGovernorCastVoteWithReason;

export const studioGovernorCastVoteWithReasonAndParams = /* @__PURE__ */ unpackItem(
  "castVoteWithReasonAndParams",
  ["u proposalId", "uint8 support", "string reason", "bytes params"],
  ["u "],
) as typeof full.studioGovernorCastVoteWithReasonAndParams;

export const studioGovernorCastVoteWithReasonAndParamsBySig = /* @__PURE__ */ unpackItem(
  "castVoteWithReasonAndParamsBySig",
  ["u proposalId", "uint8 support", "a voter", "string reason", "bytes params", "bytes signature"],
  ["u "],
) as typeof full.studioGovernorCastVoteWithReasonAndParamsBySig;

export const studioGovernorClock = /* @__PURE__ */ unpackItem(
  "clock",
  [],
  ["uint48 "],
  "view",
) as typeof full.studioGovernorClock;

export const studioGovernorEip712Domain = /* @__PURE__ */ unpackItem(
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
) as typeof full.studioGovernorEip712Domain;

export const studioGovernorExecute = /* @__PURE__ */ unpackItem(
  "execute",
  ["address[] targets", "uint256[] values", "bytes[] calldatas", "h descriptionHash"],
  ["u "],
  "payable",
) as typeof full.studioGovernorExecute;

export const studioGovernorGetProposalId = /* @__PURE__ */ unpackItem(
  "getProposalId",
  ["address[] targets", "uint256[] values", "bytes[] calldatas", "h descriptionHash"],
  ["u "],
  "view",
) as typeof full.studioGovernorGetProposalId;

export const studioGovernorGetVotes = /* @__PURE__ */ unpackItem(
  "getVotes",
  ["a account", "u timepoint"],
  ["u "],
  "view",
) as typeof full.studioGovernorGetVotes;

export const studioGovernorGetVotesWithParams = /* @__PURE__ */ unpackItem(
  "getVotesWithParams",
  ["a account", "u timepoint", "bytes params"],
  ["u "],
  "view",
) as typeof full.studioGovernorGetVotesWithParams;

export const studioGovernorHasVoted = /* @__PURE__ */ unpackItem(
  "hasVoted",
  ["u proposalId", "a account"],
  ["b "],
  "view",
) as typeof full.studioGovernorHasVoted;

export const studioGovernorHashProposal = /* @__PURE__ */ unpackItem(
  "hashProposal",
  ["address[] targets", "uint256[] values", "bytes[] calldatas", "h descriptionHash"],
  ["u "],
  "pure",
) as typeof full.studioGovernorHashProposal;

export const studioGovernorInitialize = /* @__PURE__ */ unpackItem(
  "initialize",
  [
    [
      " input",
      "u secondsPerTick",
      "uint48 votingDelay",
      "uint32 votingPeriod",
      "uint48 lateQuorumExtension",
      "u quorumNumerator",
      "u voteCap",
    ],
  ],
  [],
) as typeof full.studioGovernorInitialize;

export const studioGovernorIsOverride = /* @__PURE__ */ unpackItem(
  "isOverride",
  ["u proposalId"],
  ["b "],
  "view",
) as typeof full.studioGovernorIsOverride;

export const studioGovernorLateQuorumVoteExtension = /* @__PURE__ */ unpackItem(
  "lateQuorumVoteExtension",
  [],
  ["uint48 "],
  "view",
) as typeof full.studioGovernorLateQuorumVoteExtension;

export const studioGovernorName = /* @__PURE__ */ unpackItem(
  "name",
  [],
  ["string "],
  "view",
) as typeof full.studioGovernorName;

export const studioGovernorNoncesAddress = /* @__PURE__ */ unpackItem(
  "nonces",
  ["a owner"],
  ["u "],
  "view",
) as typeof full.studioGovernorNoncesAddress;

export const studioGovernorNoncesAddressUint192 = /* @__PURE__ */ unpackItem(
  "nonces",
  ["a owner", "uint192 key"],
  ["u "],
  "view",
) as typeof full.studioGovernorNoncesAddressUint192;

export const studioGovernorOnERC1155BatchReceived = /* @__PURE__ */ unpackItem(
  "onERC1155BatchReceived",
  ["a ", "a ", "uint256[] ", "uint256[] ", "bytes "],
  ["bytes4 "],
) as typeof full.studioGovernorOnERC1155BatchReceived;

export const studioGovernorOnERC1155Received = /* @__PURE__ */ unpackItem(
  "onERC1155Received",
  ["a ", "a ", "u ", "u ", "bytes "],
  ["bytes4 "],
) as typeof full.studioGovernorOnERC1155Received;

export const studioGovernorOnERC721Received = /* @__PURE__ */ unpackItem(
  "onERC721Received",
  ["a ", "a ", "u ", "bytes "],
  ["bytes4 "],
) as typeof full.studioGovernorOnERC721Received;

export const studioGovernorProposalDeadline = /* @__PURE__ */ unpackItem(
  "proposalDeadline",
  ["u proposalId"],
  ["u "],
  "view",
) as typeof full.studioGovernorProposalDeadline;

export const studioGovernorProposalEta = /* @__PURE__ */ unpackItem(
  "proposalEta",
  ["u proposalId"],
  ["u "],
  "view",
) as typeof full.studioGovernorProposalEta;

export const studioGovernorProposalGuardian = /* @__PURE__ */ unpackItem(
  "proposalGuardian",
  [],
  ["a "],
  "view",
) as typeof full.studioGovernorProposalGuardian;

export const studioGovernorProposalNeedsQueuing = /* @__PURE__ */ unpackItem(
  "proposalNeedsQueuing",
  ["u proposalId"],
  ["b "],
  "view",
) as typeof full.studioGovernorProposalNeedsQueuing;

export const studioGovernorProposalProposer = /* @__PURE__ */ unpackItem(
  "proposalProposer",
  ["u proposalId"],
  ["a "],
  "view",
) as typeof full.studioGovernorProposalProposer;

export const studioGovernorProposalSnapshot = /* @__PURE__ */ unpackItem(
  "proposalSnapshot",
  ["u proposalId"],
  ["u "],
  "view",
) as typeof full.studioGovernorProposalSnapshot;

export const studioGovernorProposalThreshold = /* @__PURE__ */ unpackItem(
  "proposalThreshold",
  [],
  ["u "],
  "view",
) as typeof full.studioGovernorProposalThreshold;

export const studioGovernorProposalThresholdRatio = /* @__PURE__ */ unpackItem(
  "proposalThresholdRatio",
  [],
  ["u "],
  "view",
) as typeof full.studioGovernorProposalThresholdRatio;

export const studioGovernorProposalVoteCap = /* @__PURE__ */ unpackItem(
  "proposalVoteCap",
  ["u proposalId"],
  ["u "],
  "view",
) as typeof full.studioGovernorProposalVoteCap;

export const studioGovernorProposalVotes = /* @__PURE__ */ unpackItem(
  "proposalVotes",
  ["u proposalId"],
  ["u againstVotes", "u forVotes", "u abstainVotes"],
  "view",
) as typeof full.studioGovernorProposalVotes;

export const studioGovernorPropose = /* @__PURE__ */ unpackItem(
  "propose",
  ["address[] targets", "uint256[] values", "bytes[] calldatas", "string description"],
  ["u "],
) as typeof full.studioGovernorPropose;

export const studioGovernorQueue = /* @__PURE__ */ unpackItem(
  "queue",
  ["address[] targets", "uint256[] values", "bytes[] calldatas", "h descriptionHash"],
  ["u "],
) as typeof full.studioGovernorQueue;

export const studioGovernorQuorum = /* @__PURE__ */ unpackItem(
  "quorum",
  ["u proposalIdOrTimepoint"],
  ["u "],
  "view",
) as typeof full.studioGovernorQuorum;

export const studioGovernorQuorumDenominator = /* @__PURE__ */ unpackItem(
  "quorumDenominator",
  [],
  ["u "],
  "view",
) as typeof full.studioGovernorQuorumDenominator;

export const studioGovernorQuorumNumeratorUint256 = /* @__PURE__ */ unpackItem(
  "quorumNumerator",
  ["u timepoint"],
  ["u "],
  "view",
) as typeof full.studioGovernorQuorumNumeratorUint256;

export const studioGovernorQuorumNumerator = /* @__PURE__ */ unpackItem(
  "quorumNumerator",
  [],
  ["u "],
  "view",
) as typeof full.studioGovernorQuorumNumerator;

export const studioGovernorRelay = /* @__PURE__ */ unpackItem(
  "relay",
  ["a target", "u value", "bytes data"],
  [],
  "payable",
) as typeof full.studioGovernorRelay;

export const studioGovernorSecondsPerTick = /* @__PURE__ */ unpackItem(
  "secondsPerTick",
  [],
  ["u "],
  "view",
) as typeof full.studioGovernorSecondsPerTick;

export const studioGovernorSetLateQuorumVoteExtension = /* @__PURE__ */ unpackItem(
  "setLateQuorumVoteExtension",
  ["uint48 newVoteExtension"],
  [],
) as typeof full.studioGovernorSetLateQuorumVoteExtension;

export const studioGovernorSetProposalGuardian = /* @__PURE__ */ unpackItem(
  "setProposalGuardian",
  ["a newProposalGuardian"],
  [],
) as typeof full.studioGovernorSetProposalGuardian;

export const studioGovernorSetProposalThreshold = /* @__PURE__ */ unpackItem(
  "setProposalThreshold",
  ["u newProposalThreshold"],
  [],
) as typeof full.studioGovernorSetProposalThreshold;

export const studioGovernorSetVoteCap = /* @__PURE__ */ unpackItem(
  "setVoteCap",
  ["u newVoteCap"],
  [],
) as typeof full.studioGovernorSetVoteCap;

export const studioGovernorSetVotingDelay = /* @__PURE__ */ unpackItem(
  "setVotingDelay",
  ["uint48 newVotingDelay"],
  [],
) as typeof full.studioGovernorSetVotingDelay;

export const studioGovernorSetVotingPeriod = /* @__PURE__ */ unpackItem(
  "setVotingPeriod",
  ["uint32 newVotingPeriod"],
  [],
) as typeof full.studioGovernorSetVotingPeriod;

export const studioGovernorState = /* @__PURE__ */ unpackItem(
  "state",
  ["u proposalId"],
  ["uint8 "],
  "view",
) as typeof full.studioGovernorState;

export const studioGovernorStudio = /* @__PURE__ */ unpackItem(
  "studio",
  [],
  ["a "],
  "view",
) as typeof full.studioGovernorStudio;

export const studioGovernorSupportsInterface = /* @__PURE__ */ unpackItem(
  "supportsInterface",
  ["bytes4 interfaceId"],
  ["b "],
  "view",
) as typeof full.studioGovernorSupportsInterface;

export const studioGovernorSyncProposalThreshold = /* @__PURE__ */ unpackItem(
  "syncProposalThreshold",
  [],
  [],
) as typeof full.studioGovernorSyncProposalThreshold;

export const studioGovernorTimelock = /* @__PURE__ */ unpackItem(
  "timelock",
  [],
  ["a "],
  "view",
) as typeof full.studioGovernorTimelock;

export const studioGovernorToken = /* @__PURE__ */ unpackItem(
  "token",
  [],
  ["a "],
  "view",
) as typeof full.studioGovernorToken;

export const studioGovernorUpdateQuorumNumerator = /* @__PURE__ */ unpackItem(
  "updateQuorumNumerator",
  ["u newQuorumNumerator"],
  [],
) as typeof full.studioGovernorUpdateQuorumNumerator;

export const studioGovernorUpdateTimelock = /* @__PURE__ */ unpackItem(
  "updateTimelock",
  ["a "],
  [],
  "pure",
) as typeof full.studioGovernorUpdateTimelock;

export const studioGovernorVersion = /* @__PURE__ */ unpackItem(
  "version",
  [],
  ["string "],
  "view",
) as typeof full.studioGovernorVersion;

export const studioGovernorVetoedAt = /* @__PURE__ */ unpackItem(
  "vetoedAt",
  ["h actionsHash"],
  ["uint48 "],
  "view",
) as typeof full.studioGovernorVetoedAt;

export const studioGovernorVoteCap = /* @__PURE__ */ unpackItem(
  "voteCap",
  [],
  ["u "],
  "view",
) as typeof full.studioGovernorVoteCap;

export const studioGovernorVoteCapUint256 = /* @__PURE__ */ unpackItem(
  "voteCap",
  ["u timepoint"],
  ["u "],
  "view",
) as typeof full.studioGovernorVoteCapUint256;

export const studioGovernorVotingDelay = /* @__PURE__ */ unpackItem(
  "votingDelay",
  [],
  ["u "],
  "view",
) as typeof full.studioGovernorVotingDelay;

export const studioGovernorVotingPeriod = /* @__PURE__ */ unpackItem(
  "votingPeriod",
  [],
  ["u "],
  "view",
) as typeof full.studioGovernorVotingPeriod;
