import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  AppealGrant,
  BondReturn,
  ClaimAnswer,
  ClaimFiling,
  ClaimLapse,
  ClaimTermsChange,
  EthicsBoard,
  EthicsClaim,
  ReviewAppeal,
  ReviewReward,
} from "../generated/schema";
import {
  AppealGranted,
  BondReturned,
  ClaimAnswered,
  ClaimFiled,
  ClaimLapsed,
  ClaimTermsSet,
  ReviewAppealed,
  ReviewRewarded,
} from "../generated/templates/EthicsBoard/EthicsBoard";
import { actor } from "./helpers/actors";
import { bookKey, loadBoard, loadClaim, loadReview, seatsOf } from "./helpers/boards";
import { FINDINGS, SUBJECT_KINDS } from "./helpers/enums";
import { eventId, nullable } from "./helpers/ids";
import { loadToken } from "./helpers/money";
import { stamp } from "./helpers/stamp";
import { subjectOf } from "./helpers/subjects";

/** Seconds in which a claim is to be answered. */
const ANSWER = BigInt.fromI32(1_209_600);

export function handleClaimFiled(event: ClaimFiled): void {
  const board = loadBoard(event.address);
  board.claimCount += 1;
  board.openClaimCount += 1;
  board.save();
  const claim = saveClaim(board, event);

  const filing = new ClaimFiling(eventId(event));
  stamp(filing, event);
  filing.claim = claim.id;
  filing.claimant = claim.claimant;
  filing.save();
}

function saveClaim(board: EthicsBoard, event: ClaimFiled): EthicsClaim {
  const claim = new EthicsClaim(bookKey(board.id, event.params.claimId));
  claim.board = board.id;
  claim.claimId = event.params.claimId;
  claim.claimant = actor(event.params.claimant);
  claim.kind = SUBJECT_KINDS[event.params.kind];
  claim.subject = event.params.subject;
  claim.reasonCode = event.params.reasonCode;
  claim.evidence = event.params.evidence;
  claim.token = tokenOf(nullable(event.params.token));
  claim.bond = event.params.bond;
  claim.filedAt = event.block.timestamp;
  claim.answerBy = event.block.timestamp.plus(ANSWER);
  claim.status = "Open";
  const subject = subjectOf(board, claim.kind, claim.subject);
  claim.proposal = subject.proposal;
  claim.asset = subject.asset;
  claim.lot = subject.lot;
  claim.recipe = subject.recipe;
  claim.save();
  return claim;
}

function tokenOf(address: Bytes | null): Bytes | null {
  if (!address) return null;
  loadToken(address).save();
  return address;
}

export function handleClaimAnswered(event: ClaimAnswered): void {
  closeOne(event.address);
  const claim = loadClaim(event.address, event.params.claimId);
  claim.status = "Answered";
  claim.review = bookKey(event.address, event.params.reviewId);
  claim.finding = FINDINGS[event.params.finding];
  claim.answeredAt = event.block.timestamp;
  claim.save();

  const answer = new ClaimAnswer(eventId(event));
  stamp(answer, event);
  answer.claim = claim.id;
  answer.review = bookKey(event.address, event.params.reviewId);
  answer.finding = FINDINGS[event.params.finding];
  answer.save();
}

export function handleClaimLapsed(event: ClaimLapsed): void {
  const board = closeOne(event.address);
  board.lapsedClaimCount += 1;
  board.save();
  const claim = loadClaim(board.id, event.params.claimId);
  claim.status = "Lapsed";
  claim.lapsedAt = event.block.timestamp;
  claim.stoppedUntil = event.params.stoppedUntil.isZero() ? null : event.params.stoppedUntil;
  claim.save();

  const lapse = new ClaimLapse(eventId(event));
  stamp(lapse, event);
  lapse.claim = claim.id;
  lapse.stoppedUntil = claim.stoppedUntil;
  lapse.save();
}

/** One open claim less. */
function closeOne(address: Bytes): EthicsBoard {
  const board = loadBoard(address);
  board.openClaimCount -= 1;
  board.save();
  return board;
}

export function handleBondReturned(event: BondReturned): void {
  const claim = loadClaim(event.address, event.params.claimId);
  claim.bondReturn = eventId(event);
  claim.save();

  const bondReturn = new BondReturn(eventId(event));
  stamp(bondReturn, event);
  bondReturn.claim = claim.id;
  bondReturn.to = actor(event.params.to);
  bondReturn.amount = event.params.amount;
  bondReturn.save();
}

export function handleClaimTermsSet(event: ClaimTermsSet): void {
  const board = loadBoard(event.address);
  board.claimToken = event.params.bond.isZero() ? null : tokenOf(nullable(event.params.token));
  board.claimBond = event.params.bond;
  board.save();

  const change = new ClaimTermsChange(eventId(event));
  stamp(change, event);
  change.board = board.id;
  change.token = board.claimToken;
  change.bond = board.claimBond;
  change.save();
}

export function handleReviewAppealed(event: ReviewAppealed): void {
  const review = loadReview(event.address, event.params.reviewId);
  review.appeal = eventId(event);
  review.save();

  const appeal = new ReviewAppeal(eventId(event));
  stamp(appeal, event);
  appeal.review = review.id;
  appeal.appellant = actor(event.params.appellant);
  appeal.evidence = event.params.evidence;
  appeal.save();
}

export function handleAppealGranted(event: AppealGranted): void {
  const review = loadReview(event.address, event.params.reviewId);
  review.appealGrant = eventId(event);
  review.save();

  const grant = new AppealGrant(eventId(event));
  stamp(grant, event);
  grant.review = review.id;
  grant.save();
}

export function handleReviewRewarded(event: ReviewRewarded): void {
  const board = loadBoard(event.address);
  board.rewardedRaw = board.rewardedRaw.plus(event.params.raw);
  board.save();
  const review = loadReview(board.id, event.params.reviewId);
  review.reward = eventId(event);
  review.save();

  const reward = new ReviewReward(eventId(event));
  stamp(reward, event);
  reward.review = review.id;
  reward.seats = seatsOf(event.params.seats);
  reward.raw = event.params.raw;
  reward.save();
}
