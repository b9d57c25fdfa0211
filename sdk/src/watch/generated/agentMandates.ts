// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
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
} from "../../abi/items/agentMandates.ts";

/** Watches `AccountSwept` of AgentMandates. */
export const watchAccountSwept: WatchAction<"mandates", typeof agentMandatesAccountSweptEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesAccountSweptEvent);

/** Watches `CallListed` of AgentMandates. */
export const watchCallListed: WatchAction<"mandates", typeof agentMandatesCallListedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesCallListedEvent);

/** Watches `MandateBought` of AgentMandates. */
export const watchMandateBought: WatchAction<"mandates", typeof agentMandatesMandateBoughtEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesMandateBoughtEvent);

/** Watches `MandateCalled` of AgentMandates. */
export const watchMandateCalled: WatchAction<"mandates", typeof agentMandatesMandateCalledEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesMandateCalledEvent);

/** Watches `MandateConsented` of AgentMandates. */
export const watchMandateConsented: WatchAction<"mandates", typeof agentMandatesMandateConsentedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesMandateConsentedEvent);

/** Watches `MandateGranted` of AgentMandates. */
export const watchMandateGranted: WatchAction<"mandates", typeof agentMandatesMandateGrantedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesMandateGrantedEvent);

/** Watches `MandatePaid` of AgentMandates. */
export const watchMandatePaid: WatchAction<"mandates", typeof agentMandatesMandatePaidEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesMandatePaidEvent);

/** Watches `MandatePaused` of AgentMandates. */
export const watchMandatePaused: WatchAction<"mandates", typeof agentMandatesMandatePausedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesMandatePausedEvent);

/** Watches `MandateReviewed` of AgentMandates. */
export const watchMandateReviewed: WatchAction<"mandates", typeof agentMandatesMandateReviewedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesMandateReviewedEvent);

/** Watches `MandateRevoked` of AgentMandates. */
export const watchMandateRevoked: WatchAction<"mandates", typeof agentMandatesMandateRevokedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesMandateRevokedEvent);

/** Watches `PayeeListed` of AgentMandates. */
export const watchPayeeListed: WatchAction<"mandates", typeof agentMandatesPayeeListedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesPayeeListedEvent);

/** Watches `PolicyChanged` of AgentMandates. */
export const watchPolicyChanged: WatchAction<"mandates", typeof agentMandatesPolicyChangedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesPolicyChangedEvent);

/** Watches `PresenceNoted` of AgentMandates. */
export const watchPresenceNoted: WatchAction<"mandates", typeof agentMandatesPresenceNotedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesPresenceNotedEvent);

/** Watches `QuotaMoved` of AgentMandates. */
export const watchQuotaMoved: WatchAction<"mandates", typeof agentMandatesQuotaMovedEvent> =
  /* @__PURE__ */ defineWatch("mandates", agentMandatesQuotaMovedEvent);

/** Watches `QuotaUsed` of AgentMandates. */
export const watchQuotaUsed: WatchAction<"mandates", typeof agentMandatesQuotaUsedEvent> = /* @__PURE__ */ defineWatch(
  "mandates",
  agentMandatesQuotaUsedEvent,
);

/** Watches `WindowSet` of AgentMandates. */
export const watchWindowSet: WatchAction<"mandates", typeof agentMandatesWindowSetEvent> = /* @__PURE__ */ defineWatch(
  "mandates",
  agentMandatesWindowSetEvent,
);
