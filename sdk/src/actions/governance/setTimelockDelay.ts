import type { Hash } from "viem";
import { studioTimelockMinDelayChangeEvent, studioTimelockUpdateDelay } from "../../abi/items/studioTimelock.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setTimelockDelay {
  type Args = {
    /** Seconds. */
    delay: bigint;
  };
  type Parameters = On<"timelock"> & Args & SendOptions;
  type Result = {
    /** Seconds. */
    oldDuration: bigint;
    /** Seconds. */
    newDuration: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets how long a queued proposal waits before it can be executed; only the timelock itself may.
 *
 * @example
 * ```ts
 * const call = setTimelockDelay.encode({ timelock, delay: 172_800n }); // for a proposal
 * ```
 */
export const setTimelockDelay: WriteAction<
  "timelock",
  setTimelockDelay.Args,
  typeof studioTimelockUpdateDelay,
  setTimelockDelay.Result
> = /* @__PURE__ */ defineWrite({
  contract: "timelock",
  item: studioTimelockUpdateDelay,
  event: studioTimelockMinDelayChangeEvent,
  toInputs: ({ delay }: setTimelockDelay.Args) => [delay],
  fromInputs: ([delay]) => ({ delay }),
});

/** {@link setTimelockDelay}, waiting for the receipt. */
export const setTimelockDelayAndWait: WaitingAction<"timelock", setTimelockDelay.Args, setTimelockDelay.Result> =
  /* @__PURE__ */ andWait(setTimelockDelay);
