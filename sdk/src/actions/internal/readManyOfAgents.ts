import { withAgentErrors } from "./agentErrors.ts";
import { readMany } from "./readMany.ts";

/** {@link readMany}, telling of the errors of mandates, commissions, attestations and provenance. */
export const readManyOfAgents: typeof readMany = /* @__PURE__ */ withAgentErrors(readMany);
