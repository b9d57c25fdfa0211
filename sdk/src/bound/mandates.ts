import { buyByMandate, type buyByMandateAndWait } from "../actions/agents/buyByMandate.ts";
import { callByMandate, type callByMandateAndWait } from "../actions/agents/callByMandate.ts";
import { changeMandatePolicy, type changeMandatePolicyAndWait } from "../actions/agents/changeMandatePolicy.ts";
import { consentToMandate, type consentToMandateAndWait } from "../actions/agents/consentToMandate.ts";
import { deliverMilestone, type deliverMilestoneAndWait } from "../actions/agents/deliverMilestone.ts";
import { followMandate, type followMandateAndWait } from "../actions/agents/followMandate.ts";
import { followStudio, type followStudioAndWait } from "../actions/agents/followStudio.ts";
import { getCommission } from "../actions/agents/getCommission.ts";
import { getCommissionId } from "../actions/agents/getCommissionId.ts";
import { getMandate } from "../actions/agents/getMandate.ts";
import { getMandateConsent } from "../actions/agents/getMandateConsent.ts";
import { getMandateId } from "../actions/agents/getMandateId.ts";
import { getMandateQuota } from "../actions/agents/getMandateQuota.ts";
import { getMandateWindow } from "../actions/agents/getMandateWindow.ts";
import { grantMandate, type grantMandateAndWait } from "../actions/agents/grantMandate.ts";
import { isMandateCall } from "../actions/agents/isMandateCall.ts";
import { isMandatePayee } from "../actions/agents/isMandatePayee.ts";
import { notePresence, type notePresenceAndWait } from "../actions/agents/notePresence.ts";
import { openCommission, type openCommissionAndWait } from "../actions/agents/openCommission.ts";
import { pauseMandate, type pauseMandateAndWait } from "../actions/agents/pauseMandate.ts";
import { payByMandate, type payByMandateAndWait } from "../actions/agents/payByMandate.ts";
import { payMilestone, type payMilestoneAndWait } from "../actions/agents/payMilestone.ts";
import { returnCommissionRest, type returnCommissionRestAndWait } from "../actions/agents/returnCommissionRest.ts";
import { returnMilestone, type returnMilestoneAndWait } from "../actions/agents/returnMilestone.ts";
import { reviewMandate, type reviewMandateAndWait } from "../actions/agents/reviewMandate.ts";
import { revokeMandate, type revokeMandateAndWait } from "../actions/agents/revokeMandate.ts";
import { setMandateCall, type setMandateCallAndWait } from "../actions/agents/setMandateCall.ts";
import { setMandatePayee, type setMandatePayeeAndWait } from "../actions/agents/setMandatePayee.ts";
import { setMandateWindow, type setMandateWindowAndWait } from "../actions/agents/setMandateWindow.ts";
import { sweepMandate, type sweepMandateAndWait } from "../actions/agents/sweepMandate.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import type { KnownContracts } from "../studioContracts.ts";
import { bindAll } from "./bindAll.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Agents' mandates and commissions, as methods of a client. */
export type MandateActions = {
  /** Buys a license for the treasury; only the mandate's agent may, from a listed seller. See {@link buyByMandate}. */
  buyByMandate: Bound<typeof buyByMandate>;
  /** {@link buyByMandate}, waiting for the receipt. */
  buyByMandateAndWait: Bound<typeof buyByMandateAndWait>;
  /** Calls a contract from the mandate's account; only the mandate's agent may, what members listed. See {@link callByMandate}. */
  callByMandate: Bound<typeof callByMandate>;
  /** {@link callByMandate}, waiting for the receipt. */
  callByMandateAndWait: Bound<typeof callByMandateAndWait>;
  /** Gives an agent another policy (model, prompt, tools, limits); only the timelock may. The old one is refused from then on. See {@link changeMandatePolicy}. */
  changeMandatePolicy: Bound<typeof changeMandatePolicy>;
  /** {@link changeMandatePolicy}, waiting for the receipt. */
  changeMandatePolicyAndWait: Bound<typeof changeMandatePolicyAndWait>;
  /** Consents to a mandate, as the account that is to act under it; without it no vote makes an account an agent. See {@link consentToMandate}. */
  consentToMandate: Bound<typeof consentToMandate>;
  /** {@link consentToMandate}, waiting for the receipt. */
  consentToMandateAndWait: Bound<typeof consentToMandateAndWait>;
  /** Delivers a lot for a milestone; only its assignee may. See {@link deliverMilestone}. */
  deliverMilestone: Bound<typeof deliverMilestone>;
  /** {@link deliverMilestone}, waiting for the receipt. */
  deliverMilestoneAndWait: Bound<typeof deliverMilestoneAndWait>;
  /** Lets a mandate follow the studio to its present gate and reputation; anybody may, and what is up to date stays. See {@link followMandate}. */
  followMandate: Bound<typeof followMandate>;
  /** {@link followMandate}, waiting for the receipt. */
  followMandateAndWait: Bound<typeof followMandateAndWait>;
  /** Lets all mandates that are in force follow the studio to its present gate and reputation; anybody may. See {@link followStudio}. */
  followStudio: Bound<typeof followStudio>;
  /** {@link followStudio}, waiting for the receipt. */
  followStudioAndWait: Bound<typeof followStudioAndWait>;
  /** Reads a commission and where its milestones stand. See {@link getCommission}. */
  getCommission: Bound<typeof getCommission>;
  /** The id of a commission before it is opened: the name of its pot. See {@link getCommissionId}. */
  getCommissionId: Bound<typeof getCommissionId>;
  /** Reads a mandate as it stands, in one round trip. See {@link getMandate}. */
  getMandate: Bound<typeof getMandate>;
  /** The hash of the terms that an account consented to, and members have not granted yet. See {@link getMandateConsent}. */
  getMandateConsent: Bound<typeof getMandateConsent>;
  /** Finds the last mandate of an agent, which may be over. See {@link getMandateId}. */
  getMandateId: Bound<typeof getMandateId>;
  /** Reads how much an agent may commit through a gate, and how its next lot is numbered. See {@link getMandateQuota}. */
  getMandateQuota: Bound<typeof getMandateQuota>;
  /** Reads how much of a token all mandates together may take, and have taken. See {@link getMandateWindow}. */
  getMandateWindow: Bound<typeof getMandateWindow>;
  /** Gives an agent a mandate; only the timelock may. The agent has a sponsor, and no votes while the mandate lasts. See {@link grantMandate}. */
  grantMandate: Bound<typeof grantMandate>;
  /** {@link grantMandate}, waiting for the receipt. */
  grantMandateAndWait: Bound<typeof grantMandateAndWait>;
  /** Whether a mandate lists a function. See {@link isMandateCall}. */
  isMandateCall: Bound<typeof isMandateCall>;
  /** Whether a mandate lists a payee. See {@link isMandatePayee}. */
  isMandatePayee: Bound<typeof isMandatePayee>;
  /** Notes whether the studio names this module of mandates; anybody may. See {@link notePresence}. */
  notePresence: Bound<typeof notePresence>;
  /** {@link notePresence}, waiting for the receipt. */
  notePresenceAndWait: Bound<typeof notePresenceAndWait>;
  /** Commissions work in milestones; only the timelock may, once all rewards lie in the pot with the commission's id (`fundPot`). See {@link openCommission}. */
  openCommission: Bound<typeof openCommission>;
  /** {@link openCommission}, waiting for the receipt. */
  openCommissionAndWait: Bound<typeof openCommissionAndWait>;
  /** Stops an agent for a while, or with a time that is over lets it go on; only the ethics board (by a review) or the timelock may. See {@link pauseMandate}. */
  pauseMandate: Bound<typeof pauseMandate>;
  /** {@link pauseMandate}, waiting for the receipt. */
  pauseMandateAndWait: Bound<typeof pauseMandateAndWait>;
  /** Pays somebody from the treasury; only the mandate's agent may, whom and how much members voted. See {@link payByMandate}. */
  payByMandate: Bound<typeof payByMandate>;
  /** {@link payByMandate}, waiting for the receipt. */
  payByMandateAndWait: Bound<typeof payByMandateAndWait>;
  /** Credits the reward of a milestone to its assignee once the lot is releasable; anybody may. See {@link payMilestone}. */
  payMilestone: Bound<typeof payMilestone>;
  /** {@link payMilestone}, waiting for the receipt. */
  payMilestoneAndWait: Bound<typeof payMilestoneAndWait>;
  /** Credits to the studio what is in the pot of a commission beyond the rewards; anybody may, of one that was not opened only the timelock. See {@link returnCommissionRest}. */
  returnCommissionRest: Bound<typeof returnCommissionRest>;
  /** {@link returnCommissionRest}, waiting for the receipt. */
  returnCommissionRestAndWait: Bound<typeof returnCommissionRestAndWait>;
  /** Credits the reward of a milestone to the studio when nothing came in time that could be paid; anybody may. See {@link returnMilestone}. */
  returnMilestone: Bound<typeof returnMilestone>;
  /** {@link returnMilestone}, waiting for the receipt. */
  returnMilestoneAndWait: Bound<typeof returnMilestoneAndWait>;
  /** Lets an agent go on after a review, as it was or within other limits; only the timelock may. See {@link reviewMandate}. */
  reviewMandate: Bound<typeof reviewMandate>;
  /** {@link reviewMandate}, waiting for the receipt. */
  reviewMandateAndWait: Bound<typeof reviewMandateAndWait>;
  /** Ends a mandate for good, in this very block; only the timelock may. See {@link revokeMandate}. */
  revokeMandate: Bound<typeof revokeMandate>;
  /** {@link revokeMandate}, waiting for the receipt. */
  revokeMandateAndWait: Bound<typeof revokeMandateAndWait>;
  /** Puts a function on the list of what an agent may call or takes it off; only the timelock may. See {@link setMandateCall}. */
  setMandateCall: Bound<typeof setMandateCall>;
  /** {@link setMandateCall}, waiting for the receipt. */
  setMandateCallAndWait: Bound<typeof setMandateCallAndWait>;
  /** Puts a payee on the list of a mandate or takes it off; only the timelock may. See {@link setMandatePayee}. */
  setMandatePayee: Bound<typeof setMandatePayee>;
  /** {@link setMandatePayee}, waiting for the receipt. */
  setMandatePayeeAndWait: Bound<typeof setMandatePayeeAndWait>;
  /** Sets how much of a token all mandates together may take from the treasury; only the timelock may. See {@link setMandateWindow}. */
  setMandateWindow: Bound<typeof setMandateWindow>;
  /** {@link setMandateWindow}, waiting for the receipt. */
  setMandateWindowAndWait: Bound<typeof setMandateWindowAndWait>;
  /** Sends what has come to a mandate's account to the treasury; anybody may. See {@link sweepMandate}. */
  sweepMandate: Bound<typeof sweepMandate>;
  /** {@link sweepMandate}, waiting for the receipt. */
  sweepMandateAndWait: Bound<typeof sweepMandateAndWait>;
};

const MANDATE_ACTIONS = {
  buyByMandate,
  callByMandate,
  changeMandatePolicy,
  consentToMandate,
  deliverMilestone,
  followMandate,
  followStudio,
  getCommission,
  getCommissionId,
  getMandate,
  getMandateConsent,
  getMandateId,
  getMandateQuota,
  getMandateWindow,
  grantMandate,
  isMandateCall,
  isMandatePayee,
  notePresence,
  openCommission,
  pauseMandate,
  payByMandate,
  payMilestone,
  returnCommissionRest,
  returnMilestone,
  reviewMandate,
  revokeMandate,
  setMandateCall,
  setMandatePayee,
  setMandateWindow,
  sweepMandate,
} as const satisfies Record<Unwaiting<keyof MandateActions>, unknown>;

/**
 * Mandates and commissions of a studio for `client.extend`; apart from `studioActions`, which not every page needs more of.
 *
 * @example
 * ```ts
 * const client = createWalletClient({ account, chain, transport: http() })
 *   .extend(publicActions)
 *   .extend(mandateActions({ addresses, studio }));
 * const { live, left } = await client.getMandate({ mandateId });
 * ```
 */
export function mandateActions(parameters: KnownContracts): (client: ActionClient) => MandateActions {
  return bindAll(MANDATE_ACTIONS, parameters) as (client: ActionClient) => MandateActions;
}
