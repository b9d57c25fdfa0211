import type { Address, Hash, Hex } from "viem";
import { agentMandatesSetPayee, agentMandatesPayeeListedEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setMandatePayee {
  type Args = { mandateId: Hex; payee: Address; listed: boolean };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = setMandatePayee.Args;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Puts a payee on the list of a mandate or takes it off; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setMandatePayee.encode({ mandates, mandateId, payee: vendor, listed: true }); // for a proposal
 * ```
 */
export const setMandatePayee: WriteAction<
  "mandates",
  setMandatePayee.Args,
  typeof agentMandatesSetPayee,
  setMandatePayee.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesSetPayee,
    event: agentMandatesPayeeListedEvent,
  }),
);

/** {@link setMandatePayee}, waiting for the receipt. */
export const setMandatePayeeAndWait: WaitingAction<"mandates", setMandatePayee.Args, setMandatePayee.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(setMandatePayee));
