// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import { studioFactoryStudioCreatedEvent, studioFactorySuccessorsCreatedEvent } from "../../abi/items/studioFactory.ts";

/** Watches `StudioCreated` of StudioFactory. */
export const watchStudioCreated: WatchAction<"studioFactory", typeof studioFactoryStudioCreatedEvent> =
  /* @__PURE__ */ defineWatch("studioFactory", studioFactoryStudioCreatedEvent);

/** Watches `SuccessorsCreated` of StudioFactory. */
export const watchSuccessorsCreated: WatchAction<"studioFactory", typeof studioFactorySuccessorsCreatedEvent> =
  /* @__PURE__ */ defineWatch("studioFactory", studioFactorySuccessorsCreatedEvent);
