import type { Hash } from "viem";
import { curationExpireLot, curationLotExpiredEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace expireLot {
  type Args = {
    lotId: bigint;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    lotId: bigint;
    round: number;
    /** Units of the audit token: back to the producer. */
    bond: bigint;
    /** Units of the audit token: back to who paid it. */
    fee: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Gives bond and fee back where an audit came to no verdict in time. Anybody may.
 *
 * @example
 * ```ts
 * await client.expireLotAndWait({ lotId });
 * ```
 */
export const expireLot: WriteAction<"curation", expireLot.Args, typeof curationExpireLot, expireLot.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationExpireLot,
    event: curationLotExpiredEvent,
  });

/** {@link expireLot}, waiting for the receipt. */
export const expireLotAndWait: WaitingAction<"curation", expireLot.Args, expireLot.Result> =
  /* @__PURE__ */ andWait(expireLot);
