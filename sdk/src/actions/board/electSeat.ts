import type { Address, Hash } from "viem";
import { ethicsBoardElectSeat, ethicsBoardSeatGrantedEvent } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace electSeat {
  type Args = {
    /** 1 to 9. */
    seat: number;
    /** A candidate, or who holds the seat. */
    holder: Address;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    seat: number;
    holder: Address;
    /** Unix seconds. */
    termEnd: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Elects a candidate for a year; only the timelock may, and no board can veto that.
 *
 * @example
 * ```ts
 * const call = electSeat.encode({ board, seat: 2, holder: dora }); // for a proposal
 * ```
 */
export const electSeat: WriteAction<"board", electSeat.Args, typeof ethicsBoardElectSeat, electSeat.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardElectSeat,
    event: ethicsBoardSeatGrantedEvent,
    fromEvents: (events) =>
      only(events, ({ termEnd, ...granted }): electSeat.Result => ({ ...granted, termEnd: BigInt(termEnd) })),
  });

/** {@link electSeat}, waiting for the receipt. */
export const electSeatAndWait: WaitingAction<"board", electSeat.Args, electSeat.Result> =
  /* @__PURE__ */ andWait(electSeat);
