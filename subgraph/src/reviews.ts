import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  Asset,
  Certificate,
  ChamberAppointment,
  ChamberVeto,
  Charter,
  EthicsBoard,
  Module,
  Proposal,
  ProposalVeto,
  Recipe,
  Review,
  ReviewEnactment,
  ReviewOpening,
  ReviewVote,
  VetoLimitChange,
} from "../generated/schema";
import {
  ChamberAppointed,
  ChamberVetoed,
  ProposalVetoed,
  ReviewEnacted,
  ReviewOpened,
  ReviewVoted,
  SubjectCertified,
  VetoLimitSet,
} from "../generated/templates/EthicsBoard/EthicsBoard";
import { actor } from "./helpers/actors";
import { bookKey, loadBoard, loadReview, loadSeat, seatsOf } from "./helpers/boards";
import { FINDINGS, POWERS, SUBJECT_KINDS } from "./helpers/enums";
import { bigEndian, eventId, fromBigEndian, nullable, ORDINAL_WIDTH, WORD256_WIDTH } from "./helpers/ids";
import { stamp } from "./helpers/stamp";
import { Subject, proposalOf, subjectOf } from "./helpers/subjects";

/** Seconds for which a review is open. */
const OPEN = BigInt.fromI32(1_209_600);

export function handleReviewOpened(event: ReviewOpened): void {
  const board = loadBoard(event.address);
  board.reviewCount += 1;
  board.save();
  const review = saveReview(board, event);

  const opening = new ReviewOpening(eventId(event));
  stamp(opening, event);
  opening.review = review.id;
  opening.seat = review.seat;
  opening.save();
}

function saveReview(board: EthicsBoard, event: ReviewOpened): Review {
  const input = event.params.input;
  const seat = loadSeat(board.id, event.params.seat);
  const review = new Review(bookKey(board.id, event.params.reviewId));
  review.board = board.id;
  review.reviewId = event.params.reviewId;
  review.kind = SUBJECT_KINDS[input.kind];
  review.subject = input.subject;
  review.power = POWERS[input.power];
  review.payload = input.payload;
  review.reasonCode = input.reasonCode;
  review.evidence = input.evidence;
  review.charterVersion = event.params.charter;
  review.charter = charterOf(board.studio, event.params.charter);
  review.seat = seat.id;
  review.openedBy = seat.holder!;
  review.openedAt = event.block.timestamp;
  review.closesAt = event.block.timestamp.plus(OPEN);
  review.forVotes = 1;
  review.againstVotes = 0;
  review.enacted = false;
  if (!input.claimId.isZero()) {
    review.claim = bookKey(board.id, input.claimId);
    review.finding = FINDINGS[input.finding];
  }
  link(review, subjectOf(board, review.kind, review.subject));
  readPayload(review);
  review.save();
  return review;
}

function charterOf(studio: Bytes, version: BigInt): Bytes | null {
  const id = studio.concat(bigEndian(version, ORDINAL_WIDTH));
  return Charter.load(id) ? id : null;
}

function link(review: Review, subject: Subject): void {
  review.proposal = subject.proposal;
  review.asset = subject.asset;
  review.lot = subject.lot;
  review.recipe = subject.recipe;
}

/** A quarantine and a pause say for how long, a confirmation of which review; each in one word. */
function readPayload(review: Review): void {
  if (review.payload.length != WORD256_WIDTH) return;
  const word = fromBigEndian(review.payload);
  if (review.power == "Quarantine" || review.power == "Pause") review.duration = word;
  if (review.power == "Confirm" && Review.load(bookKey(review.board, word)))
    review.confirms = bookKey(review.board, word);
}

export function handleReviewVoted(event: ReviewVoted): void {
  const review = loadReview(event.address, event.params.reviewId);
  if (event.params.support) review.forVotes += 1;
  else review.againstVotes += 1;
  review.save();

  const seat = loadSeat(event.address, event.params.seat);
  const vote = new ReviewVote(eventId(event));
  stamp(vote, event);
  vote.review = review.id;
  vote.seat = seat.id;
  vote.term = seat.term!;
  vote.holder = actor(event.params.holder);
  vote.support = event.params.support;
  vote.reason = event.params.reason.length == 0 ? null : event.params.reason;
  vote.save();
}

export function handleReviewEnacted(event: ReviewEnacted): void {
  const board = loadBoard(event.address);
  const review = loadReview(board.id, event.params.reviewId);
  board.enactedCount += 1;
  if (review.power == "Veto") board.vetoCount += 1;
  board.save();
  review.enacted = true;
  review.enactedAt = event.block.timestamp;
  review.enactment = eventId(event);
  review.save();
  confirm(review);

  const enactment = new ReviewEnactment(eventId(event));
  stamp(enactment, event);
  enactment.review = review.id;
  enactment.by = actor(event.params.by);
  enactment.supporters = seatsOf(event.params.supporters);
  enactment.live = event.params.live.toI32();
  enactment.needed = event.params.needed.toI32();
  enactment.save();
}

function confirm(review: Review): void {
  const id = review.confirms;
  if (!id) return;
  const confirmed = Review.load(id)!;
  confirmed.confirmedBy = review.id;
  confirmed.save();
}

export function handleProposalVetoed(event: ProposalVetoed): void {
  const board = loadBoard(event.address);
  const veto = new ProposalVeto(eventId(event));
  stamp(veto, event);
  veto.board = board.id;
  veto.proposalId = event.params.proposalId;
  veto.proposal = proposalOf(board, event.params.proposalId);
  veto.reasonCode = event.params.reasonCode;
  veto.evidence = event.params.evidence;
  if (event.params.reviewId.isZero()) veto.chamber = board.chamber;
  else veto.review = bookKey(board.id, event.params.reviewId);
  veto.save();
  markVetoed(veto);
}

function markVetoed(veto: ProposalVeto): void {
  const id = veto.proposal;
  if (!id) return;
  const proposal = Proposal.load(id)!;
  proposal.vetoedBy = veto.id;
  proposal.save();
}

export function handleChamberVetoed(event: ChamberVetoed): void {
  const board = loadBoard(event.address);
  board.chamberVetoCount += 1;
  board.save();

  const veto = new ChamberVeto(eventId(event));
  stamp(veto, event);
  veto.board = board.id;
  veto.chamber = actor(event.params.chamber);
  veto.reasonCode = event.params.reasonCode;
  veto.evidence = event.params.evidence;
  veto.save();
}

export function handleSubjectCertified(event: SubjectCertified): void {
  const board = loadBoard(event.address);
  const certificate = new Certificate(eventId(event));
  stamp(certificate, event);
  certificate.board = board.id;
  certificate.kind = SUBJECT_KINDS[event.params.kind];
  certificate.subject = event.params.subject;
  const subject = subjectOf(board, certificate.kind, certificate.subject);
  certificate.asset = subject.asset;
  certificate.lot = subject.lot;
  certificate.recipe = subject.recipe;
  certificate.review = bookKey(board.id, event.params.reviewId);
  certificate.passed = event.params.passed;
  certificate.report = event.params.report;
  certificate.charterVersion = event.params.charter;
  certificate.save();
  if (Module.load(board.id)!.active) pin(certificate);
}

/** What a successor certifies says nothing about the subject before the vote. */
function pin(certificate: Certificate): void {
  const assetId = certificate.asset;
  if (assetId) {
    const asset = Asset.load(assetId)!;
    asset.certificate = certificate.id;
    asset.save();
  }
  const recipeId = certificate.recipe;
  if (recipeId) {
    const recipe = Recipe.load(recipeId)!;
    recipe.certificate = certificate.id;
    recipe.save();
  }
}

export function handleVetoLimitSet(event: VetoLimitSet): void {
  const board = loadBoard(event.address);
  board.vetoLimit = event.params.newLimit;
  board.save();

  const change = new VetoLimitChange(eventId(event));
  stamp(change, event);
  change.board = board.id;
  change.oldLimit = event.params.oldLimit;
  change.newLimit = event.params.newLimit;
  change.save();
}

export function handleChamberAppointed(event: ChamberAppointed): void {
  const oldChamber = nullable(event.params.oldChamber);
  const chamber = nullable(event.params.chamber);
  const board = loadBoard(event.address);
  board.chamber = chamber ? actor(chamber) : null;
  board.chamberUntil = chamber ? event.params.until : null;
  board.save();

  const appointment = new ChamberAppointment(eventId(event));
  stamp(appointment, event);
  appointment.board = board.id;
  appointment.oldChamber = oldChamber ? actor(oldChamber) : null;
  appointment.chamber = board.chamber;
  appointment.until = event.params.until;
  appointment.save();
}
