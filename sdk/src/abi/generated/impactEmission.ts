// Written by scripts/generate from the compiled contracts: npm run generate

export const impactEmissionImpactClaimedEvent = {
  type: "event",
  name: "ImpactClaimed",
  inputs: [
    { indexed: true, name: "epoch", type: "uint32" },
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "account", type: "address" },
    { name: "raw", type: "uint256" },
  ],
} as const;

export const impactEmissionImpactEpochClosedEvent = {
  type: "event",
  name: "ImpactEpochClosed",
  inputs: [
    { indexed: true, name: "epoch", type: "uint32" },
    { name: "points", type: "uint256" },
    { name: "pool", type: "uint256" },
  ],
} as const;

export const impactEmissionImpactMarkedEvent = {
  type: "event",
  name: "ImpactMarked",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "version", type: "uint32" },
    { name: "reached", type: "uint256" },
  ],
} as const;

export const impactEmissionImpactMeasuredEvent = {
  type: "event",
  name: "ImpactMeasured",
  inputs: [
    { indexed: true, name: "epoch", type: "uint32" },
    { indexed: true, name: "recipe", type: "uint32" },
    { name: "amount", type: "uint256" },
    { name: "points", type: "uint256" },
  ],
} as const;

export const impactEmissionImpactTermsSetEvent = {
  type: "event",
  name: "ImpactTermsSet",
  inputs: [
    { indexed: true, name: "version", type: "uint32" },
    { name: "from", type: "uint32" },
    { indexed: true, name: "token", type: "address" },
    { name: "unitsPerRep", type: "uint128" },
    { name: "share", type: "uint24" },
  ],
} as const;

export const impactEmissionClaim = {
  inputs: [
    { name: "epoch", type: "uint32" },
    { name: "recipe", type: "uint32" },
    { name: "account", type: "address" },
  ],
  name: "claim",
  outputs: [{ name: "raw", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const impactEmissionClaimable = {
  inputs: [
    { name: "epoch", type: "uint32" },
    { name: "recipe", type: "uint32" },
    { name: "account", type: "address" },
  ],
  name: "claimable",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const impactEmissionCloseEpoch = {
  inputs: [{ name: "epoch", type: "uint32" }],
  name: "closeEpoch",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const impactEmissionEpochNow = {
  inputs: [],
  name: "epochNow",
  outputs: [{ name: "", type: "uint32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const impactEmissionEpochOf = {
  inputs: [{ name: "epoch", type: "uint32" }],
  name: "epochOf",
  outputs: [
    {
      components: [
        { name: "points", type: "uint128" },
        { name: "share", type: "uint24" },
        { name: "pool", type: "uint128" },
        { name: "closedAt", type: "uint48" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const impactEmissionFlowOf = {
  inputs: [
    { name: "epoch", type: "uint32" },
    { name: "recipe", type: "uint32" },
  ],
  name: "flowOf",
  outputs: [
    {
      components: [
        { name: "amount", type: "uint128" },
        { name: "points", type: "uint128" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const impactEmissionMarkOf = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "markOf",
  outputs: [
    { name: "reached", type: "uint128" },
    { name: "version", type: "uint32" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const impactEmissionMeasure = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "measure",
  outputs: [{ name: "points", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const impactEmissionSetTerms = {
  inputs: [
    { name: "token", type: "address" },
    { name: "unitsPerRep", type: "uint128" },
    { name: "share", type: "uint24" },
  ],
  name: "setTerms",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const impactEmissionStudio = {
  inputs: [],
  name: "studio",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const impactEmissionTermsOf = {
  inputs: [{ name: "epoch", type: "uint32" }],
  name: "termsOf",
  outputs: [
    {
      components: [
        { name: "token", type: "address" },
        { name: "share", type: "uint24" },
        { name: "version", type: "uint32" },
        { name: "from", type: "uint32" },
        { name: "unitsPerRep", type: "uint128" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const impactEmissionAbi = [
  impactEmissionImpactClaimedEvent,
  impactEmissionImpactEpochClosedEvent,
  impactEmissionImpactMarkedEvent,
  impactEmissionImpactMeasuredEvent,
  impactEmissionImpactTermsSetEvent,
  impactEmissionClaim,
  impactEmissionClaimable,
  impactEmissionCloseEpoch,
  impactEmissionEpochNow,
  impactEmissionEpochOf,
  impactEmissionFlowOf,
  impactEmissionMarkOf,
  impactEmissionMeasure,
  impactEmissionSetTerms,
  impactEmissionStudio,
  impactEmissionTermsOf,
] as const;
