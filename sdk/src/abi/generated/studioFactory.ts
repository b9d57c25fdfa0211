// Written by scripts/generate from the compiled contracts: npm run generate

export const studioFactoryStudioCreatedEvent = {
  type: "event",
  name: "StudioCreated",
  inputs: [
    { indexed: true, name: "studio", type: "address" },
    { indexed: true, name: "timelock", type: "address" },
    { indexed: true, name: "creator", type: "address" },
    {
      components: [
        { name: "name", type: "string" },
        { name: "symbol", type: "string" },
        { name: "preset", type: "uint8" },
        { name: "clockMode", type: "uint8" },
        { name: "secondsPerTick", type: "uint32" },
        { name: "registrar", type: "address" },
        { name: "founders", type: "address[]" },
        { name: "seats", type: "address[]" },
        { name: "charter", type: "bytes32" },
        { name: "salt", type: "bytes32" },
      ],
      name: "config",
      type: "tuple",
    },
    { name: "governor", type: "address" },
    { name: "reputation", type: "address" },
    { name: "curation", type: "address" },
    { name: "board", type: "address" },
    { name: "mandates", type: "address" },
    { name: "commissions", type: "address" },
  ],
} as const;

export const studioFactorySuccessorsCreatedEvent = {
  type: "event",
  name: "SuccessorsCreated",
  inputs: [
    { indexed: true, name: "studio", type: "address" },
    { indexed: true, name: "creator", type: "address" },
    {
      components: [
        { name: "preset", type: "uint8" },
        { name: "clockMode", type: "uint8" },
        { name: "secondsPerTick", type: "uint32" },
        { name: "electorate", type: "bool" },
        { name: "curation", type: "bool" },
        { name: "board", type: "bool" },
        { name: "mandates", type: "bool" },
        { name: "commissions", type: "bool" },
        { name: "impact", type: "bool" },
        { name: "founders", type: "address[]" },
        { name: "seats", type: "address[]" },
        { name: "root", type: "bytes32" },
        { name: "total", type: "uint256" },
        { name: "evidence", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
    {
      components: [
        { name: "governor", type: "address" },
        { name: "reputation", type: "address" },
        { name: "curation", type: "address" },
        { name: "board", type: "address" },
        { name: "mandates", type: "address" },
        { name: "commissions", type: "address" },
        { name: "impact", type: "address" },
      ],
      name: "successors",
      type: "tuple",
    },
  ],
} as const;

export const studioFactoryCreateStudio = {
  inputs: [
    {
      components: [
        { name: "name", type: "string" },
        { name: "symbol", type: "string" },
        { name: "preset", type: "uint8" },
        { name: "clockMode", type: "uint8" },
        { name: "secondsPerTick", type: "uint32" },
        { name: "registrar", type: "address" },
        { name: "founders", type: "address[]" },
        { name: "seats", type: "address[]" },
        { name: "charter", type: "bytes32" },
        { name: "salt", type: "bytes32" },
      ],
      name: "config",
      type: "tuple",
    },
  ],
  name: "createStudio",
  outputs: [{ name: "studio", type: "address" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioFactoryCreateSuccessors = {
  inputs: [
    { name: "studio", type: "address" },
    {
      components: [
        { name: "preset", type: "uint8" },
        { name: "clockMode", type: "uint8" },
        { name: "secondsPerTick", type: "uint32" },
        { name: "electorate", type: "bool" },
        { name: "curation", type: "bool" },
        { name: "board", type: "bool" },
        { name: "mandates", type: "bool" },
        { name: "commissions", type: "bool" },
        { name: "impact", type: "bool" },
        { name: "founders", type: "address[]" },
        { name: "seats", type: "address[]" },
        { name: "root", type: "bytes32" },
        { name: "total", type: "uint256" },
        { name: "evidence", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "createSuccessors",
  outputs: [
    {
      components: [
        { name: "governor", type: "address" },
        { name: "reputation", type: "address" },
        { name: "curation", type: "address" },
        { name: "board", type: "address" },
        { name: "mandates", type: "address" },
        { name: "commissions", type: "address" },
        { name: "impact", type: "address" },
      ],
      name: "successors",
      type: "tuple",
    },
  ],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioFactoryPredict = {
  inputs: [
    {
      components: [
        { name: "name", type: "string" },
        { name: "symbol", type: "string" },
        { name: "preset", type: "uint8" },
        { name: "clockMode", type: "uint8" },
        { name: "secondsPerTick", type: "uint32" },
        { name: "registrar", type: "address" },
        { name: "founders", type: "address[]" },
        { name: "seats", type: "address[]" },
        { name: "charter", type: "bytes32" },
        { name: "salt", type: "bytes32" },
      ],
      name: "config",
      type: "tuple",
    },
    { name: "creator", type: "address" },
    { name: "created", type: "uint48" },
  ],
  name: "predict",
  outputs: [
    {
      components: [
        { name: "studio", type: "address" },
        { name: "timelock", type: "address" },
        { name: "governor", type: "address" },
        { name: "reputation", type: "address" },
        { name: "curation", type: "address" },
        { name: "board", type: "address" },
        { name: "mandates", type: "address" },
        { name: "commissions", type: "address" },
      ],
      name: "clones",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const studioFactorySettingsOf = {
  inputs: [{ name: "preset", type: "uint8" }],
  name: "settingsOf",
  outputs: [
    {
      components: [
        { name: "minFounders", type: "uint8" },
        { name: "maxFounders", type: "uint8" },
        { name: "votingDelay", type: "uint32" },
        { name: "votingPeriod", type: "uint32" },
        { name: "lateQuorumExtension", type: "uint32" },
        { name: "timelockDelay", type: "uint32" },
        { name: "quorumNumerator", type: "uint8" },
        { name: "voteCap", type: "uint24" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "pure",
  type: "function",
} as const;

export const studioFactoryAbi = [
  studioFactoryStudioCreatedEvent,
  studioFactorySuccessorsCreatedEvent,
  studioFactoryCreateStudio,
  studioFactoryCreateSuccessors,
  studioFactoryPredict,
  studioFactorySettingsOf,
] as const;
