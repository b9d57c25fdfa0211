import type { Address, Hash, Hex } from "viem";
import { agentMandatesFollow, agentMandatesQuotaMovedEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace followMandate {
  type Args = { mandateId: Hex };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = {
    /** The studio's present gate; undefined: it was that already. */
    gate: Address | undefined;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets a mandate follow the studio to its present gate and reputation; anybody may, and what is up to date stays.
 *
 * @example
 * ```ts
 * await client.followMandateAndWait({ mandateId });
 * ```
 */
export const followMandate: WriteAction<
  "mandates",
  followMandate.Args,
  typeof agentMandatesFollow,
  followMandate.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesFollow,
    event: agentMandatesQuotaMovedEvent,
    fromEvents: (events): followMandate.Result => ({ gate: events[0]?.gate }),
  }),
);

/** {@link followMandate}, waiting for the receipt. */
export const followMandateAndWait: WaitingAction<"mandates", followMandate.Args, followMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(followMandate));
