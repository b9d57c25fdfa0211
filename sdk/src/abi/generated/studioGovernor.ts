// Written by scripts/generate from the compiled contracts: npm run generate

export const studioGovernorActionsVetoedEvent = {
  type: "event",
  name: "ActionsVetoed",
  inputs: [
    { indexed: true, name: "proposalId", type: "uint256" },
    { indexed: true, name: "actionsHash", type: "bytes32" },
  ],
} as const;

export const studioGovernorEIP712DomainChangedEvent = {
  type: "event",
  name: "EIP712DomainChanged",
  inputs: [],
} as const;

export const studioGovernorInitializedEvent = {
  type: "event",
  name: "Initialized",
  inputs: [{ name: "version", type: "uint64" }],
} as const;

export const studioGovernorLateQuorumVoteExtensionSetEvent = {
  type: "event",
  name: "LateQuorumVoteExtensionSet",
  inputs: [
    { name: "oldVoteExtension", type: "uint64" },
    { name: "newVoteExtension", type: "uint64" },
  ],
} as const;

export const studioGovernorOverrideProposedEvent = {
  type: "event",
  name: "OverrideProposed",
  inputs: [
    { indexed: true, name: "proposalId", type: "uint256" },
    { indexed: true, name: "actionsHash", type: "bytes32" },
  ],
} as const;

export const studioGovernorProposalCanceledEvent = {
  type: "event",
  name: "ProposalCanceled",
  inputs: [{ name: "proposalId", type: "uint256" }],
} as const;

export const studioGovernorProposalCreatedEvent = {
  type: "event",
  name: "ProposalCreated",
  inputs: [
    { name: "proposalId", type: "uint256" },
    { name: "proposer", type: "address" },
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "signatures", type: "string[]" },
    { name: "calldatas", type: "bytes[]" },
    { name: "voteStart", type: "uint256" },
    { name: "voteEnd", type: "uint256" },
    { name: "description", type: "string" },
  ],
} as const;

export const studioGovernorProposalExecutedEvent = {
  type: "event",
  name: "ProposalExecuted",
  inputs: [{ name: "proposalId", type: "uint256" }],
} as const;

export const studioGovernorProposalExtendedEvent = {
  type: "event",
  name: "ProposalExtended",
  inputs: [
    { indexed: true, name: "proposalId", type: "uint256" },
    { name: "extendedDeadline", type: "uint64" },
  ],
} as const;

export const studioGovernorProposalGuardianSetEvent = {
  type: "event",
  name: "ProposalGuardianSet",
  inputs: [
    { name: "oldProposalGuardian", type: "address" },
    { name: "newProposalGuardian", type: "address" },
  ],
} as const;

export const studioGovernorProposalQueuedEvent = {
  type: "event",
  name: "ProposalQueued",
  inputs: [
    { name: "proposalId", type: "uint256" },
    { name: "etaSeconds", type: "uint256" },
  ],
} as const;

export const studioGovernorProposalThresholdSetEvent = {
  type: "event",
  name: "ProposalThresholdSet",
  inputs: [
    { name: "oldProposalThreshold", type: "uint256" },
    { name: "newProposalThreshold", type: "uint256" },
  ],
} as const;

export const studioGovernorQuorumNumeratorUpdatedEvent = {
  type: "event",
  name: "QuorumNumeratorUpdated",
  inputs: [
    { name: "oldQuorumNumerator", type: "uint256" },
    { name: "newQuorumNumerator", type: "uint256" },
  ],
} as const;

export const studioGovernorTimelockChangeEvent = {
  type: "event",
  name: "TimelockChange",
  inputs: [
    { name: "oldTimelock", type: "address" },
    { name: "newTimelock", type: "address" },
  ],
} as const;

export const studioGovernorVoteCapSetEvent = {
  type: "event",
  name: "VoteCapSet",
  inputs: [
    { name: "oldVoteCap", type: "uint256" },
    { name: "newVoteCap", type: "uint256" },
  ],
} as const;

export const studioGovernorVoteCastEvent = {
  type: "event",
  name: "VoteCast",
  inputs: [
    { indexed: true, name: "voter", type: "address" },
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "weight", type: "uint256" },
    { name: "reason", type: "string" },
  ],
} as const;

export const studioGovernorVoteCastWithParamsEvent = {
  type: "event",
  name: "VoteCastWithParams",
  inputs: [
    { indexed: true, name: "voter", type: "address" },
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "weight", type: "uint256" },
    { name: "reason", type: "string" },
    { name: "params", type: "bytes" },
  ],
} as const;

export const studioGovernorVotingDelaySetEvent = {
  type: "event",
  name: "VotingDelaySet",
  inputs: [
    { name: "oldVotingDelay", type: "uint256" },
    { name: "newVotingDelay", type: "uint256" },
  ],
} as const;

export const studioGovernorVotingPeriodSetEvent = {
  type: "event",
  name: "VotingPeriodSet",
  inputs: [
    { name: "oldVotingPeriod", type: "uint256" },
    { name: "newVotingPeriod", type: "uint256" },
  ],
} as const;

export const studioGovernorBALLOT_TYPEHASH = {
  inputs: [],
  name: "BALLOT_TYPEHASH",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorCLOCK_MODE = {
  inputs: [],
  name: "CLOCK_MODE",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorCOUNTING_MODE = {
  inputs: [],
  name: "COUNTING_MODE",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const studioGovernorEXTENDED_BALLOT_TYPEHASH = {
  inputs: [],
  name: "EXTENDED_BALLOT_TYPEHASH",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorBareTargets = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "bareTargets",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorCancel = {
  inputs: [
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "calldatas", type: "bytes[]" },
    { name: "descriptionHash", type: "bytes32" },
  ],
  name: "cancel",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorCastVote = {
  inputs: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
  ],
  name: "castVote",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorCastVoteBySig = {
  inputs: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "signature", type: "bytes" },
  ],
  name: "castVoteBySig",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorCastVoteWithReason = {
  inputs: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "reason", type: "string" },
  ],
  name: "castVoteWithReason",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorCastVoteWithReasonAndParams = {
  inputs: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "reason", type: "string" },
    { name: "params", type: "bytes" },
  ],
  name: "castVoteWithReasonAndParams",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorCastVoteWithReasonAndParamsBySig = {
  inputs: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "reason", type: "string" },
    { name: "params", type: "bytes" },
    { name: "signature", type: "bytes" },
  ],
  name: "castVoteWithReasonAndParamsBySig",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorClock = {
  inputs: [],
  name: "clock",
  outputs: [{ name: "", type: "uint48" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorEip712Domain = {
  inputs: [],
  name: "eip712Domain",
  outputs: [
    { name: "fields", type: "bytes1" },
    { name: "name", type: "string" },
    { name: "version", type: "string" },
    { name: "chainId", type: "uint256" },
    { name: "verifyingContract", type: "address" },
    { name: "salt", type: "bytes32" },
    { name: "extensions", type: "uint256[]" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorExecute = {
  inputs: [
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "calldatas", type: "bytes[]" },
    { name: "descriptionHash", type: "bytes32" },
  ],
  name: "execute",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "payable",
  type: "function",
} as const;

export const studioGovernorGetProposalId = {
  inputs: [
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "calldatas", type: "bytes[]" },
    { name: "descriptionHash", type: "bytes32" },
  ],
  name: "getProposalId",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorGetVotes = {
  inputs: [
    { name: "account", type: "address" },
    { name: "timepoint", type: "uint256" },
  ],
  name: "getVotes",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorGetVotesWithParams = {
  inputs: [
    { name: "account", type: "address" },
    { name: "timepoint", type: "uint256" },
    { name: "params", type: "bytes" },
  ],
  name: "getVotesWithParams",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorHasVoted = {
  inputs: [
    { name: "proposalId", type: "uint256" },
    { name: "account", type: "address" },
  ],
  name: "hasVoted",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorHashProposal = {
  inputs: [
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "calldatas", type: "bytes[]" },
    { name: "descriptionHash", type: "bytes32" },
  ],
  name: "hashProposal",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const studioGovernorInitialize = {
  inputs: [
    {
      components: [
        { name: "secondsPerTick", type: "uint256" },
        { name: "votingDelay", type: "uint48" },
        { name: "votingPeriod", type: "uint32" },
        { name: "lateQuorumExtension", type: "uint48" },
        { name: "quorumNumerator", type: "uint256" },
        { name: "voteCap", type: "uint256" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "initialize",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorIsOverride = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "isOverride",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorLateQuorumVoteExtension = {
  inputs: [],
  name: "lateQuorumVoteExtension",
  outputs: [{ name: "", type: "uint48" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorName = {
  inputs: [],
  name: "name",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorNoncesAddress = {
  inputs: [{ name: "owner", type: "address" }],
  name: "nonces",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorNoncesAddressUint192 = {
  inputs: [
    { name: "owner", type: "address" },
    { name: "key", type: "uint192" },
  ],
  name: "nonces",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorOnERC1155BatchReceived = {
  inputs: [
    { name: "", type: "address" },
    { name: "", type: "address" },
    { name: "", type: "uint256[]" },
    { name: "", type: "uint256[]" },
    { name: "", type: "bytes" },
  ],
  name: "onERC1155BatchReceived",
  outputs: [{ name: "", type: "bytes4" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorOnERC1155Received = {
  inputs: [
    { name: "", type: "address" },
    { name: "", type: "address" },
    { name: "", type: "uint256" },
    { name: "", type: "uint256" },
    { name: "", type: "bytes" },
  ],
  name: "onERC1155Received",
  outputs: [{ name: "", type: "bytes4" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorOnERC721Received = {
  inputs: [
    { name: "", type: "address" },
    { name: "", type: "address" },
    { name: "", type: "uint256" },
    { name: "", type: "bytes" },
  ],
  name: "onERC721Received",
  outputs: [{ name: "", type: "bytes4" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorProposalDeadline = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "proposalDeadline",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorProposalEta = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "proposalEta",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorProposalGuardian = {
  inputs: [],
  name: "proposalGuardian",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorProposalNeedsQueuing = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "proposalNeedsQueuing",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorProposalProposer = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "proposalProposer",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorProposalSnapshot = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "proposalSnapshot",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorProposalThreshold = {
  inputs: [],
  name: "proposalThreshold",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorProposalThresholdRatio = {
  inputs: [],
  name: "proposalThresholdRatio",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorProposalVoteCap = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "proposalVoteCap",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorProposalVotes = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "proposalVotes",
  outputs: [
    { name: "againstVotes", type: "uint256" },
    { name: "forVotes", type: "uint256" },
    { name: "abstainVotes", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorPropose = {
  inputs: [
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "calldatas", type: "bytes[]" },
    { name: "description", type: "string" },
  ],
  name: "propose",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorQueue = {
  inputs: [
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "calldatas", type: "bytes[]" },
    { name: "descriptionHash", type: "bytes32" },
  ],
  name: "queue",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorQuorum = {
  inputs: [{ name: "proposalIdOrTimepoint", type: "uint256" }],
  name: "quorum",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorQuorumDenominator = {
  inputs: [],
  name: "quorumDenominator",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorQuorumNumeratorUint256 = {
  inputs: [{ name: "timepoint", type: "uint256" }],
  name: "quorumNumerator",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorQuorumNumerator = {
  inputs: [],
  name: "quorumNumerator",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorRelay = {
  inputs: [
    { name: "target", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
  ],
  name: "relay",
  outputs: [],
  stateMutability: "payable",
  type: "function",
} as const;

export const studioGovernorSecondsPerTick = {
  inputs: [],
  name: "secondsPerTick",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorSetLateQuorumVoteExtension = {
  inputs: [{ name: "newVoteExtension", type: "uint48" }],
  name: "setLateQuorumVoteExtension",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorSetProposalGuardian = {
  inputs: [{ name: "newProposalGuardian", type: "address" }],
  name: "setProposalGuardian",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorSetProposalThreshold = {
  inputs: [{ name: "newProposalThreshold", type: "uint256" }],
  name: "setProposalThreshold",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorSetVoteCap = {
  inputs: [{ name: "newVoteCap", type: "uint256" }],
  name: "setVoteCap",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorSetVotingDelay = {
  inputs: [{ name: "newVotingDelay", type: "uint48" }],
  name: "setVotingDelay",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorSetVotingPeriod = {
  inputs: [{ name: "newVotingPeriod", type: "uint32" }],
  name: "setVotingPeriod",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorState = {
  inputs: [{ name: "proposalId", type: "uint256" }],
  name: "state",
  outputs: [{ name: "", type: "uint8" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorStudio = {
  inputs: [],
  name: "studio",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorSupportsInterface = {
  inputs: [{ name: "interfaceId", type: "bytes4" }],
  name: "supportsInterface",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorSyncProposalThreshold = {
  inputs: [],
  name: "syncProposalThreshold",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorTimelock = {
  inputs: [],
  name: "timelock",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorToken = {
  inputs: [],
  name: "token",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorUpdateQuorumNumerator = {
  inputs: [{ name: "newQuorumNumerator", type: "uint256" }],
  name: "updateQuorumNumerator",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioGovernorUpdateTimelock = {
  inputs: [{ name: "", type: "address" }],
  name: "updateTimelock",
  outputs: [],
  stateMutability: "pure",
  type: "function",
} as const;

export const studioGovernorVersion = {
  inputs: [],
  name: "version",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorVetoedAt = {
  inputs: [{ name: "actionsHash", type: "bytes32" }],
  name: "vetoedAt",
  outputs: [{ name: "", type: "uint48" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorVoteCap = {
  inputs: [],
  name: "voteCap",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorVoteCapUint256 = {
  inputs: [{ name: "timepoint", type: "uint256" }],
  name: "voteCap",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorVotingDelay = {
  inputs: [],
  name: "votingDelay",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorVotingPeriod = {
  inputs: [],
  name: "votingPeriod",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGovernorAbi = [
  studioGovernorActionsVetoedEvent,
  studioGovernorEIP712DomainChangedEvent,
  studioGovernorInitializedEvent,
  studioGovernorLateQuorumVoteExtensionSetEvent,
  studioGovernorOverrideProposedEvent,
  studioGovernorProposalCanceledEvent,
  studioGovernorProposalCreatedEvent,
  studioGovernorProposalExecutedEvent,
  studioGovernorProposalExtendedEvent,
  studioGovernorProposalGuardianSetEvent,
  studioGovernorProposalQueuedEvent,
  studioGovernorProposalThresholdSetEvent,
  studioGovernorQuorumNumeratorUpdatedEvent,
  studioGovernorTimelockChangeEvent,
  studioGovernorVoteCapSetEvent,
  studioGovernorVoteCastEvent,
  studioGovernorVoteCastWithParamsEvent,
  studioGovernorVotingDelaySetEvent,
  studioGovernorVotingPeriodSetEvent,
  studioGovernorBALLOT_TYPEHASH,
  studioGovernorCLOCK_MODE,
  studioGovernorCOUNTING_MODE,
  studioGovernorEXTENDED_BALLOT_TYPEHASH,
  studioGovernorBareTargets,
  studioGovernorCancel,
  studioGovernorCastVote,
  studioGovernorCastVoteBySig,
  studioGovernorCastVoteWithReason,
  studioGovernorCastVoteWithReasonAndParams,
  studioGovernorCastVoteWithReasonAndParamsBySig,
  studioGovernorClock,
  studioGovernorEip712Domain,
  studioGovernorExecute,
  studioGovernorGetProposalId,
  studioGovernorGetVotes,
  studioGovernorGetVotesWithParams,
  studioGovernorHasVoted,
  studioGovernorHashProposal,
  studioGovernorInitialize,
  studioGovernorIsOverride,
  studioGovernorLateQuorumVoteExtension,
  studioGovernorName,
  studioGovernorNoncesAddress,
  studioGovernorNoncesAddressUint192,
  studioGovernorOnERC1155BatchReceived,
  studioGovernorOnERC1155Received,
  studioGovernorOnERC721Received,
  studioGovernorProposalDeadline,
  studioGovernorProposalEta,
  studioGovernorProposalGuardian,
  studioGovernorProposalNeedsQueuing,
  studioGovernorProposalProposer,
  studioGovernorProposalSnapshot,
  studioGovernorProposalThreshold,
  studioGovernorProposalThresholdRatio,
  studioGovernorProposalVoteCap,
  studioGovernorProposalVotes,
  studioGovernorPropose,
  studioGovernorQueue,
  studioGovernorQuorum,
  studioGovernorQuorumDenominator,
  studioGovernorQuorumNumeratorUint256,
  studioGovernorQuorumNumerator,
  studioGovernorRelay,
  studioGovernorSecondsPerTick,
  studioGovernorSetLateQuorumVoteExtension,
  studioGovernorSetProposalGuardian,
  studioGovernorSetProposalThreshold,
  studioGovernorSetVoteCap,
  studioGovernorSetVotingDelay,
  studioGovernorSetVotingPeriod,
  studioGovernorState,
  studioGovernorStudio,
  studioGovernorSupportsInterface,
  studioGovernorSyncProposalThreshold,
  studioGovernorTimelock,
  studioGovernorToken,
  studioGovernorUpdateQuorumNumerator,
  studioGovernorUpdateTimelock,
  studioGovernorVersion,
  studioGovernorVetoedAt,
  studioGovernorVoteCap,
  studioGovernorVoteCapUint256,
  studioGovernorVotingDelay,
  studioGovernorVotingPeriod,
] as const;
