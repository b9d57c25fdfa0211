import type { Address, Hash, Hex } from "viem";
import { agentMandatesSetCall, agentMandatesCallListedEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setMandateCall {
  type Args = {
    mandateId: Hex;
    target: Address;
    /** Four bytes. */
    selector: Hex;
    listed: boolean;
  };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = setMandateCall.Args;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Puts a function on the list of what an agent may call or takes it off; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setMandateCall.encode({ mandates, mandateId, target, selector: "0x12345678", listed: true }); // for a proposal
 * ```
 */
export const setMandateCall: WriteAction<
  "mandates",
  setMandateCall.Args,
  typeof agentMandatesSetCall,
  setMandateCall.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesSetCall,
    event: agentMandatesCallListedEvent,
    toInputs: ({ mandateId, target, selector, listed }: setMandateCall.Args) => [
      mandateId,
      { target, selector },
      listed,
    ],
    fromInputs: ([mandateId, rule, listed]) => ({ mandateId, ...rule, listed }),
  }),
);

/** {@link setMandateCall}, waiting for the receipt. */
export const setMandateCallAndWait: WaitingAction<"mandates", setMandateCall.Args, setMandateCall.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(setMandateCall));
