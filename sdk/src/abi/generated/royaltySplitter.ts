// Written by scripts/generate from the compiled contracts: npm run generate

export const royaltySplitterApprovalEvent = {
  type: "event",
  name: "Approval",
  inputs: [
    { indexed: true, name: "owner", type: "address" },
    { indexed: true, name: "spender", type: "address" },
    { indexed: true, name: "id", type: "uint256" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterClaimedEvent = {
  type: "event",
  name: "Claimed",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "token", type: "address" },
    { indexed: true, name: "account", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterCompensatedEvent = {
  type: "event",
  name: "Compensated",
  inputs: [
    { indexed: true, name: "from", type: "address" },
    { indexed: true, name: "to", type: "address" },
    { indexed: true, name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterEIP712DomainChangedEvent = {
  type: "event",
  name: "EIP712DomainChanged",
  inputs: [],
} as const;

export const royaltySplitterMerkleClaimedEvent = {
  type: "event",
  name: "MerkleClaimed",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "token", type: "address" },
    { indexed: true, name: "account", type: "address" },
    { name: "index", type: "uint256" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterMigrationCanceledEvent = {
  type: "event",
  name: "MigrationCanceled",
  inputs: [{ indexed: true, name: "account", type: "address" }],
} as const;

export const royaltySplitterMigrationStartedEvent = {
  type: "event",
  name: "MigrationStarted",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { indexed: true, name: "to", type: "address" },
    { name: "readyAt", type: "uint40" },
  ],
} as const;

export const royaltySplitterNodeOpenedEvent = {
  type: "event",
  name: "NodeOpened",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { name: "stack", type: "uint24" },
    {
      components: [
        { name: "parent", type: "uint32" },
        { name: "rate", type: "uint24" },
        { name: "pass", type: "uint24" },
      ],
      name: "edges",
      type: "tuple[]",
    },
    {
      components: [
        { name: "account", type: "address" },
        { name: "weight", type: "uint32" },
        { name: "roles", type: "uint8" },
      ],
      name: "payees",
      type: "tuple[]",
    },
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "root", type: "bytes32" },
        { name: "totalWeight", type: "uint64" },
        { name: "token", type: "address" },
        {
          components: [
            { name: "account", type: "address" },
            { name: "token", type: "address" },
            { name: "amount", type: "uint128" },
          ],
          name: "advance",
          type: "tuple",
        },
      ],
      name: "options",
      type: "tuple",
    },
  ],
} as const;

export const royaltySplitterOperatorSetEvent = {
  type: "event",
  name: "OperatorSet",
  inputs: [
    { indexed: true, name: "owner", type: "address" },
    { indexed: true, name: "spender", type: "address" },
    { name: "approved", type: "bool" },
  ],
} as const;

export const royaltySplitterOwnerPaidEvent = {
  type: "event",
  name: "OwnerPaid",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "token", type: "address" },
    { indexed: true, name: "seller", type: "address" },
    { name: "kept", type: "uint256" },
    { name: "passed", type: "uint256" },
  ],
} as const;

export const royaltySplitterPayeeMigratedEvent = {
  type: "event",
  name: "PayeeMigrated",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { indexed: true, name: "to", type: "address" },
  ],
} as const;

export const royaltySplitterPotBookedEvent = {
  type: "event",
  name: "PotBooked",
  inputs: [
    { indexed: true, name: "id", type: "bytes32" },
    { indexed: true, name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "net", type: "uint256" },
    { name: "referrer", type: "address" },
    { name: "referral", type: "uint256" },
  ],
} as const;

export const royaltySplitterPotFundedEvent = {
  type: "event",
  name: "PotFunded",
  inputs: [
    { indexed: true, name: "opener", type: "address" },
    { indexed: true, name: "id", type: "bytes32" },
    { indexed: true, name: "payer", type: "address" },
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterPotMovedEvent = {
  type: "event",
  name: "PotMoved",
  inputs: [
    { indexed: true, name: "opener", type: "address" },
    { indexed: true, name: "from", type: "bytes32" },
    { indexed: true, name: "to", type: "bytes32" },
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterPotReleasedEvent = {
  type: "event",
  name: "PotReleased",
  inputs: [
    { indexed: true, name: "opener", type: "address" },
    { indexed: true, name: "id", type: "bytes32" },
    { indexed: true, name: "to", type: "address" },
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterSettledEvent = {
  type: "event",
  name: "Settled",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "token", type: "address" },
    { name: "sales", type: "uint256" },
    { name: "passed", type: "uint256" },
  ],
} as const;

export const royaltySplitterSweptEvent = {
  type: "event",
  name: "Swept",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterTransferEvent = {
  type: "event",
  name: "Transfer",
  inputs: [
    { name: "caller", type: "address" },
    { indexed: true, name: "sender", type: "address" },
    { indexed: true, name: "receiver", type: "address" },
    { indexed: true, name: "id", type: "uint256" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterWithdrawnEvent = {
  type: "event",
  name: "Withdrawn",
  inputs: [
    { indexed: true, name: "account", type: "address" },
    { indexed: true, name: "token", type: "address" },
    { indexed: true, name: "to", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const royaltySplitterAllowance = {
  inputs: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "id", type: "uint256" },
  ],
  name: "allowance",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterApprove = {
  inputs: [
    { name: "spender", type: "address" },
    { name: "id", type: "uint256" },
    { name: "amount", type: "uint256" },
  ],
  name: "approve",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterAssetRegistry = {
  inputs: [],
  name: "assetRegistry",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterBalanceOf = {
  inputs: [
    { name: "owner", type: "address" },
    { name: "id", type: "uint256" },
  ],
  name: "balanceOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterBookPot = {
  inputs: [
    { name: "id", type: "bytes32" },
    {
      components: [
        { name: "recipe", type: "uint32" },
        { name: "token", type: "address" },
        { name: "payer", type: "address" },
        { name: "referrer", type: "address" },
        { name: "gross", type: "uint128" },
        { name: "referral", type: "uint128" },
        { name: "seller", type: "address" },
        { name: "pot", type: "bytes32" },
      ],
      name: "sale",
      type: "tuple",
    },
    { name: "settleNow", type: "bool" },
  ],
  name: "bookPot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterCancelMigration = {
  inputs: [{ name: "account", type: "address" }],
  name: "cancelMigration",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterClaim = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "account", type: "address" },
  ],
  name: "claim",
  outputs: [{ name: "amount", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterClaimMerkle = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    {
      components: [
        { name: "index", type: "uint256" },
        { name: "account", type: "address" },
        { name: "weight", type: "uint64" },
      ],
      name: "line",
      type: "tuple",
    },
    { name: "proof", type: "bytes32[]" },
  ],
  name: "claimMerkle",
  outputs: [{ name: "amount", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterClaimToWallet = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "account", type: "address" },
  ],
  name: "claimToWallet",
  outputs: [{ name: "amount", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterClaimable = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "account", type: "address" },
  ],
  name: "claimable",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterClaimableMerkle = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    {
      components: [
        { name: "index", type: "uint256" },
        { name: "account", type: "address" },
        { name: "weight", type: "uint64" },
      ],
      name: "line",
      type: "tuple",
    },
  ],
  name: "claimableMerkle",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterClaimableWithPath = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "account", type: "address" },
    { name: "path", type: "uint32[]" },
  ],
  name: "claimableWithPath",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterClaimedOf = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "account", type: "address" },
  ],
  name: "claimedOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterCollect = {
  inputs: [
    {
      components: [
        { name: "recipe", type: "uint32" },
        { name: "token", type: "address" },
        { name: "payer", type: "address" },
        { name: "referrer", type: "address" },
        { name: "gross", type: "uint128" },
        { name: "referral", type: "uint128" },
        { name: "seller", type: "address" },
        { name: "pot", type: "bytes32" },
      ],
      name: "sale",
      type: "tuple",
    },
    { name: "settleNow", type: "bool" },
  ],
  name: "collect",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterCollectWithAuthorization = {
  inputs: [
    {
      components: [
        { name: "recipe", type: "uint32" },
        { name: "token", type: "address" },
        { name: "payer", type: "address" },
        { name: "referrer", type: "address" },
        { name: "gross", type: "uint128" },
        { name: "referral", type: "uint128" },
        { name: "seller", type: "address" },
        { name: "pot", type: "bytes32" },
      ],
      name: "sale",
      type: "tuple",
    },
    { name: "settleNow", type: "bool" },
    { name: "deadline", type: "uint40" },
    { name: "purchaseId", type: "bytes32" },
    { name: "signature", type: "bytes" },
  ],
  name: "collectWithAuthorization",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterCollectWithPermit2 = {
  inputs: [
    {
      components: [
        { name: "recipe", type: "uint32" },
        { name: "token", type: "address" },
        { name: "payer", type: "address" },
        { name: "referrer", type: "address" },
        { name: "gross", type: "uint128" },
        { name: "referral", type: "uint128" },
        { name: "seller", type: "address" },
        { name: "pot", type: "bytes32" },
      ],
      name: "sale",
      type: "tuple",
    },
    { name: "settleNow", type: "bool" },
    { name: "deadline", type: "uint40" },
    { name: "purchaseId", type: "bytes32" },
    { name: "witness", type: "bytes32" },
    { name: "signature", type: "bytes" },
  ],
  name: "collectWithPermit2",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterCompensate = {
  inputs: [
    { name: "token", type: "address" },
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "amount", type: "uint128" },
  ],
  name: "compensate",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterCreditOf = {
  inputs: [
    { name: "account", type: "address" },
    { name: "token", type: "address" },
  ],
  name: "creditOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterEdgesOf = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "edgesOf",
  outputs: [
    {
      components: [
        { name: "parent", type: "uint32" },
        { name: "rate", type: "uint24" },
        { name: "pass", type: "uint24" },
      ],
      name: "",
      type: "tuple[]",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterEip712Domain = {
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

export const royaltySplitterFinishMigration = {
  inputs: [{ name: "account", type: "address" }],
  name: "finishMigration",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterFundPot = {
  inputs: [
    { name: "opener", type: "address" },
    { name: "id", type: "bytes32" },
    { name: "token", type: "address" },
    { name: "amount", type: "uint128" },
  ],
  name: "fundPot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterIsOperator = {
  inputs: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
  ],
  name: "isOperator",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterLedgerOf = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
  ],
  name: "ledgerOf",
  outputs: [
    {
      components: [
        { name: "passed", type: "uint128" },
        { name: "own", type: "uint128" },
        { name: "sales", type: "uint128" },
        { name: "settledSales", type: "uint128" },
        { name: "settledPassed", type: "uint128" },
        { name: "paid", type: "uint128" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterLicenseMarket = {
  inputs: [],
  name: "licenseMarket",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterMerkleClaimedOf = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "index", type: "uint256" },
  ],
  name: "merkleClaimedOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterMigrationOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "migrationOf",
  outputs: [
    { name: "to", type: "address" },
    { name: "readyAt", type: "uint40" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterMovePot = {
  inputs: [
    { name: "from", type: "bytes32" },
    { name: "to", type: "bytes32" },
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
  name: "movePot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterMulticall = {
  inputs: [{ name: "data", type: "bytes[]" }],
  name: "multicall",
  outputs: [{ name: "results", type: "bytes[]" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterNonces = {
  inputs: [{ name: "account", type: "address" }],
  name: "nonces",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterOpenNode = {
  inputs: [
    { name: "recipe", type: "uint32" },
    {
      components: [
        { name: "parent", type: "uint32" },
        { name: "rate", type: "uint24" },
        { name: "pass", type: "uint24" },
      ],
      name: "edges",
      type: "tuple[]",
    },
    {
      components: [
        { name: "account", type: "address" },
        { name: "weight", type: "uint32" },
        { name: "roles", type: "uint8" },
      ],
      name: "payees",
      type: "tuple[]",
    },
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "root", type: "bytes32" },
        { name: "totalWeight", type: "uint64" },
        { name: "token", type: "address" },
        {
          components: [
            { name: "account", type: "address" },
            { name: "token", type: "address" },
            { name: "amount", type: "uint128" },
          ],
          name: "advance",
          type: "tuple",
        },
      ],
      name: "options",
      type: "tuple",
    },
  ],
  name: "openNode",
  outputs: [{ name: "stack", type: "uint24" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterOptionsOf = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "optionsOf",
  outputs: [
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "root", type: "bytes32" },
        { name: "totalWeight", type: "uint64" },
        { name: "token", type: "address" },
        {
          components: [
            { name: "account", type: "address" },
            { name: "token", type: "address" },
            { name: "amount", type: "uint128" },
          ],
          name: "advance",
          type: "tuple",
        },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterPayeeOf = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "account", type: "address" },
  ],
  name: "payeeOf",
  outputs: [
    { name: "weight", type: "uint32" },
    { name: "roles", type: "uint8" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterPotOf = {
  inputs: [
    { name: "opener", type: "address" },
    { name: "id", type: "bytes32" },
    { name: "token", type: "address" },
  ],
  name: "potOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterReceiverOf = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "receiverOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterRecipientOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "recipientOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterRefundPot = {
  inputs: [
    { name: "id", type: "bytes32" },
    {
      components: [
        { name: "recipe", type: "uint32" },
        { name: "token", type: "address" },
        { name: "payer", type: "address" },
        { name: "referrer", type: "address" },
        { name: "gross", type: "uint128" },
        { name: "referral", type: "uint128" },
        { name: "seller", type: "address" },
        { name: "pot", type: "bytes32" },
      ],
      name: "sale",
      type: "tuple",
    },
    { name: "penalty", type: "uint128" },
  ],
  name: "refundPot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterReleasePot = {
  inputs: [
    { name: "id", type: "bytes32" },
    { name: "token", type: "address" },
    { name: "to", type: "address" },
    { name: "amount", type: "uint128" },
  ],
  name: "releasePot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterSetOperator = {
  inputs: [
    { name: "spender", type: "address" },
    { name: "approved", type: "bool" },
  ],
  name: "setOperator",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterSettle = {
  inputs: [
    { name: "recipes", type: "uint32[]" },
    { name: "token", type: "address" },
  ],
  name: "settle",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterSettleUp = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "maxNodes", type: "uint256" },
  ],
  name: "settleUp",
  outputs: [{ name: "settled", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterStackOf = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "stackOf",
  outputs: [{ name: "", type: "uint24" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterStartMigration = {
  inputs: [
    { name: "account", type: "address" },
    { name: "to", type: "address" },
    { name: "deadline", type: "uint256" },
    { name: "accountSignature", type: "bytes" },
    { name: "toSignature", type: "bytes" },
  ],
  name: "startMigration",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterSupportsInterface = {
  inputs: [{ name: "interfaceId", type: "bytes4" }],
  name: "supportsInterface",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterSweep = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
  ],
  name: "sweep",
  outputs: [{ name: "amount", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterTransfer = {
  inputs: [
    { name: "receiver", type: "address" },
    { name: "id", type: "uint256" },
    { name: "amount", type: "uint256" },
  ],
  name: "transfer",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterTransferFrom = {
  inputs: [
    { name: "sender", type: "address" },
    { name: "receiver", type: "address" },
    { name: "id", type: "uint256" },
    { name: "amount", type: "uint256" },
  ],
  name: "transferFrom",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterWithdraw = {
  inputs: [
    { name: "token", type: "address" },
    { name: "account", type: "address" },
  ],
  name: "withdraw",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterWithdrawTo = {
  inputs: [
    { name: "token", type: "address" },
    { name: "account", type: "address" },
    { name: "to", type: "address" },
    { name: "deadline", type: "uint256" },
    { name: "signature", type: "bytes" },
  ],
  name: "withdrawTo",
  outputs: [{ name: "amount", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterAbi = [
  royaltySplitterApprovalEvent,
  royaltySplitterClaimedEvent,
  royaltySplitterCompensatedEvent,
  royaltySplitterEIP712DomainChangedEvent,
  royaltySplitterMerkleClaimedEvent,
  royaltySplitterMigrationCanceledEvent,
  royaltySplitterMigrationStartedEvent,
  royaltySplitterNodeOpenedEvent,
  royaltySplitterOperatorSetEvent,
  royaltySplitterOwnerPaidEvent,
  royaltySplitterPayeeMigratedEvent,
  royaltySplitterPotBookedEvent,
  royaltySplitterPotFundedEvent,
  royaltySplitterPotMovedEvent,
  royaltySplitterPotReleasedEvent,
  royaltySplitterSettledEvent,
  royaltySplitterSweptEvent,
  royaltySplitterTransferEvent,
  royaltySplitterWithdrawnEvent,
  royaltySplitterAllowance,
  royaltySplitterApprove,
  royaltySplitterAssetRegistry,
  royaltySplitterBalanceOf,
  royaltySplitterBookPot,
  royaltySplitterCancelMigration,
  royaltySplitterClaim,
  royaltySplitterClaimMerkle,
  royaltySplitterClaimToWallet,
  royaltySplitterClaimable,
  royaltySplitterClaimableMerkle,
  royaltySplitterClaimableWithPath,
  royaltySplitterClaimedOf,
  royaltySplitterCollect,
  royaltySplitterCollectWithAuthorization,
  royaltySplitterCollectWithPermit2,
  royaltySplitterCompensate,
  royaltySplitterCreditOf,
  royaltySplitterEdgesOf,
  royaltySplitterEip712Domain,
  royaltySplitterFinishMigration,
  royaltySplitterFundPot,
  royaltySplitterIsOperator,
  royaltySplitterLedgerOf,
  royaltySplitterLicenseMarket,
  royaltySplitterMerkleClaimedOf,
  royaltySplitterMigrationOf,
  royaltySplitterMovePot,
  royaltySplitterMulticall,
  royaltySplitterNonces,
  royaltySplitterOpenNode,
  royaltySplitterOptionsOf,
  royaltySplitterPayeeOf,
  royaltySplitterPotOf,
  royaltySplitterReceiverOf,
  royaltySplitterRecipientOf,
  royaltySplitterRefundPot,
  royaltySplitterReleasePot,
  royaltySplitterSetOperator,
  royaltySplitterSettle,
  royaltySplitterSettleUp,
  royaltySplitterStackOf,
  royaltySplitterStartMigration,
  royaltySplitterSupportsInterface,
  royaltySplitterSweep,
  royaltySplitterTransfer,
  royaltySplitterTransferFrom,
  royaltySplitterWithdraw,
  royaltySplitterWithdrawTo,
] as const;
