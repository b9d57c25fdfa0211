import type { Address, Hash, Hex } from "viem";
import { agentMandatesGrant, agentMandatesMandateGrantedEvent } from "../../abi/items/agentMandates.ts";
import { fromMandateInput, type MandateArgs, toMandateInput } from "../../agents/mandate.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace grantMandate {
  type Args = MandateArgs;
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = {
    mandateId: Hex;
    agent: Address;
    /** In this module, from 1 on. */
    number: bigint;
    /** From where its calls are made; owns nothing. */
    account: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Gives an agent a mandate; only the timelock may, and only on the terms that the agent consented to before
 * (`consentToMandate`). The agent has a sponsor, and no votes while the mandate lasts.
 *
 * @example
 * ```ts
 * const call = grantMandate.encode({ mandates, agent, sponsor: alice, policyHash, validUntil, reviewAt, quota: 100 }); // for a proposal
 * ```
 */
export const grantMandate: WriteAction<"mandates", grantMandate.Args, typeof agentMandatesGrant, grantMandate.Result> =
  /* @__PURE__ */ withAgentErrors(
    /* @__PURE__ */ defineWrite({
      contract: "mandates",
      item: agentMandatesGrant,
      event: agentMandatesMandateGrantedEvent,
      toInputs: (args: grantMandate.Args) => [toMandateInput(args)],
      fromInputs: ([input]) => fromMandateInput(input),
      fromEvents: (events) => only(events, ({ input: _, ...granted }): grantMandate.Result => granted),
    }),
  );

/** {@link grantMandate}, waiting for the receipt. */
export const grantMandateAndWait: WaitingAction<"mandates", grantMandate.Args, grantMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(grantMandate));
