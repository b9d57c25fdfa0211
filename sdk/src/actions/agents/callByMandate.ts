import type { Address, Hash, Hex } from "viem";
import { agentMandatesCall, agentMandatesMandateCalledEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace callByMandate {
  type Args = {
    mandateId: Hex;
    /** Policy under which the agent acts. */
    policyHash: Hex;
    target: Address;
    data: Hex;
  };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = {
    mandateId: Hex;
    target: Address;
    selector: Hex;
    /** keccak256 of the calldata. */
    dataHash: Hex;
    /** The mandate's log after this act; its low 40 bits number it. */
    head: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Calls a contract from the mandate's account; only the mandate's agent may, what members listed.
 *
 * @example
 * ```ts
 * await agent.callByMandateAndWait({ mandateId, policyHash, target, data });
 * ```
 */
export const callByMandate: WriteAction<
  "mandates",
  callByMandate.Args,
  typeof agentMandatesCall,
  callByMandate.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesCall,
    event: agentMandatesMandateCalledEvent,
  }),
);

/** {@link callByMandate}, waiting for the receipt. */
export const callByMandateAndWait: WaitingAction<"mandates", callByMandate.Args, callByMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(callByMandate));
