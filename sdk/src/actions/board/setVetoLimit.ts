import type { Hash } from "viem";
import { ethicsBoardSetVetoLimit, ethicsBoardVetoLimitSetEvent } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setVetoLimit {
  type Args = {
    /** 1 to 12 in 90 days. */
    limit: number;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    oldLimit: number;
    newLimit: number;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets how often the board may veto; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setVetoLimit.encode({ board, limit: 2 }); // for a proposal
 * ```
 */
export const setVetoLimit: WriteAction<
  "board",
  setVetoLimit.Args,
  typeof ethicsBoardSetVetoLimit,
  setVetoLimit.Result
> = /* @__PURE__ */ defineWrite({
  contract: "board",
  item: ethicsBoardSetVetoLimit,
  event: ethicsBoardVetoLimitSetEvent,
  toInputs: ({ limit }: setVetoLimit.Args) => [limit],
  fromInputs: ([limit]) => ({ limit }),
});

/** {@link setVetoLimit}, waiting for the receipt. */
export const setVetoLimitAndWait: WaitingAction<"board", setVetoLimit.Args, setVetoLimit.Result> =
  /* @__PURE__ */ andWait(setVetoLimit);
