import type { Address, Hash, Hex } from "viem";
import { ethicsBoardCandidateStoodEvent, ethicsBoardStand } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace standForSeat {
  type Args = {
    /** Digest of a file: who the candidate is and stands for. */
    statement: Hex;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    candidate: Address;
    statement: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Says that the sender is ready to be elected in the next 90 days.
 *
 * @example
 * ```ts
 * await client.standForSeatAndWait({ statement: digestOf("bafkrei…") });
 * ```
 */
export const standForSeat: WriteAction<"board", standForSeat.Args, typeof ethicsBoardStand, standForSeat.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardStand,
    event: ethicsBoardCandidateStoodEvent,
  });

/** {@link standForSeat}, waiting for the receipt. */
export const standForSeatAndWait: WaitingAction<"board", standForSeat.Args, standForSeat.Result> =
  /* @__PURE__ */ andWait(standForSeat);
