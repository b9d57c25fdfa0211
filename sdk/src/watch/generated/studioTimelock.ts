// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  studioTimelockCallExecutedEvent,
  studioTimelockCallSaltEvent,
  studioTimelockCallScheduledEvent,
  studioTimelockCancelledEvent,
  studioTimelockInitializedEvent,
  studioTimelockMinDelayChangeEvent,
  studioTimelockRoleAdminChangedEvent,
  studioTimelockRoleGrantedEvent,
  studioTimelockRoleRevokedEvent,
} from "../../abi/items/studioTimelock.ts";

/** Watches `CallExecuted` of StudioTimelock. */
export const watchCallExecuted: WatchAction<"timelock", typeof studioTimelockCallExecutedEvent> =
  /* @__PURE__ */ defineWatch("timelock", studioTimelockCallExecutedEvent);

/** Watches `CallSalt` of StudioTimelock. */
export const watchCallSalt: WatchAction<"timelock", typeof studioTimelockCallSaltEvent> = /* @__PURE__ */ defineWatch(
  "timelock",
  studioTimelockCallSaltEvent,
);

/** Watches `CallScheduled` of StudioTimelock. */
export const watchCallScheduled: WatchAction<"timelock", typeof studioTimelockCallScheduledEvent> =
  /* @__PURE__ */ defineWatch("timelock", studioTimelockCallScheduledEvent);

/** Watches `Cancelled` of StudioTimelock. */
export const watchCancelled: WatchAction<"timelock", typeof studioTimelockCancelledEvent> = /* @__PURE__ */ defineWatch(
  "timelock",
  studioTimelockCancelledEvent,
);

/** Watches `Initialized` of StudioTimelock. */
export const watchStudioTimelockInitialized: WatchAction<"timelock", typeof studioTimelockInitializedEvent> =
  /* @__PURE__ */ defineWatch("timelock", studioTimelockInitializedEvent);

/** Watches `MinDelayChange` of StudioTimelock. */
export const watchMinDelayChange: WatchAction<"timelock", typeof studioTimelockMinDelayChangeEvent> =
  /* @__PURE__ */ defineWatch("timelock", studioTimelockMinDelayChangeEvent);

/** Watches `RoleAdminChanged` of StudioTimelock. */
export const watchRoleAdminChanged: WatchAction<"timelock", typeof studioTimelockRoleAdminChangedEvent> =
  /* @__PURE__ */ defineWatch("timelock", studioTimelockRoleAdminChangedEvent);

/** Watches `RoleGranted` of StudioTimelock. */
export const watchRoleGranted: WatchAction<"timelock", typeof studioTimelockRoleGrantedEvent> =
  /* @__PURE__ */ defineWatch("timelock", studioTimelockRoleGrantedEvent);

/** Watches `RoleRevoked` of StudioTimelock. */
export const watchRoleRevoked: WatchAction<"timelock", typeof studioTimelockRoleRevokedEvent> =
  /* @__PURE__ */ defineWatch("timelock", studioTimelockRoleRevokedEvent);
