import type { Hash } from "viem";
import {
  reputationTokenGrantCapacitySetEvent,
  reputationTokenSetGrantCapacity,
} from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setGrantCapacity {
  type Args = {
    /** ppm of the supply in 90 days, at most 100,000. */
    capacity: number;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    oldCapacity: number;
    newCapacity: number;
    /** Unix seconds. */
    from: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets how much reputation votes may grant; only the timelock may. A rise counts seven days later.
 *
 * @example
 * ```ts
 * const call = setGrantCapacity.encode({ reputation, capacity: 20_000 }); // for a proposal
 * ```
 */
export const setGrantCapacity: WriteAction<
  "reputation",
  setGrantCapacity.Args,
  typeof reputationTokenSetGrantCapacity,
  setGrantCapacity.Result
> = /* @__PURE__ */ defineWrite({
  contract: "reputation",
  item: reputationTokenSetGrantCapacity,
  event: reputationTokenGrantCapacitySetEvent,
  toInputs: ({ capacity }: setGrantCapacity.Args) => [capacity],
  fromInputs: ([capacity]) => ({ capacity }),
  fromEvents: (events) =>
    only(events, ({ from, ...capacities }): setGrantCapacity.Result => ({ ...capacities, from: BigInt(from) })),
});

/** {@link setGrantCapacity}, waiting for the receipt. */
export const setGrantCapacityAndWait: WaitingAction<"reputation", setGrantCapacity.Args, setGrantCapacity.Result> =
  /* @__PURE__ */ andWait(setGrantCapacity);
