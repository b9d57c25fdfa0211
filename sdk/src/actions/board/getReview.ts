import type { Hex } from "viem";
import { ethicsBoardReviewOf, ethicsBoardTallyOf } from "../../abi/items/ethicsBoard.ts";
import { seatsIn } from "../../board/seats.ts";
import { nameOf } from "../../types/codec.ts";
import { type Finding, FINDINGS, type Power, POWERS, type SubjectKind, SUBJECT_KINDS } from "../../types/enums.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

export declare namespace getReview {
  type Args = { reviewId: bigint };
  type Parameters = On<"board"> & Args & ReadOptions;
  type ReturnType = {
    kind: SubjectKind;
    subject: bigint;
    power: Power;
    /** Of the claim that it answers. */
    finding: Finding;
    /** 0: it answers none. */
    claimId: bigint;
    /** Seats that voted for and against it. */
    supporters: number[];
    opponents: number[];
    /** Version of the charter that it is held under. */
    charter: number;
    /** Unix seconds; 0: not yet. */
    openedAt: bigint;
    enactedAt: bigint;
    appealedAt: bigint;
    confirmed: boolean;
    rewarded: boolean;
    payloadHash: Hex;
    reasonCode: Hex;
    evidence: Hex;
    /** Votes that count now, how many are needed now, and how many seats are live. */
    tally: { votes: number; needed: number; live: number };
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a review of the ethics board and how its vote stands, in one round trip.
 *
 * @example
 * ```ts
 * const { tally, reasonCode } = await client.getReview({ reviewId });
 * ```
 */
export async function getReview(client: ActionClient, parameters: getReview.Parameters): Promise<getReview.ReturnType> {
  const address = addressIn("board", parameters);
  const args = [parameters.reviewId] as const;
  const [review, [votes, needed, live]] = await readMany(
    client,
    [
      { address, abi: [ethicsBoardReviewOf], functionName: "reviewOf", args },
      { address, abi: [ethicsBoardTallyOf], functionName: "tallyOf", args },
    ],
    parameters,
  );
  return {
    ...review,
    kind: nameOf(SUBJECT_KINDS, review.kind),
    power: nameOf(POWERS, review.power),
    finding: nameOf(FINDINGS, review.finding),
    supporters: seatsIn(review.supporters),
    opponents: seatsIn(review.opponents),
    openedAt: BigInt(review.openedAt),
    enactedAt: BigInt(review.enactedAt),
    appealedAt: BigInt(review.appealedAt),
    tally: { votes: Number(votes), needed: Number(needed), live: Number(live) },
  };
}
