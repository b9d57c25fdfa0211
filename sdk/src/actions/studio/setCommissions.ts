import type { Address, Hash } from "viem";
import { studioModuleReplacedEvent, studioSetCommissions } from "../../abi/items/studio.ts";
import { nameOf } from "../../types/codec.ts";
import { type Module, MODULES } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setCommissions {
  type Args = {
    /** Commissions of this studio; the zero address for none. */
    newCommissions: Address;
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
 * Replaces the commissions; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setCommissions.encode({ studio, newCommissions }); // for a proposal
 * ```
 */
export const setCommissions: WriteAction<
  "studio",
  setCommissions.Args,
  typeof studioSetCommissions,
  setCommissions.Result
> = /* @__PURE__ */ defineWrite({
  contract: "studio",
  item: studioSetCommissions,
  event: studioModuleReplacedEvent,
  toInputs: ({ newCommissions }: setCommissions.Args) => [newCommissions],
  fromInputs: ([newCommissions]) => ({ newCommissions }),
  fromEvents: (events) =>
    only(events, ({ module, ...addresses }): setCommissions.Result => ({
      ...addresses,
      module: nameOf(MODULES, module),
    })),
});

/** {@link setCommissions}, waiting for the receipt. */
export const setCommissionsAndWait: WaitingAction<"studio", setCommissions.Args, setCommissions.Result> =
  /* @__PURE__ */ andWait(setCommissions);
