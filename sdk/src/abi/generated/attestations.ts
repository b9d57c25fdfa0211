// Written by scripts/generate from the compiled contracts: npm run generate

export const attestationsAttestationRevokedEvent = {
  type: "event",
  name: "AttestationRevoked",
  inputs: [
    { indexed: true, name: "uid", type: "bytes32" },
    { indexed: true, name: "attester", type: "address" },
  ],
} as const;

export const attestationsAttestedEvent = {
  type: "event",
  name: "Attested",
  inputs: [
    { indexed: true, name: "uid", type: "bytes32" },
    { indexed: true, name: "attester", type: "address" },
    { indexed: true, name: "subject", type: "bytes32" },
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subjectKind", type: "uint8" },
        { name: "subject", type: "bytes32" },
        { name: "outcome", type: "uint8" },
        { name: "agent", type: "bool" },
        { name: "score", type: "uint32" },
        { name: "validUntil", type: "uint40" },
        { name: "evidence", type: "bytes32" },
        { name: "referenceId", type: "bytes32" },
        { name: "text", type: "string" },
        { name: "salt", type: "bytes32" },
        { name: "deadline", type: "uint256" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
} as const;

export const attestationsEIP712DomainChangedEvent = { type: "event", name: "EIP712DomainChanged", inputs: [] } as const;

export const attestationsAttest = {
  inputs: [
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subjectKind", type: "uint8" },
        { name: "subject", type: "bytes32" },
        { name: "outcome", type: "uint8" },
        { name: "agent", type: "bool" },
        { name: "score", type: "uint32" },
        { name: "validUntil", type: "uint40" },
        { name: "evidence", type: "bytes32" },
        { name: "referenceId", type: "bytes32" },
        { name: "text", type: "string" },
        { name: "salt", type: "bytes32" },
        { name: "deadline", type: "uint256" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "attest",
  outputs: [{ name: "uid", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const attestationsAttestBySignature = {
  inputs: [
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subjectKind", type: "uint8" },
        { name: "subject", type: "bytes32" },
        { name: "outcome", type: "uint8" },
        { name: "agent", type: "bool" },
        { name: "score", type: "uint32" },
        { name: "validUntil", type: "uint40" },
        { name: "evidence", type: "bytes32" },
        { name: "referenceId", type: "bytes32" },
        { name: "text", type: "string" },
        { name: "salt", type: "bytes32" },
        { name: "deadline", type: "uint256" },
      ],
      name: "input",
      type: "tuple",
    },
    { name: "attester", type: "address" },
    { name: "signature", type: "bytes" },
  ],
  name: "attestBySignature",
  outputs: [{ name: "uid", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const attestationsEip712Domain = {
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

export const attestationsIsRevoked = {
  inputs: [
    { name: "attester", type: "address" },
    { name: "uid", type: "bytes32" },
  ],
  name: "isRevoked",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const attestationsRevoke = {
  inputs: [{ name: "uid", type: "bytes32" }],
  name: "revoke",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const attestationsRevokeBySignature = {
  inputs: [
    { name: "uid", type: "bytes32" },
    { name: "attester", type: "address" },
    { name: "signature", type: "bytes" },
  ],
  name: "revokeBySignature",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const attestationsUidOf = {
  inputs: [
    {
      components: [
        { name: "kind", type: "uint8" },
        { name: "subjectKind", type: "uint8" },
        { name: "subject", type: "bytes32" },
        { name: "outcome", type: "uint8" },
        { name: "agent", type: "bool" },
        { name: "score", type: "uint32" },
        { name: "validUntil", type: "uint40" },
        { name: "evidence", type: "bytes32" },
        { name: "referenceId", type: "bytes32" },
        { name: "text", type: "string" },
        { name: "salt", type: "bytes32" },
        { name: "deadline", type: "uint256" },
      ],
      name: "input",
      type: "tuple",
    },
    { name: "attester", type: "address" },
  ],
  name: "uidOf",
  outputs: [{ name: "uid", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const attestationsAbi = [
  attestationsAttestationRevokedEvent,
  attestationsAttestedEvent,
  attestationsEIP712DomainChangedEvent,
  attestationsAttest,
  attestationsAttestBySignature,
  attestationsEip712Domain,
  attestationsIsRevoked,
  attestationsRevoke,
  attestationsRevokeBySignature,
  attestationsUidOf,
] as const;
