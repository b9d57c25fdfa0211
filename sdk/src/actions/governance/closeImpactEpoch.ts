import type { Hash } from "viem";
import { impactEmissionCloseEpoch, impactEmissionImpactEpochClosedEvent } from "../../abi/items/impactEmission.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace closeImpactEpoch {
  type Args = {
    epoch: number;
  };
  type Parameters = On<"impact"> & Args & SendOptions;
  type Result = {
    epoch: number;
    /** Sum of all scores, 18 decimals. */
    points: bigint;
    /** Raw units that are divided. */
    pool: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Fixes what an epoch of impact pays; anybody may, after its end and a week after another one was closed.
 *
 * @example
 * ```ts
 * const { pool } = await client.closeImpactEpochAndWait({ epoch: 4 });
 * ```
 */
export const closeImpactEpoch: WriteAction<
  "impact",
  closeImpactEpoch.Args,
  typeof impactEmissionCloseEpoch,
  closeImpactEpoch.Result
> = /* @__PURE__ */ defineWrite({
  contract: "impact",
  item: impactEmissionCloseEpoch,
  event: impactEmissionImpactEpochClosedEvent,
});

/** {@link closeImpactEpoch}, waiting for the receipt. */
export const closeImpactEpochAndWait: WaitingAction<"impact", closeImpactEpoch.Args, closeImpactEpoch.Result> =
  /* @__PURE__ */ andWait(closeImpactEpoch);
