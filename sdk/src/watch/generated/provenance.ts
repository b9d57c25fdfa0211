// Written by scripts/generate from the compiled contracts: npm run generate

import { defineWatch, type WatchAction } from "../../actions/internal/defineWatch.ts";
import {
  provenanceContestLapsedEvent,
  provenanceContestRuledEvent,
  provenanceContestTermsSetEvent,
  provenanceCopyProvedEvent,
  provenanceEarliestProvedEvent,
  provenanceLeavesPublishedEvent,
  provenanceLineageContestedEvent,
} from "../../abi/items/provenance.ts";

/** Watches `ContestLapsed` of Provenance. */
export const watchContestLapsed: WatchAction<"provenance", typeof provenanceContestLapsedEvent> =
  /* @__PURE__ */ defineWatch("provenance", provenanceContestLapsedEvent);

/** Watches `ContestRuled` of Provenance. */
export const watchContestRuled: WatchAction<"provenance", typeof provenanceContestRuledEvent> =
  /* @__PURE__ */ defineWatch("provenance", provenanceContestRuledEvent);

/** Watches `ContestTermsSet` of Provenance. */
export const watchContestTermsSet: WatchAction<"provenance", typeof provenanceContestTermsSetEvent> =
  /* @__PURE__ */ defineWatch("provenance", provenanceContestTermsSetEvent);

/** Watches `CopyProved` of Provenance. */
export const watchCopyProved: WatchAction<"provenance", typeof provenanceCopyProvedEvent> = /* @__PURE__ */ defineWatch(
  "provenance",
  provenanceCopyProvedEvent,
);

/** Watches `EarliestProved` of Provenance. */
export const watchEarliestProved: WatchAction<"provenance", typeof provenanceEarliestProvedEvent> =
  /* @__PURE__ */ defineWatch("provenance", provenanceEarliestProvedEvent);

/** Watches `LeavesPublished` of Provenance. */
export const watchLeavesPublished: WatchAction<"provenance", typeof provenanceLeavesPublishedEvent> =
  /* @__PURE__ */ defineWatch("provenance", provenanceLeavesPublishedEvent);

/** Watches `LineageContested` of Provenance. */
export const watchLineageContested: WatchAction<"provenance", typeof provenanceLineageContestedEvent> =
  /* @__PURE__ */ defineWatch("provenance", provenanceLineageContestedEvent);
