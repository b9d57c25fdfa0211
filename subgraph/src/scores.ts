import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import {
  Audit,
  CanaryCommit,
  CanaryForfeit,
  CanaryOpening,
  CanaryReturn,
  CanarySet,
  Curator,
  CuratorScore,
  EpochClose,
  LotExpiry,
  LotSettlement,
  PayClaim,
  PracticeScore,
  Producer,
  ReputationClaim,
  Scoring,
} from "../generated/schema";
import {
  CanariesCommitted,
  CanariesForfeited,
  CanariesReturned,
  CanaryOpened,
  CuratorsScored,
  EpochClosed,
  LotExpired,
  LotSettled,
  PayClaimed,
  PracticeScored,
  ReputationClaimed,
} from "../generated/templates/Curation/Curation";
import { actor } from "./helpers/actors";
import { loadAudit, presentAudit } from "./helpers/audits";
import { epochAt, loadBooks, loadEpoch } from "./helpers/books";
import { loadCurator, loadEpochScore } from "./helpers/curators";
import { changePay, depositOf, forfeit, spendStake, stake, unstake } from "./helpers/deposits";
import { bigEndianOf, eventId, lotKey, WORD_WIDTH } from "./helpers/ids";
import { loadLot } from "./helpers/lots";
import { countBits } from "./helpers/numbers";
import { readScores, ScoreLine } from "./helpers/scores";
import { stamp } from "./helpers/stamp";

export function handleLotSettled(event: LotSettled): void {
  const audit = loadAudit(event.params.lotId, event.params.round);
  spendStake(audit.feePayer, event.params.paid);
  unstake(audit.feePayer, event.params.rest);
  const producer = Producer.load(audit.producer)!;
  unstake(producer.deposit, event.params.returned);
  spendStake(producer.deposit, event.params.slashed);
  forfeit(event.address, event.params.slashed);
  countOutcome(event, audit, producer);

  const settlement = new LotSettlement(eventId(event));
  stamp(settlement, event);
  settlement.audit = audit.id;
  settlement.lot = audit.lot;
  settlement.round = audit.round;
  settlement.paid = event.params.paid;
  settlement.rest = event.params.rest;
  settlement.returned = event.params.returned;
  settlement.slashed = event.params.slashed;
  settlement.save();

  audit.settlement = settlement.id;
  audit.save();
}

/** The audit that counts decides what the lot was; the first of two only pays. */
function countOutcome(event: LotSettled, audit: Audit, producer: Producer): void {
  const lot = loadLot(event.params.lotId);
  if (lot.audit!.notEqual(audit.id)) return;
  if (audit.canary) producer.canaryCount += 1;
  else if (lot.status == "Accepted") producer.acceptedCount += 1;
  else producer.rejectedCount += 1;
  producer.save();
}

export function handleLotExpired(event: LotExpired): void {
  const audit = loadAudit(event.params.lotId, event.params.round);
  const producer = Producer.load(audit.producer)!;
  unstake(producer.deposit, event.params.bond);
  unstake(audit.feePayer, event.params.fee);
  producer.expiredCount += 1;
  producer.save();

  const expiry = new LotExpiry(eventId(event));
  stamp(expiry, event);
  expiry.audit = audit.id;
  expiry.lot = audit.lot;
  expiry.round = audit.round;
  expiry.bond = event.params.bond;
  expiry.fee = event.params.fee;
  expiry.save();

  audit.expiry = expiry.id;
  audit.save();
}

export function handleCuratorsScored(event: CuratorsScored): void {
  const scoring = new Scoring(eventId(event));
  stamp(scoring, event);
  scoring.audit = loadAudit(event.params.lotId, event.params.round).id;
  scoring.lot = lotKey(event.params.lotId);
  scoring.round = event.params.round;
  scoring.canary = event.params.canary;
  scoring.defects = event.params.defects;
  scoring.save();

  const lines = readScores(event.params.scores);
  for (let i = 0; i < lines.length; i++) saveScore(event, scoring, lines[i], i);
}

function saveScore(event: CuratorsScored, scoring: Scoring, line: ScoreLine, position: i32): void {
  const curator = loadCurator(event.address, line.index);
  addScore(curator, line, scoring.canary);
  changePay(event.address, line.pay);
  addPoints(event, curator, BigInt.fromI32(line.points), scoring.canary);

  const score = new CuratorScore(scoring.id.concat(bigEndianOf(position, WORD_WIDTH)));
  score.scoring = scoring.id;
  score.audit = scoring.audit;
  score.curator = curator.id;
  score.position = position;
  score.hits = line.hits;
  score.misses = line.misses;
  score.falseAlarms = line.falseAlarms;
  score.points = line.points;
  score.pay = line.pay;
  score.save();
}

function addScore(curator: Curator, line: ScoreLine, canary: boolean): void {
  const points = BigInt.fromI32(line.points);
  addHits(curator, BigInt.fromI32(line.hits), BigInt.fromI32(line.misses), BigInt.fromI32(line.falseAlarms));
  if (canary) curator.canaryPoints = curator.canaryPoints.plus(points);
  else curator.points = curator.points.plus(points);
  curator.payEarned = curator.payEarned.plus(line.pay);
  curator.pay = curator.pay.plus(line.pay);
  curator.save();
}

function addHits(curator: Curator, hits: BigInt, misses: BigInt, falseAlarms: BigInt): void {
  curator.scoreCount += 1;
  curator.hits = curator.hits.plus(hits);
  curator.misses = curator.misses.plus(misses);
  curator.falseAlarms = curator.falseAlarms.plus(falseAlarms);
}

/** Points are those of the epoch in which they are scored. */
function addPoints(event: ethereum.Event, curator: Curator, points: BigInt, canary: boolean): void {
  if (points.isZero()) return;
  const number = epochAt(loadBooks(event.address), event.block.timestamp);
  const epoch = loadEpoch(event.address, number);
  const score = loadEpochScore(event.address, curator.id, number);
  if (canary) {
    epoch.canaryPoints = epoch.canaryPoints.plus(points);
    score.canaryPoints = score.canaryPoints.plus(points);
  } else {
    epoch.points = epoch.points.plus(points);
    score.points = score.points.plus(points);
  }
  epoch.save();
  score.save();
}

export function handlePracticeScored(event: PracticeScored): void {
  const curator = loadCurator(event.address, event.params.index);
  addHits(curator, event.params.hits, event.params.misses, event.params.falseAlarms);
  curator.canaryPoints = curator.canaryPoints.plus(event.params.canaryPoints);
  curator.save();
  addPoints(event, curator, event.params.canaryPoints, true);

  const score = new PracticeScore(eventId(event));
  stamp(score, event);
  score.audit = loadAudit(event.params.lotId, 0).id;
  score.lot = lotKey(event.params.lotId);
  score.curator = curator.id;
  score.hits = event.params.hits.toI32();
  score.misses = event.params.misses.toI32();
  score.falseAlarms = event.params.falseAlarms.toI32();
  score.canaryPoints = event.params.canaryPoints;
  score.save();
}

export function handleCanariesCommitted(event: CanariesCommitted): void {
  const poster = event.params.poster;
  stake(depositOf(event.address, poster), event.params.bond);

  const set = new CanarySet(event.address.concat(event.params.root));
  set.books = loadBooks(event.address).id;
  set.root = event.params.root;
  set.poster = actor(poster);
  set.count = event.params.count;
  set.openedCount = 0;
  set.deadline = event.params.deadline;
  set.bond = event.params.bond;
  set.status = "Committed";
  set.save();

  const commit = new CanaryCommit(eventId(event));
  stamp(commit, event);
  commit.canarySet = set.id;
  commit.poster = set.poster;
  commit.count = set.count;
  commit.deadline = set.deadline;
  commit.bond = set.bond;
  commit.save();
}

export function handleCanaryOpened(event: CanaryOpened): void {
  const set = CanarySet.load(event.address.concat(event.params.root))!;
  set.openedCount += 1;
  set.save();

  const audit = presentAudit(event.params.lotId);
  const opening = new CanaryOpening(eventId(event));
  stamp(opening, event);
  opening.canarySet = set.id;
  opening.lot = audit.lot;
  opening.audit = audit.id;
  opening.salt = event.params.salt;
  opening.masks = event.params.masks;
  opening.defectCount = 0;
  for (let i = 0; i < event.params.masks.length; i++) opening.defectCount += countBits(event.params.masks[i]);
  opening.save();

  audit.canary = opening.id;
  audit.save();
}

export function handleCanariesReturned(event: CanariesReturned): void {
  const set = CanarySet.load(event.address.concat(event.params.root))!;
  unstake(depositOf(event.address, set.poster), event.params.bond);
  set.status = "Returned";
  set.save();

  const returned = new CanaryReturn(eventId(event));
  stamp(returned, event);
  returned.canarySet = set.id;
  returned.bond = event.params.bond;
  returned.save();
}

export function handleCanariesForfeited(event: CanariesForfeited): void {
  const set = CanarySet.load(event.address.concat(event.params.root))!;
  spendStake(depositOf(event.address, set.poster), event.params.bond);
  forfeit(event.address, event.params.bond);
  set.status = "Forfeited";
  set.save();

  const forfeited = new CanaryForfeit(eventId(event));
  stamp(forfeited, event);
  forfeited.canarySet = set.id;
  forfeited.bond = event.params.bond;
  forfeited.save();
}

export function handleEpochClosed(event: EpochClosed): void {
  const epoch = loadEpoch(event.address, event.params.epoch);
  epoch.closed = true;
  epoch.budget = event.params.budget;
  epoch.save();

  const close = new EpochClose(eventId(event));
  stamp(close, event);
  close.epoch = epoch.id;
  close.points = event.params.points;
  close.canaryPoints = event.params.canaryPoints;
  close.budget = event.params.budget;
  close.save();
}

export function handleReputationClaimed(event: ReputationClaimed): void {
  const epoch = loadEpoch(event.address, event.params.epoch);
  epoch.claimed = epoch.claimed.plus(event.params.raw);
  epoch.save();

  const claim = new ReputationClaim(eventId(event));
  stamp(claim, event);
  claim.epoch = epoch.id;
  claim.account = actor(event.params.account);
  claim.raw = event.params.raw;
  claim.save();
}

/** The pay of a curator that is struck off goes to the timelock. */
export function handlePayClaimed(event: PayClaimed): void {
  const curator = loadCurator(event.address, event.params.index);
  curator.pay = curator.pay.minus(event.params.amount);
  if (curator.struckOff) {
    curator.payForfeited = curator.payForfeited.plus(event.params.amount);
    forfeit(event.address, event.params.amount);
  } else {
    curator.payClaimed = curator.payClaimed.plus(event.params.amount);
  }
  curator.save();
  changePay(event.address, event.params.amount.neg());

  const claim = new PayClaim(eventId(event));
  stamp(claim, event);
  claim.curator = curator.id;
  claim.account = actor(event.params.account);
  claim.amount = event.params.amount;
  claim.save();
}
