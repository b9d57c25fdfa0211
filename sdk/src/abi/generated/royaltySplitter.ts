// Written by scripts/generate from the compiled contracts: npm run generate

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

export const royaltySplitterAssetRegistry = {
  inputs: [],
  name: "assetRegistry",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
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
      name: "edges",
      type: "tuple[]",
    },
  ],
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

export const royaltySplitterStackOf = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "stackOf",
  outputs: [{ name: "", type: "uint24" }],
  stateMutability: "view",
  type: "function",
} as const;

export const royaltySplitterWithdraw = {
  inputs: [
    { name: "token", type: "address" },
    { name: "account", type: "address" },
  ],
  name: "withdraw",
  outputs: [{ name: "amount", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const royaltySplitterAbi = [
  royaltySplitterClaimedEvent,
  royaltySplitterNodeOpenedEvent,
  royaltySplitterSettledEvent,
  royaltySplitterWithdrawnEvent,
  royaltySplitterAssetRegistry,
  royaltySplitterClaim,
  royaltySplitterClaimToWallet,
  royaltySplitterClaimable,
  royaltySplitterClaimedOf,
  royaltySplitterCollect,
  royaltySplitterCollectWithAuthorization,
  royaltySplitterCreditOf,
  royaltySplitterEdgesOf,
  royaltySplitterLedgerOf,
  royaltySplitterLicenseMarket,
  royaltySplitterOpenNode,
  royaltySplitterPayeeOf,
  royaltySplitterSettle,
  royaltySplitterStackOf,
  royaltySplitterWithdraw,
] as const;
