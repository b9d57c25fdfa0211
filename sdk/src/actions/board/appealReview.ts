import type { Address, Hash, Hex } from "viem";
import { ethicsBoardAppeal, ethicsBoardReviewAppealedEvent } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace appealReview {
  type Args = {
    reviewId: bigint;
    /** Digest of the file that says why. */
    evidence: Hex;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    reviewId: bigint;
    appellant: Address;
    evidence: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Asks that a quarantine be confirmed by two thirds in 14 days or lifted; the lot's producer or the recipe's licensor
 * may, once.
 *
 * @example
 * ```ts
 * await producer.appealReviewAndWait({ reviewId, evidence });
 * ```
 */
export const appealReview: WriteAction<"board", appealReview.Args, typeof ethicsBoardAppeal, appealReview.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardAppeal,
    event: ethicsBoardReviewAppealedEvent,
  });

/** {@link appealReview}, waiting for the receipt. */
export const appealReviewAndWait: WaitingAction<"board", appealReview.Args, appealReview.Result> =
  /* @__PURE__ */ andWait(appealReview);
