"use client";
// Generated from the exported actions by scripts/generate; npm run generate writes it anew.
import type { WaitErrorType } from "../../actions/internal/errorTypes.ts";
import type { getCommission } from "../../actions/agents/getCommission.ts";
import type { getCommissionId } from "../../actions/agents/getCommissionId.ts";
import type { getMandate } from "../../actions/agents/getMandate.ts";
import type { getMandateConsent } from "../../actions/agents/getMandateConsent.ts";
import type { getMandateId } from "../../actions/agents/getMandateId.ts";
import type { getMandateQuota } from "../../actions/agents/getMandateQuota.ts";
import type { getMandateWindow } from "../../actions/agents/getMandateWindow.ts";
import type { isMandateCall } from "../../actions/agents/isMandateCall.ts";
import type { isMandatePayee } from "../../actions/agents/isMandatePayee.ts";
import { buyByMandate, buyByMandateAndWait } from "../../actions/agents/buyByMandate.ts";
import { callByMandate, callByMandateAndWait } from "../../actions/agents/callByMandate.ts";
import { changeMandatePolicy, changeMandatePolicyAndWait } from "../../actions/agents/changeMandatePolicy.ts";
import { consentToMandate, consentToMandateAndWait } from "../../actions/agents/consentToMandate.ts";
import { deliverMilestone, deliverMilestoneAndWait } from "../../actions/agents/deliverMilestone.ts";
import { followMandate, followMandateAndWait } from "../../actions/agents/followMandate.ts";
import { followStudio, followStudioAndWait } from "../../actions/agents/followStudio.ts";
import { grantMandate, grantMandateAndWait } from "../../actions/agents/grantMandate.ts";
import { notePresence, notePresenceAndWait } from "../../actions/agents/notePresence.ts";
import { openCommission, openCommissionAndWait } from "../../actions/agents/openCommission.ts";
import { pauseMandate, pauseMandateAndWait } from "../../actions/agents/pauseMandate.ts";
import { payByMandate, payByMandateAndWait } from "../../actions/agents/payByMandate.ts";
import { payMilestone, payMilestoneAndWait } from "../../actions/agents/payMilestone.ts";
import { returnCommissionRest, returnCommissionRestAndWait } from "../../actions/agents/returnCommissionRest.ts";
import { returnMilestone, returnMilestoneAndWait } from "../../actions/agents/returnMilestone.ts";
import { reviewMandate, reviewMandateAndWait } from "../../actions/agents/reviewMandate.ts";
import { revokeMandate, revokeMandateAndWait } from "../../actions/agents/revokeMandate.ts";
import { setMandateCall, setMandateCallAndWait } from "../../actions/agents/setMandateCall.ts";
import { setMandatePayee, setMandatePayeeAndWait } from "../../actions/agents/setMandatePayee.ts";
import { setMandateWindow, setMandateWindowAndWait } from "../../actions/agents/setMandateWindow.ts";
import { sweepMandate, sweepMandateAndWait } from "../../actions/agents/sweepMandate.ts";
import {
  getCommissionQueryOptions,
  getCommissionIdQueryOptions,
  getMandateQueryOptions,
  getMandateConsentQueryOptions,
  getMandateIdQueryOptions,
  getMandateQuotaQueryOptions,
  getMandateWindowQueryOptions,
  isMandateCallQueryOptions,
  isMandatePayeeQueryOptions,
} from "../../query/generated/agents.ts";
import { type ReadHook, type SuspenseReadHook, defineReadHook, defineSuspenseReadHook } from "../readHook.ts";
import { type WriteHook, defineWriteHook } from "../writeHook.ts";

/**
 * Buys a license for the treasury; only the mandate's agent may, from a listed seller. {@link buyByMandate} as a
 * mutation.
 */
export const useBuyByMandate: WriteHook<typeof buyByMandate, buyByMandate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "agents",
  "buyByMandate",
  buyByMandate,
);

/** {@link useBuyByMandate}, waiting for the receipt; what it changes is asked anew. */
export const useBuyByMandateAndWait: WriteHook<typeof buyByMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "buyByMandateAndWait", buyByMandateAndWait);

/**
 * Calls a contract from the mandate's account; only the mandate's agent may, what members listed. {@link
 * callByMandate} as a mutation.
 */
export const useCallByMandate: WriteHook<typeof callByMandate, callByMandate.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "callByMandate", callByMandate);

/** {@link useCallByMandate}, waiting for the receipt; what it changes is asked anew. */
export const useCallByMandateAndWait: WriteHook<typeof callByMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "callByMandateAndWait", callByMandateAndWait);

/**
 * Gives an agent another policy (model, prompt, tools, limits); only the timelock may. The old one is refused from
 * then on. {@link changeMandatePolicy} as a mutation.
 */
export const useChangeMandatePolicy: WriteHook<typeof changeMandatePolicy, changeMandatePolicy.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "changeMandatePolicy", changeMandatePolicy);

/** {@link useChangeMandatePolicy}, waiting for the receipt; what it changes is asked anew. */
export const useChangeMandatePolicyAndWait: WriteHook<typeof changeMandatePolicyAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "changeMandatePolicyAndWait", changeMandatePolicyAndWait);

/**
 * Consents to a mandate, as the account that is to act under it. Without it no vote makes an account an agent, which
 * has no votes; it is used up when the mandate is granted. {@link consentToMandate} as a mutation.
 */
export const useConsentToMandate: WriteHook<typeof consentToMandate, consentToMandate.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "consentToMandate", consentToMandate);

/** {@link useConsentToMandate}, waiting for the receipt; what it changes is asked anew. */
export const useConsentToMandateAndWait: WriteHook<typeof consentToMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "consentToMandateAndWait", consentToMandateAndWait);

/** Delivers a lot for a milestone; only its assignee may. {@link deliverMilestone} as a mutation. */
export const useDeliverMilestone: WriteHook<typeof deliverMilestone, deliverMilestone.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "deliverMilestone", deliverMilestone);

/** {@link useDeliverMilestone}, waiting for the receipt; what it changes is asked anew. */
export const useDeliverMilestoneAndWait: WriteHook<typeof deliverMilestoneAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "deliverMilestoneAndWait", deliverMilestoneAndWait);

/**
 * Lets a mandate follow the studio to its present gate and reputation; anybody may, and what is up to date stays.
 * {@link followMandate} as a mutation.
 */
export const useFollowMandate: WriteHook<typeof followMandate, followMandate.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "followMandate", followMandate);

/** {@link useFollowMandate}, waiting for the receipt; what it changes is asked anew. */
export const useFollowMandateAndWait: WriteHook<typeof followMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "followMandateAndWait", followMandateAndWait);

/**
 * Lets all mandates that are in force follow the studio to its present gate and reputation; anybody may. The studio
 * does it itself when it replaces one of them. {@link followStudio} as a mutation.
 */
export const useFollowStudio: WriteHook<typeof followStudio, followStudio.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "agents",
  "followStudio",
  followStudio,
);

/** {@link useFollowStudio}, waiting for the receipt; what it changes is asked anew. */
export const useFollowStudioAndWait: WriteHook<typeof followStudioAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "followStudioAndWait", followStudioAndWait);

/** Reads a commission and where its milestones stand. {@link getCommission} as a query. */
export const useGetCommission: ReadHook<typeof getCommission, getCommission.ErrorType> =
  /* @__PURE__ */ defineReadHook(getCommissionQueryOptions);

/** {@link useGetCommission}, for which the component waits. */
export const useSuspenseGetCommission: SuspenseReadHook<typeof getCommission, getCommission.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getCommissionQueryOptions);

/** The id of a commission before it is opened: the name of its pot. {@link getCommissionId} as a query. */
export const useGetCommissionId: ReadHook<typeof getCommissionId, getCommissionId.ErrorType> =
  /* @__PURE__ */ defineReadHook(getCommissionIdQueryOptions);

/** {@link useGetCommissionId}, for which the component waits. */
export const useSuspenseGetCommissionId: SuspenseReadHook<typeof getCommissionId, getCommissionId.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getCommissionIdQueryOptions);

/** Reads a mandate as it stands, in one round trip. {@link getMandate} as a query. */
export const useGetMandate: ReadHook<typeof getMandate, getMandate.ErrorType> =
  /* @__PURE__ */ defineReadHook(getMandateQueryOptions);

/** {@link useGetMandate}, for which the component waits. */
export const useSuspenseGetMandate: SuspenseReadHook<typeof getMandate, getMandate.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getMandateQueryOptions);

/**
 * The hash of the terms that an account consented to, and members have not granted yet. {@link getMandateConsent} as
 * a query.
 */
export const useGetMandateConsent: ReadHook<typeof getMandateConsent, getMandateConsent.ErrorType> =
  /* @__PURE__ */ defineReadHook(getMandateConsentQueryOptions);

/** {@link useGetMandateConsent}, for which the component waits. */
export const useSuspenseGetMandateConsent: SuspenseReadHook<typeof getMandateConsent, getMandateConsent.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getMandateConsentQueryOptions);

/** Finds the last mandate of an agent, which may be over. {@link getMandateId} as a query. */
export const useGetMandateId: ReadHook<typeof getMandateId, getMandateId.ErrorType> =
  /* @__PURE__ */ defineReadHook(getMandateIdQueryOptions);

/** {@link useGetMandateId}, for which the component waits. */
export const useSuspenseGetMandateId: SuspenseReadHook<typeof getMandateId, getMandateId.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getMandateIdQueryOptions);

/**
 * Reads how much an agent may commit through a gate, and how its next lot is numbered. {@link getMandateQuota} as a
 * query.
 */
export const useGetMandateQuota: ReadHook<typeof getMandateQuota, getMandateQuota.ErrorType> =
  /* @__PURE__ */ defineReadHook(getMandateQuotaQueryOptions);

/** {@link useGetMandateQuota}, for which the component waits. */
export const useSuspenseGetMandateQuota: SuspenseReadHook<typeof getMandateQuota, getMandateQuota.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getMandateQuotaQueryOptions);

/** Reads how much of a token all mandates together may take, and have taken. {@link getMandateWindow} as a query. */
export const useGetMandateWindow: ReadHook<typeof getMandateWindow, getMandateWindow.ErrorType> =
  /* @__PURE__ */ defineReadHook(getMandateWindowQueryOptions);

/** {@link useGetMandateWindow}, for which the component waits. */
export const useSuspenseGetMandateWindow: SuspenseReadHook<typeof getMandateWindow, getMandateWindow.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(getMandateWindowQueryOptions);

/**
 * Gives an agent a mandate; only the timelock may, and only on the terms that the agent consented to before
 * (`consentToMandate`). The agent has a sponsor, and no votes while the mandate lasts. {@link grantMandate} as a
 * mutation.
 */
export const useGrantMandate: WriteHook<typeof grantMandate, grantMandate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "agents",
  "grantMandate",
  grantMandate,
);

/** {@link useGrantMandate}, waiting for the receipt; what it changes is asked anew. */
export const useGrantMandateAndWait: WriteHook<typeof grantMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "grantMandateAndWait", grantMandateAndWait);

/** Whether a mandate lists a function. {@link isMandateCall} as a query. */
export const useIsMandateCall: ReadHook<typeof isMandateCall, isMandateCall.ErrorType> =
  /* @__PURE__ */ defineReadHook(isMandateCallQueryOptions);

/** {@link useIsMandateCall}, for which the component waits. */
export const useSuspenseIsMandateCall: SuspenseReadHook<typeof isMandateCall, isMandateCall.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(isMandateCallQueryOptions);

/** Whether a mandate lists a payee. {@link isMandatePayee} as a query. */
export const useIsMandatePayee: ReadHook<typeof isMandatePayee, isMandatePayee.ErrorType> =
  /* @__PURE__ */ defineReadHook(isMandatePayeeQueryOptions);

/** {@link useIsMandatePayee}, for which the component waits. */
export const useSuspenseIsMandatePayee: SuspenseReadHook<typeof isMandatePayee, isMandatePayee.ErrorType> =
  /* @__PURE__ */ defineSuspenseReadHook(isMandatePayeeQueryOptions);

/** Notes whether the studio names this module of mandates; anybody may. {@link notePresence} as a mutation. */
export const useNotePresence: WriteHook<typeof notePresence, notePresence.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "agents",
  "notePresence",
  notePresence,
);

/** {@link useNotePresence}, waiting for the receipt; what it changes is asked anew. */
export const useNotePresenceAndWait: WriteHook<typeof notePresenceAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "notePresenceAndWait", notePresenceAndWait);

/**
 * Commissions work in milestones; only the timelock may, once all rewards lie in the pot with the commission's id
 * (`fundPot`). {@link openCommission} as a mutation.
 */
export const useOpenCommission: WriteHook<typeof openCommission, openCommission.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "openCommission", openCommission);

/** {@link useOpenCommission}, waiting for the receipt; what it changes is asked anew. */
export const useOpenCommissionAndWait: WriteHook<typeof openCommissionAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "openCommissionAndWait", openCommissionAndWait);

/**
 * Stops an agent for a while, or with a time that is over lets it go on; only the ethics board (by a review) or the
 * timelock may. {@link pauseMandate} as a mutation.
 */
export const usePauseMandate: WriteHook<typeof pauseMandate, pauseMandate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "agents",
  "pauseMandate",
  pauseMandate,
);

/** {@link usePauseMandate}, waiting for the receipt; what it changes is asked anew. */
export const usePauseMandateAndWait: WriteHook<typeof pauseMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "pauseMandateAndWait", pauseMandateAndWait);

/**
 * Pays somebody from the treasury; only the mandate's agent may, whom and how much members voted. {@link
 * payByMandate} as a mutation.
 */
export const usePayByMandate: WriteHook<typeof payByMandate, payByMandate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "agents",
  "payByMandate",
  payByMandate,
);

/** {@link usePayByMandate}, waiting for the receipt; what it changes is asked anew. */
export const usePayByMandateAndWait: WriteHook<typeof payByMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "payByMandateAndWait", payByMandateAndWait);

/**
 * Credits the reward of a milestone to its assignee once the lot is releasable; anybody may. {@link payMilestone} as
 * a mutation.
 */
export const usePayMilestone: WriteHook<typeof payMilestone, payMilestone.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "agents",
  "payMilestone",
  payMilestone,
);

/** {@link usePayMilestone}, waiting for the receipt; what it changes is asked anew. */
export const usePayMilestoneAndWait: WriteHook<typeof payMilestoneAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "payMilestoneAndWait", payMilestoneAndWait);

/**
 * Credits to the studio what is in the pot of a commission beyond the rewards; anybody may, of one that was not
 * opened only the timelock. {@link returnCommissionRest} as a mutation.
 */
export const useReturnCommissionRest: WriteHook<typeof returnCommissionRest, returnCommissionRest.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "returnCommissionRest", returnCommissionRest);

/** {@link useReturnCommissionRest}, waiting for the receipt; what it changes is asked anew. */
export const useReturnCommissionRestAndWait: WriteHook<typeof returnCommissionRestAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "returnCommissionRestAndWait", returnCommissionRestAndWait);

/**
 * Credits the reward of a milestone to the studio when nothing came in time that could be paid; anybody may. {@link
 * returnMilestone} as a mutation.
 */
export const useReturnMilestone: WriteHook<typeof returnMilestone, returnMilestone.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "returnMilestone", returnMilestone);

/** {@link useReturnMilestone}, waiting for the receipt; what it changes is asked anew. */
export const useReturnMilestoneAndWait: WriteHook<typeof returnMilestoneAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "returnMilestoneAndWait", returnMilestoneAndWait);

/**
 * Lets an agent go on after a review, as it was or within other limits; only the timelock may. {@link reviewMandate}
 * as a mutation.
 */
export const useReviewMandate: WriteHook<typeof reviewMandate, reviewMandate.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "reviewMandate", reviewMandate);

/** {@link useReviewMandate}, waiting for the receipt; what it changes is asked anew. */
export const useReviewMandateAndWait: WriteHook<typeof reviewMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "reviewMandateAndWait", reviewMandateAndWait);

/** Ends a mandate for good, in this very block; only the timelock may. {@link revokeMandate} as a mutation. */
export const useRevokeMandate: WriteHook<typeof revokeMandate, revokeMandate.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "revokeMandate", revokeMandate);

/** {@link useRevokeMandate}, waiting for the receipt; what it changes is asked anew. */
export const useRevokeMandateAndWait: WriteHook<typeof revokeMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "revokeMandateAndWait", revokeMandateAndWait);

/**
 * Puts a function on the list of what an agent may call or takes it off; only the timelock may. {@link
 * setMandateCall} as a mutation.
 */
export const useSetMandateCall: WriteHook<typeof setMandateCall, setMandateCall.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "setMandateCall", setMandateCall);

/** {@link useSetMandateCall}, waiting for the receipt; what it changes is asked anew. */
export const useSetMandateCallAndWait: WriteHook<typeof setMandateCallAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "setMandateCallAndWait", setMandateCallAndWait);

/**
 * Puts a payee on the list of a mandate or takes it off; only the timelock may. {@link setMandatePayee} as a
 * mutation.
 */
export const useSetMandatePayee: WriteHook<typeof setMandatePayee, setMandatePayee.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "setMandatePayee", setMandatePayee);

/** {@link useSetMandatePayee}, waiting for the receipt; what it changes is asked anew. */
export const useSetMandatePayeeAndWait: WriteHook<typeof setMandatePayeeAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "setMandatePayeeAndWait", setMandatePayeeAndWait);

/**
 * Sets how much of a token all mandates together may take from the treasury; only the timelock may. {@link
 * setMandateWindow} as a mutation.
 */
export const useSetMandateWindow: WriteHook<typeof setMandateWindow, setMandateWindow.ErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "setMandateWindow", setMandateWindow);

/** {@link useSetMandateWindow}, waiting for the receipt; what it changes is asked anew. */
export const useSetMandateWindowAndWait: WriteHook<typeof setMandateWindowAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "setMandateWindowAndWait", setMandateWindowAndWait);

/** Sends what has come to a mandate's account to the treasury; anybody may. {@link sweepMandate} as a mutation. */
export const useSweepMandate: WriteHook<typeof sweepMandate, sweepMandate.ErrorType> = /* @__PURE__ */ defineWriteHook(
  "agents",
  "sweepMandate",
  sweepMandate,
);

/** {@link useSweepMandate}, waiting for the receipt; what it changes is asked anew. */
export const useSweepMandateAndWait: WriteHook<typeof sweepMandateAndWait, WaitErrorType> =
  /* @__PURE__ */ defineWriteHook("agents", "sweepMandateAndWait", sweepMandateAndWait);
