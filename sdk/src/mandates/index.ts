export * from "../agents/commission.ts";
export * from "../agents/hashAct.ts";
export * from "../agents/mandate.ts";
export { mandateActions, type MandateActions } from "../bound/mandates.ts";
export { auditMandates, type AuditMandatesParameters, type MandateAudit } from "../agents/auditMandates.ts";
export {
  COMMISSION_EVENTS,
  type CommissionEvent,
  CommissionReplay,
  type ReplayedCommission,
  type ReplayedMilestone,
} from "../agents/commissionReplay.ts";
export {
  MANDATE_EVENTS,
  type MandateEvent,
  MandateReplay,
  type ReplayedMandate,
  type ReplayedQuota,
} from "../agents/mandateReplay.ts";
