import type { Hash, Hex } from "viem";
import { commissionsDeliver, commissionsMilestoneDeliveredEvent } from "../../abi/items/commissions.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace deliverMilestone {
  type Args = {
    commissionId: Hex;
    /** Position of the milestone. */
    milestone: number;
    lotId: bigint;
  };
  type Parameters = On<"commissions"> & Args & SendOptions;
  type Result = deliverMilestone.Args;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Delivers a lot for a milestone; only its assignee may.
 *
 * @example
 * ```ts
 * await agent.deliverMilestoneAndWait({ commissionId, milestone: 0, lotId });
 * ```
 */
export const deliverMilestone: WriteAction<
  "commissions",
  deliverMilestone.Args,
  typeof commissionsDeliver,
  deliverMilestone.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "commissions",
    item: commissionsDeliver,
    event: commissionsMilestoneDeliveredEvent,
  }),
);

/** {@link deliverMilestone}, waiting for the receipt. */
export const deliverMilestoneAndWait: WaitingAction<"commissions", deliverMilestone.Args, deliverMilestone.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(deliverMilestone));
