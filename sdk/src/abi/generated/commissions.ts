// Written by scripts/generate from the compiled contracts: npm run generate

export const commissionsCommissionOpenedEvent = {
  type: "event",
  name: "CommissionOpened",
  inputs: [
    { indexed: true, name: "commissionId", type: "bytes32" },
    {
      components: [
        { name: "token", type: "address" },
        {
          components: [
            { name: "assignee", type: "address" },
            { name: "reward", type: "uint96" },
            { name: "deadline", type: "uint40" },
            { name: "dependsOn", type: "uint16" },
            { name: "brief", type: "bytes32" },
          ],
          name: "milestones",
          type: "tuple[]",
        },
        { name: "salt", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
} as const;

export const commissionsMilestoneDeliveredEvent = {
  type: "event",
  name: "MilestoneDelivered",
  inputs: [
    { indexed: true, name: "commissionId", type: "bytes32" },
    { indexed: true, name: "milestone", type: "uint8" },
    { indexed: true, name: "lotId", type: "uint256" },
  ],
} as const;

export const commissionsMilestonePaidEvent = {
  type: "event",
  name: "MilestonePaid",
  inputs: [
    { indexed: true, name: "commissionId", type: "bytes32" },
    { indexed: true, name: "milestone", type: "uint8" },
    { indexed: true, name: "assignee", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const commissionsMilestoneReturnedEvent = {
  type: "event",
  name: "MilestoneReturned",
  inputs: [
    { indexed: true, name: "commissionId", type: "bytes32" },
    { indexed: true, name: "milestone", type: "uint8" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const commissionsRestReturnedEvent = {
  type: "event",
  name: "RestReturned",
  inputs: [
    { indexed: true, name: "commissionId", type: "bytes32" },
    { indexed: true, name: "token", type: "address" },
    { name: "amount", type: "uint256" },
  ],
} as const;

export const commissionsCommissionIdOf = {
  inputs: [
    {
      components: [
        { name: "token", type: "address" },
        {
          components: [
            { name: "assignee", type: "address" },
            { name: "reward", type: "uint96" },
            { name: "deadline", type: "uint40" },
            { name: "dependsOn", type: "uint16" },
            { name: "brief", type: "bytes32" },
          ],
          name: "milestones",
          type: "tuple[]",
        },
        { name: "salt", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "commissionIdOf",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const commissionsCommissionOf = {
  inputs: [{ name: "commissionId", type: "bytes32" }],
  name: "commissionOf",
  outputs: [
    { name: "token", type: "address" },
    { name: "openedAt", type: "uint40" },
    {
      components: [
        { name: "assignee", type: "address" },
        { name: "reward", type: "uint96" },
        { name: "deadline", type: "uint40" },
        { name: "dependsOn", type: "uint16" },
        { name: "lotId", type: "uint256" },
        { name: "status", type: "uint8" },
      ],
      name: "milestones",
      type: "tuple[]",
    },
  ],
  stateMutability: "view",
  type: "function",
} as const;

export const commissionsDeliver = {
  inputs: [
    { name: "commissionId", type: "bytes32" },
    { name: "milestone", type: "uint8" },
    { name: "lotId", type: "uint256" },
  ],
  name: "deliver",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const commissionsFormer = {
  inputs: [],
  name: "former",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const commissionsIsUsed = {
  inputs: [{ name: "lotId", type: "uint256" }],
  name: "isUsed",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const commissionsOpen = {
  inputs: [
    {
      components: [
        { name: "token", type: "address" },
        {
          components: [
            { name: "assignee", type: "address" },
            { name: "reward", type: "uint96" },
            { name: "deadline", type: "uint40" },
            { name: "dependsOn", type: "uint16" },
            { name: "brief", type: "bytes32" },
          ],
          name: "milestones",
          type: "tuple[]",
        },
        { name: "salt", type: "bytes32" },
      ],
      name: "input",
      type: "tuple",
    },
  ],
  name: "open",
  outputs: [{ name: "commissionId", type: "bytes32" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const commissionsPayMilestone = {
  inputs: [
    { name: "commissionId", type: "bytes32" },
    { name: "milestone", type: "uint8" },
  ],
  name: "payMilestone",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const commissionsReturnMilestone = {
  inputs: [
    { name: "commissionId", type: "bytes32" },
    { name: "milestone", type: "uint8" },
  ],
  name: "returnMilestone",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const commissionsReturnRest = {
  inputs: [
    { name: "commissionId", type: "bytes32" },
    { name: "token", type: "address" },
  ],
  name: "returnRest",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const commissionsStudio = {
  inputs: [],
  name: "studio",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const commissionsSucceed = {
  inputs: [{ name: "module", type: "address" }],
  name: "succeed",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const commissionsAbi = [
  commissionsCommissionOpenedEvent,
  commissionsMilestoneDeliveredEvent,
  commissionsMilestonePaidEvent,
  commissionsMilestoneReturnedEvent,
  commissionsRestReturnedEvent,
  commissionsCommissionIdOf,
  commissionsCommissionOf,
  commissionsDeliver,
  commissionsFormer,
  commissionsIsUsed,
  commissionsOpen,
  commissionsPayMilestone,
  commissionsReturnMilestone,
  commissionsReturnRest,
  commissionsStudio,
  commissionsSucceed,
] as const;
