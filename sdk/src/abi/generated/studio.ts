// Written by scripts/generate from the compiled contracts: npm run generate

export const studioCharterSetEvent = {
  type: "event",
  name: "CharterSet",
  inputs: [
    { indexed: true, name: "version", type: "uint32" },
    { name: "cid", type: "bytes32" },
  ],
} as const;

export const studioElectorateReplacedEvent = {
  type: "event",
  name: "ElectorateReplaced",
  inputs: [
    { indexed: true, name: "oldGovernor", type: "address" },
    { indexed: true, name: "newGovernor", type: "address" },
    { name: "oldReputation", type: "address" },
    { name: "newReputation", type: "address" },
  ],
} as const;

export const studioModuleReplacedEvent = {
  type: "event",
  name: "ModuleReplaced",
  inputs: [
    { indexed: true, name: "module", type: "uint8" },
    { indexed: true, name: "oldModule", type: "address" },
    { indexed: true, name: "newModule", type: "address" },
  ],
} as const;

export const studioRegistrarSetEvent = {
  type: "event",
  name: "RegistrarSet",
  inputs: [
    { indexed: true, name: "oldRegistrar", type: "address" },
    { indexed: true, name: "newRegistrar", type: "address" },
  ],
} as const;

export const studioStudioGraduatedEvent = {
  type: "event",
  name: "StudioGraduated",
  inputs: [{ name: "preset", type: "uint8" }],
} as const;

export const studioCharterVersion = {
  inputs: [],
  name: "charterVersion",
  outputs: [{ name: "", type: "uint32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioContractURI = {
  inputs: [],
  name: "contractURI",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioCreatedAt = {
  inputs: [],
  name: "createdAt",
  outputs: [{ name: "", type: "uint48" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioGraduate = {
  inputs: [
    { name: "newPreset", type: "uint8" },
    { name: "governor", type: "address" },
    { name: "reputation", type: "address" },
    { name: "curation", type: "address" },
  ],
  name: "graduate",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioInitialize = {
  inputs: [{ name: "charter", type: "bytes32" }],
  name: "initialize",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioIsRegistrar = {
  inputs: [{ name: "account", type: "address" }],
  name: "isRegistrar",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioModuleOf = {
  inputs: [{ name: "module", type: "uint8" }],
  name: "moduleOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioName = {
  inputs: [],
  name: "name",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioPreset = {
  inputs: [],
  name: "preset",
  outputs: [{ name: "", type: "uint8" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioRegistrar = {
  inputs: [],
  name: "registrar",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioReplaceElectorate = {
  inputs: [
    { name: "governor", type: "address" },
    { name: "reputation", type: "address" },
  ],
  name: "replaceElectorate",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioSetBoard = {
  inputs: [{ name: "board", type: "address" }],
  name: "setBoard",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioSetCharter = {
  inputs: [{ name: "cid", type: "bytes32" }],
  name: "setCharter",
  outputs: [{ name: "version", type: "uint32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioSetCommissions = {
  inputs: [{ name: "commissions", type: "address" }],
  name: "setCommissions",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioSetCuration = {
  inputs: [{ name: "curation", type: "address" }],
  name: "setCuration",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioSetImpact = {
  inputs: [{ name: "impact", type: "address" }],
  name: "setImpact",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioSetMandates = {
  inputs: [
    { name: "mandates", type: "address" },
    { name: "tokens", type: "address[]" },
  ],
  name: "setMandates",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioSetRegistrar = {
  inputs: [{ name: "newRegistrar", type: "address" }],
  name: "setRegistrar",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioSymbol = {
  inputs: [],
  name: "symbol",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioAbi = [
  studioCharterSetEvent,
  studioElectorateReplacedEvent,
  studioModuleReplacedEvent,
  studioRegistrarSetEvent,
  studioStudioGraduatedEvent,
  studioCharterVersion,
  studioContractURI,
  studioCreatedAt,
  studioGraduate,
  studioInitialize,
  studioIsRegistrar,
  studioModuleOf,
  studioName,
  studioPreset,
  studioRegistrar,
  studioReplaceElectorate,
  studioSetBoard,
  studioSetCharter,
  studioSetCommissions,
  studioSetCuration,
  studioSetImpact,
  studioSetMandates,
  studioSetRegistrar,
  studioSymbol,
] as const;
