import type { Address, Hash, Hex } from "viem";
import { ethicsBoardEnactReview, ethicsBoardReviewEnactedEvent } from "../../abi/items/ethicsBoard.ts";
import { seatsIn } from "../../board/seats.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace enactReview {
  type Args = {
    reviewId: bigint;
    /** What was voted on: `openReviewAndWait` returns it, `toPayload` makes it again. */
    payload: Hex;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    reviewId: bigint;
    by: Address;
    /** Seats that voted for it and are live. */
    supporters: number[];
    /** Live seats that could vote. */
    live: number;
    needed: number;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Does what enough live seats support; anybody may.
 *
 * @example
 * ```ts
 * await client.enactReviewAndWait(review); // what openReviewAndWait returned
 * ```
 */
export const enactReview: WriteAction<"board", enactReview.Args, typeof ethicsBoardEnactReview, enactReview.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardEnactReview,
    event: ethicsBoardReviewEnactedEvent,
    fromEvents: (events) =>
      only(events, ({ supporters, live, needed, ...enacted }): enactReview.Result => ({
        ...enacted,
        supporters: seatsIn(supporters),
        live: Number(live),
        needed: Number(needed),
      })),
  });

/** {@link enactReview}, waiting for the receipt. */
export const enactReviewAndWait: WaitingAction<"board", enactReview.Args, enactReview.Result> =
  /* @__PURE__ */ andWait(enactReview);
