import { encodeFunctionData, type Hex } from "viem";
import { commissionsCommissionOf, commissionsDeliver } from "../../abi/items/commissions.ts";
import { readMany } from "../../actions/internal/readMany.ts";
import { sendCall } from "../../actions/internal/sendCall.ts";
import type { ActionClient } from "../../actions/internal/types.ts";
import { MilestoneError } from "../../errors/agent.ts";
import type { GuardedAccount } from "../guardAccount.ts";
import type { WorkMilestone } from "./parameters.ts";

/** Delivers a lot unless it is delivered already; the transaction, if one was sent. */
export async function deliverMilestone(
  { client, agent }: { client: ActionClient; agent: GuardedAccount },
  { commissions, commissionId, milestone }: WorkMilestone,
  lotId: bigint,
): Promise<Hex | undefined> {
  const [[, , milestones]] = await readMany(client, [
    { address: commissions, abi: [commissionsCommissionOf], functionName: "commissionOf", args: [commissionId] },
  ]);
  const found = milestones[milestone];
  if (found === undefined) throw new MilestoneError(milestone, `is none of commission ${commissionId}`);
  if (found.lotId === lotId) return undefined;
  const args = [commissionId, milestone, lotId] as const;
  const data = encodeFunctionData({ abi: [commissionsDeliver], args });
  const { transactionHash } = await sendCall(client, { to: commissions, data }, agent);
  return transactionHash;
}
