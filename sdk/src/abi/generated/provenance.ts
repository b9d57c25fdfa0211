// Written by scripts/generate from the compiled contracts: npm run generate

export const provenanceContestLapsedEvent = {
  type: "event",
  name: "ContestLapsed",
  inputs: [{ indexed: true, name: "contestId", type: "uint256" }],
} as const;

export const provenanceContestRuledEvent = {
  type: "event",
  name: "ContestRuled",
  inputs: [
    { indexed: true, name: "contestId", type: "uint256" },
    { indexed: true, name: "judge", type: "address" },
    { name: "finding", type: "uint8" },
    { name: "to", type: "address" },
  ],
} as const;

export const provenanceContestTermsSetEvent = {
  type: "event",
  name: "ContestTermsSet",
  inputs: [
    { indexed: true, name: "timelock", type: "address" },
    { name: "token", type: "address" },
    { name: "bond", type: "uint96" },
  ],
} as const;

export const provenanceCopyProvedEvent = {
  type: "event",
  name: "CopyProved",
  inputs: [
    { indexed: true, name: "copy", type: "uint256" },
    { indexed: true, name: "earliest", type: "uint256" },
    { indexed: true, name: "contentHash", type: "bytes32" },
  ],
} as const;

export const provenanceEarliestProvedEvent = {
  type: "event",
  name: "EarliestProved",
  inputs: [
    { indexed: true, name: "contentHash", type: "bytes32" },
    { indexed: true, name: "assetId", type: "uint256" },
    { indexed: true, name: "former", type: "uint256" },
    { name: "committedAt", type: "uint40" },
  ],
} as const;

export const provenanceLeavesPublishedEvent = {
  type: "event",
  name: "LeavesPublished",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "first", type: "uint24" },
    { name: "leaves", type: "bytes32[]" },
  ],
} as const;

export const provenanceLineageContestedEvent = {
  type: "event",
  name: "LineageContested",
  inputs: [
    { indexed: true, name: "contestId", type: "uint256" },
    { indexed: true, name: "recipeId", type: "bytes32" },
    { indexed: true, name: "claimant", type: "address" },
    { name: "recipe", type: "uint32" },
    { name: "parent", type: "uint256" },
    { name: "evidence", type: "bytes32" },
    { name: "token", type: "address" },
    { name: "bond", type: "uint96" },
    { name: "deadline", type: "uint40" },
  ],
} as const;

export const provenanceContestCount = {
  inputs: [],
  name: "contestCount",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const provenanceContestLineage = {
  inputs: [
    { name: "recipeId", type: "bytes32" },
    { name: "parent", type: "uint256" },
    { name: "evidence", type: "bytes32" },
    { name: "token", type: "address" },
    { name: "bond", type: "uint96" },
  ],
  name: "contestLineage",
  outputs: [{ name: "contestId", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const provenanceContestOf = {
  inputs: [{ name: "contestId", type: "uint256" }],
  name: "contestOf",
  outputs: [
    {
      components: [
        { name: "claimant", type: "address" },
        { name: "deadline", type: "uint40" },
        { name: "finding", type: "uint8" },
        { name: "closed", type: "bool" },
        { name: "token", type: "address" },
        { name: "bond", type: "uint96" },
        { name: "recipeId", type: "bytes32" },
        { name: "parent", type: "uint256" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const provenanceContestTermsOf = {
  inputs: [{ name: "timelock", type: "address" }],
  name: "contestTermsOf",
  outputs: [
    { name: "token", type: "address" },
    { name: "bond", type: "uint96" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const provenanceEarliestOf = {
  inputs: [{ name: "contentHash", type: "bytes32" }],
  name: "earliestOf",
  outputs: [
    { name: "assetId", type: "uint256" },
    { name: "committedAt", type: "uint40" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const provenanceJudgeOf = {
  inputs: [{ name: "recipeId", type: "bytes32" }],
  name: "judgeOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const provenanceLapseContest = {
  inputs: [{ name: "contestId", type: "uint256" }],
  name: "lapseContest",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const provenanceOpenContestOf = {
  inputs: [
    { name: "recipeId", type: "bytes32" },
    { name: "parent", type: "uint256" },
    { name: "claimant", type: "address" },
  ],
  name: "openContestOf",
  outputs: [{ name: "contestId", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const provenanceProveContent = {
  inputs: [
    { name: "assetId", type: "uint256" },
    {
      components: [
        { name: "contentHash", type: "bytes32" },
        { name: "c2paHash", type: "bytes32" },
        { name: "recipeCommitment", type: "bytes32" },
        { name: "createdAt", type: "uint64" },
        { name: "perceptualHash", type: "bytes32" },
        { name: "machineScore", type: "uint32" },
        { name: "reportHash", type: "bytes32" },
      ],
      name: "leaf",
      type: "tuple",
    },
    { name: "proof", type: "bytes32[]" },
  ],
  name: "proveContent",
  outputs: [{ name: "earliest", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const provenancePublishLeaves = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "first", type: "uint24" },
    { name: "leaves", type: "bytes32[]" },
    { name: "subtreeProof", type: "bytes32[]" },
  ],
  name: "publishLeaves",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const provenanceRuleContest = {
  inputs: [
    { name: "contestId", type: "uint256" },
    { name: "finding", type: "uint8" },
  ],
  name: "ruleContest",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const provenanceSetContestTerms = {
  inputs: [
    { name: "token", type: "address" },
    { name: "bond", type: "uint96" },
  ],
  name: "setContestTerms",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const provenanceWithdrawBond = {
  inputs: [
    { name: "token", type: "address" },
    { name: "amount", type: "uint128" },
  ],
  name: "withdrawBond",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const provenanceAbi = [
  provenanceContestLapsedEvent,
  provenanceContestRuledEvent,
  provenanceContestTermsSetEvent,
  provenanceCopyProvedEvent,
  provenanceEarliestProvedEvent,
  provenanceLeavesPublishedEvent,
  provenanceLineageContestedEvent,
  provenanceContestCount,
  provenanceContestLineage,
  provenanceContestOf,
  provenanceContestTermsOf,
  provenanceEarliestOf,
  provenanceJudgeOf,
  provenanceLapseContest,
  provenanceOpenContestOf,
  provenanceProveContent,
  provenancePublishLeaves,
  provenanceRuleContest,
  provenanceSetContestTerms,
  provenanceWithdrawBond,
] as const;
