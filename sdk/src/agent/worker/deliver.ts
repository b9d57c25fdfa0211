import type { Hex } from "viem";
import { call } from "viem/actions";
import { commissionsCommissionOf } from "../../abi/items/commissions.ts";
import { deliverMilestone as deliverAction } from "../../actions/agents/deliverMilestone.ts";
import { withAgentErrors } from "../../actions/internal/agentErrors.ts";
import { explained } from "../../actions/internal/failure.ts";
import { readMany } from "../../actions/internal/readMany.ts";
import type { ActionClient } from "../../actions/internal/types.ts";
import { MilestoneError } from "../../errors/agent.ts";
import { ImprimaturError } from "../../errors/base.ts";
import type { Run, WorkMilestone } from "./parameters.ts";
import { sendOnce } from "./sendOnce.ts";

/** What came of a delivery: the milestone has the lot, keeps another one for now, or is paid or returned with another. */
export type Delivery = { outcome: "delivered"; transaction?: Hex } | { outcome: "held" | "closed" };

/** Delivers a lot unless it is delivered already, or the milestone keeps another one. */
export async function deliverMilestone(run: Run, milestone: WorkMilestone, lotId: bigint): Promise<Delivery> {
  const { client, agent } = run;
  const held = await lotIdIn(client, milestone);
  if (held === lotId) return { outcome: "delivered" };
  const { commissions, commissionId, milestone: position } = milestone;
  const send = deliverAction.encode({ commissions, commissionId, milestone: position, lotId });
  // A milestone without a lot refuses this one for a reason that the caller should hear.
  if (held !== 0n) {
    const kept = await keptBecause(() => tried(client, { ...send, account: agent.address }));
    if (kept !== undefined) return { outcome: kept };
  }
  const isDone = async () => (await lotIdIn(client, milestone)) === lotId;
  const transaction = await sendOnce(run, { what: "deliver", call: send, isDone });
  return { outcome: "delivered", ...(transaction === undefined ? {} : { transaction }) };
}

async function lotIdIn(client: ActionClient, { commissions, commissionId, milestone }: WorkMilestone): Promise<bigint> {
  const [[, , milestones]] = await readMany(client, [
    { address: commissions, abi: [commissionsCommissionOf], functionName: "commissionOf", args: [commissionId] },
  ]);
  const found = milestones[milestone];
  if (found === undefined) throw new MilestoneError(milestone, `is none of commission ${commissionId}`);
  return found.lotId;
}

/** What the call would come to, with refusals by name. */
const tried = /* @__PURE__ */ withAgentErrors((client: ActionClient, parameters: Parameters<typeof call>[1]) =>
  explained(() => call(client, parameters)),
);

const KEPT: Readonly<Record<string, "held" | "closed">> = {
  CommissionsPendingLot: "held",
  CommissionsClosedMilestone: "closed",
};

/** Why a milestone keeps its lot; undefined where it takes another one. */
async function keptBecause(attempt: () => Promise<unknown>): Promise<"held" | "closed" | undefined> {
  try {
    await attempt();
    return undefined;
  } catch (error) {
    const kept = KEPT[errorNameOf(error)];
    if (kept === undefined) throw error;
    return kept;
  }
}

/** The contract's own name of a refusal. */
function errorNameOf(error: unknown): string {
  const named = (each: unknown): boolean => typeof (each as { errorName?: unknown } | null)?.errorName === "string";
  const found = ImprimaturError.is(error) ? error.walk(named) : error;
  return named(found) ? (found as { errorName: string }).errorName : "";
}
