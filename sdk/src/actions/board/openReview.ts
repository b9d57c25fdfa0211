import type { Hash, Hex } from "viem";
import { ethicsBoardOpenReview, ethicsBoardReviewOpenedEvent } from "../../abi/items/ethicsBoard.ts";
import { type BoardDecision, fromPayload, toPayload } from "../../board/decision.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { type Finding, FINDINGS, POWERS, type SubjectKind, SUBJECT_KINDS } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace openReview {
  type Args = {
    kind: SubjectKind;
    /** Id of the proposal, asset, recipe or mandate; hashes as numbers. A veto names its first proposal. */
    subject: bigint;
    decision: BoardDecision;
    /** From the charter's taxonomy; see `toReasonCode`. */
    reasonCode: Hex;
    /** Digest of the file that shows it. */
    evidence: Hex;
    /** The claim that it answers; none by default. */
    claimId?: bigint;
    /** What the board thinks of the claim; `none` by default. */
    finding?: Finding;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    reviewId: bigint;
    subject: bigint;
    /** The opener's, who has voted for it. */
    seat: number;
    /** Version of the charter that it is held under. */
    charter: number;
    /** What `enactReview` takes. */
    payload: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Asks the ethics board to decide; a live seat may, and has voted for it by that.
 *
 * @example
 * ```ts
 * const decision = { power: "veto", proposals: [toProposalActions(proposal)] } as const;
 * const review = await seat.openReviewAndWait({ kind: "proposal", subject: proposalId, decision, reasonCode, evidence });
 * await anybody.enactReviewAndWait(review);
 * ```
 */
export const openReview: WriteAction<"board", openReview.Args, typeof ethicsBoardOpenReview, openReview.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "board",
    item: ethicsBoardOpenReview,
    event: ethicsBoardReviewOpenedEvent,
    toInputs: ({ kind, decision, finding, claimId, subject, reasonCode, evidence }: openReview.Args) => [
      {
        ...{ subject, reasonCode, evidence, payload: toPayload(decision), claimId: claimId ?? 0n },
        kind: ordinalOf(SUBJECT_KINDS, kind),
        power: ordinalOf(POWERS, decision.power),
        finding: ordinalOf(FINDINGS, finding ?? "none"),
      },
    ],
    fromInputs: ([{ kind, power, finding, payload, ...input }]) => ({
      ...input,
      kind: nameOf(SUBJECT_KINDS, kind),
      decision: fromPayload(nameOf(POWERS, power), payload),
      finding: nameOf(FINDINGS, finding),
    }),
    fromEvents: (events) =>
      only(events, ({ input, ...opened }): openReview.Result => ({ ...opened, payload: input.payload })),
  });

/** {@link openReview}, waiting for the receipt. */
export const openReviewAndWait: WaitingAction<"board", openReview.Args, openReview.Result> =
  /* @__PURE__ */ andWait(openReview);
