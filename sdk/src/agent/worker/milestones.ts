import type { Address, Hex } from "viem";
import { commissionsCommissionOf } from "../../abi/items/commissions.ts";
import { readMany } from "../../actions/internal/readMany.ts";
import type { ActionClient } from "../../actions/internal/types.ts";
import { MilestoneError } from "../../errors/agent.ts";

/** The milestones of a commission, as the chain has them now. */
export type Milestones = Awaited<ReturnType<typeof readMilestones>>;

/** Reads the milestones of a commission; throws {@link MilestoneError} where there is none of the id. */
export async function readMilestones({
  client,
  commissions: address,
  commissionId,
}: {
  client: ActionClient;
  commissions: Address;
  commissionId: Hex;
}) {
  const [[, openedAt, milestones]] = await readMany(client, [
    { address, abi: [commissionsCommissionOf], functionName: "commissionOf", args: [commissionId] },
  ]);
  if (openedAt === 0 || milestones.length === 0) throw new MilestoneError(0, `is of no commission ${commissionId}`);
  return milestones;
}

/** Positions of the milestones that one depends on. */
export function dependenciesOf(milestones: Milestones, milestone: number): number[] {
  const found = milestones[milestone];
  if (found === undefined) throw new MilestoneError(milestone, "is none of the commission");
  return milestones.flatMap((_, place) => ((found.dependsOn >> place) & 1 ? [place] : []));
}
