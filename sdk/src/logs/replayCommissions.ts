import { type Address, type Client, getAddress, type Hex } from "viem";
import { fromCommissionInput } from "../agents/commission.ts";
import { COMMISSION_EVENTS } from "../agents/commissionReplay.ts";
import type { CommissionRecord, MilestoneRecord } from "../data/agentRecords.ts";
import { byCommission, byOpening } from "../data/order.ts";
import { blockTimes } from "./blockTimes.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import { modulesOf } from "./modulesOf.ts";

/** The commissions of a studio, and their milestones; see `StudioData`. */
export type ReplayedCommissions = { commissions: CommissionRecord[]; milestones: MilestoneRecord[] };

type Work = { commission: CommissionRecord; milestones: MilestoneRecord[] };

/** Every commission of a studio, out of the logs of its modules. */
export async function replayCommissions(
  client: Client,
  { studioFactory, studio, ...range }: BlockRange & { studioFactory: Address; studio: Address },
): Promise<ReplayedCommissions> {
  const modules = await modulesOf(client, { ...range, studioFactory, kind: "commissions", studio });
  if (modules.length === 0) return { commissions: [], milestones: [] };
  const timeOf = blockTimes(client);
  const work = new Map<Hex, Work>();
  const logs = await fetchLogs(client, { ...range, address: modules, events: COMMISSION_EVENTS });
  for (const { eventName, args, address, blockNumber } of logs) {
    const { commissionId } = args;
    if (eventName === "CommissionOpened") {
      work.set(commissionId, opened(commissionId, getAddress(address), args.input, await timeOf(blockNumber)));
      continue;
    }
    const { commission, milestones } = work.get(commissionId) ?? {};
    const milestone = milestones?.[args.milestone];
    if (commission === undefined || milestone === undefined) continue;
    if (eventName === "MilestoneDelivered") milestone.lotId = args.lotId;
    else {
      const status = eventName === "MilestonePaid" ? ("paid" as const) : ("returned" as const);
      milestone.status = status;
      commission[status] += args.amount;
    }
  }
  const all = [...work.values()];
  const openedAt = new Map(all.map(({ commission }) => [commission.commissionId, commission.openedAt]));
  return {
    commissions: all.map(({ commission }) => commission).sort(byOpening),
    milestones: all.flatMap(({ milestones }) => milestones).sort(byCommission(openedAt)),
  };
}

function opened(
  commissionId: Hex,
  commissions: Address,
  input: Parameters<typeof fromCommissionInput>[0],
  openedAt: bigint,
): Work {
  const { token, milestones } = fromCommissionInput(input);
  const total = milestones.reduce((sum, { reward }) => sum + reward, 0n);
  return {
    commission: {
      ...{ commissionId, commissions, token, total, paid: 0n, returned: 0n },
      ...{ milestones: milestones.length, openedAt },
    },
    milestones: milestones.map(({ dependsOn = [], ...step }, position) => ({
      ...{ commissionId, position, dependsOn, lotId: undefined, status: "open" },
      ...step,
    })),
  };
}
