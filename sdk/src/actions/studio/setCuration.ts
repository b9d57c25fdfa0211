import type { Address, Hash } from "viem";
import { studioModuleReplacedEvent, studioSetCuration } from "../../abi/items/studio.ts";
import { nameOf } from "../../types/codec.ts";
import { type Module, MODULES } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setCuration {
  type Args = {
    /** Recorded by `recordGate` before, in the same proposal. */
    newCuration: Address;
  };
  type Parameters = On<"studio"> & Args & SendOptions;
  type Result = {
    module: Module;
    /** The zero address: none. */
    oldModule: Address;
    /** The zero address: none. */
    newModule: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Replaces the gate for new lots; only the timelock may. The old gate goes on judging its own lots.
 *
 * @example
 * ```ts
 * const call = setCuration.encode({ studio, newCuration }); // for a proposal
 * ```
 */
export const setCuration: WriteAction<"studio", setCuration.Args, typeof studioSetCuration, setCuration.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "studio",
    item: studioSetCuration,
    event: studioModuleReplacedEvent,
    toInputs: ({ newCuration }: setCuration.Args) => [newCuration],
    fromInputs: ([newCuration]) => ({ newCuration }),
    fromEvents: (events) =>
      only(events, ({ module, ...addresses }): setCuration.Result => ({
        ...addresses,
        module: nameOf(MODULES, module),
      })),
  });

/** {@link setCuration}, waiting for the receipt. */
export const setCurationAndWait: WaitingAction<"studio", setCuration.Args, setCuration.Result> =
  /* @__PURE__ */ andWait(setCuration);
