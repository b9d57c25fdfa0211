// Written by scripts/generate from the compiled contracts: npm run generate

export const licensesLicenseRecordedEvent = {
  type: "event",
  name: "LicenseRecorded",
  inputs: [
    { indexed: true, name: "licenseId", type: "bytes32" },
    { indexed: true, name: "assetId", type: "uint256" },
    { indexed: true, name: "holder", type: "address" },
    { name: "usages", type: "uint8" },
    { name: "rate", type: "uint24" },
    { name: "expiry", type: "uint40" },
  ],
} as const;

export const licensesLicenseUsedEvent = {
  type: "event",
  name: "LicenseUsed",
  inputs: [
    { indexed: true, name: "licenseId", type: "bytes32" },
    { indexed: true, name: "recipe", type: "uint32" },
  ],
} as const;

export const licensesAssetRegistry = {
  inputs: [],
  name: "assetRegistry",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesGrantPlain = {
  inputs: [
    { name: "assetId", type: "uint256" },
    { name: "licensee", type: "address" },
    { name: "usages", type: "uint8" },
    { name: "duration", type: "uint40" },
  ],
  name: "grantPlain",
  outputs: [{ name: "slot", type: "uint256" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesGrantRecord = {
  inputs: [
    {
      components: [
        { name: "licenseId", type: "bytes32" },
        { name: "offerId", type: "bytes32" },
        { name: "assetId", type: "uint256" },
        { name: "holder", type: "address" },
        { name: "expiry", type: "uint40" },
        { name: "rate", type: "uint24" },
        { name: "usages", type: "uint8" },
        { name: "price", type: "uint96" },
        { name: "seats", type: "uint32" },
      ],
      name: "grant",
      type: "tuple",
    },
  ],
  name: "grantRecord",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesHasLicense = {
  inputs: [
    { name: "account", type: "address" },
    { name: "assetId", type: "uint256" },
    { name: "usage", type: "uint8" },
  ],
  name: "hasLicense",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesHoldsLicense = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "account", type: "address" },
    { name: "assetId", type: "uint256" },
    { name: "usage", type: "uint8" },
  ],
  name: "holdsLicense",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesLicenseMarket = {
  inputs: [],
  name: "licenseMarket",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesPlainLicenseOf = {
  inputs: [
    { name: "account", type: "address" },
    { name: "assetId", type: "uint256" },
  ],
  name: "plainLicenseOf",
  outputs: [
    { name: "personal", type: "uint40" },
    { name: "commercial", type: "uint40" },
    { name: "advertising", type: "uint40" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesRecordOf = {
  inputs: [{ name: "licenseId", type: "bytes32" }],
  name: "recordOf",
  outputs: [
    {
      components: [
        { name: "holder", type: "address" },
        { name: "expiry", type: "uint40" },
        { name: "rate", type: "uint24" },
        { name: "usages", type: "uint8" },
        { name: "status", type: "uint8" },
        { name: "assetId", type: "uint256" },
        { name: "usedBy", type: "uint32" },
        { name: "boughtAt", type: "uint40" },
        { name: "price", type: "uint96" },
        { name: "seats", type: "uint32" },
        { name: "offerId", type: "bytes32" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesSoldOf = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "soldOf",
  outputs: [
    { name: "sold", type: "bool" },
    { name: "exclusive", type: "bool" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesUseLicense = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "holder", type: "address" },
    { name: "parentAsset", type: "uint256" },
    { name: "usage", type: "uint8" },
    { name: "recipe", type: "uint32" },
  ],
  name: "useLicense",
  outputs: [
    { name: "rate", type: "uint24" },
    { name: "expiry", type: "uint40" },
  ],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesAbi = [
  licensesLicenseRecordedEvent,
  licensesLicenseUsedEvent,
  licensesAssetRegistry,
  licensesGrantPlain,
  licensesGrantRecord,
  licensesHasLicense,
  licensesHoldsLicense,
  licensesLicenseMarket,
  licensesPlainLicenseOf,
  licensesRecordOf,
  licensesSoldOf,
  licensesUseLicense,
] as const;
