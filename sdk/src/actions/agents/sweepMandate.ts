import type { Address, Hash, Hex } from "viem";
import { agentMandatesSweep, agentMandatesAccountSweptEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace sweepMandate {
  type Args = { mandateId: Hex; token: Address };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = { mandateId: Hex; token: Address; amount: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sends what has come to a mandate's account to the treasury; anybody may.
 *
 * @example
 * ```ts
 * const { amount } = await client.sweepMandateAndWait({ mandateId, token: usdc });
 * ```
 */
export const sweepMandate: WriteAction<"mandates", sweepMandate.Args, typeof agentMandatesSweep, sweepMandate.Result> =
  /* @__PURE__ */ withAgentErrors(
    /* @__PURE__ */ defineWrite({
      contract: "mandates",
      item: agentMandatesSweep,
      event: agentMandatesAccountSweptEvent,
    }),
  );

/** {@link sweepMandate}, waiting for the receipt. */
export const sweepMandateAndWait: WaitingAction<"mandates", sweepMandate.Args, sweepMandate.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(sweepMandate));
