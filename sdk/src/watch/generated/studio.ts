// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  studioCharterSetEvent,
  studioElectorateReplacedEvent,
  studioModuleReplacedEvent,
  studioRegistrarSetEvent,
  studioStudioGraduatedEvent,
} from "../../abi/items/studio.ts";

/** Watches `CharterSet` of Studio. */
export const watchCharterSet: WatchAction<"studio", typeof studioCharterSetEvent> = /* @__PURE__ */ defineWatch(
  "studio",
  studioCharterSetEvent,
);

/** Watches `ElectorateReplaced` of Studio. */
export const watchElectorateReplaced: WatchAction<"studio", typeof studioElectorateReplacedEvent> =
  /* @__PURE__ */ defineWatch("studio", studioElectorateReplacedEvent);

/** Watches `ModuleReplaced` of Studio. */
export const watchModuleReplaced: WatchAction<"studio", typeof studioModuleReplacedEvent> = /* @__PURE__ */ defineWatch(
  "studio",
  studioModuleReplacedEvent,
);

/** Watches `RegistrarSet` of Studio. */
export const watchRegistrarSet: WatchAction<"studio", typeof studioRegistrarSetEvent> = /* @__PURE__ */ defineWatch(
  "studio",
  studioRegistrarSetEvent,
);

/** Watches `StudioGraduated` of Studio. */
export const watchStudioGraduated: WatchAction<"studio", typeof studioStudioGraduatedEvent> =
  /* @__PURE__ */ defineWatch("studio", studioStudioGraduatedEvent);
