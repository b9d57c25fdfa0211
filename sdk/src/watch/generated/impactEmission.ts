// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  impactEmissionImpactClaimedEvent,
  impactEmissionImpactEpochClosedEvent,
  impactEmissionImpactMarkedEvent,
  impactEmissionImpactMeasuredEvent,
  impactEmissionImpactTermsSetEvent,
} from "../../abi/items/impactEmission.ts";

/** Watches `ImpactClaimed` of ImpactEmission. */
export const watchImpactClaimed: WatchAction<"impact", typeof impactEmissionImpactClaimedEvent> =
  /* @__PURE__ */ defineWatch("impact", impactEmissionImpactClaimedEvent);

/** Watches `ImpactEpochClosed` of ImpactEmission. */
export const watchImpactEpochClosed: WatchAction<"impact", typeof impactEmissionImpactEpochClosedEvent> =
  /* @__PURE__ */ defineWatch("impact", impactEmissionImpactEpochClosedEvent);

/** Watches `ImpactMarked` of ImpactEmission. */
export const watchImpactMarked: WatchAction<"impact", typeof impactEmissionImpactMarkedEvent> =
  /* @__PURE__ */ defineWatch("impact", impactEmissionImpactMarkedEvent);

/** Watches `ImpactMeasured` of ImpactEmission. */
export const watchImpactMeasured: WatchAction<"impact", typeof impactEmissionImpactMeasuredEvent> =
  /* @__PURE__ */ defineWatch("impact", impactEmissionImpactMeasuredEvent);

/** Watches `ImpactTermsSet` of ImpactEmission. */
export const watchImpactTermsSet: WatchAction<"impact", typeof impactEmissionImpactTermsSetEvent> =
  /* @__PURE__ */ defineWatch("impact", impactEmissionImpactTermsSetEvent);
