// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/studioTimelock.ts";

export const studioTimelockCallExecutedEvent = /* @__PURE__ */ unpackItem("CallExecuted", [
  "h*id",
  "u*index",
  "a target",
  "u value",
  "bytes data",
]) as typeof full.studioTimelockCallExecutedEvent;

export const studioTimelockCallSaltEvent = /* @__PURE__ */ unpackItem("CallSalt", [
  "h*id",
  "h salt",
]) as typeof full.studioTimelockCallSaltEvent;

export const studioTimelockCallScheduledEvent = /* @__PURE__ */ unpackItem("CallScheduled", [
  "h*id",
  "u*index",
  "a target",
  "u value",
  "bytes data",
  "h predecessor",
  "u delay",
]) as typeof full.studioTimelockCallScheduledEvent;

export const studioTimelockCancelledEvent = /* @__PURE__ */ unpackItem("Cancelled", [
  "h*id",
]) as typeof full.studioTimelockCancelledEvent;

export const studioTimelockInitializedEvent = /* @__PURE__ */ unpackItem("Initialized", [
  "uint64 version",
]) as typeof full.studioTimelockInitializedEvent;

export const studioTimelockMinDelayChangeEvent = /* @__PURE__ */ unpackItem("MinDelayChange", [
  "u oldDuration",
  "u newDuration",
]) as typeof full.studioTimelockMinDelayChangeEvent;

export const studioTimelockRoleAdminChangedEvent = /* @__PURE__ */ unpackItem("RoleAdminChanged", [
  "h*role",
  "h*previousAdminRole",
  "h*newAdminRole",
]) as typeof full.studioTimelockRoleAdminChangedEvent;

export const studioTimelockRoleGrantedEvent = /* @__PURE__ */ unpackItem("RoleGranted", [
  "h*role",
  "a*account",
  "a*sender",
]) as typeof full.studioTimelockRoleGrantedEvent;

export const studioTimelockRoleRevokedEvent = /* @__PURE__ */ unpackItem("RoleRevoked", [
  "h*role",
  "a*account",
  "a*sender",
]) as typeof full.studioTimelockRoleRevokedEvent;

export const studioTimelockCANCELLER_ROLE = /* @__PURE__ */ unpackItem(
  "CANCELLER_ROLE",
  [],
  ["h "],
  "view",
) as typeof full.studioTimelockCANCELLER_ROLE;

export const studioTimelockDEFAULT_ADMIN_ROLE = /* @__PURE__ */ unpackItem(
  "DEFAULT_ADMIN_ROLE",
  [],
  ["h "],
  "view",
) as typeof full.studioTimelockDEFAULT_ADMIN_ROLE;

export const studioTimelockEXECUTOR_ROLE = /* @__PURE__ */ unpackItem(
  "EXECUTOR_ROLE",
  [],
  ["h "],
  "view",
) as typeof full.studioTimelockEXECUTOR_ROLE;

export const studioTimelockPROPOSER_ROLE = /* @__PURE__ */ unpackItem(
  "PROPOSER_ROLE",
  [],
  ["h "],
  "view",
) as typeof full.studioTimelockPROPOSER_ROLE;

export const studioTimelockAnnounceElectorate = /* @__PURE__ */ unpackItem(
  "announceElectorate",
  ["a oldGovernor", "a newGovernor"],
  [],
) as typeof full.studioTimelockAnnounceElectorate;

export const studioTimelockCancel = /* @__PURE__ */ unpackItem(
  "cancel",
  ["h id"],
  [],
) as typeof full.studioTimelockCancel;

export const studioTimelockExecute = /* @__PURE__ */ unpackItem(
  "execute",
  ["a target", "u value", "bytes payload", "h predecessor", "h salt"],
  [],
  "payable",
) as typeof full.studioTimelockExecute;

export const studioTimelockExecuteBatch = /* @__PURE__ */ unpackItem(
  "executeBatch",
  ["address[] targets", "uint256[] values", "bytes[] payloads", "h predecessor", "h salt"],
  [],
  "payable",
) as typeof full.studioTimelockExecuteBatch;

export const studioTimelockGetMinDelay = /* @__PURE__ */ unpackItem(
  "getMinDelay",
  [],
  ["u "],
  "view",
) as typeof full.studioTimelockGetMinDelay;

export const studioTimelockGetOperationState = /* @__PURE__ */ unpackItem(
  "getOperationState",
  ["h id"],
  ["uint8 "],
  "view",
) as typeof full.studioTimelockGetOperationState;

export const studioTimelockGetRoleAdmin = /* @__PURE__ */ unpackItem(
  "getRoleAdmin",
  ["h role"],
  ["h "],
  "view",
) as typeof full.studioTimelockGetRoleAdmin;

export const studioTimelockGetTimestamp = /* @__PURE__ */ unpackItem(
  "getTimestamp",
  ["h id"],
  ["u "],
  "view",
) as typeof full.studioTimelockGetTimestamp;

export const studioTimelockGrantRole = /* @__PURE__ */ unpackItem(
  "grantRole",
  ["h role", "a account"],
  [],
) as typeof full.studioTimelockGrantRole;

export const studioTimelockHasRole = /* @__PURE__ */ unpackItem(
  "hasRole",
  ["h role", "a account"],
  ["b "],
  "view",
) as typeof full.studioTimelockHasRole;

export const studioTimelockHashOperation = /* @__PURE__ */ unpackItem(
  "hashOperation",
  ["a target", "u value", "bytes data", "h predecessor", "h salt"],
  ["h "],
  "pure",
) as typeof full.studioTimelockHashOperation;

export const studioTimelockHashOperationBatch = /* @__PURE__ */ unpackItem(
  "hashOperationBatch",
  ["address[] targets", "uint256[] values", "bytes[] payloads", "h predecessor", "h salt"],
  ["h "],
  "pure",
) as typeof full.studioTimelockHashOperationBatch;

export const studioTimelockInitialize = /* @__PURE__ */ unpackItem(
  "initialize",
  ["u minDelay", "address[] proposers", "address[] executors", "a admin"],
  [],
) as typeof full.studioTimelockInitialize;

export const studioTimelockIsOperation = /* @__PURE__ */ unpackItem(
  "isOperation",
  ["h id"],
  ["b "],
  "view",
) as typeof full.studioTimelockIsOperation;

export const studioTimelockIsOperationDone = /* @__PURE__ */ unpackItem(
  "isOperationDone",
  ["h id"],
  ["b "],
  "view",
) as typeof full.studioTimelockIsOperationDone;

export const studioTimelockIsOperationPending = /* @__PURE__ */ unpackItem(
  "isOperationPending",
  ["h id"],
  ["b "],
  "view",
) as typeof full.studioTimelockIsOperationPending;

export const studioTimelockIsOperationReady = /* @__PURE__ */ unpackItem(
  "isOperationReady",
  ["h id"],
  ["b "],
  "view",
) as typeof full.studioTimelockIsOperationReady;

export const studioTimelockOnERC1155BatchReceived = /* @__PURE__ */ unpackItem(
  "onERC1155BatchReceived",
  ["a ", "a ", "uint256[] ", "uint256[] ", "bytes "],
  ["bytes4 "],
) as typeof full.studioTimelockOnERC1155BatchReceived;

export const studioTimelockOnERC1155Received = /* @__PURE__ */ unpackItem(
  "onERC1155Received",
  ["a ", "a ", "u ", "u ", "bytes "],
  ["bytes4 "],
) as typeof full.studioTimelockOnERC1155Received;

export const studioTimelockOnERC721Received = /* @__PURE__ */ unpackItem(
  "onERC721Received",
  ["a ", "a ", "u ", "bytes "],
  ["bytes4 "],
) as typeof full.studioTimelockOnERC721Received;

export const studioTimelockRenounceRole = /* @__PURE__ */ unpackItem(
  "renounceRole",
  ["h role", "a callerConfirmation"],
  [],
) as typeof full.studioTimelockRenounceRole;

export const studioTimelockRevokeRole = /* @__PURE__ */ unpackItem(
  "revokeRole",
  ["h role", "a account"],
  [],
) as typeof full.studioTimelockRevokeRole;

export const studioTimelockSchedule = /* @__PURE__ */ unpackItem(
  "schedule",
  ["a target", "u value", "bytes data", "h predecessor", "h salt", "u delay"],
  [],
) as typeof full.studioTimelockSchedule;

export const studioTimelockScheduleBatch = /* @__PURE__ */ unpackItem(
  "scheduleBatch",
  ["address[] targets", "uint256[] values", "bytes[] payloads", "h predecessor", "h salt", "u delay"],
  [],
) as typeof full.studioTimelockScheduleBatch;

export const studioTimelockStudio = /* @__PURE__ */ unpackItem(
  "studio",
  [],
  ["a "],
  "view",
) as typeof full.studioTimelockStudio;

export const studioTimelockSupportsInterface = /* @__PURE__ */ unpackItem(
  "supportsInterface",
  ["bytes4 interfaceId"],
  ["b "],
  "view",
) as typeof full.studioTimelockSupportsInterface;

export const studioTimelockUpdateDelay = /* @__PURE__ */ unpackItem(
  "updateDelay",
  ["u newDelay"],
  [],
) as typeof full.studioTimelockUpdateDelay;
