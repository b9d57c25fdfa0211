// Written by scripts/generate from the compiled contracts: npm run generate

export const curationAuditClosedEvent = {
  type: "event",
  name: "AuditClosed",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "relayer", type: "address" },
    { name: "charterVersion", type: "uint32" },
    { name: "weight", type: "uint16" },
    { name: "humanBallots", type: "uint8" },
    { name: "covered", type: "uint256" },
    { name: "bad", type: "uint256" },
    { name: "status", type: "uint8" },
    { name: "releasableAt", type: "uint40" },
    { name: "ballots", type: "bytes" },
  ],
} as const;

export const curationAuditOpenedEvent = {
  type: "event",
  name: "AuditOpened",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "producer", type: "address" },
    { name: "seedBlock", type: "uint40" },
    { name: "plan", type: "uint8" },
  ],
} as const;

export const curationCuratorRegisteredEvent = {
  type: "event",
  name: "CuratorRegistered",
  inputs: [
    { indexed: true, name: "index", type: "uint16" },
    { indexed: true, name: "account", type: "address" },
    { indexed: true, name: "key", type: "address" },
    { name: "agent", type: "bool" },
    { name: "tier", type: "uint8" },
  ],
} as const;

export const curationEIP712DomainChangedEvent = { type: "event", name: "EIP712DomainChanged", inputs: [] } as const;

export const curationLotSelfCertifiedEvent = {
  type: "event",
  name: "LotSelfCertified",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { indexed: true, name: "by", type: "address" },
  ],
} as const;

export const curationProducerAdmittedEvent = {
  type: "event",
  name: "ProducerAdmitted",
  inputs: [
    { indexed: true, name: "producer", type: "address" },
    { name: "quota", type: "uint32" },
  ],
} as const;

export const curationSeedDrawnEvent = {
  type: "event",
  name: "SeedDrawn",
  inputs: [
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "seed", type: "bytes16" },
    { name: "ballotDeadline", type: "uint40" },
    { name: "expectedWeight", type: "uint16" },
  ],
} as const;

export const curationAdmitLot = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "producer", type: "address" },
    { name: "count", type: "uint32" },
  ],
  name: "admitLot",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationAdmitProducer = {
  inputs: [
    { name: "account", type: "address" },
    { name: "quota", type: "uint32" },
  ],
  name: "admitProducer",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationAuditOf = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "auditOf",
  outputs: [
    {
      components: [
        { name: "seed", type: "bytes16" },
        { name: "clock", type: "uint40" },
        { name: "expectedWeight", type: "uint16" },
        { name: "weight", type: "uint16" },
        { name: "plan", type: "uint8" },
        { name: "blockedWords", type: "uint8" },
        { name: "humanBallots", type: "uint8" },
        { name: "inbox", type: "uint8" },
        { name: "widening", type: "uint8" },
        { name: "electorate", type: "uint16" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationCloseAudit = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "charterVersion", type: "uint32" },
    { name: "ballots", type: "bytes" },
    { name: "previousWords", type: "uint16[]" },
  ],
  name: "closeAudit",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationCuratorOf = {
  inputs: [{ name: "index", type: "uint16" }],
  name: "curatorOf",
  outputs: [
    {
      components: [
        { name: "key", type: "address" },
        { name: "tier", type: "uint8" },
        { name: "since", type: "uint40" },
        { name: "share", type: "uint32" },
        { name: "flags", type: "uint16" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationDrawSeed = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "header", type: "bytes" },
    { name: "salt", type: "bytes32" },
  ],
  name: "drawSeed",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationEip712Domain = {
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

export const curationElectorate = {
  inputs: [],
  name: "electorate",
  outputs: [
    { name: "curators", type: "uint16" },
    { name: "weight", type: "uint16" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationHashBallot = {
  inputs: [
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subject", type: "uint256" },
        { name: "seed", type: "bytes16" },
        { name: "charterVersion", type: "uint32" },
        { name: "firstWord", type: "uint16" },
        { name: "words", type: "uint256[]" },
      ],
      name: "ballot",
      type: "tuple",
    },
  ],
  name: "hashBallot",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationHashCuratorKey = {
  inputs: [
    { name: "account", type: "address" },
    { name: "key", type: "address" },
  ],
  name: "hashCuratorKey",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationIndexOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "indexOf",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationIndexOfKey = {
  inputs: [{ name: "key", type: "address" }],
  name: "indexOfKey",
  outputs: [{ name: "", type: "uint16" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationIsExpired = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "isExpired",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationLanePosition = {
  inputs: [
    { name: "seed", type: "bytes16" },
    { name: "lane", type: "uint8" },
    { name: "count", type: "uint32" },
  ],
  name: "lanePosition",
  outputs: [{ name: "", type: "uint24" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const curationPlanOf = {
  inputs: [{ name: "plan", type: "uint8" }],
  name: "planOf",
  outputs: [
    { name: "sampleSize", type: "uint16" },
    { name: "acceptance", type: "uint16" },
  ],
  stateMutability: "pure",
  type: "function",
} as const;

export const curationProducerOf = {
  inputs: [{ name: "account", type: "address" }],
  name: "producerOf",
  outputs: [
    {
      components: [
        { name: "quota", type: "uint32" },
        { name: "used", type: "uint32" },
        { name: "day", type: "uint32" },
        { name: "level", type: "uint8" },
        { name: "accepted", type: "uint8" },
        { name: "rejected", type: "uint8" },
        { name: "reserved", type: "uint128" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const curationRegisterCurator = {
  inputs: [
    { name: "key", type: "address" },
    { name: "keySignature", type: "bytes" },
  ],
  name: "registerCurator",
  outputs: [{ name: "index", type: "uint16" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationSampleOf = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "sampleOf",
  outputs: [{ name: "positions", type: "uint24[]" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationSelfCertify = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "words", type: "uint16[]" },
    { name: "masks", type: "uint256[]" },
  ],
  name: "selfCertify",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const curationStudio = {
  inputs: [],
  name: "studio",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const curationAbi = [
  curationAuditClosedEvent,
  curationAuditOpenedEvent,
  curationCuratorRegisteredEvent,
  curationEIP712DomainChangedEvent,
  curationLotSelfCertifiedEvent,
  curationProducerAdmittedEvent,
  curationSeedDrawnEvent,
  curationAdmitLot,
  curationAdmitProducer,
  curationAuditOf,
  curationCloseAudit,
  curationCuratorOf,
  curationDrawSeed,
  curationEip712Domain,
  curationElectorate,
  curationHashBallot,
  curationHashCuratorKey,
  curationIndexOf,
  curationIndexOfKey,
  curationIsExpired,
  curationLanePosition,
  curationPlanOf,
  curationProducerOf,
  curationRegisterCurator,
  curationSampleOf,
  curationSelfCertify,
  curationStudio,
] as const;
