import type { Address, Hash } from "viem";
import { studioModuleReplacedEvent, studioSetMandates } from "../../abi/items/studio.ts";
import { nameOf } from "../../types/codec.ts";
import { type Module, MODULES } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setMandates {
  type Args = {
    /** Mandates of this studio; the zero address for none. */
    newMandates: Address;
    /** Tokens of which the old ones must have no allowance from the timelock any more. */
    tokens: readonly Address[];
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
 * Replaces the agents' mandates; only the timelock may, and only once the old ones cannot spend any more.
 *
 * @example
 * ```ts
 * const call = setMandates.encode({ studio, newMandates, tokens: [usdc] }); // for a proposal
 * ```
 */
export const setMandates: WriteAction<"studio", setMandates.Args, typeof studioSetMandates, setMandates.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "studio",
    item: studioSetMandates,
    event: studioModuleReplacedEvent,
    toInputs: ({ newMandates, tokens }: setMandates.Args) => [newMandates, tokens],
    fromInputs: ([newMandates, tokens]) => ({ newMandates, tokens }),
    fromEvents: (events) =>
      only(events, ({ module, ...addresses }): setMandates.Result => ({
        ...addresses,
        module: nameOf(MODULES, module),
      })),
  });

/** {@link setMandates}, waiting for the receipt. */
export const setMandatesAndWait: WaitingAction<"studio", setMandates.Args, setMandates.Result> =
  /* @__PURE__ */ andWait(setMandates);
