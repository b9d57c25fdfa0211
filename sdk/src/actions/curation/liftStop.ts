import type { Address, Hash } from "viem";
import { curationLiftStop, curationProducerLevelSetEvent } from "../../abi/items/curation.ts";
import { nameOf } from "../../types/codec.ts";
import { PRODUCER_LEVELS, type ProducerLevel } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace liftStop {
  type Args = {
    producer: Address;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    producer: Address;
    level: ProducerLevel;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets a stopped producer commit again, under tightened inspection; only the timelock may.
 *
 * @example
 * ```ts
 * const call = liftStop.encode({ curation, producer }); // for a proposal
 * ```
 */
export const liftStop: WriteAction<"curation", liftStop.Args, typeof curationLiftStop, liftStop.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationLiftStop,
    event: curationProducerLevelSetEvent,
    fromEvents: (events) =>
      only(events, (set): liftStop.Result => ({ ...set, level: nameOf(PRODUCER_LEVELS, set.level) })),
  });

/** {@link liftStop}, waiting for the receipt. */
export const liftStopAndWait: WaitingAction<"curation", liftStop.Args, liftStop.Result> =
  /* @__PURE__ */ andWait(liftStop);
