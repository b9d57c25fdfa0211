import type { Address, Hash } from "viem";
import { ethicsBoardReviewVotedEvent, ethicsBoardVoteOnReview } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace voteOnReview {
  type Args = {
    reviewId: bigint;
    support: boolean;
    /** Public; may be empty. */
    reason: string;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    reviewId: bigint;
    seat: number;
    holder: Address;
    support: boolean;
    reason: string;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Votes on a review in public; a live seat that began before the review may, once.
 *
 * @example
 * ```ts
 * await client.voteOnReviewAndWait({ reviewId, support: true, reason: "The model's data are not licensed." });
 * ```
 */
export const voteOnReview: WriteAction<
  "board",
  voteOnReview.Args,
  typeof ethicsBoardVoteOnReview,
  voteOnReview.Result
> = /* @__PURE__ */ defineWrite({
  contract: "board",
  item: ethicsBoardVoteOnReview,
  event: ethicsBoardReviewVotedEvent,
  toInputs: ({ reviewId, support, reason }: voteOnReview.Args) => [reviewId, support, reason],
  fromInputs: ([reviewId, support, reason]) => ({ reviewId, support, reason }),
});

/** {@link voteOnReview}, waiting for the receipt. */
export const voteOnReviewAndWait: WaitingAction<"board", voteOnReview.Args, voteOnReview.Result> =
  /* @__PURE__ */ andWait(voteOnReview);
