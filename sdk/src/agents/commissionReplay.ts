import type { AbiEvent, Address, Hex } from "viem";
import {
  commissionsCommissionOpenedEvent,
  commissionsMilestoneDeliveredEvent,
  commissionsMilestonePaidEvent,
  commissionsMilestoneReturnedEvent,
} from "../abi/items/commissions.ts";
import type { EventArgs } from "../actions/internal/types.ts";
import type { Difference } from "../logs/difference.ts";
import type { MilestoneStatus } from "./commission.ts";

/** Everything that a module of commissions says about where rewards went. */
export const COMMISSION_EVENTS = [
  commissionsCommissionOpenedEvent,
  commissionsMilestoneDeliveredEvent,
  commissionsMilestonePaidEvent,
  commissionsMilestoneReturnedEvent,
] as const;

type Named = (typeof COMMISSION_EVENTS)[number];

/** One of them. */
export type CommissionEvent = {
  [Event in Named as Event["name"]]: { eventName: Event["name"]; args: EventArgs<Event & AbiEvent> };
}[Named["name"]];

/** A milestone as it follows from the events. */
export type ReplayedMilestone = {
  assignee: Address;
  reward: bigint;
  lotId: bigint | undefined;
  status: MilestoneStatus;
};

/** A commission as it follows from its events. */
export type ReplayedCommission = {
  commissionId: Hex;
  token: Address;
  milestones: readonly ReplayedMilestone[];
  /** Units of the token whose way is not decided: what the pot holds at least. */
  waiting: bigint;
};

/** Recomputes commissions from their events: what was delivered, whom each reward went to, what still waits. */
export class CommissionReplay {
  readonly commissions = new Map<Hex, ReplayedCommission>();
  readonly differences: Difference[] = [];

  apply(event: CommissionEvent): void {
    const { commissionId } = event.args;
    if (event.eventName === "CommissionOpened") {
      const { token, milestones } = event.args.input;
      const steps = milestones.map(({ assignee, reward }): ReplayedMilestone => ({
        assignee,
        reward,
        lotId: undefined,
        status: "open",
      }));
      const waiting = milestones.reduce((sum, { reward }) => sum + reward, 0n);
      this.commissions.set(commissionId, { commissionId, token, milestones: steps, waiting });
      return;
    }
    const commission = this.commissions.get(commissionId);
    const milestone = commission?.milestones[event.args.milestone];
    if (commission === undefined || milestone?.status !== "open") {
      this.#differ(event, milestone?.status ?? "none", "open");
      return;
    }
    if (event.eventName === "MilestoneDelivered") {
      milestone.lotId = event.args.lotId;
      return;
    }
    const { amount } = event.args;
    if (amount !== milestone.reward) this.#differ(event, String(amount), String(milestone.reward));
    if (event.eventName === "MilestonePaid" && event.args.assignee !== milestone.assignee)
      this.#differ(event, event.args.assignee, milestone.assignee);
    milestone.status = event.eventName === "MilestonePaid" ? "paid" : "returned";
    commission.waiting -= amount;
  }

  #differ(
    { eventName, args }: Exclude<CommissionEvent, { eventName: "CommissionOpened" }>,
    found: string,
    expected: string,
  ) {
    const subject = `milestone ${args.milestone} of commission ${args.commissionId}`;
    this.differences.push({ subject, field: eventName, found, expected });
  }
}
