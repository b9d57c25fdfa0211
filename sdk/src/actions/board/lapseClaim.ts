import type { Hash } from "viem";
import { ethicsBoardClaimLapsedEvent, ethicsBoardLapse } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace lapseClaim {
  type Args = {
    claimId: bigint;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    claimId: bigint;
    /** Unix seconds; 0: not stopped, because it was lately. */
    stoppedUntil: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Ends a claim that nobody answered in 14 days: its subject is stopped, the bond goes back; anybody may.
 *
 * @example
 * ```ts
 * await client.lapseClaimAndWait({ claimId });
 * ```
 */
export const lapseClaim: WriteAction<"board", lapseClaim.Args, typeof ethicsBoardLapse, lapseClaim.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardLapse,
    event: ethicsBoardClaimLapsedEvent,
    fromEvents: (events) =>
      only(events, ({ claimId, stoppedUntil }): lapseClaim.Result => ({ claimId, stoppedUntil: BigInt(stoppedUntil) })),
  });

/** {@link lapseClaim}, waiting for the receipt. */
export const lapseClaimAndWait: WaitingAction<"board", lapseClaim.Args, lapseClaim.Result> =
  /* @__PURE__ */ andWait(lapseClaim);
