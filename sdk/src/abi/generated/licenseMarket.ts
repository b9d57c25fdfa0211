// Written by scripts/generate from the compiled contracts: npm run generate

export const licenseMarketAgentAppointedEvent = {
  type: "event",
  name: "AgentAppointed",
  inputs: [
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "agent", type: "address" },
    {
      components: [
        { name: "until", type: "uint40" },
        { name: "minRate", type: "uint24" },
        { name: "usages", type: "uint8" },
        { name: "token", type: "address" },
        { name: "minPrice", type: "uint96" },
      ],
      name: "agency",
      type: "tuple",
    },
  ],
} as const;

export const licenseMarketLicenseFinalizedEvent = {
  type: "event",
  name: "LicenseFinalized",
  inputs: [
    { indexed: true, name: "licenseId", type: "bytes32" },
    { indexed: true, name: "offerId", type: "bytes32" },
    { indexed: true, name: "referrer", type: "address" },
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "net", type: "uint256" },
    { name: "referral", type: "uint256" },
  ],
} as const;

export const licenseMarketLicensePurchasedEvent = {
  type: "event",
  name: "LicensePurchased",
  inputs: [
    { indexed: true, name: "offerId", type: "bytes32" },
    { indexed: true, name: "assetId", type: "uint256" },
    { indexed: true, name: "licensee", type: "address" },
    { name: "purchaseId", type: "bytes32" },
    { name: "payer", type: "address" },
    { name: "referrer", type: "address" },
    { name: "recipe", type: "uint32" },
    { name: "token", type: "address" },
    { name: "gross", type: "uint256" },
    { name: "referral", type: "uint256" },
    { name: "license", type: "uint256" },
  ],
} as const;

export const licenseMarketLicenseRefundedEvent = {
  type: "event",
  name: "LicenseRefunded",
  inputs: [
    { indexed: true, name: "licenseId", type: "bytes32" },
    { indexed: true, name: "offerId", type: "bytes32" },
    { indexed: true, name: "payer", type: "address" },
    { name: "token", type: "address" },
    { name: "refund", type: "uint256" },
    { name: "penalty", type: "uint256" },
  ],
} as const;

export const licenseMarketLicenseRevokedEvent = {
  type: "event",
  name: "LicenseRevoked",
  inputs: [
    { indexed: true, name: "licenseId", type: "bytes32" },
    { indexed: true, name: "ruler", type: "address" },
    { indexed: true, name: "holder", type: "address" },
    { name: "token", type: "address" },
    { name: "refund", type: "uint256" },
  ],
} as const;

export const licenseMarketOfferPublishedEvent = {
  type: "event",
  name: "OfferPublished",
  inputs: [
    { indexed: true, name: "offerId", type: "bytes32" },
    { indexed: true, name: "recipe", type: "uint32" },
    { indexed: true, name: "licensor", type: "address" },
    { name: "publisher", type: "address" },
    {
      components: [
        { name: "recipeId", type: "bytes32" },
        { name: "scope", type: "uint8" },
        { name: "scopeId", type: "uint256" },
        { name: "token", type: "address" },
        { name: "price", type: "uint96" },
        { name: "duration", type: "uint40" },
        { name: "start", type: "uint40" },
        { name: "end", type: "uint40" },
        { name: "usages", type: "uint8" },
        { name: "rate", type: "uint24" },
        { name: "referral", type: "uint24" },
        { name: "free", type: "bool" },
        { name: "title", type: "bool" },
        { name: "exclusive", type: "bool" },
        { name: "transferable", type: "bool" },
        { name: "revocable", type: "bool" },
        { name: "supply", type: "uint32" },
        { name: "perPayer", type: "uint32" },
        { name: "seats", type: "uint32" },
        { name: "refundWindow", type: "uint32" },
        { name: "penalty", type: "uint24" },
        { name: "referrerRoot", type: "bytes32" },
        { name: "territory", type: "uint16" },
        { name: "legalPreset", type: "uint8" },
        { name: "textHash", type: "bytes32" },
        { name: "salt", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
} as const;

export const licenseMarketOfferWithdrawnEvent = {
  type: "event",
  name: "OfferWithdrawn",
  inputs: [{ indexed: true, name: "offerId", type: "bytes32" }],
} as const;

export const licenseMarketPurchaseSkippedEvent = {
  type: "event",
  name: "PurchaseSkipped",
  inputs: [
    { indexed: true, name: "position", type: "uint256" },
    { indexed: true, name: "offerId", type: "bytes32" },
    { indexed: true, name: "assetId", type: "uint256" },
    { name: "reason", type: "bytes" },
  ],
} as const;

export const licenseMarketAgencyOf = {
  inputs: [
    { name: "recipe", type: "uint32" },
    { name: "agent", type: "address" },
  ],
  name: "agencyOf",
  outputs: [
    {
      components: [
        { name: "until", type: "uint40" },
        { name: "minRate", type: "uint24" },
        { name: "usages", type: "uint8" },
        { name: "token", type: "address" },
        { name: "minPrice", type: "uint96" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketAppointAgent = {
  inputs: [
    { name: "recipeId", type: "bytes32" },
    { name: "agent", type: "address" },
    {
      components: [
        { name: "until", type: "uint40" },
        { name: "minRate", type: "uint24" },
        { name: "usages", type: "uint8" },
        { name: "token", type: "address" },
        { name: "minPrice", type: "uint96" },
      ],
      name: "agency",
      type: "tuple",
    },
  ],
  name: "appointAgent",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketAssetRegistry = {
  inputs: [],
  name: "assetRegistry",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketBoughtBy = {
  inputs: [
    { name: "offerId", type: "bytes32" },
    { name: "payer", type: "address" },
  ],
  name: "boughtBy",
  outputs: [{ name: "", type: "uint32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketEscrowOf = {
  inputs: [{ name: "licenseId", type: "bytes32" }],
  name: "escrowOf",
  outputs: [
    {
      components: [
        { name: "payer", type: "address" },
        { name: "refundableUntil", type: "uint40" },
        { name: "referrer", type: "address" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketFillOrder = {
  inputs: [
    {
      components: [
        {
          components: [
            { name: "offerId", type: "bytes32" },
            { name: "assetId", type: "uint256" },
            { name: "licensee", type: "address" },
            { name: "referrer", type: "address" },
            { name: "seats", type: "uint32" },
            { name: "maxTotal", type: "uint96" },
            { name: "deadline", type: "uint40" },
            { name: "salt", type: "bytes32" },
          ],
          name: "purchase",
          type: "tuple",
        },
        {
          components: [
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
            { name: "referrerProof", type: "bytes32[]" },
          ],
          name: "evidence",
          type: "tuple",
        },
        {
          components: [
            { name: "method", type: "uint8" },
            { name: "payer", type: "address" },
            { name: "data", type: "bytes" },
          ],
          name: "payment",
          type: "tuple",
        },
        { name: "settle", type: "bool" },
      ],
      name: "order",
      type: "tuple",
    },
    { name: "caller", type: "address" },
  ],
  name: "fillOrder",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketFinalizeLicense = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "settle", type: "bool" },
  ],
  name: "finalizeLicense",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketHeadroom = {
  inputs: [{ name: "recipe", type: "uint32" }],
  name: "headroom",
  outputs: [{ name: "", type: "uint24" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketLicenses = {
  inputs: [],
  name: "licenses",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketOfferIdOf = {
  inputs: [
    { name: "publisher", type: "address" },
    {
      components: [
        { name: "recipeId", type: "bytes32" },
        { name: "scope", type: "uint8" },
        { name: "scopeId", type: "uint256" },
        { name: "token", type: "address" },
        { name: "price", type: "uint96" },
        { name: "duration", type: "uint40" },
        { name: "start", type: "uint40" },
        { name: "end", type: "uint40" },
        { name: "usages", type: "uint8" },
        { name: "rate", type: "uint24" },
        { name: "referral", type: "uint24" },
        { name: "free", type: "bool" },
        { name: "title", type: "bool" },
        { name: "exclusive", type: "bool" },
        { name: "transferable", type: "bool" },
        { name: "revocable", type: "bool" },
        { name: "supply", type: "uint32" },
        { name: "perPayer", type: "uint32" },
        { name: "seats", type: "uint32" },
        { name: "refundWindow", type: "uint32" },
        { name: "penalty", type: "uint24" },
        { name: "referrerRoot", type: "bytes32" },
        { name: "territory", type: "uint16" },
        { name: "legalPreset", type: "uint8" },
        { name: "textHash", type: "bytes32" },
        { name: "salt", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "offerIdOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const licenseMarketOfferOf = {
  inputs: [{ name: "offerId", type: "bytes32" }],
  name: "offerOf",
  outputs: [
    {
      components: [
        { name: "token", type: "address" },
        { name: "price", type: "uint96" },
        { name: "recipe", type: "uint32" },
        { name: "duration", type: "uint40" },
        { name: "start", type: "uint40" },
        { name: "end", type: "uint40" },
        { name: "usages", type: "uint8" },
        { name: "rate", type: "uint24" },
        { name: "referral", type: "uint24" },
        { name: "controlEpoch", type: "uint16" },
        { name: "scope", type: "uint8" },
        { name: "scopeId", type: "uint256" },
        { name: "free", type: "bool" },
        { name: "recorded", type: "bool" },
        { name: "withdrawn", type: "bool" },
        { name: "title", type: "bool" },
        { name: "exclusive", type: "bool" },
        { name: "transferable", type: "bool" },
        { name: "revocable", type: "bool" },
        { name: "supply", type: "uint32" },
        { name: "sold", type: "uint32" },
        { name: "perPayer", type: "uint32" },
        { name: "seats", type: "uint32" },
        { name: "refundWindow", type: "uint32" },
        { name: "penalty", type: "uint24" },
        { name: "referrerRoot", type: "bytes32" },
        { name: "seller", type: "address" },
      ],
      name: "offer",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketPublishOffer = {
  inputs: [
    {
      components: [
        { name: "recipeId", type: "bytes32" },
        { name: "scope", type: "uint8" },
        { name: "scopeId", type: "uint256" },
        { name: "token", type: "address" },
        { name: "price", type: "uint96" },
        { name: "duration", type: "uint40" },
        { name: "start", type: "uint40" },
        { name: "end", type: "uint40" },
        { name: "usages", type: "uint8" },
        { name: "rate", type: "uint24" },
        { name: "referral", type: "uint24" },
        { name: "free", type: "bool" },
        { name: "title", type: "bool" },
        { name: "exclusive", type: "bool" },
        { name: "transferable", type: "bool" },
        { name: "revocable", type: "bool" },
        { name: "supply", type: "uint32" },
        { name: "perPayer", type: "uint32" },
        { name: "seats", type: "uint32" },
        { name: "refundWindow", type: "uint32" },
        { name: "penalty", type: "uint24" },
        { name: "referrerRoot", type: "bytes32" },
        { name: "territory", type: "uint16" },
        { name: "legalPreset", type: "uint8" },
        { name: "textHash", type: "bytes32" },
        { name: "salt", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "publishOffer",
  outputs: [{ name: "offerId", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketPurchaseBatch = {
  inputs: [
    {
      components: [
        {
          components: [
            { name: "offerId", type: "bytes32" },
            { name: "assetId", type: "uint256" },
            { name: "licensee", type: "address" },
            { name: "referrer", type: "address" },
            { name: "seats", type: "uint32" },
            { name: "maxTotal", type: "uint96" },
            { name: "deadline", type: "uint40" },
            { name: "salt", type: "bytes32" },
          ],
          name: "purchase",
          type: "tuple",
        },
        {
          components: [
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
            { name: "referrerProof", type: "bytes32[]" },
          ],
          name: "evidence",
          type: "tuple",
        },
        {
          components: [
            { name: "method", type: "uint8" },
            { name: "payer", type: "address" },
            { name: "data", type: "bytes" },
          ],
          name: "payment",
          type: "tuple",
        },
        { name: "settle", type: "bool" },
      ],
      name: "orders",
      type: "tuple[]",
    },
    { name: "skipFailures", type: "bool" },
  ],
  name: "purchaseBatch",
  outputs: [{ name: "purchaseIds", type: "bytes32[]" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketPurchaseIdOf = {
  inputs: [
    {
      components: [
        { name: "offerId", type: "bytes32" },
        { name: "assetId", type: "uint256" },
        { name: "licensee", type: "address" },
        { name: "referrer", type: "address" },
        { name: "seats", type: "uint32" },
        { name: "maxTotal", type: "uint96" },
        { name: "deadline", type: "uint40" },
        { name: "salt", type: "bytes32" },
      ],
      name: "purchase",
      type: "tuple",
    },
  ],
  name: "purchaseIdOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketPurchaseLicense = {
  inputs: [
    {
      components: [
        { name: "offerId", type: "bytes32" },
        { name: "assetId", type: "uint256" },
        { name: "licensee", type: "address" },
        { name: "referrer", type: "address" },
        { name: "seats", type: "uint32" },
        { name: "maxTotal", type: "uint96" },
        { name: "deadline", type: "uint40" },
        { name: "salt", type: "bytes32" },
      ],
      name: "purchase",
      type: "tuple",
    },
    { name: "settle", type: "bool" },
  ],
  name: "purchaseLicense",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketPurchaseLicenseWithAuthorization = {
  inputs: [
    {
      components: [
        { name: "offerId", type: "bytes32" },
        { name: "assetId", type: "uint256" },
        { name: "licensee", type: "address" },
        { name: "referrer", type: "address" },
        { name: "seats", type: "uint32" },
        { name: "maxTotal", type: "uint96" },
        { name: "deadline", type: "uint40" },
        { name: "salt", type: "bytes32" },
      ],
      name: "purchase",
      type: "tuple",
    },
    { name: "payer", type: "address" },
    { name: "settle", type: "bool" },
    { name: "signature", type: "bytes" },
  ],
  name: "purchaseLicenseWithAuthorization",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketPurchaseOrder = {
  inputs: [
    {
      components: [
        {
          components: [
            { name: "offerId", type: "bytes32" },
            { name: "assetId", type: "uint256" },
            { name: "licensee", type: "address" },
            { name: "referrer", type: "address" },
            { name: "seats", type: "uint32" },
            { name: "maxTotal", type: "uint96" },
            { name: "deadline", type: "uint40" },
            { name: "salt", type: "bytes32" },
          ],
          name: "purchase",
          type: "tuple",
        },
        {
          components: [
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
            { name: "referrerProof", type: "bytes32[]" },
          ],
          name: "evidence",
          type: "tuple",
        },
        {
          components: [
            { name: "method", type: "uint8" },
            { name: "payer", type: "address" },
            { name: "data", type: "bytes" },
          ],
          name: "payment",
          type: "tuple",
        },
        { name: "settle", type: "bool" },
      ],
      name: "order",
      type: "tuple",
    },
  ],
  name: "purchaseOrder",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketRefundLicense = {
  inputs: [{ name: "licenseId", type: "bytes32" }],
  name: "refundLicense",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketRenewLicense = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "maxTotal", type: "uint96" },
    { name: "deadline", type: "uint40" },
    { name: "settle", type: "bool" },
  ],
  name: "renewLicense",
  outputs: [{ name: "expiry", type: "uint40" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketRevocationRefundOf = {
  inputs: [{ name: "licenseId", type: "bytes32" }],
  name: "revocationRefundOf",
  outputs: [
    { name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketRevokeLicense = {
  inputs: [
    { name: "licenseId", type: "bytes32" },
    { name: "maxRefund", type: "uint96" },
  ],
  name: "revokeLicense",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketRoyaltySplitter = {
  inputs: [],
  name: "royaltySplitter",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const licenseMarketWithdrawOffer = {
  inputs: [{ name: "offerId", type: "bytes32" }],
  name: "withdrawOffer",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const licenseMarketAbi = [
  licenseMarketAgentAppointedEvent,
  licenseMarketLicenseFinalizedEvent,
  licenseMarketLicensePurchasedEvent,
  licenseMarketLicenseRefundedEvent,
  licenseMarketLicenseRevokedEvent,
  licenseMarketOfferPublishedEvent,
  licenseMarketOfferWithdrawnEvent,
  licenseMarketPurchaseSkippedEvent,
  licenseMarketAgencyOf,
  licenseMarketAppointAgent,
  licenseMarketAssetRegistry,
  licenseMarketBoughtBy,
  licenseMarketEscrowOf,
  licenseMarketFillOrder,
  licenseMarketFinalizeLicense,
  licenseMarketHeadroom,
  licenseMarketLicenses,
  licenseMarketOfferIdOf,
  licenseMarketOfferOf,
  licenseMarketPublishOffer,
  licenseMarketPurchaseBatch,
  licenseMarketPurchaseIdOf,
  licenseMarketPurchaseLicense,
  licenseMarketPurchaseLicenseWithAuthorization,
  licenseMarketPurchaseOrder,
  licenseMarketRefundLicense,
  licenseMarketRenewLicense,
  licenseMarketRevocationRefundOf,
  licenseMarketRevokeLicense,
  licenseMarketRoyaltySplitter,
  licenseMarketWithdrawOffer,
] as const;
