import type { Hash } from "viem";
import { ethicsBoardReviewRewardedEvent, ethicsBoardRewardReview } from "../../abi/items/ethicsBoard.ts";
import { seatsIn } from "../../board/seats.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace rewardReview {
  type Args = {
    reviewId: bigint;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    reviewId: bigint;
    /** Those that were rewarded. */
    seats: number[];
    /** Raw units in all. */
    raw: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Mints reputation to the seats that voted on the answer to a claim; anybody may, one review a day.
 *
 * @example
 * ```ts
 * await client.rewardReviewAndWait({ reviewId });
 * ```
 */
export const rewardReview: WriteAction<
  "board",
  rewardReview.Args,
  typeof ethicsBoardRewardReview,
  rewardReview.Result
> = /* @__PURE__ */ defineWrite({
  contract: "board",
  item: ethicsBoardRewardReview,
  event: ethicsBoardReviewRewardedEvent,
  toInputs: ({ reviewId }: rewardReview.Args) => [reviewId],
  fromInputs: ([reviewId]) => ({ reviewId }),
  fromEvents: (events) =>
    only(events, ({ seats, ...rewarded }): rewardReview.Result => ({ ...rewarded, seats: seatsIn(seats) })),
});

/** {@link rewardReview}, waiting for the receipt. */
export const rewardReviewAndWait: WaitingAction<"board", rewardReview.Args, rewardReview.Result> =
  /* @__PURE__ */ andWait(rewardReview);
