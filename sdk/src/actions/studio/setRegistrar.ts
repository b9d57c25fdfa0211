import type { Address, Hash } from "viem";
import { studioRegistrarSetEvent, studioSetRegistrar } from "../../abi/items/studio.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setRegistrar {
  type Args = {
    /** Who registers recipes and mints for the studio; the zero address for nobody. */
    registrar: Address;
  };
  type Parameters = On<"studio"> & Args & SendOptions;
  type Result = {
    oldRegistrar: Address;
    newRegistrar: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Appoints who registers recipes and mints for the studio; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setRegistrar.encode({ studio, registrar: carol }); // for a proposal
 * ```
 */
export const setRegistrar: WriteAction<"studio", setRegistrar.Args, typeof studioSetRegistrar, setRegistrar.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "studio",
    item: studioSetRegistrar,
    event: studioRegistrarSetEvent,
    toInputs: ({ registrar }: setRegistrar.Args) => [registrar],
    fromInputs: ([registrar]) => ({ registrar }),
  });

/** {@link setRegistrar}, waiting for the receipt. */
export const setRegistrarAndWait: WaitingAction<"studio", setRegistrar.Args, setRegistrar.Result> =
  /* @__PURE__ */ andWait(setRegistrar);
