import type { Hash, Hex } from "viem";
import { commissionsReturnMilestone, commissionsMilestoneReturnedEvent } from "../../abi/items/commissions.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace returnMilestone {
  type Args = {
    commissionId: Hex;
    /** Position of the milestone. */
    milestone: number;
  };
  type Parameters = On<"commissions"> & Args & SendOptions;
  type Result = { commissionId: Hex; milestone: number; amount: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Credits the reward of a milestone to the studio when nothing came in time that could be paid; anybody may.
 *
 * @example
 * ```ts
 * await client.returnMilestoneAndWait({ commissionId, milestone: 0 });
 * ```
 */
export const returnMilestone: WriteAction<
  "commissions",
  returnMilestone.Args,
  typeof commissionsReturnMilestone,
  returnMilestone.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "commissions",
    item: commissionsReturnMilestone,
    event: commissionsMilestoneReturnedEvent,
  }),
);

/** {@link returnMilestone}, waiting for the receipt. */
export const returnMilestoneAndWait: WaitingAction<"commissions", returnMilestone.Args, returnMilestone.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(returnMilestone));
