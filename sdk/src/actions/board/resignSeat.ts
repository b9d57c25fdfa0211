import type { Address, Hash } from "viem";
import { ethicsBoardResign, ethicsBoardSeatVacatedEvent } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace resignSeat {
  type Args = {
    /** The sender's. */
    seat: number;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    seat: number;
    holder: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Empties the sender's seat.
 *
 * @example
 * ```ts
 * await client.resignSeatAndWait({ seat: 2 });
 * ```
 */
export const resignSeat: WriteAction<"board", resignSeat.Args, typeof ethicsBoardResign, resignSeat.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardResign,
    event: ethicsBoardSeatVacatedEvent,
    fromEvents: (events) => only(events, ({ evidence: _, ...vacated }): resignSeat.Result => vacated),
  });

/** {@link resignSeat}, waiting for the receipt. */
export const resignSeatAndWait: WaitingAction<"board", resignSeat.Args, resignSeat.Result> =
  /* @__PURE__ */ andWait(resignSeat);
