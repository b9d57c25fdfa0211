import type { Hash } from "viem";
import { agentMandatesNotePresence, agentMandatesPresenceNotedEvent } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace notePresence {
  type Args = object;
  type Parameters = On<"mandates"> & Args & SendOptions;
  type Result = {
    /** Whether its agents may act. */
    present: boolean;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Notes whether the studio names this module of mandates; anybody may.
 *
 * @example
 * ```ts
 * const { present } = await client.notePresenceAndWait();
 * ```
 */
export const notePresence: WriteAction<
  "mandates",
  notePresence.Args,
  typeof agentMandatesNotePresence,
  notePresence.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "mandates",
    item: agentMandatesNotePresence,
    event: agentMandatesPresenceNotedEvent,
    toInputs: () => [],
    fromInputs: () => ({}),
  }),
);

/** {@link notePresence}, waiting for the receipt. */
export const notePresenceAndWait: WaitingAction<"mandates", notePresence.Args, notePresence.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(notePresence));
