import type { Address, Hash, Hex } from "viem";
import { agentMandatesPay, agentMandatesMandatePaidEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace payByMandate {
  type Args = {
    mandateId: Hex;
    /** Policy under which the agent acts. */
    policyHash: Hex;
    payee: Address;
    /** Units of the mandate's token. */
    amount: bigint;
    /** What for: an invoice or an order, as a digest. */
    purpose: Hex;
  };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = {
    mandateId: Hex;
    payee: Address;
    purpose: Hex;
    amount: bigint;
    /** The mandate's log after this act; its low 40 bits number it. */
    head: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Pays somebody from the treasury; only the mandate's agent may, whom and how much members voted.
 *
 * @example
 * ```ts
 * const { head } = await agent.payByMandateAndWait({ mandateId, policyHash, payee: vendor, amount: 25_000_000n, purpose });
 * ```
 */
export const payByMandate: WriteAction<"mandates", payByMandate.Args, typeof agentMandatesPay, payByMandate.Result> =
  /* @__PURE__ */ withAgentErrors(
    /* @__PURE__ */ defineWrite({
      contract: "mandates",
      item: agentMandatesPay,
      event: agentMandatesMandatePaidEvent,
    }),
  );

/** {@link payByMandate}, waiting for the receipt. */
export const payByMandateAndWait: WaitingAction<"mandates", payByMandate.Args, payByMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(payByMandate));
