import type { Hash, Hex } from "viem";
import { agentMandatesRevoke, agentMandatesMandateRevokedEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace revokeMandate {
  type Args = { mandateId: Hex };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = { mandateId: Hex };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Ends a mandate for good, in this very block; only the timelock may.
 *
 * @example
 * ```ts
 * const call = revokeMandate.encode({ mandates, mandateId }); // for a proposal
 * ```
 */
export const revokeMandate: WriteAction<
  "mandates",
  revokeMandate.Args,
  typeof agentMandatesRevoke,
  revokeMandate.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesRevoke,
    event: agentMandatesMandateRevokedEvent,
  }),
);

/** {@link revokeMandate}, waiting for the receipt. */
export const revokeMandateAndWait: WaitingAction<"mandates", revokeMandate.Args, revokeMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(revokeMandate));
