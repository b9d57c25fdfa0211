import type { Address, Hash, Hex } from "viem";
import { agentMandatesPause, agentMandatesMandatePausedEvent } from "../../abi/items/agentMandates.ts";
import { toSeconds } from "../../types/time.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace pauseMandate {
  type Args = {
    mandateId: Hex;
    /** First second in which it goes on, unix time. */
    until: bigint;
  };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = {
    mandateId: Hex;
    /** Board or timelock. */
    by: Address;
    until: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Stops an agent for a while, or with a time that is over lets it go on; only the ethics board (by a review) or the
 * timelock may.
 *
 * @example
 * ```ts
 * const call = pauseMandate.encode({ mandates, mandateId, until: 0n }); // for a proposal: the pause ends
 * ```
 */
export const pauseMandate: WriteAction<"mandates", pauseMandate.Args, typeof agentMandatesPause, pauseMandate.Result> =
  /* @__PURE__ */ withAgentErrors(
    /* @__PURE__ */ defineWrite({
      contract: "mandates",
      item: agentMandatesPause,
      event: agentMandatesMandatePausedEvent,
      toInputs: ({ mandateId, until }: pauseMandate.Args) => [mandateId, toSeconds(until)],
      fromInputs: ([mandateId, until]) => ({ mandateId, until: BigInt(until) }),
      fromEvents: (events) =>
        only(events, ({ until, ...paused }): pauseMandate.Result => ({ ...paused, until: BigInt(until) })),
    }),
  );

/** {@link pauseMandate}, waiting for the receipt. */
export const pauseMandateAndWait: WaitingAction<"mandates", pauseMandate.Args, pauseMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(pauseMandate));
