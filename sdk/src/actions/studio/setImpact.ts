import type { Address, Hash } from "viem";
import { studioModuleReplacedEvent, studioSetImpact } from "../../abi/items/studio.ts";
import { nameOf } from "../../types/codec.ts";
import { type Module, MODULES } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setImpact {
  type Args = {
    /** From `createSuccessors`; the zero address for none. */
    newImpact: Address;
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
 * Replaces what grants reputation for impact, which no studio has at birth; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setImpact.encode({ studio, newImpact }); // for a proposal
 * ```
 */
export const setImpact: WriteAction<"studio", setImpact.Args, typeof studioSetImpact, setImpact.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "studio",
    item: studioSetImpact,
    event: studioModuleReplacedEvent,
    toInputs: ({ newImpact }: setImpact.Args) => [newImpact],
    fromInputs: ([newImpact]) => ({ newImpact }),
    fromEvents: (events) =>
      only(events, ({ module, ...addresses }): setImpact.Result => ({ ...addresses, module: nameOf(MODULES, module) })),
  });

/** {@link setImpact}, waiting for the receipt. */
export const setImpactAndWait: WaitingAction<"studio", setImpact.Args, setImpact.Result> =
  /* @__PURE__ */ andWait(setImpact);
