import type { Hash } from "viem";
import { reputationTokenIndexChangedEvent, reputationTokenSetHalfLife } from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setHalfLife {
  type Args = {
    /** Seconds in which reputation halves. */
    halfLife: number;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    /** The index from then on. */
    gBase: bigint;
    /** Unix seconds. */
    tBase: number;
    halfLife: number;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Changes how fast reputation decays from now on; only the timelock may. Nothing that was earned changes now.
 *
 * @example
 * ```ts
 * const call = setHalfLife.encode({ reputation, halfLife: 365 * 86_400 }); // for a proposal
 * ```
 */
export const setHalfLife: WriteAction<
  "reputation",
  setHalfLife.Args,
  typeof reputationTokenSetHalfLife,
  setHalfLife.Result
> = /* @__PURE__ */ defineWrite({
  contract: "reputation",
  item: reputationTokenSetHalfLife,
  event: reputationTokenIndexChangedEvent,
  toInputs: ({ halfLife }: setHalfLife.Args) => [halfLife],
  fromInputs: ([halfLife]) => ({ halfLife }),
});

/** {@link setHalfLife}, waiting for the receipt. */
export const setHalfLifeAndWait: WaitingAction<"reputation", setHalfLife.Args, setHalfLife.Result> =
  /* @__PURE__ */ andWait(setHalfLife);
