import type { Address, Hash, Hex } from "viem";
import { ethicsBoardRemoveSeat, ethicsBoardSeatVacatedEvent } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace removeSeat {
  type Args = {
    /** 1 to 9. */
    seat: number;
    /** Digest of the file that says why; never zero. */
    evidence: Hex;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    seat: number;
    holder: Address;
    evidence: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Empties a seat before its term is over; only the timelock may.
 *
 * @example
 * ```ts
 * const call = removeSeat.encode({ board, seat: 2, evidence }); // for a proposal
 * ```
 */
export const removeSeat: WriteAction<"board", removeSeat.Args, typeof ethicsBoardRemoveSeat, removeSeat.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardRemoveSeat,
    event: ethicsBoardSeatVacatedEvent,
  });

/** {@link removeSeat}, waiting for the receipt. */
export const removeSeatAndWait: WaitingAction<"board", removeSeat.Args, removeSeat.Result> =
  /* @__PURE__ */ andWait(removeSeat);
