// Written by scripts/generate from the compiled contracts: npm run generate

export const licensesApprovalEvent = {
  type: "event",
  name: "Approval",
  inputs: [
    { indexed: true, name: "owner", type: "address" },
    { indexed: true, name: "approved", type: "address" },
    { indexed: true, name: "tokenId", type: "uint256" },
  ],
} as const;

export const licensesApprovalForAllEvent = {
  type: "event",
  name: "ApprovalForAll",
  inputs: [
    { indexed: true, name: "owner", type: "address" },
    { indexed: true, name: "operator", type: "address" },
    { name: "approved", type: "bool" },
  ],
} as const;

export const licensesBatchMetadataUpdateEvent = {
  type: "event",
  name: "BatchMetadataUpdate",
  inputs: [
    { name: "_fromTokenId", type: "uint256" },
    { name: "_toTokenId", type: "uint256" },
  ],
} as const;

export const licensesBreachProvedEvent = {
  type: "event",
  name: "BreachProved",
  inputs: [
    { indexed: true, name: "licenseId", type: "bytes32" },
    { indexed: true, name: "copy", type: "uint256" },
  ],
} as const;

export const licensesExclusiveReleasedEvent = {
  type: "event",
  name: "ExclusiveReleased",
  inputs: [{ indexed: true, name: "assetId", type: "uint256" }],
} as const;

export const licensesLicenseEndedEvent = {
  type: "event",
  name: "LicenseEnded",
  inputs: [
    { indexed: true, name: "licenseId", type: "bytes32" },
    { name: "status", type: "uint8" },
  ],
} as const;

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
    { name: "seats", type: "uint32" },
  ],
} as const;

export const licensesLicenseRenewedEvent = {
  type: "event",
  name: "LicenseRenewed",
  inputs: [
    { indexed: true, name: "licenseId", type: "bytes32" },
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

export const licensesMetadataUpdateEvent = {
  type: "event",
  name: "MetadataUpdate",
  inputs: [{ name: "_tokenId", type: "uint256" }],
} as const;

export const licensesSeatAssignedEvent = {
  type: "event",
  name: "SeatAssigned",
  inputs: [
    { indexed: true, name: "licenseId", type: "bytes32" },
    { indexed: true, name: "seat", type: "uint32" },
    { indexed: true, name: "account", type: "address" },
    { name: "previous", type: "address" },
  ],
} as const;

export const licensesTransferEvent = {
  type: "event",
  name: "Transfer",
  inputs: [
    { indexed: true, name: "from", type: "address" },
    { indexed: true, name: "to", type: "address" },
    { indexed: true, name: "tokenId", type: "uint256" },
  ],
} as const;

export const licensesApprove = {
  inputs: [
    { name: "to", type: "address" },
    { name: "tokenId", type: "uint256" },
  ],
  name: "approve",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesAssetRegistry = {
  inputs: [],
  name: "assetRegistry",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesAssignSeat = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "seat", type: "uint32" },
    { name: "account", type: "address" },
  ],
  name: "assignSeat",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesBalanceOf = {
  inputs: [{ name: "owner", type: "address" }],
  name: "balanceOf",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesCloseRefund = {
  inputs: [{ name: "licenseId", type: "bytes32" }],
  name: "closeRefund",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesContentHashOf = {
  inputs: [{ name: "licenseId", type: "bytes32" }],
  name: "contentHashOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesContractURI = {
  inputs: [],
  name: "contractURI",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesEndRecord = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "status", type: "uint8" },
  ],
  name: "endRecord",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesExclusiveOf = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "exclusiveOf",
  outputs: [{ name: "licenseId", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesExclusivesIn = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "exclusivesIn",
  outputs: [
    { name: "until", type: "uint40" },
    { name: "open", type: "uint32" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesGetApproved = {
  inputs: [{ name: "tokenId", type: "uint256" }],
  name: "getApproved",
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
        { name: "transferable", type: "bool" },
        { name: "exclusive", type: "bool" },
        { name: "revocable", type: "bool" },
        { name: "refundable", type: "bool" },
        { name: "contentHash", type: "bytes32" },
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

export const licensesIsApprovedForAll = {
  inputs: [
    { name: "owner", type: "address" },
    { name: "operator", type: "address" },
  ],
  name: "isApprovedForAll",
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

export const licensesName = {
  inputs: [],
  name: "name",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesOwnerOf = {
  inputs: [{ name: "tokenId", type: "uint256" }],
  name: "ownerOf",
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

export const licensesProveBreach = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "copy", type: "uint256" },
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
  name: "proveBreach",
  outputs: [],
  stateMutability: "nonpayable",
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
        { name: "transferable", type: "bool" },
        { name: "exclusive", type: "bool" },
        { name: "revocable", type: "bool" },
        { name: "transferred", type: "bool" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesReleaseExclusive = {
  inputs: [{ name: "assetId", type: "uint256" }],
  name: "releaseExclusive",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesRenderer = {
  inputs: [],
  name: "renderer",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesRenewRecord = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "duration", type: "uint40" },
  ],
  name: "renewRecord",
  outputs: [{ name: "expiry", type: "uint40" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesSafeTransferFromAddressAddressUint256 = {
  inputs: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "tokenId", type: "uint256" },
  ],
  name: "safeTransferFrom",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesSafeTransferFromAddressAddressUint256Bytes = {
  inputs: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "tokenId", type: "uint256" },
    { name: "data", type: "bytes" },
  ],
  name: "safeTransferFrom",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licensesSeatOf = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "seat", type: "uint32" },
  ],
  name: "seatOf",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesSetApprovalForAll = {
  inputs: [
    { name: "operator", type: "address" },
    { name: "approved", type: "bool" },
  ],
  name: "setApprovalForAll",
  outputs: [],
  stateMutability: "nonpayable",
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

export const licensesSupportsInterface = {
  inputs: [{ name: "interfaceId", type: "bytes4" }],
  name: "supportsInterface",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesSymbol = {
  inputs: [],
  name: "symbol",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesTokenURI = {
  inputs: [{ name: "tokenId", type: "uint256" }],
  name: "tokenURI",
  outputs: [{ name: "", type: "string" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licensesTransferFrom = {
  inputs: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "tokenId", type: "uint256" },
  ],
  name: "transferFrom",
  outputs: [],
  stateMutability: "nonpayable",
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
  licensesApprovalEvent,
  licensesApprovalForAllEvent,
  licensesBatchMetadataUpdateEvent,
  licensesBreachProvedEvent,
  licensesExclusiveReleasedEvent,
  licensesLicenseEndedEvent,
  licensesLicenseRecordedEvent,
  licensesLicenseRenewedEvent,
  licensesLicenseUsedEvent,
  licensesMetadataUpdateEvent,
  licensesSeatAssignedEvent,
  licensesTransferEvent,
  licensesApprove,
  licensesAssetRegistry,
  licensesAssignSeat,
  licensesBalanceOf,
  licensesCloseRefund,
  licensesContentHashOf,
  licensesContractURI,
  licensesEndRecord,
  licensesExclusiveOf,
  licensesExclusivesIn,
  licensesGetApproved,
  licensesGrantPlain,
  licensesGrantRecord,
  licensesHasLicense,
  licensesHoldsLicense,
  licensesIsApprovedForAll,
  licensesLicenseMarket,
  licensesName,
  licensesOwnerOf,
  licensesPlainLicenseOf,
  licensesProveBreach,
  licensesRecordOf,
  licensesReleaseExclusive,
  licensesRenderer,
  licensesRenewRecord,
  licensesSafeTransferFromAddressAddressUint256,
  licensesSafeTransferFromAddressAddressUint256Bytes,
  licensesSeatOf,
  licensesSetApprovalForAll,
  licensesSoldOf,
  licensesSupportsInterface,
  licensesSymbol,
  licensesTokenURI,
  licensesTransferFrom,
  licensesUseLicense,
] as const;
