// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/studioTimelock.ts";

export const studioTimelockCallExecutedEvent = /* @__PURE__ */ unpackItem(
  "eCallExecuted;h*id,u*index,a target,u value,bytes data",
) as typeof full.studioTimelockCallExecutedEvent;

export const studioTimelockCallSaltEvent = /* @__PURE__ */ unpackItem(
  "eCallSalt;h*id,h salt",
) as typeof full.studioTimelockCallSaltEvent;

export const studioTimelockCallScheduledEvent = /* @__PURE__ */ unpackItem(
  "eCallScheduled;h*id,u*index,a target,u value,bytes data,h predecessor,u delay",
) as typeof full.studioTimelockCallScheduledEvent;

export const studioTimelockCancelledEvent = /* @__PURE__ */ unpackItem(
  "eCancelled;h*id",
) as typeof full.studioTimelockCancelledEvent;

export const studioTimelockInitializedEvent = /* @__PURE__ */ unpackItem(
  "eInitialized;uint64 version",
) as typeof full.studioTimelockInitializedEvent;

export const studioTimelockMinDelayChangeEvent = /* @__PURE__ */ unpackItem(
  "eMinDelayChange;u oldDuration,u newDuration",
) as typeof full.studioTimelockMinDelayChangeEvent;

export const studioTimelockRoleAdminChangedEvent = /* @__PURE__ */ unpackItem(
  "eRoleAdminChanged;h*role,h*previousAdminRole,h*newAdminRole",
) as typeof full.studioTimelockRoleAdminChangedEvent;

export const studioTimelockRoleGrantedEvent = /* @__PURE__ */ unpackItem(
  "eRoleGranted;h*role,a*account,a*sender",
) as typeof full.studioTimelockRoleGrantedEvent;

export const studioTimelockRoleRevokedEvent = /* @__PURE__ */ unpackItem(
  "eRoleRevoked;h*role,a*account,a*sender",
) as typeof full.studioTimelockRoleRevokedEvent;

export const studioTimelockCANCELLER_ROLE = /* @__PURE__ */ unpackItem(
  "vCANCELLER_ROLE;;h ",
) as typeof full.studioTimelockCANCELLER_ROLE;

export const studioTimelockDEFAULT_ADMIN_ROLE = /* @__PURE__ */ unpackItem(
  "vDEFAULT_ADMIN_ROLE;;h ",
) as typeof full.studioTimelockDEFAULT_ADMIN_ROLE;

export const studioTimelockEXECUTOR_ROLE = /* @__PURE__ */ unpackItem(
  "vEXECUTOR_ROLE;;h ",
) as typeof full.studioTimelockEXECUTOR_ROLE;

export const studioTimelockPROPOSER_ROLE = /* @__PURE__ */ unpackItem(
  "vPROPOSER_ROLE;;h ",
) as typeof full.studioTimelockPROPOSER_ROLE;

export const studioTimelockAnnounceElectorate = /* @__PURE__ */ unpackItem(
  "nannounceElectorate;a oldGovernor,a newGovernor;",
) as typeof full.studioTimelockAnnounceElectorate;

export const studioTimelockCancel = /* @__PURE__ */ unpackItem("ncancel;h id;") as typeof full.studioTimelockCancel;

export const studioTimelockExecute = /* @__PURE__ */ unpackItem(
  "pexecute;a target,u value,bytes payload,h predecessor,h salt;",
) as typeof full.studioTimelockExecute;

export const studioTimelockExecuteBatch = /* @__PURE__ */ unpackItem(
  "pexecuteBatch;a[] targets,u[] values,bytes[] payloads,h predecessor,h salt;",
) as typeof full.studioTimelockExecuteBatch;

export const studioTimelockGetMinDelay = /* @__PURE__ */ unpackItem(
  "vgetMinDelay;;u ",
) as typeof full.studioTimelockGetMinDelay;

export const studioTimelockGetOperationState = /* @__PURE__ */ unpackItem(
  "vgetOperationState;h id;uint8 ",
) as typeof full.studioTimelockGetOperationState;

export const studioTimelockGetRoleAdmin = /* @__PURE__ */ unpackItem(
  "vgetRoleAdmin;h role;h ",
) as typeof full.studioTimelockGetRoleAdmin;

export const studioTimelockGetTimestamp = /* @__PURE__ */ unpackItem(
  "vgetTimestamp;h id;u ",
) as typeof full.studioTimelockGetTimestamp;

export const studioTimelockGrantRole = /* @__PURE__ */ unpackItem(
  "ngrantRole;h role,a account;",
) as typeof full.studioTimelockGrantRole;

export const studioTimelockHasRole = /* @__PURE__ */ unpackItem(
  "vhasRole;h role,a account;b ",
) as typeof full.studioTimelockHasRole;

export const studioTimelockHashOperation = /* @__PURE__ */ unpackItem(
  "uhashOperation;a target,u value,bytes data,h predecessor,h salt;h ",
) as typeof full.studioTimelockHashOperation;

export const studioTimelockHashOperationBatch = /* @__PURE__ */ unpackItem(
  "uhashOperationBatch;a[] targets,u[] values,bytes[] payloads,h predecessor,h salt;h ",
) as typeof full.studioTimelockHashOperationBatch;

export const studioTimelockInitialize = /* @__PURE__ */ unpackItem(
  "ninitialize;u minDelay,a[] proposers,a[] executors,a admin;",
) as typeof full.studioTimelockInitialize;

export const studioTimelockIsOperation = /* @__PURE__ */ unpackItem(
  "visOperation;h id;b ",
) as typeof full.studioTimelockIsOperation;

export const studioTimelockIsOperationDone = /* @__PURE__ */ unpackItem(
  "visOperationDone;h id;b ",
) as typeof full.studioTimelockIsOperationDone;

export const studioTimelockIsOperationPending = /* @__PURE__ */ unpackItem(
  "visOperationPending;h id;b ",
) as typeof full.studioTimelockIsOperationPending;

export const studioTimelockIsOperationReady = /* @__PURE__ */ unpackItem(
  "visOperationReady;h id;b ",
) as typeof full.studioTimelockIsOperationReady;

export const studioTimelockOnERC1155BatchReceived = /* @__PURE__ */ unpackItem(
  "nonERC1155BatchReceived;a ,a ,u[] ,u[] ,bytes ;bytes4 ",
) as typeof full.studioTimelockOnERC1155BatchReceived;

export const studioTimelockOnERC1155Received = /* @__PURE__ */ unpackItem(
  "nonERC1155Received;a ,a ,u ,u ,bytes ;bytes4 ",
) as typeof full.studioTimelockOnERC1155Received;

export const studioTimelockOnERC721Received = /* @__PURE__ */ unpackItem(
  "nonERC721Received;a ,a ,u ,bytes ;bytes4 ",
) as typeof full.studioTimelockOnERC721Received;

export const studioTimelockRenounceRole = /* @__PURE__ */ unpackItem(
  "nrenounceRole;h role,a callerConfirmation;",
) as typeof full.studioTimelockRenounceRole;

export const studioTimelockRevokeRole = /* @__PURE__ */ unpackItem(
  "nrevokeRole;h role,a account;",
) as typeof full.studioTimelockRevokeRole;

export const studioTimelockSchedule = /* @__PURE__ */ unpackItem(
  "nschedule;a target,u value,bytes data,h predecessor,h salt,u delay;",
) as typeof full.studioTimelockSchedule;

export const studioTimelockScheduleBatch = /* @__PURE__ */ unpackItem(
  "nscheduleBatch;a[] targets,u[] values,bytes[] payloads,h predecessor,h salt,u delay;",
) as typeof full.studioTimelockScheduleBatch;

export const studioTimelockStudio = /* @__PURE__ */ unpackItem("vstudio;;a ") as typeof full.studioTimelockStudio;

export const studioTimelockSupportsInterface = /* @__PURE__ */ unpackItem(
  "vsupportsInterface;bytes4 interfaceId;b ",
) as typeof full.studioTimelockSupportsInterface;

export const studioTimelockUpdateDelay = /* @__PURE__ */ unpackItem(
  "nupdateDelay;u newDelay;",
) as typeof full.studioTimelockUpdateDelay;
