import type { Address, Hash, Hex } from "viem";
import { commissionsPayMilestone, commissionsMilestonePaidEvent } from "../../abi/items/commissions.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace payMilestone {
  type Args = {
    commissionId: Hex;
    /** Position of the milestone. */
    milestone: number;
  };
  type Parameters = On<"commissions"> & Args & SendOptions;
  type Result = { commissionId: Hex; milestone: number; assignee: Address; amount: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Credits the reward of a milestone to its assignee once the lot is releasable; anybody may.
 *
 * @example
 * ```ts
 * await client.payMilestoneAndWait({ commissionId, milestone: 0 });
 * ```
 */
export const payMilestone: WriteAction<
  "commissions",
  payMilestone.Args,
  typeof commissionsPayMilestone,
  payMilestone.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "commissions",
    item: commissionsPayMilestone,
    event: commissionsMilestonePaidEvent,
  }),
);

/** {@link payMilestone}, waiting for the receipt. */
export const payMilestoneAndWait: WaitingAction<"commissions", payMilestone.Args, payMilestone.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(payMilestone));
