// Written by scripts/generate from the compiled contracts: npm run generate

export const studioCharterSetEvent = {
  type: "event",
  name: "CharterSet",
  inputs: [
    { indexed: true, name: "version", type: "uint32" },
    { name: "cid", type: "bytes32" },
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

export const studioSetCharter = {
  inputs: [{ name: "cid", type: "bytes32" }],
  name: "setCharter",
  outputs: [{ name: "version", type: "uint32" }],
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
  studioRegistrarSetEvent,
  studioCharterVersion,
  studioContractURI,
  studioCreatedAt,
  studioInitialize,
  studioIsRegistrar,
  studioModuleOf,
  studioName,
  studioPreset,
  studioRegistrar,
  studioSetCharter,
  studioSetRegistrar,
  studioSymbol,
] as const;
