import type { Hash } from "viem";
import { curationCloseEpoch, curationEpochClosedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace closeEpoch {
  type Args = {
    epoch: number;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    epoch: number;
    points: bigint;
    canaryPoints: bigint;
    /** Raw reputation. */
    budget: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Reserves the reputation that the curators of an epoch that is over share. Anybody may.
 *
 * @example
 * ```ts
 * await client.closeEpochAndWait({ epoch });
 * ```
 */
export const closeEpoch: WriteAction<"curation", closeEpoch.Args, typeof curationCloseEpoch, closeEpoch.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationCloseEpoch,
    event: curationEpochClosedEvent,
  });

/** {@link closeEpoch}, waiting for the receipt. */
export const closeEpochAndWait: WaitingAction<"curation", closeEpoch.Args, closeEpoch.Result> =
  /* @__PURE__ */ andWait(closeEpoch);
