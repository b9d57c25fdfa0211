// Written by scripts/generate from the compiled contracts: npm run generate

export const agentMandatesAccountSweptEvent = {
  type: "event",
  name: "AccountSwept",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const agentMandatesCallListedEvent = {
  type: "event",
  name: "CallListed",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "target", type: "address" },
    { indexed: true, name: "selector", type: "bytes4" },
    { name: "listed", type: "bool" },
  ],
} as const;

export const agentMandatesMandateBoughtEvent = {
  type: "event",
  name: "MandateBought",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "purchaseId", type: "bytes32" },
    { indexed: true, name: "offerId", type: "bytes32" },
    { name: "seller", type: "address" },
    { name: "amount", type: "uint256" },
    { name: "head", type: "bytes32" },
  ],
} as const;

export const agentMandatesMandateCalledEvent = {
  type: "event",
  name: "MandateCalled",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "target", type: "address" },
    { indexed: true, name: "selector", type: "bytes4" },
    { name: "dataHash", type: "bytes32" },
    { name: "head", type: "bytes32" },
  ],
} as const;

export const agentMandatesMandateConsentedEvent = {
  type: "event",
  name: "MandateConsented",
  inputs: [
    { indexed: true, name: "agent", type: "address" },
    { indexed: true, name: "terms", type: "bytes32" },
  ],
} as const;

export const agentMandatesMandateGrantedEvent = {
  type: "event",
  name: "MandateGranted",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "agent", type: "address" },
    { name: "number", type: "uint64" },
    { name: "account", type: "address" },
    {
      components: [
        { name: "agent", type: "address" },
        { name: "sponsor", type: "address" },
        { name: "policyHash", type: "bytes32" },
        { name: "token", type: "address" },
        {
          components: [
            { name: "perTransaction", type: "uint96" },
            { name: "perPeriod", type: "uint96" },
            { name: "period", type: "uint32" },
          ],
          name: "limits",
          type: "tuple",
        },
        { name: "lifetime", type: "uint96" },
        { name: "validUntil", type: "uint40" },
        { name: "reviewAt", type: "uint40" },
        { name: "quota", type: "uint24" },
        { name: "payees", type: "address[]" },
        {
          components: [
            { name: "target", type: "address" },
            { name: "selector", type: "bytes4" },
          ],
          name: "calls",
          type: "tuple[]",
        },
      ],
      name: "input",
      type: "tuple",
    },
  ],
} as const;

export const agentMandatesMandatePaidEvent = {
  type: "event",
  name: "MandatePaid",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "payee", type: "address" },
    { indexed: true, name: "purpose", type: "bytes32" },
    { name: "amount", type: "uint256" },
    { name: "head", type: "bytes32" },
  ],
} as const;

export const agentMandatesMandatePausedEvent = {
  type: "event",
  name: "MandatePaused",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "by", type: "address" },
    { name: "until", type: "uint48" },
  ],
} as const;

export const agentMandatesMandateReviewedEvent = {
  type: "event",
  name: "MandateReviewed",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { name: "reviewAt", type: "uint40" },
    { name: "quota", type: "uint24" },
    {
      components: [
        { name: "perTransaction", type: "uint96" },
        { name: "perPeriod", type: "uint96" },
        { name: "period", type: "uint32" },
      ],
      name: "limits",
      type: "tuple",
    },
  ],
} as const;

export const agentMandatesMandateRevokedEvent = {
  type: "event",
  name: "MandateRevoked",
  inputs: [{ indexed: true, name: "mandateId", type: "bytes32" }],
} as const;

export const agentMandatesPayeeListedEvent = {
  type: "event",
  name: "PayeeListed",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "payee", type: "address" },
    { name: "listed", type: "bool" },
  ],
} as const;

export const agentMandatesPolicyChangedEvent = {
  type: "event",
  name: "PolicyChanged",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "version", type: "uint32" },
    { name: "policyHash", type: "bytes32" },
  ],
} as const;

export const agentMandatesPresenceNotedEvent = {
  type: "event",
  name: "PresenceNoted",
  inputs: [{ name: "present", type: "bool" }],
} as const;

export const agentMandatesQuotaMovedEvent = {
  type: "event",
  name: "QuotaMoved",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "gate", type: "address" },
  ],
} as const;

export const agentMandatesQuotaUsedEvent = {
  type: "event",
  name: "QuotaUsed",
  inputs: [
    { indexed: true, name: "mandateId", type: "bytes32" },
    { indexed: true, name: "lotId", type: "uint256" },
    { name: "used", type: "uint256" },
  ],
} as const;

export const agentMandatesWindowSetEvent = {
  type: "event",
  name: "WindowSet",
  inputs: [
    { indexed: true, name: "token", type: "address" },
    { name: "cap", type: "uint96" },
    { name: "length", type: "uint32" },
  ],
} as const;

export const agentMandatesBuy = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "policyHash", type: "bytes32" },
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
  name: "buy",
  outputs: [{ name: "purchaseId", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesCall = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "policyHash", type: "bytes32" },
    { name: "target", type: "address" },
    { name: "data", type: "bytes" },
  ],
  name: "call",
  outputs: [{ name: "answer", type: "bytes" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesChangePolicy = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "policyHash", type: "bytes32" },
  ],
  name: "changePolicy",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesConsent = {
  inputs: [{ name: "terms", type: "bytes32" }],
  name: "consent",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesConsentOf = {
  inputs: [{ name: "agent", type: "address" }],
  name: "consentOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const agentMandatesFollow = {
  inputs: [{ name: "mandateId", type: "bytes32" }],
  name: "follow",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesFollowStudio = {
  inputs: [],
  name: "followStudio",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesGrant = {
  inputs: [
    {
      components: [
        { name: "agent", type: "address" },
        { name: "sponsor", type: "address" },
        { name: "policyHash", type: "bytes32" },
        { name: "token", type: "address" },
        {
          components: [
            { name: "perTransaction", type: "uint96" },
            { name: "perPeriod", type: "uint96" },
            { name: "period", type: "uint32" },
          ],
          name: "limits",
          type: "tuple",
        },
        { name: "lifetime", type: "uint96" },
        { name: "validUntil", type: "uint40" },
        { name: "reviewAt", type: "uint40" },
        { name: "quota", type: "uint24" },
        { name: "payees", type: "address[]" },
        {
          components: [
            { name: "target", type: "address" },
            { name: "selector", type: "bytes4" },
          ],
          name: "calls",
          type: "tuple[]",
        },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "grant",
  outputs: [{ name: "mandateId", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesHashTerms = {
  inputs: [
    {
      components: [
        { name: "agent", type: "address" },
        { name: "sponsor", type: "address" },
        { name: "policyHash", type: "bytes32" },
        { name: "token", type: "address" },
        {
          components: [
            { name: "perTransaction", type: "uint96" },
            { name: "perPeriod", type: "uint96" },
            { name: "period", type: "uint32" },
          ],
          name: "limits",
          type: "tuple",
        },
        { name: "lifetime", type: "uint96" },
        { name: "validUntil", type: "uint40" },
        { name: "reviewAt", type: "uint40" },
        { name: "quota", type: "uint24" },
        { name: "payees", type: "address[]" },
        {
          components: [
            { name: "target", type: "address" },
            { name: "selector", type: "bytes4" },
          ],
          name: "calls",
          type: "tuple[]",
        },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "hashTerms",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const agentMandatesHeadOf = {
  inputs: [{ name: "mandateId", type: "bytes32" }],
  name: "headOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const agentMandatesIsCall = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "target", type: "address" },
    { name: "selector", type: "bytes4" },
  ],
  name: "isCall",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const agentMandatesIsLive = {
  inputs: [{ name: "mandateId", type: "bytes32" }],
  name: "isLive",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const agentMandatesIsPayee = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "payee", type: "address" },
  ],
  name: "isPayee",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const agentMandatesMandateIdOf = {
  inputs: [{ name: "agent", type: "address" }],
  name: "mandateIdOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const agentMandatesMandateOf = {
  inputs: [{ name: "mandateId", type: "bytes32" }],
  name: "mandateOf",
  outputs: [
    {
      components: [
        { name: "agent", type: "address" },
        { name: "sponsor", type: "address" },
        { name: "account", type: "address" },
        { name: "token", type: "address" },
        { name: "policyHash", type: "bytes32" },
        { name: "policyVersion", type: "uint32" },
        {
          components: [
            { name: "perTransaction", type: "uint96" },
            { name: "perPeriod", type: "uint96" },
            { name: "period", type: "uint32" },
          ],
          name: "limits",
          type: "tuple",
        },
        { name: "spent", type: "uint96" },
        { name: "left", type: "uint96" },
        { name: "validUntil", type: "uint40" },
        { name: "pausedUntil", type: "uint40" },
        { name: "reviewAt", type: "uint40" },
        { name: "quota", type: "uint24" },
        { name: "revoked", type: "bool" },
      ],
      name: "mandate",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const agentMandatesNotePresence = {
  inputs: [],
  name: "notePresence",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesPause = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "until", type: "uint48" },
  ],
  name: "pause",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesPay = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "policyHash", type: "bytes32" },
    { name: "payee", type: "address" },
    { name: "amount", type: "uint256" },
    { name: "purpose", type: "bytes32" },
  ],
  name: "pay",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesQuotaOf = {
  inputs: [
    { name: "gate", type: "address" },
    { name: "agent", type: "address" },
  ],
  name: "quotaOf",
  outputs: [
    {
      components: [
        { name: "perDay", type: "uint24" },
        { name: "used", type: "uint24" },
        { name: "day", type: "uint16" },
        { name: "from", type: "uint32" },
        { name: "until", type: "uint32" },
        { name: "policyVersion", type: "uint32" },
        { name: "next", type: "uint32" },
        { name: "number", type: "uint64" },
      ],
      name: "",
      type: "tuple",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const agentMandatesReview = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "reviewAt", type: "uint40" },
    { name: "quota", type: "uint24" },
    {
      components: [
        { name: "perTransaction", type: "uint96" },
        { name: "perPeriod", type: "uint96" },
        { name: "period", type: "uint32" },
      ],
      name: "limits",
      type: "tuple",
    },
  ],
  name: "review",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesRevoke = {
  inputs: [{ name: "mandateId", type: "bytes32" }],
  name: "revoke",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesSetCall = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    {
      components: [
        { name: "target", type: "address" },
        { name: "selector", type: "bytes4" },
      ],
      name: "rule",
      type: "tuple",
    },
    { name: "listed", type: "bool" },
  ],
  name: "setCall",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesSetPayee = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "payee", type: "address" },
    { name: "listed", type: "bool" },
  ],
  name: "setPayee",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesSetWindow = {
  inputs: [
    { name: "token", type: "address" },
    { name: "cap", type: "uint96" },
    { name: "length", type: "uint32" },
  ],
  name: "setWindow",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesSweep = {
  inputs: [
    { name: "mandateId", type: "bytes32" },
    { name: "token", type: "address" },
  ],
  name: "sweep",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesUseQuota = {
  inputs: [
    { name: "lotId", type: "uint256" },
    { name: "count", type: "uint32" },
  ],
  name: "useQuota",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const agentMandatesWindowOf = {
  inputs: [{ name: "token", type: "address" }],
  name: "windowOf",
  outputs: [
    { name: "cap", type: "uint96" },
    { name: "spent", type: "uint256" },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const agentMandatesAbi = [
  agentMandatesAccountSweptEvent,
  agentMandatesCallListedEvent,
  agentMandatesMandateBoughtEvent,
  agentMandatesMandateCalledEvent,
  agentMandatesMandateConsentedEvent,
  agentMandatesMandateGrantedEvent,
  agentMandatesMandatePaidEvent,
  agentMandatesMandatePausedEvent,
  agentMandatesMandateReviewedEvent,
  agentMandatesMandateRevokedEvent,
  agentMandatesPayeeListedEvent,
  agentMandatesPolicyChangedEvent,
  agentMandatesPresenceNotedEvent,
  agentMandatesQuotaMovedEvent,
  agentMandatesQuotaUsedEvent,
  agentMandatesWindowSetEvent,
  agentMandatesBuy,
  agentMandatesCall,
  agentMandatesChangePolicy,
  agentMandatesConsent,
  agentMandatesConsentOf,
  agentMandatesFollow,
  agentMandatesFollowStudio,
  agentMandatesGrant,
  agentMandatesHashTerms,
  agentMandatesHeadOf,
  agentMandatesIsCall,
  agentMandatesIsLive,
  agentMandatesIsPayee,
  agentMandatesMandateIdOf,
  agentMandatesMandateOf,
  agentMandatesNotePresence,
  agentMandatesPause,
  agentMandatesPay,
  agentMandatesQuotaOf,
  agentMandatesReview,
  agentMandatesRevoke,
  agentMandatesSetCall,
  agentMandatesSetPayee,
  agentMandatesSetWindow,
  agentMandatesSweep,
  agentMandatesUseQuota,
  agentMandatesWindowOf,
] as const;
