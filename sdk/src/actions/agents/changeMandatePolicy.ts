import type { Hash, Hex } from "viem";
import { agentMandatesChangePolicy, agentMandatesPolicyChangedEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace changeMandatePolicy {
  type Args = { mandateId: Hex; policyHash: Hex };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = { mandateId: Hex; version: number; policyHash: Hex };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Gives an agent another policy (model, prompt, tools, limits); only the timelock may. The old one is refused from
 * then on.
 *
 * @example
 * ```ts
 * const call = changeMandatePolicy.encode({ mandates, mandateId, policyHash }); // for a proposal
 * ```
 */
export const changeMandatePolicy: WriteAction<
  "mandates",
  changeMandatePolicy.Args,
  typeof agentMandatesChangePolicy,
  changeMandatePolicy.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesChangePolicy,
    event: agentMandatesPolicyChangedEvent,
  }),
);

/** {@link changeMandatePolicy}, waiting for the receipt. */
export const changeMandatePolicyAndWait: WaitingAction<
  "mandates",
  changeMandatePolicy.Args,
  changeMandatePolicy.Result
> = /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(changeMandatePolicy));
