import type { Address, Hash } from "viem";
import { agentMandatesSetWindow, agentMandatesWindowSetEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setMandateWindow {
  type Args = {
    token: Address;
    /** Most within the window, units of the token. */
    cap: bigint;
    /** Seconds, one to 90 days. */
    length: number;
  };
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = setMandateWindow.Args;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets how much of a token all mandates together may take from the treasury; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setMandateWindow.encode({ mandates, token: usdc, cap: 5_000_000_000n, length: 7 * 86_400 }); // for a proposal
 * ```
 */
export const setMandateWindow: WriteAction<
  "mandates",
  setMandateWindow.Args,
  typeof agentMandatesSetWindow,
  setMandateWindow.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesSetWindow,
    event: agentMandatesWindowSetEvent,
  }),
);

/** {@link setMandateWindow}, waiting for the receipt. */
export const setMandateWindowAndWait: WaitingAction<"mandates", setMandateWindow.Args, setMandateWindow.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(setMandateWindow));
