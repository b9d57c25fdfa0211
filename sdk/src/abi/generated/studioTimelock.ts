// Written by scripts/generate from the compiled contracts: npm run generate

export const studioTimelockCallExecutedEvent = {
  type: "event",
  name: "CallExecuted",
  inputs: [
    { indexed: true, name: "id", type: "bytes32" },
    { indexed: true, name: "index", type: "uint256" },
    { name: "target", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
  ],
} as const;

export const studioTimelockCallSaltEvent = {
  type: "event",
  name: "CallSalt",
  inputs: [
    { indexed: true, name: "id", type: "bytes32" },
    { name: "salt", type: "bytes32" },
  ],
} as const;

export const studioTimelockCallScheduledEvent = {
  type: "event",
  name: "CallScheduled",
  inputs: [
    { indexed: true, name: "id", type: "bytes32" },
    { indexed: true, name: "index", type: "uint256" },
    { name: "target", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "predecessor", type: "bytes32" },
    { name: "delay", type: "uint256" },
  ],
} as const;

export const studioTimelockCancelledEvent = {
  type: "event",
  name: "Cancelled",
  inputs: [{ indexed: true, name: "id", type: "bytes32" }],
} as const;

export const studioTimelockInitializedEvent = {
  type: "event",
  name: "Initialized",
  inputs: [{ name: "version", type: "uint64" }],
} as const;

export const studioTimelockMinDelayChangeEvent = {
  type: "event",
  name: "MinDelayChange",
  inputs: [
    { name: "oldDuration", type: "uint256" },
    { name: "newDuration", type: "uint256" },
  ],
} as const;

export const studioTimelockRoleAdminChangedEvent = {
  type: "event",
  name: "RoleAdminChanged",
  inputs: [
    { indexed: true, name: "role", type: "bytes32" },
    { indexed: true, name: "previousAdminRole", type: "bytes32" },
    { indexed: true, name: "newAdminRole", type: "bytes32" },
  ],
} as const;

export const studioTimelockRoleGrantedEvent = {
  type: "event",
  name: "RoleGranted",
  inputs: [
    { indexed: true, name: "role", type: "bytes32" },
    { indexed: true, name: "account", type: "address" },
    { indexed: true, name: "sender", type: "address" },
  ],
} as const;

export const studioTimelockRoleRevokedEvent = {
  type: "event",
  name: "RoleRevoked",
  inputs: [
    { indexed: true, name: "role", type: "bytes32" },
    { indexed: true, name: "account", type: "address" },
    { indexed: true, name: "sender", type: "address" },
  ],
} as const;

export const studioTimelockCANCELLER_ROLE = {
  inputs: [],
  name: "CANCELLER_ROLE",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockDEFAULT_ADMIN_ROLE = {
  inputs: [],
  name: "DEFAULT_ADMIN_ROLE",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockEXECUTOR_ROLE = {
  inputs: [],
  name: "EXECUTOR_ROLE",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockPROPOSER_ROLE = {
  inputs: [],
  name: "PROPOSER_ROLE",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockAnnounceElectorate = {
  inputs: [
    { name: "oldGovernor", type: "address" },
    { name: "newGovernor", type: "address" },
  ],
  name: "announceElectorate",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockCancel = {
  inputs: [{ name: "id", type: "bytes32" }],
  name: "cancel",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockExecute = {
  inputs: [
    { name: "target", type: "address" },
    { name: "value", type: "uint256" },
    { name: "payload", type: "bytes" },
    { name: "predecessor", type: "bytes32" },
    { name: "salt", type: "bytes32" },
  ],
  name: "execute",
  outputs: [],
  stateMutability: "payable",
  type: "function",
} as const;

export const studioTimelockExecuteBatch = {
  inputs: [
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "payloads", type: "bytes[]" },
    { name: "predecessor", type: "bytes32" },
    { name: "salt", type: "bytes32" },
  ],
  name: "executeBatch",
  outputs: [],
  stateMutability: "payable",
  type: "function",
} as const;

export const studioTimelockGetMinDelay = {
  inputs: [],
  name: "getMinDelay",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockGetOperationState = {
  inputs: [{ name: "id", type: "bytes32" }],
  name: "getOperationState",
  outputs: [{ name: "", type: "uint8" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockGetRoleAdmin = {
  inputs: [{ name: "role", type: "bytes32" }],
  name: "getRoleAdmin",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockGetTimestamp = {
  inputs: [{ name: "id", type: "bytes32" }],
  name: "getTimestamp",
  outputs: [{ name: "", type: "uint256" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockGrantRole = {
  inputs: [
    { name: "role", type: "bytes32" },
    { name: "account", type: "address" },
  ],
  name: "grantRole",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockHasRole = {
  inputs: [
    { name: "role", type: "bytes32" },
    { name: "account", type: "address" },
  ],
  name: "hasRole",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockHashOperation = {
  inputs: [
    { name: "target", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "predecessor", type: "bytes32" },
    { name: "salt", type: "bytes32" },
  ],
  name: "hashOperation",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const studioTimelockHashOperationBatch = {
  inputs: [
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "payloads", type: "bytes[]" },
    { name: "predecessor", type: "bytes32" },
    { name: "salt", type: "bytes32" },
  ],
  name: "hashOperationBatch",
  outputs: [{ name: "", type: "bytes32" }],
  stateMutability: "pure",
  type: "function",
} as const;

export const studioTimelockInitialize = {
  inputs: [
    { name: "minDelay", type: "uint256" },
    { name: "proposers", type: "address[]" },
    { name: "executors", type: "address[]" },
    { name: "admin", type: "address" },
  ],
  name: "initialize",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockIsOperation = {
  inputs: [{ name: "id", type: "bytes32" }],
  name: "isOperation",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockIsOperationDone = {
  inputs: [{ name: "id", type: "bytes32" }],
  name: "isOperationDone",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockIsOperationPending = {
  inputs: [{ name: "id", type: "bytes32" }],
  name: "isOperationPending",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockIsOperationReady = {
  inputs: [{ name: "id", type: "bytes32" }],
  name: "isOperationReady",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockOnERC1155BatchReceived = {
  inputs: [
    { name: "", type: "address" },
    { name: "", type: "address" },
    { name: "", type: "uint256[]" },
    { name: "", type: "uint256[]" },
    { name: "", type: "bytes" },
  ],
  name: "onERC1155BatchReceived",
  outputs: [{ name: "", type: "bytes4" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockOnERC1155Received = {
  inputs: [
    { name: "", type: "address" },
    { name: "", type: "address" },
    { name: "", type: "uint256" },
    { name: "", type: "uint256" },
    { name: "", type: "bytes" },
  ],
  name: "onERC1155Received",
  outputs: [{ name: "", type: "bytes4" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockOnERC721Received = {
  inputs: [
    { name: "", type: "address" },
    { name: "", type: "address" },
    { name: "", type: "uint256" },
    { name: "", type: "bytes" },
  ],
  name: "onERC721Received",
  outputs: [{ name: "", type: "bytes4" }],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockRenounceRole = {
  inputs: [
    { name: "role", type: "bytes32" },
    { name: "callerConfirmation", type: "address" },
  ],
  name: "renounceRole",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockRevokeRole = {
  inputs: [
    { name: "role", type: "bytes32" },
    { name: "account", type: "address" },
  ],
  name: "revokeRole",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockSchedule = {
  inputs: [
    { name: "target", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "predecessor", type: "bytes32" },
    { name: "salt", type: "bytes32" },
    { name: "delay", type: "uint256" },
  ],
  name: "schedule",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockScheduleBatch = {
  inputs: [
    { name: "targets", type: "address[]" },
    { name: "values", type: "uint256[]" },
    { name: "payloads", type: "bytes[]" },
    { name: "predecessor", type: "bytes32" },
    { name: "salt", type: "bytes32" },
    { name: "delay", type: "uint256" },
  ],
  name: "scheduleBatch",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockStudio = {
  inputs: [],
  name: "studio",
  outputs: [{ name: "", type: "address" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockSupportsInterface = {
  inputs: [{ name: "interfaceId", type: "bytes4" }],
  name: "supportsInterface",
  outputs: [{ name: "", type: "bool" }],
  stateMutability: "view",
  type: "function",
} as const;

export const studioTimelockUpdateDelay = {
  inputs: [{ name: "newDelay", type: "uint256" }],
  name: "updateDelay",
  outputs: [],
  stateMutability: "nonpayable",
  type: "function",
} as const;

export const studioTimelockAbi = [
  studioTimelockCallExecutedEvent,
  studioTimelockCallSaltEvent,
  studioTimelockCallScheduledEvent,
  studioTimelockCancelledEvent,
  studioTimelockInitializedEvent,
  studioTimelockMinDelayChangeEvent,
  studioTimelockRoleAdminChangedEvent,
  studioTimelockRoleGrantedEvent,
  studioTimelockRoleRevokedEvent,
  studioTimelockCANCELLER_ROLE,
  studioTimelockDEFAULT_ADMIN_ROLE,
  studioTimelockEXECUTOR_ROLE,
  studioTimelockPROPOSER_ROLE,
  studioTimelockAnnounceElectorate,
  studioTimelockCancel,
  studioTimelockExecute,
  studioTimelockExecuteBatch,
  studioTimelockGetMinDelay,
  studioTimelockGetOperationState,
  studioTimelockGetRoleAdmin,
  studioTimelockGetTimestamp,
  studioTimelockGrantRole,
  studioTimelockHasRole,
  studioTimelockHashOperation,
  studioTimelockHashOperationBatch,
  studioTimelockInitialize,
  studioTimelockIsOperation,
  studioTimelockIsOperationDone,
  studioTimelockIsOperationPending,
  studioTimelockIsOperationReady,
  studioTimelockOnERC1155BatchReceived,
  studioTimelockOnERC1155Received,
  studioTimelockOnERC721Received,
  studioTimelockRenounceRole,
  studioTimelockRevokeRole,
  studioTimelockSchedule,
  studioTimelockScheduleBatch,
  studioTimelockStudio,
  studioTimelockSupportsInterface,
  studioTimelockUpdateDelay,
] as const;
