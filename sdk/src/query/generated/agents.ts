// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import { getCommission } from "../../actions/agents/getCommission.ts";
import { getCommissionId } from "../../actions/agents/getCommissionId.ts";
import { getMandate } from "../../actions/agents/getMandate.ts";
import { getMandateConsent } from "../../actions/agents/getMandateConsent.ts";
import { getMandateId } from "../../actions/agents/getMandateId.ts";
import { getMandateQuota } from "../../actions/agents/getMandateQuota.ts";
import { getMandateWindow } from "../../actions/agents/getMandateWindow.ts";
import { isMandateCall } from "../../actions/agents/isMandateCall.ts";
import { isMandatePayee } from "../../actions/agents/isMandatePayee.ts";
import { defineReadQuery, type ReadQuery } from "../readQuery.ts";

/** Reads a commission and where its milestones stand. The query of {@link getCommission}. */
export const getCommissionQueryOptions: ReadQuery<typeof getCommission> = /* @__PURE__ */ defineReadQuery(
  "agents",
  "getCommission",
  getCommission,
);

/** The id of a commission before it is opened: the name of its pot. The query of {@link getCommissionId}. */
export const getCommissionIdQueryOptions: ReadQuery<typeof getCommissionId> = /* @__PURE__ */ defineReadQuery(
  "agents",
  "getCommissionId",
  getCommissionId,
);

/** Reads a mandate as it stands, in one round trip. The query of {@link getMandate}. */
export const getMandateQueryOptions: ReadQuery<typeof getMandate> = /* @__PURE__ */ defineReadQuery(
  "agents",
  "getMandate",
  getMandate,
);

/**
 * The hash of the terms that an account consented to, and members have not granted yet. The query of {@link
 * getMandateConsent}.
 */
export const getMandateConsentQueryOptions: ReadQuery<typeof getMandateConsent> = /* @__PURE__ */ defineReadQuery(
  "agents",
  "getMandateConsent",
  getMandateConsent,
);

/** Finds the last mandate of an agent, which may be over. The query of {@link getMandateId}. */
export const getMandateIdQueryOptions: ReadQuery<typeof getMandateId> = /* @__PURE__ */ defineReadQuery(
  "agents",
  "getMandateId",
  getMandateId,
);

/**
 * Reads how much an agent may commit through a gate, and how its next lot is numbered. The query of {@link
 * getMandateQuota}.
 */
export const getMandateQuotaQueryOptions: ReadQuery<typeof getMandateQuota> = /* @__PURE__ */ defineReadQuery(
  "agents",
  "getMandateQuota",
  getMandateQuota,
);

/** Reads how much of a token all mandates together may take, and have taken. The query of {@link getMandateWindow}. */
export const getMandateWindowQueryOptions: ReadQuery<typeof getMandateWindow> = /* @__PURE__ */ defineReadQuery(
  "agents",
  "getMandateWindow",
  getMandateWindow,
);

/** Whether a mandate lists a function. The query of {@link isMandateCall}. */
export const isMandateCallQueryOptions: ReadQuery<typeof isMandateCall> = /* @__PURE__ */ defineReadQuery(
  "agents",
  "isMandateCall",
  isMandateCall,
);

/** Whether a mandate lists a payee. The query of {@link isMandatePayee}. */
export const isMandatePayeeQueryOptions: ReadQuery<typeof isMandatePayee> = /* @__PURE__ */ defineReadQuery(
  "agents",
  "isMandatePayee",
  isMandatePayee,
);
