import type { Address, Hex } from "viem";
import { isAddressEqual } from "viem";
import {
  ethicsBoardBondReturnedEvent,
  ethicsBoardClaimAnsweredEvent,
  ethicsBoardClaimFiledEvent,
  ethicsBoardClaimLapsedEvent,
} from "../abi/items/ethicsBoard.ts";
import type { EventArgs } from "../actions/internal/types.ts";
import { nameOf } from "../types/codec.ts";
import { type Finding, FINDINGS, type SubjectKind, SUBJECT_KINDS } from "../types/enums.ts";
import { type Difference, differ } from "./difference.ts";
import type { ReplayedReview } from "./readBoardHistory.ts";

/** A claim as its events tell it. */
export type ReplayedClaim = {
  claimId: bigint;
  claimant: Address;
  kind: SubjectKind;
  subject: bigint;
  reasonCode: Hex;
  evidence: Hex;
  token: Address;
  /** Units of the token. */
  bond: bigint;
  /** Unix seconds. */
  filedAt: bigint;
  /** What a review found, and which. */
  answer?: { reviewId: bigint; finding: Finding; answeredAt: bigint };
  /** The board was silent too long; the subject is stopped until then, where it can be. */
  lapse?: { lapsedAt: bigint; stoppedUntil: bigint };
  /** Where the bond went. */
  returned?: { to: Address; amount: bigint };
};

/** Events of claims. */
export const CLAIM_EVENTS = [
  ethicsBoardClaimFiledEvent,
  ethicsBoardClaimAnsweredEvent,
  ethicsBoardClaimLapsedEvent,
  ethicsBoardBondReturnedEvent,
] as const;

/** Seconds that the board has for an answer. */
const ANSWER_TIME = 14n * 86_400n;

type Told<Event extends (typeof CLAIM_EVENTS)[number]> = EventArgs<Event>;

/** Follows the claims of a board, and notes what the board may not have done. */
export class ClaimReplay {
  readonly claims = new Map<bigint, ReplayedClaim>();
  readonly differences: Difference[] = [];

  filed({ kind, ...claim }: Told<typeof ethicsBoardClaimFiledEvent>, now: bigint): void {
    this.claims.set(claim.claimId, { ...claim, kind: nameOf(SUBJECT_KINDS, kind), filedAt: now });
  }

  /** An answer is what the review found that was about this claim. */
  answered(told: Told<typeof ethicsBoardClaimAnsweredEvent>, now: bigint, review: ReplayedReview | undefined): void {
    const { claimId, reviewId } = told;
    const claim = this.claims.get(claimId);
    if (claim === undefined) return;
    const finding = nameOf(FINDINGS, told.finding);
    const found = { finding, claimId, open: claim.answer === undefined && claim.lapse === undefined };
    const expected = { finding: review?.finding, claimId: review?.claimId, open: true };
    this.differences.push(...differ(`answer to claim ${claimId}`, found, expected));
    claim.answer = { reviewId, finding, answeredAt: now };
  }

  /** A claim lapses once the time for an answer is over, and none came. */
  lapsed({ claimId, stoppedUntil }: Told<typeof ethicsBoardClaimLapsedEvent>, now: bigint): void {
    const claim = this.claims.get(claimId);
    if (claim === undefined) return;
    const found = {
      late: now >= claim.filedAt + ANSWER_TIME,
      open: claim.answer === undefined && claim.lapse === undefined,
    };
    this.differences.push(...differ(`lapse of claim ${claimId}`, found, { late: true, open: true }));
    claim.lapse = { lapsedAt: now, stoppedUntil: BigInt(stoppedUntil) };
  }

  /** The whole bond goes back, once, and to the claimant unless the claim was abusive. */
  returned({ claimId, to, amount }: Told<typeof ethicsBoardBondReturnedEvent>): void {
    const claim = this.claims.get(claimId);
    if (claim === undefined) return;
    const ended = claim.answer !== undefined || claim.lapse !== undefined;
    const rightly = claim.answer?.finding === "abusive" || isAddressEqual(to, claim.claimant);
    const found = { amount, ended, rightly, once: claim.returned === undefined };
    const expected = { amount: claim.bond, ended: true, rightly: true, once: true };
    this.differences.push(...differ(`bond of claim ${claimId}`, found, expected));
    claim.returned = { to, amount };
  }
}
