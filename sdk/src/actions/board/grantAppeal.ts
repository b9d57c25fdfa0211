import type { Hash } from "viem";
import { ethicsBoardAppealGrantedEvent, ethicsBoardGrantAppeal } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace grantAppeal {
  type Args = {
    reviewId: bigint;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    reviewId: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lifts a quarantine that was appealed 14 days ago and not confirmed; anybody may.
 *
 * @example
 * ```ts
 * await client.grantAppealAndWait({ reviewId });
 * ```
 */
export const grantAppeal: WriteAction<"board", grantAppeal.Args, typeof ethicsBoardGrantAppeal, grantAppeal.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardGrantAppeal,
    event: ethicsBoardAppealGrantedEvent,
  });

/** {@link grantAppeal}, waiting for the receipt. */
export const grantAppealAndWait: WaitingAction<"board", grantAppeal.Args, grantAppeal.Result> =
  /* @__PURE__ */ andWait(grantAppeal);
