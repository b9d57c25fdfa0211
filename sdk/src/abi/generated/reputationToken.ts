// Written by scripts/generate from the compiled contracts: npm run generate

export const reputationTokenAccountMigratedEvent = {
  type: "event",
  name: "AccountMigrated",
  inputs: [
    { indexed: true, name: "from", type: "address" },
    { indexed: true, name: "to", type: "address" },
    { name: "raw", type: "uint256" },
  ],
} as const;

export const reputationTokenAccountMigrationCanceledEvent = {
  type: "event",
  name: "AccountMigrationCanceled",
  inputs: [
    { indexed: true, name: "from", type: "address" },
    { indexed: true, name: "by", type: "address" },
  ],
} as const;

export const reputationTokenAccountMigrationStartedEvent = {
  type: "event",
  name: "AccountMigrationStarted",
  inputs: [
    { indexed: true, name: "from", type: "address" },
    { indexed: true, name: "to", type: "address" },
    { name: "readyAt", type: "uint48" },
  ],
} as const;

export const reputationTokenApprovalEvent = {
  type: "event",
  name: "Approval",
  inputs: [
    { indexed: true, name: "owner", type: "address" },
    { indexed: true, name: "spender", type: "address" },
    { name: "value", type: "uint256" },
  ],
} as const;

export const reputationTokenBalancesInheritedEvent = {
  type: "event",
  name: "BalancesInherited",
  inputs: [
    { indexed: true, name: "predecessor", type: "address" },
    { name: "root", type: "bytes32" },
    { name: "total", type: "uint256" },
  ],
} as const;

export const reputationTokenDelegateChangedEvent = {
  type: "event",
  name: "DelegateChanged",
  inputs: [
    { indexed: true, name: "delegator", type: "address" },
    { indexed: true, name: "fromDelegate", type: "address" },
    { indexed: true, name: "toDelegate", type: "address" },
  ],
} as const;

export const reputationTokenDelegateVotesChangedEvent = {
  type: "event",
  name: "DelegateVotesChanged",
  inputs: [
    { indexed: true, name: "delegate", type: "address" },
    { name: "previousVotes", type: "uint256" },
    { name: "newVotes", type: "uint256" },
  ],
} as const;

export const reputationTokenDormancyNotedEvent = {
  type: "event",
  name: "DormancyNoted",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { name: "raw", type: "uint256" },
    { name: "index", type: "uint256" },
  ],
} as const;

export const reputationTokenEIP712DomainChangedEvent = {
  type: "event",
  name: "EIP712DomainChanged",
  inputs: [],
} as const;

export const reputationTokenGrantCapacitySetEvent = {
  type: "event",
  name: "GrantCapacitySet",
  inputs: [
    { name: "oldCapacity", type: "uint24" },
    { name: "newCapacity", type: "uint24" },
    { name: "from", type: "uint48" },
  ],
} as const;

export const reputationTokenIndexChangedEvent = {
  type: "event",
  name: "IndexChanged",
  inputs: [
    { name: "gBase", type: "uint176" },
    { name: "tBase", type: "uint48" },
    { name: "halfLife", type: "uint32" },
  ],
} as const;

export const reputationTokenInheritanceClaimedEvent = {
  type: "event",
  name: "InheritanceClaimed",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { name: "raw", type: "uint256" },
  ],
} as const;

export const reputationTokenInitializedEvent = {
  type: "event",
  name: "Initialized",
  inputs: [{ name: "version", type: "uint64" }],
} as const;

export const reputationTokenReputationGrantedEvent = {
  type: "event",
  name: "ReputationGranted",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { indexed: true, name: "source", type: "bytes32" },
    { name: "amount", type: "uint256" },
    { name: "raw", type: "uint256" },
    { name: "role", type: "bytes32" },
    { name: "evidence", type: "bytes32" },
  ],
} as const;

export const reputationTokenReputationPrunedEvent = {
  type: "event",
  name: "ReputationPruned",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { name: "raw", type: "uint256" },
  ],
} as const;

export const reputationTokenReputationReservedEvent = {
  type: "event",
  name: "ReputationReserved",
  inputs: [
    { indexed: true, name: "minter", type: "address" },
    { name: "raw", type: "uint256" },
  ],
} as const;

export const reputationTokenReputationSlashedEvent = {
  type: "event",
  name: "ReputationSlashed",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { name: "amount", type: "uint256" },
    { name: "raw", type: "uint256" },
    { name: "evidence", type: "bytes32" },
  ],
} as const;

export const reputationTokenSponsorSetEvent = {
  type: "event",
  name: "SponsorSet",
  inputs: [
    { indexed: true, name: "agent", type: "address" },
    { indexed: true, name: "sponsor", type: "address" },
    { name: "until", type: "uint48" },
  ],
} as const;

export const reputationTokenTransferEvent = {
  type: "event",
  name: "Transfer",
  inputs: [
    { indexed: true, name: "from", type: "address" },
    { indexed: true, name: "to", type: "address" },
    { name: "value", type: "uint256" },
  ],
} as const;

export const reputationTokenCLOCK_MODE = {
  inputs: [],
  name: "CLOCK_MODE",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenAccountMigrationOf = {
  inputs: [{ name: "from", type: "address" }],
  name: "accountMigrationOf",
  outputs: [
    { name: "to", type: "address" },
    { name: "readyAt", type: "uint48" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenAllowance = {
  inputs: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
  ],
  name: "allowance",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenApprove = {
  inputs: [
    { name: "", type: "address" },
    { name: "", type: "uint256" },
  ],
  name: "approve",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const reputationTokenBalanceOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "balanceOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenCancelAccountMigration = {
  inputs: [{ name: "from", type: "address" }],
  name: "cancelAccountMigration",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenCheckpoints = {
  inputs: [
    { name: "account", type: "address" },
    { name: "pos", type: "uint32" },
  ],
  name: "checkpoints",
  outputs: [
    {
      components: [
        { name: "_key", type: "uint48" },
        { name: "_value", type: "uint208" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenClaimInheritance = {
  inputs: [
    { name: "account", type: "address" },
    { name: "raw", type: "uint256" },
    { name: "proof", type: "bytes32[]" },
  ],
  name: "claimInheritance",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenClock = {
  inputs: [],
  name: "clock",
  outputs: [{ name: "", type: "uint48" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenCurve = {
  inputs: [],
  name: "curve",
  outputs: [
    { name: "gBase", type: "uint176" },
    { name: "tBase", type: "uint48" },
    { name: "halfLife_", type: "uint32" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenDecimals = {
  inputs: [],
  name: "decimals",
  outputs: [{ name: "", type: "uint8" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenDelegate = {
  inputs: [{ name: "delegatee", type: "address" }],
  name: "delegate",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenDelegateBySig = {
  inputs: [
    { name: "delegatee", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "expiry", type: "uint256" },
    { name: "v", type: "uint8" },
    { name: "r", type: "bytes32" },
    { name: "s", type: "bytes32" },
  ],
  name: "delegateBySig",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenDelegates = {
  inputs: [{ name: "account", type: "address" }],
  name: "delegates",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenDormancyOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "dormancyOf",
  outputs: [
    { name: "raw", type: "uint256" },
    { name: "index_", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenEffectiveBalanceOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "effectiveBalanceOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenEffectiveTotalSupply = {
  inputs: [],
  name: "effectiveTotalSupply",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenEffectiveVotes = {
  inputs: [{ name: "account", type: "address" }],
  name: "effectiveVotes",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenEip712Domain = {
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

export const reputationTokenFinishAccountMigration = {
  inputs: [{ name: "from", type: "address" }],
  name: "finishAccountMigration",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenGetPastTotalSupply = {
  inputs: [{ name: "timepoint", type: "uint256" }],
  name: "getPastTotalSupply",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenGetPastVotes = {
  inputs: [
    { name: "account", type: "address" },
    { name: "timepoint", type: "uint256" },
  ],
  name: "getPastVotes",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenGetVotes = {
  inputs: [{ name: "account", type: "address" }],
  name: "getVotes",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenGrantCapacity = {
  inputs: [],
  name: "grantCapacity",
  outputs: [
    { name: "capacity", type: "uint24" },
    { name: "next", type: "uint24" },
    { name: "from", type: "uint48" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenGrantable = {
  inputs: [],
  name: "grantable",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenHalfLife = {
  inputs: [],
  name: "halfLife",
  outputs: [{ name: "", type: "uint32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenHasClaimedInheritance = {
  inputs: [{ name: "account", type: "address" }],
  name: "hasClaimedInheritance",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenIndex = {
  inputs: [],
  name: "index",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenInheritBalances = {
  inputs: [
    { name: "predecessor", type: "address" },
    { name: "root", type: "bytes32" },
    { name: "total", type: "uint256" },
  ],
  name: "inheritBalances",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenInheritance = {
  inputs: [],
  name: "inheritance",
  outputs: [
    { name: "root", type: "bytes32" },
    { name: "since", type: "uint48" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenInitialize = {
  inputs: [
    { name: "founders", type: "address[]" },
    { name: "amount", type: "uint256" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "initialize",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenMint = {
  inputs: [
    { name: "account", type: "address" },
    { name: "amount", type: "uint256" },
    { name: "role", type: "bytes32" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "mint",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenMintReserved = {
  inputs: [
    { name: "account", type: "address" },
    { name: "raw", type: "uint256" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "mintReserved",
  outputs: [{ name: "minted", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenMintableTo = {
  inputs: [{ name: "account", type: "address" }],
  name: "mintableTo",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenName = {
  inputs: [],
  name: "name",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenNewAccountOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "newAccountOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenNonces = {
  inputs: [{ name: "owner", type: "address" }],
  name: "nonces",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenNoteDormancy = {
  inputs: [{ name: "account", type: "address" }],
  name: "noteDormancy",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenNumCheckpoints = {
  inputs: [{ name: "account", type: "address" }],
  name: "numCheckpoints",
  outputs: [{ name: "", type: "uint32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenPreset = {
  inputs: [],
  name: "preset",
  outputs: [{ name: "", type: "uint8" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenPrune = {
  inputs: [{ name: "account", type: "address" }],
  name: "prune",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenReservable = {
  inputs: [],
  name: "reservable",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenReserveIssuance = {
  inputs: [{ name: "max", type: "uint256" }],
  name: "reserveIssuance",
  outputs: [{ name: "raw", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenReserved = {
  inputs: [],
  name: "reserved",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenSetGrantCapacity = {
  inputs: [{ name: "newCapacity", type: "uint24" }],
  name: "setGrantCapacity",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenSetHalfLife = {
  inputs: [{ name: "newHalfLife", type: "uint32" }],
  name: "setHalfLife",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenSetSponsor = {
  inputs: [
    { name: "agent", type: "address" },
    { name: "sponsor", type: "address" },
    { name: "until", type: "uint48" },
  ],
  name: "setSponsor",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenSlash = {
  inputs: [
    { name: "account", type: "address" },
    { name: "amount", type: "uint256" },
    { name: "evidence", type: "bytes32" },
  ],
  name: "slash",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenSponsorOf = {
  inputs: [{ name: "agent", type: "address" }],
  name: "sponsorOf",
  outputs: [
    { name: "sponsor", type: "address" },
    { name: "until", type: "uint48" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenStartAccountMigration = {
  inputs: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "deadline", type: "uint256" },
    { name: "fromSignature", type: "bytes" },
    { name: "toSignature", type: "bytes" },
  ],
  name: "startAccountMigration",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const reputationTokenStudio = {
  inputs: [],
  name: "studio",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenSymbol = {
  inputs: [],
  name: "symbol",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenTotalSupply = {
  inputs: [],
  name: "totalSupply",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const reputationTokenTransfer = {
  inputs: [
    { name: "", type: "address" },
    { name: "", type: "uint256" },
  ],
  name: "transfer",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const reputationTokenTransferFrom = {
  inputs: [
    { name: "", type: "address" },
    { name: "", type: "address" },
    { name: "", type: "uint256" },
  ],
  name: "transferFrom",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const reputationTokenAbi = [
  reputationTokenAccountMigratedEvent,
  reputationTokenAccountMigrationCanceledEvent,
  reputationTokenAccountMigrationStartedEvent,
  reputationTokenApprovalEvent,
  reputationTokenBalancesInheritedEvent,
  reputationTokenDelegateChangedEvent,
  reputationTokenDelegateVotesChangedEvent,
  reputationTokenDormancyNotedEvent,
  reputationTokenEIP712DomainChangedEvent,
  reputationTokenGrantCapacitySetEvent,
  reputationTokenIndexChangedEvent,
  reputationTokenInheritanceClaimedEvent,
  reputationTokenInitializedEvent,
  reputationTokenReputationGrantedEvent,
  reputationTokenReputationPrunedEvent,
  reputationTokenReputationReservedEvent,
  reputationTokenReputationSlashedEvent,
  reputationTokenSponsorSetEvent,
  reputationTokenTransferEvent,
  reputationTokenCLOCK_MODE,
  reputationTokenAccountMigrationOf,
  reputationTokenAllowance,
  reputationTokenApprove,
  reputationTokenBalanceOf,
  reputationTokenCancelAccountMigration,
  reputationTokenCheckpoints,
  reputationTokenClaimInheritance,
  reputationTokenClock,
  reputationTokenCurve,
  reputationTokenDecimals,
  reputationTokenDelegate,
  reputationTokenDelegateBySig,
  reputationTokenDelegates,
  reputationTokenDormancyOf,
  reputationTokenEffectiveBalanceOf,
  reputationTokenEffectiveTotalSupply,
  reputationTokenEffectiveVotes,
  reputationTokenEip712Domain,
  reputationTokenFinishAccountMigration,
  reputationTokenGetPastTotalSupply,
  reputationTokenGetPastVotes,
  reputationTokenGetVotes,
  reputationTokenGrantCapacity,
  reputationTokenGrantable,
  reputationTokenHalfLife,
  reputationTokenHasClaimedInheritance,
  reputationTokenIndex,
  reputationTokenInheritBalances,
  reputationTokenInheritance,
  reputationTokenInitialize,
  reputationTokenMint,
  reputationTokenMintReserved,
  reputationTokenMintableTo,
  reputationTokenName,
  reputationTokenNewAccountOf,
  reputationTokenNonces,
  reputationTokenNoteDormancy,
  reputationTokenNumCheckpoints,
  reputationTokenPreset,
  reputationTokenPrune,
  reputationTokenReservable,
  reputationTokenReserveIssuance,
  reputationTokenReserved,
  reputationTokenSetGrantCapacity,
  reputationTokenSetHalfLife,
  reputationTokenSetSponsor,
  reputationTokenSlash,
  reputationTokenSponsorOf,
  reputationTokenStartAccountMigration,
  reputationTokenStudio,
  reputationTokenSymbol,
  reputationTokenTotalSupply,
  reputationTokenTransfer,
  reputationTokenTransferFrom,
] as const;
