import type { Hash, Hex } from "viem";
import { agentMandatesFollowStudio, agentMandatesQuotaMovedEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace followStudio {
  type Args = object;
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = {
    /** Mandates whose lots the present gate counts from now on. */
    moved: Hex[];
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets all mandates that are in force follow the studio to its present gate and reputation; anybody may. The studio does it
 * itself when it replaces one of them.
 *
 * @example
 * ```ts
 * const { moved } = await client.followStudioAndWait();
 * ```
 */
export const followStudio: WriteAction<
  "mandates",
  followStudio.Args,
  typeof agentMandatesFollowStudio,
  followStudio.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesFollowStudio,
    event: agentMandatesQuotaMovedEvent,
    toInputs: () => [],
    fromInputs: () => ({}),
    fromEvents: (events): followStudio.Result => ({ moved: events.map(({ mandateId }) => mandateId) }),
  }),
);

/** {@link followStudio}, waiting for the receipt. */
export const followStudioAndWait: WaitingAction<"mandates", followStudio.Args, followStudio.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(followStudio));
