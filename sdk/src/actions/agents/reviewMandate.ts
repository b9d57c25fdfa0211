import type { Hash, Hex } from "viem";
import { agentMandatesReview, agentMandatesMandateReviewedEvent } from "../../abi/items/agentMandates.ts";
import { type SpendingLimits } from "../../agents/mandate.ts";
import { toSeconds } from "../../types/time.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace reviewMandate {
  type Args = {
    mandateId: Hex;
    /** When members look again, unix seconds. */
    reviewAt: bigint;
    /** Assets that may be committed on one day (UTC). */
    quota: number;
    limits: SpendingLimits;
  };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = reviewMandate.Args;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets an agent go on after a review, as it was or within other limits; only the timelock may.
 *
 * @example
 * ```ts
 * const call = reviewMandate.encode({ mandates, mandateId, reviewAt, quota: 200, limits }); // for a proposal
 * ```
 */
export const reviewMandate: WriteAction<
  "mandates",
  reviewMandate.Args,
  typeof agentMandatesReview,
  reviewMandate.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesReview,
    event: agentMandatesMandateReviewedEvent,
    toInputs: ({ mandateId, reviewAt, quota, limits }: reviewMandate.Args) => [
      mandateId,
      toSeconds(reviewAt),
      quota,
      limits,
    ],
    fromInputs: ([mandateId, reviewAt, quota, limits]) => ({ mandateId, reviewAt: BigInt(reviewAt), quota, limits }),
    fromEvents: (events) =>
      only(events, ({ reviewAt, ...reviewed }): reviewMandate.Result => ({ ...reviewed, reviewAt: BigInt(reviewAt) })),
  }),
);

/** {@link reviewMandate}, waiting for the receipt. */
export const reviewMandateAndWait: WaitingAction<"mandates", reviewMandate.Args, reviewMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(reviewMandate));
