import { requirementsOf } from "../requirements/requirementsOf.ts";
import { defineReadQuery, type ReadQuery } from "./readQuery.ts";

/**
 * What has to be sent or signed before an action, with exact amounts; `sender` says by whom. The query of
 * {@link requirementsOf}, for caches in memory: what it answers holds functions.
 */
export const requirementsQueryOptions: ReadQuery<typeof requirementsOf> = /* @__PURE__ */ defineReadQuery(
  "licensing",
  "requirementsOf",
  requirementsOf,
);
